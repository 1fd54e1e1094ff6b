"""Statistical process control of a monthly series: the XmR chart and its signals (rules of the numbers, 7).

Sources: NHS England, Making Data Count, as implemented in NHSRplotthedots; Wheeler, Understanding Variation (2.66).
Two details follow our rules where NHSRplotthedots differs: a point outside the limits counts as one of "2 of 3", and a
run is named before a trend.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from data.model import Direction, Record
from data.settings import SETTINGS, Settings

RULE_SET = "NHS England Making Data Count (XmR)"

_LARGEST = 1e300  # sums of what is below stay finite
_ROUNDING = 1e-12  # share of a line's value that rounding alone may put between it and a point on it


class Rule(StrEnum):
    """What makes a point a signal, in the order in which they are tried."""

    OUTSIDE = "rajojen ulkopuolella"
    TWO_OF_THREE = "2/3 lähellä rajaa samalla puolella"
    RUN = "7 peräkkäin samalla puolella"
    TREND = "7 pisteen suunta"


class Outlook(StrEnum):
    """What the limits promise of a target if nothing in the process changes."""

    MET = "saavutetaan säännönmukaisesti"
    NOT_MET = "ei saavuteta nykyisellä tavalla"
    VARIES = "vaihtelee"


class Phase(Record):
    """A stretch with one centre line and one pair of limits. `start` and `end` are indexes, both included.

    `mean`, `lower` and `upper` are in the unit of the values. Trial limits are not final and carry no signals.
    """

    start: int
    end: int
    mean: float
    lower: float
    upper: float
    is_trial: bool


class Signal(Record):
    """A point that is part of a pattern, by its index, and the first rule that it fits."""

    index: int
    rule: Rule


class Xmr(Record):
    """Phases and signals, each in time order.

    `latest` is the phase of the newest month, None while it has too few numbers: a target is read against no other.
    """

    phases: tuple[Phase, ...] = ()
    signals: tuple[Signal, ...] = ()
    latest: Phase | None = None


def xmr(
    values: Sequence[float | None],
    baseline: range | None = None,
    rebases: Sequence[int] = (),
    *,
    settings: Settings = SETTINGS,
) -> Xmr:
    """Phases and signals of one value a month, in time order and one unit.

    None is a missing month: it breaks moving ranges and patterns. So do nan, infinity and numbers from 1e300.
    `rebases` are the indexes at which a new phase starts, entered with date and reason elsewhere; those outside the
    series have no effect. Lines come from a phase's first `locked_points` numbers, or from `baseline`, a declared
    window of indexes, in the phase in which the window starts. A phase is left out when the window has fewer than
    `run_chart_points` numbers or no two months in a row. Its limits are on trial while it has fewer than
    `locked_points` numbers, or fewer moving ranges than the shortest run chart without gaps.
    """
    known = {at: v for at, v in enumerate(values) if v is not None and abs(v) < _LARGEST}
    starts = sorted({0, *(at for at in rebases if 0 < at < len(values))})
    phases: list[Phase] = []
    signals: list[Signal] = []
    for start, stop in pairwise([*starts, len(values)]):
        points = {at: known[at] for at in range(start, stop) if at in known}
        phase = _phase(range(start, stop), points, baseline, settings)
        if phase:
            phases.append(phase)
            signals += () if phase.is_trial else _signals(points, phase, settings)
    latest = phases[-1] if phases and phases[-1].end == len(values) - 1 else None
    return Xmr(phases=tuple(phases), signals=tuple(signals), latest=latest)


def outlook(target: float, phase: Phase, direction: Direction) -> Outlook | None:
    """Whether a target lies beyond the limits of the latest phase, and on which side; on a limit it "vaihtelee".

    None when the direction is not judged. What trial limits promise is as preliminary as they are.
    """
    if direction is Direction.NOT_JUDGED:
        return None
    if phase.lower <= target <= phase.upper:
        return Outlook.VARIES
    is_easy = target < phase.lower if direction is Direction.HIGHER else target > phase.upper
    return Outlook.MET if is_easy else Outlook.NOT_MET


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


def _phase(stretch: range, points: Mapping[int, float], baseline: range | None, settings: Settings) -> Phase | None:
    """Return the phase whose lines are mean ± 2.66·mean(MR) of the window."""
    chosen = baseline if baseline and baseline[0] in stretch else [*points][: settings.locked_points]
    window = {at: points[at] for at in chosen if at in points}
    average = mean_moving_range(window, settings=settings)
    if len(window) < settings.run_chart_points or average is None:
        return None
    count = sum(at - 1 in window for at in window)
    is_trial = len(points) < settings.locked_points or count < settings.run_chart_points - 1
    centre, reach = mean(window.values()), settings.limit_factor * average
    return Phase(
        start=stretch[0], end=stretch[-1], mean=centre, lower=centre - reach, upper=centre + reach, is_trial=is_trial
    )


def _signals(points: Mapping[int, float], phase: Phase, settings: Settings) -> list[Signal]:
    """Every point of every pattern within a phase: for "2 of 3" the two or three that lie near the limit."""
    slack = _ROUNDING * max(abs(phase.lower), abs(phase.upper))
    reach = phase.upper - phase.mean
    offsets = {at: value - phase.mean for at, value in points.items()}
    outside = {at for at, offset in offsets.items() if abs(offset) > reach + slack}
    near = {at for at, offset in offsets.items() if abs(offset) > reach * 2 / 3 + slack}
    sides = {at: 0 if abs(offset) <= slack else _sign(offset) for at, offset in offsets.items()}
    steps = {at: _sign(value - points[at - 1]) for at, value in points.items() if at - 1 in points}
    threes = [near & {*three} for three in _alike(sides, 3)]
    fitting = {
        Rule.OUTSIDE: outside,
        Rule.TWO_OF_THREE: {at for three in threes if len(three) >= 2 for at in three},
        Rule.RUN: {at for run in _alike(sides, settings.run_length) for at in run},
        Rule.TREND: {at for trend in _alike(steps, settings.trend_length - 1) for at in (trend[0] - 1, *trend)},
    }
    found = {at: rule for rule in reversed(Rule) for at in fitting[rule]}  # the first rule is written last
    return [Signal(index=at, rule=found[at]) for at in sorted(found)]


def _alike(signs: Mapping[int, int], length: int) -> Iterator[range]:
    """Every stretch of so many successive indexes that share a sign; zero is no sign."""
    for start, sign in signs.items():
        stretch = range(start, start + length)
        if sign and all(signs.get(at) == sign for at in stretch):
            yield stretch


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
