"""The sheets of the workbook that are read and not uploaded: contents, statuses, mittarikortit and sources."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from components.colours import BRAND_BLUE
from components.exports.excel_sheets import LINE, Book, Column, Content, lines
from data.catalogue import Catalogue
from data.model import Indicator
from data.views.card import Card
from data.views.data_rows import SourceCard
from data.views.indicator import CardField, description
from data.views.legend import legend
from loaders.layouts.table_finder import FOR_READERS

STATUSES, CARDS, SOURCES = "Tilat ja lauseet", "Mittarikortit", "Lähteet"
_CARD_WIDTH = 26


def add_contents(
    book: Book, sheet: Worksheet, *, title: str, about: Sequence[str], sheets: Sequence[tuple[str, str]]
) -> None:
    """The first sheet: what the workbook is, a link to each other sheet with what it holds, and the rules."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    _mark(book, sheet)
    book.write(sheet, 2, 0, title, bold=True, font_size=16, font_color=BRAND_BLUE, text_wrap=False)
    sheet.set_row(2, 2 * LINE)
    row = 3
    for line in about:
        book.write(sheet, row, 0, line, text_wrap=False)
        row += 1
    row = _heading(book, sheet, row + 1, "Taulukot")
    for name, holds in sheets:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", book.format(font_color=BRAND_BLUE, underline=1), name)
        book.write(sheet, row, 1, holds)
        row += 1
    row = _heading(book, sheet, row + 1, "Säännöt")
    for fact in legend():
        book.write(sheet, row, 0, fact.label, bold=True)
        book.write(sheet, row, 1, fact.text)
        sheet.set_row(row, LINE * lines(fact.text, 100))
        row += 1


def add_statuses(book: Book, cards: Sequence[Card], catalogue: Catalogue) -> None:
    """Every indicator's status, what its card leads with, and its sentence, as on the screen."""
    columns = [
        Column("Mittari", 44), Column("Alue", 24), Column("Hyötytavoite", 13), Column("Laji", 10), Column("Tila", 20),
        Column("Tilan perustelu", 26), Column("Luku tai kuvaus", 22), Column("Mitä se on", 28), Column("Lause", 80),
        Column("Varaukset", 60), Column("Lähde", 40),
    ]  # fmt: skip
    rows: list[list[Content]] = []
    for one in cards:
        indicator = catalogue.indicator(one.indicator)
        rows.append(
            [
                one.name, one.region_label, indicator.goal if indicator else None, one.kind.value, one.status.value,
                one.status_reason, one.headline.text, one.headline.label, one.sentence, " ".join(one.cautions),
                one.source,
            ]
        )  # fmt: skip
    _add(book, STATUSES, columns, rows)


def add_definitions(book: Book, indicators: Sequence[Indicator], catalogue: Catalogue) -> None:
    """The mittarikortti of each indicator, a row each."""
    told = [description(catalogue, indicator) for indicator in indicators]
    fields = [field for field in CardField if any(field in rows for rows in told)]
    columns = [Column("Mittari", 44), Column("Alue", 16), Column("Tunnus", 40)]
    columns += [Column(field.value, _CARD_WIDTH) for field in fields]
    content: list[list[Content]] = [
        [indicator.name, indicator.region, indicator.id, *(rows.get(field, "") for field in fields)]
        for indicator, rows in zip(indicators, told, strict=True)
    ]
    _add(book, CARDS, columns, content)


def add_sources(book: Book, sources: Sequence[SourceCard]) -> None:
    """What the data was read from."""
    columns = [Column("Lähde", 60), Column("Jakso", 26), Column("Sisältö", 60), Column("Huomautus", 80)]
    _add(book, SOURCES, columns, [[one.title, one.covers, one.counts, one.note] for one in sources])


def _add(book: Book, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Content]]) -> None:
    sheet = book.sheet(name)
    _mark(book, sheet)
    book.table(sheet, columns, rows, top=1)


def _mark(book: Book, sheet: Worksheet) -> None:
    book.write(sheet, 0, 0, FOR_READERS, italic=True, font_color="#5A5F6A", text_wrap=False)


def _heading(book: Book, sheet: Worksheet, row: int, text: str) -> int:
    book.write(sheet, row, 0, text, bold=True, font_size=13, font_color=BRAND_BLUE)
    return row + 1
