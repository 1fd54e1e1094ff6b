"""What the shown counts of one table give away of its hidden ones, and what has to be hidden beside them.

A table is one indicator of one region in one unit: groups and their totals, periods and the longer ones that they make
up. What follows from the sums of a table by adding and subtracting is found by exact elimination, the way linear audits
of tables do. A bound ("at most 7") is not taken for giving away, save that nothing is less than zero.
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
_Cells = Sum[Cell]


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


def _leaks(shown: _Shown, hidden: Set[Cell], k: int) -> Iterator[Set[Cell]]:
    """Sets of shown cells from which a hidden cell or a small rest follows.

    A rest is what a total leaves over its shown addends, or what passes between two cumulative values. It is small when
    it has no hidden addends and is from 1 to k − 1, or when it has just as many as it counts: then each of them is 1.
    """
    told, completed = _families(shown.keys() | hidden, shown)
    for families in (told, completed) if told != completed else (told,):
        spans = _spans({cell for family in families for cell in family if cell} | shown.keys() | hidden)
        relations = Relations(shown.keys(), _relations(families, spans, shown))
        for cell in sorted(hidden):
            if (formula := relations.in_known({cell: 1})) is not None:
                yield formula.keys()
        for rest in (*_group_rests(families, shown), *_time_rests(spans, shown, relations)):
            formula, addends = relations.in_known(rest), ...
