"""Values that have been replaced, as they may be shown beside what holds now (rules of the numbers, 6)."""

from collections.abc import Iterable

from data.analysis.small_numbers.suppression import hide, protect
from data.catalogue import Catalogue
from data.model import Missing, Observation


def protect_past(
    past: Iterable[Observation], current: Iterable[Observation], catalogue: Catalogue
) -> tuple[Observation, ...]:
    """Replaced or changed values beside `current`, which is protected already, in their order.

    Where anything of an indicator in a region is hidden, now or in its past, all of its past is: a difference of two
    totals would give a small count away.
    """
    replaced = tuple(past)
    closed = {(o.region, o.indicator) for o in current if o.missing is Missing.HIDDEN}
    closed |= {(o.region, o.indicator) for o in protect(replaced, catalogue) if o.missing is Missing.HIDDEN}
    return tuple(hide(o) if (o.region, o.indicator) in closed else o for o in replaced)
