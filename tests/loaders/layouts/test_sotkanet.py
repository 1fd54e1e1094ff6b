"""Layout 6: what Sotkanet gives, in Finnish and in English."""

from datetime import date

import pytest

from data.model import Missing, Observation, Period, Place, Role
from loaders.findings import Severity
from loaders.parse.names import find_region
from tests.builders import indicator
from tests.builders.spreadsheets import CATALOGUE, INDICATORS, book, catalogue, checked, codes, lines, only

ENGLISH = "indicator;region;year;gender;primary value;absolute value"
FINNISH = "Indikaattori;Alue;Vuosi;Sukupuoli;Arvo;Absoluuttinen arvo"
NATIONAL = catalogue(*INDICATORS, indicator("masennus", name="Masennus, %", region="", national_id="Sotkanet 3036"))


def regions(*rows: str, headings: str = ENGLISH) -> list[str]:
    """The regions of the observations in a file without a chosen region."""
    return [one.region for one in checked(lines(headings, *rows), region="").observations]


def test_a_row_of_the_interface() -> None:
    result = checked(lines(ENGLISH, "3036;967;2022;female;12.125;345"), region="", catalogue=NATIONAL)
    assert result.observations == (
        Observation(
            region="Kymenlaakso",
            indicator="masennus",
            group="sukupuoli: naiset",
            period=Period(label="2022", start=date(2022, 1, 1), end=date(2022, 12, 31)),
            role=Role.FOLLOW_UP,
            value=12.125,
            unit="%",
            place=Place(source="seuranta.csv", cell="E2", as_printed="12.125"),
            inferred=("yksikkö",),
        ),
    )
    assert result.layout == "sotkanet" and codes(result) == ["tunnistettu", "absoluuttinen-arvo"]


def test_a_row_of_the_results_page() -> None:
    result = checked(lines(FINNISH, "Käynnit;Kymenlaakson hyvinvointialue;2022;Yhteensä;1234.5;"), region="")
    (one,) = result.observations
    assert (one.region, one.indicator, one.group, one.value, one.n) == ("Kymenlaakso", "kaynnit", "", 1234.5, None)
    assert not result.stops


def test_it_is_recognised_in_a_workbook_and_in_any_order() -> None:
    headings = ["Sukupuoli", "Arvo", "Vuosi", "Aluekoodi", "Alue", "Indikaattori"]
    result = checked(book(headings, ["Miehet", 5, 2022, 10, "Keusote", "A"]), region="")
    (one,) = result.observations
    assert (result.layout, one.region, one.group, one.value) == ("sotkanet", "Keski-Uusimaa", "sukupuoli: miehet", 5)
    assert only(result, "aluekoodi-ristiriita").severity is Severity.WARNS
    assert (only(result, "aluekoodi-ristiriita").cell, only(result, "aluekoodi-ristiriita").actual) == ("D2", "10")


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("indikaattori;alue;vuosi;sukupuoli;arvo", "sotkanet"),
        ("indicator.title.fi;indicator;region.title.fi;year;gender;primary.value;absolute.value", "sotkanet"),
        ("indikaattori;alue;vuosi;arvo", "pitkä"),
        ("mittari;alue;vuosi;sukupuoli;arvo", "pitkä"),
        ("indikaattori;alue;jakso;sukupuoli;arvo", "pitkä"),
    ],
)
def test_only_sotkanets_headings_are_its(headings: str, layout: str) -> None:
    assert checked(lines(headings)).layout == layout


def test_a_year_that_is_missing_is_named() -> None:
    assert only(checked(lines("indicator;region;gender;primary value;absolute value")), "sarake-puuttuu").expected == (
        "sarake “vuosi”"
    )


# Regions


