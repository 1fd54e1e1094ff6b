"""Layout 2: the national template's own table and others with periods as columns."""

from datetime import date

import pytest
from openpyxl import Workbook

from data.model import Missing, Observation, Period, Qualifier, Role
from tests.builders.spreadsheets import book, checked, codes, lines, only

SPRING = Period(label="kevät 2021", start=date(2021, 1, 1), end=date(2021, 6, 30))
TEMPLATE = ("Mittari", "Lähtötila", "kevät  \n2021", "syksy  \n2021", "kevät  \n2022", "syksy  \n2022")


def told(observations: tuple[Observation, ...]) -> list[tuple[object, ...]]:
    """What matters of each observation: indicator, place in time, content."""
    return [
        (
            one.indicator,
            one.group,
            one.period.label,
            one.missing or (one.value if one.lower is None else (one.lower, one.upper)),
        )
        for one in observations
    ]


def test_the_national_template_pasted_as_it_is() -> None:
    result = checked(
        book(
            ["Lähtötilanteen arvioinnin tulokset"],
            TEMPLATE,
            ["1.1 - Kiireelliset sijoitukset", "0,36%", "-"],
            ["4.2 - Laitoshoito (0-16v.)", "24pv", "12"],
            ["5.1 - Perheiden kulut ja osuus", "1 723 € (69%)", "-"],
            ["8.1 - Henkilöstön eNPS ", "-15", "-30 - -45"],
            ["9.2 – Käynnit", "15 280", "15330"],
        )
    )
    not_yet = Missing.NOT_YET_DUE
    later = ["syksy 2021", "kevät 2022", "syksy 2022"]
    assert told(result.observations) == [
        ("sijoitukset", "", "lähtötila", 0.36),
        ("sijoitukset", "", "kevät 2021", Missing.NOT_MEASURED),
        *[("sijoitukset", "", label, not_yet) for label in later],
        ("hoito", "ikä: 0–16-vuotiaat", "lähtötila", 24),
        ("hoito", "ikä: 0–16-vuotiaat", "kevät 2021", 12),
        *[("hoito", "ikä: 0–16-vuotiaat", label, not_yet) for label in later],
        ("kulut", "", "lähtötila", 1723),
        ("osuus", "", "lähtötila", 69),
        ("kulut", "", "kevät 2021", Missing.NOT_MEASURED),
        ("osuus", "", "kevät 2021", Missing.NOT_MEASURED),
        *[(indicator, "", label, not_yet) for label in later for indicator in ("kulut", "osuus")],
        ("enps", "", "lähtötila", -15),
        ("enps", "", "kevät 2021", (-45, -30)),
        *[("enps", "", label, not_yet) for label in later],
        ("kaynnit", "", "lähtötila", 15280),
        ("kaynnit", "", "kevät 2021", 15330),
        *[("kaynnit", "", label, not_yet) for label in later],
    ]
    assert codes(result) == ["tunnistettu", "yksikkö-poikkeaa"]  # 24pv of something that is counted in vrk
    assert result.layout == "jaksot sarakkeissa" and not result.stops
    assert only(result, "tunnistettu").message == (
        "Taulukko Seuranta, solu A2: Tunnistin taulukon A2:F7 (otsikko “Lähtötilanteen arvioinnin tulokset”): mittarit "
        "riveillä, jaksot sarakkeissa (Lähtötila, kevät 2021, syksy 2021, kevät 2022, syksy 2022)."
    )


def test_an_observation_knows_its_cell_its_text_and_what_is_inferred() -> None:
    (observation,) = checked(book(["Mittari", "kevät 2021"], ["Käynnit", "noin 605"])).observations
    assert observation == Observation(
        region="Kymenlaakso",
        indicator="kaynnit",
        period=SPRING,
        role=Role.FOLLOW_UP,
        value=605,
        qualifier=Qualifier.ABOUT,
        unit="käyntiä",
        place={"source": "seuranta.xlsx", "sheet": "Seuranta", "cell": "B2", "as_printed": "noin 605"},
        inferred=("jakso", "yksikkö"),
    )


