"""The data as an Excel workbook: a sheet per hyötytavoite that can be filtered, drawn, mended and uploaded again.

Sheets that are read and not uploaded (contents, statuses, mittarikortit, sources) say so in their first row.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from components.colours import BRAND_BLUE
from components.exports import excel_charts
from components.exports.excel_sheets import LINE, Book, Column, Content, line_count, sheet_name
from components.exports.record_rows import (
    PRINTED_OBSERVATIONS,
    PRINTED_PROCESS_GOALS,
    observation_columns,
    observation_row,
    ordered,
    process_goal_columns,
    process_goal_row,
)
from data import finnish
from data.analysis.status_explanation import explanation_text
from data.catalogue import Catalogue
from data.model import Indicator, Observation, ProcessGoal
from data.views.card import Card, cards
from data.views.data_rows import SourceCard, source_cards
from data.views.indicator import CardField
from data.views.indicator import description as indicator_description
from data.views.legend import legend
from loaders.layouts.table_finder import FOR_READERS
from loaders.workbooks import xml_text

TITLE = "Seurantatiedot"
PROCESS_GOALS = "Prosessitavoitteet"
_STATUSES, _CARDS, _SOURCES = "Tilat ja lauseet", "Mittarikortit", "Lähteet"
_WITHOUT_GOAL = "Ei hyötytavoitetta"
_CARD_WIDTH = 26  # characters of a column of a mittarikortti
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def excel(
    catalogue: Catalogue,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    *,
    regions: Sequence[str],
    goals: Sequence[int] = (),
    today: date,
    version: int,
    published: str,
) -> bytes:
    """Return the workbook of these regions by official name and these goals; without goals, of all and what has none.

    The observations are protected already, as on the screen. `published` is the day of the version in words. Uploaded
    again without a change the workbook changes nothing.
    """
    wanted: Sequence[int | None] = goals or (*(goal.number for goal in catalogue.goals), None)
    shown = [o for o in observations if o.region in regions and _goal(o, catalogue) in wanted]
    chosen_goals = [goal for goal in process_goals if goal.region in regions and goal.goal in wanted]
    file = io.BytesIO()
    workbook = Workbook(file, dict(_OPTIONS))
    labels = finnish.listed([catalogue.label(region) for region in regions])
    workbook.set_properties(
        {
            "title": xml_text(f"{TITLE}, {labels}"),
            "subject": f"Versio {version}, julkaistu {published}",
            "author": "Seuranta",
            "created": datetime(today.year, today.month, today.day),  # noqa: DTZ001 - Excel knows no time zones
        }
    )
    book = Book(workbook)
    contents = book.sheet("Sisältö")
    listed: list[tuple[str, str]] = []
    for goal in wanted:
        entries = ordered([o for o in shown if _goal(o, catalogue) == goal], regions, catalogue)
        if entries:
            name = sheet_name(f"{goal} {catalogue.goal(goal).short}" if goal else _WITHOUT_GOAL)
            rows = [observation_row(o, catalogue) for o in entries]
            book.table(book.sheet(name), observation_columns(), rows, printed=PRINTED_OBSERVATIONS)
            listed.append((name, f"{finnish.counted(len(entries), 'havainto', 'havaintoa')}, yksi rivillä"))
    if chosen_goals:
        rows = [process_goal_row(goal, catalogue) for goal in chosen_goals]
        book.table(book.sheet(PROCESS_GOALS), process_goal_columns(), rows, printed=PRINTED_PROCESS_GOALS)
        listed.append((PROCESS_GOALS, f"{finnish.counted(len(chosen_goals), 'tilatieto', 'tilatietoa')}, yksi rivillä"))
    shown_cards = sorted(
        cards(catalogue, shown, today), key=lambda card: wanted.index(_goal_of(card.indicator, catalogue))
    )
    _add_statuses(book, shown_cards, catalogue)
    listed.append((_STATUSES, "mittarien tila, viimeisin arvo ja lause"))
    if excel_charts.add_charts(workbook, book, shown_cards, catalogue, note=FOR_READERS):
        listed.append((excel_charts.NAME, "kaaviot ja solut, joista ne on piirretty"))
    _add_definitions(book, _indicators(shown, regions, wanted, catalogue), catalogue)
    listed.append((_CARDS, "mittarien määritelmät ja käytön rajoitteet"))
    used = {entry.place.source for entry in (*shown, *chosen_goals)}
    cited = catalogue.model_copy(update={"sources": tuple(s for s in catalogue.sources if s.id in used)})
    _add_sources(book, source_cards(cited, shown, chosen_goals))
    listed.append((_SOURCES, "mistä tiedot on luettu"))
    _fill_contents(
        book,
        contents,
        title=f"{TITLE}, {labels}",
        about=(
            f"Versio {version}, julkaistu {published}. Pienet luvut on peitetty kuten näytöllä.",
            "Hyötytavoitteiden ja prosessitavoitteiden taulukot voi täydentää ja ladata takaisin.",
        ),
        sheets=listed,
    )
    workbook.close()
    return file.getvalue()


def _goal_of(indicator_id: str, catalogue: Catalogue) -> int | None:
    indicator = catalogue.indicator(indicator_id)
    return indicator.goal if indicator else None


def _goal(observation: Observation, catalogue: Catalogue) -> int | None:
    return _goal_of(observation.indicator, catalogue)


def _indicators(
    shown: Sequence[Observation], regions: Sequence[str], wanted: Sequence[int | None], catalogue: Catalogue
) -> list[Indicator]:
    """Return the indicators that have observations, and those of the regions that have none yet."""
    used = {o.indicator for o in shown}
    return [i for i in catalogue.indicators if i.id in used or (i.region in regions and i.goal in wanted)]


def _fill_contents(
    book: Book, sheet: Worksheet, *, title: str, about: Sequence[str], sheets: Sequence[tuple[str, str]]
) -> None:
    """Fill the first sheet: what the workbook is, a link to each other sheet with what it holds, and the rules."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    _mark_as_for_readers(book, sheet)
    book.write(sheet, 2, 0, title, bold=True, font_size=16, font_color=BRAND_BLUE, text_wrap=False)
    sheet.set_row(2, 2 * LINE)
    row = 3
    for line in about:
        book.write(sheet, row, 0, line, text_wrap=False)
        row += 1
    row = _write_heading(book, sheet, row + 1, "Taulukot")
    for name, holds in sheets:
        sheet.write_url(row, 0, f"internal:'{name}'!A1", book.format(font_color=BRAND_BLUE, underline=1), name)
        book.write(sheet, row, 1, holds)
        row += 1
    row = _write_heading(book, sheet, row + 1, "Säännöt")
    for fact in legend():
        book.write(sheet, row, 0, fact.label, bold=True)
        book.write(sheet, row, 1, fact.text)
        sheet.set_row(row, LINE * line_count(fact.text, 100))
        row += 1


