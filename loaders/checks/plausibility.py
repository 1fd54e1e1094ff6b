"""New numbers against the indicator's own history: likely slips, each a warning.

Numbers are compared with those of the same region, indicator, group, unit and length of period, after the latest
declared break. A number that is published already, unchanged, is not judged again.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor

from data.analysis.xmr import mean, mean_moving_range
from data.catalogue import Catalogue
from data.model import Missing, Observation, Role
from data.settings import SETTINGS
from loaders.checks.catalogue_and_calendar import shown
from loaders.checks.cumulatives import Key, bases
from loaders.findings import Finding, finding
from loaders.layouts.table import Located

SeriesKey = tuple[str, str, str]  # region, indicator, group

SLIP_POINTS = 3  # other points that a slip of the decimal mark is judged by
SLIP_SPREAD = 5  # the highest of them over the lowest; in a series that varies more, ten times is no slip
SLIP_SLACK = 1.25  # how far beyond them a number may lie once its mark is put right
SMALL_COUNT = 10  # below it a whole number may be small by chance, so that it gets no slack
TRIMMED = 8  # of so many points one at each end is left out, as it may be a slip itself
LIMIT_POINTS = 8  # earlier points that limits are drawn from
RECENT_POINTS = 12  # of the latest ones

_SLIPS = ((10, "kymmenkertainen"), (100, "satakertainen"), (0.1, "kymmenesosa"), (0.01, "sadasosa"))
_MONTH_DAYS = 30.44

_Scale = tuple[str, str, str, str, int]  # series, unit, length in months
Bases = Mapping[Key, float | None]  # what a cumulative number adds to; others are not in it and add to nothing


def plausible(
    observations: Sequence[Located[Observation]],
    current: Sequence[Observation],
    visible: Sequence[Observation],
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Yield what is unlikely in these observations, by what is published of the same series.

    What is published is given as it is and as it may be shown: which number is new is judged by the first, and all
    that a finding tells of published numbers is from the second.
    """
    keys = {located.record.key for located in observations}
    earlier: dict[SeriesKey, list[Observation]] = {_series(located.record): [] for located in observations}
    for point in visible:
        if _series(point) in earlier and _is_judged(point) and point.key not in keys:
            earlier[_series(point)].append(point)
    published = {known.key: known for known in current}
    new = [one for one in observations if not _is_same(one.record, published.get(one.record.key))]
    yield from _filled(new, published, {known.key: known for known in visible})
    yield from _unit_changes(new, earlier, catalogue)
    points: dict[_Scale, list[Observation]] = {}
    for one in (one for series in earlier.values() for one in series):
        points.setdefault(_scale(one), []).append(one)
    hidden = [o for o in visible if o.missing is Missing.HIDDEN and o.key not in keys]
    yield from _strange_numbers(new, observations, points, hidden, catalogue)


def _series(observation: Observation) -> SeriesKey:
    return observation.region, observation.indicator, observation.group


def _scale(observation: Observation) -> _Scale:
    start, end = observation.period.start, observation.period.end
    months = round(((end - start).days + 1) / _MONTH_DAYS) if start and end else 0
    return (*_series(observation), observation.unit, months)


def _is_judged(observation: Observation) -> bool:
    """Whether it is a point of a series in time."""
    return observation.role is Role.FOLLOW_UP and observation.value is not None and observation.period.start is not None


def _is_same(one: Observation, other: Observation | None) -> bool:
    return other is not None and _content(one) == _content(other)


def _content(one: Observation) -> tuple[object, ...]:
    return one.value, one.lower, one.upper, one.qualifier, one.unit, one.missing, one.words


def _filled(
    new: Sequence[Located[Observation]],
    published: Mapping[tuple[str, ...], Observation],
    visible: Mapping[tuple[str, ...], Observation],
) -> Iterator[Finding]:
    """Yield periods that hold something else already."""
    for located in new:
        there = published.get(located.record.key)
        if there and (there.is_numeric or there.words):
            place = {"sheet": located.sheet, "cell": located.cell}
            yield finding(
                "jakso-jo-täytetty", actual=shown(located.record), expected=shown(visible[there.key]), **place
            )


def _unit_changes(
    new: Sequence[Located[Observation]], earlier: Mapping[SeriesKey, Sequence[Observation]], catalogue: Catalogue
) -> Iterator[Finding]:
    """One finding for each series and unit that the latest point did not have; the catalogue's unit is right."""
    told: set[tuple[SeriesKey, str]] = set()
    for located in new:
        one, series = located.record, _series(located.record)
        indicator = catalogue.indicator(one.indicator)
        latest = max(earlier[series], key=_start, default=None)
        if not _is_judged(one) or latest is None or (indicator and indicator.unit) or (series, one.unit) in told:
            continue
        if one.unit and latest.unit and one.unit != latest.unit:
            told.add((series, one.unit))
            place = {"sheet": located.sheet, "cell": located.cell}
            yield finding("yksikkö-vaihtui", actual=one.unit, expected=latest.unit, **place)


