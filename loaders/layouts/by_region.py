"""Layout 3, wide by region: an indicator a row, a region a column, all of one period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import load_catalogue
from data.model import Period
from loaders.findings import Finding
from loaders.layouts.headings import BY_REGION as VOCABULARY
from loaders.layouts.record_builder import marking_findings, read_marking
from loaders.layouts.sheet_defaults import defaults_of, title_without_footnotes
from loaders.layouts.table import Context, Item, Layout, Table, columns_of
from loaders.layouts.table_row import TableRow
from loaders.layouts.value_cells import (
    Timing,
    ValueColumn,
    excluded_row,
    last_measured,
    read_values,
    value_heading_findings,
)
from loaders.layouts.wide import timing_of
from loaders.parse import periods
from loaders.parse.names import region_called
from loaders.read.safety import refuse_beyond
from loaders.read.sheets import Row, address


@dataclass(frozen=True, slots=True)
class _TimedTable:
    """A table with its regions by column, and when each of its rows is; a row with an unknown period is left out."""

    table: Table
    regions: dict[int, str]
    timings: dict[int, Timing]


def lacks(headings: Row) -> str | None:
    """Return what a heading row lacks as that of a table by regions; None if it is none."""
    if "indicator" not in columns_of(headings, VOCABULARY):
        return None
    return "" if any(_region(cell.text) for cell in headings.values()) else None


def explain(table: Table) -> str:
    """Return the table in words."""
    shown = ", ".join(cell.text for cell in table.headings.values() if _region(cell.text))
    return f"mittarit riveillä, alueet sarakkeissa ({shown})"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """Yield an observation or a finding for every cell under a region, in every table."""
    timed_tables: list[_TimedTable] = []
    for table in tables:
        regions = {number: name for number, cell in table.headings.items() if (name := _region(cell.text))}
        yield from value_heading_findings(table, regions, "tuntematon-alue-otsikko", "Keski-Uusimaa")
        timings, findings = _timings(table, regions)
        yield from findings
        timed_tables.append(_TimedTable(table, regions, timings))
    refuse_beyond(values=sum(len(timed.table.rows) * len(timed.regions) for timed in timed_tables))
    measured_until = last_measured(
        (timed.table, timing, row, column)
        for timed in timed_tables
        for row, timing in timed.timings.items()
        for column in timed.regions
    )
    for timed in timed_tables:
        yield from _read_rows(timed, measured_until, context)


def _read_rows(timed: _TimedTable, measured_until: date | None, context: Context) -> Iterator[Item]:
    table, regions = timed.table, timed.regions
    markings = {column: read_marking(table, column) for column in regions}
    for column, marking in markings.items():
        yield from marking_findings(table, column, marking)
    for number, timing in timed.timings.items():
        row = TableRow(table, number, context)
        yield from row.findings
        if excluded := excluded_row(row, regions, regions.values()):
            yield excluded
            continue
        for column, region in regions.items():
            yield from read_values(row, region, [ValueColumn(column, timing, markings[column])], measured_until)


def _region(heading: str) -> str:
    region = region_called(heading, load_catalogue())
    return region.name if region else ""


def _timings(table: Table, regions: dict[int, str]) -> tuple[dict[int, Timing], list[Finding]]:
    """Return when each row is: by its cell of the column for that, else by the title or by the name of the sheet.

    A table without any period stops the file; a row whose period cannot be read is left out.
    """
    if "period" in table.columns:
        return _timings_by_row(table, regions)
    for timing, reason in _timings_of_table(table):
        if timing:
            text = f"{timing.period.label} ({timing.role})".strip()
            return dict.fromkeys(table.rows, timing), [table.finding("jakso-otsikosta", text=text, expected=reason)]
    return dict.fromkeys(table.rows, Timing()), [table.finding("jakso-ei-selviä", expected=periods.EXAMPLES)]


def _timings_of_table(table: Table) -> Iterator[tuple[Timing | None, str]]:
    """Yield when a table may be, with the reason: by its title first, unless its sheet names a part of that period."""
    title, sheet = title_without_footnotes(table.title), table.sheet.name
    in_title, default = periods.find(title), defaults_of(table).period
    by_title = timing_of(title) or (Timing(reading=in_title[0]) if in_title else None)
    by_sheet = timing_of(sheet) or (Timing(reading=default) if default else None)
    options = [(by_title, f"taulukon otsikko on “{title}”"), (by_sheet, f"taulukon nimi on “{sheet}”")]
    is_part = by_title and by_sheet and by_title.role is by_sheet.role and _is_part(by_sheet.period, by_title.period)
    yield from reversed(options) if is_part else options


def _is_part(period: Period, whole: Period) -> bool:
    if not (period.start and period.end and whole.start and whole.end):
        return False
    return whole.start <= period.start and period.end <= whole.end and period != whole


def _timings_by_row(table: Table, regions: dict[int, str]) -> tuple[dict[int, Timing], list[Finding]]:
    timings: dict[int, Timing] = {}
    findings: list[Finding] = []
    for row in table.rows:
        cell = table.cell_at(row, "period")
        timing = timing_of(cell.text) if cell else None
        if cell and not timing:
            findings.append(table.finding("jakso-ei-tunnistu", cell, expected=periods.EXAMPLES))
            continue
        if not timing and any(table.sheet.at(row, column) for column in regions):
            at = address(row, table.columns["period"])
            findings.append(table.finding("jakso-ei-selviä", at, expected=periods.EXAMPLES))
        timings[row] = timing or Timing()
    return timings, findings


LAYOUT = Layout(
    name="alueet sarakkeissa",
    needs="“mittari” ja alueita, esimerkiksi “Kymenlaakso” ja “Keski-Uusimaa” (mittari rivillä, jakso otsikossa)",
    anchor="indicator",
    vocabulary=VOCABULARY,
    knows=lambda heading: VOCABULARY.knows(heading) or bool(_region(heading)),
    lacks=lacks,
    explain=explain,
    read=read,
)
