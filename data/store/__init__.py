"""The versioned store: one mechanism for publication, history, an earlier state and undo.

A version never changes once it is published. Current = rows that are open. A page asks for just what it shows, so it
costs the same with two thousand and two million rows.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, insert, or_, select, update
from sqlalchemy.engine import Engine

from data.model import Observation, ProcessGoal, Record
from data.store import rows, schema
from data.store.connection import writing

_T = TypeVar("_T")
_CHUNK = 400  # keys in one IN list, well under the limit of every database


class Conflict(Exception):
    """A key that a publication touches has changed since the version that it was previewed against."""


class AlreadyPublished(Exception):
    """Every file of a publication has been published before."""


class Delivery(Record):
    """A file as it came in and the records read from it. Its sha256 is how the same file is known again."""

    file_name: str
    content: bytes
    observations: tuple[Observation, ...] = ()
    process_goals: tuple[ProcessGoal, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


class Publication(Record):
    """A published version and how many records it brought."""

    version: int
    created_at: datetime
    author: str
    note: str
    restores: int | None = None


class Counts(Record):
    """What there is of one indicator in one region: numbers by role, cells without a number, and sources."""

    region: str
    indicator: str
    role: str
    numeric: int
    words_only: int
    missing: int


class Store:
    """The store behind one database. Every method opens and closes its own connection."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        schema.metadata.create_all(engine)

    # Reading

    @property
    def version(self) -> int:
        """The newest version; 0 in an empty store."""
        with self._engine.connect() as connection:
            return _newest(connection)

    def publications(self) -> tuple[Publication, ...]:
        """All versions, newest first."""
        query = select(schema.versions).order_by(schema.versions.c.version.desc())
        with self._engine.connect() as connection:
            return tuple(Publication(**row) for row in connection.execute(query).mappings())

    def has_file(self, sha256: str) -> bool:
        """Whether a file with this content has been published."""
        with self._engine.connect() as connection:
            return _knows(connection, sha256)

    def observations(
        self,
        *,
        version: int | None = None,
        regions: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
    ) -> tuple[Observation, ...]:
        """Observations that hold at `version` (None: now), in the order of indicator, region, group and period."""
        table = schema.observations
        order = (table.c.indicator, table.c.region, table.c.group_name, table.c.period_start, table.c.id)
        where = _chosen(table, {"region": regions, "indicator": indicators})
        return self._records(table, rows.observation, version, where, order)

    def process_goals(
        self, *, version: int | None = None, regions: Sequence[str] | None = None
    ) -> tuple[ProcessGoal, ...]:
        """Process goals that hold at `version` (None: now), in the order in which they were published."""
        table = schema.process_goals
        return self._records(
            table, rows.process_goal, version, _chosen(table, {"region": regions}), (table.c.id,)
        )

    def counts(self, *, version: int | None = None) -> tuple[Counts, ...]:
        """How many observations there are of each indicator, region and role, counted by the database."""
        table = schema.observations
        is_numeric = or_(table.c.value.is_not(None), table.c.lower.is_not(None))
        only_words = and_(~is_numeric, table.c.missing.is_(None))
        query = (
            select(
                table.c.region,
                table.c.indicator,
                table.c.role,
                func.count().filter(is_numeric).label("numeric"),
                func.count().filter(only_words).label("words_only"),
                func.count().filter(table.c.missing.is_not(None)).label("missing"),
            )
            .where(_holds_at(table, version))
            .group_by(table.c.region, table.c.indicator, table.c.role)
        )
        with self._engine.connect() as connection:
            return tuple(Counts(**row) for row in connection.execute(query).mappings())

    def _records(
        self,
        table: Table,
        build: Callable[[Mapping[str, Any]], _T],
        version: int | None,
        where: Iterable[ColumnElement[bool]],
        order: Sequence[ColumnElement[Any]],
    ) -> tuple[_T, ...]:
        query: Select[Any] = select(table).where(_holds_at(table, version), *where).order_by(*order)
        with self._engine.connect() as connection:
            return tuple(build(row) for row in connection.execute(query).mappings())

    # Writing

    def publish(
        self, deliveries: Sequence[Delivery], *, author: str, note: str = "", previewed: int | None = None
    ) -> int:
        """Publish the records of some files as one new version, in one transaction, and return its number.

        New keys are opened, changed ones closed and opened anew, equal ones left alone; keys that no record touches
        stay. Raises AlreadyPublished when all the files are known, and Conflict when a touched key has changed after
        version `previewed` (None: there was no preview).
        """
        incoming = {
            schema.observations: {rows.key_of(o): o for d in deliveries for o in d.observations},
            schema.process_goals: {rows.key_of(g): g for d in deliveries for g in d.process_goals},
        }
        with writing(self._engine) as connection:
            if all(_knows(connection, delivery.sha256) for delivery in deliveries):
                raise AlreadyPublished(", ".join(delivery.file_name for delivery in deliveries))
            version = _open_version(connection, author, note)
            for table, records in incoming.items():
                _put(connection, table, records, version, previewed)
            connection.execute(insert(schema.batches), [_batch(delivery, version) for delivery in deliveries])
        return version

    def restore(self, to_version: int, *, author: str, note: str = "") -> int:
        """Publish a new version whose content equals `to_version` (0: empty) and return its number."""
        with writing(self._engine) as connection:
            version = _open_version(connection, author, note, restores=to_version)
            for table in (schema.observations, schema.process_goals):
                _restore(connection, table, to_version, version)
        return version


