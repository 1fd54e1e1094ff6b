"""What has been replaced or removed gives no more away than what holds now."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.small_numbers.replaced_values import protect_history
from data.catalogue import Catalogue
from data.model import Missing, Observation, Place, Revision, Role
from tests.builders import catalogue, indicator, observation
from tests.data.analysis.small_numbers.attack import INDICATOR, Cell, given_away, is_small, small_and_large, tables

CATALOGUE = catalogue(indicator(unit="hlö"))
PUBLIC = catalogue(indicator(unit="hlö", small_number_rule="julkinen"))


def count(value: float | None = None, group: str = "", **fields: Any) -> Observation:
    return observation(value, unit="hlö", group=group, **fields)


def held(start: int, end: int | None, value: Observation) -> Revision:
    return Revision(from_version=start, to_version=end, observation=value)


def shown(*revisions: Revision, known: Catalogue = CATALOGUE) -> list[float | str | None]:
    """What is shown of each: its value, or the reason for none. Order does not matter, and nothing else changes."""
    made = protect_history(revisions, known)
    assert set(protect_history(revisions[::-1], known)) == set(made)
    assert [(r.from_version, r.to_version, r.observation.key) for r in made] == [
        (r.from_version, r.to_version, r.observation.key) for r in revisions
    ]
    return [r.observation.value if r.observation.missing is None else r.observation.missing.value for r in made]


def test_a_small_count_is_hidden_whenever_it_held() -> None:
    assert shown(held(1, 2, count(3)), held(2, None, count(40))) == ["peitetty", 40]


def test_a_cell_that_is_hidden_now_was_no_freer_before() -> None:
    assert shown(held(1, 2, count(40)), held(2, None, count(3))) == ["peitetty", "peitetty"]


def test_large_counts_and_zeros_stay_and_so_do_public_ones() -> None:
    assert shown(held(1, 2, count(40)), held(2, 3, count(0)), held(3, None, count(41))) == [40, 0, 41]
    assert shown(held(1, 2, count(3)), held(2, None, count(2)), known=PUBLIC) == [3, 2]


def test_where_anything_is_hidden_no_total_of_the_past_is_shown() -> None:
    total, part = count(50), count(3, "ikä: 0–6")
    assert shown(held(1, 2, total), held(1, 2, part)) == ["peitetty", "peitetty"]


def test_a_corrected_total_and_addend_do_not_give_the_old_small_count_away() -> None:
    before = held(1, 2, count(43)), held(1, 2, count(3, "kunta: A"))
    now = held(1, None, count(40, "kunta: B")), held(2, None, count(48)), held(2, None, count(8, "kunta: A"))
    assert shown(*before, *now) == ["peitetty", "peitetty", 40, 48, 8]


def test_a_total_from_before_a_small_addend_came_does_not_give_it_away() -> None:
    before, now = held(1, 2, count(43)), held(2, None, count(46))
    rest = held(1, None, count(23, "kunta: A")), held(1, None, count(20, "kunta: B"))
    assert shown(before, now, *rest, held(2, None, count(3, "kunta: C"))) == [
        "peitetty", 46, 23, "peitetty", "peitetty",
    ]  # fmt: skip


def test_what_is_left_does_not_give_a_removed_small_count_away() -> None:
    towns = [held(1, None, count(value, f"kunta: {name}")) for name, value in (("A", 7), ("B", 6), ("C", 8))]
    ages = held(1, None, count(7, "ikä: 0–6")), held(1, None, count(11, "ikä: 7–12"))
    assert shown(*towns, *ages) == [7, 6, 8, 7, 11]
    assert shown(*towns, *ages, held(1, 2, count(3, "ikä: 13–17"))) == [7, "peitetty", 8, 7, 11, "peitetty"]


def test_a_removed_total_beside_an_addend_that_came_later_leaves_no_small_rest() -> None:
    assert shown(held(1, 2, count(43)), held(2, None, count(40, "kunta: B"))) == ["peitetty", "peitetty"]
    assert shown(held(1, 2, count(45)), held(2, None, count(40, "kunta: B"))) == [45, 40]


def test_other_indicators_and_regions_keep_their_past() -> None:
    elsewhere = held(1, 2, count(40, region="Kainuu")), held(2, None, count(41, region="Kainuu"))
    other = held(1, 2, count(50, indicator="toinen")), held(2, None, count(51, indicator="toinen"))
    assert shown(held(1, 2, count(3)), *elsewhere, *other) == ["peitetty", 40, 41, 50, 51]


@pytest.mark.parametrize("role", [Role.TARGET, Role.COMPARISON])
def test_old_targets_and_comparisons_stay(role: Role) -> None:
    assert shown(held(1, 2, count(20, role=role)), held(2, None, count(25, role=role)), held(1, None, count(3))) == [
        20, 25, "peitetty",
    ]  # fmt: skip


def test_a_gap_of_the_past_stays_a_gap() -> None:
    gap = count(missing=Missing.NOT_MEASURED)
    assert shown(held(1, 2, gap), held(2, None, count(3))) == ["ei mitattu", "peitetty"]


def test_the_printed_text_of_a_hidden_old_value_is_nowhere() -> None:
    place = Place(source="t.xlsx", sheet="S", cell="B2", as_printed="3 (12 %)")
    share = held(1, None, observation(12, unit="%", indicator="toinen", place=place))
    made = protect_history([held(1, 2, count(3, place=place)), held(2, None, count(40)), share], CATALOGUE)
    assert [r.observation.place.as_printed for r in made] == ["", "", ""]
    assert made[2].observation.value == 12


# An attacker has read every page of every version


class Publications(NamedTuple):
    """All revisions of a table that has been published, corrected and removed from, each with what it is made of."""

    revisions: list[Revision]
    cells: list[Cell]


@st.composite
def publications(draw: st.DrawFn) -> Publications:
    """Cells come, are corrected along with all that they are in, and are removed, version by version."""
    table = draw(tables(sizes=small_and_large))
    open_: dict[tuple[str, ...], tuple[Revision, Cell]] = {}
    closed: list[tuple[Revision, Cell]] = []
    for version in range(1, draw(st.integers(2, 4)) + 1):
        if version > 1 and draw(st.booleans()):
            table = table.corrected(draw(st.sampled_from(sorted(table.sizes))), draw(small_and_large))
        for cell in table.cells:
            key, is_told = cell.observation.key, draw(st.integers(0, 3)) > 0
            if key in open_ and not (is_told and open_[key][1].observation == cell.observation):
                revision, was = open_.pop(key)
                closed.append((revision.model_copy(update={"to_version": version}), was))
            if is_told and key not in open_:
                open_[key] = held(version, None, cell.observation), cell
    pairs = [*closed, *open_.values()]
    return Publications([revision for revision, _ in pairs], [cell for _, cell in pairs])


@settings(max_examples=300)
@given(publications())
def test_no_count_that_was_ever_hidden_follows_from_all_that_is_shown(published: Publications) -> None:
    known = catalogue(indicator(INDICATOR, unit="hlö"))
    made = [revision.observation for revision in protect_history(published.revisions, known)]
    pairs = list(zip(published.cells, made, strict=True))
    assert not any(after.is_numeric and is_small(cell.observation) for cell, after in pairs)
    assert given_away(pairs) == []
