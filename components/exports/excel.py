"""The data as an Excel workbook: a sheet per hyötytavoite that can be filtered, drawn, mended and uploaded again."""

import io
from collections.abc import Sequence
from datetime import date, datetime

from xlsxwriter.workbook import Workbook

from components.exports import excel_charts, excel_reading
from components.exports.excel_records import (
    PRINTED_OBSERVATIONS,
    PRINTED_PROCESS_GOALS,
    observation_columns,
    observation_row,
    ordered,
    process_goal_columns,
    process_goal_row,
)
from components.exports.excel_sheets import Book, sheet_name
from data import finnish
from data.catalogue import Catalogue
from data.model import Indicator, Observation, ProcessGoal
from data.views.card import cards
from data.views.data_rows import source_cards
from loaders.layouts.table_finder import FOR_READERS
from loaders.workbooks.xml_text import xml_text

TITLE = "Seurantatiedot"
PROCESS_GOALS = "Prosessitavoitteet"
_WITHOUT_GOAL = "Ei hyötytavoitetta"
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
    """The workbook of these regions by official name and these goals (none given: all, and what has no goal).

    `observations` are protected already, as on the screen. `published` is the day of the version in words. Uploaded
    again without a change it changes nothing.
    """
    wanted: Sequence[int | None] = goals or (*(goal.number for goal in catalogue.goals), None)
    shown = [o for o in observations if o.region in regions and _goal(o, catalogue) in wanted]
    told = [goal for goal in process_goals if goal.region in regions and goal.goal in wanted]
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
        mine = ordered([o for o in shown if _goal(o, catalogue) == goal], regions, catalogue)
        if mine:
            name = sheet_name(f"{goal} {catalogue.goal(goal).short}" if goal else _WITHOUT_GOAL)
            rows = [observation_row(o, catalogue) for o in mine]
            book.table(book.sheet(name), observation_columns(), rows, printed=PRINTED_OBSERVATIONS)
            listed.append((name, f"{finnish.counted(len(mine), 'havainto', 'havaintoa')}, yksi rivillä"))
    if told:
        rows = [process_goal_row(goal, catalogue) for goal in told]
        book.table(book.sheet(PROCESS_GOALS), process_goal_columns(), rows, printed=PRINTED_PROCESS_GOALS)
        listed.append((PROCESS_GOALS, f"{finnish.counted(len(told), 'tilatieto', 'tilatietoa')}, yksi rivillä"))
    made = sorted(cards(catalogue, shown, today), key=lambda one: wanted.index(_goal_of(one.indicator, catalogue)))
    excel_reading.add_statuses(book, made, catalogue)
    listed.append((excel_reading.STATUSES, "mittarien tila, viimeisin arvo ja lause"))
    if excel_charts.add_charts(workbook, book, made, catalogue, note=FOR_READERS):
        listed.append((excel_charts.NAME, "kaaviot ja solut, joista ne on piirretty"))
    excel_reading.add_definitions(book, _indicators(shown, regions, wanted, catalogue), catalogue)
    listed.append((excel_reading.CARDS, "mittarien määritelmät ja käytön rajoitteet"))
    used = {entry.place.source for entry in (*shown, *told)}
    own = catalogue.model_copy(update={"sources": tuple(s for s in catalogue.sources if s.id in used)})
    excel_reading.add_sources(book, source_cards(own, shown, told))
    listed.append((excel_reading.SOURCES, "mistä tiedot on luettu"))
    excel_reading.add_contents(
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
    """The indicators that have observations, and those of the regions that have none yet."""
    used = {o.indicator for o in shown}
    return [i for i in catalogue.indicators if i.id in used or (i.region in regions and i.goal in wanted)]
