"""Layout 5, process goals: one goal a row with its status, or with a yes or no for whether it came true."""

from collections.abc import Iterator, Sequence

from data.catalogue import normalise, slug
from data.catalogue.process_catalogue import status_wordings
from data.model import ProcessGoal, ProcessStatus
from loaders.layouts.headings import GOALS as VOCABULARY
from loaders.layouts.sheet_defaults import default_findings
from loaders.layouts.table import (
    Context,
    Item,
    Layout,
    Located,
    Table,
    columns_of,
    heading_findings,
    is_footnote,
    is_total,
)
from loaders.layouts.table_row import TableRow
from loaders.parse.names import find_goal
from loaders.read.sheets import Row

_ID_LENGTH = 60
_STATUSES = ", ".join(ProcessStatus)


def lacks(headings: Row) -> str | None:
    """Return what a heading row lacks as that of process goals; None if it is none."""
    columns = columns_of(headings, VOCABULARY)
    if "title" not in columns:
        return None
    if columns.keys() & {"done", "status"}:
        return ""
    is_named = normalise(headings[columns["title"]].text).startswith("prosessitavoit")
    return "sarake “status” tai “toteutunut kyllä/ei”" if is_named and len(columns) > 1 else None


def explain(table: Table) -> str:
    """Return the table in words."""
    return f"prosessitavoite rivillä, sarakkeet {table.known_headings}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """Yield a process goal or a finding for every row of every table."""
    for table in tables:
        yield from heading_findings(table)
        yield from default_findings(table, "region", "period", "goal")
        for number in table.rows:
            yield from _read_row(TableRow(table, number, context))


def _read_row(row: TableRow) -> Iterator[Item]:
    title = row.text("title")
    if row.lone_text and (not title or is_footnote(title)):
        yield row.table.finding("selite", row.first_cell, row.text_of_all)
        return
    if is_total(title):
        yield row.table.finding("yhteensä-rivi", row.first_cell, title)
        return
    if not title:
        row.add_finding("nimetön-rivi", text=row.text_of_all, expected="prosessitavoite")
    goal = _process_goal(row, title)
    yield from row.findings
    if goal:
        cell = row.cell("status") or row.cell("done") or row.cell("title")
        yield Located(goal, row.table.sheet.name, row.address_of(cell))


def _process_goal(row: TableRow, title: str) -> ProcessGoal | None:
    region = row.region()
    period = row.period()
    status, wording = _status(row, title)
    goal, other_goals = _goals(row)
    place = row.place(row.cell("status") or row.cell("done"))
    status_line = row.whole("status_line")
    if row.is_broken:
        return None
    return ProcessGoal(
        region=region,
        id=row.text("id") or f"{slug(region)}-{slug(title)}"[:_ID_LENGTH].strip("-"),
        title=title,
        work_package=row.text("work_package"),
        goal=goal,
        other_goals=other_goals,
        plan=row.text("plan"),
        period=period.period,
        status=status,
        wording=wording,
        continues=row.text("continues"),
        continues_with=row.text("continues_with"),
        place=place,
        status_line=status_line,
        inferred=row.inferred("jakso" if period.is_inferred else ""),
        conflict=row.text("conflict"),
        note=row.text("note"),
        accepted=row.text("accepted"),
    )


def _status(row: TableRow, title: str) -> tuple[ProcessStatus, str]:
    """Return the status and its wording: that of its own column, else the text that the status was read from."""
    done, status = row.text("done"), row.text("status")
    wording = row.text("wording") if row.has("wording") else status or done
    if known := status_wordings().get(normalise(status or done)):
        return known, wording
    if row.has("status") and not status and not done:
        return ProcessStatus.NOT_ASSESSED, wording
    if row.has("status") and status:
        row.add_finding("tuntematon-status", "status", status, _STATUSES)
    else:
        row.add_finding("tila-epäselvä", "done", title, "“kyllä” tai “ei”")
    return ProcessStatus.UNKNOWN, wording


def _goals(row: TableRow) -> tuple[int | None, tuple[int, ...]]:
    """Return the primary national goal and the others; an unknown one is left out with a finding."""
    catalogue, text = row.context.catalogue, row.text("goal")
    goal = find_goal(text, catalogue) if row.has("goal") else row.defaults.goal
    if text and goal is None:
        row.add_finding("tuntematon-hyötytavoite", "goal", text, "1–5")
    others = row.wholes("other_goals")
    known = tuple(number for number in others if 1 <= number <= len(catalogue.goals))
    if known != others:
        row.add_finding("tuntematon-hyötytavoite", "other_goals", row.text("other_goals"), "1–5")
    return goal, known


LAYOUT = Layout(
    name="prosessitavoitteet",
    needs="“prosessitavoite” ja joko “status” tai “toteutunut kyllä/ei” (prosessitavoite rivillä)",
    anchor="title",
    vocabulary=VOCABULARY,
    knows=VOCABULARY.knows,
    lacks=lacks,
    explain=explain,
    read=read,
)