def _add_statuses(book: Book, cards: Sequence[Card], catalogue: Catalogue) -> None:
    """Add every indicator's status, what its card leads with, and its sentence, as on the screen."""
    columns = [
        Column("Mittari", 44), Column("Alue", 24), Column("Hyötytavoite", 13), Column("Laji", 10), Column("Tila", 20),
        Column("Tilan perustelu", 26), Column("Näin tila laskettiin", 80), Column("Luku tai kuvaus", 22),
        Column("Mitä se on", 28), Column("Lause", 80), Column("Varaukset", 60), Column("Lähde", 40),
    ]  # fmt: skip
    rows: list[list[Content]] = []
    for card in cards:
        indicator = catalogue.indicator(card.indicator)
        rows.append(
            [
                card.name, card.region_label, indicator.goal if indicator else None, card.kind.value,
                card.status.value, card.assessment.reason, explanation_text(card.explanation), card.headline.text,
                card.headline.label, card.sentence, " ".join(card.cautions), card.source,
            ]
        )  # fmt: skip
    _add_sheet(book, _STATUSES, columns, rows)


def _add_definitions(book: Book, indicators: Sequence[Indicator], catalogue: Catalogue) -> None:
    """Add the mittarikortti of each indicator, a row each."""
    descriptions = [indicator_description(catalogue, indicator) for indicator in indicators]
    fields = [field for field in CardField if any(field in description for description in descriptions)]
    columns = [Column("Mittari", 44), Column("Alue", 16), Column("Tunnus", 40)]
    columns += [Column(field.value, _CARD_WIDTH) for field in fields]
    rows: list[list[Content]] = [
        [indicator.name, indicator.region, indicator.id, *(description.get(field, "") for field in fields)]
        for indicator, description in zip(indicators, descriptions, strict=True)
    ]
    _add_sheet(book, _CARDS, columns, rows)


def _add_sources(book: Book, sources: Sequence[SourceCard]) -> None:
    """Add what the data was read from."""
    columns = [Column("Lähde", 60), Column("Jakso", 26), Column("Sisältö", 60), Column("Huomautus", 80)]
    rows = [[source.title, source.covers, source.counts, source.note] for source in sources]
    _add_sheet(book, _SOURCES, columns, rows)


def _add_sheet(book: Book, name: str, columns: Sequence[Column], rows: Sequence[Sequence[Content]]) -> None:
    sheet = book.sheet(name)
    _mark_as_for_readers(book, sheet)
    book.table(sheet, columns, rows, top=1)


def _mark_as_for_readers(book: Book, sheet: Worksheet) -> None:
    book.write(sheet, 0, 0, FOR_READERS, italic=True, font_color="#5A5F6A", text_wrap=False)


def _write_heading(book: Book, sheet: Worksheet, row: int, text: str) -> int:
    """Write a heading and return the row under it."""
    book.write(sheet, row, 0, text, bold=True, font_size=13, font_color=BRAND_BLUE)
    return row + 1
