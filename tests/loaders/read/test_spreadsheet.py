"""What a file holds as cells, whatever they mean."""

from datetime import date

import pytest
from openpyxl import Workbook

from loaders.findings import Unreadable
from loaders.read import read, safety
from loaders.read.sheets import Book, Cell
from tests.builders.spreadsheets import book, lines


def texts(content: bytes, name: str = "a.csv") -> list[list[str]]:
    """The texts of the first sheet, row by row."""
    return [[cell.text for cell in row.values()] for row in read(content, name).sheets[0].rows.values()]


def cell(content: bytes, row: int, column: int) -> Cell | None:
    return read(content, "a.xlsx").sheets[0].at(row, column)


def codes(read_book: Book) -> list[str]:
    return [finding.code for finding in read_book.findings]


# Text tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_an_encoding_is_recognised(encoding: str) -> None:
    assert texts(lines("Mittari;Arvo", "Äyriäinen;5", encoding=encoding)) == [["Mittari", "Arvo"], ["Äyriäinen", "5"]]


def test_an_encoding_that_is_only_likely_is_told() -> None:
    assert codes(read(lines("Äyriäinen;5 €", encoding="cp1252"), "a.csv")) == ["merkistö"]
    assert codes(read(lines("Äyriäinen;5 €"), "a.csv")) == []


@pytest.mark.parametrize("text", ["Tšekin ja Võrun käynnit", "a.fi/sivu?id=5&b=6", "Onko näin? on", "8÷2", "R?"])
def test_letters_that_are_meant_are_not_warned_of(text: str) -> None:
    assert codes(read(text.encode(), "a.csv")) == []


@pytest.mark.parametrize(
    "content",
    [
        "Tyä;5".encode().decode("latin-1").encode(),  # UTF-8 taken for Latin-1 and saved again
        "käynnit;5".encode("cp850"),  # DOS
        "k\ufffdynnit;5".encode(),
        "päivä;5".encode().decode("mac-roman").encode(),
        "päivä;5".encode("mac-roman"),
        "päivä;5".encode("cp1252").decode("cp850").encode(),
        b"p?iv?;5",
    ],
)
def test_letters_that_have_changed_are_warned_of(content: bytes) -> None:
    assert "merkistövirhe" in codes(read(content, "a.csv"))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_separator_is_recognised(separator: str) -> None:
    rows = [separator.join(row) for row in (("Mittari", "Jakso", "Arvo"), ("A", "2021", "5"), ("B", "2022", "6"))]
    assert texts(lines(*rows)) == [["Mittari", "Jakso", "Arvo"], ["A", "2021", "5"], ["B", "2022", "6"]]


def test_decimal_commas_are_not_separators() -> None:
    assert texts(lines("Mittari;2021;2022", *["A;1,5;2,5"] * 30))[1] == ["A", "1,5", "2,5"]
    assert texts(lines("Seuranta, kevät 2021", "Mittari;2021", *["A, B ja C;1,5"] * 3))[2] == ["A, B ja C", "1,5"]
    assert texts(lines("Mittari\t2021", "A\t1,5"))[1] == ["A", "1,5"]


def test_a_quoted_cell_keeps_its_separators_and_line_breaks() -> None:
    assert texts(lines('Mittari;"kevät', '2021"', 'A;"5;6"')) == [["Mittari", "kevät\n2021"], ["A", "5;6"]]


def test_excels_own_line_declares_the_separator() -> None:
    assert texts(lines("sep=,", "A,B")) == [["A", "B"]]


def test_places_in_a_text_table_are_those_that_excel_shows() -> None:
    rows = read(lines("A;B", "", ";5"), "a.csv").sheets[0].rows
    assert [(place.address, place.text) for row in rows.values() for place in row.values()] == [
        ("A1", "A"),
        ("B1", "B"),
        ("B3", "5"),
    ]


def test_quotes_that_do_not_close_are_refused_with_their_line() -> None:
    with pytest.raises(Unreadable) as error:
        read(lines("A;B", 'x;"y', "z;w"), "a.csv")
    assert error.value.finding.code == "rikkinäinen-csv" and error.value.finding.actual == "2"


def test_control_characters_are_left_out_and_a_long_text_is_cut() -> None:
    long = "x" * (safety.MAX_TEXT + 1)
    found = read(lines(f"a\u202e\u0085b\x0bc;{long}"), "a.csv")
    assert [place.text for place in found.sheets[0].rows[1].values()] == ["ab c", "x" * safety.MAX_TEXT]
    assert codes(found) == ["teksti-katkaistu"]


