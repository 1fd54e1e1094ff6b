"""The versioned store: one mechanism for publication, history, an earlier state and undo.

A version never changes once it is published. Current = rows that are open. A page asks for just what it shows, so it
costs the same with two thousand and two million rows.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, or_, select
from sqlalchemy.engine import Engine

from data.model import Observation, ProcessGoal, Record
from data.store import schema
from data.store.connection import writing
from data.store.shelves import FIRST_TOLD, OBSERVATIONS, PROCESS_GOALS, Conflict

__all__ = ["Change", "Conflict", "Counts", "Delivery", "File", "Past", "Publication", "Store"]


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
    """A published version: when, by whom, why; `restores` is the version that an undo went back to."""

    version: int
    created_at: datetime
    author: str
    note: str
    restores: int | None = None


class File(Record):
    """A file that a version was published from, without its content."""

    version: int
    file_name: str
    sha256: str
    observations: int
    process_goals: int


class Counts(Record):
    """How many observations there are of one indicator, region and role: with a number, in words only, with neither."""

    region: str
    indicator: str
    role: str
    numeric: int
    words_only: int
    missing: int


class Past(Record):
    """An observation that holds or has held: the version that brought it, and the one that closed it (None: open)."""

    from_version: int
    to_version: int | None
    observation: Observation


class Change(Record):
    """What one version did to one cell; None where there was or is nothing."""

    old: Observation | None = None
    new: Observation | None = None


class Store:
    """The store behind one database. Every method opens and closes its own connection."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        with writing(engine) as connection:  # alone, since several processes may start at once
            schema.metadata.create_all(connection)

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

    def files(self) -> tuple[File, ...]:
        """The files that the versions were published from, newest first."""
        columns = [schema.batches.c[name] for name in File.model_fields]
        query = select(*columns).order_by(schema.batches.c.id.desc())
        with self._engine.connect() as connection:
            return tuple(File(**row) for row in connection.execute(query).mappings())

    def has_file(self, sha256: str) -> bool:
        """Whether a file with this content has been published."""
        query = select(schema.batches.c.id).where(schema.batches.c.sha256 == sha256).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def observations(
        self,
        *,
        version: int | None = None,
        regions: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
    ) -> tuple[Observation, ...]:
        """Observations that hold at `version` (None: now), in the order of indicator, region, group and period."""
        order = ("indicator", "region", "group_name", "period_start", "key")
        with self._engine.connect() as connection:
            return OBSERVATIONS.read(connection, version, {"region": regions, "indicator": indicators}, order)

    def process_goals(
        self, *, version: int | None = None, regions: Sequence[str] | None = None
    ) -> tuple[ProcessGoal, ...]:
        """Process goals that hold at `version` (None: now), in the order in which they were first published."""
        with self._engine.connect() as connection:
            return PROCESS_GOALS.read(connection, version, {"region": regions}, (FIRST_TOLD,))

    def counts(self, *, version: int | None = None) -> tuple[Counts, ...]:
        """How many observations there are of each indicator, region and role, counted by the database."""
        columns = schema.observations.c
        is_numeric = or_(columns.value.is_not(None), columns.lower.is_not(None))
        query = (
            select(
                columns.region,
                columns.indicator,
                columns.role,
                func.count().filter(is_numeric).label("numeric"),
                func.count().filter(and_(~is_numeric, columns.missing.is_(None))).label("words_only"),
                func.count().filter(columns.missing.is_not(None)).label("missing"),
            )
            .where(OBSERVATIONS.holds_at(version))
            .group_by(columns.region, columns.indicator, columns.role)
        )
        with self._engine.connect() as connection:
            return tuple(Counts(**row) for row in connection.execute(query).mappings())

    def history(self, region: str, indicator: str) -> tuple[Past, ...]:
        """Everything that has been said of an indicator in a region, cell by cell, oldest first."""
        with self._engine.connect() as connection:
            found = OBSERVATIONS.history(connection, {"region": [region], "indicator": [indicator]})
        return tuple(Past(from_version=start, to_version=end, observation=record) for start, end, record in found)

    def changes(self, version: int) -> tuple[Change, ...]:
        """What a version changed in the observations."""
        with self._engine.connect() as connection:
            return tuple(Change(old=old, new=new) for old, new in OBSERVATIONS.changes(connection, version))

    def publish(
        self, deliveries: Sequence[Delivery], *, author: str, note: str = "", previewed: int | None = None
    ) -> int:
        """Publish the records of some files as one new version, in one transaction, and return its number.

        New keys are opened, changed ones closed and opened anew, equal ones left alone; keys that no record touches
        stay. Raises Conflict when a touched key has changed after version `previewed` (None: there was no preview).
        """
        with writing(self._engine) as connection:
            version = _open_version(connection, author, note)
            OBSERVATIONS.put(connection, (o for d in deliveries for o in d.observations), version, previewed)
            PROCESS_GOALS.put(connection, (g for d in deliveries for g in d.process_goals), version, previewed)
            connection.execute(insert(schema.batches), [_batch(delivery, version) for delivery in deliveries])
        return version

    def restore(self, to_version: int, *, author: str, note: str = "") -> int:
        """Publish a new version whose content equals `to_version` (0: empty) and return its number."""
        with writing(self._engine) as connection:
            version = _open_version(connection, author, note, restores=to_version)
            OBSERVATIONS.restore(connection, to_version, version)
            PROCESS_GOALS.restore(connection, to_version, version)
        return version


def _newest(connection: Connection) -> int:
    newest: int = connection.execute(select(func.coalesce(func.max(schema.versions.c.version), 0))).scalar_one()
    return newest


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
        insert(schema.versions).values(version=version, created_at=now, author=author, note=note, restores=restores)
    )
    return version
