"""Statistical process control of a monthly series: the XmR chart and its signals (rules of the numbers, 7).

Sources: NHS England, Making Data Count, as implemented in NHSRplotthedots; Wheeler, Understanding Variation (2.66).
Three details follow our rules where NHSRplotthedots differs: a point outside the limits counts as one of "2 of 3", a
run is named before a trend, and while the newest points form a run the lines are those of the points before it.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from statistics import StatisticsError, correlation, linear_regression

from data.analysis.progress import is_met
from data.model import Direction, Record
from data.settings import SETTINGS, Settings

RULE_SET = "NHS England Making Data Count (XmR)"

_LARGEST = 1e300  # sums of smaller numbers stay finite
_ROUNDING = 1e-12  # share of a line's value that rounding alone may put between it and a point on it
_YEAR = 12  # months


class Rule(StrEnum):
    """What makes a point a signal, in the order in which the rules are tried."""

    OUTSIDE = "rajojen ulkopuolella"
    TWO_OF_THREE = "2/3 lähellä rajaa samalla puolella"
    RUN = "7 peräkkäin samalla puolella"
    TREND = "7 pisteen suunta"


class Assurance(StrEnum):
    """What the limits promise of a target if nothing in the process changes."""

    MET = "saavutetaan säännönmukaisesti"
    NOT_MET = "ei saavuteta nykyisellä tasolla"
    VARIES = "vaihtelee"


class Phase(Record):
    """A stretch of months with one centre line and one pair of limits, in the unit of the values.

    `start` and `end` are the months that it covers, `first_used` and `last_used` the first and the last whose numbers
    give the lines: all indexes, all included. Trial limits are preliminary and carry no signals.
    """

    start: int
    end: int
    first_used: int
    last_used: int
    mean: float
    lower: float
    upper: float
    is_trial: bool


class Signal(Record):
    """A point that is part of a pattern: its index, the first rule that it fits, and its side (1 above, −1 below).

    The side of a trend is its direction.
    """

    index: int
    rule: Rule
    side: int


class Run(Record):
    """So many points on one side of the centre line that the level has shifted: where it began, and its side."""

    start: int
    side: int


class ControlChart(Record):
    """Phases and signals, each in time order.

    `newest` is the index of the newest number, `latest` the phase of the newest month (None while it has too few
    numbers), `run` the run that goes on at the newest number. A seasonal series has neither signals nor a run: it is to
    be compared with the same month a year before.
    """

    phases: tuple[Phase, ...] = ()
    signals: tuple[Signal, ...] = ()
    newest: int | None = None
    latest: Phase | None = None
    run: Run | None = None
    is_seasonal: bool = False

    @property
    def active(self) -> Signal | None:
        """The signal to which the newest number belongs."""
        return next((signal for signal in self.signals if signal.index == self.newest), None)


def control_chart(
    values: Sequence[float | None], phase_starts: Sequence[int] = (), *, settings: Settings = SETTINGS
) -> ControlChart:
    """Return the phases and signals of one value a month, in time order and one unit.

    None is a missing month: it breaks moving ranges and patterns. So do nan, infinity and numbers from 1e300.
    `phase_starts` are the indexes at which a new level has been entered; those outside the series have no effect. A
    phase has lines from `run_chart_points` numbers on, two of them in successive months; they are on trial until it has
    `locked_points` numbers and as many moving ranges as the shortest run chart without gaps.
    """
    known = {at: value for at, value in enumerate(values) if value is not None and abs(value) < _LARGEST}
    starts = sorted({0, *(at for at in phase_starts if 0 < at < len(values))})
    phases: list[Phase] = []
    signals: list[Signal] = []
    run = None
    for start, stop in pairwise([*starts, len(values)]):
        points = {at: known[at] for at in range(start, stop) if at in known}
        phase = _phase(start, stop - 1, points, points, settings)
        if phase is None:
            continue
        is_newest = stop == len(values)
        run = _run_at_end(points, phase, settings) if is_newest and not phase.is_trial else None
        before = {at: value for at, value in points.items() if run and at < run.start}
        old_level = _phase(start, stop - 1, points, before, settings) if len(before) >= settings.locked_points else None
        phases.append(old_level or phase)
        if not phase.is_trial:
            signals += find_signals(before if old_level else points, phases[-1], settings=settings)
        if run and old_level:
            signals += _signals_of_run(points, run, old_level)
    latest = phases[-1] if phases and phases[-1].end == len(values) - 1 else None
    chart = ControlChart(
        phases=tuple(phases), signals=tuple(signals), newest=max(known, default=None), latest=latest, run=run
    )
    newest_phase = [known.get(at) for at in range(latest.start, latest.end + 1)] if latest else []
    if signals and is_seasonal(newest_phase, settings=settings):
        return chart.model_copy(update={"signals": (), "run": None, "is_seasonal": True})
    return chart


def assurance(target: float, chart: ControlChart, direction: Direction) -> Assurance | None:
    """Return whether the newest phase keeps meeting a target; None where its limits promise nothing.

    They promise something only when the direction is judged, the limits are final, no signal is active at the newest
    number and the series has no season. A target on a limit may or may not be met, unless the phase is constant.
    """
    phase = chart.latest
    if phase is None or phase.is_trial or chart.active or chart.is_seasonal or direction is Direction.NOT_JUDGED:
        return None
    is_constant = phase.lower == phase.upper
    if phase.lower <= target <= phase.upper and not is_constant:
        return Assurance.VARIES
    return Assurance.MET if is_met(target, phase.mean, direction) else Assurance.NOT_MET


def is_seasonal(values: Sequence[float | None], *, settings: Settings = SETTINGS) -> bool:
    """Return whether months resemble the same months a year before so much that the rules do not apply.

    Three years at least; the residuals from a straight line correlate with those twelve months earlier (Pearson's r) by
    more than `season_correlation`.
    """
    known = {at: value for at, value in enumerate(values) if value is not None}
    if len(values) < settings.season_months or len(known) < settings.season_months * 2 // 3:
        return False
    line = linear_regression([*known], [*known.values()])
    residuals = {at: value - line.intercept - line.slope * at for at, value in known.items()}
    pairs = [(residuals[at - _YEAR], residual) for at, residual in residuals.items() if at - _YEAR in residuals]
    try:
        return correlation(*zip(*pairs, strict=True)) > settings.season_correlation
    except StatisticsError:  # too few pairs, or a constant series
        return False


def mean_moving_range(points: Mapping[int, float], *, settings: Settings = SETTINGS) -> float | None:
    """Return mean(MR) of numbers by their index; None where no two indexes follow each other.

    A moving range (MR) is the distance of two successive numbers. Those above 3.267·mean(MR) are left out, once.
    """
    ranges = [abs(number - points[at - 1]) for at, number in points.items() if at - 1 in points]
    if not ranges:
        return None
    largest = settings.moving_range_limit * mean(ranges)
    return mean([moving_range for moving_range in ranges if moving_range <= largest])


def mean(numbers: Collection[float]) -> float:
    """Return the mean of one number or more."""
    return math.fsum(numbers) / len(numbers)


def find_signals(points: Mapping[int, float], phase: Phase, *, settings: Settings = SETTINGS) -> list[Signal]:
    """Return every point of every pattern within a phase: for "2 of 3" the two or three that lie near the limit."""
    slack = _slack(phase)
    reach = phase.upper - phase.mean
    offsets = {at: value - phase.mean for at, value in points.items()}
    outside = {at for at, offset in offsets.items() if abs(offset) > reach + slack}
    near = {at for at, offset in offsets.items() if abs(offset) > reach * 2 / 3 + slack}
    sides = _sides(points, phase)
    steps = {at: _sign(value - points[at - 1]) for at, value in points.items() if at - 1 in points}
    threes = [near & {*three} for three in _stretches_of_one_sign(sides, 3)]
    trends = {
        at: steps[trend[0]]
        for trend in _stretches_of_one_sign(steps, settings.trend_length - 1)
        for at in (trend[0] - 1, *trend)
    }
    indexes = {
        Rule.OUTSIDE: outside,
        Rule.TWO_OF_THREE: {at for three in threes if len(three) >= 2 for at in three},
        Rule.RUN: {at for run in _stretches_of_one_sign(sides, settings.run_length) for at in run},
        Rule.TREND: {*trends},
    }
    rules = {at: rule for rule in reversed(Rule) for at in indexes[rule]}  # the first rule is written last
    return [
        Signal(index=at, rule=rules[at], side=trends[at] if rules[at] is Rule.TREND else _sign(offsets[at]))
        for at in sorted(rules)
    ]


def _phase(
    start: int, end: int, points: Mapping[int, float], used: Mapping[int, float], settings: Settings
) -> Phase | None:
    """Return the lines of a phase from the numbers `used`: mean ± 2.66·mean(MR)."""
    average = mean_moving_range(used, settings=settings)
    if len(used) < settings.run_chart_points or average is None:
        return None
    count = sum(at - 1 in used for at in used)
    centre, reach = mean(used.values()), settings.limit_factor * average
    return Phase(
        start=start,
        end=end,
        first_used=min(used),
        last_used=max(used),
        mean=centre,
        lower=centre - reach,
        upper=centre + reach,
        is_trial=len(points) < settings.locked_points or count < settings.run_chart_points - 1,
    )


def _run_at_end(points: Mapping[int, float], phase: Phase, settings: Settings) -> Run | None:
    """Return the run on one side of the centre line to which the newest number belongs."""
    sides = _sides(points, phase)
    start = newest = max(points)
    while sides.get(start - 1) == sides[newest]:
        start -= 1
    is_long = newest - start + 1 >= settings.run_length
    return Run(start=start, side=sides[newest]) if sides[newest] and is_long else None


def _sides(points: Mapping[int, float], phase: Phase) -> dict[int, int]:
    """Return on which side of the centre line each point lies; 0 on the line itself."""
    slack = _slack(phase)
    return {at: 0 if abs(value - phase.mean) <= slack else _sign(value - phase.mean) for at, value in points.items()}


def _slack(phase: Phase) -> float:
    return _ROUNDING * max(abs(phase.lower), abs(phase.upper))


def _signals_of_run(points: Mapping[int, float], run: Run, old_level: Phase) -> list[Signal]:
    """Return a signal for each point of a run that is read against the level before it."""
    reach = old_level.upper - old_level.mean + _slack(old_level)
    return [
        Signal(index=at, rule=Rule.OUTSIDE if abs(value - old_level.mean) > reach else Rule.RUN, side=run.side)
        for at, value in points.items()
        if at >= run.start
    ]


def _stretches_of_one_sign(signs: Mapping[int, int], length: int) -> Iterator[range]:
    """Yield every stretch of so many successive indexes that share a sign; zero is no sign."""
    for start, sign in signs.items():
        stretch = range(start, start + length)
        if sign and all(signs.get(at) == sign for at in stretch):
            yield stretch


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
