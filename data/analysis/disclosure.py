"""What the shown counts of one table give away of its hidden ones, and what has to be hidden beside them.

A table is one indicator of one region in one unit: groups and their totals, periods and the longer ones that they make
up. What follows from its sums by adding and subtracting is found by exact elimination. That nothing is below zero is
known too; other bounds ("at most 7") are not taken for giving away.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import combinations, pairwise
from typing import NamedTuple

from data.analysis.elimination import Relations, Sum, add

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


_Shown = Mapping[Cell, People]
_Edges = Mapping[tuple[str, ...], list[Edge]]  # of the periods of each group, in order
_Term = Cell | tuple[tuple[str, ...], Edge]  # a shown cell, which is known; the running total of a group, which is not
_Terms = Sum[_Term]


class _Family(NamedTuple):
    """A group and its subgroups along one dimension; or (parent None) all the answers of the same people."""

    parent: Cell | None
    children: tuple[Cell, ...]

    @property
    def members(self) -> tuple[Cell, ...]:
        """The group and its subgroups."""
        return (self.parent, *self.children) if self.parent else self.children


def hidden_beside(shown: _Shown, hidden: Set[Cell], k: int) -> set[Cell]:
    """`hidden` and what must be hidden beside it, so that the rest of `shown` gives away no small count.

    Of the cells that give one away the smallest is hidden: of a total and its addends the next smallest addend, or the
    total when there is no other. A zero is never hidden so. Repeated until nothing is given away.
    """
    closed = set(hidden)
    while True:
        still = {cell: people for cell, people in sorted(shown.items()) if cell not in closed}
        found: set[Cell] = set()
        for formula in _leaks(still, closed, k):
            able = [cell for cell in formula if not still[cell].is_nobody]
            if able and found.isdisjoint(formula):
                found.add(min(able, key=lambda cell: (still[cell].size, -len(cell.parts), cell)))
        if not found:
            return closed
        closed |= found


def _leaks(shown: _Shown, hidden: Set[Cell], k: int) -> Iterator[list[Cell]]:
    """Shown cells that together give away a hidden cell, or a small count that no cell tells.

    A subgroup that is told in some periods only is read both ways: as nothing in the others, and as not known.
    """
    told, completed = _families(shown.keys() | hidden, shown)
    for read in (told, completed) if told != completed else (told,):
        families, edges, relations = _added_up(read, shown, hidden)
        for cell in sorted(hidden):
            if formula := relations.in_known(_value(cell)):
                yield _cells(formula)
        for rest, addends in (*_rests_of_groups(families, shown, hidden), *_rests_of_periods(edges, hidden, relations)):
            if formula := relations.in_known(rest):
                people = _people(formula, shown)
                # Hidden addends are at least 1 each: where they make up no more than that, each of them is 1.
                if people.size == addends if addends else people.any_small(k):
                    yield _cells(formula)


def _added_up(
    families: list[_Family], shown: _Shown, hidden: Set[Cell]
) -> tuple[list[_Family], _Edges, Relations[_Term]]:
    """The groups that hold, the edges of their periods, and how all that adds up.

    Nobody is hidden that is nobody: a hidden group of which that would follow has subgroups that are not told.
    """
    while True:
        cells = shown.keys() | hidden | {cell for family in families for cell in family.members}
        edges = _edges(cells)
        sums = (*_sums_of_periods(shown, cells, edges), *_zeros(shown, edges), *(_rest(f, shown) for f in families))
        relations = Relations(shown.keys(), sums)
        formulas = {cell: relations.in_known(_value(cell)) for cell in hidden}
        nobody = {cell for cell, f in formulas.items() if f is not None and all(shown[c].is_nobody for c in _cells(f))}
        holding = [family for family in families if family.parent not in nobody]
        if len(holding) == len(families):
            return families, edges, relations
        families = holding


def _cells(terms: _Terms) -> list[Cell]:
    return [term for term in terms if isinstance(term, Cell)]


def _people(formula: _Terms, shown: _Shown) -> People:
    """The counts that a sum of shown cells makes."""
    parts = [(float(formula[cell]), shown[cell]) for cell in _cells(formula)]
    return People(*(sum(factor * people[at] for factor, people in parts) for at in range(3)))


def _families(cells: Iterable[Cell], shown: _Shown) -> tuple[list[_Family], list[_Family]]:
    """Each group with its subgroups by each dimension, twice: those told in its period, and those told in any."""
    every = {cell._replace(parts=some) for cell in cells for some in _subsets(cell.parts)}
    found: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for cell in sorted(every):
        for at, part in enumerate(cell.parts):
            dimension = part.rpartition(": ")[0]
            named[dimension].add(part)
            found[cell._replace(parts=cell.parts[:at] + cell.parts[at + 1 :]), dimension].append(cell)
    told = [_Family(parent, tuple(children)) for (parent, _), children in found.items()]
    completed = [
        _Family(parent, tuple(parent._replace(parts=tuple(sorted((*parent.parts, p)))) for p in sorted(named[name])))
        for parent, name in found
    ]
    return told + [_Family(None, family.children) for family in told if _are_answers(family, shown)], completed


def _subsets(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A group and all the groups that it belongs to, the whole among them."""
    for size in range(len(parts) + 1):
        yield from combinations(parts, size)