def test_a_region_by_its_old_and_its_new_number() -> None:
    assert regions("A;967;2021;total;5;", "A;887;2022;total;5;", "A;957;2022;total;5;", "A;960;2022;total;5;") == [
        "Kymenlaakso",
        "Kymenlaakso",
        "Etelä-Karjala",
        "Helsinki",
    ]


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Kymenlaakso", "Kymenlaakso"),
        ("keusote", "Keski-Uusimaa"),
        ("Keski-Uudenmaan hyvinvointialue", "Keski-Uusimaa"),
        ("Kymenlaakson HVA", "Kymenlaakso"),
        ("Päijät-Hämeen hyvinvointialue", "Päijät-Häme"),
        ("Keski-Suomen hyvinvointialue", "Keski-Suomi"),
        ("Lapin hyvinvointialue", "Lappi"),
        ("Satakunnan hyvinvointialue", "Satakunta"),
        ("Vantaan ja Keravan hyvinvointialue", "Vantaa ja Kerava"),
        ("Helsingin kaupunki", "Helsinki"),
        ("Etelä-Savon hyvinvointialue", "Etelä-Savo"),
        ("90", "Helsinki"),
        ("Kotkan kaupunki", "Kotkan kaupunki"),
        ("Suomen hyvinvointialue", "Suomen hyvinvointialue"),
        ("6", "6"),
        ("999", "999"),
        ("Kymenlaakson", "Kymenlaakson"),
    ],
)
def test_a_region_by_what_it_is_called(name: str, region: str) -> None:
    assert find_region(name, CATALOGUE) == region


def test_a_bare_code_of_two_regions_is_asked_about_once() -> None:
    rows = ("A;6;2021;5", "A;6;2022;5")
    result = checked(lines("indikaattori;aluekoodi;vuosi;arvo;absoluuttinen arvo", *rows), region="")
    finding = only(result, "moniselitteinen-aluekoodi")
    assert finding.expected == "Kymenlaakso (koodi ennen vuotta 2023) vai Satakunta (koodi vuodesta 2023)"
    assert len(result.observations) == 2 and result.stops and "tuntematon-alue" not in codes(result)


@pytest.mark.parametrize("row", ["A;Kymenlaakso;;6", "A;Kymenlaakso;887;10", "A;;967;6", "A;;967;"])
def test_a_code_is_settled_by_a_name_or_a_number(row: str) -> None:
    result = checked(
        lines("indikaattori;alue;alueen tunnus;aluekoodi;vuosi;sukupuoli;arvo", f"{row};2022;total;5"), region=""
    )
    assert [one.region for one in result.observations] == ["Kymenlaakso"]
    assert codes(result) == ["tunnistettu", "tuntematon-mittari"]


@pytest.mark.parametrize(
    ("row", "region"), [("A;Kymenlaakso;966;", "Kymenlaakso"), ("A;;967;3", "Kymenlaakso"), ("A;Lappi;;6", "Lappi")]
)
def test_a_number_of_another_region_is_warned_of(row: str, region: str) -> None:
    result = checked(
        lines("indikaattori;alue;alueen tunnus;aluekoodi;vuosi;sukupuoli;arvo", f"{row};2022;total;5"), region=""
    )
    assert [one.region for one in result.observations] == [region] and not result.stops
    assert only(result, "aluekoodi-ristiriita").expected == region


def test_an_unknown_name_is_not_helped_by_a_number_that_means_another_place() -> None:
    result = checked(
        lines("indikaattori;alue;aluekoodi;vuosi;sukupuoli;arvo", "A;Heinävesi;090;2022;total;5"), region=""
    )
    assert only(result, "tuntematon-alue").actual == "Heinävesi" and result.stops


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (ENGLISH, "A;658;2022;total;5;"),
        (FINNISH, "A;Koko maa;2022;Yhteensä;5;"),
        ("indicator;region;region category;year;gender;primary value", "A;Kotka;KUNTA;2022;total;5"),
    ],
)
def test_other_areas_are_passed_over_and_told(headings: str, row: str) -> None:
    result = checked(
        lines(
            headings,
            row,
            row.replace("658", "967").replace("Koko maa", "Lappi").replace("Kotka;KUNTA", "Lappi;HYVINVOINTIALUE"),
        ),
        region="",
    )
    assert only(result, "muu-alue").cell == "A2" and len(result.observations) == 1 and not result.stops


