"""The file that comes back: a working copy with its findings in the cells and on a sheet of their own."""

import io
import re
import zipfile
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.datavalidation import DataValidation

from loaders.check import Checked
from loaders.findings import Finding, Severity, Unreadable, finding
from loaders.layouts.table_finder import FINDINGS_SHEET, FINDINGS_TITLE
from loaders.workbooks import marked_workbook as module
from loaders.workbooks.marked_workbook import FILLS, MAX_RANGE, TOO_LARGE, WORKING_COPY, mark_workbook
from tests.builders.spreadsheets import book, checked, codes, lines

ROWS = (["Mittari", "3/2026", "4/2026"], ["Käynnit", 5, "viisi"], ["Outo mittari", "-", 7])


def filled(workbook: Workbook) -> None:
    """Everything about a workbook that has to come back."""
    sheet = workbook.active
    sheet.title = "Seuranta"
    sheet["C2"].font = Font(bold=True, name="Arial")
    sheet["C2"].number_format = "0.00"
    sheet["C2"].comment = Comment("Tarkistettava", "Liisa")
    sheet["B2"].comment = Comment("Toinen", "Liisa")
    sheet["A1"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet.column_dimensions["A"].width = 33
    sheet.row_dimensions[2].height = 44
    sheet.merge_cells("E1:F2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "H3")
    other = workbook.create_sheet("Muuta")
    other["A1"] = "=1+1"
    other["A2"] = "teksti"


def back(content: bytes, result: Checked | None = None, name: str = "seuranta.xlsx") -> Workbook:
    findings = (result or checked(content)).findings
    return load_workbook(io.BytesIO(mark_workbook(content, name, findings)))


def told(workbook: Workbook, sheet: str = "Seuranta") -> dict[str, str]:
    """Address → comment."""
    return {cell.coordinate: cell.comment.text for row in workbook[sheet] for cell in row if cell.comment}


def values(workbook: Workbook) -> dict[tuple[str, str], object]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in workbook
        if not sheet.title.startswith(FINDINGS_SHEET)
        for row in sheet
        for cell in row
        if cell.value is not None
    }


def colour(workbook: Workbook, cell: str, sheet: str = "Seuranta") -> str:
    return str(workbook[sheet][cell].fill.fgColor.rgb)


def with_parts(content: bytes, **parts: tuple[str, bytes]) -> bytes:
    """The package with parts changed or added: name → (what is replaced, by what); the name has / and . as it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            old = source.read(name)
            before, after = parts.get(name, ("", b""))
            assert before.encode() in old
            target.writestr(name, old.replace(before.encode(), after) if before else old)
        for name in parts.keys() - set(source.namelist()):
            target.writestr(name, parts[name][1])
    return packed.getvalue()


def names(content: bytes) -> set[str]:
    return set(zipfile.ZipFile(io.BytesIO(content)).namelist())


def test_each_cell_that_a_finding_names_is_filled_and_commented() -> None:
    content = book(*ROWS)
    result = checked(content)
    workbook = back(content, result)
    assert codes(result) == ["tunnistettu", "ei-luku", "tuntematon-mittari"]
    assert {cell: text.partition(":")[0] for cell, text in told(workbook).items()} == {
        "A1": "Tieto",
        "C2": "Este",
        "B3": "Varoitus",
    }
    assert [colour(workbook, cell) for cell in ("A1", "C2", "B3")] == [
        FILLS[Severity.TELLS],
        FILLS[Severity.STOPS],
        FILLS[Severity.WARNS],
    ]
    assert workbook["Seuranta"]["B2"].fill.fill_type is None
    comment = workbook["Seuranta"]["C2"].comment
    assert comment.author == "Seuranta"
    assert comment.text.startswith("Este: Merkintää “viisi” ei voi lukea lukuna.")


def test_a_comment_is_large_enough_for_its_text() -> None:
    place = {"sheet": "Seuranta", "expected": "1"}
    findings = [finding("ei-luku", cell="A1", actual="x", **place)]
    findings += [finding("ei-luku", cell="B1", actual=str(number), **place) for number in range(4)]
    content = mark_workbook(book(*ROWS), "a.xlsx", findings)
    (drawing,) = [name for name in names(content) if name.endswith(".vml")]
    boxes = re.findall(rb"width:(\d+)px;height:(\d+)px", zipfile.ZipFile(io.BytesIO(content)).read(drawing))
    (width, low), (_, high) = [tuple(map(int, box)) for box in boxes]
    assert width >= 300 and 40 <= low < high / 2 and high < 500


def test_values_formulas_and_formats_are_as_they_were() -> None:
    content = book(*ROWS, fill=filled)
    before, after = load_workbook(io.BytesIO(content)), back(content)
    assert values(after) == values(before)
    sheet = after["Seuranta"]
    assert (sheet["C2"].font.b, sheet["C2"].font.name, sheet["C2"].number_format) == (True, "Arial", "0.00")
    assert (sheet.column_dimensions["A"].width, sheet.row_dimensions[2].height) == (33, 44)
    assert [str(one) for one in sheet.merged_cells.ranges] == ["E1:F2"]
    assert after.sheetnames == ["Seuranta", "Muuta", FINDINGS_SHEET]
    assert after.active.title == "Seuranta"


def test_comments_that_are_there_stay() -> None:
    texts = told(back(book(*ROWS, fill=filled)))
    assert texts["B2"] == "Toinen"
    assert texts["C2"].startswith("Tarkistettava\n— Seuranta —\nEste: Merkintää")


def test_several_findings_in_a_cell_are_in_one_comment_the_worst_first() -> None:
    place = {"sheet": "Seuranta", "cell": "B2"}
    findings = [
        finding("osamäärä", actual="2/3", expected="x", **place),
        *(finding("ei-luku", actual=f"luku {number}", expected="1", **place) for number in range(9)),
    ]
    workbook = load_workbook(io.BytesIO(mark_workbook(book(*ROWS), "a.xlsx", findings)))
    text = told(workbook)["B2"]
    assert colour(workbook, "B2") == FILLS[Severity.STOPS]
    assert text.count("Este: ") == 8 and text.endswith("Lisäksi: 2 muuta, ks. taulukko Huomiot.")


@pytest.mark.parametrize(
    ("cell", "filled_cells", "commented"),
    [
        ("B2", {"B2"}, {"B2"}),
        ("B2:C3", {"B2", "C2", "B3", "C3"}, {"B2"}),
        ("A1, C3", {"A1", "C3"}, {"A1", "C3"}),
        ("Z99", {"Z99"}, {"Z99"}),
        (f"A1:A{MAX_RANGE + 1}", {"A1"}, {"A1"}),
        ("A1:XFD1048576", {"A1"}, {"A1"}),
        ("C", set(), set()),
        ("B0", set(), set()),
        ("ZZZ9999999", set(), set()),
        ("", set(), set()),
        ("=B2", set(), set()),
    ],
)
def test_every_form_of_a_place(cell: str, filled_cells: set[str], commented: set[str]) -> None:
    one = Finding(code="x", severity=Severity.WARNS, sheet="Seuranta", cell=cell, text="Jotain.")
    workbook = load_workbook(io.BytesIO(mark_workbook(book(*ROWS), "a.xlsx", [one])))
    found = {c.coordinate for row in workbook["Seuranta"] for c in row if c.fill.fgColor.rgb == FILLS[Severity.WARNS]}
    assert found == filled_cells and told(workbook).keys() == commented
    assert workbook[FINDINGS_SHEET]["D5"].value == "Jotain."


def test_a_finding_under_a_merged_cell_is_shown_in_the_cell_that_shows() -> None:
    one = finding("yhdistetty-solu", sheet="Seuranta", cell="F2", actual="x")
    workbook = load_workbook(io.BytesIO(mark_workbook(book(*ROWS, fill=filled), "a.xlsx", [one])))
    assert "E1" in told(workbook) and colour(workbook, "E1") == FILLS[Severity.STOPS]


def test_the_list_has_every_finding_with_a_link_to_its_cell() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.title = "Liisan 'oma' & muut"

    content = book(*ROWS, fill=fill)
    result = checked(content)
    sheet = back(content, result)[FINDINGS_SHEET]
    assert sheet["A1"].value == FINDINGS_TITLE
    assert sheet["A2"].value == "Tiedosto: seuranta.xlsx. Esteitä 1, varoituksia 1, tietoja 1."
    assert sheet["A3"].value == WORKING_COPY
    assert [cell.value for cell in sheet[4]] == ["Vakavuus", "Taulukko", "Solu", "Huomio", "Löytyi", "Odotettiin"]
    assert [[sheet.cell(row, column).value for column in (1, 2, 3, 5)] for row in (5, 6)] == [
        ["este", "Liisan 'oma' & muut", "C2", "viisi"],
        ["varoitus", "Liisan 'oma' & muut", "B3", "Outo mittari"],
    ]
    assert sheet["C5"].hyperlink.location == "'Liisan ''oma'' & muut'!C2"
    assert sheet.max_row == 4 + len(result.findings) and sheet.freeze_panes == "A5"


def test_findings_of_the_whole_file_are_in_the_list_alone() -> None:
    content = book(*ROWS)
    result = checked(content, region="")
    workbook = back(content, result)
    listed = {row[3].value: row[2].hyperlink for row in workbook[FINDINGS_SHEET].iter_rows(min_row=5)}
    (about,) = [text for text in listed if "ei selviä hyvinvointialue" in text]
    assert listed[about] is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "_x0041_", "a\x0bb<b>&\"'", "\U0001f600"])
def test_texts_stay_texts(text: str) -> None:
    one = Finding(code="x", severity=Severity.STOPS, sheet="Seuranta", cell="B2", actual=text, expected=text, text=text)
    workbook = load_workbook(io.BytesIO(mark_workbook(book(*ROWS), "a.xlsx", [one])))
    row = workbook[FINDINGS_SHEET][5]
    assert [cell.data_type for cell in row[3:]] == ["s"] * 3
    assert "f" not in {cell.data_type for cells in workbook[FINDINGS_SHEET] for cell in cells}
    assert [unescape(cell.value) for cell in row[3:]] == [text.replace("\x0b", "")] * 3
    assert told(workbook)["B2"].startswith("Este: ")


def computed(**options: Any) -> bytes:
    """A workbook whose formulas have stored results, as Excel saves it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet("Seuranta")
        sheet.write_row(0, 0, ["Mittari", "3/2026", "4/2026"])
        sheet.write_row(1, 0, ["Käynnit", "viisi"])
        sheet.write_formula(1, 2, options.get("formula", "=2+3"), None, 5)
        if "formula" in options:
            sheet.write_array_formula("C3:C3", "{" + options["formula"] + "}", None, 6)
            sheet.data_validation("B2", {"validate": "list", "source": options["formula"]})
            rule = {"type": "formula", "criteria": options["formula"], "format": workbook.add_format({"bold": True})}
            sheet.conditional_format("B3", rule)
    return content.getvalue()


def test_formulas_stay_and_excel_is_told_to_compute_them() -> None:
    content = computed()
    copy = load_workbook(io.BytesIO(mark_workbook(content, "a.xlsx", checked(content).findings)))
    assert copy["Seuranta"]["C2"].value == "=2+3"
    assert copy.calculation.fullCalcOnLoad
    assert "Muut kaavat Excel laskee" in copy[FINDINGS_SHEET]["A3"].value


def test_checked_again_it_tells_the_same_and_marked_again_nothing_piles_up() -> None:
    content = book(*ROWS, fill=filled)
    result = checked(content)
    first = mark_workbook(content, "seuranta.xlsx", result.findings)
    second = mark_workbook(first, "seuranta.xlsx", checked(first).findings)
    assert checked(first) == checked(second) == result
    one, two = (load_workbook(io.BytesIO(each)) for each in (first, second))
    assert one.sheetnames == two.sheetnames and told(one) == told(two)
    mended = load_workbook(io.BytesIO(second))
    mended["Seuranta"]["C2"] = 6
    content = io.BytesIO()
    mended.save(content)
    third = back(content.getvalue())
    assert told(third)["C2"] == "Tarkistettava" and third["Seuranta"]["C2"].fill.fill_type is None
    assert colour(third, "B3") == FILLS[Severity.WARNS]


def test_formatted_texts_links_and_rules_stay() -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.active
        sheet["A5"] = CellRichText(
            TextBlock(InlineFont(strike=True), "12 "), " 15 ", TextBlock(InlineFont(b=True), "%")
        )
        sheet["A6"] = "THL"
        sheet["A6"].hyperlink = "https://thl.fi/"
        sheet.conditional_formatting.add("B2:C3", CellIsRule("greaterThan", formula=["5"], font=Font(bold=True)))
        rule = DataValidation("list", formula1='"kyllä,ei"')
        rule.add("C2")
        sheet.add_data_validation(rule)
        workbook.create_sheet("Piilo").sheet_state = "hidden"

    content = book(*ROWS, fill=fill)
    copy = load_workbook(io.BytesIO(mark_workbook(content, "a.xlsx", checked(content).findings)), rich_text=True)
    sheet = copy["Seuranta"]
    assert sheet["A5"].value == load_workbook(io.BytesIO(content), rich_text=True)["Seuranta"]["A5"].value
    assert sheet["A6"].hyperlink.target == "https://thl.fi/"
    assert [rule.formula for ranges in sheet.conditional_formatting for rule in ranges.rules] == [["5"]]
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ['"kyllä,ei"']
    assert copy["Piilo"].sheet_state == "hidden"


def test_charts_chart_sheets_and_pivot_tables_do_not_come_along_and_the_sheet_says_so() -> None:
    def fill(workbook: Workbook) -> None:
        filled(workbook)
        workbook.create_chartsheet("Kaavio", 0).add_chart(BarChart())

    content = book(*ROWS, fill=fill)
    again = mark_workbook(content, "a.xlsx", checked(content).findings)
    assert not any(part in name for name in names(again) for part in ("chart", "drawing1.xml", "pivot"))
    workbook = load_workbook(io.BytesIO(again))
    assert workbook.sheetnames == ["Seuranta", "Muuta", FINDINGS_SHEET]
    assert "kaaviot ja kuvat eivät tule mukaan" in workbook[FINDINGS_SHEET]["A3"].value


def test_an_empty_cell_keeps_the_format_of_its_column() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.column_dimensions["B"].number_format = "0%"

    one = finding("ei-luku", sheet="Seuranta", cell="B9", actual="x", expected="1")
    cell = load_workbook(io.BytesIO(mark_workbook(book(*ROWS, fill=fill), "a.xlsx", [one])))["Seuranta"]["B9"]
    assert (cell.number_format, cell.fill.fgColor.rgb) == ("0%", FILLS[Severity.STOPS])


def test_a_comment_with_what_looks_like_an_escape_is_the_same_after_two_rounds() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active["B2"].comment = Comment("_x005F_x0041_ ja _x0042_", "Liisa")

    content = book(*ROWS, fill=fill)
    for _ in range(2):
        content = mark_workbook(content, "a.xlsx", checked(content).findings)
    assert told(load_workbook(io.BytesIO(content)))["B2"] == "_x005F_x0041_ ja _x0042_"


def test_a_sheet_of_the_user_s_own_with_that_name_stays() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.create_sheet("huomiot")["A1"] = "omat huomiot"

    workbook = back(book(*ROWS, fill=fill))
    assert workbook.sheetnames == ["Seuranta", "huomiot", "Huomiot (Seuranta)"]
    assert workbook["huomiot"]["A1"].value == "omat huomiot"


CELLS = st.one_of(
    st.none(),
    st.integers(-99, 9999),
    st.sampled_from(["viisi", "12,5", "1.234", "-", "..", "=1+1", "#", "<5", "2/3", "45 %", "Yhteensä", "noin 3"]),
    st.text(alphabet="aä<>&'\"=_x0041\u2028 ", max_size=12),
)


@pytest.mark.slow
@settings(max_examples=40)
@given(rows=st.lists(st.tuples(st.sampled_from(["Käynnit", "Uusi", ""]), CELLS, CELLS), max_size=8), text=st.booleans())
def test_marking_changes_no_value_and_no_finding(rows: list[tuple[object, ...]], text: bool) -> None:
    content = book(["Mittari", "3/2026", "4/2026"], *rows)
    result = checked(content)
    again = mark_workbook(content, "seuranta.xlsx", result.findings)
    assert values(load_workbook(io.BytesIO(again))) == values(load_workbook(io.BytesIO(content)))
    assert checked(again) == result


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_text_table_comes_back_as_a_workbook_of_texts(encoding: str) -> None:
    content = lines("Mittari;3/2026;4/2026", "Käynnit;'=1+1;viisi", ";;", "Sijoitukset;0,5;007", encoding=encoding)
    result = checked(content, "seuranta.csv")
    workbook = back(content, result, "seuranta.csv")
    sheet = workbook["Tiedosto"]
    assert [sheet[cell].value for cell in ("A1", "B2", "C2", "B4", "C4")] == ["Mittari", "=1+1", "viisi", "0,5", "007"]
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}
    assert told(workbook, "Tiedosto")["C2"].startswith("Este: Merkintää “viisi”")
    assert workbook[FINDINGS_SHEET]["C5"].hyperlink.location.startswith("'Tiedosto'!")
    again = checked(mark_workbook(content, "seuranta.csv", result.findings), "seuranta.xlsx")
    assert [(one.code, one.cell) for one in again.findings if one.code != "merkistö"] == [
        (one.code, one.cell) for one in result.findings if one.code != "merkistö"
    ]
    assert [one.content for one in again.observations] == [one.content for one in result.observations]


