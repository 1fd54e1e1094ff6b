"""Finding tables on sheets, and saying what they were taken for."""

import pytest
from openpyxl import Workbook

from tests.builders.spreadsheets import book, checked, codes, lines, only

WIDE = ["Mittari", "2020", "2021"]


def areas(result: object) -> list[str]:
    return [finding.actual for finding in result.findings if finding.code == "tunnistettu"]  # type: ignore[attr-defined]


def test_titles_empty_rows_and_empty_columns_do_not_matter() -> None:
    result = checked(
        book(
            ["Kymenlaakson seuranta"],
            [],
            [None, None, *WIDE[:2], None, WIDE[2]],
            [],
            [None, None, "Käynnit", 5, None, 6],
        )
    )
    assert areas(result) == ["C3:F5 (otsikko “Kymenlaakson seuranta”)"]
    assert [one.value for one in result.observations] == [5, 6]


def test_several_tables_under_each_other_each_with_its_title() -> None:
    result = checked(
        book(
            ["1. Saatavuus"], WIDE, ["Käynnit", 5, 6], [], ["2. Laatu"], WIDE, ["Laitoshoito", 7, 8], [],
            ["Prosessitavoite", "Status"], ["Malli", "valmis"], [],
            ["Mittari", "Jakso", "Arvo"], ["Käynnit", "2022", 9],
        )
    )  # fmt: skip
    assert areas(result) == [
        "A2:C3 (otsikko “1. Saatavuus”)",
        "A6:C7 (otsikko “2. Laatu”)",
        "A9:B10",
        "A12:C13",
    ]
    assert result.layout == "jaksot sarakkeissa, prosessitavoitteet, pitkä"
    assert len(result.observations) == 5 and len(result.process_goals) == 1 and not result.stops


@pytest.mark.parametrize(
    ("upper", "lower", "labels"),
    [
        (
            ["Mittari", "2021", None, "2022"],
            [None, "kevät", "syksy", "kevät"],
            ["kevät 2021", "syksy 2021", "kevät 2022"],
        ),
        ([None, "kevät", "syksy", "kevät"], ["Mittari", 2021, 2021, 2022], ["kevät 2021", "syksy 2021", "kevät 2022"]),
        (
            ["Mittari", "tammi", "helmi", "maalis"],
            [None, 2022, 2022, 2022],
            ["tammi 2022", "helmi 2022", "maalis 2022"],
        ),
    ],
)
def test_a_heading_in_two_rows(upper: list[object], lower: list[object], labels: list[str]) -> None:
    def fill(workbook: Workbook) -> None:
        if None in upper[1:]:
            workbook.active.merge_cells("B1:C1")

    result = checked(book(upper, lower, ["Käynnit", 5, 6, 7], fill=fill))
    assert [(one.period.label, one.value) for one in result.observations] == list(zip(labels, (5, 6, 7), strict=True))
    assert codes(result) == ["tunnistettu"] and areas(result) == ["A1:D3"]


def test_a_first_row_of_data_is_not_taken_for_a_second_heading() -> None:
    result = checked(book(["Mittari", "kevät 2021", "2022"], ["Käynnit", 2021, 2022], [None, 2021, None]))
    assert [one.value for one in result.observations] == [2021, 2022]
    assert "nimetön-rivi" in codes(result)


def test_every_sheet_is_read() -> None:
    def fill(workbook: Workbook) -> None:
        other = workbook.create_sheet("Tavoitteet")
        other.append(["Prosessitavoite", "Toteutunut"])
        other.append(["Malli", "kyllä"])

    result = checked(book(WIDE, ["Käynnit", 5, 6], fill=fill))
    assert (len(result.observations), len(result.process_goals)) == (2, 1)
    assert result.process_goals[0].place.sheet == "Tavoitteet"


def test_a_heading_that_repeats_in_the_midst_continues_the_table() -> None:
    result = checked(book(WIDE, ["Käynnit", 5, 6], WIDE, ["Laitoshoito", 7, 8]))
    assert areas(result) == ["A1:C4"] and "toistuva-otsikko" in codes(result)
    assert len(result.observations) == 4


def test_a_row_of_data_that_mentions_headings_is_no_heading() -> None:
    result = checked(
        lines(
            "alue;mittari;jakso;rooli;arvo;lähde;kohta;päätelty",
            "Kymenlaakso;kaynnit;2022;tavoite;5;raportti;2022;mittari",
            "Kymenlaakso;kaynnit;2023;tavoite;6;raportti;2023;jakso",
        )
    )
    assert len(result.observations) == 2 and codes(result) == ["tunnistettu"]


def test_rows_before_the_first_heading_that_are_more_than_a_title_are_told() -> None:
    result = checked(book(["Kunta", "Luku"], ["Kotka", 5], [], ["Otsikko"], WIDE, ["Käynnit", 5, 6]))
    assert [f.cell for f in result.findings if f.code == "ohitettu-rivi"] == ["A1", "A2"]


def test_a_sheet_of_text_beside_tables_is_passed_over() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.create_sheet("Ohje").append(["Täytä taulukko."])

    result = checked(book(WIDE, ["Käynnit", 5, 6], fill=fill))
    assert only(result, "ohitettu-taulukko").sheet == "Ohje" and not result.stops


@pytest.mark.parametrize(
    "rows",
    [
        [["Kunta", "2020"], ["Kotka", 5]],
        [["Mittari", "Kotka", "Kouvola"], ["Käynnit", 5, 6]],
        [["vain tekstiä"]],
        [["Mittari"], ["Käynnit"]],
    ],
)
def test_what_no_layout_knows_stops_and_says_what_is_needed(rows: list[list[object]]) -> None:
    result = checked(book(*rows))
    assert result.layout == "" and result.stops and not result.observations
    told = [finding for finding in result.findings if finding.code in ("tuntematon-taulukko", "sarake-puuttuu")]
    assert len(told) == 1 and told[0].actual and told[0].expected


@pytest.mark.parametrize(
    ("headings", "lack"),
    [
        (["Mittari", "Arvo"], "sarake “jakso”"),
        (["Mittari", "Yksikkö"], "sarake, jonka otsikkona on jakso, esimerkiksi “kevät 2026”"),
        (["Prosessitavoite", "Työpaketti"], "sarake “status” tai “toteutunut kyllä/ei”"),
    ],
)
def test_a_column_that_is_missing_is_named(headings: list[str], lack: str) -> None:
    finding = only(checked(book(headings, ["x", "y"])), "sarake-puuttuu")
    assert finding.expected == lack and finding.actual == ", ".join(f"“{heading}”" for heading in headings)


def test_a_template_that_nobody_has_filled_is_no_error() -> None:
    result = checked(book(WIDE))
    assert codes(result) == ["tunnistettu", "tyhjä-taulukko"] and not result.stops


def test_a_workbook_of_hidden_sheets_only_stops() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.create_sheet("Tyhjä")
        workbook["Seuranta"].sheet_state = "hidden"

    result = checked(book(WIDE, ["Käynnit", 5, 6], fill=fill))
    assert codes(result) == ["piilotettu-taulukko", "tuntematon-taulukko"] and result.stops
