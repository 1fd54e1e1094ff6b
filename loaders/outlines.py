"""The outline of a worksheet, read in one pass before its cells: how far it reaches, what is hidden or merged.

openpyxl's streaming reader tells none of this, and its other reader builds an object for every styled cell.
"""

from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from loaders.limits import MAX_CELLS, refuse_beyond
from loaders.sheets import address

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _VALUE, _FORMULA, _INLINE, _DATA, _COLUMN, _MERGED = (
    _NAMESPACE + tag for tag in ("row", "c", "v", "f", "is", "sheetData", "col", "mergeCell")
)


@dataclass(slots=True)
class Outline:
    """What a worksheet's XML says about itself."""

    last_row: int = 0  # the last one with content
    last_column: int = 0
    cells: int = 0
    hidden_rows: list[int] = field(default_factory=list)  # with content
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    unsaved: list[tuple[int, int]] = field(default_factory=list)  # formulas without a stored value


def read_outline(part: IO[bytes]) -> Outline:
    """One pass over a worksheet part, holding one row at a time. Raises Unreadable, or ValueError if it is broken."""
    outline = Outline()
    row_number = 0
    data: Element | None = None
    for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            if element.tag == _DATA:
                data = element
        elif element.tag == _ROW:
            row_number = int(float(element.get("r") or row_number + 1))
            _take_row(outline, element, row_number)
            if data is not None:
                data.clear()
        elif element.tag == _COLUMN:
            if element.get("hidden") in ("1", "true"):
                outline.hidden_columns.append((int(element.get("min", 1)), int(element.get("max", 1))))
            element.clear()
        elif element.tag == _MERGED:
            _take_merged(outline, element.get("ref", "A1"))
            element.clear()
    return outline


def _take_row(outline: Outline, row: Element, number: int) -> None:
    column = 0
    filled = False
    for cell in row.iterfind(_CELL):
        place = coordinate_to_tuple(cell.get("r") or address(number, column + 1))
        if place[0] != number:
            raise ValueError(f"cell {cell.get('r')} stands in row {number}")
        column = place[1]
        has_value = bool(cell.findtext(_VALUE)) or cell.find(_INLINE) is not None
        if not has_value and cell.find(_FORMULA) is not None:
            outline.unsaved.append((number, column))
            has_value = True
        if has_value:
            filled = True
            outline.cells += 1
            outline.last_column = max(outline.last_column, column)
    if filled:
        outline.last_row = max(outline.last_row, number)
        if row.get("hidden") in ("1", "true"):
            outline.hidden_rows.append(number)
        refuse_beyond(rows=outline.last_row, columns=outline.last_column, cells=outline.cells)


def _take_merged(outline: Outline, reference: str) -> None:
    left, top, right, bottom = (edge or 1 for edge in range_boundaries(reference))
    right, bottom = min(right, outline.last_column), min(bottom, outline.last_row)
    if len(outline.merged) + (right - left + 1) * (bottom - top + 1) > MAX_CELLS:
        refuse_beyond(cells=MAX_CELLS + 1)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                outline.merged[row, column] = (top, left)
