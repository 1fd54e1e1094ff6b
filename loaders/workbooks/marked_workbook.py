"""A working copy of an uploaded file: its cells filled and commented by their findings, all findings on one sheet.

A workbook goes through openpyxl, which keeps values, formulas and formats but drops charts, pictures, macros and the
stored results of formulas. Links to other workbooks become the values that are stored for them.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from io import BytesIO
from itertools import product
from pathlib import PurePath
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.defined_name import DefinedNameDict
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from loaders.findings import Finding, Severity, gravest_first
from loaders.layouts.table_finder import FINDINGS_SHEET
from loaders.read import TEXTS
from loaders.read.delimited_text import read_separated
from loaders.read.safety import open_package, spaced
from loaders.workbooks.findings_sheet import (
    AUTHOR,
    FILLS,
    add_findings_sheet,
    is_findings_sheet,
    stored_text,
    write_text,
)

TEXT_SHEET = "Tiedosto"  # the sheet of a text table; a name that tells no region or period
MAX_CELLS = 300_000  # cells and rows of a workbook, empty ones too: each becomes an object
MAX_BYTES = 60_000_000  # of a workbook unpacked
MAX_RANGE = 1_000  # cells of a range that are filled; of a larger one only the first
MAX_COMMENTED = 8  # findings in one comment

WORKING_COPY = (
    "Työkappale: kaaviot ja kuvat eivät tule mukaan, eivätkä makrot, pivot-taulukot ja linkit toisiin työkirjoihin "
    "(kaavojen tilalla ovat niiden arvot). Muut kaavat Excel laskee avattaessa."
)
TOO_LARGE = (
    f"Tiedosto on niin laaja, ettei sen soluja merkitty: raja on {spaced(MAX_CELLS)} solua ja riviä. "
    "Solujen osoitteet ovat alla."
)
NOT_COPIED = "Tiedostosta ei voitu tehdä työkappaletta, joten sen soluja ei merkitty. Solujen osoitteet ovat alla."

_SEPARATOR = f"\n— {AUTHOR} —\n"  # between a comment that was there and the findings after it
_CELL_OR_ROW = re.compile(rb"<(?:\w+:)?(?:c|row)[ />]")
_RANGE = re.compile(rb'<(?:\w+:)?(?:mergeCell|hyperlink) [^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}(:[A-Z]{1,3}[1-9][0-9]{0,6})?")
_OUTSIDE = re.compile(r"(?<![\w\]])\[\d+\][^\[\]]*!")  # [1]Taulukko!A1, '[1]Oma taulukko'!A1, [1]!Nimi


def mark_workbook(content: bytes, file_name: str, findings: Sequence[Finding]) -> bytes:
    """Return the marked .xlsx of a file that has been checked. Raise Unreadable for a package that is not safe.

    openpyxl may raise anything for a workbook that it cannot hold, and a hostile one may take memory and time without
    end: run in the process that is made for such files.
    """
    suffix = PurePath(file_name).suffix.casefold()
    if suffix in TEXTS:
        findings = [finding.model_copy(update={"sheet": TEXT_SHEET}) for finding in findings]
        workbook = _workbook_of_texts(content, suffix)
        if workbook is None:
            return list_findings(file_name, findings, TOO_LARGE)
        notes = []
    else:
        with open_package(content) as package:
            if _is_too_large(package):
                return list_findings(file_name, findings, TOO_LARGE)
        workbook = _working_copy(content)
        notes = [WORKING_COPY]
    for sheet in workbook.worksheets:
        _mark_sheet(sheet, findings)
    add_findings_sheet(workbook, file_name, findings, notes)
    return _saved(workbook)


def list_findings(file_name: str, findings: Sequence[Finding], reason: str) -> bytes:
    """Return a workbook of the list of findings alone; `reason` says why the file's own cells are not in it."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    add_findings_sheet(workbook, file_name, findings, [reason])
    return _saved(workbook)


def _is_too_large(package: ZipFile) -> bool:
    """Return whether a workbook would become too many objects in memory."""
    parts = package.infolist()
    return sum(part.file_size for part in parts) > MAX_BYTES or sum(map(_cells, map(package.read, parts))) > MAX_CELLS


def _cells(part: bytes) -> int:
    """Return how many cells and rows a part has, and cells under merged ranges and links, which are made too."""
    edges = [range_boundaries(reference.decode()) for reference in _RANGE.findall(part)]
    covered: int = sum((right - left + 1) * (bottom - top + 1) for left, top, right, bottom in edges)
    return len(_CELL_OR_ROW.findall(part)) + covered


def _workbook_of_texts(content: bytes, suffix: str) -> Workbook | None:
    """Return the cells of a text table as texts at the same addresses, None if they are too many."""
    rows = read_separated(content, suffix).sheets[0].rows
    if sum(map(len, rows.values())) > MAX_CELLS:
        return None
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = TEXT_SHEET
    sheet.sheet_format.defaultColWidth = 18
    for row, cells in rows.items():
        for column, cell in cells.items():
            write_text(sheet.cell(row, column), cell.text).number_format = "@"
    return workbook


