"""The picture of an indicator's row: the way from baseline to target, and the months."""

from data.analysis.status import Status
from data.catalogue import Catalogue
from data.model import Direction, Record, Role
from data.views.card import Card
from data.views.charts import TimeChart

_MONTHS = 36  # points of a row's picture


class Track(Record):
    """What a track is drawn of, in one unit; None where there is none. `now` is the level or the newest value."""

    baseline: float | None
    now: float
    target: float | None
    unit: str
    direction: Direction


class RowPicture(Record):
    """What a row draws: the track, the newest months, or both; `alt` is the sentence."""

    region: str
    track: Track | None
    months: TimeChart | None
    alt: str


def row_picture(catalogue: Catalogue, card: Card) -> RowPicture | None:
    """Return the picture of a card's row; None where there is neither a way nor a series to be drawn."""
    track, months = track_of(catalogue, card), drawn_months(card)
    if track is None and months is None:
        return None
    return RowPicture(region=card.region, track=track, months=months, alt=card.sentence)


def drawn_months(card: Card) -> TimeChart | None:
    """Return the newest points of a card's chart; None where they are too few to be joined."""
    chart = card.time_chart
    if chart is None or not chart.is_joined:
        return None
    points = chart.points[-_MONTHS:]
    first = points[0].when
    bands = tuple(b.model_copy(update={"start": max(b.start, first)}) for b in chart.bands if b.end >= first)
    hidden = tuple(day for day in chart.hidden if day >= first)
    shifts = tuple(shift for shift in chart.shifts if shift.when >= first)
    return chart.model_copy(update={"points": points, "bands": bands, "hidden": hidden, "shifts": shifts})


def track_of(catalogue: Catalogue, card: Card) -> Track | None:
    """Return the track of a card; None without a newest number, and where there is no end that it can be held against.

    A baseline that the newest number may not be compared with is no end.
    """
    numbers = {fact.role: fact for fact in card.values if fact.value is not None}
    newest = numbers.get(Role.FOLLOW_UP)
    if card.is_by_group or newest is None or newest.value is None:
        return None
    ends = {role: fact.value for role, fact in numbers.items() if fact.unit == newest.unit}
    baseline = None if card.status is Status.NOT_COMPARABLE else ends.get(Role.BASELINE)
    target = card.assessment.target.value if card.assessment.target else ends.get(Role.TARGET)
    if baseline is None and target is None:
        return None
    indicator = catalogue.indicator(card.indicator)
    is_judged = indicator is not None and indicator.is_complete
    return Track(
        baseline=baseline,
        now=card.assessment.level.mean if card.assessment.level else newest.value,
        target=target,
        unit=newest.unit,
        direction=indicator.direction if indicator and is_judged else Direction.NOT_JUDGED,
    )
