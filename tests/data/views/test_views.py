"""Views: what pages draw, built from a few small records. Counts are recounted, nothing is claimed without evidence."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import finnish
from data.analysis.comparability import reasons_against
from data.analysis.status import Tone
from data.catalogue import Catalogue, load_catalogue
from data.model import (
    CellChange,
    Concept,
    Direction,
    Indicator,
    Kind,
    Missing,
    Observation,
    Period,
    Place,
    ProcessGoal,
    ProcessStatus,
    Qualifier,
    Role,
)
from data.views.card import Card, cards
from data.views.comparison import Comparison, comparison
from data.views.data_rows import (
    conflicts,
    conflicts_between_sources,
    observation_rows,
    place_text,
    process_goal_rows,
    source_cards,
)
from data.views.goal import RegionGoals, by_goal, change_text, region_goals
from data.views.overview import Cell, overview, status_chart
from data.views.row_pictures import row_picture
from tests.builders import catalogue, day, indicator, observation, process_goal, shipped, year

TODAY = date(2023, 12, 31)
COMPLETE = {"definition": "m", "data_source": "l", "interval": "kertaluonteinen", "limits": "r"}


def spoken(text: str) -> str:
    """A text with ordinary spaces, as one would type it."""
    return text.replace(finnish.NBSP, " ")


def follow_up(value: float | None = None, **fields: Any) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "period": year(2021)} | fields))


def target(value: float | None = None, **fields: Any) -> Observation:
    return observation(value, **({"role": Role.TARGET, "period": year(2023)} | fields))


def month(number: int, year_number: int = 2021) -> Period:
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(number, 31)
    return Period(
        label=f"{number}/{year_number}", start=date(year_number, number, 1), end=date(year_number, number, last)
    )


def card(*observations: Observation, **fields: Any) -> Card:
    """The one card that the observations of one indicator make."""
    (made,) = cards(catalogue(indicator(**fields)), observations, TODAY)
    return made


def facts(made: Card) -> list[tuple[str, str]]:
    return [(fact.label, spoken(fact.text)) for fact in made.facts]


# A card


def test_one_value_is_a_number_with_its_period_and_n_and_nothing_more() -> None:
    made = card(follow_up(12.4, n=120))
    assert spoken(made.headline.text) == "12,4 %"
    assert spoken(made.headline.label) == "Seuranta · 2021 · n = 120"
    assert made.headline.is_number
    assert made.time_chart is None
    assert made.bar_chart is None
    assert facts(made) == [("Lähtötila", "puuttuu")]


def test_a_baseline_alone_leads_as_a_baseline() -> None:
    made = card(observation(22.0))
    assert (spoken(made.headline.text), made.headline.label) == ("22 %", "Lähtötila · 2019")
    assert made.time_chart is None
    assert facts(made) == []


def test_a_baseline_and_a_follow_up_tell_their_difference_in_percentage_points() -> None:
    made = card(observation(22.0), follow_up(12.4), target(10.0))
    assert spoken(made.headline.text) == "12,4 %"
    assert facts(made) == [
        ("Lähtötila", "22 % (2019)"),
        ("Ero lähtötilaan", "−9,6 %-yksikköä"),
        ("Tavoite", "10 % (2023)"),
    ]


def test_a_difference_that_cannot_be_told_says_why() -> None:
    made = card(observation(-15.0, unit="pistettä"), follow_up(lower=-45.0, upper=-30.0, unit="pistettä"))
    assert spoken(made.headline.text) == "−45 … −30 pistettä"
    assert ("Ero lähtötilaan", "ei lasketa: arvot eivät ole tarkkoja lukuja") in facts(made)


def test_what_was_not_measured_is_told_with_its_reason_and_is_no_number() -> None:
    made = card(
        observation(missing=Missing.NOT_MEASURED),
        follow_up(missing=Missing.NOT_MEASURED, period=month(3)),
        follow_up(missing=Missing.NOT_YET_DUE, period=month(9)),
    )
    assert made.headline.text == "Ei lukuja"
    assert not made.headline.is_number
    assert not made.has_number
    assert made.headline.label == "ei mitattu: lähtötila ja 3/2021; ei vielä: 9/2021"


def test_zero_is_a_number() -> None:
    made = card(follow_up(0.0, unit="kpl"))
    assert spoken(made.headline.text) == "0 kpl"
    assert made.has_number


def test_words_lead_where_there_is_no_number() -> None:
    made = card(follow_up(words="vakiintunut", unit=""))
    assert (made.headline.text, made.headline.label) == ("vakiintunut", "Kuvattu sanoin · 2021")
    assert not made.has_number


def test_a_change_that_the_source_reports_invents_neither_end() -> None:
    made = card(observation(13.0, role=Role.CHANGE, period=year(2021)))
    assert (spoken(made.headline.text), made.headline.label) == ("13 %", "Lähteen ilmoittama muutos · 2021")
    assert made.time_chart is None
    assert ("Lähtötila", "puuttuu") not in facts(made)


def test_a_comparison_value_is_named_by_its_area_and_is_not_the_value_of_the_region() -> None:
    made = card(observation(0.36), observation(0.44, role=Role.COMPARISON, group="vertailualue: koko maa"))
    assert spoken(made.headline.text) == "0,36 %"
    assert facts(made) == [("Vertailu: koko maa", "0,44 % (2019)")]


def test_the_source_is_told_by_its_lines() -> None:
    places = [Place(source="kymenlaakso-2021", line=line) for line in (462, 109)]
    made = card(observation(22.0, place=places[0]), follow_up(12.4, place=places[1]))
    assert made.source == "Kymenlaakson hankkeen oma-arviointi, kevät 2021, rivit 109–462"
    assert card(observation(22.0)).source == "raportti, rivi 1"


def test_limits_of_use_notes_and_what_is_inferred_are_cautions() -> None:
    made = card(observation(22.0, note="Vuosi päätelty.", inferred=("jakso", "yksikkö")), limits="Vain suuntaa antava.")
    assert made.cautions == (
        "Vain suuntaa antava.",
        "Vuosi päätelty.",
        "Päätelty, ei sanottu lähteessä: jakso ja yksikkö.",
    )


def test_an_indicator_without_a_card_claims_nothing() -> None:
    (made,) = cards(catalogue(), [observation(22.0), follow_up(12.4)], TODAY)
    assert made.name == "osuus"
    assert not made.is_complete
    assert made.assessment.tone is Tone.NEUTRAL


def test_the_worst_status_stands_first_then_the_best_evidenced() -> None:
    known = [indicator(name, direction=Direction.HIGHER, **COMPLETE) for name in ("hyvä", "huono", "yksi", "sanat")]
    made = cards(
        catalogue(*known),
        [
            follow_up(words="alkanut", indicator="sanat", unit=""),
            follow_up(1.0, indicator="yksi"),
            *(observation(5.0, indicator=name) for name in ("hyvä", "huono")),
            follow_up(6.0, indicator="hyvä"),
            follow_up(4.0, indicator="huono"),
        ],
        TODAY,
    )
    assert [one.indicator for one in made] == ["huono", "hyvä", "yksi", "sanat"]
    assert [one.extent for one in made] == [4, 4, 2, 1]


# Groups


def test_a_group_never_stands_for_the_whole() -> None:
    made = card(
        observation(40.0, group="kunta: Hyvinkää"),
        observation(64.0, group="kunta: Tuusula"),
    )
    assert made.headline.text == ""
    assert not made.headline.is_number
    assert made.headline.label == "Luvut ryhmittäin (%) · 2019"
    assert made.bar_chart is not None
    assert [(bar.name, bar.value) for bar in made.bar_chart.bars] == [("Hyvinkää", 40.0), ("Tuusula", 64.0)]


def test_the_whole_leads_where_it_has_a_number_of_its_own() -> None:
    made = card(observation(50.0), *(observation(v, group=f"kunta: {n}") for v, n in ((40.0, "A"), (64.0, "B"))))
    assert spoken(made.headline.text) == "50 %"


def test_a_group_that_is_alone_is_named() -> None:
    made = card(observation(1.0, group="asiakasryhmä: yksivuotiaat", unit="kpl"))
    assert spoken(made.headline.label) == "Lähtötila · 2019 · yksivuotiaat"


@pytest.mark.parametrize(
    "other",
    [
        {"group": "ikä: 0–17"},
        {"group": "kunta: B", "unit": "hlö"},
        {"group": "kunta: B", "period": year(2020)},
    ],
)
def test_groups_of_another_dimension_unit_or_period_are_told_but_not_drawn_on_one_axis(other: dict[str, Any]) -> None:
    made = card(observation(40.0, group="kunta: A"), observation(64.0, **other))
    assert made.bar_chart is None
    assert len(made.facts) == 2
    assert made.headline.text == ""


def test_bars_leave_out_what_all_groups_share_and_are_told_with_unit_and_n() -> None:
    groups = ("väittämä: hyöty | vastaus: samaa mieltä", "väittämä: hyöty | vastaus: eri mieltä")
    made = card(*(observation(float(n), group=group, unit="hlö", n=10) for n, group in enumerate(groups, start=4)))
    assert made.bar_chart is not None
    assert {bar.name for bar in made.bar_chart.bars} == {"samaa mieltä", "eri mieltä"}
    assert "samaa mieltä 4 hlö (n = 10)" in spoken(made.bar_chart.alt)


# The chart over time


def test_the_text_of_a_chart_is_the_sentence_of_the_card() -> None:
    made = card(observation(22.0), follow_up(12.4), target(10.0))
    assert made.time_chart is not None
    assert made.time_chart.alt == made.sentence
    assert spoken(made.sentence).startswith("Osuus, Kymenlaakso: 12,4 % (2021), lähtötila 22 % (2019)")


def test_a_chart_holds_the_points_in_order_and_the_baseline_and_target_in_words() -> None:
    made = card(follow_up(12.4), observation(22.0), target(10.0))
    assert made.time_chart is not None
    assert [(point.when.year, point.value) for point in made.time_chart.points] == [(2019, 22.0), (2021, 12.4)]
    lines = [(line.role, line.value, spoken(line.label)) for line in made.time_chart.lines]
    assert lines == [
        (Role.BASELINE, 22.0, "lähtötila 22 % (2019)"),
        (Role.TARGET, 10.0, "tavoite 10 % (2023)"),
    ]


def test_two_values_of_one_day_are_no_series() -> None:
    assert card(follow_up(1.0), follow_up(2.0, conflict="r1:b")).time_chart is None


def test_values_without_a_date_or_in_another_unit_are_no_points() -> None:
    assert card(observation(22.0, period=Period(label="lähtötila")), follow_up(12.4)).time_chart is None
    assert card(observation(22.0, unit="hlö"), follow_up(12.4)).time_chart is None


def quarter() -> Period:
    return Period(label="1–3/2021", start=date(2021, 1, 1), end=date(2021, 3, 31))


def points(made: Card) -> list[float | None]:
    return [point.value for point in made.time_chart.points] if made.time_chart else []


def test_a_sum_of_sub_periods_is_not_one_more_point() -> None:
    months = [follow_up(float(n), unit="kpl", period=month(n)) for n in (1, 2, 3)]
    made = card(*months, follow_up(6.0, unit="kpl", period=quarter()), unit="kpl")
    assert points(made) == [1.0, 2.0, 3.0]


def test_a_span_with_only_one_period_inside_is_a_point_of_its_own() -> None:
    made = card(follow_up(1.0, unit="kpl", period=month(1)), follow_up(6.0, unit="kpl", period=quarter()), unit="kpl")
    assert points(made) == [1.0, 6.0]


def test_a_share_of_a_longer_period_is_no_sum() -> None:
    shares = [follow_up(10.0 * n, period=month(n)) for n in (1, 2)]
    made = card(*shares, follow_up(15.0, period=quarter()))
    assert len([value for value in points(made) if value is not None]) == 3


def test_a_period_that_was_not_measured_cuts_the_line() -> None:
    made = card(observation(22.0), follow_up(missing=Missing.NOT_MEASURED, period=year(2020)), follow_up(12.4))
    assert points(made) == [22.0, None, 12.4]


# A goal's page


def goal_page(known: Iterable[Indicator], *observations: Observation, goals: Iterable[ProcessGoal] = ()) -> RegionGoals:
    return region_goals(catalogue(*known), "Kymenlaakso", 1, observations, list(goals), TODAY)


def test_outcomes_lead_and_outputs_and_context_are_folded() -> None:
    kinds = [indicator(kind.value, kind=kind) for kind in Kind]
    region = goal_page(kinds, *(observation(1.0, indicator=kind.value) for kind in Kind))
    assert [one.indicator for one in region.outcomes] == ["tulos"]
    assert [(fold.title, [one.indicator for one in fold.cards]) for fold in region.folds] == [
        ("Tuotokset", ["tuotos"]),
        ("Taustatiedot", ["tausta"]),
    ]


def test_what_serves_the_goal_secondarily_is_folded_and_what_does_not_is_not_there() -> None:
    known = [indicator("toissijainen", goal=2, other_goals=(1,)), indicator("muu", goal=2)]
    region = goal_page(known, observation(1.0, indicator="toissijainen"), observation(1.0, indicator="muu"))
    assert region.outcomes == ()
    assert [(fold.title, [one.indicator for one in fold.cards]) for fold in region.folds] == [
        ("Palvelee myös tätä tavoitetta", ["toissijainen"])
    ]


def test_what_has_no_numbers_is_named_with_its_reason() -> None:
    known = [indicator("sanoin"), indicator("mittaamatta"), indicator("suunniteltu")]
    region = goal_page(
        known,
        follow_up(words="vakiintunut", indicator="sanoin", unit=""),
        observation(missing=Missing.NOT_MEASURED, indicator="mittaamatta"),
    )
    assert region.outcomes == ()
    told = {card.name: (card.headline.label, card.headline.text) for card in region.without_numbers}
    assert set(told) == {"Sanoin", "Mittaamatta"}
    assert told["Sanoin"][1] == "vakiintunut"
    assert told["Mittaamatta"] == ("ei mitattu: lähtötila", "Ei lukuja")
    assert region.planned == ("Suunniteltu",)


def test_the_summary_counts_outcomes_follow_ups_and_process_goals_of_this_goal() -> None:
    known = [indicator("a"), indicator("b"), indicator("c", kind=Kind.OUTPUT)]
    region = goal_page(
        known,
        *(observation(1.0, indicator=name) for name in "abc"),
        follow_up(2.0, indicator="a"),
        goals=[process_goal(), process_goal(id="pt-2"), process_goal(id="pt-3", goal=2)],
    )
    assert spoken(region.summary) == (
        "2 tulosmittaria, joilla on luku, niistä 1 seurattu lähtötilasta, 2 prosessitavoitetta."
    )


def test_a_region_without_anything_says_nought() -> None:
    region = goal_page([])
    assert spoken(region.summary) == "0 tulosmittaria, joilla on luku."
    assert (region.outcomes, region.folds, region.without_numbers, region.planned) == ((), (), (), ())


def test_under_all_goals_each_indicator_of_the_region_stands_once_and_in_the_order_of_goals_if_so_wanted() -> None:
    known = [indicator("b", goal=2, other_goals=(1,)), indicator("a", goal=1), indicator("c", goal=None)]
    held = [observation(1.0, indicator=name) for name in "abc"]
    region = region_goals(catalogue(*known), "Kymenlaakso", None, held, [], TODAY)
    assert sorted(card.indicator for card in region.outcomes) == ["a", "b", "c"]
    assert region.folds == ()
    assert [card.indicator for card in by_goal(catalogue(*known), region.outcomes[::-1])] == ["a", "b", "c"]
    assert sum(count for _, count in region.counts.statuses) == 3


def test_a_row_needs_a_way_or_a_series_and_tells_the_change_behind_its_status() -> None:
    known = catalogue(indicator(unit="%"))
    alone = card(observation(22.0))
    followed = card(observation(22.0), follow_up(12.4))
    assert row_picture(known, alone) is None
    assert row_picture(known, followed) is not None
    assert spoken(change_text(followed)) == "−9,6 %-yksikköä"
    assert change_text(alone) == ""


# The overview


def cells(known: Catalogue, observations: Iterable[Observation], goals: Iterable[ProcessGoal] = ()) -> list[Cell]:
    view = overview(known, ["Kymenlaakso"], list(observations), list(goals), {})
    return [cell for row in view.rows for cell in row.cells]


def test_a_cell_counts_outcomes_and_tells_the_others_apart() -> None:
    known = catalogue(
        indicator("seurattu"),
        indicator("tavoite"),
        indicator("vertailu"),
        indicator("tyhjä"),
        indicator("tuotos", kind=Kind.OUTPUT),
        indicator("toinen", goal=2),
    )
    held = [
        observation(1.0, indicator="seurattu"),
        follow_up(2.0, indicator="seurattu"),
        target(3.0, indicator="tavoite"),
        observation(4.0, role=Role.COMPARISON, indicator="vertailu"),
        observation(5.0, indicator="tuotos"),
    ]
    cell = cells(known, held, [process_goal(), process_goal(id="pt-2", goal=2)])[0]
    counts = cell.outcomes
    assert (counts.indicators, counts.with_number, counts.followed, counts.with_target) == (4, 1, 1, 1)
    assert (cell.other_indicators, cell.process_goals) == (1, 1)
    assert cell.headline == "Lukuja 1/4"
    assert not cell.is_empty


def test_a_cell_without_outcomes_says_so_and_one_without_anything_is_empty() -> None:
    first, second, *_ = cells(catalogue(indicator(kind=Kind.CONTEXT)), [])
    assert (first.headline, first.is_empty) == ("Lukuja 0/0", False)
    assert second.is_empty


def test_words_and_missing_values_are_no_numbers_in_the_counts() -> None:
    held = [follow_up(words="vakiintunut"), observation(missing=Missing.NOT_MEASURED)]
    assert cells(catalogue(indicator()), held)[0].outcomes.with_number == 0


def test_what_has_no_goal_has_a_row_of_its_own_only_when_there_is_something() -> None:
    def names(*known: Indicator) -> list[str]:
        return [row.name for row in overview(catalogue(*known), ["Kymenlaakso"], [], [], {}).rows]

    assert len(names(indicator())) == 5
    assert names(indicator(goal=None))[-1] == "Ei hyötytavoitetta"


REGIONS = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala")
some_indicators = st.lists(
    st.builds(
        indicator,
        st.sampled_from("abcdef"),
        region=st.sampled_from(REGIONS),
        goal=st.sampled_from([1, 2, 3, 4, 5, None]),
        kind=st.sampled_from(list(Kind)),
    ),
    unique_by=lambda one: one.id,
    max_size=6,
)
some_goals = st.lists(
    st.builds(
        process_goal,
        st.sampled_from(list(ProcessStatus)),
        id=st.sampled_from(["1", "2", "3", "4"]),
        region=st.sampled_from(REGIONS),
        goal=st.sampled_from([1, 2, None]),
    ),
    max_size=12,
)


@pytest.mark.slow
@given(some_indicators, some_goals, st.data())
def test_counts_are_those_of_a_recount(known: list[Indicator], goals: list[ProcessGoal], data: st.DataObject) -> None:
    held = []
    for one in known:
        for role in data.draw(st.sets(st.sampled_from(list(Role)))):
            held.append(observation(1.0, region=one.region, indicator=one.id, role=role))
    view = overview(catalogue(*known), REGIONS, held, goals, {})
    told = dict(view.totals)
    assert told["Mittareita"] == str(len(known))
    assert told["Lukuja lähteineen"] == str(len(held))
    assert told["Prosessitavoitteita"] == str(len({(goal.region, goal.id) for goal in goals}))
    shown = [cell for row in view.rows for cell in row.cells]
    assert sum(cell.outcomes.indicators + cell.other_indicators for cell in shown) == len(known)
    roles = {(o.indicator, o.role) for o in held}
    outcomes = [one for one in known if one.kind is Kind.OUTCOME]
    followed = [one for one in outcomes if {(one.id, Role.BASELINE), (one.id, Role.FOLLOW_UP)} <= roles]
    assert sum(cell.outcomes.followed for cell in shown) == len(followed)
    assert sum(cell.outcomes.with_target for cell in shown) == sum((one.id, Role.TARGET) in roles for one in outcomes)
    assert all(0 <= c.followed <= c.with_number <= c.indicators for c in (cell.outcomes for cell in shown))


@given(some_goals)
def test_every_process_goal_is_in_exactly_one_part_of_the_status_chart(goals: list[ProcessGoal]) -> None:
    chart = status_chart(catalogue(), REGIONS, goals)
    ids = {(goal.region, goal.id) for goal in goals}
    assert sum(total for _, total in chart.regions) == len(ids)
    for at, (_, total) in enumerate(chart.regions):
        assert sum(part.counts[at] for part in chart.parts) == total
    assert [part.status for part in chart.parts] == [s for s in ProcessStatus if s in {p.status for p in chart.parts}]


def test_a_process_goal_that_is_told_twice_is_counted_by_its_first_place() -> None:
    told = [
        process_goal(ProcessStatus.PLANNED, conflict="r1:a"),
        process_goal(ProcessStatus.DONE, conflict="r1:b"),
        process_goal(ProcessStatus.DONE, region="Keski-Uusimaa"),
    ]
    chart = status_chart(catalogue(), ["Keski-Uusimaa", "Kymenlaakso", "Lappi"], told)
    assert chart.regions == (("Keski-Uusimaa (Keusote)", 1), ("Kymenlaakso", 1))
    assert [(part.status, part.counts) for part in chart.parts] == [
        (ProcessStatus.DONE, (1, 0)),
        (ProcessStatus.PLANNED, (0, 1)),
    ]
    assert (
        chart.alt == "Prosessitavoitteiden tila. Keski-Uusimaa (Keusote): toteutunut 1. Kymenlaakso: suunnitteilla 1."
    )


# Comparability: each reason on its own, and the near miss that is none

ONE = (indicator(denominator="0–17-vuotiaat", population="lapset"), observation(1.0))


def beside(value: dict[str, Any] | None = None, **fields: Any) -> tuple[str, ...]:
    """The reasons against a second region's value that differs from the first only in what is given."""
    alike: dict[str, Any] = {"identity": "osuus", "denominator": "0–17-vuotiaat", "population": "lapset"}
    other = (
        indicator(**(alike | {"region": "Keski-Uusimaa"} | fields)),
        observation(2.0, **({"region": "Keski-Uusimaa"} | (value or {}))),
    )
    made = reasons_against(ONE, other)
    assert made == reasons_against(other, ONE)
    return made


