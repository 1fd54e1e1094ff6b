"""Files are examined and marked in a process made for it: the same result, memory and time bounded, XML defused."""

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from data.catalogue import DataSet, load_catalogue
from data.workspace import Workspace
from loaders import first_start, sandbox
from loaders.findings import finding
from loaders.publish import NO_ANSWERS, examine
from loaders.sandbox import Request, examine_in_sandbox, mark_in_sandbox
from loaders.workbooks.marked_workbook import MAX_CELLS, NOT_COPIED, mark_workbook
from tests.builders.spreadsheets import book, checked

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
    return Request(file_name=name, region="", today=TODAY, answers=NO_ANSWERS, data_set=DataSet.REPORTS)


def test_the_result_is_that_of_the_same_process(tmp_path: Path) -> None:
    store = first_start.open_store()
    steps: list[float] = []
    found = examine_in_sandbox(CONTENT, request(), steps.append)
    assert found == examine(CONTENT, "oma.csv", Workspace(store, load_catalogue()), region="", today=TODAY)
    assert found.would_change
    assert steps == sorted(steps) and len(steps) > 2


def test_it_runs_wherever_the_server_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "components.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    assert examine_in_sandbox(CONTENT, request(), lambda _: None).layout == "pitkä"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    first_start.open_store()
    rows = "".join(
        f"Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;g{n};1;%\n" for n in range(100_000)
    )
    monkeypatch.setenv("SEURANTA_MUISTI", "400000000")
    found = examine_in_sandbox(
        b"Alue;Mittari;Jakso;Ryhm\xc3\xa4;Arvo;Yksikk\xc3\xb6\n" + rows.encode(), request(), lambda _: None
    )
    assert [finding.code for finding in found.findings] == ["liian-raskas"]


def test_a_file_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0)
    found = examine_in_sandbox(CONTENT, request(), lambda _: None)
    assert [finding.code for finding in found.findings] == ["liian-raskas"]


def test_a_person_who_leaves_stops_the_work() -> None:
    class LeftError(Exception):
        pass

    def leave(_: float) -> None:
        raise LeftError

    with pytest.raises(LeftError):
        examine_in_sandbox(CONTENT, request(), leave)


def cells(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.values) for sheet in load_workbook(io.BytesIO(content))}


def test_a_marked_workbook_is_that_of_the_same_process() -> None:
    content = book(["Mittari", "3/2026"], ["Käynnit", "viisi"])
    findings = checked(content).findings
    marked = mark_in_sandbox(content, "seuranta.xlsx", findings)
    assert cells(marked) == cells(mark_workbook(content, "seuranta.xlsx", findings))
    assert load_workbook(io.BytesIO(marked))["Seuranta"]["B2"].comment.text.startswith("Este: ")


def test_the_findings_are_listed_even_if_no_copy_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    content = book(["Mittari", "3/2026"], ["Käynnit", "viisi"])
    findings = checked(content).findings
    for broken in (content[:100], b"PK"):
        workbook = load_workbook(io.BytesIO(mark_in_sandbox(broken, "seuranta.xlsx", findings)))
        assert workbook.sheetnames == ["Huomiot"]
        assert workbook["Huomiot"]["A3"].value == NOT_COPIED
        assert workbook["Huomiot"].max_row == 4 + len(findings)
    monkeypatch.setattr(sandbox, "SECONDS", 0)
    assert list(cells(mark_in_sandbox(content, "seuranta.xlsx", findings))) == ["Huomiot"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
def test_a_workbook_as_large_as_may_be_is_marked_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Seuranta")
        for row in range(MAX_CELLS // 6):  # five cells and the row itself
            sheet.write_row(row, 0, [f"Mittari {row}", "3/2026", row, "seuranta", "kpl"])
    findings = [finding("ei-luku", sheet="Seuranta", cell=f"C{row}", actual="x", expected="1") for row in range(1, 201)]
    monkeypatch.setenv("SEURANTA_MUISTI", "1000000000")
    marked = load_workbook(io.BytesIO(mark_in_sandbox(content.getvalue(), "a.xlsx", findings)), read_only=True)
    assert marked.sheetnames == ["Seuranta", "Huomiot"]


def test_openpyxl_parses_by_defusedxml_in_the_process() -> None:
    code = "import openpyxl; from openpyxl.xml.functions import fromstring; print(openpyxl.LXML, fromstring.__module__)"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, env=sandbox.environment(), capture_output=True, text=True, check=True)
    assert printed.stdout.split() == ["False", "defusedxml.common"]
