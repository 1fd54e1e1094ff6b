"""Cells in the XML of a worksheet: their style set by address, formulas that lead to other workbooks made values."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from loaders.parts import local
from loaders.read.sheets import address

_OUTSIDE = re.compile(r"(?<![\w\]])\[\d+\][^\[\]]*!")  # [1]Taulukko!A1, '[1]Oma taulukko'!A1, [1]!Nimi
_FORMULAS = frozenset({"formula", "formula1", "formula2", "f"})
_RULES = frozenset({"dataValidation", "cfRule"})

Restyle = Callable[[int], int]  # number of a style → number of the style instead of it


def leads_outside(formula: str) -> bool:
    """Whether a formula or a name leads to another workbook."""
    return bool(_OUTSIDE.search(formula))


def restyle(sheet: Any, targets: Mapping[tuple[int, int], Restyle]) -> None:
    """Set the styles of cells by (row, column); a cell that is not there is made, empty."""
    data = next(one for one in sheet if local(one) == "sheetData")
    wanted: dict[int, dict[int, Restyle]] = {}
    for (row, column), change in targets.items():
        wanted.setdefault(row, {})[column] = change
    rows: dict[int, Any] = {}
    number = 0
    for row_ in data:
        number = int(float(row_.get("r", number + 1)))
        rows[number] = row_
    numbers = list(rows)
    columns = _column_styles(sheet)
    for row in sorted(wanted):
        if row not in rows:
            made = etree.Element(_named(data, "row"), r=str(row))
            at = bisect_left(numbers, row)
            data.insert(at, made)
            numbers.insert(at, row)
            rows[row] = made
        _restyle_row(rows[row], row, wanted[row], columns)


def _restyle_row(row: Any, number: int, wanted: Mapping[int, Restyle], columns: Mapping[int, int]) -> None:
    own = int(row.get("s", "0")) if row.get("customFormat") in ("1", "true") else None
    places: list[int] = []
    for cell in row:
        reference = cell.get("r")
        places.append(coordinate_to_tuple(reference)[1] if reference else (places[-1] + 1 if places else 1))
        cell.set("r", address(number, places[-1]))
    row.attrib.pop("spans", None)
    for column, change in wanted.items():
        at = bisect_left(places, column)
        if at == len(places) or places[at] != column:
            style = columns.get(column, 0) if own is None else own
            row.insert(at, etree.Element(_named(row, "c"), r=address(number, column), s=str(style)))
            places.insert(at, column)
        row[at].set("s", str(change(int(row[at].get("s", "0")))))


def _column_styles(sheet: Any) -> dict[int, int]:
    styles: dict[int, int] = {}
    for one in (one for cols in sheet if local(cols) == "cols" for one in cols if one.get("style")):
        for column in range(int(one.get("min")), min(int(one.get("max")), 16_384) + 1):
            styles[column] = int(one.get("style"))
    return styles


def shown_cells(sheet: Any, cells: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Those of the cells that lie under a merged one → the cell that shows."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for one in (one for merged in sheet if local(merged) == "mergeCells" for one in merged):
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(one.get("ref", "A1")))
        inside = (right - left + 1) * (bottom - top + 1)
        if inside < len(cells):
            near = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} & cells
        else:
            near = {(row, column) for row, column in cells if top <= row <= bottom and left <= column <= right}
        found |= {cell: (top, left) for cell in near if cell != (top, left)}
    return found


def keep_values(sheet: Any) -> None:
    """Leave the value alone of every formula that leads to another workbook; rules that lead there go."""
    shared: set[str] = set()
    formulas = [one for one in sheet.iter() if local(one) == "f" and local(one.getparent()) == "c"]
    for one in formulas:
        if leads_outside(one.text or "") and one.get("t") == "shared":
            shared.add(one.get("si", ""))
    for one in formulas:
        if leads_outside(one.text or "") or (one.get("t") == "shared" and one.get("si", "") in shared):
            one.getparent().remove(one)
    for one in [one for one in sheet.iter() if local(one) in _FORMULAS and leads_outside(one.text or "")]:
        rule = next((above for above in one.iterancestors() if local(above) in _RULES), None)
        if rule is not None:
            _remove(rule)


def _remove(rule: Any) -> None:
    """Take a rule away, and what held it if it held nothing else."""
    holder = rule.getparent()
    if holder is None:
        return
    holder.remove(rule)
    if holder.get("count"):
        holder.set("count", str(len(holder)))
    if not any(local(one) in _RULES for one in holder):
        holder.getparent().remove(holder)


def _named(near: Any, name: str) -> str:
    return f"{{{etree.QName(near).namespace}}}{name}"
