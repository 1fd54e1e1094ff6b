"""Choices live in the URL: what a link says is what is chosen, and nonsense in it does no harm."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.limits import HANG_SECONDS

pytestmark = pytest.mark.slow

REGIONS = ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme", "Keski-Suomi", "Lappi", "Kainuu"]


def choose_regions(options: list[str], default: list[str], most: int) -> None:
    import streamlit as st

    from components.filters import regions_filter
    from data.catalogue import load_catalogue

    st.session_state["chosen"] = regions_filter(load_catalogue(), options, default, most=most)


def choose_region(options: list[str]) -> None:
    import streamlit as st

    from components.filters import region_filter
    from data.catalogue import load_catalogue

    st.session_state["chosen"] = region_filter(load_catalogue(), options)


def choose_goal() -> None:
    import streamlit as st

    from components.filters import goal_or_all_filter
    from data.catalogue import load_catalogue

    st.session_state["chosen"] = goal_or_all_filter(load_catalogue(), is_remembered=True)


def choose_indicator(options: list[str]) -> None:
    import streamlit as st

    from components.filters import asked_indicator, indicator_filter
    from data.catalogue import load_catalogue

    st.session_state["chosen"] = asked_indicator(load_catalogue(), options)
    indicator_filter(load_catalogue(), options)


def opened(script: Any, *arguments: Any, **query: str | list[str]) -> AppTest:
    """The script after it has been opened by a link with this query."""
    page = AppTest.from_function(script, default_timeout=HANG_SECONDS, args=arguments)
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def regions(*asked: str, default: str = "Kymenlaakso", most: int = 5) -> AppTest:
    query = {"alue": list(asked)} if asked else {}
    return opened(choose_regions, REGIONS, [default], most, **query)


def chosen(page: AppTest) -> Any:
    assert not page.exception
    return page.session_state["chosen"]


def in_url(page: AppTest, key: str) -> list[str]:
    value = page.query_params.get(key, [])
    return [value] if isinstance(value, str) else list(value)


# Regions


@pytest.mark.parametrize(
    "spelling", ["Keusote", "keusote", "Keski-Uusimaa", "keski-uusimaa", "KESKI-UUSIMAA", "Keski-Uusimaa (Keusote)"]
)
def test_a_region_is_known_by_any_of_its_names(spelling: str) -> None:
    assert chosen(regions(spelling)) == ["Keski-Uusimaa"]


def test_the_url_tells_the_choice_by_the_familiar_name() -> None:
    assert in_url(regions("Keski-Uusimaa"), "alue") == ["Keusote"]


def test_regions_stand_in_the_order_of_the_link() -> None:
    asked = ["Päijät-Häme", "Keusote", "Kymsote"]
    assert chosen(regions(*asked)) == ["Päijät-Häme", "Keski-Uusimaa", "Kymenlaakso"]


@pytest.mark.parametrize("nonsense", ["Atlantis", "", "<b>x</b>", "'; DROP TABLE observations; --", "💥", "a" * 5000])
def test_a_region_that_does_not_exist_is_ignored(nonsense: str) -> None:
    assert chosen(regions(nonsense, default="Etelä-Karjala")) == ["Etelä-Karjala"]
    assert chosen(regions(nonsense, "Kymenlaakso")) == ["Kymenlaakso"]


def test_a_region_that_the_page_does_not_offer_is_ignored() -> None:
    assert chosen(regions("Pirkanmaa", "Lappi")) == ["Lappi"]


def test_a_region_named_twice_is_chosen_once() -> None:
    assert chosen(regions("Keusote", "Keski-Uusimaa", "Lappi")) == ["Keski-Uusimaa", "Lappi"]


def test_at_most_five_regions_are_compared() -> None:
    page = regions(*REGIONS)
    assert chosen(page) == REGIONS[:5]
    assert len(in_url(page, "alue")) == 5


def test_a_page_of_one_region_takes_the_first_and_the_others_wait() -> None:
    page = opened(choose_region, REGIONS, alue=["Lappi", "Kainuu"])
    assert chosen(page) == "Lappi"
    assert in_url(page, "alue") == ["Lappi"]
    page.selectbox[0].set_value("Keski-Uusimaa").run()
    assert (chosen(page), in_url(page, "alue")) == ("Keski-Uusimaa", ["Keusote"])
    assert page.session_state["last_alue"] == ["Keusote"]


def test_a_region_of_several_that_are_remembered_becomes_the_first_of_them() -> None:
    page = AppTest.from_function(choose_region, default_timeout=HANG_SECONDS, args=(REGIONS,))
    page.session_state["last_alue"] = ["Lappi", "Kainuu", "Keusote"]
    page.query_params["alue"] = "Kainuu"
    page.run()
    assert chosen(page) == "Kainuu"
    assert page.session_state["last_alue"] == ["Kainuu", "Lappi", "Keusote"]


def test_without_a_link_the_page_starts_from_its_own_choice_and_leaves_the_url_alone() -> None:
    page = regions(default="Etelä-Karjala")
    assert chosen(page) == ["Etelä-Karjala"]
    assert "alue" not in page.query_params


def test_choosing_changes_the_choice_and_the_url() -> None:
    page = regions("Kymenlaakso")
    page.multiselect[0].set_value(["Keski-Uusimaa", "Lappi"]).run()
    assert chosen(page) == ["Keski-Uusimaa", "Lappi"]
    assert in_url(page, "alue") == ["Keusote", "Lappi"]


def test_there_is_always_at_least_one_region() -> None:
    page = regions("Lappi", default="Kainuu")
    page.multiselect[0].set_value([]).run()
    assert chosen(page) == ["Kainuu"]


def test_the_link_that_a_choice_makes_gives_the_same_choice_to_another_reader() -> None:
    mine = regions("Kymenlaakso")
    mine.multiselect[0].set_value(["Etelä-Karjala", "Keski-Uusimaa"]).run()
    theirs = regions(*in_url(mine, "alue"))
    assert chosen(theirs) == chosen(mine)


def test_a_choice_is_remembered_when_another_page_opens_without_it() -> None:
    page = regions("Lappi")
    page.query_params.clear()
    page.run()
    assert chosen(page) == ["Lappi"]
    assert in_url(page, "alue") == ["Lappi"]


def test_regions_are_offered_by_both_of_their_names() -> None:
    assert "Keski-Uusimaa (Keusote)" in regions().multiselect[0].options


# The goal


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_the_link_chooses_the_goal(number: int) -> None:
    page = opened(choose_goal, tavoite=str(number))
    assert chosen(page) == number
    assert in_url(page, "tavoite") == [str(number)]


@pytest.mark.parametrize("nonsense", ["0", "6", "-1", "2.0", "kaksi", "", " ", "²"])
def test_a_goal_that_does_not_exist_is_ignored(nonsense: str) -> None:
    assert chosen(opened(choose_goal, tavoite=nonsense)) is None


def test_the_first_of_several_goals_is_taken() -> None:
    assert chosen(opened(choose_goal, tavoite=["3", "4"])) == 3


def test_a_page_of_all_goals_starts_with_all_of_them() -> None:
    page = opened(choose_goal)
    assert chosen(page) is None
    assert page.segmented_control[0].options[0] == "Kaikki"
    assert chosen(opened(choose_goal, tavoite="4")) == 4


def test_choosing_a_goal_changes_the_choice_and_the_url() -> None:
    page = opened(choose_goal, tavoite="1")
    page.segmented_control[0].set_value(5).run()
    assert chosen(page) == 5
    assert in_url(page, "tavoite") == ["5"]


def test_goals_are_offered_by_number_and_name() -> None:
    offered = opened(choose_goal).segmented_control[0].options
    assert offered[1] == "1 Saatavuus ja jatkuvuus"
    assert len(offered) == 6


# The indicator


def test_the_link_chooses_the_indicator_of_its_region() -> None:
    wanted = "keusote-oma-hoitovastaava"
    page = opened(choose_indicator, REGIONS, alue="Keusote", mittari=wanted)
    assert chosen(page) == ("Keski-Uusimaa", wanted)


@pytest.mark.parametrize("nonsense", ["ei-ole", "", "keusote-oma-hoitovastaava"])
def test_an_indicator_that_the_region_does_not_have_is_ignored(nonsense: str) -> None:
    region, indicator = chosen(opened(choose_indicator, REGIONS, alue="Kymenlaakso", mittari=nonsense))
    assert region == "Kymenlaakso"
    assert indicator.startswith("kymenlaakso-")


def choose_one(names: dict[str, str]) -> None:
    import streamlit as st

    from components.filters import choice_filter
    from components.state import show_address

    st.session_state["chosen"] = choice_filter("teema", "Teema", names)
    show_address()


NAMES = {"": "Kaikki", "perhekeskus": "Perhekeskus", "muu": "Muu teema"}


@pytest.mark.parametrize(("asked", "expected"), [("muu", "muu"), ("x", ""), ("Muu teema", ""), ("", "")])
def test_one_of_several_is_what_the_link_says_or_the_first(asked: str, expected: str) -> None:
    page = opened(choose_one, NAMES, teema=asked)
    assert page.session_state["chosen"] == expected
    assert dict(page.query_params) == ({"teema": expected} if expected else {})


def test_the_first_of_several_is_not_written_and_is_taken_out_when_chosen_back() -> None:
    page = opened(choose_one, NAMES)
    assert dict(page.query_params) == {}
    page.selectbox(key="choose_teema").set_value("perhekeskus").run()
    assert (page.session_state["chosen"], dict(page.query_params)) == ("perhekeskus", {"teema": "perhekeskus"})
    page.selectbox(key="choose_teema").set_value("").run()
    assert (page.session_state["chosen"], dict(page.query_params)) == ("", {})


def test_the_address_keeps_every_value_of_a_key() -> None:
    page = opened(choose_one, NAMES, alue=["Kymenlaakso", "Keusote"], teema="muu")
    assert {key: page.query_params[key] for key in page.query_params} == {
        "alue": ["Kymenlaakso", "Keusote"],
        "teema": "muu",
    }