def span(days: int) -> dict[str, Any]:
    start = date(2019, 1, 1)
    return {"period": Period(label="jakso", start=start, end=start + timedelta(days=days))}


def test_values_that_differ_in_nothing_but_region_and_value_compare() -> None:
    assert beside() == ()


@pytest.mark.parametrize(
    ("reason", "value", "fields"),
    [
        ("eri mittari", {}, {"identity": "toinen"}),
        ("eri yksikkö", {"unit": "hlö"}, {}),
        ("eri nimittäjä", {}, {"denominator": "0–20-vuotiaat"}),
        ("eri kohdejoukko", {}, {"population": "nuoret"}),
        ("eri ryhmä", {"group": "ikä: 0–6"}, {}),
        ("eripituinen jakso", span(364 - 32), {}),
        ("eripituinen jakso", span(364 + 32), {}),
        ("eri ajankohta", span(364 - 31), {}),
        ("eri ajankohta", span(364 + 31), {}),
        ("eri ajankohta", {"period": year(2022)}, {}),
        ("jakson pituus ei tiedossa", {"period": Period(label="lähtötila")}, {}),
        ("mittarikortti puuttuu", {}, {"unit": ""}),
    ],
)
def test_each_reason_stands_on_its_own(reason: str, value: dict[str, Any], fields: dict[str, Any]) -> None:
    assert beside(value, **fields) == (reason,)


