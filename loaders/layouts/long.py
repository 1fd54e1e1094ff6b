"""Layout 1, long: one observation a row, its fields in columns found by heading in any order."""

from collections.abc import Iterator, Sequence

from data.model import Observation, Role
from loaders.findings import finding
from loaders.layouts.headings import LONG as VOCABULARY
from loaders.layouts.sheet_defaults import lent_findings
from loaders.layouts.table import (
    LACKS_PERIOD,
    Context,
    Item,
    Layout,
    Located,
    Table,
    columns_of,
    heading_findings,
    is_total,
)
from loaders.layouts.table_row import Line
from loaders.parse.amounts import doubt, marking_of
from loaders.parse.names import find_indicators, join_groups
from loaders.parse.row_content import Marks, read_content
from loaders.read.sheets import Row

_CONTENTS = ("value", "lower", "words", "missing")
_ROLES = {role.value: role for role in Role} | {
    "lähtötilanne": Role.BASELINE,
    "toteuma": Role.FOLLOW_UP,
    "tavoitetaso": Role.TARGET,
}


def lacks(headings: Row) -> str | None:
    """What a heading row lacks as one of a long table."""
    columns = columns_of(headings, VOCABULARY)
    if "indicator" not in columns or not any(content in columns for content in _CONTENTS):
        return None
    return "" if "period" in columns or {"start", "end"} <= columns.keys() else LACKS_PERIOD


def explain(table: Table) -> str:
    """The table in words."""
    known = ", ".join(table.headings[number].text for number in table.columns.values())
    return f"yksi havainto rivillä, sarakkeet {known}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """An observation or a finding for every row of every table."""
    for table in tables:
        yield from heading_findings(table)
        yield from lent_findings(table, "region", "period")
        marks: Marks = {}
        for field in ("value", "lower", "upper"):
            if number := table.columns.get(field):
                marking = marking_of(table, number, has_point=table.headings[number].text == field)
                marks[field] = marking.mark
                yield from doubt(marking, table.sheet.name, table.headings[number])
        for row in table.rows:
            yield from _row(Line(table, row, context), context, marks)


def _row(line: Line, context: Context, marks: Marks) -> Iterator[Item]:
    name = line.text("indicator")
    if line.lone_text:
        yield finding("selite", sheet=line.sheet, cell=line.first_cell, actual=line.lone_text)
        return
    if is_total(name) and not find_indicators(name, "", context.catalogue):
        yield finding("yhteensä-rivi", sheet=line.sheet, cell=line.first_cell, actual=name)
        return
    if not name:
        line.add_finding("nimetön-rivi", actual=line.shown, expected="mittari")
    observation = _observation(line, name, context, marks)
    yield from line.findings
    if observation:
        value = line.cell("value")
        yield Located(observation, line.sheet, value.address if value else line.first_cell)


def _observation(line: Line, name: str, context: Context, marks: Marks) -> Observation | None:
    region = line.region()
    candidates = find_indicators(name, region, context.catalogue)
    if len(candidates) > 1:
        ids = ", ".join(indicator.id for indicator, _ in candidates)
        line.add_finding("moniselitteinen-mittari", "indicator", name, ids)
    indicator, named_group = candidates[0] if candidates else (None, "")
    period, period_is_inferred = line.period()
    given_role = line.choice("role", _ROLES)
    role = given_role or Role.FOLLOW_UP
    content = read_content(line, marks, indicator.unit if indicator else "")
    quantity = content.quantity
    place = line.place(line.cell("value"))
    if line.is_broken:
        return None
    inferred = {"jakso": period_is_inferred, "rooli": given_role is None}
    return Observation(
        region=region,
        indicator=indicator.id if indicator else name,
        group=join_groups(line.text("group"), named_group),
        period=period,
        role=role,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        n=quantity.n,
        missing=quantity.missing,
        words=content.words,
        place=place,
        inferred=line.inferred(*(field for field, is_so in inferred.items() if is_so), *content.inferred),
        conflict=line.text("conflict"),
        note=line.text("note"),
        accepted=line.text("accepted"),
    )


LAYOUT = Layout(
    name="pitkä",
    needs="“mittari”, “jakso” ja “arvo” (yksi havainto rivillä)",
    anchor="indicator",
    vocabulary=VOCABULARY,
    knows=VOCABULARY.knows,
    lacks=lacks,
    explain=explain,
    read=read,
)
