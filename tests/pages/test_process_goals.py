"""The page of process goals over the shipped data: each filter, each view, one goal, and links that last."""

import re
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders.app_pages import charts, link, spoken, told
from tests.builders.shipped import process_goals
from tests.pages.conftest import OpenPage

PAGE = "prosessitavoitteet"
VIEWS = ("kooste", "lista", "teemat", "jatko", "kierrokset", "toimenpiteet")


def listed(page: AppTest) -> list[str]:
    """The ids of the goals that the page links to, in order."""
    queries = [parse_qs(one.proto.query_string) for one in page.get("page_link") if one.proto.page == PAGE]
    return [query["prosessitavoite"][0] for query in queries if "prosessitavoite" in query]


def counts(page: AppTest) -> dict[tuple[str, str], int]:
    """The matrix: (region, national goal) → how many goals its cell says."""
    found = {}
    for one in page.get("page_link"):
        query = parse_qs(one.proto.query_string)
        if one.proto.page == PAGE and query.get("nakyma") == ["lista"]:
            number = re.match(r"\d+", spoken(one.proto.label).strip("*"))
            assert number
            found[query["alue"][0], query.get("tavoite", [""])[0]] = int(number.group())
    return found


def choose(page: AppTest, key: str, value: Any) -> AppTest:
    """Choose in a select box as a person does."""
    page.selectbox(key=f"choose_{key}").set_value(value).run()
    assert not page.exception
    return page


def ids(*statuses: str, region: str = "") -> set[str]:
    """The shipped goals with one of these statuses."""
    return {goal.id for goal in process_goals() if goal.status.value in statuses and region in ("", goal.region)}


# The matrix


def test_the_matrix_counts_every_goal_once(opened: OpenPage) -> None:
    found = counts(opened(PAGE))
    assert sum(found.values()) == len({goal.id for goal in process_goals()}) == 150
    assert found["Kymenlaakso", "1"] == 5
    assert found["Keusote", "1"] == 31
    assert found["Päijät-Häme", ""] == 17


def test_the_matrix_of_work_packages_has_each_regions_own(opened: OpenPage) -> None:
    page = opened(PAGE, rivit="tyopaketti")
    text = told(page)
    assert "TPK 3 Monialainen sote-tiimi" in text
    assert "TP 5 Perhekeskus" in text
    queries = [parse_qs(one.proto.query_string) for one in page.get("page_link")]
    assert ["keski-uusimaa-tpk-3"] in [query.get("tyopaketti") for query in queries]


def test_the_rows_of_the_matrix_are_chosen_with_their_buttons(opened: OpenPage) -> None:
    page = opened(PAGE)
    page.segmented_control(key="choose_rivit").set_value("tyopaketti").run()
    assert link(page) == {"rivit": "tyopaketti"}
    page.segmented_control(key="choose_rivit").set_value("tavoite").run()
    assert link(page) == {}


# Filters


def test_the_regions_narrow_the_page(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="lista")
    page.multiselect(key="choose_alue").set_value(["Keski-Suomi"]).run()
    assert listed(page) == [f"keski-suomi-pt-0{number}" for number in range(1, 7)]
    assert link(page) == {"nakyma": "lista", "alue": "Keski-Suomi"}


def test_a_national_goal_finds_those_that_serve_it_first_or_also(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="lista", alue="Etelä-Karjala")
    page.segmented_control(key="choose_tavoite").set_value(5).run()
    expected = {
        goal.id for goal in process_goals() if goal.region == "Etelä-Karjala" and 5 in (goal.goal, *goal.other_goals)
    }
    assert set(listed(page)) == expected
    assert link(page)["tavoite"] == "5"
    captions = [spoken(caption.value) for caption in page.caption]
    assert "5 prosessitavoitetta" in captions  # as many as the matrix counts
    assert f"Palvelee myös valittua hyötytavoitetta: {len(expected) - 5} tavoitetta" in captions


def test_a_work_package_narrows_to_its_region(opened: OpenPage) -> None:
    page = choose(opened(PAGE, nakyma="lista"), "tyopaketti", "kymenlaakso-tp-5")
    assert listed(page) == ["kymenlaakso-pt-18", "kymenlaakso-pt-19", "kymenlaakso-pt-20"]
    assert link(page) == {"nakyma": "lista", "tyopaketti": "kymenlaakso-tp-5"}


