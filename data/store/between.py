"""The net difference of two versions: what holds at one and not at the other, cell by cell."""

from sqlalchemy import Connection, and_, or_, select

from data.model import Observation
from data.store.records import Change
from data.store.shelves import OBSERVATIONS


def between(connection: Connection, earlier: int, later: int) -> tuple[Change, ...]:
    """Observations that differ between two versions, in the order of indicator, region, group and period.

    What changed and changed back is no difference, nor is what was only read anew from elsewhere.
    """
    then, now, columns = OBSERVATIONS.holds_at(earlier), OBSERVATIONS.holds_at(later), OBSERVATIONS.table.c
    order = (columns.indicator, columns.region, columns.group_name, columns.period_start, columns.id)
    query = select(OBSERVATIONS.table, then.label("held_before")).where(or_(and_(then, ~now), and_(now, ~then)))
    pairs: dict[str, list[Observation | None]] = {}
    for row in connection.execute(query.order_by(*order)).mappings():
        pairs.setdefault(row["key"], [None, None])[0 if row["held_before"] else 1] = OBSERVATIONS.build(row)
    return tuple(Change(old=old, new=new) for old, new in pairs.values() if not _same(old, new))


def _same(old: Observation | None, new: Observation | None) -> bool:
    return old is not None and new is not None and old.content == new.content
