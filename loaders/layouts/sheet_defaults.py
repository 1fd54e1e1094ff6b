"""What holds for a whole sheet: its name may give a region, a period or a goal that the columns do not.

A workbook often has a sheet for each region, month or hyötytavoite, and what the sheet is of is not repeated in its
table. The table's own columns come first; where the name is used instead, a finding says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import load_catalogue
from data.model import Period
from loaders.findings import Finding
from loaders.layouts.table import Table, is_footnote
from loaders.parse import periods
from loaders.parse.names import find_goal, region_called
from loaders.parse.periods import PeriodReading

_MONTH = re.compile(r"\b(q[1-4]|[0-9]{1,2})[-._]((?:19|20)[0-9]{2})\b", re.IGNORECASE)  # Excel allows no 3/2026 here
_BARE_MONTH = re.compile(r"([0-9]{1,2}) ((?:19|20)[0-9]{2})")
_GOAL = re.compile(r"(?:hyötytavoite|ht) ?([1-5])", re.IGNORECASE)
_GOAL_NUMBER = re.compile(r"[1-5][.:)]? +(?=\D)")
_EDGES = " ,.:;_()–-"
_REGION_COLUMNS = {"region", "region_id", "region_code", "region_title"}


@dataclass(frozen=True, slots=True)
class SheetDefaults:
    """What the name of a sheet gives: the official name of a region, a period, the number of a national goal."""

    region: str = ""
    period: PeriodReading | None = None
    goal: int | None = None


def defaults_of(table: Table) -> SheetDefaults:
    """Return what the name of its sheet gives to a table."""
    return defaults_in(table.sheet.name, table.title)


@lru_cache(maxsize=1024)
def defaults_in(name: str, title: str = "") -> SheetDefaults:
    """Return what the name of a sheet gives: "Kymenlaakso 3-2026", or "maaliskuu" under a title with a year."""
    match = _find_period(name, title)
    rest = (match[1] if match else name).strip(_EDGES)
    region = region_called(rest, load_catalogue())
    return SheetDefaults(region.name if region else "", match[0] if match else None, _find_goal(rest))


def title_without_footnotes(title: str) -> str:
    """Return a title without its lines that are footnotes, as "Päivitetty 3/2026" does."""
    return " – ".join(line for line in title.split(" – ") if not is_footnote(line))


def default_findings(table: Table, *fields: str) -> Iterator[Finding]:
    """Yield a finding for each of the fields that a table takes from the name of its sheet."""
    defaults = defaults_of(table)
    texts = {
        "region": ("alue", "" if table.columns.keys() & _REGION_COLUMNS else defaults.region),
        "period": ("jakso", defaults.period.period.label if defaults.period and not has_period(table) else ""),
        "goal": ("hyötytavoite", str(defaults.goal or "")),
    }
    for field in fields:
        name, text = texts[field]
        if text and field not in table.columns:
            yield table.finding("taulukon-nimestä", text=text, expected=name)


def has_period(table: Table) -> bool:
    """Return whether a table with a field in each column says when its rows are."""
    return bool(table.columns.keys() & {"period", "start", "end"})


def _find_period(name: str, title: str) -> tuple[PeriodReading, str] | None:
    """Return the period in the name of a sheet and the rest of the name."""
    if whole := periods.parse(name):
        return whole, ""
    bare = _BARE_MONTH.fullmatch(name)
    if match := periods.find(f"{bare[1]}/{bare[2]}" if bare else _MONTH.sub(r"\1/\2", name)):
        return match
    in_title = periods.find(title_without_footnotes(title))
    if not in_title or not _is_year(in_title[0].period):
        return None
    year = re.search(r"(?:19|20)[0-9]{2}", in_title[0].period.label)
    match = periods.find(f"{name} {year[0]}") if year else None
    return match if match and not _is_year(match[0].period) else None


def _is_year(period: Period) -> bool:
    return period.start is not None and period.end == period.start.replace(month=12, day=31) and period.start.month == 1


def _find_goal(name: str) -> int | None:
    if match := _GOAL.fullmatch(name):
        return int(match[1])
    words = _GOAL_NUMBER.sub("", name, count=1)
    return None if words[:1].isdecimal() else find_goal(words, load_catalogue())
