"""New numbers against the indicator's own history: likely slips, each a warning.

Numbers are compared with those of the same region, indicator, group, unit and length of period, after the latest
declared break. A number that is published already, unchanged, is not judged again.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from data.analysis.xmr import mean, mean_moving_range
from data.catalogue import Catalogue
from data.model import Missing, Observation, Role
from data.settings import SETTINGS
from loaders.checks import record_text
from loaders.checks.consistency import Key, is_cumulative
from loaders.findings import Finding
from loaders.layouts.table import Located

SLIP_POINTS = 3  # other points that a slip of the decimal mark is judged by
SLIP_SPREAD = 5  # the highest of them over the lowest; in a series that varies more, ten times is no slip
SLIP_SLACK = 1.25  # how far beyond them a number may lie once its mark is put right
SMALL_COUNT = 10  # below it a whole number may be small by chance, so that it gets no slack
TRIMMED = 8  # of so many points one at each end is left out, as it may be a slip itself
LIMIT_POINTS = 8  # earlier points that limits are drawn from
RECENT_POINTS = 12  # of the latest ones

_SLIPS = ((10, "kymmenkertainen"), (100, "satakertainen"), (0.1, "kymmenesosa"), (0.01, "sadasosa"))
_MONTH_DAYS = 30.44

_Series = tuple[str, str, str]  # region, indicator, group
_Scale = tuple[str, str, str, str, int]  # series, unit, length in months
_Bases = Mapping[Key, float | None]  # what a cumulative number adds to; others are not in it and add to nothing


@dataclass(frozen=True, slots=True)
class _Point:
    """A number of a series, and what it adds to the one before: a cumulative one less than itself, others all."""

    observation: Observation
    added: float


def plausibility_findings(
    observations: Sequence[Located[Observation]],
    current: Sequence[Observation],
    visible: Sequence[Observation],
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Yield what is unlikely in these observations, by what is published of the same series.

    What is published is given as it is and as it may be shown: which number is new is judged by the first, and all
    that a finding says of published numbers is from the second.
    """
    keys = {located.record.key for located in observations}
    earlier: dict[_Series, list[Observation]] = {_series(located.record): [] for located in observations}
    for known in visible:
        if _series(known) in earlier and _is_judged(known) and known.key not in keys:
            earlier[_series(known)].append(known)
    published = {known.key: known for known in current}
    contents = {known.key: _content(known) for known in current}
    new = [located for located in observations if contents.get(located.record.key) != _content(located.record)]
    yield from _filled_periods(new, published, {known.key: known for known in visible})
    yield from _unit_changes(new, earlier, catalogue)
    by_scale: dict[_Scale, list[Observation]] = {}
    for known in (known for series in earlier.values() for known in series):
        by_scale.setdefault(_scale(known), []).append(known)
    history = [known for group in by_scale.values() for known in group]
    hidden = [known for known in visible if known.missing is Missing.HIDDEN and known.key not in keys]
    incoming = [located.record for located in observations]
    yield from _strange_numbers(new, incoming, history, hidden, catalogue)


def _series(observation: Observation) -> _Series:
    return observation.region, observation.indicator, observation.group


def _scale(observation: Observation) -> _Scale:
    start, end = observation.period.start, observation.period.end
    months = round(((end - start).days + 1) / _MONTH_DAYS) if start and end else 0
    return (*_series(observation), observation.unit, months)


def _is_judged(observation: Observation) -> bool:
    """Return whether it is a point of a series in time."""
    return observation.role is Role.FOLLOW_UP and observation.value is not None and observation.period.start is not None


def _content(observation: Observation) -> tuple[object, ...]:
    numbers = observation.value, observation.lower, observation.upper
    return *numbers, observation.qualifier, observation.unit, observation.missing, observation.words


def _filled_periods(
    new: Sequence[Located[Observation]], published: Mapping[Key, Observation], visible: Mapping[Key, Observation]
) -> Iterator[Finding]:
    """Yield periods that hold something else already."""
    for located in new:
        there = published.get(located.record.key)
        if there and (there.is_numeric or there.words):
            yield located.finding("jakso-jo-täytetty", record_text(located.record), record_text(visible[there.key]))


def _unit_changes(
    new: Sequence[Located[Observation]], earlier: Mapping[_Series, Sequence[Observation]], catalogue: Catalogue
) -> Iterator[Finding]:
    """Yield a finding for each series and unit that the latest point did not have; the catalogue's unit is right."""
    changed: set[tuple[_Series, str]] = set()
    for located in new:
        series, unit = _series(located.record), located.record.unit
        indicator = catalogue.indicator(located.record.indicator)
        latest = max(earlier[series], key=_start, default=None)
        if not _is_judged(located.record) or latest is None or (indicator and indicator.unit):
            continue
        if unit and latest.unit and unit != latest.unit and (series, unit) not in changed:
            changed.add((series, unit))
            yield located.finding("yksikkö-vaihtui", unit, latest.unit)