def _newest(connection: Connection) -> int:
    return connection.execute(select(func.coalesce(func.max(schema.versions.c.version), 0))).scalar_one()


def _knows(connection: Connection, sha256: str) -> bool:
    query = select(schema.batches.c.id).where(schema.batches.c.sha256 == sha256).limit(1)
    return connection.execute(query).first() is not None


def _batch(delivery: Delivery, version: int) -> dict[str, Any]:
    return {
        "version": version,
        "file_name": delivery.file_name,
        "sha256": delivery.sha256,
        "content": delivery.content,
        "observations": len(delivery.observations),
        "process_goals": len(delivery.process_goals),
    }


def _open_version(connection: Connection, author: str, note: str, restores: int | None = None) -> int:
    version = _newest(connection) + 1
    now = datetime.now(UTC)
    connection.execute(
        insert(schema.versions).values(
            version=version, created_at=now, author=author, note=note, restores=restores
        )
    )
    return version


def _holds_at(table: Table, version: int | None) -> ColumnElement[bool]:
    if version is None:
        return table.c.to_version.is_(None)
    not_closed = or_(table.c.to_version.is_(None), table.c.to_version > version)
    return and_(table.c.from_version <= version, not_closed)


def _chosen(table: Table, choices: Mapping[str, Sequence[str] | None]) -> list[ColumnElement[bool]]:
    return [table.c[name].in_(values) for name, values in choices.items() if values is not None]


def _put(
    connection: Connection,
    table: Table,
    records: Mapping[str, Observation | ProcessGoal],
    version: int,
    previewed: int | None,
) -> None:
    """Close what the records change and open what they bring."""
    is_observations = table is schema.observations
    build = rows.observation if is_observations else rows.process_goal
    pack = rows.observation_row if is_observations else rows.process_goal_row
    closed: list[int] = []
    unchanged: set[str] = set()
    for row in _open_rows(connection, table, list(records)):
        if previewed is not None and row["from_version"] > previewed:
            raise Conflict(f"muuttunut version {previewed} jälkeen: {row['key']}")
        if rows.content(build(row)) == rows.content(records[row["key"]]):
            unchanged.add(row["key"])
        else:
            closed.append(row["id"])
    _close(connection, table, closed, version)
    opened = [
        pack(record) | {"from_version": version} for key, record in records.items() if key not in unchanged
    ]
    if opened:
        connection.execute(insert(table), opened)


def _open_rows(connection: Connection, table: Table, keys: Sequence[str]) -> Iterable[Mapping[str, Any]]:
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        query = select(table).where(table.c.to_version.is_(None), table.c.key.in_(chunk))
        yield from connection.execute(query).mappings().all()


def _close(connection: Connection, table: Table, ids: Sequence[int], version: int) -> None:
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(to_version=version))


def _restore(connection: Connection, table: Table, to_version: int, version: int) -> None:
    """Make the open rows equal to those of an earlier version, leaving alone what has not changed since."""
    then, now = _holds_at(table, to_version), _holds_at(table, None)
    gone = connection.execute(select(table.c.id).where(now, ~then)).scalars().all()
    lost = connection.execute(select(table).where(then, ~now)).mappings().all()
    _close(connection, table, gone, version)
    fresh = [
        {k: v for k, v in row.items() if k != "id"} | {"from_version": version, "to_version": None}
        for row in lost
    ]
    if fresh:
        connection.execute(insert(table), fresh)