def test_the_apostrophe_of_our_own_export_is_taken_away() -> None:
    assert texts(lines("'-;'=A1;'sanoi")) == [["-", "=A1", "'sanoi"]]


# Workbooks


def test_numbers_and_texts_and_dates() -> None:
    content = book(["Mittari", 12.5, 3, date(2022, 5, 15), True, "  x \n y "])
    assert cell(content, 1, 1) == Cell(1, 1, "Mittari")
    assert cell(content, 1, 2) == Cell(1, 2, "12,5", number=12.5)
    assert cell(content, 1, 3) == Cell(1, 3, "3", number=3)
    assert cell(content, 1, 4) == Cell(1, 4, "15.5.2022", day=date(2022, 5, 15))
    assert cell(content, 1, 5) == Cell(1, 5, "kyllä")
    assert cell(content, 1, 6) == Cell(1, 6, "x \n y")


@pytest.mark.parametrize(
    ("value", "number_format", "number", "unit", "text"),
    [
        (0.45, "0%", 45, "%", "45 %"),
        (0.0036, "0.00%", 0.36, "%", "0,36 %"),
        (0.45, "General", 0.45, "", "0,45"),
        (1723, '#,##0 "€"', 1723, "€", "1723 €"),
        (1723, "#,##0.00 [$€-40B]", 1723, "€", "1723 €"),
        (24, '0" pv"', 24, "pv", "24 pv"),
        (0.1 + 0.2, "General", 0.3, "", "0,3"),
        (5, '0;[Red]-0 "%"', 5, "", "5"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(
    value: float, number_format: str, number: float, unit: str, text: str
) -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active["A1"].number_format = number_format

    assert cell(book([value], fill=fill), 1, 1) == Cell(1, 1, text, number=number, unit=unit)


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("d.m.yyyy", "1.3.2021"),
        ("m/yyyy", "3/2021"),
        ("mmm yy", "3/2021"),
        ("yyyy", "2021"),
        ("[$-40B]mmmm yyyy", "3/2021"),
    ],
)
def test_a_date_is_read_as_its_format_shows_it(number_format: str, text: str) -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active["A1"].number_format = number_format

    assert cell(book([date(2021, 3, 1)], fill=fill), 1, 1) == Cell(1, 1, text, day=date(2021, 3, 1))


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"])
def test_an_error_is_a_finding_and_not_a_blank(error: str) -> None:
    found = read(book(["Mittari", error]), "a.xlsx")
    assert codes(found) == ["virhearvo"] and found.findings[0].cell == "B1"
    assert found.sheets[0].rows[1][2].unusable


def test_a_formula_without_its_value_is_a_finding() -> None:
    found = read(book(["Mittari", "=1+1"]), "a.xlsx")
    assert codes(found) == ["kaava-ilman-arvoa"]
    assert found.sheets[0].rows[1][2].unusable


def test_merged_cells_lead_to_the_one_that_shows() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.merge_cells("A1:B2")

    sheet = read(book(["Kymenlaakso", None, "x"], [None, None, "y"], fill=fill), "a.xlsx").sheets[0]
    shown = sheet.shown_at(2, 2)
    assert sheet.at(2, 2) is None and shown and shown.text == "Kymenlaakso"


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.row_dimensions[2].hidden = True
        workbook.active.row_dimensions[9].hidden = True
        workbook.active.column_dimensions["B"].hidden = True

    found = read(book(["A", "B"], ["C", "D"], fill=fill), "a.xlsx")
    assert [(finding.code, finding.actual) for finding in found.findings] == [
        ("piilotettuja-rivejä", "2"),
        ("piilotettuja-sarakkeita", "B"),
    ]
    assert found.sheets[0].at(2, 2) == Cell(2, 2, "D")


def test_a_hidden_sheet_is_told_and_not_read() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.create_sheet("Apu").append(["salaa"])
        workbook["Apu"].sheet_state = "hidden"

    found = read(book(["A"], fill=fill), "a.xlsx")
    assert [sheet.name for sheet in found.sheets] == ["Seuranta"]
    assert [(finding.code, finding.sheet) for finding in found.findings] == [("piilotettu-taulukko", "Apu")]
