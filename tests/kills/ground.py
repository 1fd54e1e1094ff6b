"""A store, publications to it that are killed, and a look at what they leave."""

import hashlib
import os
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from data.model import Observation, Period, Place, Role
from data.store import Delivery, Store
from data.store.connection import connect

SIZE = 3_000  # observations of a publication: a third new, a third changed, a third as before
STEP = 500  # instructions of SQLite between two looks at whether the moment has come
CACHE = 20  # pages that SQLite keeps before it writes: so few that it writes all through the transaction
KINDS = ("step", "moment", "step", "moment", "step", "moment", "step", "end")


@dataclass(frozen=True)
class Kill:
    """What one kill left: "before" or "after", and whether it came while the file was being written."""

    outcome: str
    is_within: bool


def observations(first: int, count: int, value: float) -> tuple[Observation, ...]:
    """So many days of one indicator, from a day on, all with this value."""
    return tuple(_day(date(2000, 1, 1) + timedelta(days=number), value) for number in range(first, first + count))


def _day(when: date, value: float) -> Observation:
    return Observation(
        region="Kymenlaakso",
        indicator="kaynnit",
        role=Role.FOLLOW_UP,
        period=Period(label=f"{when.day}.{when.month}.{when.year}", start=when, end=when),
        value=value,
        unit="käyntiä",
        place=Place(source="koe", as_printed=f"{value:g}"),
    )


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The store in this file; closed afterwards, so that all of it is in that one file and nothing is forked open."""
    engine = connect(f"sqlite:///{path}")
    yield Store(engine)
    engine.dispose()


def publish(path: Path, steps: int, report: int) -> None:
    """The publication that gets killed. `steps` > 0: by itself, after so many steps. Tells when it begins and ends."""
    engine = connect(f"sqlite:///{path}")
    store = Store(engine)
    third = SIZE // 3
    brought = (*observations(third, third, 1.0), *observations(2 * third, third, 2.0), *observations(SIZE, third, 3.0))
    connection = engine.raw_connection()
    connection.cursor().execute(f"PRAGMA cache_size={CACHE}")
    if steps:
        _die_after(steps, connection.driver_connection)
    connection.close()  # back to the pool, from which the store takes it again
    os.write(report, b"<")
    store.publish([Delivery(file_name="koe.csv", content=b"x" * 100_000, observations=brought)], author="koe")
    os.write(report, b">")


def _die_after(steps: int, connection: object) -> None:
    left = iter(range(steps))

    def look() -> int:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    connection.set_progress_handler(look, STEP)  # type: ignore[attr-defined]


def content_hash(path: Path) -> str:
    """A hash of every table's rows. The moment of a version is left out: it is another at each try."""
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY 1")
        ]
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "created_at"]
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"):
                digest.update(repr((table, row)).encode())
    return digest.hexdigest()


class Ground:
    """A prepared store, the hashes before and after the publication, and how long that takes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.base = folder, folder / "base.db"
        first = Delivery(file_name="alku.csv", content=b"alku", observations=observations(0, SIZE, 1.0))
        with opened(self.base) as store:
            store.publish([first], author="koe")
        self.before = content_hash(self.base)
        path = self._copy()
        started = time.perf_counter()
        self._forked(path)
        self.seconds = time.perf_counter() - started
        self.after = content_hash(path)
        self.steps = self._steps()

    def kill(self, chance: Random, kind: str) -> Kill:
        """Kill one publication and look at what it left. Raises AssertionError where that is neither of the two."""
        path = self._copy()
        match kind:
            case "step":
                self._forked(path, steps=chance.randint(1, self.steps))
            case "moment":
                self._forked(path, after=chance.uniform(0, 1.1 * self.seconds))
            case _:
                self._forked(path, at_end=True)
        is_written = _has_frames(path)
        with closing(sqlite3.connect(path)) as connection:
            (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        outcome = {self.before: "before", self.after: "after"}.get(content_hash(path), "neither")
        if sound != "ok" or outcome == "neither":
            raise AssertionError(f"{path}: {sound}, the store is as {outcome}")
        another = Delivery(file_name="b", content=b"b", observations=observations(0, 1, 9.0))
        with opened(path) as store:
            version = store.publish([another], author="koe")
            if version != (2 if outcome == "before" else 3) or len(store.files()) != version:
                raise AssertionError(f"{path}: version {version} after a store as {outcome}")
        return Kill(outcome, is_written and outcome == "before")

    def _copy(self) -> Path:
        """The store as it was before."""
        path = self.folder / "koe.db"
        for old in self.folder.glob("koe.db*"):
            old.unlink()
        shutil.copyfile(self.base, path)
        return path

    def _steps(self) -> int:
        """How many steps a publication takes: the last number of them that kills it, found by halving."""
        low, high = 1, 2
        while self._dies(high):
            low, high = high, 2 * high
        while high - low > max(1, low // 50):
            middle = (low + high) // 2
            low, high = (middle, high) if self._dies(middle) else (low, middle)
        return low

    def _dies(self, steps: int) -> bool:
        return self._forked(self._copy(), steps=steps) == signal.SIGKILL

    def _forked(self, path: Path, steps: int = 0, after: float | None = None, at_end: bool = False) -> int:
        """Publish in a child of our own; killed `after` so many seconds or once it has published.

        The signal that ended it, 0 if none.
        """
        ready, report = os.pipe()
        child = os.fork()
        if not child:
            code = 1
            try:
                publish(path, steps, report)
                signal.pause() if at_end else None
                code = 0
            finally:
                os._exit(code)
        os.close(report)
        if after is not None or at_end:
            os.read(ready, 1)  # it is about to publish
        if at_end:
            os.read(ready, 1)  # it has published
        elif after is not None:
            time.sleep(after)
        if after is not None or at_end:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(ready)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise AssertionError("the publication failed by itself")
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def _has_frames(path: Path) -> bool:
    """Whether something has been written beside the store and not been taken into it."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def kills(count: int, seed: int) -> list[Kill]:
    """So many kills of every kind."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory(prefix="seuranta-kills-") as folder:
        ground = Ground(Path(folder))
        return [ground.kill(chance, KINDS[number % len(KINDS)]) for number in range(count)]
