"""Layout 1: one observation a row."""

from datetime import date

import pytest
from openpyxl import Workbook

from data.model import Missing, Observation, Period, Place, Qualifier, Role
from tests.builders.spreadsheets import book, checked, codes, lines, only

SHIPPED = (
    "alue;mittari;ryhmä;jakso;alku;loppu;rooli;arvo;alaraja;yläraja;tarkenne;yksikkö;n;puuttuu;sanoin;lähde;rivi;"
    "muut_rivit;kohta;lähteessä;päätelty;ristiriita;huomautus"
)


def test_a_row_of_a_shipped_file() -> None:
    (observation,) = checked(
        lines(
            SHIPPED,
            "Kymenlaakso;sijoitukset;ikä: 0–17;kevät 2021;2021-01-01;2021-06-30;lähtötila;0,36;;;noin;%;120;;;"
            "kymenlaakso-2021;265;292,301;Taulukko 3;0,36%;jakso, n;kymenlaakso-2021-r1:a;pieni otos",
        ),
        region="",
    ).observations
    assert observation == Observation(
        region="Kymenlaakso",
        indicator="sijoitukset",
        group="ikä: 0–17",
        period=Period(label="kevät 2021", start=date(2021, 1, 1), end=date(2021, 6, 30)),
        role=Role.BASELINE,
        value=0.36,
        qualifier=Qualifier.ABOUT,
        unit="%",
        n=120,
        place=Place(
            source="kymenlaakso-2021", line=265, other_lines=(292, 301), table="Taulukko 3", as_printed="0,36%"
        ),
        inferred=("jakso", "n"),
        conflict="kymenlaakso-2021-r1:a",
        note="pieni otos",
    )


def test_columns_stand_in_any_order_under_any_known_name() -> None:
    result = checked(
        book(["Tulos", "Ajankohta", "INDIKAATTORI", "Hyvinvointialue"], [5, "3/2026", "Käynnit", "keusote"])
    )
    (one,) = result.observations
    assert (one.region, one.indicator, one.period.label, one.value) == ("Keski-Uusimaa", "Käynnit", "3/2026", 5)
    assert one.place == Place(source="seuranta.xlsx", sheet="Seuranta", cell="A2", as_printed="5")
    assert one.inferred == ("rooli",)


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"arvo": "12,5"}, {"value": 12.5}),
        ({"alaraja": "1", "yläraja": "2"}, {"lower": 1, "upper": 2}),
        ({"arvo": "1–2"}, {"lower": 1, "upper": 2}),
        ({"arvo": "noin 5"}, {"value": 5, "qualifier": Qualifier.ABOUT}),
        ({"arvo": "5", "tarkenne": "yli"}, {"value": 5, "qualifier": Qualifier.OVER}),
        ({"arvo": "45 %, n=120"}, {"value": 45, "unit": "%", "n": 120}),
        ({"arvo": "-"}, {"missing": Missing.NOT_MEASURED}),
        ({"arvo": ""}, {"missing": Missing.BLANK}),
        ({"puuttuu": "ei vielä"}, {"missing": Missing.NOT_YET_DUE}),
        ({"arvo": "-", "puuttuu": "Ei mitattu"}, {"missing": Missing.NOT_MEASURED}),
        ({"sanoin": "vähenee"}, {"words": "vähenee"}),
        ({"arvo": "5", "sanoin": "vähenee"}, {"value": 5, "words": "vähenee"}),
        ({"sanoin": "vähenee", "puuttuu": "ei tietoa"}, {"words": "vähenee", "missing": Missing.UNKNOWN}),
        ({"arvo": "5", "yksikkö": "päivää"}, {"value": 5, "unit": "pv"}),
        ({"arvo": "alle 5", "yksikkö": "henkilöä"}, {"missing": Missing.HIDDEN, "unit": "hlö"}),
        ({"arvo": "alle 5", "yksikkö": "%"}, {"value": 5, "qualifier": Qualifier.UNDER, "unit": "%"}),
    ],
)
def test_what_a_row_holds(fields: dict[str, str], content: dict[str, object]) -> None:
    (one,) = checked(book(["mittari", "jakso", *fields], ["Uusi", "2021", *fields.values()])).observations
    empty = {"value": None, "lower": None, "upper": None, "missing": None, "words": "", "unit": "", "n": None}
    empty["qualifier"] = None
    assert {name: getattr(one, name) for name in empty} == empty | content


