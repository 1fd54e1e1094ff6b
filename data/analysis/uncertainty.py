"""How far chance alone may have moved a value: 95 % intervals of shares, their differences and ratios of counts.

Rules of the numbers, 5. Shares and their differences are in proportion units (0.15 is 15 percentage points).
Two measurements are taken as independent: for the same people asked twice the intervals do not hold.
"""

import math
from typing import NamedTuple

from data.settings import SETTINGS, Settings


class Interval(NamedTuple):
    """Two ends, both included."""

    lower: float
    upper: float


class Change(NamedTuple):
    """An estimated change with its interval. `no_change` is 0 for a difference and 1 for a ratio."""

    estimate: float
    interval: Interval
    no_change: float = 0.0

    @property
    def may_be_chance(self) -> bool:
        """Whether no change lies inside the interval: "ero voi olla satunnaisvaihtelua"."""
        return self.interval.lower <= self.no_change <= self.interval.upper


def wilson(successes: int, n: int, *, settings: Settings = SETTINGS) -> Interval:
    """Score interval of the share k/n, within 0–1: (k + z²/2 ± z·√(k(n−k)/n + z²/4)) / (n + z²).

    ValueError when n < 1 or successes are not from 0 to n: nothing is known of a share of nobody.
    Source: Wilson 1927, J Am Stat Assoc 22:209–212.
    """
    share = _share(successes, n)
    z_squared = settings.z**2
    centre = (successes + z_squared / 2) / (n + z_squared)
    half = settings.z * math.sqrt(successes * (n - successes) / n + z_squared / 4) / (n + z_squared)
    # At 0 and n an end is the share itself; rounding must not carry it past.
    return Interval(max(min(centre - half, share), 0.0), min(max(centre + half, share), 1.0))


def difference_of_proportions(
    successes_before: int, n_before: int, successes_after: int, n_after: int, *, settings: Settings = SETTINGS
) -> Change:
    """After minus before, −1 … 1, with the hybrid score interval from the two Wilson intervals (l, u).

    d − √((p₂−l₂)² + (u₁−p₁)²) … d + √((u₂−p₂)² + (p₁−l₁)²). ValueError as in `wilson`.
    Source: Newcombe 1998, Stat Med 17:873–890, method 10.
    """
    before, after = _share(successes_before, n_before), _share(successes_after, n_after)
    around_before = wilson(successes_before, n_before, settings=settings)
    around_after = wilson(successes_after, n_after, settings=settings)
    difference = after - before
    down = math.hypot(after - around_after.lower, around_before.upper - before)
    up = math.hypot(around_after.upper - after, before - around_before.lower)
    return Change(difference, Interval(difference - down, difference + up))


def rate_ratio(before: int, after: int, *, settings: Settings = SETTINGS) -> Change | None:
    """After / before of two counts of events from equal spans and populations, with exp(ln RR ± z·√(1/a + 1/b)).

    None when a count is zero: the ratio or its interval does not exist. ValueError when one is negative.
    Source: Kirkwood & Sterne 2003, Essential Medical Statistics, comparing two rates (counts taken as Poisson).
    """
    if before < 0 or after < 0:
        raise ValueError("a count is not negative")
    if before == 0 or after == 0:
        return None
    ratio = after / before
    factor = math.exp(settings.z * math.sqrt(1 / before + 1 / after))
    return Change(ratio, Interval(ratio / factor, ratio * factor), no_change=1.0)


def _share(successes: int, n: int) -> float:
    if n < 1 or not 0 <= successes <= n:
        raise ValueError("a share needs n of at least 1 and successes from 0 to n")
    return successes / n
