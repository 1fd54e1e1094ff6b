"""The sheet "Huomiot" of a marked workbook: every finding on a row, with a link to its cell."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.findings import Finding, Severity, count_findings, gravest_first
from loaders.layouts.table_finder import FINDINGS_SHEET, FINDINGS_TITLE
from loaders.workbooks import xml_text

AUTHOR = "Seuranta"  # of comments too
FILLS = {Severity.STOPS: "FFFFB3B3", Severity.WARNS: "FFFFE08A", Severity.TELLS: "FFD6E6F5"}

_COLUMNS = {"Vakavuus": 12, "Taulukko": 22, "Solu": 10, "Huomio": 80, "Löytyi": 36, "Odotettiin": 36}
_LONGEST = 2_000  # characters of a cell


def add_findings_sheet(workbook: Workbook, file_name: str, findings: Sequence[Finding], notes: Sequence[str]) -> None:
    """Add the last sheet: what the file is, notes, and every finding on a row with a link to its cell."""
    linked = set(workbook.sheetnames)
    is_taken = FINDINGS_SHEET.casefold() in {name.casefold() for name in linked}
    sheet = workbook.create_sheet(f"{FINDINGS_SHEET} ({AUTHOR})" if is_taken else FINDINGS_SHEET)
    summary = f"Tiedosto: {file_name}. {count_findings(findings)}."
    for row, text in enumerate((FINDINGS_TITLE, summary, *notes), start=1):
        write_text(sheet.cell(row, 1), text)
    sheet["A1"].font = Font(bold=True, size=14)
    head = sheet.max_row + 1
    for column, (name, width) in enumerate(_COLUMNS.items(), start=1):
        cell = write_text(sheet.cell(head, column), name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFE7E6E6")
        sheet.column_dimensions[cell.column_letter].width = width
    for row, finding in enumerate(gravest_first(findings), start=head + 1):
        texts = finding.severity, finding.sheet, finding.cell, finding.statement, finding.actual, finding.expected
        for column, text in enumerate(texts, start=1):
            write_text(sheet.cell(row, column), text).alignment = Alignment(vertical="top", wrap_text=True)
        severity, _, place, *_ = sheet[row]
        severity.font, severity.fill = Font(bold=True), PatternFill("solid", fgColor=FILLS[finding.severity])
        if finding.cell and finding.sheet in linked:
            target = "'" + finding.sheet.replace("'", "''") + "'!" + finding.cell
            place.hyperlink = Hyperlink(ref=place.coordinate, location=target, display=finding.cell)
            place.font = Font(underline="single", color="FF0563C1")
    sheet.freeze_panes = f"A{head + 1}"
    sheet.auto_filter.ref = f"A{head}:F{max(head, sheet.max_row)}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "FFC00000"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def is_findings_sheet(sheet: Worksheet) -> bool:
    """Return whether an earlier marking wrote the sheet."""
    return bool(sheet.title.startswith(FINDINGS_SHEET) and sheet["A1"].value == FINDINGS_TITLE)


def write_text(cell: Cell, text: str) -> Cell:
    """Write a text that stays one, whatever it begins with."""
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    cell.value = stored_text(text) or None
    if text:
        cell.data_type = "s"
    return cell


def stored_text(text: str) -> str:
    """Return a text without characters that XML forbids, and with what Excel would take for an escape escaped."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", xml_text(text))
