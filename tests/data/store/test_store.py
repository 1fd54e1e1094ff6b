"""The versioned store: publication, history, an earlier state, undo. Always on a real database."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data.model import (
    Interval,
    Missing,
    Observation,
    ProcessGoal,
    ProcessStatus,
    Qualifier,
    Role,
    TemplateWords,
    WordKind,
    WordMeaning,
)
from data.store import Conflict, Delivery, Store
from data.store.connection import connect, writing
from tests.builders import indicator, observation, process_goal, year


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    yield Store(connect(f"sqlite:///{tmp_path / 'store.db'}"))


def delivery(name: str, *observations: Observation, goals: tuple[ProcessGoal, ...] = ()) -> Delivery:
    return Delivery(file_name=name, content=name.encode(), observations=observations, process_goals=goals)


def test_a_store_starts_empty_at_version_zero(store: Store) -> None:
    assert store.version == 0
    assert store.observations() == ()


def test_what_is_published_comes_back_equal(store: Store) -> None:
    given_observations = (
        observation(0.0, group="kunta: Hyvinkää", n=0),
        observation(lower=-45.0, upper=-30.0, indicator="enps", unit="pistettä", inferred=("jakso",)),
        observation(missing=Missing.NOT_YET_DUE, period=year(2022), role=Role.FOLLOW_UP),
        observation(words="vähenee", role=Role.TARGET, unit=""),
        observation(12.4, qualifier=Qualifier.ABOUT, indicator="z", note="=1+1", conflict="r1:a"),
    )
    goals = (process_goal(other_goals=(2, 4), wording="käynnissä", status_line=7),)
    assert store.publish([delivery("a", *given_observations, goals=goals)], author="testi") == 1
    assert set(store.observations()) == set(given_observations)
    assert store.process_goals() == goals


def test_an_earlier_version_stays_as_it_was(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="testi")
    store.publish([delivery("b", observation(2.0), observation(9.0, group="uusi"))], author="testi")
    assert [o.value for o in store.observations(version=1)] == [1.0]
    assert [o.value for o in store.observations(version=2)] == [2.0, 9.0]
    assert store.observations() == store.observations(version=2)


def test_equal_content_read_elsewhere_is_no_change(store: Store) -> None:
    first = observation(1.0)
    moved = first.model_copy(update={"place": first.place.model_copy(update={"line": 99})})
    store.publish([delivery("a", first)], author="testi")
    store.publish([delivery("b", moved)], author="testi")
    assert store.observations()[0].place.line == 1


def test_a_file_is_known_again_by_its_content(store: Store) -> None:
    published = delivery("a", observation(1.0))
    assert not store.has_file(published.sha256)
    store.publish([published], author="testi")
    assert store.has_file(published.sha256)
    assert not store.has_file(delivery("b").sha256)
    assert [(file.version, file.file_name, file.observations) for file in store.files()] == [(1, "a", 1)]


def test_a_change_after_the_preview_is_never_overwritten(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="testi")
    store.publish([delivery("b", observation(2.0))], author="toinen")
    with pytest.raises(Conflict):
        store.publish([delivery("c", observation(3.0))], author="testi", previewed=1)
    assert store.version == 2
    assert store.observations()[0].value == 2.0


def test_an_untouched_key_may_change_meanwhile(store: Store) -> None:
    store.publish([delivery("a", observation(1.0), observation(5.0, group="toinen"))], author="testi")
    store.publish([delivery("b", observation(2.0))], author="toinen")
    store.publish([delivery("c", observation(6.0, group="toinen"))], author="testi", previewed=1)
    assert {o.value for o in store.observations()} == {2.0, 6.0}


def test_a_publication_that_fails_leaves_nothing_behind(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="testi")
    broken = delivery("b", observation(2.0)).model_copy(update={"file_name": None})
    with pytest.raises(IntegrityError):
        store.publish([broken], author="testi")
    assert store.version == 1
    assert [o.value for o in store.observations()] == [1.0]


def test_a_page_gets_only_what_it_asks_for(store: Store) -> None:
    wanted = observation(1.0, region="Lappi", indicator="a")
    store.publish(
        [delivery("f", wanted, observation(2.0), observation(3.0, region="Lappi", indicator="b"))], author="t"
    )
    assert store.observations(regions=["Lappi"], indicators=["a"]) == (wanted,)
    assert store.observations(regions=[]) == ()


def test_counts_are_those_of_a_recount(store: Store) -> None:
    store.publish(
        [
            delivery(
                "f",
                observation(1.0),
                observation(2.0, group="g"),
                observation(missing=Missing.NOT_MEASURED, role=Role.FOLLOW_UP, period=year(2021)),
                observation(words="kasvaa", role=Role.TARGET),
            )
        ],
        author="t",
    )
    counts = {(c.role, c.numeric, c.words_only, c.missing) for c in store.counts()}
    assert counts == {("lähtötila", 2, 0, 0), ("seuranta", 0, 0, 1), ("tavoite", 0, 1, 0)}


def test_publications_tell_who_and_what(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="Hankepäällikkö", note="kevät")
    store.undo(1, author="Hankepäällikkö", note="väärä tiedosto")
    newest, first = store.publications()
    assert (newest.version, newest.undoes, newest.note) == (2, 1, "väärä tiedosto")
    assert (first.author, first.note) == ("Hankepäällikkö", "kevät")


def test_two_writers_at_once_both_succeed_one_after_the_other(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    stores = [Store(connect(url)) for _ in range(4)]

    def write(number: int) -> None:
        stores[number].publish([delivery(str(number), observation(number, group=str(number)))], author="t")

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stores[0].version == 4
    assert len(stores[0].observations()) == 4


cells = st.builds(
    observation,
    st.integers(0, 3).map(float),
    group=st.sampled_from(["", "a", "b"]),
    role=st.sampled_from([Role.BASELINE, Role.FOLLOW_UP]),
)
publications = st.lists(st.lists(cells, max_size=5, unique_by=lambda o: o.key), min_size=1, max_size=5)


@pytest.mark.slow
@settings(max_examples=40)
@given(publications, st.data())
def test_history_never_changes_and_an_undo_takes_back_just_one_version(
    batches: list[list[Observation]], data: st.DataObject
) -> None:
    store = Store(connect("sqlite://"))
    states = [frozenset(store.observations())]
    expected: dict[tuple[str, ...], float | None] = {}
    for number, batch in enumerate(batches):
        store.publish([delivery(str(number), *batch)], author="t")
        expected |= {o.key: o.value for o in batch}
        states.append(frozenset(store.observations()))
        assert {o.key: o.value for o in store.observations()} == expected
    undone = data.draw(st.integers(1, len(batches)))
    took_place = store.changes(undone)
    touched = {o.key for change in took_place for o in (change.old, change.new) if o}

    def of_touched(state: frozenset[Observation]) -> set[Observation]:
        return {o for o in state if o.key in touched}

    if of_touched(states[-1]) != of_touched(states[undone]):
        with pytest.raises(Conflict):
            store.undo(undone, author="t")
    else:
        assert store.undo(undone, author="t") == len(batches) + 1
        kept = {o for o in states[-1] if o.key not in touched}
        assert frozenset(store.observations()) == kept | {change.old for change in took_place if change.old}
    for version, state in enumerate(states):
        assert frozenset(store.observations(version=version)) == state


def test_process_goal_statuses_have_their_own_history(store: Store) -> None:
    store.publish([delivery("a", goals=(process_goal(ProcessStatus.PLANNED),))], author="t")
    store.publish([delivery("b", goals=(process_goal(ProcessStatus.DONE),))], author="t")
    assert [g.status for g in store.process_goals(version=1)] == [ProcessStatus.PLANNED]
    assert [g.status for g in store.process_goals()] == [ProcessStatus.DONE]


def test_the_history_of_a_cell_tells_every_value_and_its_versions(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="t")
    store.publish([delivery("b", observation(2.0))], author="t")
    store.undo(2, author="t")
    revisions = store.history(regions=["Kymenlaakso"], indicators=["osuus"])
    assert [(revision.from_version, revision.to_version, revision.observation.value) for revision in revisions] == [
        (1, 2, 1.0),
        (2, 3, 2.0),
        (3, None, 1.0),
    ]


def test_changes_of_a_version_are_pairs_of_old_and_new(store: Store) -> None:
    store.publish([delivery("a", observation(1.0), observation(5.0, group="sama"))], author="t")
    store.publish(
        [delivery("b", observation(2.0), observation(5.0, group="sama"), observation(7.0, group="uusi"))], author="t"
    )
    pairs = {(change.old and change.old.value, change.new and change.new.value) for change in store.changes(2)}
    assert pairs == {(1.0, 2.0), (None, 7.0)}
    store.undo(2, author="t")
    undone = {(change.old and change.old.value, change.new and change.new.value) for change in store.changes(3)}
    assert undone == {(2.0, 1.0), (7.0, None)}


def test_what_a_person_ticks_is_removed_and_an_undo_brings_it_back(store: Store) -> None:
    gone, kept = observation(1.0), observation(2.0, group="jää")
    store.publish([delivery("a", gone, kept, goals=(process_goal(),))], author="t")
    store.publish([delivery("b")], author="t", previewed=1, removed=[gone, process_goal()])
    assert (store.observations(), store.process_goals()) == ((kept,), ())
    store.undo(2, author="t")
    assert set(store.observations()) == {gone, kept}
    assert store.process_goals() == (process_goal(),)


def test_what_somebody_has_removed_since_the_preview_is_not_published_over(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="t")
    store.publish([delivery("b")], author="toinen", removed=[observation(1.0)])
    with pytest.raises(Conflict) as conflict:
        store.publish([delivery("c", observation(3.0))], author="t", previewed=1)
    assert conflict.value.version == 2
    assert store.observations() == ()


def test_a_version_that_a_later_one_stands_on_is_not_undone(store: Store) -> None:
    for number in (1, 2, 3):
        store.publish([delivery(str(number), observation(float(number)))], author="t")
    with pytest.raises(Conflict) as conflict:
        store.undo(2, author="t")
    assert (conflict.value.version, store.version) == (3, 3)
    store.undo(3, author="t")  # what version 2 did stands again
    store.undo(2, author="t")
    assert [o.value for o in store.observations()] == [1.0]


def test_a_new_indicator_comes_and_goes_with_its_publication(store: Store) -> None:
    new = indicator("uusi", name="Uusi mittari")
    given = delivery("a", observation(1.0, indicator="uusi")).model_copy(update={"indicators": (new,)})
    store.publish([given], author="t")
    assert store.indicators() == (new,)
    assert store.indicators(version=0) == ()
    store.undo(1, author="t")
    assert store.indicators() == ()
    assert store.indicators(version=1) == (new,)


def test_what_is_told_of_a_template_is_remembered_and_the_newest_holds(store: Store) -> None:
    def told(meaning: str) -> TemplateWords:
        return TemplateWords(
            headings=("mittari", "lkm"), meanings=(WordMeaning(kind=WordKind.COLUMN, text="Lkm", meaning=meaning),)
        )

    for meaning in ("n", "arvo"):
        store.publish([delivery(meaning).model_copy(update={"template_words": (told(meaning),)})], author="t")
    assert store.template_words() == (told("arvo"),)


def test_a_file_comes_back_as_it_came(store: Store) -> None:
    store.publish([delivery("a", observation(1.0))], author="t")
    (file,) = store.files()
    assert store.content(file.id) == b"a"
    with pytest.raises(KeyError):
        store.content(file.id + 1)


@pytest.mark.slow
def test_a_publication_tells_how_far_it_is(store: Store) -> None:
    steps: list[int] = []
    many = [observation(float(number), group=str(number)) for number in range(12_000)]
    store.publish([delivery("a", *many)], author="t", progress=steps.append)
    assert sum(steps) == 12_000
    assert len(steps) > 2


def test_a_database_of_an_earlier_release_is_brought_up_to_date(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'old.db'}")
    Store(engine).publish([delivery("a", observation(1.0))], author="t")
    with writing(engine) as connection:
        connection.exec_driver_sql("ALTER TABLE observations DROP COLUMN accepted")
        connection.exec_driver_sql("DROP TABLE mappings")
    again = Store(engine)
    assert again.observations() == (observation(1.0),)
    assert again.template_words() == ()


@pytest.mark.parametrize(
    ("written", "interval"),
    [("kuukausi", Interval.MONTH), ("Kuukausittain ", Interval.MONTH), ("noin kerran viikossa", None), ("", None)],
)
def test_a_card_that_an_earlier_release_stored_opens(store: Store, written: str, interval: Interval | None) -> None:
    store.publish([Delivery(file_name="a.csv", content=b"a", indicators=(indicator(),))], author="Testaaja")
    body = json.loads(indicator().model_dump_json())
    level_shifts = body.pop("level_shifts")
    body |= {"interval": written, "rebases": level_shifts}
    with writing(store._engine) as connection:
        connection.execute(text("UPDATE indicators SET body = :body"), {"body": json.dumps(body)})
    (card,) = store.indicators()
    assert (card.interval, card.level_shifts) == (interval, ())


def test_later_changes_name_what_versions_have_touched(store: Store) -> None:
    words = TemplateWords(headings=("asia", "kausi"), meanings=())
    declared = indicator("uusi", region="Kainuu")
    store.publish([delivery("a", observation(1.0))], author="t")
    more = Delivery(
        file_name="b",
        content=b"b",
        process_goals=(process_goal(region="Kainuu"),),
        indicators=(declared,),
        template_words=(words,),
    )
    store.publish([more], author="t")
    store.publish([delivery("c", observation(2.0), observation(3.0, region="Lappi"))], author="t")
    store.undo(2, author="t")

    assert store.later_changes(0).regions == {"Kymenlaakso", "Kainuu", "Lappi"}
    for since in (1, 2):  # undoing touches what was done
        assert store.later_changes(since).regions == {"Kymenlaakso", "Kainuu", "Lappi"}
        assert set(store.later_changes(since).indicators) == {declared}
        assert store.later_changes(since).templates == {("asia", "kausi")}
    assert store.later_changes(3).regions == {"Kainuu"}
    after = store.later_changes(4)
    assert (after.regions, after.indicators, after.templates) == (frozenset(), (), frozenset())
