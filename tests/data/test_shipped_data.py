"""The shipped data through the real loader: it is whole, consistent, and says what the five reports say."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from data import finnish
from data.catalogue import load_catalogue, normalise
from data.model import Alias, Missing, Observation, ProcessGoal, ProcessStatus, Qualifier, Role
from loaders.findings import Severity
from loaders.first_start import SHIPPED
from tests.builders.shipped import FILES, RECORDS, TABLES, checked, observations, of, process_goals

CATALOGUE = load_catalogue()
AT_LEAST = {"Kymenlaakso": 45, "Keski-Uusimaa": 70, "Etelä-Karjala": 128, "Keski-Suomi": 19, "Päijät-Häme": 4}
# The units that the reports use. A word here is a decision: the loader and the comparison go by them.
UNITS = {
    *("", "%", "€", "milj. €", "€/asukas", "€/lapsi", "hlö", "kpl", "osallistujaa", "perhettä", "käyntiä", "puhelua"),
    *("pistettä", "min", "h", "pv", "vrk", "vk", "kk", "v", "kpl/kk", "kpl/3 kk", "kpl/v", "pv/vk", "sanallinen"),
}


def ids(path: Path) -> str:
    return str(path.relative_to(SHIPPED))


def rows_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines()) - 1


# The files


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_every_shipped_file_passes_the_loader(path: Path) -> None:
    stopping = [one.message for one in checked(path).findings if one.severity is Severity.STOPS]
    assert stopping == []


@pytest.mark.parametrize("path", RECORDS, ids=ids)
def test_every_row_of_a_shipped_file_is_a_record(path: Path) -> None:
    result = checked(path)
    assert len(result.observations) + len(result.process_goals) == rows_of(path)


def test_there_is_a_file_for_every_region_of_the_five_reports() -> None:
    named = {region.slug for region in CATALOGUE.regions}
    regions = {CATALOGUE.region(source.region) for source in CATALOGUE.sources}
    assert {path.stem for path in RECORDS} == {region.slug for region in regions if region}
    assert {path.stem for path in RECORDS} <= named


@pytest.mark.parametrize(("region", "at_least"), AT_LEAST.items())
def test_the_numbers_of_a_region_are_there(region: str, at_least: int) -> None:
    assert sum(one.is_numeric for one in of(region)) >= at_least


def test_no_fact_stands_twice() -> None:
    for records in (observations(), process_goals()):
        keys = Counter(one.key for one in records)
        assert [key for key, count in keys.items() if count > 1] == []


# Kymenlaakso's tables: the workbook is the report's own print, the CSV the same cells as records


def contents(cells: Iterable[Observation]) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """The cells of each indicator and group, in the given order, as what they hold."""
    found: dict[tuple[str, str], list[tuple[object, ...]]] = defaultdict(list)
    for cell in cells:
        held = (cell.value, cell.lower, cell.upper, cell.qualifier, cell.missing, cell.unit)
        found[cell.indicator, cell.group].append(held)
    return found


def in_table_order(cell: Observation) -> tuple[int, str]:
    column, row = cell.place.cell[0], cell.place.cell[1:]
    return int(row), column


def test_the_tables_of_kymenlaakso_hold_the_same_cells_as_the_records() -> None:
    table = [one for one in of("Kymenlaakso") if one.place.table.endswith("lähtötilanteen taulukko")]
    printed = sorted(checked(TABLES).observations, key=in_table_order)
    assert len(table) == len(printed) == 160
    assert contents(printed) == contents(table)


def test_a_dash_of_the_table_is_not_measured_and_an_empty_cell_is_not_yet_due() -> None:
    kinds = Counter(one.missing for one in checked(TABLES).observations)
    assert set(kinds) == {None, Missing.NOT_MEASURED, Missing.NOT_YET_DUE}
    dashes = [one for one in checked(TABLES).observations if one.place.as_printed == "-"]
    assert {one.missing for one in dashes} == {Missing.NOT_MEASURED}


# Process goals


def statuses(goals: Iterable[ProcessGoal]) -> Counter[ProcessStatus]:
    return Counter(goal.status for goal in goals)


def goals_of(region: str) -> list[ProcessGoal]:
    return [goal for goal in process_goals() if goal.region == region]


def test_keusote_has_the_39_goals_of_its_tables_and_12_choices_that_were_lost() -> None:
    tables = {f"keusote-pt-{number:02}" for number in range(1, 40)}
    found = [goal for goal in goals_of("Keski-Uusimaa") if goal.id in tables]
    assert len(found) == 39
    decided = [goal for goal in found if goal.status is not ProcessStatus.UNKNOWN]
    assert statuses(decided) == {ProcessStatus.DONE: 20, ProcessStatus.NOT_DONE: 7}
    assert {goal.wording for goal in decided} == {"kyllä", "ei"}
    assert len(found) - len(decided) == 12
    assert all(goal.status_line is None for goal in found if goal not in decided)


def test_kymenlaakso_has_22_goals_that_nobody_has_assessed() -> None:
    assert statuses(goals_of("Kymenlaakso")) == {ProcessStatus.NOT_ASSESSED: 22}


def test_etela_karjala_has_the_37_goals_of_its_appendix_each_with_its_wording() -> None:
    found = goals_of("Etelä-Karjala")
    assert {goal.id for goal in found} == {f"etela-karjala-pt-{number:02}" for number in range(1, 38)}
    assert all(goal.wording and goal.status_line for goal in found)


def test_paijat_hame_tells_where_its_work_goes_on() -> None:
    found = goals_of("Päijät-Häme")
    assert len({goal.id for goal in found}) >= 30
    silent = {goal.status for goal in found if not goal.continues}
    assert silent == {ProcessStatus.UNKNOWN}  # the plan says nothing of the six goals without a siltaus
    assert sum(bool(goal.continues) for goal in found) == len(found) - 6


# Consistency


def test_every_observation_is_of_an_indicator_of_the_catalogue_and_of_its_own_region() -> None:
    strays = []
    for one in observations():
        indicator = CATALOGUE.indicator(one.indicator)
        if indicator is None or indicator.region not in ("", one.region):
            strays.append((one.region, one.indicator))
    assert strays == []


def test_every_unit_is_known() -> None:
    assert {one.unit for one in observations()} <= UNITS
    assert {indicator.unit for indicator in CATALOGUE.indicators} <= UNITS


def test_a_number_is_in_the_unit_of_its_indicator_unless_it_is_a_change_in_per_cent() -> None:
    odd = []
    for one in observations():
        indicator = CATALOGUE.indicator(one.indicator)
        is_change = one.role is Role.CHANGE and one.unit == "%"
        if one.is_numeric and indicator and one.unit != indicator.unit and not is_change:
            odd.append((one.indicator, one.unit, indicator.unit))
    assert odd == []


def test_places_that_disagree_come_in_pairs_or_more() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for one in (*observations(), *process_goals()):
        if one.conflict:
            conflict, _, place = one.conflict.rpartition(":")
            places[conflict].append(place)
    assert places
    for conflict, letters in places.items():
        assert sorted(letters) == [chr(ord("a") + number) for number in range(len(letters))], conflict
        assert len(letters) >= 2, conflict


def test_what_disagrees_is_one_indicator_or_one_goal() -> None:
    for records, name in ((observations(), "indicator"), (process_goals(), "id")):
        subjects: dict[str, set[str]] = defaultdict(set)
        for one in records:
            if one.conflict:
                subjects[one.conflict.rpartition(":")[0]].add(getattr(one, name))
        assert [found for found in subjects.values() if len(found) > 1] == []


def test_every_record_names_a_source_of_its_region_and_a_line() -> None:
    for one in (*observations(), *process_goals()):
        source = CATALOGUE.source(one.place.source)
        assert source is not None
        assert source.region == one.region
        assert one.place.line is not None


def test_a_share_is_between_nought_and_a_hundred() -> None:
    shares = [one for one in observations() if one.unit == "%" and one.role is not Role.CHANGE]
    ends = [end for one in shares for end in (one.value, one.lower, one.upper) if end is not None]
    assert [end for end in ends if not 0 <= end <= 100] == []


# The catalogue


def test_the_five_national_goals_are_there_in_order() -> None:
    assert [goal.number for goal in CATALOGUE.goals] == [1, 2, 3, 4, 5]
    assert all(goal.name and goal.short for goal in CATALOGUE.goals)


def test_there_are_23_regions_each_with_its_own_codes() -> None:
    assert len(CATALOGUE.regions) == 23
    for field in ("name", "slug", "code", "sotkanet"):
        assert len({getattr(region, field) for region in CATALOGUE.regions}) == 23, field


def test_indicators_have_ids_of_their_own_and_a_complete_card() -> None:
    counted = Counter(indicator.id for indicator in CATALOGUE.indicators)
    assert [identity for identity, count in counted.items() if count > 1] == []
    for indicator in CATALOGUE.indicators:
        assert indicator.name, indicator.id
        assert indicator.definition, indicator.id
        assert indicator.direction_reason, indicator.id
        assert not indicator.region or CATALOGUE.region(indicator.region), indicator.id


def test_a_goal_is_not_at_once_primary_and_secondary() -> None:
    for indicator in CATALOGUE.indicators:
        assert len(set(indicator.goals)) == len(indicator.goals), indicator.id


def test_what_an_indicator_refers_to_exists() -> None:
    concepts = {concept.id for concept in CATALOGUE.concepts}
    outcome_goals = {(goal.region, goal.number): goal.goal for goal in CATALOGUE.outcome_goals}
    for indicator in CATALOGUE.indicators:
        assert not indicator.concept or indicator.concept in concepts, indicator.id
        if indicator.outcome_goal:
            assert outcome_goals[indicator.region, indicator.outcome_goal] == indicator.goal, indicator.id


def test_every_concept_says_why_it_does_not_compare_and_is_never_of_one_region_alone() -> None:
    for concept in CATALOGUE.concepts:
        assert concept.name, concept.id
        assert concept.reason, concept.id
        regions = {indicator.region for indicator in CATALOGUE.indicators if indicator.concept == concept.id}
        assert len(regions) != 1, concept.id


def test_actions_and_outcome_goals_refer_to_what_exists() -> None:
    indicators = {indicator.id: indicator.region for indicator in CATALOGUE.indicators}
    assert len({action.id for action in CATALOGUE.actions}) == len(CATALOGUE.actions)
    for action in CATALOGUE.actions:
        assert {indicators[name] for name in action.indicators} <= {action.region, ""}, action.id
        assert CATALOGUE.source(action.place.source), action.id
    for goal in CATALOGUE.outcome_goals:
        assert CATALOGUE.source(goal.source), goal.name
    assert len([goal for goal in CATALOGUE.outcome_goals if goal.region == "Kymenlaakso"]) == 13


# Facts, as a manager of each region would look them up in their own report


# Indicator, group, role and period as the report calls it, and what stands there.
FACTS = [
    ("kymenlaakso-1.1-kiireelliset-sijoitukset", "", "lähtötila", "2019", "0,36 %"),
    ("kymenlaakso-1.1-kiireelliset-sijoitukset", "vertailualue: koko maa", "vertailu", "2019", "0,44 %"),
    ("kymenlaakso-1.1-kiireelliset-sijoitukset", "", "seuranta", "kevät 2021", "ei mitattu"),
    ("kymenlaakso-3.1-lastensuojelun-asiakkaat", "", "lähtötila", "loppuvuosi 2019", "22 %"),
    ("kymenlaakso-3.1-lastensuojelun-asiakkaat", "", "seuranta", "kevät 2021", "12,4 %"),
    ("kymenlaakso-3.1-lastensuojelun-asiakkaat", "", "seuranta", "syksy 2022", "ei vielä"),
    ("kymenlaakso-8.1-tyontekijoiden-enps", "", "lähtötila", "2019", "−15 pistettä"),
    ("kymenlaakso-8.1-tyontekijoiden-enps", "", "seuranta", "2020", "−45 … −30 pistettä"),
    ("kymenlaakso-9.2-esh-lahetteet", "", "seuranta", "11/2020–4/2021", "15 330 kpl"),
    ("kymenlaakso-12.1-kustannuskehitys", "", "lähtötila", "2017–2019", "9,4 %"),
    ("keusote-sote-tiimi-yhteistyopyynnot", "", "seuranta", "2.5.–3.10.2023", "36 kpl"),
    ("keusote-sote-tiimi-suunnittelemattomat-kaynnit", "", "seuranta", "2.5.–31.12.2023", "ei mitattu"),
    ("keusote-systeeminen-toimintamalli", "palvelu: lastensuojelu", "seuranta", "2022–2023", "juurtumisvaiheessa"),
    ("etela-karjala-suun-odotusaika", "ammattiryhmä: suuhygienistit", "seuranta", "8/2022", "29–136 vrk"),
    ("etela-karjala-suun-t3", "ammattiryhmä: suuhygienistit", "seuranta", "8/2022", "62,5 vrk"),
    ("etela-karjala-maksuton-ehkaisy-kontaktit-3kk", "", "lähtötila", "2021", "361 kpl/3 kk"),
    ("etela-karjala-maksuton-ehkaisy-kontaktit-3kk", "", "seuranta", "23.5.–23.8.2022", "557 kpl/3 kk"),
    ("etela-karjala-maksuton-ehkaisy-kontaktit-3kk", "", "muutos", "23.5.–23.8.2022", "noin 54 %"),
    ("etela-karjala-omahoitajamerkinnat", "", "tavoite", "12/2022", "2 500 kpl"),
    ("keski-suomi-kiireettomaan-hoitoon-paasy", "", "tavoite", "", "enintään 7 vrk"),
    ("keski-suomi-finsote-hankalat-aukioloajat", "", "lähtötila", "2018", "32,3 %"),
    ("keski-suomi-finsote-hankalat-matkat", "", "lähtötila", "2018", "28 %"),
    ("keski-suomi-finsote-laakaripalvelut-riittamattomat", "", "lähtötila", "2018", "16,1 %"),
    ("keski-suomi-finsote-hoitajapalvelut-riittamattomat", "", "lähtötila", "2018", "10,5 %"),
    ("paijat-hame-maksuton-ehkaisy-saaneet", "", "seuranta", "2023", "4 458 hlö"),
    ("paijat-hame-ehkaisyneuvonnan-verkosto", "", "seuranta", "2023", "yli 100 hlö"),
]


@pytest.mark.parametrize(("indicator", "group", "role", "period", "told"), FACTS)
def test_a_known_fact_is_there(indicator: str, group: str, role: str, period: str, told: str) -> None:
    cell = (indicator, group, role, period)
    (one,) = [o for o in observations() if (o.indicator, o.group, o.role.value, o.period.label) == cell]
    assert finnish.quantity(one).replace(finnish.NBSP, " ") == told


def test_the_six_municipalities_of_keusote_each_have_their_share() -> None:
    shares = {one.group: one.value for one in observations() if one.indicator == "keusote-oma-hoitovastaava"}
    assert shares == {
        "kunta: Hyvinkää": 40.0,
        "kunta: Järvenpää": 38.0,
        "kunta: Mäntsälä": 41.0,
        "kunta: Nurmijärvi": 32.0,
        "kunta: Pornainen": 40.0,
        "kunta: Tuusula": 64.0,
    }


def test_the_two_counts_of_digimentorit_are_both_kept() -> None:
    counts = [one for one in observations() if one.indicator == "etela-karjala-digimentorit"]
    told = {(one.value, one.qualifier, one.place.line) for one in counts}
    assert told == {(70.0, Qualifier.OVER, 4365), (80.0, Qualifier.ABOUT, 4436)}
    assert len({one.conflict.rpartition(":")[0] for one in counts}) == 1


def test_the_loader_invents_no_wording() -> None:
    assert {g.wording for g in process_goals() if g.region == "Kymenlaakso"} == {""}
    assert {g.wording for g in process_goals() if g.id == "keusote-pt-39"} == {""}


def test_a_spelling_means_one_measure_in_a_region_except_where_a_row_holds_two() -> None:
    two_measures = {"€ / lapsi", "€ / asukas"}
    known: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in CATALOGUE.indicators:
        for alias in (Alias(text=one.id), Alias(text=one.name), *one.aliases):
            known[one.region, normalise(alias.text)].add((one.id, alias.group))
    ambiguous = {key for key, found in known.items() if len(found) > 1}
    assert {(region, text) for region, text in ambiguous if not any(part in text for part in two_measures)} == set()
