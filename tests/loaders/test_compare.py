"""The difference of a file against what is current."""

from hypothesis import given
from hypothesis import strategies as st

from data.model import Missing, Observation, Place, ProcessStatus, Role
from loaders.compare import compare
from tests.builders import observation, process_goal, year

records = st.lists(
    st.builds(observation, st.integers(0, 3).map(float), group=st.sampled_from("abcd")),
    max_size=4,
    unique_by=lambda o: o.key,
)


def test_new_changed_unchanged_and_missing_are_told_apart() -> None:
    current = [observation(1.0, group="a"), observation(2.0, group="b"), observation(3.0, group="c")]
    incoming = [observation(1.0, group="a"), observation(9.0, group="b"), observation(4.0, group="d")]
    compared = compare(incoming, current)
    assert compared.unchanged == (incoming[0],)
    assert compared.changed == ((current[1], incoming[1]),)
    assert compared.new == (incoming[2],)
    assert compared.missing == (current[2],)


def test_where_it_was_read_is_no_difference() -> None:
    elsewhere = observation(1.0, place=Place(source="toinen.xlsx", sheet="Taul1", cell="B2"))
    assert compare([elsewhere], [observation(1.0)]).is_empty


def test_other_indicators_and_regions_are_not_missing() -> None:
    current = [observation(1.0, region="Lappi"), observation(1.0, indicator="toinen")]
    assert compare([observation(1.0)], current).missing == ()


def test_zero_against_missing_and_another_qualifier_are_changes() -> None:
    other = observation(1.0, n=12)
    assert len(compare([other], [observation(1.0)]).changed) == 1


def test_a_process_goal_changes_by_its_status() -> None:
    compared = compare([process_goal(ProcessStatus.DONE)], [process_goal(ProcessStatus.PLANNED)])
    assert [(old.status, new.status) for old, new in compared.changed] == [(ProcessStatus.PLANNED, ProcessStatus.DONE)]


@given(records, records)
def test_nothing_vanishes_and_order_does_not_matter(incoming: list[Observation], current: list[Observation]) -> None:
    compared = compare(incoming, current)
    assert len(compared.new) + len(compared.changed) + len(compared.unchanged) == len(incoming)
    turned = compare(incoming[::-1], current[::-1])
    assert set(turned.new) == set(compared.new)
    assert set(turned.changed) == set(compared.changed)
    assert compare(incoming, incoming).is_empty
    assert all(o.role is Role.BASELINE and o.period == year(2019) for o in compared.new)


def test_a_number_that_an_export_hid_is_not_forgotten_when_the_export_comes_back() -> None:
    assert compare([observation(missing=Missing.HIDDEN)], [observation(3.0)]).is_empty
    assert not compare([observation(missing=Missing.NOT_MEASURED)], [observation(3.0)]).is_empty
