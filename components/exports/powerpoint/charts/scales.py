"""Axes with round numbers, and texts beside each other that do not run together."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Scale(NamedTuple):
    """The ends of an axis and the distance of its ticks."""

    low: float
    high: float
    step: float

    @property
    def decimals(self) -> int:
        """How many decimals its ticks need."""
        return next((n for n in range(7) if abs(round(self.step, n) - self.step) < self.step / 1000), 7)


def from_zero(values: Sequence[float], *, ticks: int = 5) -> Scale:
    """An axis that holds zero and every value, with some room above, on round numbers."""
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.08
    low, high = (low - room if low < 0 else 0.0), high + room
    rough = (high - low) / ticks
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * 0.999)
    return Scale(floor(low / step) * step, ceil(high / step) * step, step)


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Centres of texts of these heights, as near to the wanted places as fits between `low` and `high`.

    The order is kept: texts that would meet are moved apart evenly. Where all cannot fit, they start at `low`.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    groups: list[tuple[list[int], float]] = []  # members and top edge of texts that touch each other
    for at in order:
        members, top = [at], wanted[at] - heights[at] / 2
        while True:
            size = sum(heights[one] for one in members)
            top = max(low, min(top, high - size))
            if not groups or groups[-1][1] + sum(heights[one] for one in groups[-1][0]) <= top:
                break
            before, _ = groups.pop()
            members = before + members
            offset, tops = 0.0, []
            for one in members:
                tops.append(wanted[one] - heights[one] / 2 - offset)
                offset += heights[one]
            top = sum(tops) / len(tops)
        groups.append((members, top))
    found = [0.0] * len(wanted)
    for members, top in groups:
        for one in members:
            found[one] = top + heights[one] / 2
            top += heights[one]
    return found
