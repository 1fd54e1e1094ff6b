"""The file that came in, back as a workbook with its findings marked in the cells and listed on a sheet of their own.

A workbook comes back part by part as it was: values, formulas with their stored results, formats, charts, pictures.
Only the sheets with marks are parsed, so that memory is bounded by the largest of them.
"""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import PurePath
from typing import Any

import xlsxwriter
from lxml import etree
from openpyxl.utils.cell import range_boundaries

from loaders.cells import Restyle, keep_values, leads_outside, restyle, shown_cells
from loaders.comments import AUTHOR, Told, comment
from loaders.findings import Finding, Severity
from loaders.layouts.own_sheets import FINDINGS_SHEET, explains
from loaders.parts import RELATIONS, WORKBOOK, Parts, local
from loaders.read.delimited_text import read_separated
from loaders.read.limits import spaced
from loaders.read.sheets import Book, address
from loaders.read.spreadsheet import TEXTS
from loaders.read.workbook import read_workbook
from loaders.remarks import remarks_sheet
from loaders.styles import Styles

MAX_MARKED_CELLS = 200_000  # cells and rows, empty ones too, of one sheet that is marked
MAX_MARKED_BYTES = 40_000_000  # of the XML of one such sheet
MAX_RANGE = 1_000  # cells of a range that are filled; of a larger one only the first
MAX_TOLD = 8  # findings in one comment
TEXT_SHEET = "Tiedosto"  # what the sheet of a text table is called; a name that tells no region or period

_CELL_OR_ROW = re.compile(rb"<(?:\w+:)?(?:c|row)[ />]")
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}(:[A-Z]{1,3}[1-9][0-9]{0,6})?")
_WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

_Marks = dict[tuple[int, int], list[Finding]]


def marked(content: bytes, file_name: str, findings: Sequence[Finding]) -> bytes:
    """The marked .xlsx of a file that `check` has read and of what it found. Raises Unreadable as `read` does."""
    book: Book | None = None
    if PurePath(file_name).suffix.casefold() in TEXTS:
        book = read_separated(content, PurePath(file_name).suffix.casefold())
        findings = [one.model_copy(update={"sheet": TEXT_SHEET}) for one in findings]
        if sum(map(len, book.sheets[0].rows.values())) > MAX_MARKED_CELLS:
            return _only_remarks(file_name, findings)
        content = _as_workbook(book)
    parts = Parts(content)
    sheets = _sheets(parts)
    earlier = _earlier(content, sheets)
    marks = {name: found for name in sheets if name not in earlier and (found := _marks(findings, name))}
    edited = [part for name, part in sheets.items() if name in marks or _must_be_edited(parts, part, bool(earlier))]
    if any(_is_too_large(parts, part) for part in edited):
        return _only_remarks(file_name, findings)
    styles = Styles(parts)
    if earlier:
        styles.forget_marks()
    for name, part in sheets.items():
        if part in edited and name not in earlier:
            _mark(parts, part, marks.get(name, {}), styles)
    _forget_names(parts)
    notes = [f"Tiedostosta jätettiin pois: {', '.join(parts.left_out)}."] if parts.left_out else []
    names = [name for name in sheets if name not in earlier]
    part = sheets[earlier[0]] if earlier else _new_sheet(parts)
    parts.unrelate(part)
    parts.write(part, remarks_sheet(findings, file_name, notes, names, styles), _WORKSHEET_TYPE)
    styles.save()
    return parts.save()


def _sheets(parts: Parts) -> dict[str, str]:
    """Name → part of every worksheet, in order."""
    targets = {one.id: one.target for one in parts.related(WORKBOOK, "worksheet")}
    listed = (one for one in parts.tree(WORKBOOK).iter() if local(one) == "sheet")
    found = ((one.get("name", ""), one.get(f"{{{RELATIONS}}}id", "")) for one in listed)
    return {name: targets[relation] for name, relation in found if relation in targets}


def _earlier(content: bytes, sheets: Mapping[str, str]) -> list[str]:
    """The sheets of remarks that an earlier marking wrote."""
    if not any(name.startswith(FINDINGS_SHEET) for name in sheets):
        return []
    own = {sheet.name for sheet in read_workbook(content).sheets if explains(sheet)}
    return [name for name in sheets if name in own and name.startswith(FINDINGS_SHEET)]


def _marks(findings: Sequence[Finding], sheet: str) -> _Marks:
    """Cell → its findings. A range is marked in each cell if it is small, else in its first."""
    marks: _Marks = {}
    for one in findings:
        places = [part for part in re.split(r"[,;\s]+", one.cell) if part] if one.sheet == sheet else []
        for place in places if all(map(_ADDRESS.fullmatch, places)) else ():
            left, top, right, bottom = (edge or 1 for edge in range_boundaries(place))
            is_small = (right - left + 1) * (bottom - top + 1) <= MAX_RANGE
            for row in range(top, bottom + 1 if is_small else top + 1):
                for column in range(left, right + 1 if is_small else left + 1):
                    marks.setdefault((row, column), []).append(one)
    return {(row, column): found for (row, column), found in marks.items() if row <= 1_048_576 and column <= 16_384}


