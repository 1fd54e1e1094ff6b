"""Small records for tests: only what a test is about is said."""

from calendar import monthrange
from datetime import date
from typing import Any

from data.catalogue import Catalogue, load_catalogue
from data.model import (
    Direction,
    Indicator,
    Kind,
    Observation,
    Period,
    Place,
    ProcessGoal,
    ProcessStatus,
    Role,
)
from data.views.facts import NumberText


def number_text(value: float, before: str = "", after: str = "") -> NumberText:
    return NumberText(value=value, before=before, after=after)


def year(number: int) -> Period:
    return Period(label=str(number), start=date(number, 1, 1), end=date(number, 12, 31))


def day(year: int, month: int, day: int) -> Period:
    when = date(year, month, day)
    return Period(label=f"{when.day}.{when.month}.{when.year}", start=when, end=when)


def month(number: int, year: int = 2025) -> Period:
    """The first month of a year is 1; 13 is the first of the next one."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = date(year, number, monthrange(year, number)[1])
    return Period(label=f"{number}/{year}", start=date(year, number, 1), end=last)


def observation(value: float | None = None, **fields: Any) -> Observation:
    defaults: dict[str, Any] = {
        "region": "Kymenlaakso",
        "indicator": "osuus",
        "role": Role.BASELINE,
        "period": year(2019),
        "unit": "%",
        "place": Place(source="raportti", line=1),
    }
    return Observation(**(defaults | {"value": value} | fields))


def process_goal(status: ProcessStatus = ProcessStatus.UNDER_WAY, **fields: Any) -> ProcessGoal:
    defaults: dict[str, Any] = {
        "region": "Kymenlaakso",
        "id": "pt-1",
        "title": "Etäpalvelut käytössä",
        "goal": 1,
        "status": status,
        "place": Place(source="raportti", line=2),
    }
    return ProcessGoal(**(defaults | fields))


def indicator(identity: str = "osuus", **fields: Any) -> Indicator:
    defaults: dict[str, Any] = {
        "id": identity,
        "name": identity.capitalize(),
        "region": "Kymenlaakso",
        "kind": Kind.OUTCOME,
        "unit": "%",
        "direction": Direction.LOWER,
        "direction_reason": "syy",
        "goal": 1,
    }
    return Indicator(**(defaults | fields))


def catalogue(*indicators: Indicator) -> Catalogue:
    """The real goals and regions with these indicators alone."""
    shipped = load_catalogue()
    fields = {name: getattr(shipped, name) for name in Catalogue.model_fields}
    return Catalogue(**(fields | {"indicators": indicators}))  # anew: a copy would keep the look-ups of the shipped one