@pytest.mark.parametrize(
    ("fields", "code", "cell"),
    [
        ({"arvo": "viisi"}, "ei-luku", "C2"),
        ({"arvo": "1 723 € (69 %)"}, "monta-lukua", "C2"),
        ({"arvo": "5", "rooli": "joskus"}, "tuntematon-merkintä", "D2"),
        ({"arvo": "5", "tarkenne": "varmaan"}, "tuntematon-merkintä", "D2"),
        ({"puuttuu": "huomenna"}, "tuntematon-merkintä", "C2"),
        ({"arvo": "5", "puuttuu": "ei tietoa"}, "ristiriitainen-rivi", "D2"),
        ({"arvo": "..", "puuttuu": "ei vielä"}, "ristiriitainen-rivi", "D2"),
        ({"arvo": "5", "alaraja": "4", "yläraja": "6"}, "ristiriitainen-rivi", "C2"),
        ({"arvo": "noin 5", "tarkenne": "yli"}, "ristiriitainen-rivi", "D2"),
        ({"alaraja": "4", "yläraja": ""}, "puolikas-väli", "C2"),
        ({"alaraja": "6", "yläraja": "4"}, "käänteinen-väli", "C2"),
        ({"arvo": "5", "alku": "2021-01-01", "loppu": ""}, "puolikas-väli", "D2"),
        ({"arvo": "5", "alku": "2021-02-01", "loppu": "2021-01-01"}, "käänteinen-väli", "D2"),
        ({"arvo": "5", "alku": "eilen", "loppu": "2021-01-01"}, "jakso-ei-tunnistu", "D2"),
        ({"arvo": "5", "n": "monta"}, "ei-luku", "D2"),
        ({"arvo": "5", "n": "-3"}, "ei-luku", "D2"),
        ({"arvo": "5", "rivi": "12,5"}, "ei-luku", "D2"),
        ({"arvo": "5", "muut_rivit": "1, a"}, "ei-luku", "D2"),
    ],
)
def test_a_row_that_cannot_be_read_stops_at_its_cell(fields: dict[str, str], code: str, cell: str) -> None:
    result = checked(book(["mittari", "jakso", *fields], ["Uusi", "2021", *fields.values()]))
    assert result.observations == () and result.stops
    assert only(result, code).cell == cell


def test_all_problems_of_a_row_are_told_at_once() -> None:
    result = checked(lines("mittari;jakso;rooli;arvo", "Uusi;joskus;mikä;viisi"))
    assert {"jakso-ei-tunnistu", "tuntematon-merkintä", "ei-luku"} <= set(codes(result))


def test_days_win_over_the_label_and_a_difference_is_told() -> None:
    result = checked(lines("mittari;jakso;alku;loppu;arvo", "Uusi;2021;2021-02-01;2021-03-31;5"))
    (one,) = result.observations
    assert one.period == Period(label="2021", start=date(2021, 2, 1), end=date(2021, 3, 31))
    assert only(result, "jakso-ristiriita").expected == "1.2.2021–31.3.2021"


def test_days_may_be_dates_of_excel_in_any_format() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active["B2"].number_format = "m/yyyy"

    first, last = date(2021, 2, 1), date(2021, 3, 31)
    result = checked(book(["mittari", "alku", "loppu", "arvo"], ["Uusi", first, last, 5], fill=fill))
    assert (result.observations[0].period.start, result.observations[0].period.end) == (first, last)


def test_a_period_without_a_label_gets_one_from_its_days() -> None:
    result = checked(lines("mittari;alku;loppu;arvo", "Uusi;1.2.2021;31.3.2021;5"))
    assert result.observations[0].period.label == "1.2.2021–31.3.2021"


