"""What may be said with how many observations (rules of the numbers, 2)."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.evidence import Evidence, evidence_of, monthly_points
from data.analysis.series import Series, series_of
from data.model import Missing, Observation, Period, Qualifier, Role
from data.settings import Settings
from tests.builders import observation, year

FEW = "liian vähän havaintoja suunnan arvioon"
UNEVEN = "havainnot eivät ole kuukausittaisia"
PERMISSIONS = ("joins_points", "draws_limits", "marks_signals")
# What each level allows: nothing more and nothing less.
ALLOWED = {
    Evidence.NONE: (),
    Evidence.ONE_VALUE: (),
    Evidence.BASELINE_AND_FOLLOW_UP: (),
    Evidence.FEW_POINTS: PERMISSIONS[:1],
    Evidence.NOT_MONTHLY: PERMISSIONS[:1],
    Evidence.RUN_CHART: PERMISSIONS[:2],
    Evidence.CONTROL_CHART: PERMISSIONS,
}


def month(number: int) -> Period:
    """A calendar month, counted from January 2020."""
    of_year, of_month = 2020 + number // 12, number % 12 + 1
    last = date(of_year, of_month, monthrange(of_year, of_month)[1])
    return Period(label=f"{of_month}/{of_year}", start=last.replace(day=1), end=last)


def follow_up(period: Period, **fields: object) -> Observation:
    return observation(**({"value": 1.0, "role": Role.FOLLOW_UP, "period": period} | fields))


def months(*numbers: int) -> list[Observation]:
    return [follow_up(month(number)) for number in numbers]


def one(observations: list[Observation]) -> Series:
    return next(iter(series_of(observations)), Series(region="Kymenlaakso", indicator="osuus"))


def level(observations: list[Observation]) -> Evidence:
    return evidence_of(one(observations))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, Evidence.NONE),
        (1, Evidence.ONE_VALUE),
        (2, Evidence.FEW_POINTS),
        (4, Evidence.FEW_POINTS),
        (5, Evidence.RUN_CHART),
        (11, Evidence.RUN_CHART),
        (12, Evidence.CONTROL_CHART),
        (40, Evidence.CONTROL_CHART),
    ],
)
def test_more_months_are_more_evidence(count: int, expected: Evidence) -> None:
    assert level(months(*range(count))) is expected


def test_what_has_no_number_is_no_observation() -> None:
    words = observation(words="vähenee")
    gap = follow_up(month(1), value=None, missing=Missing.NOT_MEASURED)
    target = observation(5.0, role=Role.TARGET)
    change = observation(13.0, role=Role.CHANGE)
    assert level([words, gap, target, change, observation(5.0, role=Role.COMPARISON)]) is Evidence.NONE


def test_one_value_is_a_baseline_a_follow_up_or_a_range() -> None:
    assert level([observation(1.0)]) is Evidence.ONE_VALUE
    assert level([follow_up(year(2021))]) is Evidence.ONE_VALUE
    assert level([observation(lower=1.0, upper=2.0)]) is Evidence.ONE_VALUE
    assert level([observation(0.0)]) is Evidence.ONE_VALUE


def test_a_baseline_and_one_follow_up_make_a_difference_and_no_other_two_do() -> None:
    baseline = observation(1.0)
    assert level([baseline, follow_up(year(2021))]) is Evidence.BASELINE_AND_FOLLOW_UP
    assert level([baseline, *months(13)]) is Evidence.BASELINE_AND_FOLLOW_UP
    assert level([follow_up(year(2021)), follow_up(year(2022))]) is Evidence.FEW_POINTS
    assert level([baseline, observation(1.0, period=year(2018))]) is Evidence.FEW_POINTS
    assert level([baseline, follow_up(year(2021)), follow_up(year(2022))]) is Evidence.FEW_POINTS


def test_four_years_are_too_few_and_five_are_not_monthly() -> None:
    years = [follow_up(year(number)) for number in range(2017, 2022)]
    assert level(years[:4]).caution == FEW
    assert level(years) is Evidence.NOT_MONTHLY
    assert level(years).caution == UNEVEN


def test_missing_months_between_are_allowed() -> None:
    assert level(months(0, 1, 5, 14, 30)) is Evidence.RUN_CHART
    gap = follow_up(month(2), value=None, missing=Missing.HIDDEN)
    assert level([*months(0, 1, 3, 4), gap]) is Evidence.FEW_POINTS


@pytest.mark.parametrize(
    "odd",
    [
        Period(label="helmikuun alku", start=date(2020, 2, 1), end=date(2020, 2, 28)),  # 2020 is a leap year
        Period(label="tammi–helmi", start=date(2020, 2, 1), end=date(2020, 3, 31)),
        Period(label="30 päivää", start=date(2020, 2, 2), end=date(2020, 3, 2)),
        Period(label="31 päivää", start=date(2020, 1, 31), end=date(2020, 2, 29)),
        Period(label="päivä", start=date(2020, 2, 29), end=date(2020, 2, 29)),
        Period(label="vuoden helmikuut", start=date(2020, 2, 1), end=date(2021, 2, 28)),
        Period(label="ei kerrota"),
        year(2020),
        month(3),  # twice the same
    ],
    ids=lambda period: period.label,
)
def test_one_follow_up_of_another_length_makes_a_series_not_monthly(odd: Period) -> None:
    even = months(0, *range(2, 14))
    assert level(even) is Evidence.CONTROL_CHART
    assert level([*even, follow_up(odd)]) is Evidence.NOT_MONTHLY
    assert monthly_points(one([*even, follow_up(odd)])) == ()


def test_a_monthly_baseline_is_a_point_and_one_of_another_length_a_level() -> None:
    follow_ups = months(1, 2, 3, 4)
    assert level([observation(1.0, period=month(0)), *follow_ups]) is Evidence.RUN_CHART
    assert level([observation(1.0, period=year(2019)), *follow_ups]) is Evidence.FEW_POINTS
    with_level = one([observation(9.0, period=year(2019)), *follow_ups, *months(5)])
    assert evidence_of(with_level) is Evidence.RUN_CHART
    assert [o.value for o in monthly_points(with_level)] == [1.0] * 5
    assert level([observation(1.0, period=year(2019)), *follow_ups]).caution == FEW


def test_a_month_without_an_exact_number_is_a_missing_one() -> None:
    bound = follow_up(month(4), qualifier=Qualifier.OVER)
    span = follow_up(month(4), value=None, lower=1.0, upper=2.0)
    about = follow_up(month(4), qualifier=Qualifier.ABOUT)
    assert level([*months(0, 1, 2, 3), bound]) is Evidence.FEW_POINTS
    assert level([*months(0, 1, 2, 3), span]) is Evidence.FEW_POINTS
    assert Evidence.FEW_POINTS.caution == FEW
    assert level([*months(0, 1, 2, 3), about]) is Evidence.RUN_CHART
    assert level([*months(0, 1, 2, 3, 5), bound]) is Evidence.RUN_CHART


def test_two_units_are_not_one_series() -> None:
    assert level([*months(*range(12)), follow_up(month(12), unit="hlö")]) is Evidence.NOT_MONTHLY


def test_points_come_in_the_order_of_time() -> None:
    made = one(months(3, 11, 0, 7, 12, 1))
    assert [o.period for o in monthly_points(made)] == [month(number) for number in (0, 1, 3, 7, 11, 12)]


def test_only_too_few_and_uneven_points_need_a_caution() -> None:
    assert {level: level.caution for level in Evidence if level.caution} == {
        Evidence.FEW_POINTS: FEW,
        Evidence.NOT_MONTHLY: UNEVEN,
    }


def test_thresholds_come_from_the_settings() -> None:
    strict = Settings(run_chart_points=8, locked_points=24)
    assert evidence_of(one(months(*range(7))), settings=strict) is Evidence.FEW_POINTS
    assert evidence_of(one(months(*range(8))), settings=strict) is Evidence.RUN_CHART
    assert evidence_of(one(months(*range(24))), settings=strict) is Evidence.CONTROL_CHART


def distinct(smallest: int, largest: int) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(0, 120), min_size=smallest, max_size=largest, unique=True)


def monthly(smallest: int, largest: int) -> st.SearchStrategy[list[Observation]]:
    return distinct(smallest, largest).map(lambda numbers: months(*numbers))


def yearly(smallest: int, largest: int) -> st.SearchStrategy[list[Observation]]:
    return distinct(smallest, largest).map(lambda numbers: [follow_up(year(1900 + number)) for number in numbers])


spans = st.builds(
    lambda start, days: Period(label="jakso", start=start, end=start + timedelta(days=days)),
    st.dates(date(2015, 1, 1), date(2025, 1, 1)),
    st.integers(0, 400),
)
unmeasured = st.lists(
    st.builds(lambda period: follow_up(period, value=None, missing=Missing.NOT_MEASURED), spans), max_size=15
)
baselines = st.builds(lambda period: [observation(1.0, period=period)], spans)
EXAMPLES = {
    Evidence.NONE: st.just([]),
    Evidence.ONE_VALUE: baselines | monthly(1, 1) | yearly(1, 1),
    Evidence.BASELINE_AND_FOLLOW_UP: st.tuples(baselines, monthly(1, 1) | yearly(1, 1)).map(
        lambda both: both[0] + both[1]
    ),
    Evidence.FEW_POINTS: monthly(2, 4) | yearly(2, 4) | st.tuples(baselines, yearly(2, 3)).map(lambda b: b[0] + b[1]),
    Evidence.NOT_MONTHLY: yearly(5, 30),
    Evidence.RUN_CHART: monthly(5, 11),
    Evidence.CONTROL_CHART: monthly(12, 40),
}


@pytest.mark.slow
@pytest.mark.parametrize("expected", Evidence)
@given(data=st.data())
def test_nothing_above_the_level_is_allowed(expected: Evidence, data: st.DataObject) -> None:
    found = level(data.draw(EXAMPLES[expected]) + data.draw(unmeasured))
    assert found is expected
    assert tuple(name for name in PERMISSIONS if getattr(found, name)) == ALLOWED[expected]


@given(st.lists(st.builds(follow_up, spans | st.integers(0, 60).map(month)), max_size=20), baselines | st.just([]))
def test_no_series_stands_higher_than_its_exact_months_carry(
    follow_ups: list[Observation], before: list[Observation]
) -> None:
    found = level(follow_ups + before)
    assert found.draws_limits is (len(monthly_points(one(follow_ups + before))) >= 5)
    assert found.marks_signals <= (len(follow_ups + before) >= 12)
    assert found.joins_points <= (len(follow_ups + before) >= 2)
