"""Bytes of an Excel workbook → cells, by openpyxl's streaming reader. Macros and formulas are never run."""

import re
import warnings
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from data import finnish
from data.units import canonical
from loaders.findings import Finding, Findings, finding, unreadable
from loaders.read.safety import Cleaner, open_package, refuse_beyond
from loaders.read.sheet_outline import Outline, read_outline
from loaders.read.sheets import Book, Cell, Row, Sheet, address

# What openpyxl and the layers under it raise for a package that is not what it says it is; SyntaxError covers XML
# that lxml or Python's own parser cannot read.
_BROKEN = (
    BadZipFile, zlib.error, EOFError, OSError, SyntaxError, ExpatError, InvalidFileException,
    ValueError, LookupError, TypeError, OverflowError, NotImplementedError,
)  # fmt: skip

_QUOTED = re.compile(r'"([^"]*)"')
_CURRENCY = re.compile(r"\[\$€[^\]]*\]")
_CONDITIONS = re.compile(r"\[[^\]]*\]")


def read_workbook(content: bytes) -> Book:
    """Return every visible sheet of an .xlsx or .xlsm file. Raise Unreadable with its finding."""
    package = open_package(content)
    try:
        with package, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features that do not concern cells
            workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return _book(workbook, package)
    except _BROKEN as error:
        raise unreadable("vioittunut", "työkirjan sisältö ei ole eheä") from error


def _book(workbook: Workbook, package: ZipFile) -> Book:
    sheets: list[Sheet] = []
    findings = Findings()
    cleaner = Cleaner(findings, unescape)
    refuse_beyond(sheets=len(workbook.worksheets))
    cells = 0
    for worksheet in workbook.worksheets:
        if worksheet.sheet_state != "visible":
            findings.add(finding("piilotettu-taulukko", sheet=worksheet.title))
            continue
        with package.open(worksheet._worksheet_path) as part:
            outline = read_outline(part)
        cells += outline.cells
        refuse_beyond(cells=cells)
        findings.extend(_hidden(worksheet.title, outline))
        sheets.append(Sheet(worksheet.title, _rows(worksheet, outline, findings, cleaner), outline.merged))
    return Book(tuple(sheets), findings.listed())


def _hidden(title: str, outline: Outline) -> Iterator[Finding]:
    columns = [
        column for first, last in outline.hidden_columns for column in range(first, min(last, outline.last_column) + 1)
    ]
    if outline.hidden_rows:
        yield finding("piilotettuja-rivejä", sheet=title, actual=_listed(map(str, outline.hidden_rows)))
    if columns:
        yield finding("piilotettuja-sarakkeita", sheet=title, actual=_listed(map(get_column_letter, columns)))


def _listed(names: Iterable[str]) -> str:
    first, *rest = list(names)
    shown = [first, *rest][:10]
    return ", ".join(shown) + (f" ja {len(rest) - 9} muuta" if len(rest) > 9 else "")


def _rows(worksheet: ReadOnlyWorksheet, outline: Outline, findings: Findings, cleaner: Cleaner) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    if outline.last_row:
        for stored in worksheet.iter_rows(max_row=outline.last_row, max_col=outline.last_column):
            for source in stored:
                if source.value is not None and (cell := _cell(source, worksheet.title, findings, cleaner)):
                    rows.setdefault(cell.row, {})[cell.column] = cell
    for row, column in outline.unsaved:
        rows.setdefault(row, {})[column] = Cell(row, column, "", unusable=True)
        findings.add(finding("kaava-ilman-arvoa", sheet=worksheet.title, cell=address(row, column)))
    return dict(sorted(rows.items()))


def _cell(source: ReadOnlyCell, sheet: str, findings: Findings, cleaner: Cleaner) -> Cell | None:
    row, column, value = source.row, source.column, source.value
    if source.data_type == "e":
        findings.add(finding("virhearvo", sheet=sheet, cell=address(row, column), actual=str(value)))
        return Cell(row, column, str(value), unusable=True)
    if isinstance(value, bool):
        return Cell(row, column, "kyllä" if value else "ei")
    if isinstance(value, (int, float)):
        number, unit = _number(value, source.number_format)
        return Cell(row, column, f"{_finnish(number)} {unit}".strip(), number=number, unit=unit)
    if isinstance(value, datetime):
        return Cell(row, column, _shown(value, source.number_format), day=value.date())
    if isinstance(value, (date, time, timedelta)):
        return Cell(row, column, str(value))
    text = cleaner.clean(str(value), sheet, row, column)
    return Cell(row, column, text) if text else None


def _number(value: float, number_format: str) -> tuple[float, str]:
    """Return a number as it is shown, to the 15 digits that Excel keeps, and the unit that its format writes."""
    exact = Decimal(f"{value:.15g}")
    if not exact.is_finite():
        raise ValueError(f"{value} is no number of Excel's")
    pattern = _CURRENCY.sub("€", number_format.split(";")[0])
    literals = _QUOTED.findall(pattern)
    pattern = _CONDITIONS.sub("", _QUOTED.sub("", pattern))
    if "%" in pattern:
        return float(exact * 100), "%"
    unit = next((literal.strip() for literal in literals if literal.strip()), "€" if "€" in pattern else "")
    return float(exact), canonical(unit)


def _finnish(number: float) -> str:
    return f"{number:.15g}".replace(".", ",")


def _shown(moment: datetime, number_format: str) -> str:
    """Return a date as its format shows it: a format without days shows a month, one without months a year."""
    letters = _CONDITIONS.sub("", _QUOTED.sub("", number_format)).casefold()
    if "d" in letters or "p" in letters:
        return finnish.day(moment)
    return f"{moment.month}/{moment.year}" if "m" in letters or "k" in letters else f"{moment.year}"
