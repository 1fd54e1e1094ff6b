"""Layout 4: a sheet for each region, month or hyötytavoite, whose name tells what its table does not."""

from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from loaders.check import Checked
from loaders.findings import Severity
from loaders.layouts.sheet_defaults import defaults_in
from tests.builders import indicator
from tests.builders.spreadsheets import book, catalogue, checked, codes, lines

NATIONAL = catalogue(indicator("kaynnit", name="Käynnit", unit="käyntiä", region=""))
LONG = ("Mittari", "Arvo")
WIDE = ("Mittari", "2024", "2025")
BY_REGION = ("Mittari", "Kymenlaakso", "Keusote")
GOALS = ("Prosessitavoite", "Status")


def workbook(sheets: dict[str, Sequence[Sequence[object]]], region: str = "") -> Checked:
    """A workbook of these sheets, checked with a catalogue in which the indicator belongs to every region."""
    (first, rows), *others = sheets.items()

    def fill(made: Workbook) -> None:
        for name, more in others:
            sheet = made.create_sheet(name)
            for row in more:
                sheet.append(list(row))

    return checked(book(*rows, fill=fill, sheet=first), region=region, catalogue=NATIONAL)


def told(result: Checked) -> list[tuple[object, ...]]:
    return [(one.region, one.period.label, one.value) for one in result.observations]


def lent(result: Checked) -> list[tuple[str, str]]:
    """The sheet and the thing for each finding that says what a name lent."""
    return [(finding.sheet, finding.actual) for finding in result.findings if finding.code == "taulukon-nimestä"]


def test_a_sheet_for_each_region() -> None:
    result = workbook({"Kymenlaakso": [WIDE, ["Käynnit", 1, 2]], "Keusote": [WIDE, ["Käynnit", 3, 4]]})
    assert told(result) == [
        ("Kymenlaakso", "2024", 1),
        ("Kymenlaakso", "2025", 2),
        ("Keski-Uusimaa", "2024", 3),
        ("Keski-Uusimaa", "2025", 4),
    ]
    assert lent(result) == [("Kymenlaakso", "Kymenlaakso"), ("Keusote", "Keski-Uusimaa")] and not result.stops
    finding = next(finding for finding in result.findings if finding.code == "taulukon-nimestä")
    assert finding.severity is Severity.TELLS and finding.message == (
        "Taulukko Kymenlaakso, solu A1: Taulukon nimestä luettiin alue “Kymenlaakso”, koska taulukossa ei ole sille "
        "saraketta. Jos se on väärin, lisää sarake tai muuta taulukon nimeä."
    )


def test_a_sheet_for_each_month() -> None:
    result = workbook(
        {"1-2026": [LONG, ["Käynnit", 1]], "helmikuu 2026": [BY_REGION, ["Käynnit", 2, 3]]}, region="Kymenlaakso"
    )
    assert told(result) == [
        ("Kymenlaakso", "1/2026", 1),
        ("Kymenlaakso", "helmikuu 2026", 2),
        ("Keski-Uusimaa", "helmikuu 2026", 3),
    ]
    assert lent(result) == [("1-2026", "1/2026")] and "jakso-otsikosta" in codes(result) and not result.stops


def test_a_month_by_its_sheet_and_its_year_by_the_title() -> None:
    result = workbook(
        {
            "Maaliskuu": [["Seuranta 2026"], LONG, ["Käynnit", 1]],
            "huhtikuu": [["Alueet 2026"], BY_REGION, ["Käynnit", 2, 3]],
        },
        region="Kymenlaakso",
    )
    assert told(result) == [
        ("Kymenlaakso", "Maaliskuu 2026", 1),
        ("Kymenlaakso", "huhtikuu 2026", 2),
        ("Keski-Uusimaa", "huhtikuu 2026", 3),
    ]


def test_a_sheet_for_each_goal() -> None:
    named = {name: [GOALS, [f"Malli {name}", "valmis"]] for name in ("HT1", "2. Ehkäisevä työ", "Kustannukset")}
    result = workbook(named, region="Kymenlaakso")
    assert [goal.goal for goal in result.process_goals] == [1, 2, 5]
    assert [found for _, found in lent(result)] == ["1", "2", "5"]


