"""Progress towards a target, and the progress that the calendar asks for (rules of the numbers, 1 and 3)."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.analysis.progress import contradicts, expected, is_met, progress
from data.model import Direction

START, END = date(2021, 1, 1), date(2021, 12, 31)  # 364 days
numbers = st.floats(min_value=-1e6, max_value=1e6).map(lambda number: round(number, 3))
days = st.dates(min_value=date(2018, 1, 1), max_value=date(2026, 12, 31))
shares = st.floats(min_value=-0.5, max_value=1.5)
judged = st.sampled_from([Direction.HIGHER, Direction.LOWER])


@pytest.mark.parametrize(
    ("baseline", "target", "latest", "share"),
    [
        (40, 60, 50, 0.5),
        (120, 90, 105, 0.5),
        (40, 60, 35, -0.25),
        (40, 60, 40, 0.0),
        (40, 60, 60, 1.0),
        (40, 60, 80, 2.0),
        (-10, 10, 0, 0.5),
    ],
)
def test_progress_is_the_share_of_the_way(baseline: float, target: float, latest: float, share: float) -> None:
    assert progress(baseline, target, latest) == share


def test_a_target_that_equals_the_baseline_is_kept_up_and_has_no_progress() -> None:
    assert progress(50, 50, 50) is None
    assert progress(50, 50, 70) is None
    assert is_met(50, 50, Direction.HIGHER)
    assert is_met(50, 50, Direction.LOWER)
    assert not contradicts(50, 50, Direction.HIGHER)
    assert not contradicts(50, 50, Direction.LOWER)


@pytest.mark.parametrize(
    ("latest", "direction", "met"),
    [
        (60, Direction.HIGHER, True),
        (60.1, Direction.HIGHER, True),
        (59.9, Direction.HIGHER, False),
        (60, Direction.LOWER, True),
        (59.9, Direction.LOWER, True),
        (60.1, Direction.LOWER, False),
        (60, Direction.NOT_JUDGED, None),
    ],
)
def test_a_target_is_met_on_it_and_beyond_it(latest: float, direction: Direction, met: bool | None) -> None:
    assert is_met(60, latest, direction) is met


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "wrong"),
    [
        (40, 30, Direction.HIGHER, True),
        (30, 40, Direction.HIGHER, False),
        (30, 40, Direction.LOWER, True),
        (40, 30, Direction.LOWER, False),
        (40, 30, Direction.NOT_JUDGED, False),
    ],
)
def test_a_target_on_the_worse_side_contradicts(
    baseline: float, target: float, direction: Direction, wrong: bool
) -> None:
    assert contradicts(baseline, target, direction) is wrong


@given(numbers, numbers, numbers, st.sampled_from([-1000, -2, 0.5, 10, 1000]), st.integers(-10_000, 10_000))
def test_progress_is_unchanged_by_a_common_scale_and_shift(
    baseline: float, target: float, latest: float, scale: float, shift: int
) -> None:
    assume(abs(target - baseline) > 1)
    moved = progress(*(scale * number + shift for number in (baseline, target, latest)))
    assert moved == pytest.approx(progress(baseline, target, latest), rel=1e-6, abs=1e-6)


@given(numbers, numbers, numbers, judged)
def test_a_sound_target_is_met_exactly_from_progress_one(
    baseline: float, target: float, latest: float, direction: Direction
) -> None:
    assume(target != baseline and not contradicts(baseline, target, direction))
    made = progress(baseline, target, latest)
    assert made is not None
    assert is_met(target, latest, direction) is (made >= 1)


@given(numbers, numbers)
def test_one_of_two_directions_contradicts_a_target_that_moves(baseline: float, target: float) -> None:
    wrong = {contradicts(baseline, target, direction) for direction in (Direction.HIGHER, Direction.LOWER)}
    assert wrong == ({False} if target == baseline else {True, False})


@pytest.mark.parametrize(
    ("now", "share"),
    [
        (START - timedelta(days=1), 0.0),
        (START, 0.0),
        (START + timedelta(days=91), 0.25),
        (START + timedelta(days=182), 0.5),
        (END - timedelta(days=1), 363 / 364),
        (END, 1.0),
        (END + timedelta(days=1), 1.0),
    ],
)
def test_expected_progress_follows_the_calendar_and_is_clamped(now: date, share: float) -> None:
    assert expected(START, END, now) == pytest.approx(share)


@pytest.mark.parametrize(
    ("day", "share"),
    [(0, 0.0), (50, 0.1), (100, 0.2), (150, 0.5), (200, 0.8), (282, 0.9), (364, 1.0)],
)
def test_interim_targets_bend_the_way(day: int, share: float) -> None:
    interim = [(START + timedelta(days=200), 0.8), (START + timedelta(days=100), 0.2)]
    assert expected(START, END, START + timedelta(days=day), interim) == pytest.approx(share)


def test_interim_targets_that_do_not_lie_between_have_no_effect() -> None:
    middle = START + timedelta(days=182)
    outside = [(START, 0.9), (START - timedelta(days=9), 0.8), (END, 0.3), (END + timedelta(days=9), 0.2)]
    assert expected(START, END, middle, outside) == 0.5


def test_of_two_interim_targets_for_one_day_the_higher_holds_from_then_on() -> None:
    middle = START + timedelta(days=182)
    for interim in ([(middle, 0.2), (middle, 0.6)], [(middle, 0.6), (middle, 0.2)]):
        assert expected(START, END, middle - timedelta(days=91), interim) == pytest.approx(0.1)
        assert expected(START, END, middle, interim) == 0.6


def test_an_interim_target_past_the_target_is_clamped() -> None:
    middle = START + timedelta(days=182)
    assert expected(START, END, middle, [(middle, 1.2)]) == 1.0
    assert expected(START, END, middle, [(middle, -0.2)]) == 0.0


@pytest.mark.parametrize(("target_date", "before"), [(START, -1), (START - timedelta(days=30), -31)])
def test_a_target_dated_to_the_baseline_or_before_it_is_due_at_once(target_date: date, before: int) -> None:
    assert expected(START, target_date, START + timedelta(days=before)) == 0.0
    assert expected(START, target_date, START) == 1.0
    assert expected(START, target_date, START + timedelta(days=1), [(START, 0.5)]) == 1.0


@given(days, days, days, st.lists(st.tuples(days, shares), max_size=5))
def test_expected_progress_is_always_a_share(
    baseline: date, target: date, now: date, interim: list[tuple[date, float]]
) -> None:
    assert 0 <= expected(baseline, target, now, interim) <= 1
    assert 0 <= expected(baseline, target, now, [(now, share) for _, share in interim]) <= 1


@given(days, days, days, days)
def test_expected_progress_never_falls_with_time(baseline: date, target: date, now: date, later: date) -> None:
    assert expected(baseline, target, min(now, later)) <= expected(baseline, target, max(now, later))