@pytest.mark.parametrize("value", [{"n": 5}, {"qualifier": Qualifier.ABOUT}, {"note": "x"}])
def test_an_n_or_a_note_is_no_reason(value: dict[str, Any]) -> None:
    assert beside(value) == ()


def test_a_national_id_makes_two_indicators_one_measure_and_an_empty_one_does_not() -> None:
    first = indicator("a", national_id="THL 1")
    second = indicator("b", national_id="THL 1", region="Keski-Uusimaa")
    assert reasons_against((first, observation(1.0)), (second, observation(2.0))) == ()
    plain = indicator("a"), indicator("b")
    assert reasons_against((plain[0], observation(1.0)), (plain[1], observation(2.0))) == ("eri mittari",)


# The comparison


def national(region: str, **fields: Any) -> Indicator:
    return indicator(f"{region}-osuus", region=region, national_id="THL 1", name="Osuus", **fields)


def compared(known: Iterable[Indicator], *held: Observation) -> Comparison:
    return comparison(catalogue(*known), REGIONS, held, TODAY, goal=None)


def of(region: str, value: float, **fields: Any) -> Observation:
    return observation(value, region=region, indicator=f"{region}-osuus", **fields)


def test_regions_stand_on_one_scale_when_all_agrees() -> None:
    view = compared(map(national, REGIONS), *(of(region, float(n)) for n, region in enumerate(REGIONS)))
    (scale,) = view.shared
    assert view.between_regions
    assert [(row.name, row.value) for row in scale.rows] == [
        ("Kymenlaakso", 0.0),
        ("Keski-Uusimaa (Keusote)", 1.0),
        ("Etelä-Karjala", 2.0),
    ]
    assert all(row.name in scale.alt and spoken(row.label.text) in spoken(scale.alt) for row in scale.rows)


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"denominator": "eri"}, {}),
        ({"population": "eri"}, {}),
        ({}, {"unit": "hlö"}),
        ({}, {"group": "ikä: 0–6"}),
        ({}, span(100)),
        ({}, {"period": Period(label="lähtötila")}),
    ],
)
def test_whatever_differs_there_is_no_shared_scale(fields: dict[str, Any], value: dict[str, Any]) -> None:
    known = [national("Kymenlaakso"), national("Keski-Uusimaa", **fields)]
    view = compared(known, of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0, **value))
    assert view.shared == ()
    assert not view.between_regions


