"""What may be chance: intervals of shares, differences and ratios (rules of the numbers, 5)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.uncertainty import Change, Interval, difference_of_proportions, rate_ratio, wilson
from data.settings import Settings

counts = st.integers(0, 100_000)
shares = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def close(*ends: float) -> object:
    return pytest.approx(ends, abs=5e-4)


def test_wilson_of_45_in_100() -> None:
    assert wilson(45, 100) == close(0.356, 0.548)


@pytest.mark.parametrize(
    ("successes", "n", "ends"),
    [
        # Newcombe 1998, Stat Med 17:857–872, table I, method 3 (score).
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_gives_the_published_intervals(successes: int, n: int, ends: tuple[float, float]) -> None:
    assert wilson(successes, n) == pytest.approx(ends, abs=1e-4)


def test_none_and_all_have_an_interval_that_ends_at_them() -> None:
    assert wilson(0, 5).lower == 0.0
    assert wilson(5, 5).upper == 1.0
    assert wilson(0, 1).upper < 1.0
    assert wilson(0, 4767, settings=Settings(z=2.901362373911911)).lower == 0.0  # by rounding alone it would not be


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -1)])
def test_a_share_of_nobody_or_of_more_than_all_is_an_error(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson(successes, n)
    with pytest.raises(ValueError, match="share"):
        difference_of_proportions(1, 2, successes, n)
    with pytest.raises(ValueError, match="share"):
        difference_of_proportions(successes, n, 1, 2)


def test_a_difference_with_100_answers_is_a_change() -> None:
    change = difference_of_proportions(45, 100, 60, 100)
    assert change.estimate == pytest.approx(0.15)
    assert change.interval == pytest.approx((0.0117, 0.28045), abs=5e-5)  # 1.2 … 28.0 percentage points
    assert not change.may_be_chance


def test_the_same_difference_with_20_answers_may_be_chance() -> None:
    change = difference_of_proportions(9, 20, 12, 20)
    assert change.estimate == pytest.approx(0.15)
    assert change.interval == close(-0.148, 0.414)
    assert change.may_be_chance


@pytest.mark.parametrize(
    ("after", "n_after", "before", "n_before", "ends"),
    [
        # Newcombe 1998, Stat Med 17:873–890, table II, method 10.
        (56, 70, 48, 80, (0.0524, 0.3339)),
        (9, 10, 3, 10, (0.1705, 0.8090)),
        (5, 56, 0, 29, (-0.0381, 0.1926)),
        (0, 10, 0, 10, (-0.2775, 0.2775)),
        (10, 10, 0, 10, (0.6075, 1.0)),
    ],
)
def test_differences_have_the_published_intervals(
    after: int, n_after: int, before: int, n_before: int, ends: tuple[float, float]
) -> None:
    assert difference_of_proportions(before, n_before, after, n_after).interval == pytest.approx(ends, abs=1e-4)


def test_a_rate_ratio_of_40_and_60() -> None:
    change = rate_ratio(40, 60)
    assert change is not None
    assert change.estimate == 1.5
    assert change.interval == close(1.005, 2.238)
    assert not change.may_be_chance


def test_a_rate_ratio_just_short_of_that_may_be_chance() -> None:
    change = rate_ratio(40, 59)
    assert change is not None
    assert change.interval.lower < 1 < change.interval.upper
    assert change.may_be_chance


@pytest.mark.parametrize(("before", "after"), [(0, 5), (5, 0), (0, 0)])
def test_a_zero_count_has_no_ratio(before: int, after: int) -> None:
    assert rate_ratio(before, after) is None


@pytest.mark.parametrize(("before", "after"), [(-1, 5), (5, -1), (-1, 0)])
def test_a_negative_count_is_an_error(before: int, after: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        rate_ratio(before, after)


@pytest.mark.parametrize(
    ("interval", "no_change", "may_be_chance"),
    [((0.0, 0.2), 0.0, True), ((0.01, 0.2), 0.0, False), ((-0.2, -0.01), 0.0, False), ((0.9, 1.0), 1.0, True)],
)
def test_no_change_on_an_end_may_be_chance(
    interval: tuple[float, float], no_change: float, may_be_chance: bool
) -> None:
    assert Change(0.1, Interval(*interval), no_change).may_be_chance is may_be_chance


def test_the_width_comes_from_the_settings() -> None:
    narrow = Settings(z=1.0)
    assert wilson(45, 100, settings=narrow).lower > wilson(45, 100).lower
    assert not difference_of_proportions(9, 20, 12, 20, settings=Settings(z=0.5)).may_be_chance
    change = rate_ratio(40, 60, settings=narrow)
    assert change is not None
    assert change.interval.upper == pytest.approx(1.5 * math.exp(math.sqrt(1 / 40 + 1 / 60)))


@given(shares)
def test_wilson_lies_within_0_and_1_and_contains_the_share(share: tuple[int, int]) -> None:
    lower, upper = wilson(*share)
    assert 0 <= lower <= share[0] / share[1] <= upper <= 1
    assert lower < upper


@given(shares)
def test_wilson_of_the_rest_is_the_mirror_image(share: tuple[int, int]) -> None:
    successes, n = share
    lower, upper = wilson(successes, n)
    assert wilson(n - successes, n) == pytest.approx((1 - upper, 1 - lower))


@given(shares, shares)
def test_a_difference_lies_in_its_interval_and_turns_round(before: tuple[int, int], after: tuple[int, int]) -> None:
    change, back = difference_of_proportions(*before, *after), difference_of_proportions(*after, *before)
    assert -1 <= change.interval.lower <= change.estimate <= change.interval.upper <= 1
    assert back.interval == pytest.approx((-change.interval.upper, -change.interval.lower))
    assert back.may_be_chance == change.may_be_chance


@given(shares)
def test_equal_shares_differ_by_chance_alone(share: tuple[int, int]) -> None:
    assert difference_of_proportions(*share, *share).may_be_chance


@given(counts, counts)
def test_a_ratio_lies_in_its_interval_or_does_not_exist(before: int, after: int) -> None:
    change = rate_ratio(before, after)
    assert (change is None) == (before == 0 or after == 0)
    if change:
        assert 0 < change.interval.lower < change.estimate < change.interval.upper
