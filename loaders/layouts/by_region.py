"""Layout 3, wide by region: an indicator a row, a region a column, all of one period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import load_catalogue
from data.model import Period, Role
from loaders.findings import Finding, finding
from loaders.layouts.headings import BY_REGION as VOCABULARY
from loaders.layouts.sheet_defaults import lent_to, telling
from loaders.layouts.table import Context, Item, Layout, Table, columns_of, heading_findings, stray_findings
from loaders.layouts.wide import period_of
from loaders.layouts.wide_row import ValueColumn, WideRow, holds_number, read_values, unread_finding
from loaders.parse import periods
from loaders.parse.amounts import doubt, marking_of
from loaders.parse.names import region_called
from loaders.read.limits import refuse_beyond
from loaders.read.sheets import Row, address

When = tuple[Role, Period, bool]  # role, period, whether its days are inferred

_UNTOLD: When = (Role.FOLLOW_UP, Period(), False)


@dataclass(frozen=True, slots=True)
class _Timed:
    """A table with its regions by column, and when each of its rows is; a row with an unknown period is left out."""

    table: Table
    regions: dict[int, str]
    whens: dict[int, When]


def lacks(headings: Row) -> str | None:
    """What a heading row lacks as one of a table by regions."""
    if "indicator" not in columns_of(headings, VOCABULARY):
        return None
    return "" if any(_region(cell.text) for cell in headings.values()) else None


def explain(table: Table) -> str:
    """The table in words."""
    found = ", ".join(cell.text for cell in table.headings.values() if _region(cell.text))
    return f"mittarit riveillä, alueet sarakkeissa ({found})"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """An observation or a finding for every cell under a region, in every table."""
    timed: list[_Timed] = []
    for table in tables:
        regions = {number: name for number, cell in table.headings.items() if (name := _region(cell.text))}
        yield from _headings(table, regions)
        whens, told = _whens(table, regions)
        yield from told
        timed.append(_Timed(table, regions, whens))
    refuse_beyond(values=sum(len(one.table.rows) * len(one.regions) for one in timed))
    until = max((end for one in timed for end in _measured_ends(one)), default=None)
    for one in timed:
        yield from _rows(one, until, context)


def _rows(timed: _Timed, until: date | None, context: Context) -> Iterator[Item]:
    table = timed.table
    markings = {number: marking_of(table, number) for number in timed.regions}
    for number, marking in markings.items():
        yield from doubt(marking, table.sheet.name, table.headings[number])
    for row, when in timed.whens.items():
        yield from stray_findings(table, row)
        parts = [
            WideRow(table, (ValueColumn(number, *when, markings[number]),), row, until, region, context)
            for number, region in timed.regions.items()
        ]
        if unread := unread_finding(parts):
            yield unread
        else:
            for part in parts:
                yield from read_values(part)


def _measured_ends(timed: _Timed) -> Iterator[date]:
    """The ends of the follow-up periods that hold a number."""
    for row, (role, period, _) in timed.whens.items():
        is_measured = any(holds_number(timed.table, row, number) for number in timed.regions)
        if role is Role.FOLLOW_UP and period.end and is_measured:
            yield period.end


def _region(heading: str) -> str:
    region = region_called(heading, load_catalogue())
    return region.name if region else ""


def _headings(table: Table, regions: dict[int, str]) -> Iterator[Finding]:
    """Headings that nobody knows; one over numbers is likely a region that is written in an odd way."""
    unread = {
        number
        for number, cell in table.headings.items()
        if number not in regions
        and not VOCABULARY.column(cell.text)
        and any(holds_number(table, row, number) for row in table.rows)
    }
    yield from heading_findings(table, others=unread | regions.keys())
    for number in unread:
        cell = table.headings[number]
        place = {"sheet": table.sheet.name, "cell": cell.address}
        yield finding("tuntematon-alue-otsikko", actual=cell.text, expected="Keski-Uusimaa", **place)


def _whens(table: Table, regions: dict[int, str]) -> tuple[dict[int, When], list[Finding]]:
    """When each row is: by its cell of the column for that, else by the title or by the name of the sheet.

    What tells no period stops; a row whose period cannot be read is left out.
    """
    place = {"sheet": table.sheet.name, "cell": table.area.partition(":")[0]}
    column = table.columns.get("period")
    if column:
        return _whens_in(table, column, regions)
    for when, told in _whens_around(table):
        if when:
            found = f"{when[1].label} ({when[0]})".strip()
            return dict.fromkeys(table.rows, when), [finding("jakso-otsikosta", actual=found, expected=told, **place)]
    return dict.fromkeys(table.rows, _UNTOLD), [finding("jakso-ei-selviä", expected=periods.EXAMPLES, **place)]


def _whens_around(table: Table) -> Iterator[tuple[When | None, str]]:
    """When a table may be, with the place that tells it: its title, unless the sheet names a part of that period."""
    title = telling(table.title)
    within, lent = periods.find(title), lent_to(table).period
    by_title = period_of(title) or (_follow_up(within[0]) if within else None)
    by_sheet = period_of(table.sheet.name) or (_follow_up(lent) if lent else None)
    told_by_title = by_title, f"taulukon otsikko on “{title}”"
    told_by_sheet = by_sheet, f"taulukon nimi on “{table.sheet.name}”"
    is_part = by_title and by_sheet and by_title[0] is by_sheet[0] and _is_part(by_sheet[1], by_title[1])
    yield from (told_by_sheet, told_by_title) if is_part else (told_by_title, told_by_sheet)


def _follow_up(reading: periods.Reading) -> When:
    return Role.FOLLOW_UP, reading.period, reading.inferred


def _is_part(period: Period, whole: Period) -> bool:
    if not (period.start and period.end and whole.start and whole.end):
        return False
    return whole.start <= period.start and period.end <= whole.end and period != whole


def _whens_in(table: Table, column: int, regions: dict[int, str]) -> tuple[dict[int, When], list[Finding]]:
    whens: dict[int, When] = {}
    findings: list[Finding] = []
    sheet, examples = table.sheet.name, periods.EXAMPLES
    for row in table.rows:
        cell = table.sheet.shown_at(row, column)
        when = period_of(cell.text) if cell else None
        if cell and not when:
            place = {"sheet": sheet, "cell": cell.address}
            findings.append(finding("jakso-ei-tunnistu", actual=cell.text, expected=examples, **place))
            continue
        if not when and any(table.sheet.at(row, number) for number in regions):
            findings.append(finding("jakso-ei-selviä", sheet=sheet, cell=address(row, column), expected=examples))
        whens[row] = when or _UNTOLD
    return whens, findings


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