def test_the_area_that_a_region_compares_itself_with_stands_beside_it_but_is_no_region() -> None:
    view = compared(
        [national("Kymenlaakso")],
        of("Kymenlaakso", 0.36),
        of("Kymenlaakso", 0.44, role=Role.COMPARISON, group="vertailualue: koko maa"),
    )
    (scale,) = view.shared
    assert [(row.name, row.value, row.is_comparison) for row in scale.rows] == [
        ("Kymenlaakso", 0.36, False),
        ("koko maa", 0.44, True),
    ]
    assert not view.between_regions


def test_a_range_has_no_place_on_a_shared_scale() -> None:
    held = observation(lower=1.0, upper=2.0, region="Kymenlaakso", indicator="Kymenlaakso-osuus")
    view = compared(map(national, REGIONS[:2]), held, of("Keski-Uusimaa", 1.5))
    assert view.shared == ()


def subject(region: str, **fields: Any) -> Indicator:
    return indicator(f"{region}-osuus", region=region, concept="aihe", **fields)


def with_concept(*known: Indicator) -> Catalogue:
    made = catalogue(*known)
    fields = {name: getattr(made, name) for name in Catalogue.model_fields}
    return Catalogue(**(fields | {"concepts": (Concept(id="aihe", name="Aihe", reason="Nimittäjät eroavat."),)}))


