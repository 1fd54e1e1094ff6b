"""What a file holds before anyone knows what it means: sheets of cells, each with its place."""

from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from loaders.findings import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. `text` is what a person reads in it.

    `number` is set where the file stores a number and not text; a percentage is in per cent (0.45 shown as 45 % is
    45 with the unit "%"). `unit` comes from the number format. `day` is set where the file stores a date.
    An `unusable` cell holds an error or a formula without its value, and has its finding already.
    """

    row: int
    column: int
    text: str
    number: float | None = None
    unit: str = ""
    day: date | None = None
    unusable: bool = False

    @property
    def address(self) -> str:
        return address(self.row, self.column)


Row = dict[int, Cell]  # column → cell, filled cells only


@dataclass(frozen=True, slots=True)
class Sheet:
    """Filled rows by number; `merged` leads from each covered cell of a merged range to the cell that shows."""

    name: str
    rows: dict[int, Row]
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> Cell | None:
        """Return the filled cell at this place, not looking through merged ranges."""
        return self.rows.get(row, {}).get(column)

    def shown_at(self, row: int, column: int) -> Cell | None:
        """Return the cell that a person sees at this place: the first of a merged range stands for all of it."""
        return self.at(*self.merged.get((row, column), (row, column)))


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of one file and what was noticed when reading them. A CSV file has one sheet without a name."""

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()


def address(row: int, column: int) -> str:
    """Return an address: row 4, column 2 → "B4"."""
    return f"{get_column_letter(column)}{row}"


def row_of(place: str) -> int:
    """Return the row of an address, "B4" → 4; 0 for a column."""
    digits = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$")
    return int(digits) if digits.isdigit() else 0
