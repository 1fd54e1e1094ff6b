"""The value axis of a figure: fitted to what is drawn, with round ticks that do not stretch it."""

import math
from collections.abc import Iterable
from typing import NamedTuple

_STEPS = (5.0, 2.5, 2.0, 1.0)  # times a power of ten, the largest first


class Axis(NamedTuple):
    """The ends of an axis and its ticks, in the unit of the values."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def starts_at_zero(self) -> bool:
        """Return whether the axis starts at zero: if not, it is said under a large figure."""
        return self.low == 0


def fitted_axis(values: Iterable[float], *, air: float = 0.08, ticks: int = 3, whole: bool = False) -> Axis:
    """Return an axis of the range of all values plus `air` of it at both ends, with at least so many ticks.

    Zero is taken along when the lowest value is within a quarter of the range from it. `whole`: counts, whose ticks are
    whole numbers and may be two. Equal values get a range of a tenth of their size.
    """
    known = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(known), max(known)
    span = high - low or abs(high) / 10 or 1.0
    if 0 < low <= span / 4:
        low, span = 0.0, high
    bottom = 0.0 if low == 0 else low - air * span
    top = high + air * span
    return Axis(bottom, top, _ticks(bottom, top, 2 if whole else ticks, whole=whole))


def axis_from_zero(values: Iterable[float], *, air: float = 0.08) -> Axis:
    """Return an axis that starts at zero, for bars and dumbbells."""
    known = [value for value in values if math.isfinite(value)]
    low, high = min([0.0, *known]), max([0.0, *known])
    if low == high:
        high = 1.0
    span = high - low
    low, high = (low - air * span if low < 0 else 0.0), (high + air * span if high > 0 else 0.0)
    return Axis(low, high, _ticks(low, high, 3, whole=False))


def _ticks(low: float, high: float, wanted: int, *, whole: bool) -> tuple[float, ...]:
    """Return the multiples of the largest round step that has so many of them between the ends."""
    exponent = math.floor(math.log10(high - low)) + 1
    ticks: tuple[float, ...] = ()
    for power in range(exponent, exponent - 4, -1):
        for factor in _STEPS:
            step = factor * 10.0**power
            if whole and step % 1:
                return ticks
            ticks = _multiples(low, high, step)
            if len(ticks) >= wanted:
                return ticks
    return ticks


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(round(number * step, 10) for number in range(first, last + 1))
