"""What has been replaced gives no more away than what holds now."""

from data.analysis.small_numbers.replaced_values import protect_past
from data.analysis.small_numbers.suppression import protect
from data.model import Missing, Observation
from tests.builders import catalogue, indicator, observation

CATALOGUE = catalogue(indicator(unit="hlö"))


def count(value: float) -> Observation:
    return observation(value, unit="hlö")


def test_a_small_count_is_hidden_whenever_it_held() -> None:
    (shown,) = protect_past([count(3)], protect([count(40)], CATALOGUE), CATALOGUE)
    assert shown.missing is Missing.HIDDEN
    assert shown.value is None


def test_a_cell_that_is_hidden_now_was_no_freer_before() -> None:
    (shown,) = protect_past([count(40)], protect([count(3)], CATALOGUE), CATALOGUE)
    assert shown.missing is Missing.HIDDEN


def test_large_counts_and_zeros_stay_and_so_do_public_ones() -> None:
    assert [o.value for o in protect_past([count(40), count(0)], [count(41)], CATALOGUE)] == [40, 0]
    public = catalogue(indicator(unit="hlö", small_number_rule="julkinen"))
    assert [o.value for o in protect_past([count(3)], protect([count(2)], public), public)] == [3]


def test_where_anything_is_hidden_no_total_of_the_past_is_shown() -> None:
    total, part = observation(50, unit="hlö"), observation(3, unit="hlö", group="ikä: 0–6")
    assert all(o.missing is Missing.HIDDEN for o in protect_past([total, part], [], CATALOGUE))
