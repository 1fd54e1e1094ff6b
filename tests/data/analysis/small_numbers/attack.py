"""An attacker who knows how tables add up tries to work out what is hidden from all that is shown."""

from calendar import monthrange
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

from hypothesis import strategies as st

from data.model import Observation, Period, Role
from tests.builders import observation

K = 5
INDICATOR = "maara"

Leaf = tuple[int, int, int]  # municipality, age, month: the smallest counts
Atom = Hashable  # a smallest count with how many times it had been corrected


def span(first: int, last: int | None = None) -> Period:
    """Months of 2024, from the first to the last."""
    last = last or first
    end = date(2024, last, monthrange(2024, last)[1])
    return Period(label=f"{first}–{last}/2024", start=date(2024, first, 1), end=end)


def count(value: float | None = None, group: str = "", period: Period | None = None, **fields: Any) -> Observation:
    defaults = {"indicator": INDICATOR, "unit": "hlö", "role": Role.FOLLOW_UP, "period": period or span(1)}
    return observation(value, group=group, **(defaults | fields))


def share(value: float, n: int, group: str = "", **fields: Any) -> Observation:
    return count(value, group, unit="%", n=n, **fields)


class Cell(NamedTuple):
    """An observation, and which of the smallest counts it is the sum of."""

    observation: Observation
    atoms: frozenset[Atom]


class Margin(NamedTuple):
    """A cell of a table without its number: a municipality or all, an age or all, and months."""

    town: int | None
    age: int | None
    months: tuple[int, int]

    @property
    def group(self) -> str:
        parts = (f"kunta: {self.town}" * (self.town is not None), f"ikä: {self.age}" * (self.age is not None))
        return " | ".join(filter(None, parts))

    def has(self, leaf: Leaf) -> bool:
        town, age, month = leaf
        return self.town in (None, town) and self.age in (None, age) and self.months[0] <= month <= self.months[1]


@dataclass(frozen=True)
class Table:
    """Smallest counts, those asked behind each if the table is of shares, and the cells that are told of them."""

    sizes: dict[Leaf, int]
    margins: tuple[Margin, ...]
    asked: dict[Leaf, int]
    corrections: dict[Leaf, int]

    @property
    def cells(self) -> list[Cell]:
        return [self._cell(margin) for margin in self.margins]

    def _cell(self, margin: Margin) -> Cell:
        leaves = [leaf for leaf in self.sizes if margin.has(leaf)]
        size, n = (sum(numbers.get(leaf, 0) for leaf in leaves) for numbers in (self.sizes, self.asked))
        when = span(*margin.months)
        told = share(100 * size / n, n, margin.group, period=when) if self.asked else count(size, margin.group, when)
        return Cell(told, frozenset((leaf, self.corrections.get(leaf, 0)) for leaf in leaves))

    def corrected(self, leaf: Leaf, size: int) -> "Table":
        """The table after one of its smallest counts, and all that it is in, turned out to be another."""
        if size == self.sizes[leaf]:
            return self
        again = self.corrections | {leaf: self.corrections.get(leaf, 0) + 1}
        return replace(self, sizes=self.sizes | {leaf: size}, corrections=again)


@st.composite
def tables(draw: st.DrawFn, *, sizes: st.SearchStrategy[int], as_shares: bool = False, is_whole: bool = False) -> Table:
    """Municipalities × ages × months with their totals, year to date and longer periods, some of them left out."""
    municipalities, ages, months = (draw(st.integers(1, most)) for most in (4, 3, 4))
    leaves = {leaf: draw(sizes) for leaf in product(range(municipalities), range(ages), range(1, months + 1))}
    asked = {leaf: size + draw(st.integers(0, 30)) + 1 for leaf, size in leaves.items()} if as_shares else {}
    groups = list(product([*range(municipalities), None], [*range(ages), None] if ages > 1 else [None]))
    spans = [(m, m) for m in range(1, months + 1)] + [(1, m) for m in range(2, months + 1)] + [(2, 4)] * (months > 3)
    kept = st.booleans() if draw(st.booleans()) else st.just(True)
    margins = [
        Margin(*group, months)
        for group, months in draw(st.permutations(list(product(groups, spans))))
        if is_whole or draw(kept) or draw(st.booleans())
    ]
    return Table(leaves, tuple(margins), asked, {})


small_and_large = st.one_of(st.just(0), st.integers(0, 8), st.integers(5, 60))


def is_small(o: Observation, k: int = K) -> bool:
    assert o.value is not None
    if o.n is None:
        return 1 <= o.value < k
    counted = round(o.value * o.n / 100)
    return any(1 <= number < k for number in (counted, o.n, o.n - counted))


def given_away(shown: Iterable[tuple[Cell, Observation]], k: int = K) -> list[Observation]:
    """The small counts that are hidden, and yet determined by what is shown. A zero is zero in all its parts."""
    pairs = list(shown)
    empty = {atom for cell, after in pairs if after.value == 0 and after.n is None for atom in cell.atoms}
    solved: dict[Atom, dict[Atom, Fraction]] = {}

    def reduced(atoms: frozenset[Atom]) -> dict[Atom, Fraction]:
        row = dict.fromkeys(atoms - empty, Fraction(1))
        while (pivot := next((atom for atom in row if atom in solved), None)) is not None:
            factor = row[pivot]
            for atom, number in solved[pivot].items():
                row[atom] = row.get(atom, Fraction(0)) - factor * number
            row = {atom: number for atom, number in row.items() if number}
        return row

    for cell, after in pairs:
        if after.is_numeric and (row := reduced(cell.atoms)):
            pivot = next(iter(row))
            solved[pivot] = {atom: number / row[pivot] for atom, number in row.items()}
    return [
        cell.observation
        for cell, after in pairs
        if not after.is_numeric and is_small(cell.observation, k) and not reduced(cell.atoms)
    ]
