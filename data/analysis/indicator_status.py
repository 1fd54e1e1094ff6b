"""The status of every indicator at once, the day at which it is judged, and the card of one that has none yet."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.analysis.assessment import assess_all
from data.analysis.series import Series, series_by_indicator
from data.analysis.status import Status
from data.catalogue import Catalogue
from data.model import Direction, Indicator, Kind, Observation


def statuses(catalogue: Catalogue, observations: Iterable[Observation], today: date) -> dict[tuple[str, str], Status]:
    """Return the status of each (region, indicator) that has observations."""
    return {
        (region, indicator): assess_all(
            catalogue.indicator(indicator) or uncarded(indicator, region), members, judged_at(catalogue, members, today)
        ).status
        for (region, indicator), members in series_by_indicator(observations).items()
    }


def judged_at(catalogue: Catalogue, members: Sequence[Series], today: date) -> date:
    """Return the day at which data is judged: the end of its closed source, else today."""
    ends = []
    for series in members:
        for point in series.points:
            source = catalogue.source(point.place.source)
            ends.append(source.covers.end or today if source else today)
    return max(ends, default=today)


def uncarded(indicator_id: str, region: str) -> Indicator:
    """Return a stand-in for an indicator that has values but no card yet: nothing is claimed of it."""
    return Indicator(
        id=indicator_id,
        name=indicator_id,
        region=region,
        kind=Kind.OUTCOME,
        unit="",
        direction=Direction.NOT_JUDGED,
        direction_reason="mittarikortti puuttuu",
        limits="Mittarikortti on puutteellinen.",
    )
