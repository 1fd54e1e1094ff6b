"""What an unchanged export brings back: sheets for readers that are not read, and no warning of what is published."""

import io

from openpyxl import Workbook

from loaders.layouts.table_finder import FOR_READERS
from tests.builders.spreadsheets import book, checked, codes, lines, only

TABLE = (["Mittari", "Jakso", "Rooli", "Arvo"], ["Käynnit", "2021", "seuranta", 5])


def test_a_sheet_for_readers_is_told_and_not_read() -> None:
    workbook = Workbook()
    own, other = workbook.active, workbook.create_sheet("Tilat ja lauseet")
    for row in TABLE:
        own.append(row)
    for row in ([FOR_READERS], *TABLE):
        other.append(row)
    file = io.BytesIO()
    workbook.save(file)
    result = checked(file.getvalue())
    assert [one.value for one in result.observations] == [5]
    told = only(result, "lukijan-taulukko")
    assert (told.sheet, told.severity) == ("Tilat ja lauseet", "tieto")


def test_only_the_first_row_alone_says_that_a_sheet_is_for_readers() -> None:
    for rows in (([FOR_READERS, "x"], *TABLE), (["Otsikko"], [FOR_READERS], *TABLE), ([f"{FOR_READERS} Ei."], *TABLE)):
        result = checked(book(*rows))
        assert len(result.observations) == 1 and "lukijan-taulukko" not in codes(result)


def test_a_workbook_of_sheets_for_readers_alone_has_nothing_to_publish() -> None:
    assert checked(book([FOR_READERS], *TABLE)).stops


def test_a_published_follow_up_without_a_period_is_warned_of_only_when_it_changes() -> None:
    def file(value: int) -> bytes:
        return lines("mittari;jakso;rooli;arvo", f"Käynnit;;seuranta;{value}")

    first = checked(file(5))
    assert only(first, "jakso-puuttuu").cell == "D2"
    assert "jakso-puuttuu" not in codes(checked(file(5), current=first.observations))
    assert "jakso-puuttuu" in codes(checked(file(6), current=first.observations))