def test_a_season_is_inferred_unless_its_days_are_given() -> None:
    result = checked(lines("mittari;jakso;alku;loppu;rooli;arvo", "A;kevät 2021;;;seuranta;5"))
    assert result.observations[0].inferred == ("jakso",)
    result = checked(lines("mittari;jakso;alku;loppu;rooli;arvo", "A;kevät 2021;2021-01-01;2021-06-30;seuranta;5"))
    assert result.observations[0].inferred == ()


def test_a_follow_up_without_a_period_is_warned_of_and_a_target_is_not() -> None:
    result = checked(lines("mittari;jakso;rooli;arvo", "Käynnit;;seuranta;5", "Käynnit;;tavoite;5"))
    assert codes(result).count("jakso-puuttuu") == 1 and len(result.observations) == 2


def test_a_unit_that_contradicts_its_column_is_warned_of() -> None:
    result = checked(lines("mittari;jakso;yksikkö;arvo", "Uusi;2021;kpl;22 %"))
    assert result.observations[0].unit == "%"
    assert only(result, "yksikkö-ristiriita").expected == "kpl"


def test_a_part_of_a_compound_unit_is_the_compound_one() -> None:
    result = checked(lines("mittari;jakso;rooli;arvo", "Perheiden kulut;2021;seuranta;1 723 €"))
    assert (result.observations[0].unit, result.observations[0].inferred) == ("€/lapsi", ("yksikkö",))
    assert codes(result) == ["tunnistettu"]


@pytest.mark.parametrize("row", ["Yhteensä;2021;5", "* ennakkotieto;;", "Lähde: THL;;", "Seuraava aihe;;"])
def test_rows_that_are_no_observations_are_told(row: str) -> None:
    result = checked(lines("mittari;jakso;arvo", "Käynnit;2021;5", row))
    assert len(result.observations) == 1 and not result.stops
    assert codes(result)[-1] in ("yhteensä-rivi", "selite")


def test_a_row_without_a_name_stops() -> None:
    result = checked(lines("mittari;jakso;arvo", ";2021;5"))
    assert only(result, "nimetön-rivi").actual == "2021, 5" and result.stops


def test_an_indicator_whose_name_ends_in_a_total_is_not_a_total_row() -> None:
    assert len(checked(lines("mittari;jakso;arvo", "Yhteydenotot yhteensä;2021;5")).observations) == 1


def test_a_decimal_comma_in_a_comma_separated_file_is_found_out() -> None:
    result = checked(lines("mittari,jakso,arvo", "Käynnit,2021,5", "Käynnit,2022,1,5"))
    assert only(result, "ei-otsikkoa").cell == "D3" and len(result.observations) == 1


def test_unknown_columns_are_told_and_left_out() -> None:
    result = checked(lines("mittari;jakso;arvo;väri", "Käynnit;2021;5;punainen"))
    assert only(result, "tuntematon-sarake").actual == "väri" and len(result.observations) == 1


def test_two_columns_with_one_meaning_stop() -> None:
    result = checked(lines("mittari;vuosi;kuukausi;arvo", "Käynnit;2021;3;5"))
    assert only(result, "sama-otsikko").actual == "“vuosi” ja “kuukausi”" and result.stops


@pytest.mark.parametrize(
    ("row", "region", "told"),
    [
        ("Kymenlaakso;10", "Kymenlaakso", []),
        ("Kymenlaakso;06", "Kymenlaakso", []),  # its code before 2023
        ("Kymenlaakso;7", "Kymenlaakso", ["aluekoodi-ristiriita"]),
        (";90", "Helsinki", []),
        (";6", "6", ["moniselitteinen-aluekoodi"]),
        ("Kotka;285", "Kotka", ["tuntematon-alue"]),
        (";", "Lappi", []),
    ],
)
def test_a_region_code_agrees_with_the_name_or_stands_for_it(row: str, region: str, told: list[str]) -> None:
    result = checked(lines("alue;aluekoodi;mittari;jakso;arvo", f"{row};Uusi;2021;5"), region="Lappi")
    assert [one.region for one in result.observations] == [region]
    assert [code for code in codes(result) if "alue" in code] == told
