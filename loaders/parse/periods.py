"""Period texts of Finnish spreadsheets → spans of days.

One date form a line in `_FORMS`; a range is any form, a dash and any form, where the first may leave out what the
second says (1–6/2022, 31.5.–30.9.2022, tammi–kesäkuu 2022).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.model import Period

EXAMPLES = "3/2026, kevät 2026, 1–6/2026, 15.5.2026 tai 2026"

MONTHS = (
    *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
    *("heinä", "elo", "syys", "loka", "marras", "joulu"),
)
QUARTERS = ("i", "ii", "iii", "iv")
HALVES = {"kevät": 1, "alkuvuosi": 1, "syksy": 7, "loppuvuosi": 7}  # first month, by the national calendar

LONGEST = 200  # characters, spaces and all; a longer text is prose
_LONGEST_WORDS = 6  # tammikuu 2021 – joulukuu 2022 has five
_EDGES = ".,:;()[]"


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """A period and whether its days are inferred: kevät is a word, not two dates."""

    period: Period
    is_inferred: bool = False


NO_PERIOD = PeriodReading(Period())


@dataclass(frozen=True, slots=True)
class _Span:
    start: date
    end: date
    is_inferred: bool = False


def parse(text: str) -> PeriodReading | None:
    """Return the period that a text means, its label the text itself on one line; None where it means none."""
    if len(text) > LONGEST:
        return None
    label = " ".join(text.split())
    span = _span(re.sub(r"\s*[‐‑‒–—−]\s*", "-", label.casefold()))
    return PeriodReading(Period(label=label, start=span.start, end=span.end), span.is_inferred) if span else None


def find(text: str) -> tuple[PeriodReading, str] | None:
    """Return the only period within a longer text, and the rest of the text; None where it has none or several.

    A single day within a text is left: it says when the text was written.
    """
    if whole := parse(text):
        return whole, ""
    words = text.split()
    match = _within(words)
    if not match:
        return None
    reading, first, last = match
    before, after = words[:first], words[last:]
    return None if _within(before) or _within(after) else (reading, " ".join([*before, *after]))


def parse_day(text: str) -> date | None:
    """Return a single day, written 2026-03-31 or 31.3.2026; None for any other text."""
    reading = parse(text)
    return reading.period.start if reading and reading.period.start == reading.period.end else None


def _within(words: Sequence[str]) -> tuple[PeriodReading, int, int] | None:
    """Return the longest period of days among these words, the index of its first word and of the word after it."""
    for length in range(min(len(words), _LONGEST_WORDS), 0, -1):
        for first in range(len(words) - length + 1):
            reading = parse(" ".join(words[first : first + length]).strip(_EDGES))
            if reading and reading.period.start != reading.period.end:
                return reading, first, first + length
    return None


def _months(year: int, first: int, last: int, is_inferred: bool = False) -> _Span | None:
    """Return the span from the first day of one month to the last day of another in the same year."""
    if not 1 <= first <= last <= 12:
        return None
    return _Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]), is_inferred)


def _month(year: int, number: int) -> _Span | None:
    return _months(year, number, number)


def _day(year: int, month: int, day: int) -> _Span | None:
    try:
        return _Span(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _quarter(year: int, number: int) -> _Span | None:
    return _months(year, 3 * number - 2, 3 * number)


def _half(year: int, first_month: int) -> _Span | None:
    return _months(year, first_month, first_month + 5, is_inferred=True)


_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Span | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"(?:vuosi |v\. ?)?{_YEAR}", lambda m: _months(int(m["y"]), 1, 12)),
        (rf"(?P<m>[0-9]{{1,2}}) ?/ ?{_YEAR}", lambda m: _month(*_numbers(m, "y", "m"))),
        (rf"{_YEAR}-?m?(?<![0-9]{{4}})(?P<m>[0-9]{{2}})", lambda m: _month(*_numbers(m, "y", "m"))),
        (rf"(?P<d>[0-9]{{1,2}})\. ?(?P<m>[0-9]{{1,2}})\. ?{_YEAR}", lambda m: _day(*_numbers(m, "y", "m", "d"))),
        (rf"{_YEAR}-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})", lambda m: _day(*_numbers(m, "y", "m", "d"))),
        (rf"(?P<m>{'|'.join(MONTHS)})(?:kuu)? {_YEAR}", lambda m: _month(int(m["y"]), MONTHS.index(m["m"]) + 1)),
        (rf"q(?P<q>[1-4])[ /]{_YEAR}", lambda m: _quarter(*_numbers(m, "y", "q"))),
        (rf"{_YEAR}[ -]?q(?P<q>[1-4])", lambda m: _quarter(*_numbers(m, "y", "q"))),
        (rf"(?P<q>iv|i{{1,3}}) ?/ ?{_YEAR}", lambda m: _quarter(int(m["y"]), QUARTERS.index(m["q"]) + 1)),
        (rf"(?P<h>{'|'.join(HALVES)}) {_YEAR}", lambda m: _half(int(m["y"]), HALVES[m["h"]])),
    )
)
_RESTS_OF_SECOND = (re.compile(r"[ /]?[0-9]{4}$"), re.compile(r"[0-9]{1,2}\.[0-9]{4}$"))


def _numbers(match: re.Match[str], *names: str) -> list[int]:
    return [int(match[name]) for name in names]


@lru_cache(maxsize=4096)
def _span(text: str) -> _Span | None:
    return _single(text) or _iso_range(text) or _range(text)


def _single(text: str) -> _Span | None:
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(text):
            return make(match)
    return None


def _iso_range(text: str) -> _Span | None:
    first, slash, second = text.partition("/")
    return _join(_single(first), _single(second)) if slash and first.count("-") == second.count("-") == 2 else None


def _range(text: str) -> _Span | None:
    for dash in re.finditer("-", text):
        first, second = text[: dash.start()], text[dash.end() :]
        last = _single(second)
        if not last:
            continue
        rests = [match[0] for pattern in _RESTS_OF_SECOND if (match := pattern.search(second))]
        for rest in ("", *rests):
            if span := _join(_single(first + rest), last):
                return span
    return None


def _join(first: _Span | None, last: _Span | None) -> _Span | None:
    if not first or not last or first.start > last.start or first.end > last.end:
        return None
    return _Span(first.start, last.end, first.is_inferred or last.is_inferred)
