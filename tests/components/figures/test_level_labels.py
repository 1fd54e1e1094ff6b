"""Names of levels: no two overlap, and the line is left free where there is room."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.figures.level_labels import Box, Label, place_labels, spread

WIDTH, HEIGHT, SIZE = 220.0, 100.0, 12.0


def boxes_of(seed: int) -> tuple[list[Box], list[tuple[float, float]]]:
    """Return the boxes of a baseline's and a target's names over a generated series, and its points."""
    chance = random.Random(seed)
    level = chance.uniform(20, 80)
    points = []
    for at in range(36):
        level = min(max(level + chance.gauss(0, 6), 5), 95)
        points.append((WIDTH * at / 35, level))
    labels = [Label("lähtötila 61,8", chance.uniform(5, 95)), Label("⚑ 80 %", chance.uniform(5, 95))]
    return [place.box for place in place_labels(labels, points, WIDTH, HEIGHT, SIZE)], points


def test_no_two_names_overlap_over_three_hundred_series() -> None:
    for seed in range(300):
        (first, second), _ = boxes_of(seed)
        assert first.overlap(second) == 0, seed


def test_names_stay_inside_the_plot() -> None:
    for seed in range(300):
        for box in boxes_of(seed)[0]:
            assert box.left >= 0 and box.right <= WIDTH and box.top >= 0 and box.bottom <= HEIGHT


def test_a_free_corner_is_taken() -> None:
    rising = [(0.0, 90.0), (110.0, 80.0), (220.0, 10.0)]
    (place,) = place_labels([Label("⚑ 80 %", 30.0)], rising, WIDTH, HEIGHT, SIZE)
    assert place.anchor == "left"


@given(st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_names_in_the_margin_are_pushed_apart_and_keep_their_order(wanted: list[float]) -> None:
    places = spread(wanted, 17, 0, 300)
    ordered = sorted(range(len(wanted)), key=lambda at: wanted[at])
    for upper, lower in pairwise(ordered):
        assert places[lower] - places[upper] >= 17 - 1e-6
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in places)
