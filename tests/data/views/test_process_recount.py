"""What the page of process goals counts, counted again straight from the shipped files."""

import csv
from collections import Counter

import pytest

from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import PROCESS_FOLDER, load_process_catalogue
from data.views.process_goals.choice import Choice, choose_goals
from data.views.process_goals.continuation import continuation_table
from data.views.process_goals.history import ProcessGoalHistory, process_goal_histories
from data.views.process_goals.status_matrix import by_goal, by_package
from data.views.process_goals.theme_comparison import side_by_side
from loaders.first_start import SHIPPED
from tests.builders.shipped import process_goals

KNOWN, DECLARED = load_catalogue(), load_process_catalogue()
FILES = sorted((SHIPPED / "prosessitavoitteet").glob("*.csv"))
REGIONS = [region.name for region in KNOWN.regions if any(path.stem == region.slug for path in FILES)]


def rows() -> list[dict[str, str]]:
    found = []
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as file:
            found += list(csv.DictReader(file, delimiter=";"))
    return found


ROWS = rows()
FIRST = list({(row["alue"], row["tunnus"]): row for row in reversed(ROWS)}.values())  # each goal once
FOUND: tuple[ProcessGoalHistory, ...] = process_goal_histories(KNOWN, DECLARED, process_goals())


def test_the_goals_of_each_region_and_national_goal_are_those_of_the_files() -> None:
    counted = Counter((row["alue"], row["hyötytavoite"]) for row in FIRST)
    shown = {
        (cell.region, str(row.goal or "")): cell.count
        for row in by_goal(KNOWN, REGIONS, FOUND)
        for cell in row.cells
        if cell.count
    }
    assert shown == dict(counted)
    assert sum(shown.values()) == 150


def test_the_statuses_of_each_cell_are_those_of_the_files() -> None:
    reported = {(row["alue"], row["tunnus"], row["hyötytavoite"], row["status"]) for row in ROWS}
    counted = Counter((region, goal, status) for region, _, goal, status in reported)
    shown = {
        (cell.region, str(row.goal or ""), status.value): count
        for row in by_goal(KNOWN, REGIONS, FOUND)
        for cell in row.cells
        for status, count in cell.counts
    }
    assert shown == dict(counted)


def test_the_work_packages_are_those_of_the_files() -> None:
    counted = Counter(
        (row["alue"], package.strip() or "Ei työpakettia") for row in FIRST for package in row["työpaketti"].split(",")
    )
    shown = {
        (column.region, name if name == "Ei työpakettia" else short(column.region, name)): cell.count
        for column in by_package(KNOWN, DECLARED, REGIONS, FOUND)
        for name, cell in column.packages
    }
    assert shown == dict(counted)


def short(region: str, name: str) -> str:
    """The number of a work package without its name."""
    return next((one.id for one in DECLARED.packages if one.region == region and name == f"{one.id} {one.name}"), name)


@pytest.mark.parametrize(
    ("concern", "statuses"),
    [("pudonnut", {"keskeytetty", "ei toteutunut"}), ("ilman-arviota", {"ei arvioitu", "ei tietoa"})],
)
def test_a_filter_finds_the_goals_that_the_files_have(concern: str, statuses: set[str]) -> None:
    expected = {(row["alue"], row["tunnus"]) for row in ROWS if row["status"] in statuses}
    found = choose_goals(DECLARED, FOUND, Choice(concern=concern))
    assert {(way.region, way.id) for way in found} == expected


def test_the_conflicting_goals_are_those_with_a_conflict_in_the_files() -> None:
    expected = {row["tunnus"] for row in ROWS if row["ristiriita"]}
    assert len(expected) == 5
    assert {way.id for way in choose_goals(DECLARED, FOUND, Choice(concern="ristiriitainen"))} == expected


def test_every_continuation_of_the_files_is_on_the_comparable_view() -> None:
    view = continuation_table(KNOWN, DECLARED, REGIONS, FOUND)
    reported = {
        (item.region, item.id)
        for row in view.rows
        if row.name != "ei kerrottu"
        for cell in row.cells
        for item in cell.goals
    }
    assert reported == {(row["alue"], row["tunnus"]) for row in ROWS if row["jatkuu"]}
    assert "luokittelematta" not in {row.name for row in view.rows}
    by_region = dict(zip(REGIONS, view.reported, strict=True))
    assert by_region["Päijät-Häme"] == (25, 31)


def test_every_goal_is_in_a_theme_or_counted_in_another_theme() -> None:
    with (PROCESS_FOLDER / "theme_goals.csv").open(encoding="utf-8", newline="") as file:
        listed = {(row["alue"], row["tunnus"]) for row in csv.DictReader(file, delimiter=";")}
    view = side_by_side(KNOWN, DECLARED, REGIONS, FOUND)
    shown = {(way.region, way.id) for row in view.rows for column in row.columns for way in column.goals}
    assert shown == listed
    assert sum(count for _, _, count in view.others) == 150 - len(listed)