TYPES = "[Content_Types].xml"
RELATION = '<Relationship Id="rIdX" Type="http://schemas.{}/{}" Target="{}"/></Relationships>'
OFFICE = "openxmlformats.org/officeDocument/2006/relationships"


def test_macros_never_come_along() -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    relation = RELATION.format("microsoft.com/office/2006/relationships", "vbaProject", "vbaProject.bin")
    content = with_parts(
        book(*ROWS),
        **{
            TYPES: (main, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            "xl/_rels/workbook.xml.rels": ("</Relationships>", relation.encode()),
            "xl/vbaProject.bin": ("", b"\xd0\xcf\x11\xe0macro"),
        },
    )
    again = mark_workbook(content, "seuranta.xlsm", checked(content, "seuranta.xlsm").findings)
    assert not any("vba" in name for name in names(again))
    types = zipfile.ZipFile(io.BytesIO(again)).read(TYPES)
    assert b"macroEnabled" not in types and b"vba" not in types and main.encode() in types
    assert "makrot" in load_workbook(io.BytesIO(again))[FINDINGS_SHEET]["A3"].value
    assert codes(checked(again)) == codes(checked(content, "seuranta.xlsm"))


def test_links_to_other_workbooks_become_values() -> None:
    link = RELATION.format(OFFICE, "externalLink", "externalLinks/externalLink1.xml")
    references = b'<externalReferences><externalReference r:id="rIdX"/></externalReferences>'
    defined = b'<definedNames><definedName name="Ulko">[1]Muu!$A$1</definedName></definedNames><calcPr'
    content = with_parts(
        computed(formula="='[1]Muu taulukko'!A1+1"),
        **{
            "xl/_rels/workbook.xml.rels": ("</Relationships>", link.encode()),
            "xl/externalLinks/externalLink1.xml": ("", b"<externalLink/>"),
            "xl/workbook.xml": ("<calcPr", references + defined),
        },
    )
    again = mark_workbook(content, "a.xlsx", checked(content).findings)
    assert not any("external" in name for name in names(again))
    assert b"[1]" not in b"".join(zipfile.ZipFile(io.BytesIO(again)).read(name) for name in names(again))
    sheet = load_workbook(io.BytesIO(again))["Seuranta"]
    assert (sheet["C2"].value, sheet["C3"].value) == (5, 6)
    assert not sheet.data_validations.dataValidation and not sheet.conditional_formatting
    assert "linkit toisiin työkirjoihin" in load_workbook(io.BytesIO(again))[FINDINGS_SHEET]["A3"].value


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_document_type_is_refused(part: str) -> None:
    content = book(*ROWS)
    findings = checked(content).findings
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    body = zipfile.ZipFile(io.BytesIO(content)).read(part)
    start = body.index(b"<", body.index(b"?>") if b"?>" in body else 0)
    whole = body[start:].decode()
    with pytest.raises(Unreadable) as error:
        mark_workbook(with_parts(content, **{part: (whole, doctype + whole.encode())}), "a.xlsx", findings)
    assert error.value.finding.code == "kielletty-rakenne"


def test_beyond_the_bound_there_is_the_list_alone_and_it_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", 11)
    workbook = back(book(*ROWS))
    assert workbook.sheetnames == [FINDINGS_SHEET]
    sheet = workbook[FINDINGS_SHEET]
    assert sheet["A3"].value == TOO_LARGE and sheet["A5"].value == "este"
    monkeypatch.setattr(module, "MAX_CELLS", 12)  # nine cells and three rows
    assert back(book(*ROWS)).sheetnames == ["Seuranta", FINDINGS_SHEET]


@pytest.mark.parametrize("reference", ["A1:XFD1048576", "A1:A1048576"])
def test_cells_under_merged_ranges_and_links_count_towards_the_bound(reference: str) -> None:
    element = f'<mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
    link = f'<hyperlinks><hyperlink ref="{reference}" location="A1"/></hyperlinks>'
    for more in (element, link):
        content = with_parts(
            book(*ROWS), **{"xl/worksheets/sheet1.xml": ("</sheetData>", f"</sheetData>{more}".encode())}
        )
        findings = checked(content).findings
        assert load_workbook(io.BytesIO(mark_workbook(content, "a.xlsx", findings))).sheetnames == [FINDINGS_SHEET]


def test_all_sheets_count_towards_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(workbook: Workbook) -> None:
        workbook.create_sheet("Muuta")["A1"] = "yksi solu ja rivi"

    monkeypatch.setattr(module, "MAX_CELLS", 13)
    assert back(book(*ROWS, fill=fill)).sheetnames == [FINDINGS_SHEET]
    monkeypatch.setattr(module, "MAX_CELLS", 14)
    assert back(book(*ROWS, fill=fill)).sheetnames == ["Seuranta", "Muuta", FINDINGS_SHEET]


def test_a_text_table_beyond_the_bound_is_listed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", 3)
    content = lines("Mittari;3/2026", "Käynnit;viisi")
    workbook = back(content, checked(content, "a.csv"), "a.csv")
    assert workbook.sheetnames == [FINDINGS_SHEET] and workbook[FINDINGS_SHEET]["A3"].value == TOO_LARGE
