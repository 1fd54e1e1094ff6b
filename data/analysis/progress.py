"""How far a value has come from its baseline towards its target, and how far it should be by now.

Rules of the numbers, 1, and the `e` of 3. Values are finite and in one unit; shares are 1.0 for the whole way.
"""

from collections.abc import Sequence
from datetime import date

from data.model import Direction


def progress(baseline: float, target: float, latest: float) -> float | None:
    """Share of the way from baseline to target: p = (x−b)/(T−b), rule 1.

    The sign takes care of direction: (120, 90, 105) → 0.5. Below 0 the value has gone the wrong way, above 1 past the
    target; it is clipped in drawings only. None where target and baseline are equal: "ylläpidä", see `is_met`.
    """
    return None if target == baseline else (latest - baseline) / (target - baseline)


def is_met(target: float, latest: float, direction: Direction) -> bool | None:
    """Whether the target is reached: d·(x−T) ≥ 0, rule 1. None when the direction is not judged."""
    if direction is Direction.NOT_JUDGED:
        return None
    return latest >= target if direction is Direction.HIGHER else latest <= target


def contradicts(baseline: float, target: float, direction: Direction) -> bool:
    """Whether the target lies on the worse side of the baseline: sign(T−b) ≠ d, rule 1. The catalogue is then wrong.

    Nothing contradicts a direction that is not judged, nor a target that equals the baseline ("ylläpidä").
    """
    if direction is Direction.NOT_JUDGED or target == baseline:
        return False
    return (target > baseline) is not (direction is Direction.HIGHER)


def expected(baseline_date: date, target_date: date, now: date, interim: Sequence[tuple[date, float]] = ()) -> float:
    """Share of the way that should be behind at `now`, 0–1: e = clamp((t−t_b)/(t_T−t_b), 0, 1), rule 3.

    `interim` targets are (date, share of the way), in any order; between them the share is interpolated linearly. Those
    that do not lie between the two dates have no effect, and of two for one day the higher holds from then on.
    From the target date on all is expected, even when the target is dated to the baseline or before it.
    """
    if now >= target_date:
        return 1.0
    if now <= baseline_date:
        return 0.0
    between = sorted((when, share) for when, share in interim if baseline_date < when < target_date)
    steps = [(baseline_date, 0.0), *between, (target_date, 1.0)]
    ahead = next(at for at, (when, _) in enumerate(steps) if when > now)
    (earlier, behind), (later, due) = steps[ahead - 1], steps[ahead]
    share = behind + (due - behind) * ((now - earlier) / (later - earlier))
    return min(max(share, 0.0), 1.0)
