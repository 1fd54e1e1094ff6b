"""What stands around a table and not in it: the name of its sheet tells a region, a period or a goal.

A workbook often has a sheet for each region, month or hyötytavoite, and what the sheet is of is not said again in its
table. The table's own columns come first; where the name is used instead, a finding says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import load_catalogue
from data.model import Period
from loaders.findings import Finding, finding
from loaders.layouts.table import Context, Table, is_footnote
from loaders.parse import periods
from loaders.parse.names import find_goal, find_region, region_called

_MONTH = re.compile(r"\b(q[1-4]|[0-9]{1,2})[-._]((?:19|20)[0-9]{2})\b", re.IGNORECASE)  # Excel allows no 3/2026 here
_BARE_MONTH = re.compile(r"([0-9]{1,2}) ((?:19|20)[0-9]{2})")
_GOAL = re.compile(r"(?:hyötytavoite|ht) ?([1-5])", re.IGNORECASE)
_GOAL_NUMBER = re.compile(r"[1-5][.:)]? +(?=\D)")
_EDGES = " ,.:;_()–-"
_REGION_COLUMNS = {"region", "region_id", "region_code", "region_title"}
_NAMES = {"region": "alue", "period": "jakso", "goal": "hyötytavoite"}


@dataclass(frozen=True, slots=True)
class Lent:
    """What the name of a sheet tells: the official name of a region, a period, the number of a national goal."""

    region: str = ""
    period: periods.Reading | None = None
    goal: int | None = None


def lent_to(table: Table) -> Lent:
    """What a table may borrow from the name of its sheet."""
    return lent_by(table.sheet.name, table.title)


@lru_cache(maxsize=1024)
def lent_by(name: str, title: str = "") -> Lent:
    """What a sheet of this name tells: "Kymenlaakso 3-2026", or "maaliskuu" where the title of the table has a year."""
    found = _period(name, title)
    rest = (found[1] if found else name).strip(_EDGES)
    region = region_called(rest, load_catalogue())
    return Lent(region.name if region else "", found[0] if found else None, _goal(rest))


def telling(title: str) -> str:
    """A title without those lines that are footnotes, as "Päivitetty 3/2026" does."""
    return " – ".join(part for part in title.split(" – ") if not is_footnote(part))


def region_at(table: Table, row: int, context: Context) -> str:
    """The region of a row: its own, else that of its sheet, else the one chosen for the file.

    A merged cell stands in each row that it covers.
    """
    column = table.columns.get("region")
    if not column:
        return lent_to(table).region or context.region
    cell = table.sheet.shown_at(row, column)
    return find_region(cell.text, context.catalogue) if cell and cell.text else context.region


def lent_findings(table: Table, *fields: str) -> Iterator[Finding]:
    """What a table borrows of these fields, since it has no columns for them."""
    lent = lent_to(table)
    found = {
        "region": "" if table.columns.keys() & _REGION_COLUMNS else lent.region,
        "period": lent.period.period.label if lent.period and not has_period(table) else "",
        "goal": str(lent.goal or ""),
    }
    place = {"sheet": table.sheet.name, "cell": table.area.partition(":")[0]}
    for field in fields:
        if found[field] and field not in table.columns:
            yield finding("taulukon-nimestä", actual=found[field], expected=_NAMES[field], **place)


def has_period(table: Table) -> bool:
    """Whether a table with a field in each column tells when its rows are."""
    return bool(table.columns.keys() & {"period", "start", "end"})


def _period(name: str, title: str) -> tuple[periods.Reading, str] | None:
    """The period in the name of a sheet and the rest of the name."""
    if whole := periods.parse(name):
        return whole, ""
    bare = _BARE_MONTH.fullmatch(name)
    if found := periods.find(f"{bare[1]}/{bare[2]}" if bare else _MONTH.sub(r"\1/\2", name)):
        return found
    within = periods.find(telling(title))
    year = re.search(r"(?:19|20)[0-9]{2}", within[0].period.label) if within and _is_year(within[0].period) else None
    found = periods.find(f"{name} {year[0]}") if year else None
    return found if found and not _is_year(found[0].period) else None


def _is_year(period: Period) -> bool:
    return period.start is not None and period.end == period.start.replace(month=12, day=31) and period.start.month == 1


def _goal(name: str) -> int | None:
    if found := _GOAL.fullmatch(name):
        return int(found[1])
    words = _GOAL_NUMBER.sub("", name, count=1)
    return None if words[:1].isdecimal() else find_goal(words, load_catalogue())
