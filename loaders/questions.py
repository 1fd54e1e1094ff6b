"""What a person can explain: the words of a file that nobody knows, each with what it may stand for."""

from collections.abc import Iterator, Sequence

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, Record, WordKind
from data.units import UNITS
from loaders.findings import Finding, Severity
from loaders.layouts import is_heading
from loaders.layouts.headings import GOALS, LONG, Vocabulary, plain
from loaders.layouts.table import Located, Table
from loaders.parse.periods import parse as period_of
from loaders.read.sheets import Book, Row, Sheet, address, row_of
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
    """One question for each word that nobody knows, in the order of the findings. `book` is as the file came."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    asked: dict[tuple[WordKind, str], Question] = {}
    for finding in findings:
        sheet = sheets.get(finding.sheet)
        if sheet and finding.code in _UNRECOGNISED:
            made = _of_headings(sheet, row_of(finding.cell) or _likely_headings(sheet))
        elif finding.code in _KINDS:
            made = iter([_question(finding, sheet, tables, catalogue)])
        else:
            continue
        for question in made:
            asked.setdefault((question.kind, plain(question.text)), question)
    return tuple(asked.values())


def templates(book: Book, tables: Sequence[Table]) -> tuple[tuple[str, ...], ...]:
    """What the tables' heading rows are known by, as the file came."""
    rows = {sheet.name: sheet.rows for sheet in book.sheets}
    found = (rows[table.sheet.name].get(_heading_row(table), {}) for table in tables)
    return tuple(dict.fromkeys(template_of(cells) for cells in found))


def doubted(
    records: Sequence[Located[Observation] | Located[ProcessGoal]], findings: Sequence[Finding]
) -> frozenset[tuple[str, ...]]:
    """The keys of the records that a warning is about: those of its cell, else those of its row."""
    at_cell: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    at_row: dict[tuple[str, int], list[tuple[str, ...]]] = {}
    for located in records:
        at_cell.setdefault((located.sheet, located.cell), []).append(located.record.key)
        at_row.setdefault((located.sheet, row_of(located.cell)), []).append(located.record.key)
    keys: set[tuple[str, ...]] = set()
    for one in findings:
        if one.severity is Severity.WARNS and one.cell:
            in_row = at_row.get((one.sheet, row_of(one.cell)), [])
            keys.update(at_cell.get((one.sheet, one.cell), in_row))
    return frozenset(keys)


def _question(finding: Finding, sheet: Sheet | None, tables: Sequence[Table], catalogue: Catalogue) -> Question:
    kind, row = _KINDS[finding.code], row_of(finding.cell)
    is_column = kind in (WordKind.COLUMN, WordKind.DECIMAL_MARK) and sheet is not None
    return Question(
        kind=kind,
        text=_heading_at(sheet, finding.cell) if kind is WordKind.DECIMAL_MARK and sheet else finding.actual,
        sheet=finding.sheet,
        cell=finding.cell,
        headings=template_of(sheet.rows.get(row, {})) if is_column and sheet else (),
        options=_options(finding, tables, catalogue),
        samples=_samples(sheet, row, finding.cell) if is_column and sheet else (),
    )


def _options(finding: Finding, tables: Sequence[Table], catalogue: Catalogue) -> tuple[str, ...]:
    if finding.code in ("tuntematon-alue", "moniselitteinen-aluekoodi", "tuntematon-alue-otsikko"):
        return tuple(region.name for region in catalogue.regions)
    if _KINDS[finding.code] is WordKind.UNIT:
        known = finding.expected if finding.code == "yksikkö-poikkeaa" else ""
        return tuple(dict.fromkeys(filter(None, (known, *UNITS))))
    if finding.code == "moniselitteinen":
        return tuple(MARKS)
    if finding.code == "tuntematon-sarake":
        table = next(one for one in tables if _is_heading_of(one, finding))
        return _headings(table.layout.vocabulary, table.columns)
    return ()


def _is_heading_of(table: Table, finding: Finding) -> bool:
    return table.sheet.name == finding.sheet and any(c.address == finding.cell for c in table.headings.values())


def _headings(vocabulary: Vocabulary, taken: dict[str, int]) -> tuple[str, ...]:
    return tuple(vocabulary.heading(name) for name in vocabulary.names if name not in _TECHNICAL | taken.keys())


def _of_headings(sheet: Sheet, row: int) -> Iterator[Question]:
    """A question for each cell of what looks like a heading row."""
    cells = sheet.rows.get(row, {})
    options = tuple(dict.fromkeys((*_headings(LONG, {}), *_headings(GOALS, {}))))
    for cell in cells.values():
        if not is_heading(cell.text) and not period_of(cell.text) and plain(cell.text):
            yield Question(
                kind=WordKind.COLUMN,
                text=cell.text,
                sheet=sheet.name,
                cell=cell.address,
                headings=template_of(cells),
                options=options,
                samples=_samples(sheet, row, cell.address),
            )


def _likely_headings(sheet: Sheet) -> int:
    """The row near the top that has the most texts and no numbers; the first of several, 0 if there is none."""
    texts = {row: len(cells) for row, cells in list(sheet.rows.items())[:_SEARCHED_ROWS] if _is_texts(cells)}
    return max(texts, key=lambda row: texts[row], default=0)


def _is_texts(cells: Row) -> bool:
    return len(cells) > 1 and all(cell.number is None and cell.day is None and cell.text for cell in cells.values())


def _heading_at(sheet: Sheet, place: str) -> str:
    return next((c.text for c in sheet.rows.get(row_of(place), {}).values() if c.address == place), "")


def _samples(sheet: Sheet, row: int, cell: str) -> tuple[str, ...]:
    """The first values under a heading."""
    column = next((n for n, one in sheet.rows.get(row, {}).items() if address(row, n) == cell), 0)
    below = (cells[column].text for number, cells in sheet.rows.items() if number > row and column in cells)
    return tuple(text for text, _ in zip(below, range(_SAMPLES), strict=False))


def _heading_row(table: Table) -> int:
    return min(cell.row for cell in table.headings.values())
