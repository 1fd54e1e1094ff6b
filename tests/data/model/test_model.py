"""The model keeps apart what is different, and cannot be changed."""

from datetime import date

import pytest
from pydantic import ValidationError

from data.model import Missing, Observation, Period, Qualifier, Role
from tests.builders import observation


def test_zero_is_a_value_and_not_missing() -> None:
    zero = observation(0.0)
    assert zero.is_numeric
    assert zero.missing is None


@pytest.mark.parametrize("reason", list(Missing))
def test_each_reason_for_no_value_is_its_own(reason: Missing) -> None:
    empty = observation(missing=reason)
    assert not empty.is_numeric
    assert empty.missing is reason


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"value": 1.0, "missing": Missing.NOT_MEASURED},
        {"value": 1.0, "lower": 0.0, "upper": 2.0},
        {"lower": 0.0, "upper": 2.0, "missing": Missing.HIDDEN},
        {"lower": 2.0, "upper": 1.0},
        {"lower": 1.0},
        {"value": float("nan")},
        {"value": float("inf")},
    ],
)
def test_an_observation_has_exactly_one_kind_of_content(content: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        observation(**content)


def test_words_alone_are_content_and_may_stand_beside_a_number() -> None:
    assert observation(words="vähenee nykytilasta", role=Role.TARGET).words
    assert observation(5.0, words="viisi").is_numeric


def test_records_are_frozen_and_refuse_unknown_fields() -> None:
    with pytest.raises(ValidationError):
        observation(1.0).value = 2.0  # type: ignore[misc]
    with pytest.raises(ValidationError):
        observation(1.0, colour="red")


def test_a_period_ends_after_it_starts_and_has_both_ends() -> None:
    with pytest.raises(ValidationError):
        Period(start=date(2021, 2, 1), end=date(2021, 1, 1))
    with pytest.raises(ValidationError):
        Period(start=date(2021, 2, 1))


def test_the_key_says_which_cell_it_is_and_not_what_is_in_it() -> None:
    assert observation(1.0).key == observation(2.0, qualifier=Qualifier.ABOUT, n=10).key
    others = ({"group": "ikä: 0–17"}, {"role": Role.FOLLOW_UP}, {"region": "Lappi"}, {"conflict": "r1:b"})
    assert len({observation(1.0, **other).key for other in others} | {observation(1.0).key}) == 5


def test_periods_without_days_are_told_apart_by_their_label() -> None:
    assert observation(1.0, period=Period(label="lähtötila")).key != observation(1.0, period=Period()).key


def test_a_round_trip_through_json_gives_an_equal_record() -> None:
    made = observation(-45.5, qualifier=Qualifier.NEARLY, n=7, inferred=("jakso", "n"))
    assert Observation.model_validate_json(made.model_dump_json()) == made


def test_the_same_days_written_otherwise_are_the_same_content() -> None:
    january = Period(label="1/2025", start=date(2025, 1, 1), end=date(2025, 1, 31))
    written = january.model_copy(update={"label": "tammikuu 2025"})
    assert observation(1.0, period=january).content == observation(1.0, period=written).content
    undated = Period(label="joskus"), Period(label="muulloin")
    assert observation(1.0, period=undated[0]).content != observation(1.0, period=undated[1]).content
