"""The first start, the commands as a manager or a machine runs them, and what they leave untouched."""

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import Workbook

from components.exports.__main__ import main as export
from components.exports.record_rows import export_csv
from data.catalogue import load_catalogue
from data.model import Missing, Observation, ProcessGoal, Role
from data.store import Delivery, Store
from data.store.connection import connect
from loaders.__main__ import main as load
from loaders.check import check
from loaders.first_start import AUTHOR, ShippedFileError, fill, open_store
from tests.builders import observation, process_goal, shipped, year
from tests.limits import HANG_SECONDS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
COLUMNS = [
    *("region", "indicator", "indicator_name", "goal", "other_goals", "group", "period", "period_start", "period_end"),
    *("role", "value", "lower", "upper", "qualifier", "n", "unit", "missing", "words", "source", "line"),
    *("other_lines", "table", "sheet", "cell", "as_printed", "inferred", "conflict", "note", "accepted"),
    *("id", "work_package", "goal_name", "title", "plan", "status", "wording", "continues", "continues_with"),
    "status_line",
]


def command(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m …` as a process of its own, with its store in `folder` and nothing else of this environment's."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"SEURANTA_DATA": str(folder), "PYTHONIOENCODING": "ascii"} | variables
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=HANG_SECONDS,
        check=False,
    )


def sha256(content_of: bytes) -> str:
    return hashlib.sha256(content_of).hexdigest()


def files(folder: Path) -> dict[str, str]:
    """Every file of a folder with the hash of what is in it."""
    return {path.name: sha256(path.read_bytes()) for path in sorted(folder.iterdir())}


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store of a folder, closed for good afterwards: what a process leaves behind is its file alone."""
    engine = connect(f"sqlite:///{folder / 'seuranta.db'}")
    yield Store(engine)
    engine.dispose()


def rows(text: bytes | str) -> list[dict[str, str]]:
    decoded = text.decode("utf-8") if isinstance(text, bytes) else text
    return list(csv.DictReader(io.StringIO(decoded, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder that the first start has just filled, and what `python -m components.exports csv` printed at it."""
    folder = tmp_path_factory.mktemp("start") / "uusi" / "kansio"
    done = command(folder, "components.exports", "csv")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return folder, done.stdout


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a store of this test's own, named in the environment."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path / "tiedot"))
    yield tmp_path / "tiedot"


# Starting


def test_the_first_start_creates_the_store_and_fills_it_with_the_shipped_data(first: tuple[Path, bytes]) -> None:
    with opened(first[0]) as store:
        (publication,) = store.publications()
        assert (publication.version, publication.author) == (1, AUTHOR)
        assert set(store.observations()) == set(shipped.observations())
        assert set(store.process_goals()) == set(shipped.process_goals())


def test_a_second_start_changes_nothing(first: tuple[Path, bytes]) -> None:
    folder, told = first
    before = files(folder)
    again = command(folder, "components.exports", "csv")
    assert sha256(again.stdout) == sha256(told)
    assert files(folder) == before
    with opened(folder) as store:
        assert store.version == 1


def test_a_start_does_not_bring_back_what_was_undone(own: Path) -> None:
    open_store().undo(1, author="testi", note="aloitetaan tyhjästä")
    again = open_store()
    assert again.version == 2
    assert again.observations() == ()


def test_database_url_names_the_database(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "muualla.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{elsewhere}")
    assert open_store().version == 1
    assert elsewhere.exists()
    assert not own.exists()


SMALL = (
    "alue;mittari;jakso;rooli;arvo;yksikkö;lähde;rivi\n"
    "Kymenlaakso;kymenlaakso-huostaanotot;2021;seuranta;5;kpl;kymenlaakso-2021;1\n"
    "Kymenlaakso;kymenlaakso-huostaanotot;2022;seuranta;6;kpl;kymenlaakso-2021;2\n"
)


def test_a_new_release_of_a_shipped_file_is_one_new_version_of_what_changed(own: Path, tmp_path: Path) -> None:
    store = Store(connect())
    (tmp_path / "a.csv").write_text(SMALL, encoding="utf-8")
    fill(store, load_catalogue(), tmp_path)
    (tmp_path / "a.csv").write_text(SMALL.replace(";6;", ";7;"), encoding="utf-8")
    fill(store, load_catalogue(), tmp_path)
    assert store.version == 2
    assert [one.value for one in store.observations(version=1)] == [5.0, 6.0]
    assert [one.value for one in store.observations()] == [5.0, 7.0]


def test_a_broken_shipped_file_stops_the_start_and_leaves_the_store_empty(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.csv").write_text(SMALL.replace(";6;", ";kuusi;"), encoding="utf-8")
    store = Store(connect())
    with pytest.raises(ShippedFileError, match=r"^b\.csv: Rivi 3\b.*\bE3\b.*kuusi"):
        fill(store, load_catalogue(), tmp_path)
    assert store.version == 0


# Exporting


def test_the_export_has_its_columns_and_a_row_for_every_fact(first: tuple[Path, bytes]) -> None:
    told = rows(first[1])
    assert list(told[0]) == COLUMNS
    assert len(told) == len(shipped.observations()) + len(shipped.process_goals())
    assert first[1].startswith(b"region;indicator;")
    assert b"\r" not in first[1]


def test_the_export_has_iso_dates_and_decimal_points(first: tuple[Path, bytes]) -> None:
    told = rows(first[1])
    dates = {row[name] for row in told for name in ("period_start", "period_end")} - {""}
    numbers = {row[name] for row in told for name in ("value", "lower", "upper", "n", "line")} - {""}
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", date) for date in dates)
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", number) for number in numbers)
    assert {"12.4", "0.44", "-15", "15280", "4458"} <= numbers


def test_a_fact_of_a_report_is_found_in_the_export(first: tuple[Path, bytes]) -> None:
    (row,) = [
        row
        for row in rows(first[1])
        if row["indicator"] == "kymenlaakso-3.1-lastensuojelun-asiakkaat" and row["value"] == "12.4"
    ]
    expected = {"region": "Kymenlaakso", "goal": "2", "period_start": "2021-01-01", "period_end": "2021-06-30"}
    expected |= {"role": "seuranta", "unit": "%", "source": "kymenlaakso-2021", "line": "462", "as_printed": "12,4 %"}
    assert {name: row[name] for name in expected} == expected


def test_a_status_of_a_report_is_found_in_the_export(first: tuple[Path, bytes]) -> None:
    (row,) = [row for row in rows(first[1]) if row["id"] == "keusote-pt-07"]
    expected = {"region": "Keski-Uusimaa", "goal": "1", "goal_name": "Saatavuus ja jatkuvuus", "value": ""}
    expected |= {"status": "ei toteutunut", "wording": "ei", "source": "keusote-2023", "line": "780"}
    assert {name: row[name] for name in expected} == expected
    assert row["title"] == "Sote-tiimimallin pilotit eri asiakasryhmille"


def test_an_earlier_version_can_be_exported(own: Path, first: tuple[Path, bytes], tmp_path: Path) -> None:
    late = observation(7.0, indicator="kymenlaakso-huostaanotot", unit="kpl", period=year(2030))
    open_store().publish([Delivery(file_name="a", content=b"a", observations=(late,))], author="testi")
    now, then = tmp_path / "nyt.csv", tmp_path / "silloin.csv"
    assert export(["csv", "--out", str(now)]) == 0
    assert export(["csv", "--versio", "1", "--out", str(then)]) == 0
    assert sha256(then.read_bytes()) == sha256(first[1])
    assert len(rows(now.read_bytes())) == len(rows(then.read_bytes())) + 1


def test_a_version_that_does_not_exist_is_refused_in_finnish(first: tuple[Path, bytes]) -> None:
    done = command(first[0], "components.exports", "csv", "--versio", "99", PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().strip() == "Versiota 99 ei ole. Uusin versio on 1."


@pytest.mark.parametrize("version", ["0", "-1", "2"])
def test_only_versions_from_one_to_the_newest_exist(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    assert export(["csv", "--versio", version, "--out", str(tmp_path / "a.csv")]) == 2
    assert capsys.readouterr().err.startswith(f"Versiota {version} ei ole.")
    assert not (tmp_path / "a.csv").exists()


def test_the_export_goes_to_a_file_when_one_is_named(first: tuple[Path, bytes], tmp_path: Path) -> None:
    file = tmp_path / "tiedot äö.csv"
    done = command(first[0], "components.exports", "csv", "--out", str(file))
    assert (done.returncode, done.stdout) == (0, b"")
    assert sha256(file.read_bytes()) == sha256(first[1])


@pytest.mark.parametrize("text", ["=1+1", "+358401234567", "@SUM(A1)", "-A1", "\t=1+1"])
def test_text_that_a_spreadsheet_would_run_is_text_in_the_export(text: str) -> None:
    given = observation(1.0, note=text, group=text)
    goal = process_goal(title=text, wording=text)
    told = rows(export_csv(load_catalogue(), [given], [goal]))
    assert [told[0]["note"], told[0]["group"], told[1]["title"], told[1]["wording"]] == [f"'{text}"] * 4


def test_negative_numbers_and_plain_text_stay_as_they_are_in_the_export() -> None:
    place = observation(1.0).place.model_copy(update={"as_printed": "-15"})
    (row,) = rows(export_csv(load_catalogue(), [observation(-15.5, note="a = b + c @ d", place=place)], []))
    assert (row["value"], row["note"], row["as_printed"]) == ("-15.5", "a = b + c @ d", "-15")


def test_zero_a_small_number_and_nothing_are_three_things_in_the_export() -> None:
    given = [observation(0.0), observation(0.1 + 0.2), observation(missing=Missing.NOT_YET_DUE)]
    told = rows(export_csv(load_catalogue(), given, []))
    assert [(row["value"], row["missing"]) for row in told] == [("0", ""), ("0.3", ""), ("", "ei vielä")]


def test_separators_quotes_and_line_breaks_come_back_from_the_export() -> None:
    text = 'a;b "c"\nd'
    (row,) = rows(export_csv(load_catalogue(), [observation(1.0, note=text)], []))
    assert row["note"] == text


def test_an_export_that_is_read_back_unchanged_says_the_same(first: tuple[Path, bytes]) -> None:
    result = check(first[1], "vienti.csv", load_catalogue(), today=shipped.TODAY)

    def told(records: tuple[Observation, ...] | tuple[ProcessGoal, ...]) -> set[object]:
        return {record.content for record in records}

    assert told(result.observations) == told(shipped.observations())
    assert told(result.process_goals) == told(shipped.process_goals())


# A wrong file


def workbook(*table: tuple[str, ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Seuranta"
    for row in table:
        sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


HEADINGS = ("Mittari", "Lähtötila", "kevät 2026")
WRONG = {
    "teksti.csv": (
        "alue;mittari;jakso;arvo\nEtelä-Karjala;Digimentorit;3/2026;seitsemisen\n".encode(),
        1,
        ["Rivi 2", "solu D2", "“seitsemisen” ei voi lukea lukuna. Kirjoita luku"],
    ),
    "jakso.csv": (
        "alue;mittari;jakso;arvo\nEtelä-Karjala;Digimentorit;31/2026;70\n".encode(),
        1,
        ["Rivi 2", "solu C2", "Jaksoa “31/2026” ei tunnistettu. Kirjoita jakso"],
    ),
    "virhe.xlsx": (
        workbook(HEADINGS, ("3.1 - Lastensuojelun asiakkaat", "22%", "#DIV/0!")),
        1,
        ["Taulukko Seuranta, solu C2", "#DIV/0!", "Korjaa kaava"],
    ),
    "muuta.xlsx": (
        workbook(("Nimi", "Puhelin"), ("Keskus", "040")),
        1,
        ["Taulukko Seuranta", "“Nimi”, “Puhelin”", "Tarvitaan jokin näistä otsikkoriveistä"],
    ),
    "rikki.xlsx": (b"PK\x03\x04 ei tama ole tyokirja", 2, ["vioittunut", "tallenna uudelleen"]),
    "kuva.csv": (b"\x89PNG\r\n\x1a\n", 2, ["se on kuva", "Lataa Excel-työkirja"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_with_place_and_mend_and_the_store_is_untouched(
    first: tuple[Path, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    wrong, code, told = WRONG[name]
    (tmp_path / name).write_bytes(wrong)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(first[0]))
    before = files(first[0])
    assert load(["check", str(tmp_path / name), "--alue", "Kymsote"]) == code
    printed = capsys.readouterr().out
    assert [part for part in told if part not in printed] == []
    assert files(first[0]) == before


def test_checking_a_right_file_stores_nothing_either(own: Path, tmp_path: Path) -> None:
    file = tmp_path / "oikea.csv"
    file.write_text(SMALL, encoding="utf-8")
    assert load(["check", str(file)]) == 0
    assert not own.exists()


def test_roles_are_told_in_finnish_in_the_export(first: tuple[Path, bytes]) -> None:
    assert {row["role"] for row in rows(first[1])} - {""} <= {role.value for role in Role}


START = """
from loaders.first_start import open_store
print("ready", flush=True)
input()
store = open_store()
print(store.version, len(store.observations()), flush=True)
"""


def test_processes_that_start_at_once_make_one_version(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"} | {"SEURANTA_DATA": str(tmp_path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    made = [
        subprocess.Popen([sys.executable, "-c", START], cwd=ROOT, env=environment, text=True, **pipes) for _ in range(3)
    ]
    for process in made:
        assert process.stdout.readline() == "ready\n"
    for process in made:
        process.stdin.write("\n")
        process.stdin.flush()
    ended = [(*process.communicate(timeout=HANG_SECONDS), process.returncode) for process in made]
    assert [error.strip().splitlines()[-1:] for _, error, _ in ended] == [[], [], []]
    assert {out for out, _, _ in ended} == {f"1 {len(shipped.observations())}\n"}
