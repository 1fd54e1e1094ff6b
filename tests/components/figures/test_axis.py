"""Axes: fitted, honest and round."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.axis import axis_from_zero, fitted_axis

values = st.lists(st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-3), min_size=1, max_size=40)


@given(values)
def test_everything_lies_on_a_fitted_axis(numbers: list[float]) -> None:
    axis = fitted_axis(numbers)
    assert axis.low <= min(numbers) <= max(numbers) <= axis.high
    assert all(axis.low - 1e-6 <= tick <= axis.high + 1e-6 for tick in axis.ticks)
    assert len(axis.ticks) >= 3
    assert list(axis.ticks) == sorted(set(axis.ticks))


@given(values)
def test_the_air_is_no_more_than_asked(numbers: list[float]) -> None:
    axis, low, high = fitted_axis(numbers), min(numbers), max(numbers)
    if high > low and not 0 < low <= (high - low) / 4:
        assert axis.high - high <= 0.0801 * (high - low) + 1e-6


@given(st.lists(st.integers(0, 500), min_size=1, max_size=40))
def test_ticks_of_counts_are_whole(numbers: list[int]) -> None:
    assert all(tick == int(tick) for tick in fitted_axis(map(float, numbers), whole=True).ticks)


@pytest.mark.parametrize(
    ("numbers", "low", "ticks"),
    [
        ([61.8, 80.0], 60.344, (65.0, 70.0, 75.0, 80.0)),
        ([19.9, 36.0, 24.0], 18.612, (20.0, 25.0, 30.0, 35.0)),
        ([2.0, 30.0], 0.0, (0.0, 10.0, 20.0, 30.0)),  # near zero: from zero
    ],
)
def test_examples(numbers: list[float], low: float, ticks: tuple[float, ...]) -> None:
    axis = fitted_axis(numbers)
    assert axis.low == pytest.approx(low)
    assert axis.ticks == ticks


def test_equal_and_no_values_have_an_axis() -> None:
    assert fitted_axis([50.0]).low < 50 < fitted_axis([50.0]).high
    assert fitted_axis([]).low == 0
    assert fitted_axis([math.nan, 3.0]).high > 3


@given(values)
def test_bars_start_at_zero(numbers: list[float]) -> None:
    axis = axis_from_zero(numbers)
    assert axis.low <= 0 <= axis.high
    assert axis.low == 0 or min(numbers) < 0
