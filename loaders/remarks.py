"""The sheet "Huomiot" of a marked workbook: every finding on a row, with a link to its cell."""

from collections import Counter
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from loaders.findings import Finding, Severity
from loaders.layouts.own_sheets import FINDINGS_TITLE
from loaders.parts import MAIN, plain_text
from loaders.read.sheets import address
from loaders.styles import FILLS, Styles

_COLUMNS = {"Vakavuus": 12, "Taulukko": 22, "Solu": 10, "Huomio": 80, "Löytyi": 36, "Odotettiin": 36}
_LONGEST = 2_000  # characters in a cell
_LINE_HEIGHT, _TALLEST = 15, 400  # points
_FILLED = 0.95  # letters to the width of a column, since lines break between words
_HEAD = "FFE7E6E6"
_LINK = "FF0563C1"

_Cell = tuple[str, int]  # text and number of its style


def remarks_sheet(
    findings: Sequence[Finding], file_name: str, notes: Sequence[str], names: Sequence[str], styles: Styles
) -> bytes:
    """The XML of the worksheet. `names` are the sheets that a link may lead to; `notes` stand above the list."""
    plain, bold = styles.text(), styles.text(bold=True, fill=_HEAD)
    marks = {severity: styles.text(bold=True, fill=colour) for severity, colour in FILLS.items()}
    link = styles.text(colour=_LINK)
    counts = Counter(one.severity for one in findings)
    summary = (
        f"Esteitä {counts[Severity.STOPS]}, varoituksia {counts[Severity.WARNS]}, tietoja {counts[Severity.TELLS]}"
    )
    told = [f"Tiedosto: {file_name}. {summary}.", *notes]
    rows: list[list[_Cell]] = [[(FINDINGS_TITLE, styles.text(bold=True, size=14))]]
    rows += [[(text, plain)] for text in told]
    rows.append([(name, bold) for name in _COLUMNS])
    head = len(rows)
    links: list[str] = []
    order = list(Severity)
    for one in sorted(findings, key=lambda one: order.index(one.severity)):
        is_linked = one.sheet in names and bool(one.cell)
        place = address(len(rows) + 1, 3)
        if is_linked:
            target = "'" + one.sheet.replace("'", "''") + "'!" + one.cell
            links.append(f'<hyperlink ref="{place}" location={quoteattr(target)} display={quoteattr(one.cell)}/>')
        rows.append(
            [
                (one.severity.value, marks[one.severity]),
                (one.sheet, plain),
                (one.cell, link if is_linked else plain),
                (one.statement, plain),
                (one.actual, plain),
                (one.expected, plain),
            ]
        )
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(_COLUMNS.values(), 1)
    )
    merged = "".join(f'<mergeCell ref="A{row}:F{row}"/>' for row in range(1, head))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{MAIN}">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{head}" '
        f'topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols>'
        f"<sheetData>{''.join(_row(at, row) for at, row in enumerate(rows, start=1))}</sheetData>"
        f'<autoFilter ref="A{head}:F{max(len(rows), head)}"/>'
        f'<mergeCells count="{head - 1}">{merged}</mergeCells>'
        f"{'<hyperlinks>' + ''.join(links) + '</hyperlinks>' if links else ''}"
        '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _row(number: int, cells: Sequence[_Cell]) -> str:
    told = "".join(_cell(address(number, at), text, style) for at, (text, style) in enumerate(cells, start=1))
    widths = _COLUMNS.values() if len(cells) > 1 else [sum(_COLUMNS.values())]
    lines = max(_lines(text, width) for (text, _), width in zip(cells, widths, strict=False))
    height = min(_LINE_HEIGHT * lines + 3, _TALLEST)
    return f'<row r="{number}" ht="{height}" customHeight="1">{told}</row>'


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column, guessed by its letters."""
    return sum(1 + int(len(line) / (width * _FILLED)) for line in text[:_LONGEST].split("\n"))


def _cell(place: str, text: str, style: int) -> str:
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if not text:
        return f'<c r="{place}" s="{style}"/>'
    told = escape(plain_text(text))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{told}</t></is></c>'