def _must_be_edited(parts: Parts, part: str, is_marked: bool) -> bool:
    """Whether a sheet has what does not come along: formulas to other workbooks, comments of an earlier marking."""
    if is_marked and parts.related(part, "comments"):
        return True
    return _has_links(parts) and b"[" in parts.read(part)


def _has_links(parts: Parts) -> bool:
    return any(kept.startswith("linkit") for kept in parts.left_out)


def _is_too_large(parts: Parts, part: str) -> bool:
    if parts.size(part) > MAX_MARKED_BYTES:
        return True
    return sum(1 for _ in _CELL_OR_ROW.finditer(parts.read(part))) > MAX_MARKED_CELLS


def _mark(parts: Parts, part: str, marks: _Marks, styles: Styles) -> None:
    sheet = parts.tree(part)
    if _has_links(parts):
        keep_values(sheet)
    for covered, shown in shown_cells(sheet, set(marks)).items():
        marks.setdefault(shown, []).extend(marks.pop(covered))
    restyle(sheet, {cell: _filling(styles, found) for cell, found in marks.items()})
    comment(parts, part, sheet, {address(*cell): _told(cell, found) for cell, found in _commented(marks).items()})
    parts.write(part, sheet)


def _filling(styles: Styles, found: Sequence[Finding]) -> Restyle:
    severity = min((one.severity for one in found), key=list(Severity).index)
    return lambda style: styles.filled(style, severity)


def _commented(marks: _Marks) -> _Marks:
    """The findings by the cell that tells them: of a range its first."""
    told: _Marks = {}
    met: set[int] = set()
    for cell, found in sorted(marks.items()):
        for one in found:
            if ":" not in one.cell or id(one) not in met:
                met.add(id(one))
                told.setdefault(cell, []).append(one)
    return told


def _told(cell: tuple[int, int], found: Sequence[Finding]) -> list[Told]:
    ordered = sorted(found, key=lambda one: list(Severity).index(one.severity))
    told = [(one.severity.capitalize(), one.statement) for one in ordered[:MAX_TOLD]]
    more = len(ordered) - len(told)
    return [*told, ("Lisäksi", f"{more} muuta, ks. taulukko {FINDINGS_SHEET}.")] if more else told


def _forget_names(parts: Parts) -> None:
    """Names that lead to other workbooks go with the links."""
    if not _has_links(parts):
        return
    root = parts.tree(WORKBOOK)
    for one in [one for one in root.iter() if local(one) == "definedName" and leads_outside(f"{one.text or ''}!")]:
        holder = one.getparent()
        holder.remove(one)
        if not len(holder):
            holder.getparent().remove(holder)
    parts.write(WORKBOOK, root)


def _new_sheet(parts: Parts) -> str:
    """A part for the sheet of remarks, last in the workbook."""
    root = parts.tree(WORKBOOK)
    listed = next(one for one in root if local(one) == "sheets")
    taken = {one.get("name", "").casefold() for one in listed}
    options = [FINDINGS_SHEET, *(f"{FINDINGS_SHEET} ({AUTHOR}{number or ''})" for number in range(len(taken) + 1))]
    part = parts.fresh("xl/worksheets/seurantaHuomiot{}.xml")
    new: Any = etree.SubElement(listed, f"{{{etree.QName(listed).namespace}}}sheet")
    new.set("name", next(name for name in options if name.casefold() not in taken))
    new.set("sheetId", str(1 + max((int(one.get("sheetId", "0")) for one in listed), default=0)))
    new.set(f"{{{RELATIONS}}}id", parts.relate(WORKBOOK, "worksheet", part))
    parts.write(WORKBOOK, root)
    return part


def _as_workbook(book: Book) -> bytes:
    """The cells of a text table as texts at the same addresses."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as workbook:
        sheet = workbook.add_worksheet(TEXT_SHEET)
        text = workbook.add_format({"num_format": "@"})
        sheet.set_column(0, max((max(row) for row in book.sheets[0].rows.values()), default=1) - 1, 18)
        for number, row in book.sheets[0].rows.items():
            for column, cell in row.items():
                sheet.write_string(number - 1, column - 1, cell.text, text)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    return content.getvalue()


def _only_remarks(file_name: str, findings: Sequence[Finding]) -> bytes:
    """A workbook of nothing but the list, for a file whose cells are too many to be marked."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.add_worksheet(FINDINGS_SHEET)
    parts = Parts(content.getvalue())
    styles = Styles(parts)
    why = (
        f"Tiedosto on niin laaja, ettei sen soluja merkitty: taulukon, johon merkinnät tulisivat, raja on "
        f"{spaced(MAX_MARKED_CELLS)} solua. Solujen osoitteet ovat alla."
    )
    (part,) = _sheets(parts).values()
    parts.write(part, remarks_sheet(findings, file_name, [why], [], styles), _WORKSHEET_TYPE)
    styles.save()
    return parts.save()