def test_alike_indicators_stand_side_by_side_with_the_reason() -> None:
    known = with_concept(subject("Kymenlaakso"), subject("Keski-Uusimaa", denominator="muu", name="Toinen osuus"))
    held = [of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0, unit="hlö")]
    view = comparison(known, REGIONS, held, TODAY, goal=None)
    (made,) = view.subjects
    assert made.reason == "Nimittäjät eroavat."
    assert [column.region_label for column in made.columns] == [
        "Kymenlaakso",
        "Keski-Uusimaa (Keusote)",
        "Etelä-Karjala",
    ]
    assert [len(column.cards) for column in made.columns] == [1, 1, 0]


def test_a_subject_of_one_region_is_only_named() -> None:
    view = comparison(with_concept(subject("Kymenlaakso")), REGIONS, [of("Kymenlaakso", 1.0)], TODAY, goal=None)
    assert view.subjects == ()
    assert view.alone == "aihe"


def test_a_goal_narrows_the_comparison() -> None:
    second = subject("Keski-Uusimaa", goal=1, other_goals=(2,), name="Toinen osuus")
    known = with_concept(subject("Kymenlaakso", goal=2), second)
    held = [of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0)]

    def narrowed(goal: int) -> Comparison:
        return comparison(known, REGIONS, held, TODAY, goal=goal)

    assert len(narrowed(2).subjects) == 1
    assert narrowed(3).subjects == ()


