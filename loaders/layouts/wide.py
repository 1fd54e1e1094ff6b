"""Layout 2, wide by period: an indicator a row, a period a column; the national template's own table."""

from collections.abc import Iterator, Sequence

from data.model import Period, Role
from loaders.layouts.headings import BASELINE, TARGET, plain
from loaders.layouts.headings import WIDE as VOCABULARY
from loaders.layouts.record_builder import marking_findings, read_marking
from loaders.layouts.sheet_defaults import default_findings
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
from loaders.parse import periods
from loaders.parse.periods import NO_PERIOD, PeriodReading
from loaders.read.safety import refuse_beyond
from loaders.read.sheets import Row

_ROLES = dict.fromkeys(map(plain, BASELINE), Role.BASELINE) | dict.fromkeys(map(plain, TARGET), Role.TARGET)
_TIMELESS = {Role.BASELINE: PeriodReading(Period(label="lähtötila")), Role.TARGET: NO_PERIOD}


def timing_of(heading: str) -> Timing | None:
    """Return what a heading says of the values under it; None if it is no period.

    "Lähtötila" is a baseline at an unknown time, "Tavoite 2022" a target by the end of that year.
    """
    if reading := periods.parse(heading):
        return Timing(Role.FOLLOW_UP, reading)
    word, _, rest = " ".join(heading.split()).partition(" ")
    role = _ROLES.get(plain(word))
    if role and not rest:
        return Timing(role, _TIMELESS[role])
    reading = periods.parse(rest.strip("()"))
    return Timing(role, reading) if role and reading else None


def lacks(headings: Row) -> str | None:
    """Return what a heading row lacks as that of a table by periods; None if it is none."""
    if "indicator" not in columns_of(headings, VOCABULARY) or len(headings) < 2:
        return None
    if any(timing_of(cell.text) for cell in headings.values()):
        return ""
    return "sarake, jonka otsikkona on jakso, esimerkiksi “kevät 2026”"


def explain(table: Table) -> str:
    """Return the table in words."""
    shown = ", ".join(" ".join(cell.text.split()) for cell in table.headings.values() if timing_of(cell.text))
    return f"mittarit riveillä, jaksot sarakkeissa ({shown})"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """Yield an observation or a finding for every cell under a period, in every table."""
    columns_by_table = [(table, list(_value_columns(table))) for table in tables]
    refuse_beyond(values=sum(len(table.rows) * len(columns) for table, columns in columns_by_table))
    measured_until = last_measured(
        (table, column.timing, row, column.number)
        for table, columns in columns_by_table
        for column in columns
        for row in table.rows
    )
    for table, columns in columns_by_table:
        numbers = [column.number for column in columns]
        yield from value_heading_findings(table, numbers, "tuntematon-jakso-otsikko", periods.EXAMPLES)
        for column in columns:
            yield from marking_findings(table, column.number, column.marking)
        yield from default_findings(table, "region")
        for number in table.rows:
            row = TableRow(table, number, context)
            yield from row.findings
            region = row.region()
            if excluded := excluded_row(row, numbers, [region]):
                yield excluded
            else:
                yield from read_values(row, region, columns, measured_until)


def _value_columns(table: Table) -> Iterator[ValueColumn]:
    for number, cell in table.headings.items():
        if timing := timing_of(cell.text):
            yield ValueColumn(number, timing, read_marking(table, number))


LAYOUT = Layout(
    name="jaksot sarakkeissa",
    needs="“mittari” ja jaksot, esimerkiksi “lähtötila”, “kevät 2026” ja “syksy 2026” (mittari rivillä)",
    anchor="indicator",
    vocabulary=VOCABULARY,
    knows=lambda heading: VOCABULARY.knows(heading) or timing_of(heading) is not None,
    lacks=lacks,
    explain=explain,
    read=read,
)
