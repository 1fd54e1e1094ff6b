"""python -m loaders check FILE: what it prints and how it exits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.read import read
from tests.builders.spreadsheets import book, lines

pytestmark = pytest.mark.slow

OBSERVATION = {
    "region", "indicator", "indicator_name", "group", "period", "period_start", "period_end", "role", "value", "lower",
    "upper", "qualifier", "n", "unit", "missing", "words", "source", "line", "sheet", "cell", "as_printed", "inferred",
    "conflict", "note",
}  # fmt: skip
PROCESS_GOAL = {
    "region", "id", "work_package", "goal", "title", "period_start", "period_end", "status", "wording", "continues",
    "continues_with", "source", "line", "sheet", "cell",
}  # fmt: skip
FINDING = {"code", "severity", "sheet", "cell", "found", "expected", "message"}

CLEAN = lines("alue;mittari;jakso;rooli;arvo;yksikkö", "Kymenlaakso;Uusi;kevät 2021;seuranta;25;%")
STOPPED = lines("alue;mittari;jakso;arvo", "Kymenlaakso;Uusi;2021;viisi")
GOALS = lines("alue;Prosessitavoite;Status;Päivä", "Kymenlaakso;Malli;valmis;15.5.2022")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "seuranta.csv"


def test_a_clean_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(CLEAN)
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "Asettelu: pitkä",
        "Havaintoja: 1",
        "Prosessitavoitteita: 0",
        "Esteitä 0, varoituksia 1, tietoja 1",
    ]


def test_a_file_that_a_finding_stops(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(STOPPED)
    assert main(["check", str(file)]) == 1
    assert "Este: Rivi 2, solu D2: Merkintää “viisi” ei voi lukea lukuna." in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01", b"PK\x03\x04"])
def test_an_unreadable_file(file: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]) -> None:
    if content is not None:
        file.write_bytes(content)
    assert main(["check", str(file)]) == 2
    assert capsys.readouterr().out.startswith("Tiedosto")
    assert main(["check", str(file), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["layout"], told["observations"], told["process_goals"]) == ("", [], [])
    assert [finding["severity"] for finding in told["findings"]] == ["este"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path)]) == 2


def test_json_of_observations(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(CLEAN)
    assert main(["check", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (observation,), (finding, *_) = told["observations"], told["findings"]
    assert observation.keys() >= OBSERVATION and finding.keys() == FINDING
    assert (observation["value"], observation["lower"], observation["missing"], observation["unit"]) == (
        25,
        None,
        None,
        "%",
    )
    assert (observation["period_start"], observation["period_end"]) == ("2021-01-01", "2021-06-30")
    assert (observation["role"], observation["inferred"], observation["cell"]) == ("seuranta", "jakso", "E2")
    assert told["layout"] == "pitkä" and finding["severity"] == "tieto"


def test_json_of_process_goals(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(GOALS)
    assert main(["check", str(file), "--json"]) == 0
    (goal,) = json.loads(capsys.readouterr().out)["process_goals"]
    assert goal.keys() >= PROCESS_GOAL
    assert (goal["status"], goal["wording"], goal["period_start"]) == ("toteutunut", "valmis", "2022-05-15")


def test_a_region_for_a_file_that_names_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "taulukko.xlsx"
    file.write_bytes(book(["Mittari", "2020"], ["Uusi", 5]))
    assert main(["check", str(file)]) == 1
    capsys.readouterr()
    assert main(["check", str(file), "--alue", "keusote", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["observations"][0]["region"] == "Keski-Uusimaa"


def test_an_unknown_region_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(CLEAN)
    assert main(["check", str(file), "--alue", "Kymi"]) == 2
    assert capsys.readouterr().out.startswith("Aluetta “Kymi” ei tunneta.")
    assert main(["check", str(file), "--alue", "Kymi", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "tuntematon-alue"


def test_it_runs_as_a_module(file: Path) -> None:
    file.write_bytes(CLEAN)
    command = [sys.executable, "-m", "loaders", "check", str(file), "--json"]
    ran = subprocess.run(command, capture_output=True, check=False, env={"PYTHONIOENCODING": "latin-1"})
    assert ran.returncode == 0 and json.loads(ran.stdout.decode("utf-8"))["layout"] == "pitkä"


SHIPPED_ROW = "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;{};seuranta;{};%"


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path / "store"))
    return tmp_path / "store"


def published(file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "loaders", "publish", str(file), "--julkaisija", "Ajastus", *more]
    return subprocess.run(command, capture_output=True, encoding="utf-8")


def test_a_file_is_published_and_the_same_again_changes_nothing(file: Path, own_store: Path) -> None:
    file.write_bytes(lines("alue;mittari;jakso;rooli;arvo;yksikkö", SHIPPED_ROW.format("kevät 2025", "9,5")))
    first = published(file, "--huomautus", "kuukausiajo")
    assert (first.returncode, first.stdout.splitlines()[-1]) == (0, "Julkaistu versiona 2. Uusia 1, muuttuneita 0.")
    again = published(file)
    assert (again.returncode, again.stdout.splitlines()[-1]) == (
        0,
        "Tiedosto ei muuttaisi mitään: samat tiedot ovat jo voimassa.",
    )


def test_warnings_stop_a_publication_until_they_are_explained(file: Path, own_store: Path) -> None:
    file.write_bytes(lines("alue;mittari;jakso;rooli;arvo;yksikkö", SHIPPED_ROW.format("kevät 2021", "11,0")))
    refused = published(file)
    assert refused.returncode == 1
    assert "--hyvaksy" in refused.stdout
    assert published(file, "--hyvaksy", "Luku tarkentui").returncode == 0


def test_a_stopped_file_is_not_published(file: Path, own_store: Path) -> None:
    file.write_bytes(lines("alue;mittari;jakso;rooli;arvo;yksikkö", SHIPPED_ROW.format("kevät 2021", "viisi")))
    refused = published(file)
    assert refused.returncode == 1
    assert "Merkintää “viisi” ei voi lukea lukuna" in refused.stdout


def test_a_marked_workbook(file: Path, tmp_path: Path) -> None:
    file.write_bytes(STOPPED)
    target = tmp_path / "merkitty.xlsx"
    assert main(["check", str(file), "--merkitty", str(target)]) == 1
    assert [sheet.name for sheet in read(target.read_bytes(), target.name).sheets] == ["Tiedosto", "Huomiot"]
    assert main(["check", str(file), "--merkitty", str(tmp_path)]) == 2


def test_the_template_of_a_region(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "pohja.xlsx"
    assert main(["template", "--alue", "keusote", "--out", str(target)]) == 0
    capsys.readouterr()
    assert main(["check", str(target)]) == 0
    assert "Pohjaa ei ole täytetty" in capsys.readouterr().out
    assert main(["template", "--alue", "Kymi", "--out", str(target)]) == 2
    assert main(["template", "--alue", "Lappi", "--out", str(tmp_path)]) == 2
