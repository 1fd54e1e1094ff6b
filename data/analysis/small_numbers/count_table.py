"""The cells of a table of counts, and how they add up: groups of their subgroups, periods of shorter ones.

A table is one indicator of one region in one unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import combinations, pairwise
from typing import NamedTuple

from data.analysis.small_numbers.linear_relations import Sum, add

Edge = tuple[str, int]


class Cell(NamedTuple):
    """A place in a table: the parts of the group in order, and a period from its first day to the day after its last.

    The edge of a known day is ("", ordinal); a period that has no days has the edges (label, 0) and (label, 1).
    """

    parts: tuple[str, ...]
    start: Edge
    end: Edge


class People(NamedTuple):
    """The counts behind a value, nan where they are not told; the next smallest is chosen by `size`."""

    counted: float
    asked: float
    size: float

    def any_small(self, k: int) -> bool:
        """Whether those counted, those asked, or those asked and not counted are from 1 to k − 1."""
        return any(1 <= number < k for number in (self.counted, self.asked, self.asked - self.counted))

    @property
    def is_nobody(self) -> bool:
        """Whether there is nobody to hide, counted or asked."""
        return not self.size and not self.asked > 0


class Family(NamedTuple):
    """A group and its subgroups along one dimension; or (parent None) all the answers of the same people."""

    parent: Cell | None
    children: tuple[Cell, ...]

    @property
    def members(self) -> tuple[Cell, ...]:
        """The group and its subgroups."""
        return (self.parent, *self.children) if self.parent else self.children


Shown = Mapping[Cell, People]
Names = Mapping[str, Set[str]]  # of subgroups, by their dimension
Edges = Mapping[tuple[str, ...], list[Edge]]  # of the periods of each group, in order
Term = Cell | tuple[tuple[str, ...], Edge]  # a shown cell, which is known; the running total of a group, which is not


def overlapping(cells: Iterable[Cell]) -> Iterator[set[Cell]]:
    """Yield the cells in sets whose periods do not overlap with those of other sets: nothing adds up across them."""
    ends: Edge | None = None
    together: set[Cell] = set()
    for cell in sorted(cells, key=lambda cell: cell.start):
        if ends is not None and cell.start >= ends:
            yield together
            together = set()
        together.add(cell)
        ends = cell.end if ends is None else max(ends, cell.end)
    if together:
        yield together


def names_by_dimension(cells: Iterable[Cell]) -> Names:
    """Return the names of subgroups that each dimension has."""
    names: dict[str, set[str]] = defaultdict(set)
    for part in {part for cell in cells for part in cell.parts}:
        names[part.rpartition(": ")[0]].add(part)
    return names


def families(cells: Iterable[Cell], shown: Shown, names: Names) -> tuple[list[Family], list[Family]]:
    """Return each group with its subgroups by each dimension, twice: those told in its period, and all of the names.

    A group that no cell tells is there too: two of its dimensions may have one and the same total.
    """
    every = {cell._replace(parts=some) for cell in cells for some in _subsets(cell.parts)}
    groups: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in sorted(every):
        for at, part in enumerate(cell.parts):
            dimension = part.rpartition(": ")[0]
            groups[cell._replace(parts=cell.parts[:at] + cell.parts[at + 1 :]), dimension].append(cell)
    present = [Family(parent, tuple(children)) for (parent, _), children in groups.items()]
    completed = [
        Family(parent, tuple(parent._replace(parts=tuple(sorted((*parent.parts, p)))) for p in sorted(names[name])))
        for parent, name in groups
    ]
    return present + [Family(None, family.children) for family in present if _are_answers(family, shown)], completed


def _subsets(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a group and every group that contains it, that of everybody first."""
    for size in range(len(parts) + 1):
        yield from combinations(parts, size)


def _are_answers(family: Family, shown: Shown) -> bool:
    """Return whether the children are answers of the same people: as many asked, no more counted than asked."""
    answers = [shown[child] for child in family.children if child in shown]
    asked = {people.asked for people in answers}
    return len(family.children) > 2 and len(asked) == 1 and sum(people.counted for people in answers) <= asked.pop()


def edges_of(cells: Iterable[Cell]) -> Edges:
    """Return the edges of the periods of each group, in order."""
    by_group: dict[tuple[str, ...], set[Edge]] = defaultdict(set)
    for cell in cells:
        by_group[cell.parts] |= {cell.start, cell.end}
    return {parts: sorted(edges) for parts, edges in by_group.items()}


def value(cell: Cell) -> Sum[Term]:
    """Return a cell as the running total at its end less that at its start."""
    return {(cell.parts, cell.end): 1, (cell.parts, cell.start): -1}


def sums_of_periods(shown: Shown, cells: Iterable[Cell], edges: Edges) -> Iterator[Sum[Term]]:
    """Yield each shown cell as a difference of running totals, in groups where a period is made up of shorter ones."""
    joined = {cell.parts for cell in cells if any(cell.start < edge < cell.end for edge in edges[cell.parts])}
    for cell in shown:
        if cell.parts in joined:
            yield {**value(cell), cell: -1}


def sums_of_nothing(shown: Shown, edges: Edges) -> Iterator[Sum[Term]]:
    """Yield the sums that are zero: those within a period shown to be zero, in its group and its subgroups."""
    for cell, people in shown.items():
        if people.is_nobody:
            for parts in edges:
                if set(cell.parts) <= set(parts):
                    inside = [edge for edge in edges[parts] if cell.start <= edge <= cell.end]
                    yield from (value(Cell(parts, *ends)) for ends in pairwise(inside))


def rest(family: Family, shown: Shown, without: Set[Cell] = frozenset()) -> Sum[Term]:
    """Return a group less its subgroups, but those in `without`; of answers, which have no parent, minus their sum."""
    left_over: Sum[Term] = {}
    for cell in family.members:
        if cell not in without:
            term: Sum[Term] = {cell: 1} if cell in shown else value(cell)
            add(left_over, term, 1 if cell == family.parent else -1)
    return left_over