@pytest.mark.parametrize(
    ("concern", "expected"),
    [
        ("pudonnut", ids("keskeytetty", "ei toteutunut")),
        ("ilman-arviota", ids("ei arvioitu", "ei tietoa")),
        ("ristiriitainen", {goal.id for goal in process_goals() if goal.conflict}),
        ("pois-suunnitelmasta", {goal.id for goal in process_goals() if goal.plan == "2020"}),
    ],
)
def test_what_is_the_matter_is_a_filter_that_can_be_linked(opened: OpenPage, concern: str, expected: set[str]) -> None:
    chosen = choose(opened(PAGE, nakyma="lista"), "rajaus", concern)
    assert set(listed(chosen)) == expected
    assert link(chosen) == {"nakyma": "lista", "rajaus": concern}
    assert told(opened(PAGE, nakyma="lista", rajaus=concern)) == told(chosen)


def test_what_is_stuck_says_why_with_its_line(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="lista", rajaus="jumissa", alue="Etelä-Karjala")
    assert "etela-karjala-pt-28" in listed(page)
    assert "Psykiatria ei ole saatu palkattua (etela-karjala-2022, rivi 1272)" in told(page)
    assert not set(listed(page)) & (ids("toteutunut") - ids("käynnissä", "osittain"))


def test_what_was_dropped_says_why(opened: OpenPage) -> None:
    text = told(opened(PAGE, nakyma="lista", rajaus="pudonnut", alue="Keusote"))
    assert "Jatkotoimet odottavat johtoryhmän päätöstä (keusote-2023, rivi 1706)" in text
    assert text.count("✕ ei toteutunut") == 7


def test_a_theme_narrows_and_the_rest_are_of_another_theme(opened: OpenPage) -> None:
    page = choose(opened(PAGE, nakyma="lista"), "teema", "terapianavigaattori")
    assert listed(page) == ["etela-karjala-pt-03", "paijat-hame-pt-18"]
    assert link(page)["teema"] == "terapianavigaattori"
    assert len(listed(choose(page, "teema", "muu"))) == 75


def test_filters_that_find_nothing_say_what_to_do(opened: OpenPage) -> None:
    page = opened(PAGE, alue="Keski-Suomi", rajaus="pudonnut")
    assert "Poista jokin rajaus" in told(page)


def test_a_choice_that_is_taken_back_leaves_the_address(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="lista", rajaus="jumissa")
    assert link(choose(page, "rajaus", "")) == {"nakyma": "lista"}


# Views


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_chosen_by_its_button_and_by_a_link(opened: OpenPage, view: str) -> None:
    page = opened(PAGE)
    page.segmented_control(key="choose_nakyma").set_value(view).run()
    assert not page.exception
    assert link(page) == ({} if view == "kooste" else {"nakyma": view})
    assert told(opened(PAGE, nakyma=view)) == told(page)


def test_a_row_of_the_list_has_its_status_date_wording_and_line(opened: OpenPage) -> None:
    text = told(opened(PAGE, nakyma="lista", alue="Etelä-Karjala"))
    assert "✓ toteutunut] :small[”valmiit ja käytössä” · 30.9.2022 · etela-karjala-2022, rivi 4968, Liite 1]" in text


def test_both_of_two_conflicting_places_are_in_the_list(opened: OpenPage) -> None:
    text = told(opened(PAGE, nakyma="lista", rajaus="ristiriitainen", alue="Etelä-Karjala"))
    assert "rivi 5909, Liite 1" in text
    assert "rivi 1589, luku 4.1.4" in text


def test_themes_stand_side_by_side_and_say_which_region_tells_nothing(opened: OpenPage) -> None:
    text = told(opened(PAGE, nakyma="teemat", teema="terapianavigaattori"))
    assert text.count("Ei tavoitteita.") == 3
    assert [one.value for one in opened(PAGE, nakyma="teemat", teema="terapianavigaattori").subheader] == [
        "Terapianavigaattori"
    ]


