"""Exact elimination: what follows by adding and subtracting from sums that are known."""

from collections.abc import Hashable, Iterable, Set
from fractions import Fraction
from typing import Generic, TypeVar

Term = TypeVar("Term", bound=Hashable)
Factor = int | Fraction
Sum = dict[Term, Factor]  # terms, each times its factor


class Relations(Generic[Term]):
    """Sums that are zero, of terms some of which are known. Gauss elimination of the unknown ones, in whole numbers and
    fractions, so that nothing hangs on rounding."""

    def __init__(self, known: Set[Term], zeros: Iterable[Sum[Term]]) -> None:
        self._known = known
        self._solved: dict[Term, Sum[Term]] = {}  # by an unknown term: a sum that is zero and has it once
        for zero in zeros:
            row = self._reduced(zero)
            unknown = [term for term in row if term not in known]
            if unknown:
                pivot = min(unknown, key=lambda term: abs(row[term]) != 1)
                self._solved[pivot] = {term: _ratio(factor, row[pivot]) for term, factor in row.items()}

    def in_known(self, wanted: Sum[Term]) -> Sum[Term] | None:
        """Return the sum in known terms only; None where the relations do not determine it."""
        row = self._reduced(wanted)
        return row if row.keys() <= self._known else None

    def unknown_of(self, wanted: Sum[Term]) -> Sum[Term]:
        """Return the part of a sum that known terms cannot express; sums that share it differ by known terms only."""
        return {term: factor for term, factor in self._reduced(wanted).items() if term not in self._known}

    def _reduced(self, row: Sum[Term]) -> Sum[Term]:
        row = dict(row)
        while (pivot := next((term for term in row if term in self._solved), None)) is not None:
            add(row, self._solved[pivot], -row[pivot])
        return row


def add(row: Sum[Term], other: Sum[Term], factor: Factor = 1) -> None:
    """Add a sum, times a factor, to a sum."""
    for term, number in other.items():
        total = row.get(term, 0) + factor * number
        if total:
            row[term] = total
        else:
            del row[term]


def _ratio(number: Factor, divisor: Factor) -> Factor:
    """Return a number divided by another; a whole number, as nearly all are, stays one and is quick."""
    ratio = Fraction(number) / divisor
    return ratio if ratio.denominator > 1 else ratio.numerator
