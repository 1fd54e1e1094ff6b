"""What follows from known sums, worked out without rounding."""

from fractions import Fraction

from data.analysis.small_numbers.linear_relations import Relations


def test_what_is_left_of_a_total_is_determined() -> None:
    relations = Relations({"total", "a"}, [{"total": 1, "a": -1, "b": -1}])
    assert relations.in_known({"b": 1}) == {"total": 1, "a": -1}
    assert relations.unknown_of({"b": 1}) == {}


def test_two_unknown_addends_are_known_together_only() -> None:
    relations = Relations({"total"}, [{"total": 1, "a": -1, "b": -1}])
    assert relations.in_known({"a": 1}) is None
    assert relations.in_known({"a": 1, "b": 1}) == {"total": 1}


def test_sums_that_share_unknown_terms_are_solved_together() -> None:
    zeros = [{"x": -1, "a": 1, "b": 1}, {"y": -1, "b": 1, "c": 1}, {"z": -1, "a": 1, "c": 1}]
    relations = Relations({"x", "y", "z"}, zeros)
    half = Fraction(1, 2)
    assert relations.in_known({"a": 1}) == {"x": half, "y": -half, "z": half}
    assert relations.in_known({"a": 1, "b": 1}) == {"x": 1}


def test_a_sum_of_known_terms_alone_solves_nothing() -> None:
    relations = Relations({"x", "y"}, [{"x": 1, "y": -1}])
    assert relations.in_known({"x": 1}) == {"x": 1}