def _working_copy(content: bytes) -> Workbook:
    """Return the workbook without what does not come along and without the marks of an earlier copy."""
    workbook = load_workbook(BytesIO(content), rich_text=True, keep_links=False)
    earlier = [sheet for sheet in workbook.worksheets if is_findings_sheet(sheet)]
    for sheet in (*workbook.chartsheets, *earlier):
        workbook.remove(sheet)
    workbook.calculation = workbook.calculation or CalcProperties()
    workbook.calculation.fullCalcOnLoad = True
    _forget_outside_names(workbook.defined_names)
    outside: list[Cell] = []
    for sheet in workbook.worksheets:
        sheet._charts, sheet._images, sheet._pivots = [], [], []
        _forget_outside_names(sheet.defined_names)
        _forget_outside_rules(sheet)
        for cell in list(sheet._cells.values()):  # sheet.iter_rows() would make a cell for every empty place
            if cell.data_type == "f" and _leads_outside(cell.value):
                outside.append(cell)
            if isinstance(cell, Cell) and cell.comment:
                cell.comment = _comment_without_findings(cell.comment)
            if earlier and cell.fill.fgColor.rgb in FILLS.values():
                cell.fill = PatternFill()
    if outside:
        _set_stored_values(content, outside)
    return workbook


def _leads_outside(formula: object) -> bool:
    """Return whether a formula leads to another workbook."""
    text = formula.text if isinstance(formula, ArrayFormula) else formula
    return isinstance(text, str) and bool(_OUTSIDE.search(text))


def _set_stored_values(content: bytes, cells: Sequence[Cell]) -> None:
    """Replace formulas by the results that the file stores for them."""
    stored = load_workbook(BytesIO(content), data_only=True, keep_links=False)
    for cell in cells:
        source = stored[cell.parent.title].cell(cell.row, cell.column)
        cell.value, cell.data_type = source.value, source.data_type


def _forget_outside_names(names: DefinedNameDict) -> None:
    """Remove the names that lead to other workbooks."""
    for name in [name for name, defined in names.items() if _leads_outside(defined.value)]:
        del names[name]


def _forget_outside_rules(sheet: Worksheet) -> None:
    """Remove the validations and conditional formats that lead to other workbooks."""
    validations = sheet.data_validations
    validations.dataValidation = [
        rule for rule in validations.dataValidation if not any(map(_leads_outside, (rule.formula1, rule.formula2)))
    ]
    formats, sheet.conditional_formatting = sheet.conditional_formatting, ConditionalFormattingList()
    for ranges in formats:
        for rule in ranges.rules:
            if not any(map(_leads_outside, rule.formula)):
                sheet.conditional_formatting.add(ranges, rule)


def _comment_without_findings(comment: Comment) -> Comment | None:
    """Return a comment as a person wrote it, None if an earlier copy wrote all of it."""
    text = comment.text.partition(_SEPARATOR)[0]
    return _sized_comment(text, comment.author) if text and comment.author != AUTHOR else None


def _mark_sheet(sheet: Worksheet, findings: Sequence[Finding]) -> None:
    """Fill the cells that findings name by the gravest of them, and comment each place in its first cell."""
    severities: dict[Cell, Severity] = {}
    comments: dict[Cell, list[Finding]] = {}
    for finding in gravest_first(findings):
        for place in _places(finding.cell) if finding.sheet == sheet.title else ():
            cells = [_visible_cell(sheet, row, column) for row, column in place]
            comments.setdefault(cells[0], []).append(finding)
            for cell in cells:
                severities.setdefault(cell, finding.severity)
    for cell, severity in severities.items():
        cell.fill = PatternFill("solid", fgColor=FILLS[severity])
    for cell, commented in comments.items():
        text, author = _comment_text(commented), AUTHOR
        if cell.comment:
            text, author = f"{cell.comment.text}{_SEPARATOR}{text}", cell.comment.author
        cell.comment = _sized_comment(text, author)


def _places(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the cells, (row, column), of each address and range of a finding's place; of a large range the first."""
    places = [part for part in re.split(r"[,;\s]+", text) if part]
    for place in places if all(map(_ADDRESS.fullmatch, places)) else ():
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(place))
        if bottom > 1_048_576 or right > 16_384:
            continue
        cells = product(range(top, bottom + 1), range(left, right + 1))
        is_large = (bottom - top + 1) * (right - left + 1) > MAX_RANGE
        yield [(top, left)] if is_large else list(cells)


def _visible_cell(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return the cell that shows at a place: of merged cells the first. A new cell has the format of its column."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        merged = next(cells for cells in sheet.merged_cells.ranges if cell.coordinate in cells)
        return sheet.cell(merged.min_row, merged.min_col)
    if cell.value is None and not cell.has_style:
        for columns in sheet.column_dimensions.values():
            if columns.min and columns.min <= column <= columns.max:
                cell._style = copy(columns._style)
    return cell


def _comment_text(findings: Sequence[Finding]) -> str:
    lines = [f"{finding.severity.capitalize()}: {finding.statement}" for finding in findings[:MAX_COMMENTED]]
    if more := len(findings) - len(lines):
        lines.append(f"Lisäksi: {more} muuta, ks. taulukko {FINDINGS_SHEET}.")
    return stored_text("\n".join(lines))


def _sized_comment(text: str, author: str) -> Comment:
    """Return a comment whose box is large enough for its text."""
    lines = sum(1 + len(line) // 48 for line in text.split("\n"))
    return Comment(text, author, width=340, height=17 * (min(lines, 24) + 1))  # pixels


def _saved(workbook: Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
