"""The oma-arviointi as texts: what the template's table holds of the real reports, and of every kind of value."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from data import finnish
from data.analysis.small_numbers.suppression import protect
from data.catalogue import load_catalogue
from data.model import Kind, Missing, Observation, Period, ProcessStatus, Qualifier, Role
from data.views.card import cards
from data.views.report import GoalSection, RegionReport, report
from tests.builders import catalogue, indicator, observation, process_goal, shipped, year

TODAY = date(2026, 11, 22)
REGIONS = list(dict.fromkeys(o.region for o in shipped.observations()))


def spoken(text: str) -> str:
    return text.replace(finnish.NBSP, " ")


def real(region: str) -> RegionReport:
    shown = protect(shipped.observations(), load_catalogue())
    (made,) = report(load_catalogue(), shown, shipped.process_goals(), regions=[region], today=TODAY).regions
    return made


def section(*observations: Observation, **card: Any) -> GoalSection:
    """The one section that the observations of one indicator make."""
    known = catalogue(indicator(**card))
    (made,) = report(known, observations, [], regions=["Kymenlaakso"], today=TODAY).regions
    (found,) = made.sections
    return found


def row(*observations: Observation) -> dict[str, str]:
    """The one row of the one table, by its headings."""
    (only,) = section(*observations).tables
    (cells,) = only.table.rows
    return dict(zip(only.table.headings, map(spoken, cells), strict=True))


def follow_up(value: float | None = None, **fields: Any) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "period": spring(2021)} | fields))


def spring(number: int) -> Period:
    return Period(label=f"kevät {number}", start=date(number, 1, 1), end=date(number, 6, 30))


# The real reports


def test_kymenlaaksos_first_table_is_the_templates() -> None:
    first = real("Kymenlaakso").sections[0]
    assert first.title == "Hyötytavoite 1: Palvelujen yhdenvertainen saatavuus, oikea-aikaisuus ja jatkuvuus"
    assert spoken(first.summary) == "2 tulosmittaria, joilla on luku, 5 prosessitavoitetta."
    outcomes = first.tables[0]
    assert outcomes.title == "Tulosmittarit"
    assert outcomes.table.headings == (
        "Mittari", "Lähtötila", "kevät 2021", "syksy 2021", "kevät 2022", "syksy 2022", "Tavoite ja vertailu",
        "Mittarin tila",
    )  # fmt: skip
    assert [tuple(map(spoken, cells)) for cells in outcomes.table.rows[:3]] == [
        (
            "Kiireellisesti sijoitettujen lasten osuus", "0,36 % (2019)", "ei mitattu", "ei vielä", "ei vielä",
            "ei vielä", "tavoite: vähenee nykytilasta\nvertailu, koko maa: 0,44 % (2019)", "seuranta puuttuu",
        ),
        (
            "Yli 75-vuotiaiden päivystyskäynnit", "1,493 käyntiä (2019)", "ei mitattu", "ei vielä", "ei vielä",
            "ei vielä",
            "tavoite: vähenee nykytilasta\nvertailu, maakunnat: Kymenlaakso maakuntien korkeimpia (2019)",
            "seuranta puuttuu",
        ),
        (
            "Päivystyksen suurkuluttajat", "ei mitattu", "ei mitattu", "ei vielä", "ei vielä", "ei vielä",
            "tavoite: akuuttipalvelujen osuus pienenee", "ei tietoa (lukuja ei ole)",
        ),
    ]  # fmt: skip
    assert first.process_goals is not None
    assert first.process_goals.headings == ("Prosessitavoite", "Tila", "Lähteen sanamuoto", "Ajankohta")
    assert first.process_goals.rows[0] == (
        "Kiireettömän ajan saa viikon sisällä yhteydenotosta", "ei arvioitu", "", "kevät 2021",
    )  # fmt: skip


def test_a_value_of_another_period_says_so_in_the_round_in_which_it_ends() -> None:
    fourth = real("Kymenlaakso").sections[3].tables[0].table
    consultations = dict(zip(fourth.headings, map(spoken, fourth.rows[0]), strict=True))
    assert consultations["Mittari"] == "Konsultaatiopyynnöt erikoissairaanhoitoon"
    assert consultations["Lähtötila"] == "605 kpl (lähtötilanne 11/2020)"
    assert consultations["kevät 2021"] == "686 kpl (11/2020–4/2021)"
    assert consultations["Tavoite ja vertailu"] == (
        "tavoite: yhteydenotot lisääntyvät\nilmoitettu muutos: 13 % (11/2020–4/2021)"
    )


def test_groups_are_rows_of_their_own() -> None:
    second = real("Kymenlaakso").sections[1].tables[0].table
    names = [cells[0] for cells in second.rows if cells[0].startswith("Psykiatrian laitoshoidon")]
    assert names == [
        f"Psykiatrian laitoshoidon hoitovuorokaudet{group}"
        for group in ("", " (0–16-vuotiaat)", " (18–24-vuotiaat)", " (25–64-vuotiaat)", " (yli 65-vuotiaat)")
    ]


@pytest.mark.parametrize("region", REGIONS)
def test_every_observation_is_told_in_the_table_of_its_kind_once(region: str) -> None:
    known = load_catalogue()
    made = real(region)
    told: dict[tuple[int | None, Kind], list[str]] = {}
    titles = {"Tulosmittarit": Kind.OUTCOME, "Tuotokset": Kind.OUTPUT, "Taustatiedot": Kind.CONTEXT}
    for one in made.sections:
        for table in one.tables:
            cells = [line for cells in table.table.rows for cell in cells[1:-1] for line in cell.split("\n")]
            told[one.goal, titles[table.title]] = cells
    for o in protect(shipped.of(region), known):
        card = known.indicator(o.indicator)
        assert card is not None
        assert any(finnish.quantity(o) in line for line in told[card.goal, card.kind]), o


@pytest.mark.parametrize("region", REGIONS)
def test_statuses_and_sentences_are_those_of_the_cards(region: str) -> None:
    shown = protect(shipped.of(region), load_catalogue())
    expected = sorted((card.status.value, card.sentence) for card in cards(load_catalogue(), shown, TODAY))
    told = [fact for section in real(region).sections for fact in section.sentences]
    assert sorted((fact.label, fact.text.split(" Näin tila laskettiin: ")[0]) for fact in told) == expected
    assert any("Näin tila laskettiin: Sääntö: " in fact.text for fact in told)


@pytest.mark.parametrize("region", REGIONS)
def test_every_process_goal_is_in_one_section(region: str) -> None:
    rows = [cells[:3] for one in real(region).sections if one.process_goals for cells in one.process_goals.rows]
    mine = [goal for goal in shipped.process_goals() if goal.region == region]
    assert sorted(rows) == sorted((goal.title, goal.status.value, goal.wording) for goal in mine)


def test_only_the_chosen_goals_and_regions_are_there() -> None:
    made = report(
        load_catalogue(), shipped.observations(), shipped.process_goals(),
        regions=["Keski-Uusimaa", "Kymenlaakso"], goals=[5, 2], today=TODAY,
    )  # fmt: skip
    assert [(one.label, [section.goal for section in one.sections]) for one in made.regions] == [
        ("Keski-Uusimaa (Keusote)", [5, 2]),
        ("Kymenlaakso", [5, 2]),
    ]
    assert made.sources == (
        "Kymenlaakson hankkeen oma-arviointi, kevät 2021",
        "Keski-Uudenmaan hankkeen oma-arvioinnin loppuraportti 2020–2023",
    )


# Every kind of value


@pytest.mark.parametrize("missing", [Missing.NOT_MEASURED, Missing.NOT_YET_DUE, Missing.UNKNOWN, Missing.HIDDEN])
def test_each_reason_for_no_value_is_told_in_its_own_words(missing: Missing) -> None:
    told = row(observation(22.0), follow_up(missing=missing))
    assert (told["Lähtötila"], told["kevät 2021"]) == ("22 % (2019)", missing.value)


def test_zero_n_ranges_qualifiers_and_words_are_told() -> None:
    assert row(follow_up(0.0, n=12))["kevät 2021"] == "0 % (n = 12)"
    assert row(follow_up(lower=-45.0, upper=-30.0))["kevät 2021"] == "−45 … −30 %"
    assert row(follow_up(5.0, qualifier=Qualifier.ABOUT))["kevät 2021"] == "noin 5 %"
    assert row(follow_up(words="vakiintunut", period=year(2021)))["syksy 2021"] == "vakiintunut (2021)"


def test_several_values_of_a_round_are_all_shown_in_time_order() -> None:
    march = Period(label="3/2021", start=date(2021, 3, 1), end=date(2021, 3, 31))
    told = row(follow_up(7.0), follow_up(5.0, period=march), follow_up(missing=Missing.UNKNOWN, period=year(2020)))
    assert told == {
        "Mittari": "Osuus", "Lähtötila": "", "syksy 2020": "ei tietoa", "kevät 2021": "5 % (3/2021)\n7 %",
        "Tavoite ja vertailu": "", "Mittarin tila": "lähtötila puuttuu",
    }  # fmt: skip


def test_one_fact_told_in_two_ways_is_shown_in_both() -> None:
    told = row(follow_up(5.0, conflict="x-r1:a"), follow_up(6.0, conflict="x-r1:b"))
    assert told["kevät 2021"] == "5 %\n6 %"


def test_a_reason_beside_a_value_tells_its_period_and_one_reason_is_told_once() -> None:
    march = Period(label="3/2021", start=date(2021, 3, 1), end=date(2021, 3, 31))
    unknown = follow_up(missing=Missing.UNKNOWN, period=march)
    assert row(unknown, follow_up(5.0))["kevät 2021"] == "ei tietoa (3/2021)\n5 %"
    assert row(unknown, follow_up(missing=Missing.UNKNOWN))["kevät 2021"] == "ei tietoa"


def test_what_has_no_period_comes_after_the_rounds() -> None:
    told = row(follow_up(5.0, period=Period()), follow_up(6.0))
    assert list(told)[2:4] == ["kevät 2021", "jakso ei tiedossa"]
    assert told["jakso ei tiedossa"] == "5 %"


def test_another_areas_value_stands_beside_the_group_that_it_is_of() -> None:
    own = [observation(value, group=f"palvelu: {name}") for value, name in ((1.0, "A"), (2.0, "B"))]
    other = observation(3.0, role=Role.COMPARISON, group="palvelu: B | vertailualue: koko maa")
    (table,) = section(*own, other).tables
    assert [(cells[0], spoken(cells[2])) for cells in table.table.rows] == [
        ("Osuus (A)", ""),
        ("Osuus (B)", "vertailu, B, koko maa: 3 % (2019)"),
    ]


def test_kinds_are_never_mixed_and_an_uncarded_indicator_is_there_too() -> None:
    known = catalogue(indicator("a"), indicator("b", kind=Kind.OUTPUT), indicator("c", kind=Kind.CONTEXT))
    given = [observation(1.0, indicator=name) for name in ("c", "b", "a", "tuntematon")]
    (made,) = report(known, given, [], regions=["Kymenlaakso"], today=TODAY).regions
    assert [[(t.title, [r[0] for r in t.table.rows]) for t in one.tables] for one in made.sections] == [
        [("Tulosmittarit", ["A"]), ("Tuotokset", ["B"]), ("Taustatiedot", ["C"])],
        [("Tulosmittarit", ["tuntematon"])],
    ]


def test_an_indicator_without_data_is_planned() -> None:
    known = catalogue(indicator("a"), indicator("b"))
    (made,) = report(known, [observation(1.0, indicator="a")], [], regions=["Kymenlaakso"], today=TODAY).regions
    assert [one.planned for one in made.sections] == [("B",)]


def test_what_serves_another_goal_too_is_named_there_with_its_own_when_it_has_a_number() -> None:
    known = catalogue(indicator("a", goal=1, other_goals=(2, 3)), indicator("b", goal=1, other_goals=(2,)))
    given = [observation(1.0, indicator="a"), observation(missing=Missing.UNKNOWN, indicator="b")]
    (made,) = report(known, given, [], regions=["Kymenlaakso"], today=TODAY).regions
    assert [(one.goal, one.also) for one in made.sections] == [
        (1, ()),
        (2, ("A (hyötytavoite 1)",)),
        (3, ("A (hyötytavoite 1)",)),
    ]


def test_where_process_goals_continue_is_a_column_only_when_it_is_told() -> None:
    def headings(goals: Iterable[Any]) -> tuple[str, ...]:
        (made,) = report(catalogue(), [], list(goals), regions=["Kymenlaakso"], today=TODAY).regions
        (found,) = made.sections
        assert found.process_goals is not None
        return (*found.process_goals.headings, *found.process_goals.rows[0])

    goal = process_goal(ProcessStatus.MOVED, wording="siirtyy", period=year(2021))
    common = ("Etäpalvelut käytössä", "siirretty muualle", "siirtyy", "2021")
    assert headings([goal]) == ("Prosessitavoite", "Tila", "Lähteen sanamuoto", "Ajankohta", *common)
    moved = goal.model_copy(update={"continues": "RRP", "continues_with": "tiimi"})
    assert headings([moved])[4:] == ("Jatkuu", *common, "RRP: tiimi")
