"""A change from the baseline to the latest value, tested where the data allows it (rules of the numbers, 5)."""

from data.analysis.series import Series
from data.analysis.uncertainty import Change, difference_of_proportions, rate_ratio
from data.model import Observation, Record
from data.settings import SETTINGS, Settings
from data.units import is_count


class TestedChange(Record):
    """A change with its 95 % interval: percentage points of shares, or the ratio of two counts."""

    estimate: float
    lower: float
    upper: float
    is_ratio: bool
    may_be_chance: bool


def tested_change(series: Series, *, settings: Settings = SETTINGS) -> TestedChange | None:
    """The tested change, or None: shares need n at both ends, counts two spans that are known to be equally long."""
    before, after = series.baseline, series.follow_ups[-1] if series.follow_ups else None
    if before is None or after is None or series.difference is None:
        return None
    if before.unit == "%":
        return _of_shares(before, after, settings)
    if is_count(before.unit) and _is_same_span(before, after):
        return _of_counts(before, after, settings)
    return None


def _of_shares(before: Observation, after: Observation, settings: Settings) -> TestedChange | None:
    if before.value is None or after.value is None or not before.n or not after.n:
        return None
    if not (0 <= before.value <= 100 and 0 <= after.value <= 100):
        return None
    successes = [round(o.value * o.n / 100) for o in (before, after) if o.value is not None and o.n]
    change = difference_of_proportions(successes[0], before.n, successes[1], after.n, settings=settings)
    return _as_tested(change, scale=100.0, is_ratio=False)


def _of_counts(before: Observation, after: Observation, settings: Settings) -> TestedChange | None:
    if before.value is None or after.value is None or before.value % 1 or after.value % 1:
        return None
    if before.value < 0 or after.value < 0:
        return None
    change = rate_ratio(int(before.value), int(after.value), settings=settings)
    return _as_tested(change, scale=1.0, is_ratio=True) if change else None


def _as_tested(change: Change, *, scale: float, is_ratio: bool) -> TestedChange:
    return TestedChange(
        estimate=change.estimate * scale,
        lower=change.interval.lower * scale,
        upper=change.interval.upper * scale,
        is_ratio=is_ratio,
        may_be_chance=change.may_be_chance,
    )


def _is_same_span(before: Observation, after: Observation) -> bool:
    """Whether both spans are told and equally long within three days (months differ in length)."""
    spans = [(p.end - p.start).days for p in (before.period, after.period) if p.start and p.end and p.start < p.end]
    return len(spans) == 2 and abs(spans[0] - spans[1]) <= 3
