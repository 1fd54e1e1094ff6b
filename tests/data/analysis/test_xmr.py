"""Statistical process control of monthly series (rules of the numbers, 7)."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.xmr import RULE_SET, Outlook, Phase, Rule, mean_moving_range, outlook, xmr
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
rebases = st.lists(st.integers(-5, 65), max_size=3)
windows = st.none() | st.builds(range, st.integers(-5, 60), st.integers(-5, 65))


def signals(tail: Sequence[float | None], head: Sequence[float | None] = CALM) -> dict[int, Rule]:
    """What a tail gives after twelve calm months; indexes from the first value of the tail."""
    return {signal.index - len(head): signal.rule for signal in xmr([*head, *tail]).signals}


def only_phase(values: Sequence[float | None], **given: object) -> Phase:
    (phase,) = xmr(values, **given).phases  # type: ignore[arg-type]
    return phase


def test_the_rule_set_has_a_name() -> None:
    assert RULE_SET == "NHS England Making Data Count (XmR)"


def test_a_spike_is_left_out_of_the_mean_moving_range() -> None:
    phase = only_phase(SPIKE, baseline=range(18))
    assert (phase.mean, phase.lower, phase.upper) == pytest.approx((1.94, -0.72, 4.60), abs=0.005)
    assert not phase.is_trial


def test_unscreened_limits_would_be_wider() -> None:
    phase = only_phase(SPIKE, baseline=range(18), settings=Settings(moving_range_limit=100.0))
    assert (phase.mean, phase.lower, phase.upper) == pytest.approx((1.94, -3.06, 6.95), abs=0.01)


def test_the_spike_itself_is_the_only_signal() -> None:
    assert [(s.index, s.rule) for s in xmr(SPIKE, baseline=range(18)).signals] == [(4, Rule.OUTSIDE)]


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


def test_limits_are_locked_to_the_first_twelve_numbers() -> None:
    locked = only_phase([*CALM, *[10.5, 9.5] * 10])
    assert (locked.start, locked.end) == (0, 31)
    assert (locked.mean, locked.lower, locked.upper) == pytest.approx((10, 10 - REACH, 10 + REACH))
    gap = only_phase([9, 11, None, *CALM[2:], 500, 500])
    assert gap.mean == 10


@pytest.mark.parametrize(("count", "is_trial"), [(5, True), (11, True), (12, False), (13, False)])
def test_limits_are_on_trial_until_twelve_numbers(count: int, is_trial: bool) -> None:
    assert only_phase([float(n) for n in range(count)]).is_trial is is_trial


def test_trial_limits_carry_no_signals() -> None:
    climb = [float(n) for n in range(12)]
    assert xmr(climb[:11]).signals == ()
    assert xmr([*climb[:11], None]).signals == ()
    assert len(xmr(climb).signals) == 12


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_numbers_give_nothing(count: int) -> None:
    assert xmr([1.0, 2.0, 1.0, 2.0][:count]) == xmr([])
    assert xmr([None, *[1.0, 2.0, 1.0, 2.0][:count], None]).phases == ()


@pytest.mark.parametrize("level", [0.0, 0.1, 1 / 3, -7.7, 1e9 + 0.1])
def test_a_constant_series_has_lines_and_no_signals(level: float) -> None:
    chart = xmr([level] * 49, baseline=range(49))
    assert (chart.phases[0].lower, chart.phases[0].upper) == pytest.approx((level, level))
    assert chart.signals == ()


def test_what_leaves_a_zero_width_band_is_outside() -> None:
    assert signals([0.1, 0.2, 0.1], head=[0.1] * 12) == {1: Rule.OUTSIDE}


def test_a_missing_month_breaks_the_moving_range() -> None:
    phase = only_phase([0, 1, 0, None, 100, 101, 100])
    assert phase.mean == pytest.approx(302 / 6)
    assert phase.upper - phase.mean == pytest.approx(2.66)


def test_without_two_months_in_a_row_there_are_no_limits() -> None:
    assert xmr([1.0, None] * 15).phases == ()


def test_few_moving_ranges_keep_the_limits_on_trial() -> None:
    assert only_phase([*[1.0, 2.0, None] * 3, *[1.0, None] * 6]).is_trial  # twelve numbers, three moving ranges
    assert not only_phase([*[1.0, 2.0, None] * 4, *[1.0, None] * 4]).is_trial


@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf, 1e300, -1.7e308])
def test_what_is_no_usable_number_is_a_missing_month(odd: float) -> None:
    assert xmr([*CALM, odd, *[9.0] * 7]) == xmr([*CALM, None, *[9.0] * 7])


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


def test_a_rebase_starts_a_new_phase_with_its_own_lines() -> None:
    chart = xmr([*CALM, *(value + 100 for value in CALM)], rebases=[12])
    assert [(p.start, p.end, p.mean, p.is_trial) for p in chart.phases] == [(0, 11, 10, False), (12, 23, 110, False)]
    assert [p.upper - p.mean for p in chart.phases] == pytest.approx([REACH, REACH])
    assert chart.signals == ()
    assert chart.latest == chart.phases[1]


def test_a_pattern_does_not_reach_over_a_rebase() -> None:
    values = [*CALM, *[9.0] * 4, *[109.0] * 3, *[111.0, 109.0] * 6]
    assert {s.index for s in xmr(values, rebases=[16]).signals} == set()


def test_a_new_phase_without_numbers_enough_is_left_out_and_has_no_latest() -> None:
    chart = xmr([*CALM, 1, 2, 1, 2], rebases=[12])
    assert [(p.start, p.end) for p in chart.phases] == [(0, 11)]
    assert chart.latest is None
    assert [p.is_trial for p in xmr([*CALM, 1, 2, 1, 2, 1], rebases=[12]).phases] == [False, True]


def test_rebases_come_in_any_order_and_those_outside_have_no_effect() -> None:
    values = CALM * 3
    assert xmr(values, rebases=[24, 12, 12]) == xmr(values, rebases=[12, 24])
    assert xmr(values, rebases=[0, -3, 36, 99]) == xmr(values)


def test_a_declared_window_gives_the_lines_of_its_phase_only() -> None:
    values = [50.0, 60, 70, *CALM, 80, 90, *CALM]
    chart = xmr(values, baseline=range(3, 15), rebases=[17])
    assert [p.mean for p in chart.phases] == [10, 10]
    assert (chart.phases[0].lower, chart.phases[0].upper) == pytest.approx((10 - REACH, 10 + REACH))
    assert {s.index for s in chart.signals} == {0, 1, 2, 15, 16}


def test_a_window_that_reaches_over_a_rebase_stops_there() -> None:
    values = [*CALM, *(value + 100 for value in CALM)]
    assert xmr(values, baseline=range(0, 15), rebases=[12]) == xmr(values, rebases=[12])


def test_a_window_with_too_few_numbers_carries_no_lines() -> None:
    assert xmr(CALM, baseline=range(4)).phases == ()
    assert xmr([None, *CALM], baseline=range(5)).phases == ()
    assert len(xmr(CALM, baseline=range(5)).phases) == 1
    assert xmr(CALM, baseline=range(0)) == xmr(CALM)


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        (3.9, Outlook.MET, Outlook.NOT_MET),
        (4.0, Outlook.VARIES, Outlook.VARIES),
        (10.0, Outlook.VARIES, Outlook.VARIES),
        (16.0, Outlook.VARIES, Outlook.VARIES),
        (16.1, Outlook.NOT_MET, Outlook.MET),
    ],
)
def test_a_target_against_the_limits(target: float, higher: Outlook, lower: Outlook) -> None:
    phase = Phase(start=0, end=11, mean=10, lower=4, upper=16, is_trial=False)
    assert outlook(target, phase, Direction.HIGHER) is higher
    assert outlook(target, phase, Direction.LOWER) is lower
    assert outlook(target, phase, Direction.NOT_JUDGED) is None


def test_words_are_those_of_the_rules() -> None:
    assert [rule.value for rule in Rule] == [
        "rajojen ulkopuolella",
        "2/3 lähellä rajaa samalla puolella",
        "7 peräkkäin samalla puolella",
        "7 pisteen suunta",
    ]
    assert [word.value for word in Outlook] == [
        "saavutetaan säännönmukaisesti",
        "ei saavuteta nykyisellä tavalla",
        "vaihtelee",
    ]


@given(series, windows, rebases)
def test_nothing_crashes_and_every_line_and_signal_has_its_place(
    values: list[float | None], window: range | None, starts: list[int]
) -> None:
    chart = xmr(values, window, starts)
    for phase in chart.phases:
        assert 0 <= phase.start <= phase.end < len(values)
        assert math.isfinite(phase.mean)
        assert phase.lower <= phase.mean <= phase.upper
    indexes = [signal.index for signal in chart.signals]
    assert indexes == sorted(set(indexes))
    locked = [index for phase in chart.phases if not phase.is_trial for index in range(phase.start, phase.end + 1)]
    assert set(indexes) <= {index for index in locked if values[index] is not None}


@given(series, windows, rebases)
def test_a_mirrored_series_has_mirrored_limits_and_the_same_signals(
    values: list[float | None], window: range | None, starts: list[int]
) -> None:
    chart = xmr(values, window, starts)
    mirror = xmr([value if value is None else -value for value in values], window, starts)
    assert mirror.signals == chart.signals
    assert [(p.start, p.end, -p.mean, -p.upper, -p.lower, p.is_trial) for p in mirror.phases] == [
        (p.start, p.end, p.mean, p.lower, p.upper, p.is_trial) for p in chart.phases
    ]


@given(patterned, st.integers(-1000, 1000), rebases)
def test_adding_a_constant_shifts_the_limits_and_keeps_the_signals(
    values: list[float | None], shift: int, starts: list[int]
) -> None:
    chart = xmr(values, rebases=starts)
    shifted = xmr([value if value is None else value + shift for value in values], rebases=starts)
    assert shifted.signals == chart.signals
    for one, other in zip(chart.phases, shifted.phases, strict=True):
        moved = (one.mean + shift, one.lower + shift, one.upper + shift)
        assert (other.mean, other.lower, other.upper) == pytest.approx(moved, abs=1e-9)


@given(patterned | whole, rebases)
def test_signals_are_those_that_the_rules_spell_out(values: list[float | None], starts: list[int]) -> None:
    chart = xmr(values, rebases=starts)
    told = {
        index: rule
        for phase in chart.phases
        if not phase.is_trial
        for index in range(phase.start, phase.end + 1)
        if (rule := spelled_out(values, phase, index))
    }
    assert {signal.index: signal.rule for signal in chart.signals} == told


def spelled_out(values: Sequence[float | None], phase: Phase, index: int) -> Rule | None:
    """The rules word by word, one point at a time."""
    if values[index] is None:
        return None

    def stretches(length: int) -> list[list[float]]:
        """Those without a missing month, within the phase, that the point belongs to: as offsets from the line."""
        first = max(phase.start, index - length + 1)
        starts = range(first, min(index, phase.end - length + 1) + 1)
        found = [[v - phase.mean for v in values[s : s + length] if v is not None] for s in starts]
        return [[0.0 if abs(v) < 1e-9 else v for v in stretch] for stretch in found if len(stretch) == length]

    def one_side(stretch: list[float]) -> bool:
        return all(v > 0 for v in stretch) or all(v < 0 for v in stretch)

    limit = phase.upper - phase.mean
    offset = stretches(1)[0][0]
    if abs(offset) > limit + 1e-9:
        return Rule.OUTSIDE
    near = limit * 2 / 3 + 1e-9
    if abs(offset) > near and any(one_side(s) and sum(abs(v) > near for v in s) >= 2 for s in stretches(3)):
        return Rule.TWO_OF_THREE
    if any(one_side(s) for s in stretches(SETTINGS.run_length)):
        return Rule.RUN
    steps = [[b - a for a, b in pairwise(s)] for s in stretches(SETTINGS.trend_length)]
    return Rule.TREND if any(one_side(s) for s in steps) else None