def _strange_numbers(
    new: Sequence[Located[Observation]],
    incoming: Sequence[Observation],
    history: Sequence[Observation],
    hidden: Sequence[Observation],
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Yield slips of the decimal mark, by the published points or with the file's others; else numbers beyond limits.

    A whole column may be in the wrong scale, so the published points are asked alone too. Limits come from published
    points alone: in a file that brings a whole series some points lie outside by chance.
    """
    bases = _bases([*incoming, *history, *hidden], catalogue)
    published = _points(history, bases, catalogue)
    alone, together = _sorted(published), _sorted(_points([*incoming, *history], bases, catalogue))
    limits = {scale: _limits(points) for scale, points in published.items()}
    for located in new:
        observation, scale = located.record, _scale(located.record)
        base = bases.get(observation.key, 0.0)
        if observation.value is None or base is None or not _is_comparable(observation, catalogue):
            continue
        usual = (_usual(alone.get(scale, ())), _usual(together[scale], observation.value - base))
        spans = [(base + low, base + high) for low, high in usual if low or high]
        slips = ((word, _span(*span)) for span in spans if (word := _slip(observation.value, *span)))
        bounds = limits.get(scale)
        if slip := next(slips, None):
            yield located.finding("pilkku-siirtynyt", record_text(observation), slip[1], there=slip[0])
        elif bounds and not bounds[0] <= observation.value - base <= bounds[1]:
            expected = _span(base + bounds[0], base + bounds[1])
            yield located.finding("poikkeava-luku", record_text(observation), expected)


def _bases(observations: Iterable[Observation], catalogue: Catalogue) -> _Bases:
    """Return what each cumulative number stood at before its period: 0 in January, None if unknown or hidden."""
    years: dict[tuple[object, ...], list[Observation]] = {}
    for observation in observations:
        start = observation.period.start
        is_counted = observation.value is not None or observation.missing is Missing.HIDDEN
        if is_counted and start and is_cumulative(observation, catalogue):
            key = (*_series(observation), observation.unit, observation.role, start.year)
            years.setdefault(key, []).append(observation)
    bases: dict[Key, float | None] = {}
    for group in years.values():
        before: float | None = None
        for observation in sorted(group, key=_start):
            is_first = (_start(observation).month, _start(observation).day) == (1, 1)
            bases[observation.key] = 0.0 if is_first else before
            before = observation.value
    return bases


def _is_comparable(observation: Observation, catalogue: Catalogue) -> bool:
    """Return whether it is a point of a series in time after the latest break."""
    indicator = catalogue.indicator(observation.indicator)
    breaks = (*indicator.breaks, *indicator.level_shifts) if indicator else ()
    return _is_judged(observation) and _start(observation) >= max((cut.when for cut in breaks), default=date.min)


def _points(observations: Iterable[Observation], bases: _Bases, catalogue: Catalogue) -> dict[_Scale, list[_Point]]:
    """Return the numbers that can be compared with each other."""
    points: dict[_Scale, list[_Point]] = {}
    for observation in observations:
        value, base = observation.value, bases.get(observation.key, 0.0)
        if value is not None and base is not None and _is_comparable(observation, catalogue):
            points.setdefault(_scale(observation), []).append(_Point(observation, value - base))
    return points


def _sorted(points: Mapping[_Scale, Iterable[_Point]]) -> dict[_Scale, list[float]]:
    return {scale: sorted(point.added for point in group) for scale, group in points.items()}


def _usual(values: Sequence[float], without: float | None = None) -> tuple[float, float]:
    """Return the lowest and the highest of sorted values but one, extremes trimmed; (0, 0) if they are too few."""
    count = len(values) - (without is not None)
    if count < SLIP_POINTS:
        return 0, 0
    low, high = count // TRIMMED, count - 1 - count // TRIMMED
    at = len(values) if without is None else bisect_left(values, without)
    return values[low + (at <= low)], values[high + (at <= high)]


def _slip(value: float, low: float, high: float) -> str:
    """Return how many times too large or too small a number is by its decimal mark; "" if it need not be."""
    if low <= 0 or high / low >= SLIP_SPREAD or low <= value <= high:
        return ""
    slack = 1 if value.is_integer() and value < SMALL_COUNT else SLIP_SLACK
    return next((word for factor, word in _SLIPS if low / slack <= value / factor <= high * slack), "")


def _limits(points: Iterable[_Point]) -> tuple[float, float] | None:
    """Return where the next number may lie, by 8 points or more; None for fewer and for those that have not varied.

    It may lie within the limits of the whole series, within those of its latest points, or no further from the last
    one than the chart of moving ranges allows: a series that has turned or risen is no slip of the keyboard. Where all
    numbers are whole, so are the limits.
    """
    ordered = sorted(points, key=lambda point: _start(point.observation))
    whole, recent = _variation(ordered), _variation(ordered[-RECENT_POINTS:])
    if len(ordered) < LIMIT_POINTS or not whole:
        return None
    last = ordered[-1].added, SETTINGS.moving_range_limit * whole[1]
    spans = [last, *((middle, SETTINGS.limit_factor * average) for middle, average in (whole, recent or whole))]
    low, high = min(middle - reach for middle, reach in spans), max(middle + reach for middle, reach in spans)
    return (floor(low), ceil(high)) if all(point.added.is_integer() for point in ordered) else (low, high)


def _variation(ordered: Sequence[_Point]) -> tuple[float, float] | None:
    """Return the mean and the mean moving range of points in time order; None where no two neighbours differ."""
    numbers: dict[int, float] = {}
    at, due = 0, None
    for point in ordered:
        period = point.observation.period
        at += 1 if period.start == due else 2  # a missing period has an index of its own
        numbers[at] = point.added
        due = period.end and period.end + timedelta(days=1)
    average = mean_moving_range(numbers)
    if average is None or all(number == numbers.get(at - 1, number) for at, number in numbers.items()):
        return None
    return mean(numbers.values()), average


def _start(observation: Observation) -> date:
    return observation.period.start or date.min


def _span(low: float, high: float) -> str:
    return f"{low:.4g}–{high:.4g}".replace(".", ",")