def test_a_region_that_was_not_chosen_is_not_compared() -> None:
    known = [national("Kymenlaakso"), national("Lappi")]
    view = compared(known, of("Kymenlaakso", 1.0), of("Lappi", 2.0))
    assert view.shared == ()


# Facts


def test_a_table_row_holds_the_value_as_it_is_written_and_where_it_was_read() -> None:
    place = Place(source="kymenlaakso-2021", line=462, table="taulukko", as_printed="12,4 %")
    held = follow_up(12.4, qualifier=Qualifier.ABOUT, n=1200, place=place, inferred=("jakso",), note="huom")
    (row,) = observation_rows(catalogue(indicator()), [held])
    told = {key: spoken(value) if isinstance(value, str) else value for key, value in row.items()}
    expected = {"Alue": "Kymenlaakso", "Mittari": "Osuus", "Tavoite": 1, "Rooli": "seuranta", "Jakso": "2021"}
    expected |= {"Arvo": "noin 12,4 %", "n": "1 200", "Lähde": "kymenlaakso-2021", "Rivi": "462", "Lähteessä": "12,4 %"}
    assert {key: told[key] for key in expected} == expected


def test_zero_missing_hidden_and_words_are_told_apart_in_the_table() -> None:
    held = [
        observation(0.0),
        observation(missing=Missing.NOT_MEASURED),
        observation(missing=Missing.NOT_YET_DUE),
        observation(missing=Missing.HIDDEN),
        observation(words="vakiintunut", unit=""),
    ]
    told = [spoken(str(row["Arvo"])) for row in observation_rows(catalogue(), held)]
    assert told == ["0 %", "ei mitattu", "ei vielä", "peitetty", "vakiintunut"]


