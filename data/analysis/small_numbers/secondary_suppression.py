"""What the shown cells of a table give away of its hidden ones, and what has to be hidden beside them.

What follows from the sums of a table by adding and subtracting is found by exact elimination. That nothing is below
zero is known too; other bounds ("at most 7") are not taken for giving away.
"""

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from data.analysis.small_numbers.count_table import (
    Cell,
    Edge,
    Edges,
    Family,
    Names,
    People,
    Shown,
    Term,
    edges_of,
    families,
    names_by_dimension,
    overlapping,
    rest,
    sums_of_nothing,
    sums_of_periods,
    value,
)
from data.analysis.small_numbers.linear_relations import Relations, Sum


def hidden_beside(shown: Shown, hidden: Set[Cell], k: int) -> set[Cell]:
    """Return `hidden` and what must be hidden beside it, so that the rest of `shown` gives away no small count.

    Of the cells that give one away the smallest is hidden: of a total and its addends the next smallest addend, or the
    total when there is no other. A zero is never hidden so. Repeated until nothing is given away.
    """
    cells = shown.keys() | hidden
    names = names_by_dimension(cells)
    closed: set[Cell] = set()
    for table in overlapping(cells):
        closed |= _hidden_in({cell: shown[cell] for cell in table if cell in shown}, hidden & table, names, k)
    return closed


def _hidden_in(shown: Shown, hidden: Set[Cell], names: Names, k: int) -> set[Cell]:
    """Return what `hidden_beside` does of cells whose periods overlap."""
    closed = set(hidden)
    if len(shown) + len(hidden) < 2:
        return closed
    while True:
        still = {cell: people for cell, people in sorted(shown.items()) if cell not in closed}
        closing: set[Cell] = set()
        for cells in _leaks(still, closed, names, k):
            able = [cell for cell in cells if not still[cell].is_nobody]
            if able and closing.isdisjoint(cells):
                closing.add(min(able, key=lambda cell: (still[cell].size, -len(cell.parts), cell)))
        if not closing:
            return closed
        closed |= closing


def _leaks(shown: Shown, hidden: Set[Cell], names: Names, k: int) -> Iterator[list[Cell]]:
    """Shown cells that together give away a hidden cell, or a small count that no cell tells.

    A subgroup that is told in some periods only is read both ways: as nothing in the others, and as not known.
    """
    present, completed = families(shown.keys() | hidden, shown, names)
    for read in (present, completed) if present != completed else (present,):
        holding, edges, relations = _added_up(read, shown, hidden)
        for cell in sorted(hidden):
            if formula := relations.in_known(value(cell)):
                yield _cells(formula)
        for left, addends in (*_rests_of_groups(holding, shown, hidden), *_rests_of_periods(edges, hidden, relations)):
            if formula := relations.in_known(left):
                people = _people(formula, shown)
                # Hidden addends are at least 1 each: where they make up no more than that, each of them is 1.
                if people.size == addends if addends else people.any_small(k):
                    yield _cells(formula)


def _added_up(read: list[Family], shown: Shown, hidden: Set[Cell]) -> tuple[list[Family], Edges, Relations[Term]]:
    """Return the families that hold, the edges of their periods, and how all that adds up.

    A hidden cell counts somebody, so a family whose hidden parent adds up to zero lacks a subgroup and does not hold.
    """
    while True:
        cells = shown.keys() | hidden | {cell for family in read for cell in family.members}
        edges = edges_of(cells)
        sums = (*sums_of_periods(shown, cells, edges), *sums_of_nothing(shown, edges), *(rest(f, shown) for f in read))
        relations = Relations(shown.keys(), sums)
        formulas = {cell: relations.in_known(value(cell)) for cell in hidden}
        nobody = {cell for cell, f in formulas.items() if f is not None and all(shown[c].is_nobody for c in _cells(f))}
        holding = [family for family in read if family.parent not in nobody]
        if len(holding) == len(read):
            return holding, edges, relations
        read = holding


def _cells(formula: Sum[Term]) -> list[Cell]:
    return [term for term in formula if isinstance(term, Cell)]


def _people(formula: Sum[Term], shown: Shown) -> People:
    """Return the counts of people that a sum of shown cells comes to."""
    parts = [(float(formula[cell]), shown[cell]) for cell in _cells(formula)]
    return People(*(sum(factor * people[at] for factor, people in parts) for at in range(3)))


def _rests_of_groups(read: Iterable[Family], shown: Shown, hidden: Set[Cell]) -> Iterator[tuple[Sum[Term], int]]:
    """Yield, for each group, its sum less the subgroups that are not hidden, and the number of hidden subgroups."""
    for family in read:
        if family.parent:
            lost = hidden & set(family.children)
            yield rest(family, shown, lost), len(lost)


def _rests_of_periods(edges: Edges, hidden: Set[Cell], relations: Relations[Term]) -> Iterator[tuple[Sum[Term], int]]:
    """Yield the sum between two edges of a group where it is determined, and how many hidden periods lie between."""
    for parts, ordered in edges.items():
        newest: dict[frozenset[object], int] = {}  # by what is not known of the running total: the last edge with it
        for at, edge in enumerate(ordered):
            unknown = frozenset(relations.unknown_of({(parts, edge): 1}).items())
            if unknown in newest:
                inside: list[Edge] = ordered[newest[unknown] : at + 1]
                addends = sum(Cell(parts, *ends) in hidden for ends in pairwise(inside))
                yield value(Cell(parts, inside[0], edge)), addends
            newest[unknown] = at
