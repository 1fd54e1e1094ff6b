"""Planted faults are found and clean files are left in peace: `python -m tests.faults`, small and always alike."""

import functools
import random

import pytest

from tests.faults.draft import Draft
from tests.faults.material import clean
from tests.faults.measure import alarms, measure
from tests.faults.planting import FAULTS, misspelt

LAYOUTS = 10


@functools.cache
def drafts() -> list[Draft]:
    """Clean files of every third month and of the real data."""
    return list(clean(every=3))


def test_clean_files_are_left_in_peace() -> None:
    assert len({draft.layout for draft in drafts()}) == LAYOUTS and len(drafts()) > 80
    assert {draft.name: warnings for draft in drafts() if (warnings := alarms(draft.checked()))} == {}


def test_a_clean_file_holds_all_that_was_put_in_it() -> None:
    for draft in drafts()[::5]:
        checked = draft.checked()
        keys = {record.key for record in (*checked.observations, *checked.process_goals)}
        assert {spot.record.key for spot in draft.spots} <= keys, draft.name


@pytest.mark.parametrize("seed", [1, 2])
def test_every_planted_fault_is_found(seed: int) -> None:
    scores = measure(drafts(), 3, seed)
    assert scores.keys() == FAULTS.keys() and all(score.planted == 3 for score in scores.values())
    assert {name: score.missed for name, score in scores.items() if score.missed} == {}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_changes_the_file(name: str) -> None:
    chance = random.Random(name)
    tried = (chance.choice(drafts()) for _ in range(1000))
    planted, draft = next(
        (change, draft) for draft in tried if (change := FAULTS[name](draft, chance.choice(draft.spots), chance))
    )
    assert planted.content or planted.draft.sheets != draft.sheets


@pytest.mark.parametrize("seed", range(50))
def test_a_misspelt_name_is_another_name(seed: int) -> None:
    assert misspelt("Kymenlaakso", random.Random(seed)).casefold() != "kymenlaakso"