def test_a_process_goal_row_holds_the_status_and_the_wording_of_the_source() -> None:
    goal = process_goal(ProcessStatus.PARTLY, wording="osin valmis", continues="hyvinvointialue", status_line=7)
    (row,) = process_goal_rows([goal])
    assert (row["Tila"], row["Lähteen sanamuoto"], row["Jatkuu"]) == ("osittain", "osin valmis", "hyvinvointialue")
    assert (row["Rivi"], row["Tilan rivi"]) == ("2", "7")


def test_the_places_that_disagree_are_kept_together() -> None:
    held = [
        observation(70.0, qualifier=Qualifier.OVER, conflict="r1:a", place=Place(source="raportti", line=1)),
        observation(80.0, qualifier=Qualifier.ABOUT, conflict="r1:b", place=Place(source="raportti", line=9)),
        observation(5.0, group="muu"),
    ]
    goals = [
        process_goal(ProcessStatus.DONE, conflict="r2:a", wording="valmis"),
        process_goal(ProcessStatus.PLANNED, conflict="r2:b"),
    ]
    first, second = conflicts(catalogue(indicator()), held, goals)
    assert [spoken(place.text) for place in first] == ["yli 70 %, 2019", "noin 80 %, 2019"]
    assert [place.place for place in first] == ["raportti, rivi 1", "raportti, rivi 9"]
    assert {place.what for place in first} == {"Osuus, Kymenlaakso"}
    assert [place.text for place in second] == ["toteutunut: valmis", "suunnitteilla"]


