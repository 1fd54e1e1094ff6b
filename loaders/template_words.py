"""A template's own words → known ones, as a person has told them. Nothing is replaced that nobody explained."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.catalogue import Catalogue
from data.model import Observation, TemplateWords, WordKind, WordMeaning
from data.units import canonical
from loaders.findings import Finding, finding
from loaders.layouts.headings import plain
from loaders.layouts.table import Located, Table
from loaders.parse import periods
from loaders.parse.numbers import DecimalMark
from loaders.read.sheets import Book, Row, Sheet

MARKS: dict[str, DecimalMark] = {"pilkku": ",", "piste": "."}

_IN_WORDS = {WordKind.DECIMAL_MARK: "desimaalierotin sarakkeessa"}
_Word = tuple[WordKind, str]
_Templates = dict[tuple[str, ...], dict[_Word, WordMeaning]]  # headings → what their words mean


def template_of(cells: Row) -> tuple[str, ...]:
    """What a heading row is known by: its headings without periods, which change from month to month."""
    return tuple(plain(cell.text) for cell in cells.values() if plain(cell.text) and not periods.parse(cell.text))


def mapped(book: Book, mappings: Sequence[TemplateWords]) -> tuple[Book, tuple[WordMeaning, ...]]:
    """The book with the headings of known templates renamed, and the meanings of the templates that are in it.

    Where two mappings explain one word, the later one counts; an empty meaning takes an earlier one back.
    """
    known: _Templates = {}
    for mapping in mappings:
        told = known.setdefault(mapping.headings, {})
        told.update({(one.kind, plain(one.text)): one for one in mapping.meanings})
    if not known:
        return book, ()
    starts = {headings[0] for headings in known if headings}
    met: dict[_Word, WordMeaning] = {}
    sheets = []
    for sheet in book.sheets:
        renamed: dict[int, Row] = {}
        for number, cells in sheet.rows.items():
            found = _told_of(cells, known, starts)
            renamed[number] = _renamed(cells, found) if found else cells
            met |= found
        sheets.append(Sheet(sheet.name, renamed, sheet.merged))
    return Book(tuple(sheets), book.findings), tuple(one for one in met.values() if one.meaning)


def _told_of(cells: Row, known: _Templates, starts: set[str]) -> dict[_Word, WordMeaning]:
    if not any(plain(cell.text) in starts for cell in cells.values()):
        return {}
    return known.get(template_of(cells), {})


def _renamed(cells: Row, told: dict[_Word, WordMeaning]) -> Row:
    columns = {word: one.meaning for (kind, word), one in told.items() if kind is WordKind.COLUMN and one.meaning}
    return {
        number: replace(cell, text=columns[word], number=None, day=None)
        if (word := plain(cell.text)) in columns
        else cell
        for number, cell in cells.items()
    }


def named(catalogue: Catalogue, meanings: Sequence[WordMeaning]) -> Catalogue:
    """The catalogue, which also knows the template's own names of indicators and regions."""
    names = [(one.text, one.meaning) for one in meanings if one.kind in (WordKind.INDICATOR, WordKind.REGION)]
    return catalogue.naming(names) if names else catalogue


def with_units(
    observations: Iterable[Located[Observation]], meanings: Sequence[WordMeaning]
) -> list[Located[Observation]]:
    """Observations with the template's own units in the model's spelling."""
    units = {canonical(one.text): one.meaning for one in meanings if one.kind is WordKind.UNIT}
    return [
        replace(one, record=one.record.model_copy(update={"unit": units[one.record.unit]}))
        if one.record.unit in units
        else one
        for one in observations
    ]


def with_marks(tables: Iterable[Table], original: Book, meanings: Sequence[WordMeaning]) -> list[Table]:
    """The tables with the decimal marks of their columns, by the headings that the file came with."""
    told = {plain(one.text): MARKS[one.meaning] for one in meanings if one.kind is WordKind.DECIMAL_MARK}
    if not told:
        return list(tables)
    sheets = {sheet.name: sheet for sheet in original.sheets}
    return [replace(table, marks=_marks_of(table, sheets[table.sheet.name], told)) for table in tables]


def _marks_of(table: Table, sheet: Sheet, told: dict[str, DecimalMark]) -> dict[int, DecimalMark]:
    came = {number: sheet.at(cell.row, number) or cell for number, cell in table.headings.items()}
    return {number: told[word] for number, cell in came.items() if (word := plain(cell.text)) in told}


def used_findings(meanings: Sequence[WordMeaning]) -> Iterable[Finding]:
    """What was read as explained, word by word."""
    for one in meanings:
        yield finding(
            "vastaavuus", actual=one.text, expected=one.meaning, there=_IN_WORDS.get(one.kind, one.kind.value)
        )
