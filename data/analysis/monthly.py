"""A monthly series month by month: values with gaps, control chart and level (rules of the numbers, 3, 7)."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from statistics import fmean

from data.analysis.evidence import monthly_points
from data.analysis.series import Series
from data.analysis.xmr import ControlChart, control_chart
from data.model import Indicator, Missing, Record


class Level(Record):
    """Where a series stands now: the mean of the newest phase, or of the points since a run began.

    `start` and `end` are the first days of its first and last month, `count` its points, `before` the mean before it
    (None: nothing before), `is_shifted` whether a run or an entered level shift began it.
    """

    mean: float
    start: date
    end: date
    count: int
    before: float | None
    is_shifted: bool


class MonthlySeries(Record):
    """The months of a series from the first to the last with a number, each by its first day; None is a gap."""

    months: tuple[date, ...]
    values: tuple[float | None, ...]
    phase_starts: tuple[int, ...] = ()
    has_hidden: bool = False

    @cached_property
    def chart(self) -> ControlChart:
        """The control chart; empty where months are hidden, since shown months alone would tell another level."""
        return ControlChart() if self.has_hidden else control_chart(self.values, self.phase_starts)

    @cached_property
    def level(self) -> Level:
        """The level that is judged instead of the last point."""
        run = self.chart.run
        shift = run.start if run else max(self.phase_starts, default=0)
        newest = self._known(shift, len(self.values))
        before = self._known(max((at for at in self.phase_starts if at < shift), default=0), shift)
        return Level(
            mean=fmean(newest.values()),
            start=self.months[min(newest)],
            end=self.months[max(newest)],
            count=len(newest),
            before=fmean(before.values()) if before else None,
            is_shifted=shift > 0,
        )

    def values_of_level(self) -> tuple[float, ...]:
        """Return the values from which the level is made, in time order."""
        return tuple(
            value
            for month, value in zip(self.months, self.values, strict=True)
            if value is not None and month >= self.level.start
        )

    def _known(self, start: int, stop: int) -> Mapping[int, float]:
        return {at: value for at in range(start, stop) if (value := self.values[at]) is not None}


def monthly_series(indicator: Indicator, series: Series) -> MonthlySeries | None:
    """Return a series month by month with the level shifts that have been entered; None where it is not monthly."""
    by_month = {o.period.start: o for o in monthly_points(series) if o.period.start}
    if not by_month:
        return None
    months = _months(min(by_month), max(by_month))
    shifts = [_first_day(shift.when) for shift in indicator.level_shifts]
    starts = {at for at, month in enumerate(months) if month in shifts}
    return MonthlySeries(
        months=months,
        values=tuple(by_month[month].value if month in by_month else None for month in months),
        phase_starts=tuple(sorted(starts - {0})),
        has_hidden=any(gap.missing is Missing.HIDDEN for gap in series.gaps),
    )


def _months(first: date, last: date) -> tuple[date, ...]:
    months = [first]
    while months[-1] < last:
        months.append(_first_day(months[-1] + timedelta(days=31)))
    return tuple(months)


def _first_day(day: date) -> date:
    return day.replace(day=1)
