"""A table that keeps one type of record with its whole history. Reading and writing are the same for every type."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, func, insert, or_, select, update

from data.model import Indicator, LeftOutValue, Observation, ProcessGoal, TemplateWords
from data.store import schema
from data.store.columns import HISTORY, Columns, RecordType, key_of

FIRST_PUBLISHED = "first_published"  # an order: as the keys came first, whatever has become of them since
_CHUNK = 400  # keys in one IN list, well under the limit of every database
_INSERTED = 5_000  # rows that are written at once, so that a large publication can tell how far it is

Progress = Callable[[int], None]  # called with the number of records dealt with since it was last called


class Conflict(Exception):
    """What a publication or an undo touches has been changed by `version`, which came after it was looked at."""

    def __init__(self, version: int) -> None:
        super().__init__(f"changed by version {version}")
        self.version = version


def ignore_progress(_: int) -> None:
    """Do nothing: the progress of a write that nobody follows."""


class VersionedTable(Generic[RecordType]):
    """A table of the store and the type of the records in it. A caller brings the connection and its transaction."""

    def __init__(self, table: Table, record_type: type[RecordType]) -> None:
        self.table = table
        columns = Columns(table, record_type)
        self._pack, self._unpack = columns.pack, columns.unpack

    def holds_at(self, version: int | None) -> ColumnElement[bool]:
        """Return the condition of the rows that hold at a version; None: of the open ones."""
        columns = self.table.c
        if version is None:
            return columns.to_version.is_(None)
        return and_(columns.from_version <= version, or_(columns.to_version.is_(None), columns.to_version > version))

    def _chosen(self, chosen: Mapping[str, Sequence[str] | None]) -> list[ColumnElement[bool]]:
        """Return the conditions of the rows whose columns have one of the chosen values (None: any)."""
        return [self.table.c[name].in_(values) for name, values in chosen.items() if values is not None]

    def read(
        self,
        connection: Connection,
        version: int | None,
        chosen: Mapping[str, Sequence[str] | None],
        order: Collection[str],
    ) -> tuple[RecordType, ...]:
        """Return the records that hold at a version and whose columns have one of the chosen values (None: any)."""
        columns = self.table.c
        query = select(self.table).where(self.holds_at(version), *self._chosen(chosen))
        if FIRST_PUBLISHED in order:
            first = select(columns.key, func.min(columns.id).label(FIRST_PUBLISHED)).group_by(columns.key).subquery()
            query = query.join(first, first.c.key == columns.key)
            query = query.order_by(*(first.c[name] if name == FIRST_PUBLISHED else columns[name] for name in order))
        else:
            query = query.order_by(*(columns[name] for name in order))
        return tuple(map(self._unpack, connection.execute(query).mappings()))

    def history(
        self,
        connection: Connection,
        version: int | None,
        chosen: Mapping[str, Sequence[str] | None],
        order: Collection[str],
    ) -> tuple[tuple[int, int | None, RecordType], ...]:
        """Return every record that the chosen cells have held, with the version that opened and the one that closed it.

        In the given order, a cell's oldest record first. The history is as it was known at `version` (None: now): a
        record that held then has None as the version that closed it.
        """
        columns = self.table.c
        query = select(self.table).where(*self._chosen(chosen))
        if version is not None:
            query = query.where(columns.from_version <= version)
        query = query.order_by(*(columns[name] for name in (*order, "key", "from_version")))

        def closing(row: RowMapping) -> int | None:
            closed: int | None = row["to_version"]
            return None if closed is not None and version is not None and closed > version else closed

        rows = connection.execute(query).mappings()
        return tuple((row["from_version"], closing(row), self._unpack(row)) for row in rows)

    def changes(
        self, connection: Connection, version: int, order: Collection[str], limit: int | None = None
    ) -> tuple[tuple[RecordType | None, RecordType | None], ...]:
        """Return what a version changed, as pairs of old and new; None where there was or is nothing.

        With a limit only so many first pairs in the given order.
        """
        columns = self.table.c
        query = select(self.table).where(self.is_touched_by(version))
        query = query.order_by(*(columns[name] for name in (*order, "key")))
        if limit is not None:
            query = query.limit(2 * limit)  # no cell has more than an old and a new row
        pairs: dict[str, list[RecordType | None]] = {}
        for row in connection.execute(query).mappings():
            pairs.setdefault(row["key"], [None, None])[row["from_version"] == version] = self._unpack(row)
        return tuple((old, new) for old, new in islice(pairs.values(), limit))

    def is_touched_by(self, version: int) -> ColumnElement[bool]:
        """Return the condition of the rows that a version opened or closed."""
        columns = self.table.c
        return or_(columns.from_version == version, columns.to_version == version)

    def differences(
        self,
        connection: Connection,
        earlier: int,
        later: int,
        chosen: Mapping[str, Sequence[str] | None],
        order: Collection[str],
    ) -> tuple[tuple[RecordType | None, RecordType | None], ...]:
        """Return pairs of what holds at the earlier version and at the later one, where the two say different things.

        What changed and changed back is no difference, nor is what was only read anew from elsewhere.
        """
        held_before, holds_after = self.holds_at(earlier), self.holds_at(later)
        is_different = or_(and_(held_before, ~holds_after), and_(holds_after, ~held_before))
        query = select(self.table, held_before.label("held_before")).where(is_different, *self._chosen(chosen))
        pairs: dict[str, list[RecordType | None]] = {}
        for row in connection.execute(query.order_by(*(self.table.c[name] for name in order))).mappings():
            pairs.setdefault(row["key"], [None, None])[not row["held_before"]] = self._unpack(row)
        return tuple((old, new) for old, new in pairs.values() if not (old and new and old.content == new.content))

    def touched_records(self, connection: Connection, since: int) -> tuple[RecordType, ...]:
        """Return the records that later versions than `since` have opened or closed."""
        query = select(self.table).where(self._is_touched_after(since))
        return tuple(map(self._unpack, connection.execute(query).mappings()))

    def touched_values(self, connection: Connection, since: int, column: str) -> frozenset[str]:
        """Return what a column says in the rows that later versions than `since` have opened or closed."""
        query = select(self.table.c[column]).where(self._is_touched_after(since)).distinct()
        return frozenset(connection.execute(query).scalars())

    def _is_touched_after(self, since: int) -> ColumnElement[bool]:
        columns = self.table.c
        return or_(columns.from_version > since, columns.to_version > since)

    def published_by(self, connection: Connection, author: str) -> tuple[RecordType, ...]:
        """Return what an author has published: of each cell the newest record, whether or not it still holds."""
        versions = schema.versions.c
        query = select(self.table).join(schema.versions, versions.version == self.table.c.from_version)
        query = query.where(versions.author == author).order_by(versions.version)
        newest = {row["key"]: row for row in connection.execute(query).mappings()}
        return tuple(map(self._unpack, newest.values()))

    def put(
        self,
        connection: Connection,
        records: Iterable[RecordType],
        version: int,
        previewed: int | None = None,
        progress: Progress = ignore_progress,
    ) -> None:
        """Open what is new, close and open anew what differs, leave alone what says the same.

        Raises Conflict when one of them has been changed, or removed, after version `previewed`.
        """
        incoming = {key_of(record): record for record in records}
        self._refuse_touched(connection, list(incoming), previewed)
        closed, unchanged = [], set()
        for row in self._open_rows(connection, list(incoming)):
            if self._unpack(row).content == incoming[row["key"]].content:
                unchanged.add(row["key"])
            else:
                closed.append(row["id"])
        self._close(connection, closed, version)
        progress(len(unchanged))
        self._open(
            connection, (self._pack(incoming[key]) for key in incoming if key not in unchanged), version, progress
        )

    def remove(
        self, connection: Connection, records: Iterable[RecordType], version: int, previewed: int | None = None
    ) -> None:
        """Close the rows of these records. Raises Conflict as `put` does."""
        keys = [key_of(record) for record in records]
        self._refuse_touched(connection, keys, previewed)
        self._close(connection, [row["id"] for row in self._open_rows(connection, keys)], version)

    def undo(self, connection: Connection, undone: int, version: int) -> None:
        """Take back what one version did: close what it opened, open anew what it closed.

        Raises Conflict when what it did does not stand any more: a later version has changed the same.
        """
        columns = self.table.c
        opened = connection.execute(select(self.table).where(columns.from_version == undone)).mappings().all()
        closed = connection.execute(select(self.table).where(columns.to_version == undone)).mappings().all()
        keys = list({row["key"] for row in (*opened, *closed)})
        now = {row["key"]: row for row in self._open_rows(connection, keys)}
        after = {row["key"]: _without_history(row) for row in opened}
        if changed := [key for key in keys if _without_history(now.get(key, {})) != after.get(key, {})]:
            self._refuse_touched(connection, changed, undone)
        self._close(connection, [row["id"] for row in now.values()], version)
        self._open(connection, map(_without_history, closed), version)

    def _refuse_touched(self, connection: Connection, keys: Sequence[str], since: int | None) -> None:
        """Raise Conflict if a later version than `since` has opened or closed a row with one of the keys."""
        if since is None:
            return
        columns = self.table.c
        opened, closed = func.max(columns.from_version), func.max(columns.to_version)
        for chunk in _chunks(keys):
            newest = connection.execute(
                select(opened, closed).where(self._is_touched_after(since), columns.key.in_(chunk))
            ).one()
            if versions := [version for version in newest if version is not None]:
                raise Conflict(max(versions))

    def _open_rows(self, connection: Connection, keys: Sequence[str]) -> Iterator[RowMapping]:
        for chunk in _chunks(keys):
            query = select(self.table).where(self.holds_at(None), self.table.c.key.in_(chunk))
            yield from connection.execute(query).mappings().all()

    def _close(self, connection: Connection, ids: Sequence[int], version: int) -> None:
        for chunk in _chunks(ids):
            query = update(self.table).where(self.table.c.id.in_(chunk)).values(to_version=version)
            connection.execute(query)

    def _open(
        self,
        connection: Connection,
        fresh: Iterable[Mapping[str, Any]],
        version: int,
        progress: Progress = ignore_progress,
    ) -> None:
        rest = iter(fresh)
        while chunk := [{**row, "from_version": version} for row in islice(rest, _INSERTED)]:
            connection.execute(insert(self.table), chunk)
            progress(len(chunk))


def _without_history(row: Mapping[str, Any] | RowMapping) -> Mapping[str, Any]:
    return {name: value for name, value in row.items() if name not in HISTORY}


_Item = TypeVar("_Item")


def _chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


OBSERVATIONS = VersionedTable(schema.observations, Observation)
PROCESS_GOALS = VersionedTable(schema.process_goals, ProcessGoal)
INDICATORS = VersionedTable(schema.indicators, Indicator)
LEFT_OUT_VALUES = VersionedTable(schema.left_out_values, LeftOutValue)
TEMPLATE_WORDS = VersionedTable(schema.mappings, TemplateWords)
TABLES: tuple[VersionedTable[Any], ...] = (OBSERVATIONS, PROCESS_GOALS, INDICATORS, LEFT_OUT_VALUES, TEMPLATE_WORDS)
