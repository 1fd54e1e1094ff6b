import pytest

from loaders.layouts.headings import BY_REGION, GOALS, LONG, SOTKANET, WIDE
from loaders.record_fields import observation_fields, process_goal_fields
from tests.builders import observation, process_goal
from tests.builders.spreadsheets import CATALOGUE


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Mittari", "indicator"),
        ("INDIKAATTORI", "indicator"),
        ("hyvinvointialue", "region"),
        ("Alue:", "region"),
        ("Ala-raja", "lower"),
        ("muut_rivit", "other_lines"),
        ("Muut rivit", "other_lines"),
        (" lähteessä ", "as_printed"),
        ("N", "n"),
        ("Vuosi", "period"),
        ("period_start", "start"),
    ],
)
def test_a_heading_is_known_in_any_spelling(heading: str, column: str) -> None:
    assert LONG.column(heading) == column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Toteutunut kyllä/ei", "done"),
        ("Toteutunut \nkyllä / ei", "done"),
        ("Prosessitavoite", "title"),
        ("TPK", "work_package"),
        ("Pvm", "period"),
        ("Vaihe", "status"),
        ("jatkovastuu", "continues_with"),
    ],
)
def test_a_heading_of_process_goals(heading: str, column: str) -> None:
    assert GOALS.column(heading) == column


@pytest.mark.parametrize("heading", ["", "alueet ja kunnat", "arvio", "mittarit", "x" * 10_000])
def test_what_is_no_heading(heading: str) -> None:
    assert LONG.column(heading) == ""


def test_every_field_of_the_export_is_known() -> None:
    assert [name for name in observation_fields(observation(1.0), CATALOGUE) if not LONG.knows(name)] == []
    assert [name for name in process_goal_fields(process_goal(), CATALOGUE) if not GOALS.knows(name)] == []


def test_no_heading_means_two_columns() -> None:
    for vocabulary in (BY_REGION, GOALS, LONG, SOTKANET, WIDE):
        names = [name for names in vocabulary.names.values() for name in names]
        assert len(names) == len(set(names))
