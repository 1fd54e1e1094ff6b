"""What the shown counts of one table give away of its hidden ones, and what has to be hidden beside them.

A table is one indicator in one region and unit: groups with their totals, months with the longer periods that they make
up. Everything that can be worked out of it by adding and subtracting is worked out here, by exact elimination: each
group has a running total over time, a shown count is the difference of two of them, and a total is the sum of its
subgroups. What cannot be so determined may still be bounded from above; that is not guarded against.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

Edge = tuple[str, int]


class Cell(NamedTuple):
    """A place in a table: the parts of the group in order, and a period from its first day to the day after its last.

    A day is ("", ordinal). A period without known days has the edges (label, 0) and (label, 1).
    """

    parts: tuple[str, ...]
    start: Edge
    end: Edge


class People(NamedTuple):
    """The counts behind a value. `size` adds up over groups and periods: those counted, or those asked behind a share
    or a mean; `counted` and `asked` are None where they are not known."""

    size: float
    counted: float | None
    asked: float | None

    def is_small(self, k: int) -> bool:
        """Whether the counted, the asked or those asked who were not counted are from 1 to k − 1."""
        rest = None if self.counted is None or self.asked is None else self.asked - self.counted
        return any(number is not None and 1 <= number < k for number in (self.counted, self.asked, rest))


Shown = Mapping[Cell, People]
_Total = tuple[tuple[str, ...], Edge]  # the running total of a group at an edge: what is not known
_Row = dict[Cell | _Total, Fraction]  # a sum of running totals and shown cells


class _Family(NamedTuple):
    """A group and its subgroups along one dimension in one period. No parent: the answers of the same people."""

    parent: Cell | None
    children: list[Cell]


def hidden_beside(shown: Shown, hidden: Collection[Cell], k: int) -> set[Cell]:
    """The hidden cells and those that must be hidden beside them, so that the rest of `shown` gives none away.

    What gives something away loses its smallest cell that is not zero: of a total and its addends the next smallest
    addend, and the total itself when all the others are zero. Repeated until nothing is given away.
    """
    closed = set(hidden)
    while True:
        still = {cell: people for cell, people in shown.items() if cell not in closed}
        found: set[Cell] = set()
        for formula in _leaks(still, closed, k):
            able = [cell for cell in formula if still[cell].size]
            if able and not found.intersection(formula):
                found.add(min(able, key=lambda cell: (still[cell].size, -len(cell.parts), cell)))
        if not found:
            return closed
        closed |= found


def _leaks(shown: Shown, hidden: set[Cell], k: int) -> Iterator[set[Cell]]:
    """The shown cells from which a hidden one follows, or a small count that nobody told: what a total leaves over
    its addends, and what passes between two cumulative values. Hidden addends that all must be 1 follow as well."""
    families = _families(shown, hidden)
    basis = _basis(shown, families)
    for cell in sorted(hidden):
        row = _reduced(_value(cell), basis)
        if row.keys() <= shown.keys():
            yield set(_cells(row))
    for rest, addends in (*_family_rests(families, hidden), *_time_rests(shown, hidden, basis)):
        row = _reduced(rest, basis)
        if row.keys() <= shown.keys() and _is_small(row, shown, addends, k):
            yield set(_cells(row))


def _is_small(row: _Row, shown: Shown, addends: int, k: int) -> bool:
    """Whether what is left over is a small count, or is just as many as its hidden addends, each of them at least 1."""
    people = People(*(_sum(row, shown, field) or 0 for field in ("size",)), None, None)
    return people.size == addends if addends else people.is_small(k)
