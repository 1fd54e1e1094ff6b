"""The status of an indicator: the first rule that fits, from what its own series carries (rules of the numbers, 3)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from data.analysis.progress import contradicts, expected, is_met, progress
from data.analysis.series import Series, series_by_indicator
from data.catalogue import Catalogue
from data.model import Direction, Indicator, Kind, Observation, Record
from data.settings import SETTINGS, Settings

_INTERVAL_DAYS = {"kuukausi": 31, "puolivuosi": 184, "vuosi": 366}


class Status(StrEnum):
    """What may be said of an indicator, worst known first. The last five are no judgement."""

    NO_PROGRESS = "ei edistystä"
    WORSENED = "heikentynyt"
    BEHIND = "jäljessä"
    UNCHANGED = "ennallaan"
    ON_SCHEDULE = "aikataulussa"
    IMPROVED = "parantunut"
    MET = "tavoite saavutettu"
    RISEN = "noussut"
    FALLEN = "laskenut"
    STALE = "vanhentunut"
    NO_BASELINE = "lähtötila puuttuu"
    NO_FOLLOW_UP = "seuranta puuttuu"
    UNKNOWN = "ei tietoa"

    @property
    def is_judgement(self) -> bool:
        """Whether the status says good or bad, and may have a colour for it."""
        return self in _JUDGEMENTS


_JUDGEMENTS = frozenset(
    {Status.NO_PROGRESS, Status.WORSENED, Status.BEHIND, Status.ON_SCHEDULE, Status.IMPROVED, Status.MET}
)


class Assessment(Record):
    """A status with what it rests on: progress towards the target, progress expected by now, and a reason in words."""

    status: Status
    reason: str = ""
    progress: float | None = None
    expected: float | None = None


def assess(indicator: Indicator, series: Series, now: date, *, settings: Settings = SETTINGS) -> Assessment:
    """The status of one series at `now`. A direction counts only when the card is complete."""
    latest, baseline = series.latest, series.baseline
    if latest is None:
        return Assessment(status=Status.UNKNOWN, reason="lukuja ei ole")
    if _is_stale(indicator, latest, now, settings):
        return Assessment(status=Status.STALE, reason=f"viimeisin tieto on jaksolta {latest.period.label}")
    if baseline is None:
        return Assessment(status=Status.NO_BASELINE)
    if latest is baseline:
        return Assessment(status=Status.NO_FOLLOW_UP)
    if series.no_difference or baseline.value is None or latest.value is None:
        return Assessment(status=Status.UNKNOWN, reason=series.no_difference)
    direction = indicator.direction if indicator.is_complete else Direction.NOT_JUDGED
    target = next((t for t in reversed(series.targets) if t.value is not None and t.unit == latest.unit), None)
    if target is None or target.value is None or direction is Direction.NOT_JUDGED:
        return Assessment(status=_against_baseline(baseline.value, latest.value, direction))
    if contradicts(baseline.value, target.value, direction):
        return Assessment(status=Status.UNKNOWN, reason="mittarin suunta ja tavoite ovat ristiriidassa")
    made = progress(baseline.value, target.value, latest.value)
    if is_met(target.value, latest.value, direction):
        return Assessment(status=Status.MET, progress=made)
    if made is None or made <= 0:
        return Assessment(status=Status.NO_PROGRESS, progress=made)
    if target.period.end is None or baseline.period.end is None or latest.period.end is None:
        return Assessment(status=_against_baseline(baseline.value, latest.value, direction), progress=made)
    due = expected(baseline.period.end, target.period.end, latest.period.end)
    is_on_schedule = made >= due - settings.on_schedule_margin
    return Assessment(status=Status.ON_SCHEDULE if is_on_schedule else Status.BEHIND, progress=made, expected=due)


def assess_all(
    indicator: Indicator, members: Sequence[Series], now: date, *, settings: Settings = SETTINGS
) -> Assessment:
    """The status of an indicator from its series: of the whole, or of its groups where they agree."""
    whole = [series for series in members if not series.group and series.latest]
    found = [assess(indicator, series, now, settings=settings) for series in whole or members if series.latest]
    if not found:
        return Assessment(status=Status.UNKNOWN, reason="lukuja ei ole")
    if len({one.status for one in found}) > 1:
        return Assessment(status=Status.UNKNOWN, reason="ryhmien tilat eroavat")
    return found[0] if len(found) == 1 else Assessment(status=found[0].status, reason=found[0].reason)


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


def _is_stale(indicator: Indicator, latest: Observation, now: date, settings: Settings) -> bool:
    days = _INTERVAL_DAYS.get(indicator.interval)
    if days is None or latest.period.end is None:
        return False
    return (now - latest.period.end).days > settings.stale_intervals * days


def _against_baseline(baseline: float, latest: float, direction: Direction) -> Status:
    if latest == baseline:
        return Status.UNCHANGED
    is_higher = latest > baseline
    if direction is Direction.NOT_JUDGED:
        return Status.RISEN if is_higher else Status.FALLEN
    return Status.IMPROVED if is_higher == (direction is Direction.HIGHER) else Status.WORSENED


def rolled_up(statuses: Iterable[Status]) -> tuple[tuple[Status, int], ...]:
    """Counts of statuses in the order of the list; never an average."""
    counts = Counter(statuses)
    return tuple((status, counts[status]) for status in Status if counts[status])