def test_the_continuation_of_paijat_hame_stands_beside_the_others(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="jatko")
    text = told(page)
    assert "Jatko kerrottu: 25/31 tavoitetta" in text
    assert "Jatko kerrottu: 0/22 tavoitetta" in text
    assert "**Kestävä kasvu (RRP)**" in text
    assert "linjaorganisaatio · vastuu: sote-keskukset · paijat-hame-2023, rivi 508" in text
    assert set(listed(page)) == {goal.id for goal in process_goals()}


def test_the_calendar_shows_the_missing_rounds(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="kierrokset", alue=["Kymenlaakso", "Keusote"])
    text = told(page)
    assert [name for name in ("Lähtötilanne", "Kevät 2021", "Syksy 2023") if f"**{name}**" not in text] == []
    assert [caption.value for caption in page.caption].count("ei raportoitu") == 2 * 6
    table = page.dataframe[0].value
    assert list(table.columns)[1:] == [
        *("Lähtötilanne", "Kevät 2021", "Syksy 2021", "Kevät 2022", "Syksy 2022", "Kevät 2023", "Syksy 2023")
    ]
    assert set(table["Kevät 2021"]) == {"ei arvioitu"}
    assert set(table["Syksy 2021"]) == {"ei raportoitu"}


def test_the_time_line_tells_its_counts_and_holds_every_row(opened: OpenPage) -> None:
    page = opened(PAGE, nakyma="toimenpiteet", alue=["Kymenlaakso", "Päijät-Häme"])
    assert charts(page) == ["Toimenpiteet aikajanalla. Kymenlaakso: 24 toimenpidettä. Päijät-Häme: 11 toimenpidettä."]
    assert [len(one.value) for one in page.dataframe] == [24, 11]


# One goal


def test_one_goal_has_its_rounds_parts_continuation_and_ties(opened: OpenPage) -> None:
    page = opened(PAGE, alue="Etelä-Karjala", prosessitavoite="etela-karjala-pt-11")
    text = told(page)
    assert [spoken(header.value) for header in page.header] == ["LAPE-kokonaisuus ja koulupudokkuuden ehkäisy"]
    assert text.count("ei raportoitu") == 6
    assert "✓ toteutunut] Yhteisöllisen opiskeluhuollon malli" in text
    assert "OKM-rahoitteinen hanke" in text
    assert "**Suunnitelma:** 2020 ja 2021" in text
    queries = [one.proto.query_string for one in page.get("page_link") if one.proto.page == "mittari"]
    assert queries
    assert all("alue=Etel%C3%A4-Karjala" in query for query in queries)


def test_a_conflicting_goal_says_so_and_shows_both_places(opened: OpenPage) -> None:
    text = told(opened(PAGE, alue="Päijät-Häme", prosessitavoite="paijat-hame-pt-09"))
    assert "Lähde kertoo tilan usealla tavalla." in text
    assert "rivi 486" in text
    assert "rivi 164" in text


def test_a_goal_that_there_is_not_says_so_and_shows_all(opened: OpenPage) -> None:
    page = opened(PAGE, alue="Kymenlaakso", prosessitavoite="paijat-hame-pt-09")
    assert "ei löydy" in told(page)
    assert sum(counts(page).values()) == 22


# Beside the indicators


def test_the_front_page_has_the_statuses_beside_the_indicators(opened: OpenPage) -> None:
    page = opened("yleiskuva")
    text = told(page)
    assert ":small[prosessitav.: 31]  \n:small[:green[✓ 21 toteutunut]]" in text
    links = [one.proto.query_string for one in page.get("page_link") if one.proto.page == PAGE]
    assert "alue=Kymenlaakso&nakyma=lista&rajaus=ilman-arviota" in links


def test_a_goals_page_has_the_statuses_and_leads_to_them(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="1", alue="Keusote")
    assert "Prosessitavoitteiden tila: :green[✓ 21 toteutunut], " in told(page)
    links = [one.proto.query_string for one in page.get("page_link") if one.proto.page == PAGE]
    assert links == ["alue=Keusote&nakyma=lista&tavoite=1"]