@pytest.mark.parametrize(
    ("heading", "role", "label", "start"),
    [
        ("Lähtötila", Role.BASELINE, "lähtötila", None),
        ("lähtötilanne", Role.BASELINE, "lähtötila", None),
        ("Lähtötila 2019", Role.BASELINE, "2019", date(2019, 1, 1)),
        ("Lähtötila (loppuvuosi 2019)", Role.BASELINE, "loppuvuosi 2019", date(2019, 7, 1)),
        ("Tavoite", Role.TARGET, "", None),
        ("Tavoite 2023", Role.TARGET, "2023", date(2023, 1, 1)),
        ("3/2021", Role.FOLLOW_UP, "3/2021", date(2021, 3, 1)),
        ("2021", Role.FOLLOW_UP, "2021", date(2021, 1, 1)),
        (2021, Role.FOLLOW_UP, "2021", date(2021, 1, 1)),
        (date(2021, 5, 15), Role.FOLLOW_UP, "15.5.2021", date(2021, 5, 15)),
    ],
)
def test_a_heading_tells_role_and_period(heading: object, role: Role, label: str, start: date | None) -> None:
    (observation,) = checked(book(["Mittari", heading], ["Käynnit", 5])).observations
    assert (observation.role, observation.period.label, observation.period.start) == (role, label, start)


def test_columns_beside_the_name_tell_region_group_and_unit() -> None:
    result = checked(
        lines("Alue;Mittari;Ryhmä;Yksikkö;2021", "Keusote;Jonotusaika;kunta: Hyvinkää;päivää;5"), region=""
    )
    (one,) = result.observations
    assert (one.region, one.indicator, one.group, one.unit) == ("Keski-Uusimaa", "jonot", "kunta: Hyvinkää", "pv")
    assert not result.stops


def test_an_empty_cell_is_due_or_not_by_the_whole_file() -> None:
    rows = (
        ("Mittari", "Lähtötila", "2020", "2021", "2022", "Tavoite"),
        ("Käynnit", None, None, 5, None, None),
        (),
        ("Mittari", "2022", "2023"),
        ("Jonotusaika", 7, None),
    )
    labels = {(one.period.label, one.missing) for one in checked(book(*rows)).observations if one.missing}
    assert labels == {
        ("lähtötila", Missing.BLANK),
        ("2020", Missing.BLANK),
        ("2022", Missing.BLANK),  # the other table has a number for 2022
        ("2023", Missing.NOT_YET_DUE),
        ("", Missing.BLANK),  # the target
    }


def test_a_dash_is_not_a_number_that_makes_empty_cells_due() -> None:
    result = checked(book(["Mittari", "2020", "2021"], ["Käynnit", 5, "-"], ["Jonotusaika", 6, None]))
    assert [one.missing for one in result.observations] == [
        None,
        Missing.NOT_MEASURED,
        None,
        Missing.NOT_YET_DUE,
    ]


def test_an_unknown_row_with_two_measures_becomes_two_indicators() -> None:
    result = checked(book(["Mittari", "2020", "2021"], ["7.9 - Uudet kulut", "1 723 € (69%)", "-"]))
    name = "7.9 - Uudet kulut"
    assert told(result.observations) == [
        (name, "", "2020", 1723),
        (f"{name} (osuus)", "", "2020", 69),
        (name, "", "2021", Missing.NOT_MEASURED),
        (f"{name} (osuus)", "", "2021", Missing.NOT_MEASURED),
    ]
    assert codes(result) == ["tunnistettu", "tuntematon-mittari", "tuntematon-mittari"]


def test_one_number_in_a_row_of_two_measures_goes_by_its_unit() -> None:
    result = checked(book(["Mittari", "2020", "2021"], ["5.1 - Perheiden kulut ja osuus", "70 %", "1 800 €"]))
    assert told(result.observations) == [("osuus", "", "2020", 70), ("kulut", "", "2021", 1800)]
    assert result.observations[1].unit == "€/lapsi"


