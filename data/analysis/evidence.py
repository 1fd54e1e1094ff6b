"""What may be said with how many observations: the rung on which a series stands (rules of the numbers, 2).

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


class Rung(StrEnum):
    """Rungs from the lowest to the highest: each allows all that the ones below it allow."""

    NONE = "ei lukuja"
    ONE_VALUE = "yksi arvo"
    BASELINE_AND_FOLLOW_UP = "lähtötila ja seuranta"
    FEW_POINTS = "muutama havainto"
    NOT_MONTHLY = "muu kuin kuukausisarja"
    RUN_CHART = "kuukausisarja"
    CONTROL_CHART = "ohjauskortti"

    @property
    def allows_difference(self) -> bool:
        """Whether a difference from the baseline may be told. `Series.no_difference` may still stand against it."""
        return self._is_at_least(Rung.BASELINE_AND_FOLLOW_UP)

    @property
    def allows_lines(self) -> bool:
        """Whether points may be joined."""
        return self._is_at_least(Rung.FEW_POINTS)

    @property
    def allows_trial_limits(self) -> bool:
        """Whether a centre line and limits may be drawn, named as preliminary."""
        return self._is_at_least(Rung.RUN_CHART)

    @property
    def allows_signals(self) -> bool:
        """Whether limits may be locked and points marked as signals."""
        return self._is_at_least(Rung.CONTROL_CHART)

    @property
    def allows_trend_words(self) -> bool:
        """Whether a trend may be spoken of: only where a signal can carry the word."""
        return self._is_at_least(Rung.CONTROL_CHART)

    def _is_at_least(self, other: "Rung") -> bool:
        order = list(Rung)
        return order.index(self) >= order.index(other)


def rung(series: Series, *, settings: Settings = SETTINGS) -> Rung:
    """The highest rung that the numbers of one series reach."""
    months, points = len(monthly_points(series)), len(series.points)
    if months >= settings.run_chart_points:
        return Rung.CONTROL_CHART if months >= settings.locked_points else Rung.RUN_CHART
    if points <= 1:
        return Rung.ONE_VALUE if points else Rung.NONE
    if len(series.baselines) == len(series.follow_ups) == 1:
        return Rung.BASELINE_AND_FOLLOW_UP
    is_short = points < settings.run_chart_points or _in_months(series)
    return Rung.FEW_POINTS if is_short else Rung.NOT_MONTHLY


def caution(step: Rung) -> str:
    """Why nothing is said of direction, in Finnish; empty where the rung itself says enough."""
    return _CAUTIONS.get(step, "")


_CAUTIONS = {
    Rung.FEW_POINTS: "liian vähän havaintoja suunnan arvioon",
    Rung.NOT_MONTHLY: "havainnot eivät ole kuukausittaisia",
}


def monthly_points(series: Series) -> tuple[Observation, ...]:
    """The points of a run chart in time order: one exact number of one unit a month; empty when not monthly.

    Every follow-up covers one whole calendar month, no month comes twice, and months may be missing between. A month
    told as a range or a bound ("yli 30") is a missing one. A baseline of another length stands beside as a level.
    """
    return tuple(o for o in _in_months(series) if o.value is not None and o.qualifier not in _BOUNDS)


def _in_months(series: Series) -> list[Observation]:
    """Follow-ups, and baselines that cover a month, when they make one monthly series; else nothing."""
    points = [o for o in series.points if o.role is Role.FOLLOW_UP or _month(o.period)]
    months = [_month(o.period) for o in points]
    follow_each_other = all(one and other and one < other for one, other in pairwise(months))
    return points if all(months) and follow_each_other and len({o.unit for o in points}) <= 1 else []


def _month(period: Period) -> date | None:
    """The first day of the calendar month that a period covers whole and alone (28–31 days); None when it does not."""
    start, end = period.start, period.end
    if start is None or start.day != 1:
        return None
    return start if end == start.replace(day=monthrange(start.year, start.month)[1]) else None
