"""Process goals edited as rows: the file that they make says just what was edited, through the same loader."""

from datetime import date
from pathlib import Path

import pytest

from components.upload.goal_edits import NOTE, PERIOD, STATUS, cells, edited_file, newest
from data.catalogue import load_catalogue
from data.model import ProcessGoal, ProcessStatus
from data.store import Store
from data.store.connection import connect
from data.workspace import Workspace
from loaders.first_start import fill
from loaders.publish import Upload, examine, publish
from tests.builders import process_goal, year

TODAY = date(2026, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(connect(f"sqlite:///{tmp_path / 'store.db'}"))
    fill(made, load_catalogue())
    return made


def edited(store: Store, region: str, change: dict[str, str], at: int = 0) -> tuple[Upload, bytes, ProcessGoal]:
    goals = newest(store.process_goals(regions=[region]))
    rows = [cells(goal) | (change if number == at else {}) for number, goal in enumerate(goals)]
    file = edited_file(load_catalogue(), goals, rows, TODAY)
    assert file is not None
    upload = examine(*file, Workspace(store, load_catalogue()), region=region, today=TODAY)
    return upload, file[0], goals[at]


def test_what_nobody_edited_makes_no_file() -> None:
    goals = [process_goal(), process_goal(id="pt-2", title="Toinen")]
    assert edited_file(load_catalogue(), goals, [cells(goal) for goal in goals], TODAY) is None


@pytest.mark.parametrize("region", ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme", "Keski-Suomi"])
def test_every_goal_of_every_region_can_be_corrected_without_a_warning(store: Store, region: str) -> None:
    goals = newest(store.process_goals(regions=[region]))
    rows = [cells(goal) | {NOTE: f"{goal.note} Tarkistettu.".strip()} for goal in goals]
    file = edited_file(load_catalogue(), goals, rows, TODAY)
    assert file is not None
    upload = examine(*file, Workspace(store, load_catalogue()), region=region, today=TODAY)
    assert [finding.message for finding in upload.findings if finding.severity != "tieto"] == []
    assert [new.content for _, new in upload.process_goals.changed] == [
        goal.model_copy(update={"note": row[NOTE], "inferred": (), "status_line": None}).content
        for goal, row in zip(goals, rows, strict=True)
    ]
    assert upload.process_goals.new == ()


def test_a_changed_status_is_a_correction_and_its_old_wording_goes(store: Store) -> None:
    upload, content, before = edited(store, "Kymenlaakso", {STATUS: "siirretty muualle"})
    ((old, new),) = upload.process_goals.changed
    assert (old, new.status, new.wording) == (before, ProcessStatus.MOVED, "siirretty muualle")
    assert publish(upload, content, store, author="t", note="") == 2
    assert len(store.process_goals()) == len(store.process_goals(version=1))


def test_a_changed_period_is_a_new_round_and_the_earlier_status_stays(store: Store) -> None:
    upload, content, before = edited(store, "Kymenlaakso", {STATUS: "toteutunut", PERIOD: "11/2023"})
    (new,) = upload.process_goals.new
    assert (new.id, new.period.start, new.status) == (before.id, date(2023, 11, 1), ProcessStatus.DONE)
    assert upload.process_goals.changed == ()
    publish(upload, content, store, author="t", note="")
    assert before in store.process_goals()
    assert new.id in {goal.id for goal in newest(store.process_goals()) if goal.period.label == "11/2023"}


def test_the_newest_of_several_rounds_is_shown() -> None:
    rounds = [
        process_goal(ProcessStatus.DONE, period=year(2023)),
        process_goal(ProcessStatus.PLANNED, period=year(2021)),
    ]
    assert [goal.status for goal in newest(rounds)] == [ProcessStatus.DONE]


def test_an_odd_period_is_a_finding_and_not_a_guess(store: Store) -> None:
    upload, _, _ = edited(store, "Kymenlaakso", {PERIOD: "sitten joskus"})
    assert upload.stops
