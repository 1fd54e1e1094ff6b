"""Layout 2, wide by period: an indicator a row, a period a column; the national template's own table."""

from collections.abc import Iterator, Sequence
from datetime import date

from data.model import Period, Role
from loaders.findings import Finding, finding
from loaders.layouts.headings import BASELINE, TARGET, plain
from loaders.layouts.headings import WIDE as VOCABULARY
from loaders.layouts.sheet_defaults import lent_findings, region_at
from loaders.layouts.table import Context, Item, Layout, Table, columns_of, heading_findings
from loaders.layouts.wide_row import ValueColumn, WideRow, holds_number, read_row
from loaders.parse import periods
from loaders.parse.amounts import doubt, marking_of
from loaders.read.limits import refuse_beyond
from loaders.read.sheets import Row

_ROLES = dict.fromkeys(map(plain, BASELINE), Role.BASELINE) | dict.fromkeys(map(plain, TARGET), Role.TARGET)
_TIMELESS = {Role.BASELINE: Period(label="lähtötila"), Role.TARGET: Period()}


def period_of(heading: str) -> tuple[Role, Period, bool] | None:
    """What a heading says of its column: role, period, whether its days are inferred; None if it is no period.

    "Lähtötila" is a baseline at an unknown time, "Tavoite 2022" a target by the end of that year.
    """
    if told := periods.parse(heading):
        return Role.FOLLOW_UP, told.period, told.inferred
    word, _, rest = " ".join(heading.split()).partition(" ")
    role = _ROLES.get(plain(word))
    if role and not rest:
        return role, _TIMELESS[role], False
    told = periods.parse(rest.strip("()"))
    return (role, told.period, told.inferred) if role and told else None


def lacks(headings: Row) -> str | None:
    """What a heading row lacks as one of a table by periods."""
    if "indicator" not in columns_of(headings, VOCABULARY) or len(headings) < 2:
        return None
    if any(period_of(cell.text) for cell in headings.values()):
        return ""
    return "sarake, jonka otsikkona on jakso, esimerkiksi “kevät 2026”"


def explain(table: Table) -> str:
    """The table in words."""
    found = ", ".join(" ".join(cell.text.split()) for cell in table.headings.values() if period_of(cell.text))
    return f"mittarit riveillä, jaksot sarakkeissa ({found})"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """An observation or a finding for every cell under a period, in every table."""
    found = [(table, tuple(_value_columns(table))) for table in tables]
    refuse_beyond(values=sum(len(table.rows) * len(columns) for table, columns in found))
    until = _measured_until(found)
    for table, columns in found:
        yield from _headings(table, columns)
        yield from lent_findings(table, "region")
        for row in table.rows:
            yield from read_row(WideRow(table, columns, row, until, region_at(table, row, context), context))


def _value_columns(table: Table) -> Iterator[ValueColumn]:
    for number, cell in table.headings.items():
        if found := period_of(cell.text):
            yield ValueColumn(number, *found, marking_of(table, number))


def _headings(table: Table, columns: Sequence[ValueColumn]) -> Iterator[Finding]:
    sheet = table.sheet.name
    unread = {number for number, cell in table.headings.items() if _may_be_period(table, number, cell.text)}
    yield from heading_findings(table, others=unread.union(column.number for column in columns))
    for number in unread:
        cell = table.headings[number]
        yield finding(
            "tuntematon-jakso-otsikko",
            sheet=sheet,
            cell=cell.address,
            actual=cell.text,
            expected=periods.EXAMPLES,
        )
    for column in columns:
        yield from doubt(column.marking, sheet, table.headings[column.number])


def _may_be_period(table: Table, number: int, heading: str) -> bool:
    """Whether a column that nobody knows holds numbers, and so is likely a period that is written in an odd way."""
    if VOCABULARY.column(heading) or period_of(heading):
        return False
    return any(holds_number(table, row, number) for row in table.rows)


def _measured_until(found: Sequence[tuple[Table, Sequence[ValueColumn]]]) -> date | None:
    """The end of the last follow-up period that holds a number in any table of the file; later ones are not yet due."""
    ends = (
        column.period.end
        for table, columns in found
        for column in columns
        if column.role is Role.FOLLOW_UP and any(holds_number(table, row, column.number) for row in table.rows)
    )
    return max(filter(None, ends), default=None)


LAYOUT = Layout(
    name="jaksot sarakkeissa",
    needs="“mittari” ja jaksot, esimerkiksi “lähtötila”, “kevät 2026” ja “syksy 2026” (mittari rivillä)",
    anchor="indicator",
    vocabulary=VOCABULARY,
    knows=lambda heading: VOCABULARY.knows(heading) or period_of(heading) is not None,
    lacks=lacks,
    explain=explain,
    read=read,
)
