"""Layout 5, process goals: one goal a row with its status, or with a yes or no for whether it came true."""

from collections.abc import Iterator, Sequence

from data.catalogue import normalise, slug
from data.catalogue.process_catalogue import status_wordings
from data.model import ProcessGoal, ProcessStatus
from loaders.findings import finding
from loaders.layouts.headings import GOALS as VOCABULARY
from loaders.layouts.sheet_defaults import lent_findings
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
from loaders.layouts.table_row import Line
from loaders.parse.names import find_goal
from loaders.read.sheets import Row

_ID_LENGTH = 60
_STATUSES = ", ".join(ProcessStatus)


def lacks(headings: Row) -> str | None:
    """What a heading row lacks as one of process goals."""
    columns = columns_of(headings, VOCABULARY)
    if "title" not in columns:
        return None
    if columns.keys() & {"done", "status"}:
        return ""
    is_named = normalise(headings[columns["title"]].text).startswith("prosessitavoit")
    return "sarake “status” tai “toteutunut kyllä/ei”" if is_named and len(columns) > 1 else None


def explain(table: Table) -> str:
    """The table in words."""
    known = ", ".join(table.headings[number].text for number in table.columns.values())
    return f"prosessitavoite rivillä, sarakkeet {known}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """A process goal or a finding for every row of every table."""
    for table in tables:
        yield from heading_findings(table)
        yield from lent_findings(table, "region", "period", "goal")
        for row in table.rows:
            yield from _row(Line(table, row, context), context)


def _row(line: Line, context: Context) -> Iterator[Item]:
    title = line.text("title")
    if line.lone_text and (not title or is_footnote(title)):
        yield finding("selite", sheet=line.sheet, cell=line.first_cell, actual=line.shown)
        return
    if is_total(title):
        yield finding("yhteensä-rivi", sheet=line.sheet, cell=line.first_cell, actual=title)
        return
    if not title:
        line.add_finding("nimetön-rivi", actual=line.shown, expected="prosessitavoite")
    goal = _process_goal(line, title, context)
    yield from line.findings
    if goal:
        cell = line.cell("status") or line.cell("done") or line.cell("title")
        yield Located(goal, line.sheet, cell.address if cell else line.first_cell)


def _process_goal(line: Line, title: str, context: Context) -> ProcessGoal | None:
    region = line.region()
    period, period_is_inferred = line.period()
    status, wording = _status(line, title)
    goal, other_goals = _goals(line, context)
    place = line.place(line.cell("status") or line.cell("done"))
    status_line = line.whole("status_line")
    if line.is_broken:
        return None
    return ProcessGoal(
        region=region,
        id=line.text("id") or f"{slug(region)}-{slug(title)}"[:_ID_LENGTH].strip("-"),
        title=title,
        work_package=line.text("work_package"),
        goal=goal,
        other_goals=other_goals,
        plan=line.text("plan"),
        period=period,
        status=status,
        wording=wording,
        continues=line.text("continues"),
        continues_with=line.text("continues_with"),
        place=place,
        status_line=status_line,
        inferred=line.inferred(*(["jakso"] if period_is_inferred else [])),
        conflict=line.text("conflict"),
        note=line.text("note"),
        accepted=line.text("accepted"),
    )


def _status(line: Line, title: str) -> tuple[ProcessStatus, str]:
    """The status and its wording: the wording column's where there is one, else the text of the status itself."""
    done, told = line.text("done"), line.text("status")
    text = told or done
    wording = line.text("wording") if line.has("wording") else text
    known = status_wordings().get(normalise(text))
    if known:
        return known, wording
    if line.has("status") and not told and not done:
        return ProcessStatus.NOT_ASSESSED, wording
    if line.has("status") and told:
        line.add_finding("tuntematon-status", "status", told, _STATUSES)
        return ProcessStatus.UNKNOWN, wording
    line.add_finding("tila-epäselvä", "done", title, "“kyllä” tai “ei”")
    return ProcessStatus.UNKNOWN, wording


def _goals(line: Line, context: Context) -> tuple[int | None, tuple[int, ...]]:
    """The primary national goal and the others; an unknown one is left out and told."""
    text = line.text("goal")
    goal = find_goal(text, context.catalogue) if line.has("goal") else line.lent.goal
    if text and goal is None:
        line.add_finding("tuntematon-hyötytavoite", "goal", text, "1–5")
    others = line.wholes("other_goals")
    known = tuple(number for number in others if 1 <= number <= len(context.catalogue.goals))
    if known != others:
        line.add_finding("tuntematon-hyötytavoite", "other_goals", line.text("other_goals"), "1–5")
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
