"""The outline of a worksheet, read in one pass before its cells: how far it reaches, what is hidden or merged.

openpyxl's streaming reader knows none of this, and its other reader builds an object for every styled cell. This one
builds nothing: expat calls it for each element, so that a million empty rows cost a second and no memory.
"""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from loaders.read.safety import refuse_beyond
from loaders.read.sheets import address

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "


@dataclass(slots=True)
class Outline:
    """What a worksheet's XML says about itself; a cell is filled if it has a value, a text or a formula."""

    last_row: int = 0  # the last one with a filled cell
    last_column: int = 0
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)  # with a filled cell
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    unsaved: list[tuple[int, int]] = field(default_factory=list)  # formulas without a stored value


def read_outline(part: IO[bytes]) -> Outline:
    """Read a worksheet part in one pass. Raise Unreadable beyond the limits, ValueError or ExpatError if broken."""
    pass_ = _Pass()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = pass_.start
    parser.EndElementHandler = pass_.end
    parser.CharacterDataHandler = pass_.text
    parser.ParseFile(part)
    return pass_.outline


class _Pass:
    """The place that the pass has reached, and what it has gathered."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._row = self._column = 0
        self._row_is_hidden = self._row_is_filled = False
        self._in_value = self._has_value = self._has_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.removeprefix(_MAIN):
            case "c":
                self._start_cell(attributes.get("r"))
            case "row":
                self._row = int(float(attributes.get("r", self._row + 1)))
                self._column = 0
                self._row_is_hidden = attributes.get("hidden") in ("1", "true")
                self._row_is_filled = False
            case "v":
                self._in_value = True
            case "is":
                self._has_value = True
            case "f":
                self._has_formula = True
            case "col" if attributes.get("hidden") in ("1", "true"):
                self.outline.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            case "mergeCell":
                self._merge(attributes["ref"])

    def text(self, _: str) -> None:
        self._has_value = self._has_value or self._in_value

    def end(self, name: str) -> None:
        match name.removeprefix(_MAIN):
            case "v":
                self._in_value = False
            case "c" if self._has_value or self._has_formula:
                self._fill_cell()
            case "row" if self._row_is_filled:
                self._end_row()

    def _start_cell(self, reference: str | None) -> None:
        row, self._column = coordinate_to_tuple(reference or address(self._row, self._column + 1))
        if row != self._row or row < 1:
            raise ValueError(f"cell {reference} stands in row {self._row}")
        self._has_value = self._has_formula = False

    def _fill_cell(self) -> None:
        outline = self.outline
        if not self._has_value:
            outline.unsaved.append((self._row, self._column))
        self._row_is_filled = True
        outline.cells += 1
        outline.last_column = max(outline.last_column, self._column)

    def _end_row(self) -> None:
        outline = self.outline
        outline.last_row = max(outline.last_row, self._row)
        if self._row_is_hidden:
            outline.hidden_rows.append(self._row)
        refuse_beyond(
            rows=outline.last_row,
            columns=outline.last_column,
            cells=outline.cells,
            unsaved=len(outline.unsaved),
        )

    def _merge(self, reference: str) -> None:
        outline = self.outline
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(reference))
        right, bottom = min(right, outline.last_column), min(bottom, outline.last_row)
        refuse_beyond(cells=len(outline.merged) + max(0, right - left + 1) * max(0, bottom - top + 1))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    outline.merged[row, column] = (top, left)