def test_goals_of_a_region_and_a_month() -> None:
    (goal,) = workbook({"Kymenlaakso 3-2026": [GOALS, ["Malli", "valmis"]]}).process_goals
    assert (goal.region, goal.period.label) == ("Kymenlaakso", "3/2026")


def test_what_a_table_tells_itself_comes_first() -> None:
    rows = [("Alue", "Mittari", "Jakso", "Arvo"), ["Keusote", "Käynnit", "2/2026", 1], [None, "Käynnit", "2/2026", 2]]
    result = workbook({"Kymenlaakso 3-2026": rows}, region="Lappi")
    assert told(result) == [("Keski-Uusimaa", "2/2026", 1), ("Lappi", "2/2026", 2)] and lent(result) == []


def test_the_sheet_comes_before_the_region_that_is_chosen_and_says_so() -> None:
    result = workbook({"Keusote": [WIDE, ["Käynnit", 1, 2]]}, region="Kymenlaakso")
    assert {one.region for one in result.observations} == {"Keski-Uusimaa"}
    assert lent(result) == [("Keusote", "Keski-Uusimaa")]


def test_a_sheet_of_sotkanets_numbers_for_each_region() -> None:
    rows = [("Indikaattori", "Vuosi", "Sukupuoli", "Arvo"), ["Käynnit", 2025, "yhteensä", 1]]
    result = workbook({"Keusote": rows})
    assert told(result) == [("Keski-Uusimaa", "2025", 1)] and lent(result) == [("Keusote", "Keski-Uusimaa")]


def test_a_region_code_comes_before_the_sheet() -> None:
    result = workbook({"Keusote": [("Aluekoodi", "Mittari", "Jakso", "Arvo"), [90, "Käynnit", 2025, 1]]})
    assert told(result) == [("Helsinki", "2025", 1)] and lent(result) == []


def test_a_sheet_by_regions_is_of_the_regions_in_its_headings() -> None:
    result = workbook({"Kymenlaakso 2026": [("Mittari", "Keusote"), ["Käynnit", 1]]})
    assert told(result) == [("Keski-Uusimaa", "2026", 1)] and lent(result) == []


@pytest.mark.parametrize("name", ["Seuranta", "maaliskuu", "15.5.2026 Kotka", "2025 ja 2026"])
def test_a_table_without_a_period_on_a_sheet_that_tells_none_stops(name: str) -> None:
    result = workbook({name: [LONG, ["Käynnit", 1]]}, region="Kymenlaakso")
    assert codes(result) == ["sarake-puuttuu"] and result.stops


def test_a_text_table_has_no_sheet_to_tell() -> None:
    assert codes(checked(lines("Mittari;Arvo", "Käynnit;5"))) == ["sarake-puuttuu"]


@pytest.mark.parametrize(
    ("name", "region", "period", "goal"),
    [
        ("Kymenlaakso", "Kymenlaakso", "", None),
        ("Keski-Uudenmaan hyvinvointialue", "Keski-Uusimaa", "", None),
        ("Keusote 2026", "Keski-Uusimaa", "2026", None),
        ("2026-03 Keusote", "Keski-Uusimaa", "2026-03", None),
        ("Keusote – kevät 2026", "Keski-Uusimaa", "kevät 2026", None),
        ("3.2026", "", "3/2026", None),
        ("3 2026", "", "3/2026", None),
        ("Q1-2026", "", "Q1/2026", None),
        ("1-6-2026", "", "1-6/2026", None),
        ("15.5.2026", "", "15.5.2026", None),
        ("Liite 3 2026", "", "2026", None),
        ("13-2026", "", "", None),
        ("Hyötytavoite 3", "", "", 3),
        ("1. Saatavuus ja saavutettavuus", "", "", None),
        ("Kustannukset 2026", "", "2026", 5),
        ("1", "", "", None),
        ("3 kuukautta", "", "", None),
        ("HT6", "", "", None),
        ("Sheet1", "", "", None),
        ("Kymenlaakso ja Keusote", "", "", None),
        ("", "", "", None),
    ],
)
def test_what_a_name_tells(name: str, region: str, period: str, goal: int | None) -> None:
    lent = defaults_in(name)
    assert (lent.region, lent.period.period.label if lent.period else "", lent.goal) == (region, period, goal)
