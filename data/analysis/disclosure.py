"""What the shown counts of one table give away of its hidden ones, and what has to be hidden beside them.

A table is one indicator of one region in one unit: groups and their totals, periods and the longer ones that they make
up. What follows from the sums of a table by adding and subtracting is found by exact elimination, the way linear audits
of tables do. A bound ("at most 7") is not taken for giving away, save that nothing is less than zero.
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
    """The counts behind a value; None: not told. `size` is the one of them by which the next smallest is chosen."""

    counted: float | None
    asked: float | None
    size: float

    def any_small(self, k: int) -> bool:
        """Whether those counted, those asked, or those asked and not counted are from 1 to k − 1."""
        rest = None if self.counted is None or self.asked is None else self.asked - self.counted
        return any(number is not None and 1 <= number < k for number in (self.counted, self.asked, rest))


_Shown = Mapping[Cell, People]
_Groups = Mapping[tuple[str, ...], list[Cell]]


class _Family(NamedTuple):
    """A group and its subgroups along one dimension; or (parent None) all the answers of the same people."""

    parent: Cell | None
    children: tuple[Cell, ...]


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


def _leaks(shown: _Shown, hidden: Set[Cell], k: int) -> Iterator[Set[Cell]]:
    """Sets of shown cells from which a hidden cell, or a small rest that no cell tells, follows.

    What is told in one period and not in another is read both ways: as nothing there, and as not known.
    """
    told, completed = _families(shown.keys() | hidden, shown)
    for families in (told, completed) if told != completed else (told,):
        cells = (
            shown.keys() | hidden | {cell for family in families for cell in (family.parent, *family.children) if cell}
        )
        groups = _shortest_periods(cells)
        untold = cells.union(*groups.values()) - shown.keys() - hidden
        zeros = (*_sums_of_groups(families), *_sums_of_periods(cells, groups), *_empty(untold, shown))
        relations = Relations(shown.keys(), zeros)
        for cell in sorted(hidden):
            if formula := relations.in_known({cell: 1}):
                yield formula.keys()
        for rest, addends in (*_rests_of_groups(families, hidden), *_rests_of_periods(groups, hidden, relations)):
            if (formula := relations.in_known(rest)) and _is_small(formula, addends, shown, k):
                yield formula.keys()


def _is_small(formula: Sum[Cell], addends: int, shown: _Shown, k: int) -> bool:
    """Whether a rest without hidden addends is a small count, or one with them counts no more than them: each is 1."""
    parts = [(float(factor), shown[cell]) for cell, factor in formula.items()]
    if addends:
        return sum(factor * people.size for factor, people in parts) == addends
    counted = [factor * people.counted for factor, people in parts if people.counted is not None]
    asked = [factor * people.asked for factor, people in parts if people.asked is not None]
    rest = (sum(told) if len(told) == len(parts) else None for told in (counted, asked))
    return People(*rest, size=0).any_small(k)


def _families(cells: Iterable[Cell], shown: _Shown) -> tuple[list[_Family], list[_Family]]:
    """Each group with its subgroups by each dimension: those told in its period, and those told in any."""
    every = {
        c._replace(parts=p) for c in cells for size in range(len(c.parts) + 1) for p in combinations(c.parts, size)
    }
    found: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for cell in sorted(every):
        for at, part in enumerate(cell.parts):
            dimension = part.rpartition(": ")[0]
            named[dimension].add(part)
            found[cell._replace(parts=cell.parts[:at] + cell.parts[at + 1 :]), dimension].append(cell)
    told = [_Family(parent, tuple(children)) for (parent, _), children in found.items()]
    completed = [_Family(parent, tuple(_with_part(parent, p) for p in sorted(named[name]))) for parent, name in found]
    return told + [_Family(None, family.children) for family in told if _are_answers(family, shown)], completed


def _with_part(cell: Cell, part: str) -> Cell:
    return cell._replace(parts=tuple(sorted((*cell.parts, part))))


def _are_answers(family: _Family, shown: _Shown) -> bool:
    """Whether the children are answers of the same people: asked alike, and together no more than all of them."""
    told = [shown[child] for child in family.children if child in shown]
    counted = [people.counted for people in told if people.counted is not None]
    asked = {people.asked for people in told}
    everybody = next(iter(asked), None)
    is_alike = everybody is not None and len(asked) == 1 and len(counted) == len(told)
    return is_alike and len(family.children) > 2 and sum(counted) <= (everybody or 0)


def _shortest_periods(cells: Iterable[Cell]) -> dict[tuple[str, ...], list[Cell]]:
    """The periods of each group from one edge to the next, told or not; every period is a union of them."""
    edges: dict[tuple[str, ...], set[Edge]] = defaultdict(set)
    for cell in cells:
        edges[cell.parts] |= {cell.start, cell.end}
    return {parts: [Cell(parts, *ends) for ends in pairwise(sorted(found))] for parts, found in edges.items()}


def _sums_of_groups(families: Iterable[_Family]) -> Iterator[Sum[Cell]]:
    for parent, children in families:
        yield ({parent: 1} if parent else {}) | dict.fromkeys(children, -1)


def _sums_of_periods(cells: Iterable[Cell], groups: _Groups) -> Iterator[Sum[Cell]]:
    for cell in cells:
        inside = [part for part in groups[cell.parts] if cell.start <= part.start and part.end <= cell.end]
        if inside != [cell]:
            yield {cell: 1, **dict.fromkeys(inside, -1)}


def _empty(untold: Iterable[Cell], shown: _Shown) -> Iterator[Sum[Cell]]:
    """What nobody told and what is zero all the same: a part of a total that is zero."""
    zeros: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell, people in shown.items():
        if not people.size and not people.asked:
            zeros[cell.parts].append(cell)
    for cell in untold:
        wider = (p for size in range(len(cell.parts) + 1) for p in combinations(cell.parts, size))
        if any(zero.start <= cell.start and cell.end <= zero.end for parts in wider for zero in zeros.get(parts, ())):
            yield {cell: 1}


def _rests_of_groups(families: Iterable[_Family], hidden: Set[Cell]) -> Iterator[tuple[Sum[Cell], int]]:
    """What each group leaves over its subgroups that are not hidden, and how many are."""
    for parent, children in families:
        if parent:
            others = [child for child in children if child not in hidden]
            yield {parent: 1, **dict.fromkeys(others, -1)}, len(children) - len(others)


def _rests_of_periods(
    groups: _Groups, hidden: Set[Cell], relations: Relations[Cell]
) -> Iterator[tuple[Sum[Cell], int]]:
    """What passes between two edges of a group when that is determined, and how many hidden periods it covers.

    A span of which one part is hidden and another was never told is passed over: the other may be nothing.
    """
    for periods in groups.values():
        so_far: Sum[Cell] = {}
        newest = {frozenset(so_far.items()): 0}
        for at, period in enumerate(periods, start=1):
            add(so_far, relations.undetermined({period: 1}))
            before = newest.get(frozenset(so_far.items()), at)
            inside = periods[before:at]
            addends = sum(part in hidden for part in inside)
            if inside and addends in (0, len(inside)):
                yield dict.fromkeys(inside, 1), addends
            newest[frozenset(so_far.items())] = at
