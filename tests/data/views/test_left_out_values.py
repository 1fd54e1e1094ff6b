"""What a release says of corrected cells is shown beside what holds, with both places; it gives nothing hidden away."""

from collections.abc import Sequence

import pytest

from data.model import LeftOutValue, Observation, Place, ProcessGoal, ProcessStatus
from data.store import Delivery, Store
from data.store.connection import connect
from data.views.left_out_values import Row, left_out_rows
from data.workspace import Workspace
from tests.builders import catalogue, indicator, observation, process_goal, year

REGION = "Kymenlaakso"
SHIPPED = Place(source="kymenlaakso-2021", line=12)
CORRECTED = Place(source="korjaus.xlsx", sheet="Taul1", cell="B3")
CARDS = catalogue(indicator("osuus", name="Osuus ajoissa"), indicator("maara", name="Asiakkaat", unit="hlö"))


@pytest.fixture
def store() -> Store:
    return Store(connect("sqlite://"))


def publish(
    store: Store,
    *records: Observation | ProcessGoal,
    left_out: Sequence[Observation | ProcessGoal] = (),
    removed: Sequence[Observation | ProcessGoal] = (),
) -> None:
    delivery = Delivery(
        file_name="a",
        content=str(store.version).encode(),
        observations=tuple(record for record in records if isinstance(record, Observation)),
        process_goals=tuple(record for record in records if isinstance(record, ProcessGoal)),
        left_out_values=tuple(LeftOutValue(shipped=record) for record in left_out),
    )
    store.publish([delivery], author="testi", removed=removed)


def rows(store: Store, pinned: int | None = None, regions: Sequence[str] = (REGION,)) -> list[Row]:
    workspace = Workspace(store, CARDS, pinned)
    return left_out_rows(CARDS, workspace.left_out_observations(regions), workspace.left_out_process_goals(regions))


def test_both_values_and_both_places_are_told(store: Store) -> None:
    publish(store, observation(8.0, place=CORRECTED), left_out=[observation(7.0, place=SHIPPED)])
    assert rows(store) == [
        {
            "Alue": REGION,
            "Mittari tai prosessitavoite": "Osuus ajoissa",
            "Jakso": "lähtötila, 2019",
            "Voimassa": "8\u00a0%",
            "Voimassa olevan kohta": "korjaus.xlsx, Taul1 B3",
            "Toimitettu": "7\u00a0%",
            "Toimitetun kohta": "kymenlaakso-2021, rivi 12",
        }
    ]


def test_a_removed_cell_and_process_goals_are_told(store: Store) -> None:
    goal = process_goal(ProcessStatus.STOPPED, place=CORRECTED, period=year(2021))
    shipped = process_goal(ProcessStatus.DONE, place=SHIPPED, period=year(2021))
    publish(store, goal, left_out=[observation(7.0), shipped])
    shown = [(row["Mittari tai prosessitavoite"], row["Voimassa"], row["Toimitettu"]) for row in rows(store)]
    assert shown == [("Osuus ajoissa", "(poistettu)", "7\u00a0%"), (goal.title, "keskeytetty", "toteutunut")]
    assert [row["Voimassa olevan kohta"] for row in rows(store)] == ["", "korjaus.xlsx, Taul1 B3"]


def test_what_people_have_accepted_since_is_not_told_any_more(store: Store) -> None:
    goal = process_goal(ProcessStatus.DONE)
    publish(store, observation(8.0), process_goal(), left_out=[observation(7.0), goal])
    publish(store, observation(7.0, place=CORRECTED), goal)
    assert rows(store) == []
    assert len(rows(store, pinned=1)) == 2


def test_nothing_is_told_of_other_regions_or_of_versions_before(store: Store) -> None:
    publish(store, observation(8.0))
    publish(store, left_out=[observation(7.0)])
    assert rows(store, pinned=1) == rows(store, regions=["Lappi"]) == []
    assert len(rows(store)) == 1


def count(value: float, group: str = "") -> Observation:
    return observation(value, indicator="maara", unit="hlö", group=group)


@pytest.mark.parametrize(
    ("current", "shipped"),
    [
        ([count(40)], count(3)),  # small itself
        ([count(3)], count(40)),  # beside a small one
        ([count(43), count(40, "kunta: A"), count(3, "kunta: B")], count(44)),  # a total of a small part
    ],
)
def test_a_value_left_out_gives_no_small_count_away(
    store: Store, current: list[Observation], shipped: Observation
) -> None:
    publish(store, *current, left_out=[shipped])
    assert [row["Toimitettu"] for row in rows(store)] == ["peitetty"]


def test_a_small_count_that_holds_is_hidden_in_the_list_too(store: Store) -> None:
    publish(store, count(3), left_out=[count(40)])
    assert [row["Voimassa"] for row in rows(store)] == ["peitetty"]


def test_a_hidden_count_that_agrees_with_what_holds_is_not_told(store: Store) -> None:
    publish(store, count(3), left_out=[count(3), count(2, "kunta: A")])
    assert [row["Jakso"] for row in rows(store)] == ["lähtötila, 2019, A"]


def test_large_counts_are_shown(store: Store) -> None:
    publish(store, count(40), left_out=[count(41)])
    assert [(row["Voimassa"], row["Toimitettu"]) for row in rows(store)] == [("40\u00a0hlö", "41\u00a0hlö")]
