"""What a person can explain: the words of a file that nobody knows, each with what it may stand for."""

from collections.abc import Iterator, Sequence
from itertools import islice

from data.catalogue import Catalogue
from data.model import Record, WordKind
from data.units import UNITS
from loaders.findings import Finding
from loaders.layouts import is_heading
from loaders.layouts.headings import GOALS, LONG, Vocabulary, plain
from loaders.layouts.table import Table
from loaders.parse import periods
from loaders.read.sheets import Book, Cell, Row, Sheet, row_of
from loaders.template_words import MARKS, template_of

_KINDS = {
    "tuntematon-sarake": WordKind.COLUMN,
    "tuntematon-jakso-otsikko": WordKind.COLUMN,
    "tuntematon-alue-otsikko": WordKind.COLUMN,
    "tuntematon-mittari": WordKind.INDICATOR,
    "moniselitteinen-mittari": WordKind.INDICATOR,
    "tuntematon-alue": WordKind.REGION,
    "moniselitteinen-aluekoodi": WordKind.REGION,
    "tuntematon-yksikkö": WordKind.UNIT,
    "yksikkö-poikkeaa": WordKind.UNIT,
    "moniselitteinen": WordKind.DECIMAL_MARK,
}
_UNRECOGNISED = ("tuntematon-taulukko", "sarake-puuttuu")
_TECHNICAL = {
    *("line", "other_lines", "table", "sheet", "cell", "as_printed"),
    *("inferred", "conflict", "status_line", "accepted"),
}
_SAMPLES = 3
_SEARCHED_ROWS = 30  # a heading row stands near the top


class Question(Record):
    """A word, where it stands, the headings of its template and a few values of its column.

    `options` are what it may stand for. Without any, an indicator is chosen from the catalogue and a heading is
    written as a period.
    """

    kind: WordKind
    text: str
    sheet: str = ""
    cell: str = ""
    headings: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()


def questions(
    book: Book, tables: Sequence[Table], findings: Sequence[Finding], catalogue: Catalogue
) -> tuple[Question, ...]:
    """Return a question for each word that nobody knows, in the order of the findings. `book` is as the file came."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    asked: dict[tuple[WordKind, str], Question] = {}
    for finding in findings:
        for question in _about(finding, sheets.get(finding.sheet), tables, catalogue):
            asked.setdefault((question.kind, plain(question.text)), question)
    return tuple(asked.values())


def _about(finding: Finding, sheet: Sheet | None, tables: Sequence[Table], catalogue: Catalogue) -> Iterator[Question]:
    """Yield the questions that a finding leads to: one, or one for each unknown heading of an unknown table."""
    if sheet and finding.code in _UNRECOGNISED:
        cells = sheet.rows.get(row_of(finding.cell) or _likely_heading_row(sheet), {})
        options = tuple(dict.fromkeys((*_headings(LONG), *_headings(GOALS))))
        for cell in cells.values():
            if plain(cell.text) and not is_heading(cell.text) and not periods.parse(cell.text):
                yield _about_column(WordKind.COLUMN, cell.text, sheet, cell.address, options)
    elif kind := _KINDS.get(finding.code):
        options = _options(finding, tables, catalogue)
        if sheet and kind is WordKind.COLUMN:
            yield _about_column(kind, finding.actual, sheet, finding.cell, options)
        elif sheet and kind is WordKind.DECIMAL_MARK:
            heading = _cell_at(sheet, finding.cell)
            yield _about_column(kind, heading.text if heading else "", sheet, finding.cell, options)
        else:
            yield Question(kind=kind, text=finding.actual, sheet=finding.sheet, cell=finding.cell, options=options)


def _about_column(kind: WordKind, text: str, sheet: Sheet, address: str, options: tuple[str, ...]) -> Question:
    """Return the question about a heading, with its heading row and the first values under it."""
    row, heading = row_of(address), _cell_at(sheet, address)
    column = heading.column if heading else 0
    below = (cells[column].text for number, cells in sheet.rows.items() if number > row and column in cells)
    return Question(
        kind=kind,
        text=text,
        sheet=sheet.name,
        cell=address,
        headings=template_of(sheet.rows.get(row, {})),
        options=options,
        samples=tuple(islice(below, _SAMPLES)),
    )


def _options(finding: Finding, tables: Sequence[Table], catalogue: Catalogue) -> tuple[str, ...]:
    match finding.code:
        case "tuntematon-alue" | "moniselitteinen-aluekoodi" | "tuntematon-alue-otsikko":
            return tuple(region.name for region in catalogue.regions)
        case "tuntematon-yksikkö":
            return tuple(UNITS)
        case "yksikkö-poikkeaa":
            return tuple(dict.fromkeys((finding.expected, *UNITS)))
        case "moniselitteinen":
            return tuple(MARKS)
        case "tuntematon-sarake":
            table = next(table for table in tables if _is_heading_of(table, finding))
            return _headings(table.layout.vocabulary, table.columns)
    return ()


def _is_heading_of(table: Table, finding: Finding) -> bool:
    is_same_sheet = table.sheet.name == finding.sheet
    return is_same_sheet and any(cell.address == finding.cell for cell in table.headings.values())


def _headings(vocabulary: Vocabulary, taken: dict[str, int] | None = None) -> tuple[str, ...]:
    """Return the headings that a word may stand for: those that people know and that no column has yet."""
    excluded = _TECHNICAL | (taken or {}).keys()
    return tuple(vocabulary.heading(name) for name in vocabulary.names if name not in excluded)


def _likely_heading_row(sheet: Sheet) -> int:
    """Return the row near the top that has the most texts and no numbers; the first of several, 0 if there is none."""
    texts = {row: len(cells) for row, cells in list(sheet.rows.items())[:_SEARCHED_ROWS] if _is_texts(cells)}
    return max(texts, key=lambda row: texts[row], default=0)


def _is_texts(cells: Row) -> bool:
    return len(cells) > 1 and all(cell.number is None and cell.day is None and cell.text for cell in cells.values())


def _cell_at(sheet: Sheet, address: str) -> Cell | None:
    return next((cell for cell in sheet.rows.get(row_of(address), {}).values() if cell.address == address), None)
