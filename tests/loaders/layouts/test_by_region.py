"""Layout 3: regions as columns, one period for all."""

from datetime import date

import pytest

from data.model import Missing, Observation, Period, Place, Role
from loaders.check import Checked
from tests.builders import indicator
from tests.builders.spreadsheets import book, catalogue, checked, codes, lines, only

NATIONAL = catalogue(
    indicator("kaynnit", name="Käynnit", unit="käyntiä", region=""),
    indicator("jonot", name="Jonotusaika", unit="vrk", region="Keski-Uusimaa"),
)
HEADINGS = ("Mittari", "Kymenlaakso", "Keusote")
YEAR = Period(label="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))


def compared(content: bytes, **options: str) -> Checked:
    """The file as checked with a catalogue in which most indicators belong to every region."""
    return checked(content, catalogue=NATIONAL, **options)


def told(result: Checked) -> list[tuple[object, ...]]:
    """What matters of each observation."""
    return [(one.region, one.indicator, one.period.label, one.missing or one.value) for one in result.observations]


def test_a_table_with_its_period_in_the_title() -> None:
    result = compared(book(["Alueiden vertailu 2025"], HEADINGS, ["Käynnit", 5, "1 200"], ["Uusi", 7, "-"]), region="")
    assert told(result) == [
        ("Kymenlaakso", "kaynnit", "2025", 5),
        ("Keski-Uusimaa", "kaynnit", "2025", 1200),
        ("Kymenlaakso", "Uusi", "2025", 7),
        ("Keski-Uusimaa", "Uusi", "2025", Missing.NOT_MEASURED),
    ]
    assert result.layout == "alueet sarakkeissa" and not result.stops
    assert only(result, "tunnistettu").expected == "mittarit riveillä, alueet sarakkeissa (Kymenlaakso, Keusote)"
    assert only(result, "jakso-otsikosta").message == (
        "Taulukko Seuranta, solu A2: Lukujen jaksoksi ja rooliksi luettiin 2025 (seuranta), koska taulukon otsikko on "
        "“Alueiden vertailu 2025”."
    )


def test_an_observation_knows_its_region_and_its_cell_whatever_region_is_chosen() -> None:
    result = compared(book(["2025"], ("Mittari", "Keski-Uudenmaan hyvinvointialue"), ["Käynnit", "noin 5"]))
    (one,) = result.observations
    assert one == Observation(
        region="Keski-Uusimaa",
        indicator="kaynnit",
        period=YEAR,
        role=Role.FOLLOW_UP,
        value=5,
        qualifier="noin",
        unit="käyntiä",
        place=Place(source="seuranta.xlsx", sheet="Seuranta", cell="B3", as_printed="noin 5"),
        inferred=("yksikkö",),
    )


@pytest.mark.parametrize(
    ("title", "sheet", "role", "label"),
    [
        ("Seuranta", "kevät 2026", Role.FOLLOW_UP, "kevät 2026"),
        ("Seuranta 2026", "3-2026", Role.FOLLOW_UP, "3/2026"),
        ("Seuranta 2024", "2025", Role.FOLLOW_UP, "2024"),
        ("Lähtötila 2019", "2025", Role.BASELINE, "2019"),
        ("Tavoite", "Taul1", Role.TARGET, ""),
    ],
)
def test_a_title_or_else_the_sheet_tells_period_and_role(title: str, sheet: str, role: Role, label: str) -> None:
    result = compared(book([title], HEADINGS, ["Käynnit", 5, 6], sheet=sheet))
    assert {(one.role, one.period.label) for one in result.observations} == {(role, label)}
    assert codes(result) == ["tunnistettu", "jakso-otsikosta"]


def test_a_title_of_two_lines_is_read_without_its_footnote() -> None:
    result = compared(book(["Alueet, kevät 2026"], ["Päivitetty 9/2026"], HEADINGS, ["Käynnit", 5, 6]))
    assert {one.period.label for one in result.observations} == {"kevät 2026"}
    assert only(result, "jakso-otsikosta").expected == "taulukon otsikko on “Alueet, kevät 2026”"


def test_a_column_tells_the_period_of_each_row() -> None:
    result = compared(
        lines("Jakso;Mittari;Keusote;Kymenlaakso", "3/2026;Käynnit;5;6", "2/2026;Käynnit;;7", "4/2026;Käynnit;;")
    )
    assert told(result) == [
        ("Keski-Uusimaa", "kaynnit", "3/2026", 5),
        ("Kymenlaakso", "kaynnit", "3/2026", 6),
        ("Keski-Uusimaa", "kaynnit", "2/2026", Missing.BLANK),
        ("Kymenlaakso", "kaynnit", "2/2026", 7),
        ("Keski-Uusimaa", "kaynnit", "4/2026", Missing.NOT_YET_DUE),
        ("Kymenlaakso", "kaynnit", "4/2026", Missing.NOT_YET_DUE),
    ]
    assert codes(result) == ["tunnistettu"]


@pytest.mark.parametrize(
    "title", ["Seuranta", "Päivitetty 15.5.2026", "Päivitetty 5/2026", "Vuodet 2024 ja 2025", "kevät"]
)
def test_a_table_without_a_period_stops_and_is_read_all_the_same(title: str) -> None:
    result = compared(book([title], HEADINGS, ["Käynnit", "viisi", 6]))
    assert only(result, "jakso-ei-selviä").cell == "A2" and result.stops
    assert "ei-luku" in codes(result) and len(result.observations) == 1


def test_a_period_that_is_missing_from_its_cell_or_cannot_be_read_stops_there() -> None:
    result = compared(lines("Mittari;Jakso;Keusote", "Käynnit;;5", "Käynnit;joskus;6", "* huomautus;;"))
    assert only(result, "jakso-ei-selviä").cell == "B2" and only(result, "jakso-ei-tunnistu").cell == "B3"
    assert result.stops and "selite" in codes(result)


def test_an_indicator_is_looked_for_in_each_region() -> None:
    result = compared(book(["2025"], HEADINGS, ["Jonotusaika", 5, 6]), region="")
    assert [one.indicator for one in result.observations] == ["Jonotusaika", "jonot"]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["Yhteensä", 5, 6], "yhteensä-rivi", "A3"),
        (["Lähde: THL"], "selite", "A3"),
        (["Uusi"], "tyhjä-rivi", "A3"),
        ([None, 5], "nimetön-rivi", "B3"),
        (["Käynnit", 5, "kuusi"], "ei-luku", "C3"),
        (["Käynnit", 5, 6, "irrallaan"], "ei-otsikkoa", "D3"),
        (["Käynnit", 5, "#N/A"], "virhearvo", "C3"),
    ],
)
def test_a_row_with_a_flaw_is_told_once(row: list[object], code: str, cell: str) -> None:
    assert only(compared(book(["2025"], HEADINGS, row)), code).cell == cell


def test_a_heading_that_is_almost_a_region_is_warned_of() -> None:
    result = compared(book(["2025"], (*HEADINGS, "Etelä-Karala", "Huomio"), ["Käynnit", 5, 6, 7, "uusi"]))
    assert len(result.observations) == 2 and not result.stops
    assert only(result, "tuntematon-alue-otsikko").actual == "Etelä-Karala"
    assert only(result, "tuntematon-sarake").actual == "Huomio"


def test_periods_and_long_tables_are_still_themselves() -> None:
    assert compared(lines("Mittari;Kymenlaakso;2025", "Käynnit;5;6")).layout == "jaksot sarakkeissa"
    assert compared(lines("Mittari;Alue;Jakso;Arvo", "Käynnit;Kymenlaakso;2025;6")).layout == "pitkä"


def test_the_same_indicator_twice_for_a_region_stops() -> None:
    result = compared(book(["2025"], ("Mittari", "Keusote", "Keski-Uusimaa"), ["Käynnit", 5, 6]))
    assert only(result, "sama-kohta-kahdesti").cell == "C3" and result.stops
