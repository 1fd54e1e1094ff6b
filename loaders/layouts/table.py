"""What the layouts share: a table on a sheet, what is known besides the file, and the items that reading yields."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from data.catalogue import Catalogue, normalise
from data.model import Observation, ProcessGoal
from loaders.findings import Finding, finding
from loaders.layouts.headings import Vocabulary
from loaders.parse.numbers import DecimalMark
from loaders.read.sheets import Cell, Row, Sheet, address

LACKS_PERIOD = "sarake “jakso”"  # of a table whose sheet may give the period by its name

R = TypeVar("R", Observation, ProcessGoal)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides the table: the catalogue, the region chosen for the file ("" if none) and its name.

    `units` are those that a person has explained, each with the model's spelling.
    """

    catalogue: Catalogue
    region: str
    file_name: str
    units: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Located(Generic[R]):
    """A record and the place in this file that it was read from, whatever source the record itself names."""

    record: R
    sheet: str
    cell: str

    def finding(self, code: str, text: str = "", expected: str = "", **more: str) -> Finding:
        """Return a finding at the place of the record; `text` is what stands there."""
        return finding(code, sheet=self.sheet, cell=self.cell, actual=text, expected=expected, **more)


Item = Located[Observation] | Located[ProcessGoal] | Finding


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and the rows under them, which may hold titles, totals and footnotes too."""

    sheet: Sheet
    layout: "Layout"
    headings: Row  # of one heading row, or of two joined
    rows: list[int]
    columns: dict[str, int]  # known column → its number
    title: str = ""
    shared: frozenset[int] = frozenset()  # columns of another layout under the same heading row
    marks: Mapping[int, DecimalMark] = field(default_factory=dict)  # decimal marks that a person has given

    @property
    def area(self) -> str:
        """Return the range from the first heading to the last row, "A3:F8"."""
        heading_rows = [cell.row for cell in self.headings.values()]
        last_row = self.rows[-1] if self.rows else max(heading_rows)
        return f"{address(min(heading_rows), min(self.headings))}:{address(last_row, max(self.headings))}"

    @property
    def known_headings(self) -> str:
        """Return the headings of the known columns, for a message."""
        return ", ".join(self.headings[number].text for number in self.columns.values())

    def cell_at(self, row: int, field: str) -> Cell | None:
        """Return the cell that shows in a known column of a row; None without the column or the cell.

        A merged cell shows in each row that it covers.
        """
        column = self.columns.get(field)
        return self.sheet.shown_at(row, column) if column else None

    def text_at(self, row: int, field: str) -> str:
        """Return the text that shows in a known column of a row, on one line; "" without the column or the cell."""
        cell = self.cell_at(row, field)
        return " ".join(cell.text.split()) if cell else ""

    def finding(self, code: str, place: Cell | str = "", text: str = "", expected: str = "", **more: str) -> Finding:
        """Return a finding at a cell or an address, at the start of the table where none is given.

        `text` is what stands there; a cell's own text is taken where none is given.
        """
        at = place.address if isinstance(place, Cell) else place or self.area.partition(":")[0]
        text = text or (place.text if isinstance(place, Cell) else "")
        return finding(code, sheet=self.sheet.name, cell=at, actual=text, expected=expected, **more)


@dataclass(frozen=True)
class Layout:
    """One kind of table, declared: how its heading row is known, and the function that reads it.

    `anchor` is the column that names what a row is about.
    `knows` says whether a text is a heading of this layout. `lacks` looks at a row that has such: None if it is no
    heading row of this layout all the same, "" if it is a whole one, else what it lacks.
    `read` gets every table of the layout in the file and yields a record or a finding for each of their rows.
    """

    name: str
    needs: str
    anchor: str
    vocabulary: Vocabulary
    knows: Callable[[str], bool]
    lacks: Callable[[Row], str | None]
    explain: Callable[[Table], str]
    read: Callable[[Sequence[Table], Context], Iterator[Item]]


def columns_of(headings: Row, vocabulary: Vocabulary) -> dict[str, int]:
    """Return known column → its number; of several with one meaning the first."""
    columns: dict[str, int] = {}
    for number, cell in headings.items():
        if column := vocabulary.column(cell.text):
            columns.setdefault(column, number)
    return columns


def heading_findings(table: Table, others: Collection[int] = ()) -> Iterator[Finding]:
    """Yield findings for unknown headings and for those of one meaning; `others` are columns that the layout reads."""
    vocabulary = table.layout.vocabulary
    first: dict[str, str] = {}
    for number, cell in table.headings.items():
        if number in table.shared or number in others or vocabulary.is_derived(cell.text):
            continue
        column = vocabulary.column(cell.text)
        if not column:
            yield table.finding("tuntematon-sarake", cell, expected=vocabulary.headings)
        elif column in first:
            yield table.finding("sama-otsikko", cell, f"“{first[column]}” ja “{cell.text}”")
        else:
            first[column] = cell.text


def stray_findings(table: Table, row: int) -> Iterator[Finding]:
    """Yield a finding for each cell of a row that stands under no heading."""
    for number, cell in table.sheet.rows[row].items():
        if number not in table.headings and not cell.unusable:
            yield table.finding("ei-otsikkoa", cell)


def lone_text(cells: Row) -> str:
    """Return the text of a row that holds nothing but one text; "" for other rows."""
    first, *others = cells.values()
    return first.text if not others and first.number is None and first.day is None and not first.unusable else ""


_TOTAL = re.compile(r"((kaikki|koko alue|koko hyvinvointialue|alue) )?yhteensä:?|summa:?")
_FOOTNOTE = re.compile(r"\*|\d\)|[¹²³]|(lähde|lähteet|huom|huomio|huomautus|selite|tiedot|päivitetty)\b")


def is_footnote(text: str) -> bool:
    """Return whether a line under a table explains it: "* ennakkotieto", "Lähde: THL"."""
    return bool(_FOOTNOTE.match(normalise(text)))


def is_total(text: str) -> bool:
    """Return whether a row sums up others: "Yhteensä", "Koko alue yhteensä:". "Käynnit yhteensä" is an indicator."""
    return bool(_TOTAL.fullmatch(normalise(text)))
