"""Views of process goals: rounds, what is the matter, counts, continuation, themes, one goal's ties, the time line."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.model import Handover, Hindrance, Place, ProcessGoal, ProcessStatus, Structure, Theme, ThemeGoal
from data.views.gaps import region_gaps
from data.views.overview import status_chart
from data.views.process_goals.action_timeline import timeline
from data.views.process_goals.calendar import NO_REPORT, calendar
from data.views.process_goals.choice import Choice, Concern, choose_goals, concerns, latest_plans, packages
from data.views.process_goals.continuation import NOT_MAPPED, continuation_table
from data.views.process_goals.goal_detail import goal_detail
from data.views.process_goals.goal_list import goal_list
from data.views.process_goals.history import ProcessGoalHistory, process_goal_histories
from data.views.process_goals.status_matrix import by_goal, by_package
from data.views.process_goals.theme_comparison import side_by_side
from tests.builders import catalogue, day, process_goal, year

REAL = load_process_catalogue()
EMPTY = ProcessCatalogue(
    rounds=REAL.rounds,
    packages=(),
    themes=(Theme(id="t", name="Teema"),),
    theme_goals=(ThemeGoal(region="Kymenlaakso", id="pt-1", theme="t", reason="syy"),),
    theme_actions=(),
    sub_goals=(),
    hindrances=(),
    handovers=(),
    structures={"rrp": (Structure.RRP,), "kumpikin": (Structure.RRP, Structure.LINE)},
)
HERE = ["Kymenlaakso"]
PLACE = Place(source="raportti", line=5)


def goal(status: ProcessStatus, when: str = "2021-05-15", **fields: Any) -> ProcessGoal:
    return process_goal(status, period=day(*map(int, when.split("-"))), **fields)


def made(*records: ProcessGoal, declared: ProcessCatalogue = EMPTY) -> tuple[ProcessGoalHistory, ...]:
    return process_goal_histories(catalogue(), declared, records)


def one(*records: ProcessGoal) -> ProcessGoalHistory:
    (history,) = made(*records)
    return history


# The way of a goal over the rounds


def test_statuses_of_several_rounds_are_one_goal_whose_newest_is_current() -> None:
    history = one(
        goal(ProcessStatus.DONE, "2022-05-15"), goal(ProcessStatus.PLANNED), goal(ProcessStatus.UNDER_WAY, "2021-11-15")
    )
    assert [reported.status for reported in history.reported] == [
        ProcessStatus.PLANNED,
        ProcessStatus.UNDER_WAY,
        ProcessStatus.DONE,
    ]
    assert [reported.round and reported.round.id for reported in history.reported] == ["5/2021", "11/2021", "5/2022"]
    assert history.statuses == (ProcessStatus.DONE,)
    assert not history.conflicting


def test_conflicting_places_are_both_current() -> None:
    history = one(
        goal(ProcessStatus.STARTING, conflict="r1:a", status_line=7), goal(ProcessStatus.UNDER_WAY, conflict="r1:b")
    )
    assert history.statuses == (ProcessStatus.STARTING, ProcessStatus.UNDER_WAY)
    assert history.conflicting
    assert [reported.place for reported in history.current] == ["raportti, rivi 7", "raportti, rivi 2"]


def test_a_conflict_of_an_earlier_round_is_not_current() -> None:
    history = one(
        goal(ProcessStatus.STARTING, conflict="r1:a"),
        goal(ProcessStatus.UNDER_WAY, conflict="r1:b"),
        goal(ProcessStatus.DONE, "2023-05-15"),
    )
    assert (history.statuses, history.conflicting) == ((ProcessStatus.DONE,), False)


def test_a_report_tells_of_the_round_of_its_last_day_whatever_day_a_status_is_of() -> None:
    place = Place(source="keusote-2023", line=2437)
    (history,) = process_goal_histories(
        load_catalogue(), REAL, [process_goal(ProcessStatus.DONE, period=year(2021), place=place)]
    )
    assert history.reported[0].round == REAL.rounds[-1]
    assert history.reported[0].when == "2021"


@given(st.permutations([ProcessStatus.PLANNED, ProcessStatus.UNDER_WAY, ProcessStatus.PARTLY, ProcessStatus.DONE]))
def test_the_order_of_the_records_does_not_matter(order: list[ProcessStatus]) -> None:
    days = {
        ProcessStatus.PLANNED: "2021-05-15",
        ProcessStatus.UNDER_WAY: "2021-11-15",
        ProcessStatus.PARTLY: "2022-05-15",
        ProcessStatus.DONE: "2022-11-15",
    }
    history = one(*(goal(status, days[status]) for status in order))
    assert [reported.status for reported in history.reported] == list(days)


# What may be the matter


def test_the_same_open_status_in_two_rounds_is_stuck_and_progress_or_an_end_is_not() -> None:
    def reported(*statuses: ProcessStatus) -> tuple[Concern, ...]:
        whens = ("2021-05-15", "2021-11-15", "2022-05-15")
        return concerns(EMPTY, one(*map(goal, statuses, whens)))

    assert reported(ProcessStatus.UNDER_WAY, ProcessStatus.UNDER_WAY) == (Concern.STUCK,)
    assert reported(ProcessStatus.PLANNED, ProcessStatus.UNDER_WAY) == ()
    assert reported(ProcessStatus.UNDER_WAY) == ()
    assert reported(ProcessStatus.DONE, ProcessStatus.DONE) == ()
    assert reported(ProcessStatus.UNDER_WAY, ProcessStatus.UNDER_WAY, ProcessStatus.PARTLY) == ()
    assert reported(ProcessStatus.NOT_ASSESSED, ProcessStatus.NOT_ASSESSED) == (Concern.UNASSESSED,)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ProcessStatus.UNDER_WAY, (Concern.STUCK,)),
        (ProcessStatus.DONE, ()),
        (ProcessStatus.NOT_DONE, (Concern.DROPPED,)),
    ],
)
def test_a_hindrance_sticks_only_what_is_not_finished(status: ProcessStatus, expected: tuple[Concern, ...]) -> None:
    hindrance = Hindrance(region="Kymenlaakso", id="pt-1", dropped=False, reason="syy", place=PLACE)
    assert concerns(EMPTY.model_copy(update={"hindrances": (hindrance,)}), one(goal(status))) == expected


@pytest.mark.parametrize("status", [ProcessStatus.STOPPED, ProcessStatus.NOT_DONE])
def test_what_was_stopped_or_did_not_come_true_was_dropped(status: ProcessStatus) -> None:
    assert Concern.DROPPED in concerns(EMPTY, one(goal(status)))


def test_a_goal_that_only_the_earlier_plan_names_is_out_of_the_plan() -> None:
    both = goal(ProcessStatus.UNDER_WAY, id="b", plan="2020 ja 2021")
    old, new, bare = (goal(ProcessStatus.UNDER_WAY, id=plan or "x", plan=plan) for plan in ("2020", "2021", ""))
    found = made(both, old, new, bare)
    assert latest_plans(found) == {"Kymenlaakso": "2021"}
    listed = choose_goals(EMPTY, found, Choice(concern="pois-suunnitelmasta"))
    assert [history.id for history in listed] == ["2020"]


def test_a_dropped_goal_says_why_or_that_the_source_does_not() -> None:
    found = made(goal(ProcessStatus.NOT_DONE), goal(ProcessStatus.NOT_DONE, id="pt-2"))
    why = Hindrance(region="Kymenlaakso", id="pt-1", dropped=True, reason="Rahat loppuivat", place=PLACE)
    declared = EMPTY.model_copy(update={"hindrances": (why,)})
    (region,) = goal_list(catalogue(), declared, HERE, found, found)
    assert [row.reasons for row in region.goals] == [
        ("Rahat loppuivat (raportti, rivi 5)",),
        ("Lähde ei kerro syytä.",),
    ]


# Choosing


def test_each_choice_narrows_and_they_work_together() -> None:
    found = made(
        goal(ProcessStatus.DONE, work_package="TP 1, TP 2", goal=1, other_goals=(4,)),
        goal(ProcessStatus.NOT_DONE, id="pt-2", work_package="TP 2", goal=2),
    )

    def ids(**choice: Any) -> list[str]:
        return [history.id for history in choose_goals(EMPTY, found, Choice(**choice))]

    assert ids() == ["pt-1", "pt-2"]
    assert ids(goal=4) == ids(goal=1) == ids(package="kymenlaakso-tp-1") == ids(theme="t") == ["pt-1"]
    assert ids(package="kymenlaakso-tp-2") == ["pt-1", "pt-2"]
    assert ids(concern="pudonnut") == ids(theme="muu") == ["pt-2"]
    assert ids(goal=1, concern="pudonnut") == []


def test_a_work_package_of_one_region_is_not_that_of_another() -> None:
    found = made(
        goal(ProcessStatus.DONE, work_package="TP 2"),
        goal(ProcessStatus.DONE, region="Etelä-Karjala", work_package="TP 2"),
    )
    assert packages(REAL, found) == {
        "kymenlaakso-tp-2": ("Kymenlaakso", "TP 2 Johtaminen"),
        "etela-karjala-tp-2": ("Etelä-Karjala", "TP 2"),
    }
    assert [history.region for history in choose_goals(REAL, found, Choice(package="kymenlaakso-tp-2"))] == HERE


# Counts


def test_a_goal_is_counted_once_under_its_primary_goal_and_a_conflict_in_both_statuses() -> None:
    found = made(
        goal(ProcessStatus.STARTING, conflict="r:a", other_goals=(2,)),
        goal(ProcessStatus.DONE, conflict="r:b", other_goals=(2,)),
        goal(ProcessStatus.DONE, id="pt-2", goal=None),
    )
    rows = by_goal(catalogue(), HERE, found)
    assert [(row.goal, row.cells[0].count) for row in rows] == [(1, 1), (None, 1)]
    assert rows[0].cells[0].counts == ((ProcessStatus.DONE, 1), (ProcessStatus.STARTING, 1))


def test_a_goal_of_two_work_packages_is_in_both() -> None:
    (column,) = by_package(catalogue(), EMPTY, HERE, made(goal(ProcessStatus.DONE, work_package="TP 1, TP 2")))
    assert [(name, cell.count, cell.key) for name, cell in column.packages] == [
        ("TP 1", 1, "kymenlaakso-tp-1"),
        ("TP 2", 1, "kymenlaakso-tp-2"),
    ]


def test_the_chart_of_statuses_and_the_gaps_look_at_the_newest_round() -> None:
    records = [goal(ProcessStatus.NOT_ASSESSED), goal(ProcessStatus.DONE, "2021-11-15")]
    assert status_chart(catalogue(), HERE, records).alt == "Prosessitavoitteiden tila. Kymenlaakso: toteutunut 1."
    assert region_gaps(catalogue(), HERE, [], records)[0].gaps == ()
    (gap,) = region_gaps(catalogue(), HERE, [], records[:1])[0].gaps
    assert (gap.action, gap.count, gap.concern) == ("Arvioi prosessitavoitteen tila", 1, "ilman-arviota")


# The calendar


def test_a_round_without_a_report_is_seen_as_missing() -> None:
    view = calendar(catalogue(), EMPTY, HERE, made(goal(ProcessStatus.UNDER_WAY, "2022-05-01")))
    assert len(view.rounds) == 7
    (region,) = view.regions
    reported = {one.name: region.rows[0][one.name] for one in view.rounds}
    assert reported["Kevät 2022"] == "käynnissä"
    assert reported["Kevät 2021"] == "ei tilaa"  # Kymenlaakso's report is of that round and says nothing of this goal
    assert {text for name, text in reported.items() if name not in ("Kevät 2022", "Kevät 2021")} == {NO_REPORT}
    assert [bool(cell.report) for cell in region.cells] == [False, True, False, True, False, False, False]


def test_a_status_outside_the_rounds_is_counted_outside() -> None:
    view = calendar(catalogue(), EMPTY, HERE, made(goal(ProcessStatus.DONE, "2025-05-01"), process_goal(id="undated")))
    assert view.outside == 2


# Continuation


def test_work_that_goes_on_in_two_structures_stands_in_both_and_an_unmapped_text_in_neither() -> None:
    found = made(
        *(
            goal(ProcessStatus.DONE, id=text or "hiljaa", continues=text)
            for text in ("rrp", "kumpikin", "tuntematon", "")
        )
    )
    view = continuation_table(catalogue(), EMPTY, HERE, found)
    reported = {row.name: [item.id for item in row.cells[0].goals] for row in view.rows}
    assert reported == {
        "Kestävä kasvu (RRP)": ["rrp", "kumpikin"],
        "linjaorganisaatio": ["kumpikin"],
        NOT_MAPPED: ["tuntematon"],
        "ei kerrottu": ["hiljaa"],
    }
    assert view.reported == ((3, 4),)


def test_other_work_stands_beside_the_goals_only_when_nothing_is_chosen() -> None:
    other = Handover(
        region="Kymenlaakso",
        title="RAI",
        continues="rrp",
        continues_with="",
        structures=(Structure.RRP,),
        place=PLACE,
    )
    declared = EMPTY.model_copy(update={"handovers": (other,)})
    (row,) = continuation_table(catalogue(), declared, HERE, []).rows
    assert [item.title for item in row.cells[0].others] == ["RAI"]
    assert continuation_table(catalogue(), declared, HERE, [], with_others=False).rows == ()


# Themes and ties


def test_goals_of_a_theme_stand_side_by_side_and_unlisted_ones_are_of_another_theme() -> None:
    found = made(goal(ProcessStatus.DONE), goal(ProcessStatus.DONE, id="pt-2"))
    view = side_by_side(catalogue(), EMPTY, ["Kymenlaakso", "Keski-Suomi"], found)
    (row,) = view.rows
    assert [[history.id for history in column.goals] for column in row.columns] == [["pt-1"], []]
    assert view.others == (("Kymenlaakso", "Kymenlaakso", 1),)
    assert side_by_side(catalogue(), EMPTY, HERE, found, only="johtaminen").rows == ()


def test_a_goal_is_tied_to_what_shares_its_region_and_theme_and_to_nothing_else() -> None:
    known = load_catalogue()
    record = process_goal(ProcessStatus.DONE, region="Päijät-Häme", id="paijat-hame-pt-12")
    (history,) = process_goal_histories(known, REAL, [record])
    view = goal_detail(known, REAL, history)
    assert [tie.id for tie in view.actions] == ["paijat-hame-tp-01"]
    assert view.indicators
    themes = {known.indicator(tie.id).theme for tie in view.indicators}  # type: ignore[union-attr]
    assert themes <= {"sote-tiimi", "moniammatilliset tiimit", "moniammatillinen tiimityö"}
    assert {known.indicator(tie.id).region for tie in view.indicators} == {"Päijät-Häme"}  # type: ignore[union-attr]


def test_a_goal_without_a_theme_has_no_ties() -> None:
    (history,) = process_goal_histories(load_catalogue(), REAL, [process_goal(id="oma")])
    view = goal_detail(load_catalogue(), REAL, history)
    assert (view.indicators, view.actions, dict(view.facts)["Teema"]) == ((), (), "muu")


def test_sub_goals_have_their_own_status_and_line() -> None:
    (history,) = process_goal_histories(
        load_catalogue(), REAL, [process_goal(region="Etelä-Karjala", id="etela-karjala-pt-11")]
    )
    parts = goal_detail(load_catalogue(), REAL, history).parts
    assert len(parts) == 5
    assert (parts[0].title, parts[0].status) == ("Yhteisöllisen opiskeluhuollon malli", ProcessStatus.DONE)
    assert parts[0].place == "etela-karjala-2022, rivi 4874"


# The time line


def test_every_toimenpide_of_a_region_is_on_the_time_line_and_none_lies_on_another() -> None:
    known = load_catalogue()
    view = timeline(known, REAL, [region.name for region in known.regions])
    assert sum(len(region.rows) for region in view.regions) == len(known.actions)
    for region in view.regions:
        for lane in range(region.lanes):
            mine = [action for action in region.drawn if action.lane == lane]
            assert all(before.end < after.start for before, after in pairwise(mine))


def test_the_time_line_is_of_the_chosen_goal_and_theme() -> None:
    known = load_catalogue()
    view = timeline(known, REAL, ["Päijät-Häme"], theme="terapianavigaattori")
    assert (view.regions, view.alt) == ((), "")
    view = timeline(known, REAL, ["Etelä-Karjala"], theme="terapianavigaattori")
    assert [row["Toimenpide"] for row in view.regions[0].rows] == [
        "Terapianavigaattorin ja hoitoonohjausmallin pilotti alkaa",
        "Päätös Terapianavigaattorin vakiinnuttamisesta",
    ]
    assert timeline(known, REAL, ["Etelä-Karjala"], theme="terapianavigaattori", goal=1).regions == ()
