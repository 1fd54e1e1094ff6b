"""Named agendas and the net difference of two versions, on a real database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import CellChange, Observation
from data.store import Delivery, Store
from data.store.connection import connect
from tests.builders import observation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield Store(connect(f"sqlite:///{tmp_path / 'store.db'}"))


def publish(store: Store, *observations: Observation) -> int:
    name = str(store.version)
    return store.publish([Delivery(file_name=name, content=name.encode(), observations=observations)], author="testi")


def test_a_saved_agenda_comes_back_by_its_name_in_links(store: Store) -> None:
    assert store.agendas() == ()
    items = ("tavoite:2:Keusote", "tietovajeet:Päijät-Häme")
    before = datetime.now(UTC)
    store.save_agenda("kevat", "Kevät ”2027”; DROP TABLE", "Hankepäällikkö", items)
    (saved,) = store.agendas("kevat")
    assert (saved.slug, saved.name, saved.author) == ("kevat", "Kevät ”2027”; DROP TABLE", "Hankepäällikkö")
    assert saved.items == items
    assert before <= saved.saved_at.replace(tzinfo=UTC) <= datetime.now(UTC)
    assert store.agendas("syksy") == ()


def test_the_newest_of_a_name_holds_and_the_last_saved_stands_first(store: Store) -> None:
    for slug, items in (("a", ("1",)), ("b", ("2",)), ("a", ("3",))):
        store.save_agenda(slug, slug.upper(), "testi", items)
    assert [(one.slug, one.items) for one in store.agendas()] == [("a", ("3",)), ("b", ("2",))]
    assert [one.items for one in store.agendas("a")] == [("3",)]


def test_an_agenda_needs_a_name_that_links_can_carry(store: Store) -> None:
    with pytest.raises(ValueError, match="name"):
        store.save_agenda("", "!!!", "testi", ())
    assert store.agendas() == ()


def test_saving_an_agenda_publishes_nothing(store: Store) -> None:
    store.save_agenda("a", "A", "testi", ("1",))
    assert store.version == 0


def test_the_difference_of_two_versions_is_what_holds_at_one_only(store: Store) -> None:
    first, second = observation(1.0), observation(2.0)
    beside, gone = observation(5.0, group="a"), observation(6.0, group="b")
    publish(store, first, gone)
    store.publish([Delivery(file_name="x", content=b"x")], author="testi", removed=[gone])
    publish(store, second, beside)
    publish(store, observation(3.0))
    changes = {change.new or change.old: change for change in store.differences(1, 3)}
    assert set(changes.values()) == {
        CellChange(old=first, new=second),
        CellChange(old=None, new=beside),
        CellChange(old=gone, new=None),
    }
    assert store.differences(3, 3) == ()
    assert store.differences(3, 4) == (CellChange(old=second, new=observation(3.0)),)


def test_what_changed_and_changed_back_is_no_difference(store: Store) -> None:
    for value in (1.0, 2.0, 1.0):
        publish(store, observation(value))
    assert store.differences(1, 3) == ()
    assert len(store.differences(1, 2)) == 1


values = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 3), min_size=1), min_size=2, max_size=5)


@pytest.mark.slow
@settings(max_examples=25)
@given(values, st.data())
def test_the_earlier_state_and_the_difference_make_the_later_state(
    tmp_path_factory: pytest.TempPathFactory, published: list[dict[str, int]], data: st.DataObject
) -> None:
    store = Store(connect(f"sqlite:///{tmp_path_factory.mktemp('s') / 'store.db'}"))
    for cells in published:
        publish(store, *(observation(float(value), group=group) for group, value in cells.items()))
    then = data.draw(st.integers(1, len(published)))
    now = data.draw(st.integers(then, len(published)))
    state = {o.key: o.value for o in store.observations(version=then)}
    for change in store.differences(then, now):
        shown = change.new or change.old
        assert shown is not None
        assert state.get(shown.key) == (change.old and change.old.value)
        state[shown.key] = change.new and change.new.value
    assert {key: value for key, value in state.items() if value is not None} == {
        o.key: o.value for o in store.observations(version=now)
    }
