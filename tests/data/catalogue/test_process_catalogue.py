"""What is declared about process goals: it names what there is, maps what the sources say, and guesses nothing."""

import csv
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from data.catalogue import load_catalogue, normalise
from data.catalogue.process_catalogue import PROCESS_FOLDER, load_process_catalogue, status_wordings
from data.model import Structure
from tests.builders.shipped import process_goals

DECLARED = load_process_catalogue()
GOALS = {(goal.region, goal.id) for goal in process_goals()}


def rows(name: str) -> list[dict[str, str]]:
    with (PROCESS_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_rounds_are_the_baseline_and_then_every_may_and_november() -> None:
    assert [one.due for one in DECLARED.rounds] == [
        date(2020, 11, 15),
        *(date(year, month, 15) for year in (2021, 2022, 2023) for month in (5, 11)),
    ]
    assert [one.id for one in DECLARED.rounds] == [f"{one.due.month}/{one.due.year}" for one in DECLARED.rounds]


def test_the_rounds_follow_each_other_without_a_gap_or_an_overlap() -> None:
    assert all(after.start - before.end == timedelta(days=1) for before, after in pairwise(DECLARED.rounds))
    assert all(one.start <= one.due <= one.end for one in DECLARED.rounds)


def test_a_day_has_its_round_and_a_day_outside_the_calendar_has_none() -> None:
    found = [DECLARED.round_of(day) for day in (date(2022, 9, 30), date(2023, 12, 31), date(2024, 1, 1))]
    assert [one and one.id for one in found] == ["11/2022", "11/2023", None]


@pytest.mark.parametrize("name", ["theme_goals.csv", "sub_goals.csv", "hindrances.csv"])
def test_what_is_told_of_a_goal_is_told_of_a_goal_that_there_is(name: str) -> None:
    told = [(row["alue"], row["tunnus"]) for row in rows(name)]
    assert told
    assert [one for one in told if one not in GOALS] == []


def test_a_goal_belongs_to_a_theme_once_with_a_reason() -> None:
    found = Counter((one.region, one.id, one.theme) for one in DECLARED.theme_goals)
    assert [key for key, count in found.items() if count > 1] == []
    assert all(one.reason for one in DECLARED.theme_goals)
    assert {one.theme for one in DECLARED.theme_goals} == {theme.id for theme in DECLARED.themes}


def test_themes_name_toimenpiteet_and_indicators_that_there_are() -> None:
    catalogue = load_catalogue()
    actions = {one.id: one.region for one in catalogue.actions}
    assert {row["tunnus"]: row["alue"] for row in rows("theme_actions.csv")}.items() <= actions.items()
    themes = {one.theme for one in catalogue.indicators}
    concepts = {one.id for one in catalogue.concepts}
    for theme in DECLARED.themes:
        assert set(theme.indicator_themes) <= themes, theme.id
        assert {theme.concept} - {""} <= concepts, theme.id
        assert all(catalogue.indicator(one) for one in theme.indicators), theme.id


def test_every_text_of_a_source_on_continuing_has_a_structure_and_a_reason() -> None:
    told = {normalise(goal.continues) for goal in process_goals() if goal.continues}
    assert told == set(DECLARED.structures)
    assert all(row["perustelu"] for row in rows("structures.csv"))


def test_an_unknown_text_on_continuing_has_no_structure_and_silence_is_not_told() -> None:
    assert DECLARED.structures_of("jossain") == ()
    assert DECLARED.structures_of("") == DECLARED.structures_of(" ") == (Structure.NOT_TOLD,)
    assert DECLARED.structures_of("kestävä kasvu (RRP)") == (Structure.RRP,)


def test_a_structure_that_the_model_does_not_have_is_refused(tmp_path: Path) -> None:
    for file in PROCESS_FOLDER.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "structures.csv").write_text("jatkuu;rakenne;perustelu\nx;kuu;y\n", encoding="utf-8")
    with pytest.raises(ValueError, match="kuu"):
        load_process_catalogue(tmp_path)


def test_every_wording_of_the_shipped_statuses_is_listed_with_the_status_that_it_was_given() -> None:
    told = [(goal.wording, goal.status) for goal in process_goals() if goal.wording]
    told += [(part.wording, part.status) for part in DECLARED.sub_goals]
    assert len(told) > 150
    assert [one for one in told if status_wordings().get(normalise(one[0])) is not one[1]] == []


def test_a_hindrance_is_of_one_of_two_kinds() -> None:
    assert {row["laji"] for row in rows("hindrances.csv")} == {"este", "pudonnut"}


def test_work_packages_have_names_where_the_sources_name_them() -> None:
    assert DECLARED.package_name("Kymenlaakso", "TP 5") == "TP 5 Perhekeskus"
    assert DECLARED.package_name("Etelä-Karjala", "TP 5") == "TP 5"
