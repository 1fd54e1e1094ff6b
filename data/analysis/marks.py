"""The signals of a monthly series as marks: a run or a shift is one mark, with its side (rules of the numbers, 7)."""

from collections.abc import Iterator
from datetime import date

from data.analysis.monthly import MonthlySeries
from data.analysis.status import Tone
from data.analysis.xmr import Rule, Signal
from data.model import Direction, Record


class Mark(Record):
    """Successive signals on one side: the rule, the first days of its first and last month, and how many points.

    `side` is 1 above and −1 below the centre line, `tone` what that means for people. `is_active`: the newest point
    belongs to it.
    """

    rule: Rule
    start: date
    end: date
    points: int
    side: int
    tone: Tone
    is_active: bool


def marks(months: MonthlySeries, direction: Direction) -> tuple[Mark, ...]:
    """Return the marks of a series in time order."""
    run_start = months.chart.run.start if months.chart.run else None
    return tuple(_mark(group, months, direction) for group in _groups(months.chart.signals, run_start))


def tone_of(side: int, direction: Direction) -> Tone:
    """Return what a side of the centre line means for people."""
    if direction is Direction.NOT_JUDGED:
        return Tone.NEUTRAL
    return Tone.GOOD if (side > 0) is (direction is Direction.HIGHER) else Tone.CONCERN


def _groups(signals: tuple[Signal, ...], run_start: int | None) -> Iterator[tuple[Signal, ...]]:
    """Yield successive signals on one side; a run that goes on begins a group of its own, as it begins the level."""
    group: tuple[Signal, ...] = ()
    for signal in signals:
        follows = group and signal.index == group[-1].index + 1 and signal.side == group[-1].side
        if group and (not follows or signal.index == run_start):
            yield group
            group = ()
        group = (*group, signal)
    if group:
        yield group


def _mark(group: tuple[Signal, ...], months: MonthlySeries, direction: Direction) -> Mark:
    rules = {signal.rule for signal in group}
    chart = months.chart
    is_run = chart.run is not None and group[-1].index >= chart.run.start
    return Mark(
        rule=Rule.RUN if is_run else next(rule for rule in Rule if rule in rules),
        start=months.months[group[0].index],
        end=months.months[group[-1].index],
        points=len(group),
        side=group[0].side,
        tone=tone_of(group[0].side, direction),
        is_active=group[-1].index == chart.newest,
    )