def _strange_numbers(
    new: Sequence[Located[Observation]],
    observations: Sequence[Located[Observation]],
    points: Mapping[_Scale, Sequence[Observation]],
    hidden: Sequence[Observation],
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Slips of the decimal mark, by the published points or with the file's others; else numbers outside the limits.

    A whole column may be in the wrong scale, so the published points are asked alone too. Limits come from published
    points alone: in a file that brings a whole series some points lie outside by chance.
    """
    published = [one for group in points.values() for one in group]
    told = [*(one.record for one in observations), *published]
    base = bases([*told, *hidden], catalogue)
    alone, together = (_values(group, base, catalogue) for group in (published, told))
    limits = {
        scale: _limits([one for one in group if _start(one) >= _latest_break(one, catalogue)], base)
        for scale, group in points.items()
    }
    for located in new:
        one, place = located.record, {"sheet": located.sheet, "cell": located.cell}
        stood, scale = base.get(one.key, 0.0), _scale(one)
        if one.value is None or stood is None or not _is_judged(one) or _start(one) < _latest_break(one, catalogue):
            continue
        usual = (_usual(alone.get(scale, ())), _usual(together[scale], one.value - stood))
        spans = [(stood + low, stood + high) for low, high in usual if low or high]
        slips = ((word, _span(*span)) for span in spans if (word := _slip(one.value, *span)))
        bounds = limits.get(scale)
        if slip := next(slips, None):
            yield finding("pilkku-siirtynyt", actual=shown(one), there=slip[0], expected=slip[1], **place)
        elif bounds and not bounds[0] <= one.value - stood <= bounds[1]:
            expected = _span(stood + bounds[0], stood + bounds[1])
            yield finding("poikkeava-luku", actual=shown(one), expected=expected, **place)


def _latest_break(one: Observation, catalogue: Catalogue) -> date:
    indicator = catalogue.indicator(one.indicator)
    breaks = (*indicator.breaks, *indicator.level_shifts) if indicator else ()
    return max((one.when for one in breaks), default=date.min)


def _values(observations: Iterable[Observation], base: Bases, catalogue: Catalogue) -> dict[_Scale, list[float]]:
    """The numbers after the latest break that can be compared with each other, sorted; of cumulatives what they add."""
    values: dict[_Scale, list[float]] = {}
    for one in observations:
        if (
            _is_judged(one)
            and _start(one) >= _latest_break(one, catalogue)
            and (added := _added(one, base)) is not None
        ):
            values.setdefault(_scale(one), []).append(added)
    for group in values.values():
        group.sort()
    return values


def _added(one: Observation, base: Bases) -> float | None:
    stood = base.get(one.key, 0.0)
    return None if one.value is None or stood is None else one.value - stood


def _usual(values: Sequence[float], without: float | None = None) -> tuple[float, float]:
    """The lowest and the highest of these sorted values but one, extremes trimmed; (0, 0) if they are too few."""
    count = len(values) - (without is not None)
    if count < SLIP_POINTS:
        return 0, 0
    low, high = count // TRIMMED, count - 1 - count // TRIMMED
    at = len(values) if without is None else bisect_left(values, without)
    return values[low + (at <= low)], values[high + (at <= high)]


def _slip(value: float, low: float, high: float) -> str:
    """How many times too large or too small a number is by its decimal mark; "" if it need not be."""
    if low <= 0 or high / low >= SLIP_SPREAD or low <= value <= high:
        return ""
    slack = 1 if value.is_integer() and value < SMALL_COUNT else SLIP_SLACK
    return next((word for factor, word in _SLIPS if low / slack <= value / factor <= high * slack), "")


def _limits(points: Sequence[Observation], base: Bases) -> tuple[float, float] | None:
    """Where the next number may lie, by 8 points or more; None for fewer and for those that have not varied.

    It may lie within the limits of the whole series, within those of its latest points, or no further from the last
    one than the chart of moving ranges allows: a series that has turned or risen is no slip of the keyboard. Where all
    numbers are whole, so are the limits.
    """
    ordered = [(one, added) for one in sorted(points, key=_start) if (added := _added(one, base)) is not None]
    whole, recent = _variation(ordered), _variation(ordered[-RECENT_POINTS:])
    if len(ordered) < LIMIT_POINTS or not whole:
        return None
    last = ordered[-1][1], SETTINGS.moving_range_limit * whole[1]
    spans = [last, *((middle, SETTINGS.limit_factor * average) for middle, average in (whole, recent or whole))]
    low, high = min(middle - reach for middle, reach in spans), max(middle + reach for middle, reach in spans)
    return (floor(low), ceil(high)) if all(added.is_integer() for _, added in ordered) else (low, high)


def _variation(ordered: Sequence[tuple[Observation, float]]) -> tuple[float, float] | None:
    """Return the mean and the mean moving range of numbers in time order; None where no two neighbours differ."""
    points: dict[int, float] = {}
    at, due = 0, None
    for observation, number in ordered:
        at += 1 if observation.period.start == due else 2  # a missing period has an index of its own
        points[at] = number
        due = observation.period.end and observation.period.end + timedelta(days=1)
    average = mean_moving_range(points)
    if average is None or all(number == points.get(at - 1, number) for at, number in points.items()):
        return None
    return mean(points.values()), average


def _start(observation: Observation) -> date:
    return observation.period.start or date.min


def _span(low: float, high: float) -> str:
    return f"{low:.4g}–{high:.4g}".replace(".", ",")