def _are_answers(family: _Family, shown: _Shown) -> bool:
    """Whether the children are answers of the same people: asked alike, and together no more than all of them."""
    told = [shown[child] for child in family.children if child in shown]
    asked = {people.asked for people in told}
    return len(family.children) > 2 and len(asked) == 1 and sum(people.counted for people in told) <= asked.pop()


def _edges(cells: Iterable[Cell]) -> _Edges:
    found: dict[tuple[str, ...], set[Edge]] = defaultdict(set)
    for cell in cells:
        found[cell.parts] |= {cell.start, cell.end}
    return {parts: sorted(edges) for parts, edges in found.items()}


def _value(cell: Cell) -> _Terms:
    """A cell as the difference of two running totals."""
    return {(cell.parts, cell.end): 1, (cell.parts, cell.start): -1}


def _sums_of_periods(shown: _Shown, cells: Iterable[Cell], edges: _Edges) -> Iterator[_Terms]:
    """Shown cells as differences of running totals, in the groups some period of which is made up of shorter ones."""
    joined = {cell.parts for cell in cells if any(cell.start < edge < cell.end for edge in edges[cell.parts])}
    for cell in shown:
        if cell.parts in joined:
            yield {**_value(cell), cell: -1}


def _zeros(shown: _Shown, edges: _Edges) -> Iterator[_Terms]:
    """Within a period that is shown to be zero nothing passes, in the group or in its subgroups, told or not."""
    for cell, people in shown.items():
        if people.is_nobody:
            for parts in edges:
                if set(cell.parts) <= set(parts):
                    inside = [edge for edge in edges[parts] if cell.start <= edge <= cell.end]
                    yield from (_value(Cell(parts, *ends)) for ends in pairwise(inside))


def _rest(family: _Family, shown: _Shown, without: Set[Cell] = frozenset()) -> _Terms:
    """What a group leaves over its subgroups, some left out; without a parent the answers, less everybody."""
    made: _Terms = {}
    for cell in family.members:
        if cell not in without:
            value: _Terms = {cell: 1} if cell in shown else _value(cell)
            add(made, value, 1 if cell == family.parent else -1)
    return made


def _rests_of_groups(families: Iterable[_Family], shown: _Shown, hidden: Set[Cell]) -> Iterator[tuple[_Terms, int]]:
    """What each group leaves over its subgroups that are not hidden, and how many are."""
    for family in families:
        if family.parent:
            lost = hidden & set(family.children)
            yield _rest(family, shown, lost), len(lost)


def _rests_of_periods(edges: _Edges, hidden: Set[Cell], relations: Relations[_Term]) -> Iterator[tuple[_Terms, int]]:
    """What passes between two edges of a group when that is determined, and how many hidden periods it covers."""
    for parts, ordered in edges.items():
        newest: dict[frozenset[object], int] = {}  # by what is not known of the running total: the last edge with it
        for at, edge in enumerate(ordered):
            unknown = frozenset(relations.unknown_of({(parts, edge): 1}).items())
            if unknown in newest:
                inside = ordered[newest[unknown] : at + 1]
                addends = sum(Cell(parts, *ends) in hidden for ends in pairwise(inside))
                yield _value(Cell(parts, inside[0], edge)), addends
            newest[unknown] = at
