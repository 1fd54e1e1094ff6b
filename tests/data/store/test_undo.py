"""A publication and its undoing leave everything as it was: the rows that hold, and the bytes of their export."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports.record_rows import export_csv
from data.catalogue import load_catalogue
from data.model import Missing, Observation, ProcessGoal, ProcessStatus, Role
from data.store import Delivery, Store
from data.store.connection import connect
from tests.builders import observation, process_goal, year

pytestmark = pytest.mark.slow

VALUES = st.one_of(
    st.floats(-1e6, 1e6).map(lambda value: {"value": value}),
    st.sampled_from(list(Missing)).map(lambda missing: {"missing": missing}),
    st.sampled_from(["vähenee", "=1+1", "a;b", 'hän sanoi "ei"', "rivi\nrivi"]).map(lambda words: {"words": words}),
    st.tuples(st.floats(-9, 0), st.floats(0, 9)).map(lambda ends: {"lower": ends[0], "upper": ends[1]}),
)
OBSERVATIONS = st.lists(
    st.builds(
        lambda content, when, **fields: observation(period=year(when), **content, **fields),
        VALUES,
        st.integers(2019, 2021),
        group=st.sampled_from(["", "kunta: Kotka"]),
        role=st.sampled_from([Role.BASELINE, Role.FOLLOW_UP, Role.TARGET]),
        indicator=st.sampled_from(["osuus", "luku"]),
        note=st.sampled_from(["", "huomautus"]),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)
GOALS = st.lists(
    st.builds(process_goal, st.sampled_from(list(ProcessStatus)), id=st.sampled_from(["pt-1", "pt-2", "pt-3"])),
    max_size=3,
    unique_by=lambda one: one.key,
)
FILES = st.tuples(OBSERVATIONS, GOALS)


def published(store: Store, file: tuple[list[Observation], list[ProcessGoal]]) -> None:
    observations, goals = map(tuple, file)
    content = repr(file).encode()
    delivery = Delivery(file_name="a.csv", content=content, observations=observations, process_goals=goals)
    store.publish([delivery], author="testi")


def state(store: Store) -> tuple[object, ...]:
    """What holds now, in its order, and the bytes of its export."""
    observations, goals = store.observations(), store.process_goals()
    return observations, goals, export_csv(load_catalogue(), observations, goals).encode()


@settings(max_examples=60)
@given(st.lists(FILES, min_size=1, max_size=3), FILES)
def test_a_publication_undone_is_as_before_bit_for_bit(
    earlier: list[tuple[list[Observation], list[ProcessGoal]]], file: tuple[list[Observation], list[ProcessGoal]]
) -> None:
    store = Store(connect("sqlite://"))
    for one in earlier:
        published(store, one)
    before = state(store)
    published(store, file)
    store.undo(store.version, author="testi", note="kumottu")
    assert state(store) == before


@settings(max_examples=60)
@given(FILES, FILES)
def test_an_undoing_undone_is_the_publication_again(
    first: tuple[list[Observation], list[ProcessGoal]], second: tuple[list[Observation], list[ProcessGoal]]
) -> None:
    store = Store(connect("sqlite://"))
    published(store, first)
    published(store, second)
    after = state(store)
    store.undo(2, author="testi")
    store.undo(3, author="testi")
    assert state(store) == after