def test_a_name_that_several_indicators_have_is_asked_about() -> None:
    result = checked(book(["Mittari", "2020"], ["Yhteisasiakkaiden kokemus", "-"]))
    assert result.observations == () and result.stops
    assert only(result, "moniselitteinen-mittari").expected == "kokemus-7.1, kokemus-7.2"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Yhteensä", 5], "yhteensä-rivi"),
        (["Koko alue yhteensä:", 5], "yhteensä-rivi"),
        (["* ennakkotieto"], "selite"),
        (["Lähde: THL"], "selite"),
        (["Uusi mittari"], "tyhjä-rivi"),
        ([None, 5], "nimetön-rivi"),
        (["Käynnit", "viidesti"], "ei-luku"),
        (["Käynnit", date(2022, 3, 2)], "päivämäärä-lukuna"),
        (["Käynnit", "1 723 € (69%) (5)"], "ei-luku"),
        (["Käynnit", "5 (6)"], "monta-lukua"),
        (["Käynnit", None, "irrallaan"], "ei-otsikkoa"),
        (["Käynnit", "=1+1"], "kaava-ilman-arvoa"),
        (["Käynnit", "#N/A"], "virhearvo"),
        (["Käynnit", "2/3"], "osamäärä"),
        (["Käynnit", "12 porkkanaa"], "yksikkö-poikkeaa"),
        (["Uusi", "12 porkkanaa"], "tuntematon-yksikkö"),
        (["Kiireelliset sijoitukset", "145 %"], "osuus-rajojen-ulkona"),
    ],
)
def test_a_row_with_a_flaw_is_told(row: list[object], code: str) -> None:
    result = checked(book(["Mittari", "2020"], row, ["Käynnit", 5]))
    assert code in codes(result)
    assert only(result, code).sheet == "Seuranta" and only(result, code).cell in ("A2", "B2", "C2")


def test_a_heading_that_is_almost_a_period_is_warned_of() -> None:
    result = checked(book(["Mittari", "2020", "kvät 2021", "Huomio"], ["Käynnit", 5, 6, "uusi"]))
    assert told(result.observations) == [("kaynnit", "", "2020", 5)]
    assert only(result, "tuntematon-jakso-otsikko").cell == "C1"
    assert only(result, "tuntematon-sarake").cell == "D1"


def test_a_name_merged_over_rows_stands_in_each() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.merge_cells("A2:A3")

    result = checked(book(["Mittari", "Ryhmä", "2020"], ["Käynnit", "naiset", 5], [None, "miehet", 6], fill=fill))
    assert told(result.observations) == [("kaynnit", "naiset", "2020", 5), ("kaynnit", "miehet", "2020", 6)]


def test_a_number_merged_over_periods_is_not_spread() -> None:
    def fill(workbook: Workbook) -> None:
        workbook.active.merge_cells("B2:C2")

    result = checked(book(["Mittari", "2020", "2021"], ["Käynnit", 5, None], fill=fill))
    assert told(result.observations) == [("kaynnit", "", "2020", 5)]
    assert only(result, "yhdistetty-solu").cell == "C2"


def test_a_target_may_be_words() -> None:
    result = checked(book(["Mittari", "2020", "Tavoite"], ["Käynnit", 5, "vähenee \nnykyisestä"]))
    assert [(one.value, one.words) for one in result.observations] == [(5, ""), (None, "vähenee nykyisestä")]
    assert only(result, "sanallinen-tavoite").cell == "C2" and not result.stops


def test_a_doubtful_column_is_asked_about_once() -> None:
    result = checked(lines("Mittari;2020;2021", "Käynnit;1.234;12,5", "Jonotusaika;1,493;1.234"))
    assert [one.value for one in result.observations] == [1234, 12.5, 1.493, 1234]
    assert only(result, "moniselitteinen").cell == "B1"


def test_a_hidden_count_and_a_rough_measure() -> None:
    result = checked(lines("Mittari;2020", "Käynnit;alle 5", "Laitoshoito;alle 5"))
    assert told(result.observations) == [("kaynnit", "", "2020", Missing.HIDDEN), ("hoito", "", "2020", 5)]
