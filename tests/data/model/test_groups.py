"""Groups as they are stored, and as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.finnish import area_text, group_text
from data.model import Role, group_parts, join_parts
from data.views.comparison import comparison
from tests.builders import catalogue, indicator, observation

WORDS = st.text("aäk 0–:6", min_size=1, max_size=8).map(str.strip).filter(lambda word: word and ": " not in word)
CHILDREN = "vertailualue: koko maa | ikä: 0–6"
PARTS = st.lists(st.one_of(WORDS, st.tuples(WORDS, WORDS).map(": ".join)), min_size=1, max_size=3)


@given(PARTS)
def test_the_parts_make_the_group_again(parts: list[str]) -> None:
    group = " | ".join(parts)
    assert join_parts(group_parts(group)) == group


@pytest.mark.parametrize(
    ("group", "told"),
    [("", ""), ("kunta: Hyvinkää | ikä: 0–6", "Hyvinkää, 0–6"), ("Hyvinkää", "Hyvinkää"), ("a: b: c", "c")],
)
def test_a_group_is_said_by_the_names_of_its_parts(group: str, told: str) -> None:
    assert group_text(group) == told
    assert area_text(group) == (told or "muu alue")


@pytest.mark.parametrize(("group", "names"), [("vertailualue: koko maa", ["Kymenlaakso", "koko maa"]), (CHILDREN, [])])
def test_everyone_of_a_region_is_not_compared_with_a_group_elsewhere(group: str, names: list[str]) -> None:
    whole = observation(20.0)
    other = observation(30.0, role=Role.COMPARISON, group=group)
    found = comparison(catalogue(indicator()), ["Kymenlaakso"], [whole, other], date(2022, 1, 1), goal=None)
    assert [row.name for scale in found.shared for row in scale.rows] == names