def test_a_municipality_may_have_a_code_alone() -> None:
    headings = "indicator;region code;region category;year;gender;primary value"
    assert only(checked(lines(headings, "A;285;KUNTA;2022;total;5"), region=""), "muu-alue").actual == "285"


# Indicators, genders and values


def test_a_national_indicator_that_the_catalogue_does_not_know_keeps_its_name_or_number() -> None:
    rows = ("232;Väestö;967;2022;total;5", "233;;967;2022;total;5")
    result = checked(lines("indicator id;indicator;region;year;gender;primary value", *rows), region="")
    assert [one.indicator for one in result.observations] == ["Väestö", "233"]
    assert codes(result).count("tuntematon-mittari") == 2 and not result.stops


def test_a_number_is_of_the_regions_own_indicator_before_a_national_one() -> None:
    own = indicator("oma", name="Oma", region="Kymenlaakso", national_id="3036")
    known = catalogue(own, indicator("yhteinen", name="Yhteinen", region="", national_id="3036"))
    result = checked(lines(ENGLISH, "3036;967;2022;total;5;", "3036;966;2022;total;5;"), region="", catalogue=known)
    assert [one.indicator for one in result.observations] == ["oma", "yhteinen"] and not result.stops


def test_a_number_and_a_name_of_different_indicators_are_asked_about() -> None:
    headings, row = "indicator id;indicator;region;year;gender;primary value", "3036;Käynnit;967;2022;total;5"
    result = checked(lines(headings, row), region="", catalogue=NATIONAL)
    assert only(result, "moniselitteinen-mittari").expected == "masennus, kaynnit" and result.stops
    same = checked(lines(headings, "3036;Masennus, %;967;2022;total;5"), region="", catalogue=NATIONAL)
    assert [one.indicator for one in same.observations] == ["masennus"]


@pytest.mark.parametrize(
    ("gender", "group"),
    [("total", ""), ("Yhteensä", ""), ("", ""), ("Naiset", "sukupuoli: naiset"), ("male", "sukupuoli: miehet")],
)
def test_a_gender_is_a_group(gender: str, group: str) -> None:
    assert [one.group for one in checked(lines(ENGLISH, f"A;967;2022;{gender};5;")).observations] == [group]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ("A;967;2022;muu;5;", "tuntematon-merkintä", "D2"),
        ("A;967;joskus;total;5;", "jakso-ei-tunnistu", "C2"),
        ("A;967;2022;total;viisi;", "ei-luku", "E2"),
        (";967;2022;total;5;", "nimetön-rivi", "B2"),
        ("A;997;2022;total;5;", "tuntematon-alue", "E2"),
    ],
)
def test_what_cannot_be_read_stops_at_its_cell(row: str, code: str, cell: str) -> None:
    result = checked(lines(ENGLISH, row), region="")
    assert only(result, code).cell == cell and result.stops


def test_the_point_is_decimal_though_its_column_does_not_tell_and_a_comma_still_is() -> None:
    assert [one.value for one in checked(lines(ENGLISH, "A;967;2022;total;1.234;")).observations] == [1.234]
    assert [one.value for one in checked(lines(ENGLISH, "A;967;2022;total;1,5;")).observations] == [1.5]


def test_no_value_keeps_its_reason() -> None:
    rows = ("A;967;2021;total;;", "A;967;2022;total;..;")
    assert [one.missing for one in checked(lines(ENGLISH, *rows)).observations] == [Missing.BLANK, Missing.UNKNOWN]


def test_an_absolute_value_is_told_and_is_no_n() -> None:
    result = checked(lines(ENGLISH, "A;967;2022;total;12.5;3"))
    assert only(result, "absoluuttinen-arvo").cell == "F1"
    assert result.observations[0].n is None and result.observations[0].note == ""
