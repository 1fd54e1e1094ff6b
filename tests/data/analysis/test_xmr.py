"""Statistical process control of monthly series (rules of the numbers, 7)."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.xmr import (
    RULE_SET,
    Assurance,
    ControlChart,
    Phase,
    Rule,
    Run,
    assurance,
    control_chart,
    find_signals,
    is_seasonal,
    mean_moving_range,
)
from data.model import Direction
from data.settings import SETTINGS, Settings

SPIKE = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
# Mean 10, mean moving range 2: limits 4.68 and 15.32, two thirds of them 6.45… and 13.54….
CALM = [9.0, 11.0] * 6
REACH = 2.66 * 2

values = st.floats() | st.none()
series = st.lists(values, max_size=60)
whole = st.lists(st.integers(-1000, 1000).map(float) | st.none(), max_size=60)
# Few different values and long stretches, so that every pattern comes up.
patterned = st.lists(
    st.tuples(st.sampled_from([None, -9.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 9.0]), st.integers(1, 4)), max_size=25
).map(lambda runs: [value for value, length in runs for _ in range(length)][:60])
phase_starts = st.lists(st.integers(-5, 65), max_size=3)


def signals(tail: Sequence[float | None], head: Sequence[float | None] = CALM) -> dict[int, Rule]:
    """Return what a tail gives against the lines of twelve calm months; indexes from the first value of the tail."""
    points = {at: value for at, value in enumerate([*head, *tail]) if value is not None}
    return {signal.index - len(head): signal.rule for signal in find_signals(points, only_phase(head))}


def only_phase(values: Sequence[float | None], **given: object) -> Phase:
    (phase,) = control_chart(values, **given).phases  # type: ignore[arg-type]
    return phase


def test_the_rule_set_has_a_name() -> None:
    assert RULE_SET == "NHS England Making Data Count (XmR)"


def test_a_spike_is_left_out_of_the_mean_moving_range() -> None:
    phase = only_phase(SPIKE)
    assert (phase.mean, phase.lower, phase.upper) == pytest.approx((1.94, -0.72, 4.60), abs=0.005)
    assert not phase.is_trial


def test_unscreened_limits_would_be_wider() -> None:
    phase = only_phase(SPIKE, settings=Settings(moving_range_limit=100.0))
    assert (phase.mean, phase.lower, phase.upper) == pytest.approx((1.94, -3.06, 6.95), abs=0.01)


def test_the_spike_itself_is_the_only_signal() -> None:
    assert [(s.index, s.rule) for s in control_chart(SPIKE).signals] == [(4, Rule.OUTSIDE)]


def test_the_mean_moving_range_is_of_successive_numbers_without_the_leaps() -> None:
    assert mean_moving_range({0: 10.0, 1: 12.0, 2: 8.0, 4: 100.0}) == 3.0  # a missing month breaks the range
    assert mean_moving_range({at: float(at) for at in range(5)} | {5: 104.0}) == 1.0
    assert mean_moving_range({0: 1.0, 2: 2.0}) is None


def test_a_moving_range_is_screened_once_and_only_when_above_the_limit() -> None:
    mean = 8 / 4  # moving ranges 1, 1, 1, 5
    phase = only_phase([0, 1, 0, 1, 6], settings=Settings(moving_range_limit=5 / mean))
    assert phase.upper - phase.mean == pytest.approx(2.66 * mean)  # on the limit: kept
    phase = only_phase([0, 1, 0, 1, 6], settings=Settings(moving_range_limit=4.9 / mean))
    assert phase.upper - phase.mean == pytest.approx(2.66)
    twice = only_phase([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 5, 4, 104])  # 100 goes; 4 would go in a second round
    assert twice.upper - twice.mean == pytest.approx(2.66 * (9 + 4 + 1) / 11)


@pytest.mark.parametrize(("count", "is_trial"), [(5, True), (11, True), (12, False), (13, False)])
def test_limits_are_on_trial_until_twelve_numbers(count: int, is_trial: bool) -> None:
    assert only_phase([float(n) for n in range(count)]).is_trial is is_trial


def test_trial_limits_carry_no_signals() -> None:
    climb = [float(n) for n in range(12)]
    assert control_chart(climb[:11]).signals == ()
    assert control_chart([*climb[:11], None]).signals == ()
    assert len(control_chart(climb).signals) == 12


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_numbers_give_nothing(count: int) -> None:
    assert control_chart([1.0, 2.0, 1.0, 2.0][:count]) == ControlChart(newest=count - 1 if count else None)
    assert control_chart([None, *[1.0, 2.0, 1.0, 2.0][:count], None]).phases == ()


@pytest.mark.parametrize("level", [0.0, 0.1, 1 / 3, -7.7, 1e9 + 0.1])
def test_a_constant_series_has_lines_and_no_signals(level: float) -> None:
    chart = control_chart([level] * 49)
    assert (chart.phases[0].lower, chart.phases[0].upper) == pytest.approx((level, level))
    assert chart.signals == ()


def test_what_leaves_a_zero_width_band_is_outside() -> None:
    assert signals([0.1, 0.2, 0.1], head=[0.1] * 12) == {1: Rule.OUTSIDE}


def test_a_missing_month_breaks_the_moving_range() -> None:
    phase = only_phase([0, 1, 0, None, 100, 101, 100])
    assert phase.mean == pytest.approx(302 / 6)
    assert phase.upper - phase.mean == pytest.approx(2.66)


def test_without_two_months_in_a_row_there_are_no_limits() -> None:
    assert control_chart([1.0, None] * 15).phases == ()


def test_few_moving_ranges_keep_the_limits_on_trial() -> None:
    assert only_phase([*[1.0, 2.0, None] * 3, *[1.0, None] * 6]).is_trial  # twelve numbers, three moving ranges
    assert not only_phase([*[1.0, 2.0, None] * 4, *[1.0, None] * 4]).is_trial


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 1e300, -1.7e308])
def test_what_is_no_usable_number_is_a_missing_month(odd: float) -> None:
    assert control_chart([*CALM, odd, *[9.0] * 7]) == control_chart([*CALM, None, *[9.0] * 7])


def test_a_point_on_the_limit_is_inside() -> None:
    assert signals([10 + REACH]) == {}
    assert signals([10 - REACH]) == {}
    assert signals([10 + REACH + 1e-6]) == {0: Rule.OUTSIDE}
    assert signals([10 - REACH - 1e-6]) == {0: Rule.OUTSIDE}


@pytest.mark.parametrize(
    ("tail", "marked"),
    [
        ([14, 10.5, 14], {0, 2}),
        ([14, 14, 10.5], {0, 1}),
        ([10.5, 14, 14], {1, 2}),
        ([14, 14, 14], {0, 1, 2}),
        ([6, 9.5, 6], {0, 2}),
        ([14, 14], {0, 1}),  # with the last calm month, which is above
        ([6, 6], set()),  # the last calm month is on the other side
        ([14, 10.5, 10.5, 14], set()),
        ([14, 9, 14], set()),  # the third on the other side
        ([14, 10, 14], set()),  # the third on the line
        ([14, None, 14], set()),
        ([14, 6, 14], set()),
        ([10 + REACH * 2 / 3, 10.5, 10 + REACH * 2 / 3], set()),  # on two thirds, not beyond
    ],
)
def test_two_of_three_near_the_limit_on_one_side(tail: list[float | None], marked: set[int]) -> None:
    assert signals(tail) == dict.fromkeys(marked, Rule.TWO_OF_THREE)


@pytest.mark.parametrize("unit", [0.1, 0.3, 0.7, 1 / 3, 1.1, 17.3])
@pytest.mark.parametrize("side", [1, -1])
def test_rounding_puts_no_point_beyond_a_line_that_it_lies_on(unit: float, side: int) -> None:
    head = [value * unit for value in CALM]
    on_two_thirds, within = (10 + side * REACH * 2 / 3) * unit, (10 + side / 2) * unit
    on_limit, on_line = (10 + side * REACH) * unit, 10 * unit
    assert signals([within, on_two_thirds, within, on_two_thirds], head) == {}
    assert signals([on_limit, within, on_line, *[within] * 5, on_line], head) == {}


def test_a_point_outside_is_also_one_of_the_two() -> None:
    assert signals([16, 14]) == {0: Rule.OUTSIDE, 1: Rule.TWO_OF_THREE}


@pytest.mark.parametrize(
    ("tail", "count"),
    [
        ([9] * 6, 0),
        ([9] * 7, 7),
        ([9] * 8, 8),
        ([11] * 5, 0),  # six with the last calm month
        ([9] * 6 + [10] + [9] * 6, 0),  # a point on the line breaks it
        ([9] * 6 + [None] + [9] * 6, 0),
        ([9] * 6 + [11] + [9] * 6, 0),
        ([9] * 6 + [10] + [9] * 7, 7),
    ],
)
def test_seven_in_a_row_on_one_side(tail: list[float | None], count: int) -> None:
    found = signals(tail)
    assert found == dict.fromkeys(range(len(tail) - count, len(tail)), Rule.RUN)


def test_a_run_takes_the_calm_month_before_it_along() -> None:
    assert set(signals([11] * 6)) == set(range(-1, 6))


@pytest.mark.parametrize(
    ("tail", "marked"),
    [
        ([7, 8, 9, 9.5, 10.5, 11, 12], 7),  # six steps
        ([8, 9, 9.5, 10.5, 11, 12], 0),  # five steps
        ([7, 8, 9, 9, 10.5, 11, 12], 0),  # a level step
        ([7, 8, 9, None, 10.5, 11, 12, 13], 0),
        ([7, 8, 9, 9.5, 10.5, 11, 12, 11], 7),
    ],
)
def test_seven_points_one_way(tail: list[float | None], marked: int) -> None:
    assert signals(tail) == dict.fromkeys(range(marked), Rule.TREND)
    mirrored = [value if value is None else 20 - value for value in tail]
    assert signals(mirrored, head=[20 - value for value in CALM]) == dict.fromkeys(range(marked), Rule.TREND)


def test_the_first_rule_that_fits_names_a_point() -> None:
    assert list(Rule) == [Rule.OUTSIDE, Rule.TWO_OF_THREE, Rule.RUN, Rule.TREND]
    rising_below = [7, 7.5, 8, 8.5, 9, 9.5, 9.7]
    assert set(signals(rising_below).values()) == {Rule.RUN}
    two, run, outside = Rule.TWO_OF_THREE, Rule.RUN, Rule.OUTSIDE
    assert list(signals([6, 6, 9, 9, 9, 9, 4]).values()) == [two, two, run, run, run, run, outside]


def test_a_new_level_starts_a_new_phase_with_its_own_lines() -> None:
    chart = control_chart([*CALM, *(value + 100 for value in CALM)], phase_starts=[12])
    assert [(p.start, p.end, p.mean, p.is_trial) for p in chart.phases] == [(0, 11, 10, False), (12, 23, 110, False)]
    assert [p.upper - p.mean for p in chart.phases] == pytest.approx([REACH, REACH])
    assert chart.signals == ()
    assert chart.latest == chart.phases[1]


def test_a_pattern_does_not_reach_over_a_new_level() -> None:
    values = [*CALM, *[9.0] * 4, *[109.0] * 3, *[111.0, 109.0] * 6]
    assert {s.index for s in control_chart(values, phase_starts=[16]).signals} == set()


def test_a_new_phase_without_numbers_enough_is_left_out_and_has_no_latest() -> None:
    chart = control_chart([*CALM, 1, 2, 1, 2], phase_starts=[12])
    assert [(p.start, p.end) for p in chart.phases] == [(0, 11)]
    assert chart.latest is None
    assert [p.is_trial for p in control_chart([*CALM, 1, 2, 1, 2, 1], phase_starts=[12]).phases] == [False, True]


def test_phase_starts_come_in_any_order_and_those_outside_have_no_effect() -> None:
    values = CALM * 3
    assert control_chart(values, phase_starts=[24, 12, 12]) == control_chart(values, phase_starts=[12, 24])
    assert control_chart(values, phase_starts=[0, -3, 36, 99]) == control_chart(values)


HIGH = [34.0, 35, 33, 34, 36, 33, 34, 35, 33, 34, 35, 34]
LOW = [20.0, 21, 19, 20, 22, 19, 20, 21, 19, 20, 21, 20]
FLAT = [30.0, 32, 28, 31, 29, 33, 27, 30, 32, 29, 31, 30]
SEASON = [50.0, 55, 59, 60, 59, 55, 50, 45, 41, 40, 41, 45]


def lines(phase: Phase | None) -> tuple[float, float, float] | None:
    return phase and (round(phase.mean, 2), round(phase.lower, 2), round(phase.upper, 2))


@pytest.mark.parametrize(
    ("values", "expected", "side"),
    [(HIGH + LOW, (34.17, 30.30, 38.04), -1), (LOW + HIGH, (20.17, 16.30, 24.04), 1)],
)
def test_while_a_run_goes_on_the_lines_are_those_before_it(
    values: list[float], expected: tuple[float, float, float], side: int
) -> None:
    chart = control_chart(values)
    assert lines(chart.latest) == expected
    assert (chart.latest.first_used, chart.latest.last_used) == (0, 11) if chart.latest else False
    assert chart.run == Run(start=12, side=side)
    assert [(s.index, s.side) for s in chart.signals] == [(at, side) for at in range(12, 24)]
    assert chart.active is not None and chart.active.index == 23
    assert assurance(24, chart, Direction.LOWER) is None


def test_a_run_of_six_or_after_eleven_points_leaves_the_lines_to_all_points() -> None:
    six = control_chart([*HIGH, *LOW[:6]])
    assert six.run is None and (six.latest and six.latest.last_used) == 17
    eleven = control_chart([*HIGH[:11], *LOW])
    assert eleven.run == Run(start=11, side=-1)
    assert eleven.latest is not None and (eleven.latest.first_used, eleven.latest.last_used) == (0, 22)


def test_a_run_that_has_ended_is_no_run() -> None:
    chart = control_chart([*HIGH, *LOW, 40.0])
    assert chart.run is None
    assert chart.latest is not None and chart.latest.last_used == 24


def test_an_entered_level_has_limits_of_its_own() -> None:
    chart = control_chart(HIGH + LOW, [12])
    assert lines(chart.latest) == (20.17, 16.30, 24.04)
    assert chart.signals == () and chart.run is None
    assert assurance(24, chart, Direction.LOWER) is Assurance.VARIES
    assert assurance(24.1, chart, Direction.LOWER) is Assurance.MET


def test_flat_series_and_one_spike() -> None:
    flat = control_chart(FLAT * 2)
    assert lines(flat.latest) == (30.17, 22.76, 37.57)
    assert flat.signals == ()
    assert assurance(24, flat, Direction.LOWER) is Assurance.VARIES
    spike = control_chart([*FLAT[:5], 60, *FLAT[6:], *FLAT])
    assert lines(spike.latest) == (31.29, 24.45, 38.13)
    assert [s.index for s in spike.signals] == [5]
    assert spike.active is None


@pytest.mark.parametrize("direction", [Direction.HIGHER, Direction.LOWER])
def test_a_constant_phase_that_meets_the_target_assures_it(direction: Direction) -> None:
    chart = control_chart([50.0] * 14)
    assert assurance(50, chart, direction) is Assurance.MET
    worse = 51 if direction is Direction.HIGHER else 49
    assert assurance(worse, chart, direction) is Assurance.NOT_MET


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        (10 - REACH - 0.1, Assurance.MET, Assurance.NOT_MET),
        (10 - REACH + 0.1, Assurance.VARIES, Assurance.VARIES),
        (10.0, Assurance.VARIES, Assurance.VARIES),
        (10 + REACH - 0.1, Assurance.VARIES, Assurance.VARIES),
        (10 + REACH + 0.1, Assurance.NOT_MET, Assurance.MET),
    ],
)
def test_a_target_against_the_limits(target: float, higher: Assurance, lower: Assurance) -> None:
    chart = control_chart(CALM)
    assert assurance(target, chart, Direction.HIGHER) is higher
    assert assurance(target, chart, Direction.LOWER) is lower
    assert assurance(target, chart, Direction.NOT_JUDGED) is None


def test_limits_on_trial_and_an_active_signal_assure_nothing() -> None:
    assert assurance(99, control_chart(CALM[:11]), Direction.LOWER) is None
    assert assurance(99, control_chart([*CALM, 30]), Direction.LOWER) is None
    assert assurance(99, control_chart([*CALM, 30, 10]), Direction.LOWER) is Assurance.MET


def test_a_season_switches_the_rules_off() -> None:
    chart = control_chart(SEASON * 3)
    assert chart.is_seasonal
    assert chart.signals == () and chart.run is None
    assert assurance(99, chart, Direction.LOWER) is None


def test_what_is_no_season() -> None:
    assert not is_seasonal(SEASON * 2)  # two years tell nothing of a season
    assert not is_seasonal(HIGH + HIGH + LOW)  # r = −0.50
    assert not is_seasonal([50.0] * 36)
    assert not control_chart(FLAT * 3).is_seasonal  # repeats itself, but no rule marks a point
    assert not is_seasonal([None] * 30 + SEASON[:6])


@given(st.lists(st.sampled_from([9.0, 11.0]), min_size=12, max_size=24), st.integers(12, 24))
def test_lines_come_from_all_points_or_from_those_before_the_run(values: list[float], length: int) -> None:
    chart = control_chart([*values, *[2.0] * length])
    assert chart.latest is not None
    used = [*values, *[2.0] * length][chart.latest.first_used : chart.latest.last_used + 1]
    assert chart.latest.mean == pytest.approx(sum(used) / len(used))
    assert chart.run is not None and chart.run.start == len(values)
    assert len(used) == len(values)


def test_words_are_those_of_the_rules() -> None:
    assert [rule.value for rule in Rule] == [
        "rajojen ulkopuolella",
        "2/3 lähellä rajaa samalla puolella",
        "7 peräkkäin samalla puolella",
        "7 pisteen suunta",
    ]
    assert [word.value for word in Assurance] == [
        "saavutetaan säännönmukaisesti",
        "ei saavuteta nykyisellä tasolla",
        "vaihtelee",
    ]


@given(series, phase_starts)
def test_nothing_crashes_and_every_line_and_signal_has_its_place(values: list[float | None], starts: list[int]) -> None:
    chart = control_chart(values, starts)
    for phase in chart.phases:
        assert 0 <= phase.start <= phase.end < len(values)
        assert math.isfinite(phase.mean)
        assert phase.lower <= phase.mean <= phase.upper
    indexes = [signal.index for signal in chart.signals]
    assert indexes == sorted(set(indexes))
    locked = [index for phase in chart.phases if not phase.is_trial for index in range(phase.start, phase.end + 1)]
    assert set(indexes) <= {index for index in locked if values[index] is not None}


@given(series, phase_starts)
def test_a_mirrored_series_has_mirrored_limits_and_the_same_signals(
    values: list[float | None], starts: list[int]
) -> None:
    chart = control_chart(values, starts)
    mirror = control_chart([value if value is None else -value for value in values], starts)
    assert [(s.index, s.rule, -s.side) for s in mirror.signals] == [(s.index, s.rule, s.side) for s in chart.signals]
    assert [(p.start, p.end, -p.mean, -p.upper, -p.lower, p.is_trial) for p in mirror.phases] == [
        (p.start, p.end, p.mean, p.lower, p.upper, p.is_trial) for p in chart.phases
    ]


@given(patterned, st.integers(-1000, 1000), phase_starts)
def test_adding_a_constant_shifts_the_limits_and_keeps_the_signals(
    values: list[float | None], shift: int, starts: list[int]
) -> None:
    chart = control_chart(values, phase_starts=starts)
    shifted = control_chart([value if value is None else value + shift for value in values], phase_starts=starts)
    assert shifted.signals == chart.signals
    for one, other in zip(chart.phases, shifted.phases, strict=True):
        moved = (one.mean + shift, one.lower + shift, one.upper + shift)
        assert (other.mean, other.lower, other.upper) == pytest.approx(moved, abs=1e-9)


@given(patterned | whole, phase_starts)
def test_signals_are_those_that_the_rules_spell_out(values: list[float | None], starts: list[int]) -> None:
    chart = control_chart(values, phase_starts=starts)
    told = {
        index: rule
        for phase in chart.phases
        if not phase.is_trial
        for index in range(phase.start, phase.end + 1)
        if (rule := spelled_out(values, phase, index, stop_at_run(chart, phase)))
    }
    assert {signal.index: signal.rule for signal in chart.signals} == told


def stop_at_run(chart: ControlChart, phase: Phase) -> int | None:
    """Return where a run begins that is read against the level before it."""
    return chart.run.start if chart.run and phase is chart.latest and phase.last_used < chart.run.start else None


def spelled_out(values: Sequence[float | None], phase: Phase, index: int, run: int | None) -> Rule | None:
    """Return the rule of one point, word by word. From `run` on every point is one of a run or outside the limits."""
    if values[index] is None:
        return None

    def stretches(length: int) -> list[list[float]]:
        """Those without a missing month, within the phase, that the point belongs to: as offsets from the line."""
        first, last = max(phase.start, index - length + 1), phase.end if run is None else run - 1
        starts = range(first, min(index, last - length + 1) + 1)
        found = [[v - phase.mean for v in values[s : s + length] if v is not None] for s in starts]
        return [[0.0 if abs(v) < 1e-9 else v for v in stretch] for stretch in found if len(stretch) == length]

    def one_side(stretch: list[float]) -> bool:
        return all(v > 0 for v in stretch) or all(v < 0 for v in stretch)

    limit = phase.upper - phase.mean
    offset = (values[index] or 0) - phase.mean
    if abs(offset) > limit + 1e-9:
        return Rule.OUTSIDE
    if run is not None and index >= run:
        return Rule.RUN
    near = limit * 2 / 3 + 1e-9
    if abs(offset) > near and any(one_side(s) and sum(abs(v) > near for v in s) >= 2 for s in stretches(3)):
        return Rule.TWO_OF_THREE
    if any(one_side(s) for s in stretches(SETTINGS.run_length)):
        return Rule.RUN
    steps = [[b - a for a, b in pairwise(s)] for s in stretches(SETTINGS.trend_length)]
    return Rule.TREND if any(one_side(s) for s in steps) else None
