"""The words of a template → known words, as a person has explained them. Nothing is replaced that nobody explained."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.catalogue import Catalogue
from data.model import TemplateWords, WordKind, WordMeaning
from data.units import canonical
from loaders.findings import Finding, finding
from loaders.layouts.headings import plain
from loaders.layouts.table import Table
from loaders.parse import periods
from loaders.parse.numbers import DecimalMark
from loaders.read.sheets import Book, Row, Sheet

MARKS: dict[str, DecimalMark] = {"pilkku": ",", "piste": "."}

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
