"""Layout 1, long: one observation a row, its fields in columns found by heading in any order."""

from collections.abc import Iterator, Sequence

from data.model import Role
from loaders.findings import Finding
from loaders.layouts.headings import LONG as VOCABULARY
from loaders.layouts.record_builder import Marks, build_observation, marking_findings, read_content, read_marking
from loaders.layouts.sheet_defaults import default_findings
from loaders.layouts.table import (
    LACKS_PERIOD,
    Context,
    Item,
    Layout,
    Table,
    columns_of,
    heading_findings,
    is_total,
)
from loaders.layouts.table_row import TableRow
from loaders.parse.names import find_indicators
from loaders.read.sheets import Row

_CONTENTS = ("value", "lower", "words", "missing")
_ROLES = {role.value: role for role in Role} | {
    "lähtötilanne": Role.BASELINE,
    "toteuma": Role.FOLLOW_UP,
    "tavoitetaso": Role.TARGET,
}


def lacks(headings: Row) -> str | None:
    """Return what a heading row lacks as that of a long table; None if it is none."""
    columns = columns_of(headings, VOCABULARY)
    if "indicator" not in columns or not any(content in columns for content in _CONTENTS):
        return None
    return "" if "period" in columns or {"start", "end"} <= columns.keys() else LACKS_PERIOD


def explain(table: Table) -> str:
    """Return the table in words."""
    return f"yksi havainto rivillä, sarakkeet {table.known_headings}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """Yield an observation or a finding for every row of every table."""
    for table in tables:
        yield from heading_findings(table)
        yield from default_findings(table, "region", "period")
        marks: Marks = {}
        for field in ("value", "lower", "upper"):
            if column := table.columns.get(field):
                marking = read_marking(table, column, has_point=table.headings[column].text == field)
                marks[field] = marking.mark
                yield from marking_findings(table, column, marking)
        for number in table.rows:
            yield from _read_row(TableRow(table, number, context), marks)


def _read_row(row: TableRow, marks: Marks) -> Iterator[Item]:
    if excluded := _excluded(row):
        yield excluded
        return
    name = row.text("indicator")
    if not name:
        row.add_finding("nimetön-rivi", text=row.text_of_all, expected="mittari")
    region = row.region()
    candidates = find_indicators(name, region, row.context.catalogue)
    if len(candidates) > 1:
        row.add_finding(
            "moniselitteinen-mittari", "indicator", name, ", ".join(indicator.id for indicator, _ in candidates)
        )
    indicator, group = candidates[0] if candidates else (None, "")
    period, role = row.period(), row.choice("role", _ROLES)
    content = read_content(row, marks, indicator.unit if indicator else "")
    value = row.cell("value")
    place = row.place(value)
    yield from row.findings
    if not row.is_broken:
        yield build_observation(
            row,
            row.address_of(value),
            region=region,
            indicator=indicator.id if indicator else name,
            groups=(row.text("group"), group),
            period=period,
            role=role,
            content=content,
            place=place,
        )


def _excluded(row: TableRow) -> Finding | None:
    """Return the finding for a row that is no observation: a line of text, a total."""
    if row.lone_text:
        return row.table.finding("selite", row.first_cell, row.lone_text)
    name = row.text("indicator")
    if is_total(name) and not find_indicators(name, "", row.context.catalogue):
        return row.table.finding("yhteensä-rivi", row.first_cell, name)
    return None


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
