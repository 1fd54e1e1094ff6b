"""A file is examined in a process of its own: the same result, its progress told, its memory bounded."""

import sys
from datetime import date
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from loaders import first_start, sandbox
from loaders.publish import NO_ANSWERS, examine
from loaders.sandbox import Request, examine_apart

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
CONTENT = (
    "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
    "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;seuranta;11,0;%\n"
).encode()


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path))


def request(name: str = "oma.csv") -> Request:
    return Request(file_name=name, region="", today=TODAY, answers=NO_ANSWERS, example=False)


def test_the_result_is_that_of_the_same_process(tmp_path: Path) -> None:
    store = first_start.open_store()
    steps: list[float] = []
    found = examine_apart(CONTENT, request(), steps.append)
    assert found == examine(CONTENT, "oma.csv", store, load_catalogue(), region="", today=TODAY)
    assert found.would_change
    assert steps == sorted(steps) and len(steps) > 2


def test_it_runs_wherever_the_server_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "components.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    assert examine_apart(CONTENT, request(), lambda _: None).layout == "pitkä"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    first_start.open_store()
    rows = "".join(
        f"Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;g{n};1;%\n" for n in range(100_000)
    )
    monkeypatch.setenv("SEURANTA_MUISTI", "400000000")
    found = examine_apart(
        b"Alue;Mittari;Jakso;Ryhm\xc3\xa4;Arvo;Yksikk\xc3\xb6\n" + rows.encode(), request(), lambda _: None
    )
    assert [finding.code for finding in found.findings] == ["liian-raskas"]


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0)
    found = examine_apart(CONTENT, request(), lambda _: None)
    assert [finding.code for finding in found.findings] == ["liian-raskas"]


def test_a_person_who_leaves_stops_the_work() -> None:
    class LeftError(Exception):
        pass

    def leave(_: float) -> None:
        raise LeftError

    with pytest.raises(LeftError):
        examine_apart(CONTENT, request(), leave)
