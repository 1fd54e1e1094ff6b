"""python -m components.exports: files of the real store, clear refusals, and nothing hidden in any part of any file."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from components.exports.__main__ import main
from data.analysis.small_numbers.suppression import protect
from data.catalogue import load_catalogue
from data.model import Missing, Observation, Place, Role
from data.store import Delivery
from loaders.check import check
from loaders.compare import compare
from loaders.first_start import open_store
from tests.builders import observation, year
from tests.builders.documents import TODAY
from tests.limits import HANG_SECONDS

ROOT = Path(__file__).parents[3]
KINDS = ("docx", "xlsx", "pptx")
COUNTED = "etela-karjala-kommunikaatio-ohjaus-asiakkaat"  # counts people, and its card lets small numbers be hidden


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of these tests' own, filled by the first run of the command."""
    return tmp_path_factory.mktemp("viennit")


@pytest.fixture
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(folder / "tiedot"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"SEURANTA_DATA": str(folder / "tiedot"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "components.exports", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=HANG_SECONDS, check=False)


@pytest.mark.parametrize("kind", KINDS)
def test_it_writes_a_file_that_opens(folder: Path, kind: str) -> None:
    out = folder / f"kokous.{kind}"
    done = run(folder, kind, "--alue", "Kymenlaakso", "keusote", "--tavoite", "2", "--out", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    content = io.BytesIO(out.read_bytes())
    if kind == "docx":
        names = [p.text for p in Document(content).paragraphs if p.style and p.style.name == "Heading 1"]
        assert names[2:] == ["Kymenlaakso", "Keski-Uusimaa (Keusote)"]
    elif kind == "xlsx":
        assert load_workbook(content).sheetnames[1:3] == ["2 Ehkäisevä työ", "Prosessitavoitteet"]
    else:
        assert len(Presentation(content).slides) > 2
    assert [path.name for path in folder.iterdir() if path.suffix == ".kesken"] == []


def test_the_workbook_of_the_command_uploads_without_a_difference(folder: Path, own: None) -> None:
    out = folder / "takaisin.xlsx"
    assert main(["xlsx", "--alue", "Etelä-Karjala", "--out", str(out)]) == 0
    current = protect(open_store().observations(regions=["Etelä-Karjala"]), load_catalogue())
    read = check(out.read_bytes(), out.name, load_catalogue(), today=TODAY, current=current)
    assert compare(read.observations, current).is_empty and len(read.observations) == len(current) > 200


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--alue", "Kymi"), 2, "Aluetta ”Kymi” ei tunneta. Tunnetut alueet: Etelä-Karjala, "),
        (("--alue", "Kymenlaakso", "--tavoite", "7"), 2, "Hyötytavoitetta ”7” ei ole. Hyötytavoitteet ovat 1–5."),
        (("--alue", "Kymenlaakso", "--tavoite", "kaksi"), 2, "Hyötytavoitetta ”kaksi” ei ole."),
        (("--alue", "Kymenlaakso", "--versio", "99"), 2, "Versiota 99 ei ole. Uusin versio on "),
        (("--alue", "Kymenlaakso", "--versio", "0"), 2, "Versiota 0 ei ole."),
        (("--alue", "Kymenlaakso", "--versio", "²"), 2, "Versiota ² ei ole."),
        (("--alue", "Lappi"), 1, "Valituista alueista ja hyötytavoitteista ei ole tietoja"),
        (("--alue", "Päijät-Häme", "--tavoite", "5"), 1, "Valituista alueista ja hyötytavoitteista ei ole tietoja"),
    ],
)
def test_what_cannot_be_done_is_refused_in_finnish_and_nothing_is_written(
    own: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, told: str
) -> None:
    out = tmp_path / "a.docx"
    assert main(["docx", *arguments, "--out", str(out)]) == code
    assert capsys.readouterr().err.startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_too_many_regions_for_slides_are_refused(own: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [region.name for region in load_catalogue().regions if region.name != "Kymenlaakso"][:5]
    assert main(["pptx", "--alue", "Kymenlaakso", *names, "--out", str(tmp_path / "a.pptx")]) == 2
    assert capsys.readouterr().err == "PowerPoint-esityksessä on enintään 5 aluetta.\n"


def test_a_file_that_is_there_stays_whole_when_the_new_one_cannot_be_written(
    own: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kansio"
    out.mkdir()
    (out / "vanha").write_text("vanha")
    assert main(["docx", "--alue", "Kymenlaakso", "--tavoite", "5", "--out", str(out)]) == 1
    assert f"Tiedostoa {out} ei voitu kirjoittaa." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kansio"] and (out / "vanha").read_text() == "vanha"
    assert main(["docx", "--alue", "Kymenlaakso", "--out", str(tmp_path / "puuttuu" / "a.docx")]) == 1


# Small numbers, and versions


def counted(value: float, group: str, **fields: object) -> Observation:
    place = Place(source="testi", line=1, as_printed=f"painettu {group or 'kaikki'}")
    common = {
        "region": "Etelä-Karjala", "indicator": COUNTED, "unit": "hlö", "role": Role.FOLLOW_UP, "period": year(2021),
        "place": place, "note": f"huomautus {group or 'kaikki'}", "accepted": f"selitys {group or 'kaikki'}",
        "group": group,
    }  # fmt: skip
    return observation(value, **(common | fields))


@pytest.fixture(scope="module")
def later(folder: Path) -> Iterator[tuple[int, int]]:
    """Two later publications: small counts, and then a total mended."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("SEURANTA_DATA", str(folder / "tiedot"))
        store = open_store()
        given = (counted(731_003, ""), counted(3, "kunta: Alfala"), counted(731_000, "kunta: Beetala"))
        first = store.publish([Delivery(file_name="a", content=b"a", observations=given)], author="testi")
        mended = counted(800_555, "", period=year(2022))
        second = store.publish([Delivery(file_name="b", content=b"b", observations=(mended,))], author="testi")
        yield first, second


def everything(content: bytes, name: str = "") -> Iterator[tuple[str, str]]:
    """Every part of a file as text, and those of the workbooks inside it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            inside = package.read(part)
            yield f"{name}{part}", inside.decode("utf-8", errors="replace")
            if inside.startswith(b"PK"):
                yield from everything(inside, f"{name}{part}/")


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_small_numbers_are_in_no_part_of_any_file(
    folder: Path, own: None, later: tuple[int, int], kind: str
) -> None:
    protected = protect(open_store().observations(indicators=[COUNTED]), load_catalogue())
    assert {o.group for o in protected if o.missing is Missing.HIDDEN} == {"kunta: Alfala", "kunta: Beetala"}
    out = folder / f"peitetty.{kind}"
    assert main([kind, "--alue", "Etelä-Karjala", "--tavoite", "4", "--out", str(out)]) == 0
    parts = dict(everything(out.read_bytes()))
    whole = "".join(parts.values()).replace("\u00a0", " ")
    assert "800 555" in whole or "800555" in whole
    for secret in ("731000", "731 000", "painettu kunta", "huomautus kunta", "selitys kunta"):
        assert [name for name, text in parts.items() if secret in text.replace("\u00a0", " ")] == []
    if kind != "pptx":
        assert "peitetty" in whole


def test_a_hidden_count_is_a_word_in_its_cell(folder: Path, own: None, later: tuple[int, int]) -> None:
    for kind in ("docx", "xlsx"):
        assert main([kind, "--alue", "Etelä-Karjala", "--tavoite", "4", "--out", str(folder / f"solut.{kind}")]) == 0
    sheet = load_workbook(folder / "solut.xlsx")["4 Monialaisuus"]
    names = [cell.value for cell in sheet[1]]
    found = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    told = {row["Ryhmä"]: (row["Arvo"], row["Puuttuu"]) for row in found if row["Jakso"] == "2021"}
    assert told["kunta: Alfala"] == told["kunta: Beetala"] == (None, "peitetty")
    tables = Document(str(folder / "solut.docx")).tables
    cells = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for table in tables for row in table.rows}
    name = load_catalogue().indicator(COUNTED)
    assert name is not None and "peitetty" in cells[f"{name.name} (Alfala)"]


def test_an_earlier_version_holds_the_earlier_numbers(folder: Path, own: None, later: tuple[int, int]) -> None:
    first, second = later
    told = []
    for version in (first, second):
        out = folder / f"versio-{version}.docx"
        arguments = ["--tavoite", "4", "--versio", str(version), "--out", str(out)]
        assert main(["docx", "--alue", "Etelä-Karjala", *arguments]) == 0
        told.append(dict(everything(out.read_bytes())))
    assert ["800\u00a0555" in parts["word/document.xml"] for parts in told] == [False, True]
    assert f"Versio {first}, julkaistu " in told[0]["word/footer1.xml"]
