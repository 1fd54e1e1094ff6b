"""Observations in their places, and the difference that they carry or do not."""

import pytest

from data.analysis.series import Series, series_of
from data.model import Missing, Observation, Qualifier, Role
from tests.builders import day, observation, year


def one(*observations: Observation) -> Series:
    (series,) = series_of(observations)
    return series


def follow_up(value: float | None = None, **fields: object) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "period": year(2021)} | fields))


def test_the_first_follow_up_is_never_taken_for_a_baseline() -> None:
    series = one(follow_up(1.0), follow_up(2.0, period=year(2022)))
    assert series.baseline is None
    assert series.difference is None
    assert series.no_difference == "lähtötila puuttuu"


def test_a_baseline_alone_is_the_latest_number_and_has_no_difference() -> None:
    series = one(observation(22.0))
    assert series.latest is series.baseline
    assert series.no_difference == "seurantatietoa ei ole"


def test_the_difference_is_from_the_baseline_to_the_latest() -> None:
    series = one(observation(22.0), follow_up(15.0), follow_up(12.4, period=year(2022)))
    assert series.difference == pytest.approx(-9.6)


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (follow_up(lower=-45.0, upper=-30.0), "arvot eivät ole tarkkoja lukuja"),
        (follow_up(30.0, qualifier=Qualifier.OVER), "arvot eivät ole tarkkoja lukuja"),
        (follow_up(30.0, unit="hlö"), "yksikkö on vaihtunut"),
    ],
)
def test_a_difference_that_the_data_does_not_carry_is_not_told(after: Observation, reason: str) -> None:
    series = one(observation(22.0), after)
    assert series.difference is None
    assert series.no_difference == reason


def test_about_is_exact_enough_for_a_difference() -> None:
    assert one(observation(22.0, qualifier=Qualifier.ABOUT), follow_up(20.0)).difference == -2.0


def test_counts_of_periods_of_different_length_have_no_difference_and_shares_do() -> None:
    quarter = {"period": day(2021, 1, 1).model_copy(update={"end": day(2021, 3, 31).end})}
    assert one(observation(400.0, unit="kpl"), follow_up(100.0, unit="kpl", **quarter)).difference is None
    assert one(observation(40.0), follow_up(10.0, **quarter)).difference == -30.0


def test_zero_counts_as_a_number_and_a_gap_does_not() -> None:
    series = one(observation(0.0), follow_up(missing=Missing.NOT_MEASURED))
    assert series.latest is not None
    assert series.latest.value == 0.0
    assert [gap.missing for gap in series.gaps] == [Missing.NOT_MEASURED]


def test_a_target_is_not_a_point_and_a_comparison_belongs_to_the_whole_region() -> None:
    series = one(
        observation(0.36),
        observation(0.44, role=Role.COMPARISON, group="vertailualue: koko maa"),
        observation(0.3, role=Role.TARGET, period=year(2023)),
    )
    assert [o.value for o in series.points] == [0.36]
    assert [o.value for o in series.comparisons] == [0.44]
    assert [o.value for o in series.targets] == [0.3]


def test_groups_and_regions_are_series_of_their_own() -> None:
    made = series_of([observation(1.0, group="kunta: A"), observation(2.0, group="kunta: B"), observation(3.0)])
    assert [s.group for s in made] == ["", "kunta: A", "kunta: B"]
