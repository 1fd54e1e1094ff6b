"""The words of a template: known ones in place of those that a person has explained, and questions about the others.

Nothing is replaced that nobody explained.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from data.catalogue import Catalogue
from data.model import Record, TemplateWords, WordKind, WordMeaning
from data.units import UNITS, canonical
from loaders.findings import Finding, finding
from loaders.layouts import is_heading
from loaders.layouts.headings import GOALS, LONG, Vocabulary, plain
from loaders.layouts.table import Table
from loaders.parse import periods
from loaders.parse.numbers import DecimalMark
from loaders.read.sheets import Book, Cell, Row, Sheet, row_of

MARKS: dict[str, DecimalMark] = {"pilkku": ",", "piste": "."}

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


_IN_WORDS = {WordKind.DECIMAL_MARK: "desimaalierotin sarakkeessa"}
_Word = tuple[WordKind, str]
_Templates = dict[tuple[str, ...], dict[_Word, WordMeaning]]  # headings → what their words mean


def template_of(cells: Row) -> tuple[str, ...]:
    """Return what a heading row is known by: its headings without periods, which change from month to month."""
    return tuple(plain(cell.text) for cell in cells.values() if plain(cell.text) and not periods.parse(cell.text))


def explain_words(book: Book, template_words: Sequence[TemplateWords]) -> tuple[Book, tuple[WordMeaning, ...]]:
    """Return the book with the headings of known templates renamed, and the meanings of the templates that are in it.

    Where a word is explained twice, the later one counts; an empty meaning takes an earlier one back.
    """
    known: _Templates = {}
    for words in template_words:
        meanings = known.setdefault(words.headings, {})
        meanings.update({(meaning.kind, plain(meaning.text)): meaning for meaning in words.meanings})
    if not known:
        return book, ()
    first_headings = {headings[0] for headings in known if headings}
    used: dict[_Word, WordMeaning] = {}
    sheets = []
    for sheet in book.sheets:
        renamed: dict[int, Row] = {}
        for number, cells in sheet.rows.items():
            meanings = _meanings_of(cells, known, first_headings)
            renamed[number] = _renamed(cells, meanings) if meanings else cells
            used |= meanings
        sheets.append(Sheet(sheet.name, renamed, sheet.merged))
    return Book(tuple(sheets), book.findings), tuple(meaning for meaning in used.values() if meaning.meaning)


def _meanings_of(cells: Row, known: _Templates, first_headings: set[str]) -> dict[_Word, WordMeaning]:
    if not any(plain(cell.text) in first_headings for cell in cells.values()):
        return {}
    return known.get(template_of(cells), {})


def _renamed(cells: Row, meanings: dict[_Word, WordMeaning]) -> Row:
    columns = {
        word: meaning.meaning
        for (kind, word), meaning in meanings.items()
        if kind is WordKind.COLUMN and meaning.meaning
    }
    return {
        number: replace(cell, text=columns[word], number=None, day=None)
        if (word := plain(cell.text)) in columns
        else cell
        for number, cell in cells.items()
    }


def with_names(catalogue: Catalogue, meanings: Sequence[WordMeaning]) -> Catalogue:
    """Return the catalogue, which also knows the template's names of indicators and regions."""
    kinds = (WordKind.INDICATOR, WordKind.REGION)
    names = [(meaning.text, meaning.meaning) for meaning in meanings if meaning.kind in kinds]
    return catalogue.naming(names) if names else catalogue


def units_of(meanings: Sequence[WordMeaning]) -> dict[str, str]:
    """Return the template's units, each with the model's spelling that it stands for."""
    return {canonical(meaning.text): meaning.meaning for meaning in meanings if meaning.kind is WordKind.UNIT}


def with_marks(tables: Iterable[Table], original: Book, meanings: Sequence[WordMeaning]) -> list[Table]:
    """Return the tables with the decimal marks of their columns, by the headings that the file came with."""
    marks = {
        plain(meaning.text): MARKS[meaning.meaning] for meaning in meanings if meaning.kind is WordKind.DECIMAL_MARK
    }
    if not marks:
        return list(tables)
    sheets = {sheet.name: sheet for sheet in original.sheets}
    return [replace(table, marks=_marks_of(table, sheets[table.sheet.name], marks)) for table in tables]


def _marks_of(table: Table, sheet: Sheet, marks: dict[str, DecimalMark]) -> dict[int, DecimalMark]:
    headings = {number: sheet.at(cell.row, number) or cell for number, cell in table.headings.items()}
    return {number: marks[word] for number, cell in headings.items() if (word := plain(cell.text)) in marks}


def templates_of(tables: Sequence[Table], original: Book) -> tuple[tuple[str, ...], ...]:
    """Return what the heading rows of tables are known by, as they were when the file came."""
    rows = {sheet.name: sheet.rows for sheet in original.sheets}
    heading_rows = (min(cell.row for cell in table.headings.values()) for table in tables)
    headings = (rows[table.sheet.name].get(row, {}) for table, row in zip(tables, heading_rows, strict=True))
    return tuple(dict.fromkeys(template_of(cells) for cells in headings))


def explained_findings(meanings: Sequence[WordMeaning]) -> Iterable[Finding]:
    """Yield a finding for each word that was read as explained."""
    for meaning in meanings:
        kind = _IN_WORDS.get(meaning.kind, meaning.kind.value)
        yield finding("vastaavuus", actual=meaning.text, expected=meaning.meaning, there=kind)


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
    for noticed in findings:
        for question in _about(noticed, sheets.get(noticed.sheet), tables, catalogue):
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
