"""The track from lähtötila to tavoite: right is always better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.track import places_on_track, row_figure
from data.model import Direction
from data.views.row_pictures import RowPicture, Track

numbers = st.floats(-1e4, 1e4)


@given(numbers, numbers, numbers, st.sampled_from(Direction))
def test_every_place_is_on_the_track(baseline: float, now: float, target: float, direction: Direction) -> None:
    track = Track(baseline=baseline, now=now, target=target, unit="%", direction=direction)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in places_on_track(track).values())


@pytest.mark.parametrize(
    ("direction", "baseline", "target"), [(Direction.HIGHER, 60.0, 80.0), (Direction.LOWER, 34.0, 24.0)]
)
def test_the_target_is_to_the_right_of_the_baseline(direction: Direction, baseline: float, target: float) -> None:
    middle = (baseline + target) / 2
    places = places_on_track(Track(baseline=baseline, now=middle, target=target, unit="", direction=direction))
    assert places["baseline"] == 0 and places["target"] == 1
    assert places["now"] == pytest.approx(0.5)


def test_a_value_past_the_target_stands_beyond_it_and_a_worse_one_before_the_baseline() -> None:
    past = places_on_track(Track(baseline=34, now=20, target=24, unit="", direction=Direction.LOWER))
    assert past["now"] > past["target"]
    worse = places_on_track(Track(baseline=34, now=40, target=24, unit="", direction=Direction.LOWER))
    assert worse["now"] < worse["baseline"]


def test_a_row_draws_what_there_is_and_says_that_there_is_no_way() -> None:
    track = Track(baseline=None, now=3, target=5, unit="", direction=Direction.HIGHER)
    assert len(row_figure(RowPicture(region="X", track=track, months=None, alt="")).data) == 1
    empty = row_figure(RowPicture(region="X", track=None, months=None, alt=""))
    assert not empty.data
    assert [note.text for note in empty.layout.annotations] == ["ei lähtötilaa eikä tavoitetta"]
