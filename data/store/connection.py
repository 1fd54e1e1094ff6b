"""Where the database is, and how a write holds it: SQLite in a folder outside the code, or DATABASE_URL."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, inspect, text
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.pool import ConnectionPoolEntry

_WAL_TRIES, _WAL_WAIT = 200, 0.05  # ten seconds; another process that starts needs some milliseconds
_PUBLISH_LOCK = 7405  # any constant: one publication at a time on PostgreSQL


def default_folder() -> Path:
    """Return the folder of the store: SEURANTA_DATA, else the user's own data folder."""
    named = os.environ.get("SEURANTA_DATA")
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(named) if named else home / "seuranta"


def database_url() -> str:
    """Return DATABASE_URL, else the address of the SQLite file in the default folder."""
    return os.environ.get("DATABASE_URL") or sqlite_url("seuranta.db")


def sqlite_url(file_name: str) -> str:
    """Return the address of an SQLite file of this name in the default folder."""
    return f"sqlite:///{default_folder() / file_name}"


def connect(url: str | None = None) -> Engine:
    """Return an engine for the database at `url` (None: `database_url()`)."""
    engine = create_engine(make_url(url or database_url()), pool_pre_ping=True)
    if _is_sqlite(engine):
        event.listen(engine, "connect", _set_up_sqlite)
    return engine


def create_folder(engine: Engine) -> None:
    """Create the folder of an SQLite file, for this user alone, where it is not there."""
    if _is_sqlite(engine) and engine.url.database:
        Path(engine.url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)


def _set_up_sqlite(connection: object, _entry: ConnectionPoolEntry) -> None:
    # Readers go on while one writes (WAL); a second writer waits; what is committed survives a crash.
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("busy_timeout=30000", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _use_wal(cursor)
    cursor.close()
    connection.isolation_level = None  # type: ignore[attr-defined]  # we say BEGIN ourselves, see `writing`


def _use_wal(cursor: Any) -> None:
    """Switch to WAL unless the file already is: the switch does not wait for others, so it is tried again."""
    for _ in range(_WAL_TRIES):
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] in ("wal", "memory"):
            return
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            time.sleep(_WAL_WAIT)
    raise sqlite3.OperationalError("the database stays locked")


def address_of(url: URL) -> str:
    """Return where a database is, without a password: an SQLite file's path, else its URL without options."""
    is_file = url.get_backend_name() == "sqlite"
    return url.database or "" if is_file else url.set(query={}).render_as_string(hide_password=True)


def is_created(engine: Engine) -> bool:
    """Return whether the database has a store in it. Nothing is created; raises OperationalError where it is closed."""
    if _is_sqlite(engine) and not Path(engine.url.database or "").is_file():
        return False
    return inspect(engine).has_table("versions")


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold the one transaction that may write: it is committed whole, or nothing of it."""
    with engine.connect() as connection:
        if _is_sqlite(engine):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _PUBLISH_LOCK})
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()
