"""Values that have been replaced, as they may be shown beside what holds now (rules of the numbers, 6)."""

from collections.abc import Iterable

from data.analysis.protection import hide, protect
from data.catalogue import Catalogue
from data.model import Missing, Observation


def protect_past(
    past: Iterable[Observation], current: Iterable[Observation], catalogue: Catalogue
) -> tuple[Observation, ...]:
    """Replaced or changed values beside `current`, which is protected already, in their order.

    A cell that is hidden now was no freer before, and a small count is hidden whenever it held.
    """
    closed = {o.key for o in current if o.missing is Missing.HIDDEN}
    alone = (protect([o], catalogue)[0] for o in past)
    return tuple(hide(o) if o.key in closed else o for o in alone)
