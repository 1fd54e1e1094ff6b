"""A shelf holds one kind of record with its whole history. Reading and writing are the same for every kind."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, func, insert, or_, select, update

from data.model import Observation, ProcessGoal
from data.store import rows, schema

_Kept = TypeVar("_Kept", Observation, ProcessGoal)
FIRST_TOLD = "first_told"  # an order: as the keys came first, whatever has been published or undone of them since
_CHUNK = 400  # keys in one IN list, well under the limit of every database


class Conflict(Exception):
    """A key that a publication touches has changed since the version that it was previewed against."""


@dataclass(frozen=True)
class Shelf(Generic[_Kept]):
    """A table and how its records become rows and rows records."""

    table: Table
    pack: Callable[[_Kept], rows.Row]
    build: Callable[[RowMapping], _Kept]

    def holds_at(self, version: int | None) -> ColumnElement[bool]:
        """The rows that hold at a version; None: the open ones."""
        columns = self.table.c
        if version is None:
            return columns.to_version.is_(None)
        return and_(columns.from_version <= version, or_(columns.to_version.is_(None), columns.to_version > version))

    def read(
        self,
        connection: Connection,
        version: int | None,
        chosen: Mapping[str, Sequence[str] | None],
        order: Collection[str],
    ) -> tuple[_Kept, ...]:
        """Records that hold at a version and whose columns have one of the chosen values (None: any)."""
        columns = self.table.c
        where = [columns[name].in_(values) for name, values in chosen.items() if values is not None]
        query = select(self.table).where(self.holds_at(version), *where)
        if FIRST_TOLD in order:
            first = select(columns.key, func.min(columns.id).label(FIRST_TOLD)).group_by(columns.key).subquery()
            query = query.join(first, first.c.key == columns.key)
            query = query.order_by(*(first.c[name] if name == FIRST_TOLD else columns[name] for name in order))
        else:
            query = query.order_by(*(columns[name] for name in order))
        return tuple(map(self.build, connection.execute(query).mappings()))

    def history(
        self, connection: Connection, chosen: Mapping[str, Sequence[str]]
    ) -> tuple[tuple[int, int | None, _Kept], ...]:
        """Every record there has been of the chosen, with the version that brought it and the one that closed it."""
        columns = self.table.c
        where = [columns[name].in_(values) for name, values in chosen.items()]
        query = select(self.table).where(*where).order_by(columns.key, columns.from_version)
        found = connection.execute(query).mappings()
        return tuple((row["from_version"], row["to_version"], self.build(row)) for row in found)

    def changes(self, connection: Connection, version: int) -> tuple[tuple[_Kept | None, _Kept | None], ...]:
        """What a version changed, as pairs of old and new; None where there was or is nothing."""
        columns = self.table.c
        is_touched = or_(columns.from_version == version, columns.to_version == version)
        pairs: dict[str, list[_Kept | None]] = {}
        for row in connection.execute(select(self.table).where(is_touched).order_by(columns.id)).mappings():
            pairs.setdefault(row["key"], [None, None])[row["from_version"] == version] = self.build(row)
        return tuple((old, new) for old, new in pairs.values())

    def put(self, connection: Connection, records: Iterable[_Kept], version: int, previewed: int | None = None) -> None:
        """Open what is new, close and open anew what differs, leave alone what says the same."""
        incoming = {rows.key_of(record): record for record in records}
        closed, unchanged = [], set()
        for row in self._open_rows(connection, list(incoming)):
            if previewed is not None and row["from_version"] > previewed:
                raise Conflict(f"muuttunut version {previewed} jälkeen: {row['key']}")
            if self.build(row).content == incoming[row["key"]].content:
                unchanged.add(row["key"])
            else:
                closed.append(row["id"])
        self._close(connection, closed, version)
        self._open(connection, [self.pack(incoming[key]) for key in incoming if key not in unchanged], version)

    def restore(self, connection: Connection, to_version: int, version: int) -> None:
        """Make the open rows equal to those of an earlier version; what has not changed since is left alone."""
        then, now = self.holds_at(to_version), self.holds_at(None)
        gone = connection.execute(select(self.table.c.id).where(now, ~then)).scalars().all()
        lost = connection.execute(select(self.table).where(then, ~now)).mappings().all()
        self._close(connection, gone, version)
        history = ("id", "from_version", "to_version")
        self._open(connection, [{k: v for k, v in row.items() if k not in history} for row in lost], version)

    def _open_rows(self, connection: Connection, keys: Sequence[str]) -> Iterator[RowMapping]:
        for chunk in _chunks(keys):
            query = select(self.table).where(self.holds_at(None), self.table.c.key.in_(chunk))
            yield from connection.execute(query).mappings().all()

    def _close(self, connection: Connection, ids: Sequence[int], version: int) -> None:
        for chunk in _chunks(ids):
            query = update(self.table).where(self.table.c.id.in_(chunk)).values(to_version=version)
            connection.execute(query)

    def _open(self, connection: Connection, fresh: Sequence[Mapping[str, Any]], version: int) -> None:
        if fresh:
            connection.execute(insert(self.table), [{**row, "from_version": version} for row in fresh])


_Item = TypeVar("_Item")


def _chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


OBSERVATIONS = Shelf(schema.observations, rows.observation_row, rows.observation)
PROCESS_GOALS = Shelf(schema.process_goals, rows.process_goal_row, rows.process_goal)
