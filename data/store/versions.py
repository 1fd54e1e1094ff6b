"""The versions, and the files that they were published from."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from data.model import File, Publication
from data.store import schema
from data.store.records import Delivery
from data.store.versioned_table import Conflict


def newest(connection: Connection) -> int:
    """Return the newest version; 0 in an empty store."""
    version: int = connection.execute(select(func.coalesce(func.max(schema.versions.c.version), 0))).scalar_one()
    return version


def publications(connection: Connection) -> tuple[Publication, ...]:
    """Return all versions, newest first."""
    query = select(schema.versions).order_by(schema.versions.c.version.desc())
    return tuple(Publication(**row) for row in connection.execute(query).mappings())


def open_version(connection: Connection, author: str, note: str, undoes: int | None = None) -> int:
    """Add a version and return its number."""
    version = newest(connection) + 1
    row = {"version": version, "created_at": datetime.now(UTC), "author": author, "note": note, "undoes": undoes}
    connection.execute(insert(schema.versions).values(row))
    return version


def files(connection: Connection) -> tuple[File, ...]:
    """Return the files, newest first."""
    columns = [schema.batches.c[name] for name in File.model_fields]
    query = select(*columns).order_by(schema.batches.c.id.desc())
    return tuple(File(**row) for row in connection.execute(query).mappings())


def content(connection: Connection, file_id: int) -> bytes:
    """Return a file as it came in. Raises KeyError for an id that no file has."""
    query = select(schema.batches.c.content).where(schema.batches.c.id == file_id)
    stored = connection.execute(query).scalar_one_or_none()
    if stored is None:
        raise KeyError(file_id)
    return bytes(stored)


def last_published(connection: Connection, hashes: Sequence[str]) -> int:
    """Return the newest version that was published from a file with one of these sha256; 0 where there is none."""
    columns = schema.batches.c
    query = select(func.coalesce(func.max(columns.version), 0)).where(columns.sha256.in_(hashes))
    version: int = connection.execute(query).scalar_one()
    return version


def refuse_published(connection: Connection, deliveries: Sequence[Delivery], previewed: int | None) -> None:
    """Raise Conflict if one of the files has been published after version `previewed` (None: nothing is refused)."""
    version = last_published(connection, [delivery.sha256 for delivery in deliveries])
    if previewed is not None and version > previewed:
        raise Conflict(version)


def add_files(connection: Connection, deliveries: Sequence[Delivery], version: int) -> None:
    """Keep the files as they came in."""
    rows = [
        {
            "version": version,
            "file_name": delivery.file_name,
            "sha256": delivery.sha256,
            "content": delivery.content,
            "observations": len(delivery.observations),
            "process_goals": len(delivery.process_goals),
        }
        for delivery in deliveries
    ]
    connection.execute(insert(schema.batches), rows)
