"""Numbers, units, periods, counts and moments as they are written in Finnish."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data.model import Observation, Period, group_parts

_FINLAND = ZoneInfo("Europe/Helsinki")
NBSP = "\u00a0"
MINUS = "\u2212"


def number(value: float) -> str:
    """Write a number with decimal comma and a space between thousands: 15280 → "15 280", -0.5 → "−0,5"."""
    digits = f"{abs(value):,.6f}".rstrip("0").rstrip(".") if value % 1 else f"{abs(value):,.0f}"
    return (MINUS if value < 0 else "") + digits.replace(",", NBSP).replace(".", ",")


def decimals(value: float) -> int:
    """How many decimals a number is written with: 12.4 → 1."""
    return len(number(value).partition(",")[2])


def signed(value: float) -> str:
    """Write a change with its sign: 3 → "+3", 0 → "0"."""
    return ("+" if value > 0 else "") + number(value)


def with_unit(text: str, unit: str) -> str:
    """Join a written number and its unit, kept on one line."""
    return f"{text}{NBSP}{unit}" if unit else text


def counted(count: int, singular: str, plural: str) -> str:
    """Write a count with its noun in the right case: 1 → "1 mittari", 7 → "7 mittaria"."""
    return f"{number(count)}{NBSP}{singular if count == 1 else plural}"


def quantity(observation: Observation) -> str:
    """Write what an observation holds: "noin 12,4 %", "−45–−30 pistettä", the words, or the reason for none."""
    if observation.value is not None:
        qualifier = f"{observation.qualifier.value} " if observation.qualifier else ""
        return qualifier + with_unit(number(observation.value), observation.unit)
    if observation.lower is not None and observation.upper is not None:
        low, high = number(observation.lower), number(observation.upper)
        return with_unit(f"{low}{NBSP}…{NBSP}{high}" if observation.lower < 0 else f"{low}–{high}", observation.unit)
    return observation.words or (observation.missing.value if observation.missing else "")


def change_unit(unit: str) -> str:
    """Return the unit of a difference: percentages differ in percentage points."""
    return "%-yksikköä" if unit == "%" else unit


def sample(n: int | None) -> str:
    """Write the number of answers or cases behind a value, or nothing."""
    return f"n{NBSP}={NBSP}{number(n)}" if n is not None else ""


def period(when: Period) -> str:
    """Write a period as the source calls it, else by its days."""
    if when.label:
        return when.label
    if when.start is None or when.end is None:
        return ""
    first, last = day(when.start), day(when.end)
    return first if first == last else f"{first}–{last}"


def listed(parts: list[str]) -> str:
    """Write a list in running text: "a, b ja c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} ja {parts[-1]}" if parts else ""


def group_text(group: str) -> str:
    """Write a group as people say it: "kunta: Hyvinkää | ikä: 0–6" → "Hyvinkää, 0–6"."""
    return ", ".join(part.name for part in group_parts(group))


def area_text(group: str) -> str:
    """Return the area of a comparison with the group that is compared there: "koko maa, 0–6"."""
    return group_text(group) or "muu alue"


def today_in_finland() -> date:
    """Return the day that it is in Finland now."""
    return datetime.now(_FINLAND).date()


def day_in_finland(moment: datetime) -> date:
    """Return the day of a moment in Finland; a moment without a time zone is UTC."""
    return _in_finland(moment).date()


def day_text(moment: datetime) -> str:
    """Return the day of a moment as it is written in Finland: "22.11.2026"."""
    return day(_in_finland(moment))


def time_text(moment: datetime) -> str:
    """Return a moment as a Finnish clock shows it: "22.11.2026 klo 3.05"."""
    there = _in_finland(moment)
    return f"{day_text(moment)} klo {there.hour}.{there.minute:02}"


def _in_finland(moment: datetime) -> datetime:
    if moment.tzinfo is None:  # SQLite keeps no time zone; what is stored is UTC
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(_FINLAND)


def day(when: date) -> str:
    """Return a day as it is written: "22.11.2026"."""
    return f"{when.day}.{when.month}.{when.year}"


def month(when: date) -> str:
    """Return the month of a day as it is written: "11/2026"."""
    return f"{when.month}/{when.year}"
