"""What the shown counts of one table give away of its hidden ones, and what has to be hidden beside them.

A table is one indicator of one region in one unit: groups and their totals, periods and the longer periods that they
make up. A group has a running total over time, a shown count is the difference of two of them, and a group is the sum
of its subgroups. What follows from that by adding and subtracting is found by exact elimination (the linear audit of
τ-ARGUS). Upper bounds that remain are not guarded against.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

Edge = tuple[str, int]


class Cell(NamedTuple):
    """A place in a table: the parts of the group in order, and a period from its first day to the day after its last.

    The edge of a known day is ("", ordinal); a period that has no days has the edges (label, 0) and (label, 1).
    """

    parts: tuple[str, ...]
    start: Edge
    end: Edge


class People(NamedTuple):
    """The counts behind a value; None: not told. `size` is the one of them by which the next smallest is chosen."""

    counted: float | None
    asked: float | None
    size: float

    def any_small(self, k: int) -> bool:
        """Whether those counted, those asked, or those asked and not counted are from 1 to k − 1."""
        rest = None if self.counted is None or self.asked is None else self.asked - self.counted
        return any(number is not None and 1 <= number < k for number in (self.counted, self.asked, rest))


_Shown = Mapping[Cell, People]
_Total = tuple[tuple[str, ...], Edge]  # the running total of a group at an edge: what is not known
_Factor = int | Fraction
_Row = dict[Cell | _Total, _Factor]  # a sum: running totals and shown cells, each times its factor
_Basis = dict[Cell | _Total, _Row]  # sums that are nought, each by the running total that it solves


class _Family(NamedTuple):
    """A group and its subgroups along one dimension, or (parent None) all the answers of the same people."""

    parent: Cell | None
    children: list[Cell]


def hidden_beside(shown: _Shown, hidden: Set[Cell], k: int) -> set[Cell]:
    """`hidden` and what must be hidden beside it, so that the rest of `shown` gives away no small count.

    Of the cells that give one away the smallest is hidden: of a total and its addends the next smallest addend, or the
    total when there is none. A zero is never hidden so. Repeated until nothing is given away.
    """
    closed = set(hidden)
    while True:
        still = {cell: people for cell, people in sorted(shown.items()) if cell not in closed}
        found: set[Cell] = set()
        for formula in _leaks(still, closed, k):
            able = [cell for cell in formula if still[cell].size or still[cell].asked]
            if able and not found & formula:
                found.add(min(able, key=lambda cell: (still[cell].size, -len(cell.parts), cell)))
        if not found:
            return closed
        closed |= found


def _leaks(shown: _Shown, hidden: Set[Cell], k: int) -> Iterator[set[Cell]]:
    """Sets of shown cells from which a hidden cell or a small rest follows.

    A rest is what a total leaves over its shown addends, or what passes between two cumulative values. It is small when
    it has no hidden addends and is from 1 to k − 1, or when it has just as many as it counts: then each of them is 1.
    """
    told, completed = _families([*shown, *hidden], shown)
    edges: dict[tuple[str, ...], set[Edge]] = defaultdict(set)
    for cell in (*shown, *hidden):
        edges[cell.parts] |= {cell.start, cell.end}
    for families in (told, completed) if told != completed else (told,):
        basis = _basis(shown, families, edges)
        for cell in sorted(hidden):
            row = _reduced(_value(cell), basis)
            if row.keys() <= shown.keys():
                yield _cells(row)
        for rest, addends in (*_group_rests(families, hidden), *_time_rests([*shown, *hidden], hidden, basis)):
            row = _reduced(rest, basis)
            if row.keys() <= shown.keys():
                people = _sum(row, shown)
                if people.size == addends if addends else people.any_small(k):
                    yield _cells(row)


def _families(cells: Iterable[Cell], shown: _Shown) -> tuple[list[_Family], list[_Family]]:
    """Each group with its subgroups by each dimension: those that are told, and all that are told in some period."""
    known = set(cells)
    every = {
        c._replace(parts=p) for c in known for size in range(len(c.parts) + 1) for p in combinations(c.parts, size)
    }
    siblings: dict[str, set[str]] = defaultdict(set)
    found: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in sorted(every):
        for at, part in enumerate(cell.parts):
            dimension = part.rpartition(": ")[0]
            parent = cell._replace(parts=cell.parts[:at] + cell.parts[at + 1 :])
            siblings[dimension].add(part)
            found[parent, dimension].append(cell)
    told = [_Family(parent, children) for (parent, _), children in found.items()]
    told += [_Family(None, family.children) for family in told if _are_answers(family, shown)]
    completed = [
        _Family(
            parent, [parent._replace(parts=tuple(sorted((*parent.parts, part)))) for part in sorted(siblings[name])]
        )
        for parent, name in found
    ]
    return told, completed


def _are_answers(family: _Family, shown: _Shown) -> bool:
    """Whether the children are the answers of the same people, so that together they make up everybody."""
    told = [shown[child] for child in family.children if child in shown]
    counted = [people.counted for people in told if people.counted is not None]
    asked = told[0].asked if told else None
    is_shared = asked is not None and len(counted) == len(told) and {people.asked for people in told} == {asked}
    return is_shared and len(family.children) > 2 and sum(counted) <= (asked or 0)


def _group_rests(families: Iterable[_Family], hidden: Set[Cell]) -> Iterator[tuple[_Row, int]]:
    """What each group leaves over its subgroups that are not hidden, and how many are."""
    for parent, children in families:
        if parent:
            others = [child for child in children if child not in hidden]
            yield _less(_value(parent), others), len(children) - len(others)


def _time_rests(cells: Iterable[Cell], hidden: Set[Cell], basis: _Basis) -> Iterator[tuple[_Row, int]]:
    """What passes between two edges of a group whose difference is known, and how many hidden periods it covers.

    A span of which one part is hidden and another was never told is passed over: the other part may be nothing.
    """
    edges: dict[tuple[str, ...], set[Edge]] = defaultdict(set)
    for cell in cells:
        edges[cell.parts] |= {cell.start, cell.end}
    for parts, found in edges.items():
        ordered = sorted(found)
        newest: dict[frozenset[object], int] = {}  # by what is not known of the running total: the last edge with it
        for at, edge in enumerate(ordered):
            row = _reduced({(parts, edge): 1}, basis)
            unknown = frozenset(item for item in row.items() if not isinstance(item[0], Cell))
            before = newest.get(unknown, at)
            are_hidden = [Cell(parts, *ends) in hidden for ends in pairwise(ordered[before : at + 1])]
            if are_hidden and all(are_hidden) == any(are_hidden):
                yield _value(Cell(parts, ordered[before], edge)), sum(are_hidden)
            newest[unknown] = at


def _value(cell: Cell) -> _Row:
    """A cell as the difference of two running totals."""
    return {(cell.parts, cell.end): 1, (cell.parts, cell.start): -1}


def _less(row: _Row, cells: Iterable[Cell]) -> _Row:
    for cell in cells:
        _add(row, _value(cell), -1)
    return row


def _add(row: _Row, other: _Row, factor: _Factor) -> None:
    for column, number in other.items():
        made = row.get(column, 0) + factor * number
        if made:
            row[column] = made
        else:
            del row[column]


def _basis(shown: _Shown, families: Iterable[_Family], edges) -> _Basis:
    """All that is known: the shown cells, and that a group is the sum of its subgroups."""
    rows: list[_Row] = [{**_value(cell), cell: -1} for cell in shown]
    rows += [_less(_value(family.parent) if family.parent else {}, family.children) for family in families]
    for cell in shown:
        if not shown[cell].size:
            for parts, found in edges.items():
                if set(cell.parts) <= set(parts):
                    rows += [{(parts, edge): 1, (parts, cell.start): -1} for edge in found if cell.start < edge <= cell.end]
    basis: _Basis = {}
    for row in rows:
        reduced = _reduced(row, basis)
        pivot = next((column for column in reduced if not isinstance(column, Cell)), None)
        if pivot is not None:
            basis[pivot] = {column: _ratio(number, reduced[pivot]) for column, number in reduced.items()}
    return basis


def _ratio(one: _Factor, other: _Factor) -> _Factor:
    """One divided by the other exactly; whole numbers, which nearly all are, stay so and are quick."""
    return one * other if other in (1, -1) else Fraction(one) / other


def _reduced(row: _Row, basis: _Basis) -> _Row:
    """A row without the running totals that the basis solves; only shown cells are left where it is determined."""
    row = dict(row)
    while (pivot := next((column for column in row if column in basis), None)) is not None:
        _add(row, basis[pivot], -row[pivot])
    return row


def _cells(row: _Row) -> set[Cell]:
    return {column for column in row if isinstance(column, Cell)}


def _sum(row: _Row, shown: _Shown) -> People:
    """The counts that a row of shown cells makes; None where a part of it is not told."""
    terms = [(float(number), shown[cell]) for cell, number in row.items() if isinstance(cell, Cell)]

    def added(numbers: list[float | None]) -> float | None:
        known = [factor * number for (factor, _), number in zip(terms, numbers, strict=True) if number is not None]
        return sum(known) if len(known) == len(terms) else None

    counted, asked = added([people.counted for _, people in terms]), added([people.asked for _, people in terms])
    return People(counted, asked, sum(factor * people.size for factor, people in terms))