def test_a_conflict_is_said_on_the_card() -> None:
    made = card(follow_up(70.0, conflict="r1:a"), follow_up(80.0, conflict="r1:b"))
    assert any("ristiriitainen" in caution for caution in made.cautions)
    assert not any("ristiriitainen" in caution for caution in card(follow_up(70.0)).cautions)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place(source="kymenlaakso-2021", line=462, table="luku 2"), "kymenlaakso-2021, rivi 462, luku 2"),
        (Place(source="seuranta.xlsx", sheet="Taul1", cell="B4"), "seuranta.xlsx, Taul1 B4"),
        (Place(source="seuranta.csv"), "seuranta.csv"),
    ],
)
def test_a_place_is_told_by_line_or_by_cell(place: Place, told: str) -> None:
    assert place_text(place) == told


def test_a_source_counts_what_was_read_from_it() -> None:
    here, there = Place(source="kymenlaakso-2021", line=1), Place(source="keusote-2023", line=1)
    held = [
        observation(1.0, place=here),
        observation(lower=1.0, upper=2.0, place=here),
        observation(missing=Missing.NOT_MEASURED, place=here),
        observation(1.0, place=there),
    ]
    goals = [process_goal(place=here), process_goal(place=here, conflict="r1:b")]
    counts = {one.title: spoken(one.counts) for one in source_cards(catalogue(), held, goals)}
    told = counts["Kymenlaakson hankkeen oma-arviointi, kevät 2021"]
    assert told == "2 lukua, 1 tieto ilman lukua ja 1 prosessitavoite"


def test_a_day_is_written_the_finnish_way_in_the_table() -> None:
    (row,) = observation_rows(catalogue(), [observation(1.0, period=day(2022, 5, 2).model_copy(update={"label": ""}))])
    assert row["Jakso"] == "2.5.2022"


THREE = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala")


def scales(*days: int) -> list[set[str]]:
    known = [indicator(f"{r}-osuus", region=r, national_id="THL 1") for r in THREE]
    start = date(2019, 1, 1)
    held = [
        observation(
            1.0, region=r, indicator=f"{r}-osuus", period=Period(label="j", start=start, end=start + timedelta(days=n))
        )
        for r, n in zip(THREE, days, strict=True)
    ]
    return [
        {row.region for row in s.rows}
        for s in comparison(catalogue(*known), THREE, held, date(2023, 12, 31), goal=None).shared
    ]


def test_a_first_region_that_differs_does_not_hide_that_the_others_compare() -> None:
    assert scales(364, 364, 30) == [{"Kymenlaakso", "Keski-Uusimaa"}]


def test_all_that_is_on_a_scale_compares_with_all_else_on_it() -> None:
    assert not any({"Kymenlaakso", "Keski-Uusimaa"} <= found for found in scales(364 - 25, 364 + 25, 364))


def test_a_card_of_a_conflict_shows_both_values_as_it_says() -> None:
    held = [o for o in shipped.observations() if o.indicator == "etela-karjala-digimentorit"]
    (made,) = cards(load_catalogue(), held, date(2023, 12, 31))
    told = " ".join((made.headline.text, made.sentence, *(f.text for f in (*made.facts, *made.gaps))))
    told = told.replace(finnish.NBSP, " ")
    assert "noin 80 hlö" in told and "yli 70 hlö" in told
    assert "liian vähän havaintoja" not in told  # two tellings of one fact are not two observations


def test_what_is_told_in_words_only_is_told_on_the_goal_page() -> None:
    held = [
        observation(words="vakiintunut", role=Role.FOLLOW_UP, period=year(2021), indicator="a", unit=""),
        observation(words="vähenee", role=Role.TARGET, period=Period(), indicator="b", unit=""),
    ]
    region = region_goals(catalogue(indicator("a"), indicator("b")), "Kymenlaakso", 1, held, [], date(2023, 12, 31))
    told = {card.name: card.headline.text for card in region.without_numbers}
    assert "vakiintunut" in told["A"]
    assert "vähenee" in told["B"]


def test_sources_that_tell_one_cell_differently_stand_side_by_side_with_both_places() -> None:
    old, new = observation(12.4), observation(9.9, place=Place(source="oma.csv", sheet="Taul1", cell="E2"))
    (places,) = conflicts_between_sources(catalogue(), [CellChange(old=old, new=new), CellChange(old=new, new=old)])
    assert [(p.text.replace(finnish.NBSP, " "), p.place) for p in places] == [
        ("12,4 %, 2019", "raportti, rivi 1"),
        ("9,9 %, 2019", "oma.csv, Taul1 E2"),
    ]
    assert conflicts_between_sources(catalogue(), [CellChange(old=old, new=observation(9.9))]) == []
