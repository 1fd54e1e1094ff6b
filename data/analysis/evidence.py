"""What may be said and drawn with how many observations: the evidence of a series (rules of the numbers, 2).

Perla et al. 2011, BMJ Qual Saf 20:46–51, on what few points of a run chart can and cannot tell.
"""

from calendar import monthrange
from datetime import date
from enum import StrEnum
from itertools import pairwise

from data.analysis.series import Series
from data.model import Observation, Period, Qualifier, Role
from data.settings import SETTINGS, Settings

_BOUNDS = frozenset({Qualifier.OVER, Qualifier.UNDER, Qualifier.AT_LEAST, Qualifier.AT_MOST})


class Evidence(StrEnum):
    """How much evidence a series has, from none up: each level allows all that those below it allow."""

    NONE = "ei lukuja"
    ONE_VALUE = "yksi arvo"
    BASELINE_AND_FOLLOW_UP = "lähtötila ja seuranta"
    FEW_POINTS = "muutama havainto"
    NOT_MONTHLY = "muu kuin kuukausisarja"
    RUN_CHART = "kuukausisarja"
    CONTROL_CHART = "ohjauskortti"

    @property
    def joins_points(self) -> bool:
        """Return whether a line may join the points: two of them are a difference and no course."""
        return self._is_at_least(Evidence.FEW_POINTS)

    @property
    def draws_limits(self) -> bool:
        """Return whether the months may have a centre line and limits, preliminary or locked."""
        return self._is_at_least(Evidence.RUN_CHART)

    @property
    def marks_signals(self) -> bool:
        """Return whether points may be marked as signals."""
        return self._is_at_least(Evidence.CONTROL_CHART)

    @property
    def caution(self) -> str:
        """Return why nothing is said of direction, in Finnish; empty where the level itself says enough."""
        return _CAUTIONS.get(self, "")

    def _is_at_least(self, other: "Evidence") -> bool:
        levels = list(Evidence)
        return levels.index(self) >= levels.index(other)


_CAUTIONS = {
    Evidence.FEW_POINTS: "liian vähän havaintoja suunnan arvioon",
    Evidence.NOT_MONTHLY: "havainnot eivät ole kuukausittaisia",
}


def evidence_of(series: Series, *, settings: Settings = SETTINGS) -> Evidence:
    """Return the highest level that the numbers of a series reach."""
    months, points = len(monthly_points(series)), len(series.points)
    if months >= settings.run_chart_points:
        return Evidence.CONTROL_CHART if months >= settings.locked_points else Evidence.RUN_CHART
    if points <= 1:
        return Evidence.ONE_VALUE if points else Evidence.NONE
    if len(series.baselines) == len(series.follow_ups) == 1:
        return Evidence.BASELINE_AND_FOLLOW_UP
    is_short = points < settings.run_chart_points or _in_months(series)
    return Evidence.FEW_POINTS if is_short else Evidence.NOT_MONTHLY


def monthly_points(series: Series) -> tuple[Observation, ...]:
    """Return the points of a run chart in time order: one exact number of one unit a month; empty when not monthly.

    Every follow-up covers one whole calendar month, no month comes twice, and months may be missing between. A month
    told as a range or a bound ("yli 30") is a missing one. A baseline of another length stands beside as a level.
    """
    return tuple(o for o in _in_months(series) if o.value is not None and o.qualifier not in _BOUNDS)


def _in_months(series: Series) -> list[Observation]:
    """Return follow-ups, and baselines that cover a month, when they make one monthly series; else nothing."""
    points = [o for o in series.points if o.role is Role.FOLLOW_UP or _month(o.period)]
    months = [_month(o.period) for o in points]
    follow_each_other = all(month and following and month < following for month, following in pairwise(months))
    return points if all(months) and follow_each_other and len({o.unit for o in points}) <= 1 else []


def _month(period: Period) -> date | None:
    """Return the first day of the calendar month that a period covers whole and alone; None when it does not."""
    start, end = period.start, period.end
    if start is None or start.day != 1:
        return None
    return start if end == start.replace(day=monthrange(start.year, start.month)[1]) else None
