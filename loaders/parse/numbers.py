"""Number texts in Finnish and ISO forms → quantities: a value or a range, qualifier, unit and n, or why there is none.

Whether `1,493` is one and a half or fifteen hundred cannot be seen from it alone, so the decimal mark is decided for a
whole column first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from data.model import Missing, Qualifier
from data.units import canonical, may_count

DecimalMark = Literal[",", "."]

LARGEST_HIDDEN = 10  # "alle 10" of something counted hides a small number; "alle 200" is only a rough figure
LONGEST = 100  # characters; a longer text is prose

MISSING_MARKS: dict[str, Missing] = {
    "": Missing.BLANK,
    "-": Missing.NOT_MEASURED,
    ".": Missing.NOT_APPLICABLE,
    "..": Missing.UNKNOWN,
    "...": Missing.NOT_YET_DUE,
    "…": Missing.NOT_YET_DUE,
    "ei mitata": Missing.NOT_MEASURED,
    "ei saatavilla": Missing.UNKNOWN,
} | {missing.value: missing for missing in Missing}

QUALIFIERS: dict[str, Qualifier] = {
    **dict.fromkeys(("noin", "n.", "~", "≈"), Qualifier.ABOUT),
    **dict.fromkeys(("yli", ">"), Qualifier.OVER),
    **dict.fromkeys(("alle", "<"), Qualifier.UNDER),
    **dict.fromkeys(("vähintään", "väh.", "≥", ">="), Qualifier.AT_LEAST),
    **dict.fromkeys(("enintään", "korkeintaan", "enint.", "≤", "<="), Qualifier.AT_MOST),
    **dict.fromkeys(("lähes",), Qualifier.NEARLY),
}

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
_DASHES = re.compile(r"[‐‑‒–—−]")

_NUMBER = r"[+-]?(?:[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)(?![0-9])"
_WORD = r"[^\W\d_]+\.?"
_UNIT = rf"(?:%(?:-?{_WORD})?|(?:(?:milj\.?|t|m) ?)?€|{_WORD}(?: €)?)(?: ?/ ?{_WORD})?"
_QUALIFIER = "|".join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True))

_NUMBER_FOUND = re.compile(_NUMBER)
_QUANTITY = re.compile(
    rf"(?:(?P<qualifier>{_QUALIFIER}) ?(?=[+\-0-9]))?(?P<first>{_NUMBER})"
    rf"(?: ?[%€]?(?: ?- ?)(?P<second>{_NUMBER}))? ?(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
_WITH_SECOND = re.compile(r"(?P<main>[^()]+?) ?\((?P<second>[^()]+)\)")
_SAMPLE_SIZE = re.compile(r"(?P<main>.+?)[ ,;]*\(?\bn ?= ?(?P<n>[0-9]+(?: [0-9]{3})*)\)?", re.IGNORECASE)
_RESPONDENTS = re.compile(r"(?P<main>[^()]+?) ?\((?P<n>[0-9]+(?: [0-9]{3})*) (?:vastaajaa|vastausta)\)", re.IGNORECASE)
_OUT_OF = re.compile(rf"(?P<main>{_NUMBER}(?: {_WORD})?) (?P<n>[0-9]+(?: [0-9]{{3}})*) ?: ?(?:stä|sta)", re.IGNORECASE)
_FRACTION = re.compile(r"(?P<main>[0-9]{1,6}) ?/ ?(?P<n>[0-9]{1,6})")
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One measure of a cell: a value, a range (both ends, lower first) or a reason why there is neither."""

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    qualifier: Qualifier | None = None
    unit: str = ""
    n: int | None = None
    missing: Missing | None = None
    is_fraction: bool = False  # "2/3": read as value 2 and n 3, which the text does not say outright


@dataclass(frozen=True, slots=True)
class Marking:
    """How a column writes decimals. `doubtful` are its numbers that can be read either way, where nothing decides."""

    mark: DecimalMark = ","
    doubtful: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """Return the text with one kind of space and dash, and nothing invisible."""
    return _SPACES.sub(" ", _DASHES.sub("-", _INVISIBLE.sub("", text))).strip()


def decide_marking(texts: Iterable[str]) -> Marking:
    """Decide the decimal mark of a column from all its texts.

    `0,36`, `1 073,5` and `1.234,5` can only have a decimal comma; `12.5` only a point. Where every number is like
    `1.234` or `1,493`, or the column uses both marks, the doubtful ones come back to be asked about.
    """
    clear: set[str] = set()
    doubtful: list[str] = []
    for text in texts:
        for number in _NUMBER_FOUND.findall(tidy(text)):
            mark = _mark_of(number)
            if mark == "?":
                doubtful.append(number)
            elif mark:
                clear.add(mark)
    if clear == {"."}:
        return Marking(".")
    return Marking(",", () if clear == {","} else tuple(doubtful))


def parse(text: str, mark: DecimalMark = ",", unit: str = "") -> tuple[Quantity, ...] | None:
    """Return the quantities in the text of a cell, in their order; None where it is not a number.

    `mark` is the column's decimal mark, `unit` the unit known from elsewhere (it decides whether "alle 5" hides a
    small count or is a rough measure).
    """
    text = tidy(text)
    if text.casefold() in MISSING_MARKS:
        return (Quantity(missing=MISSING_MARKS[text.casefold()]),)
    if len(text) > LONGEST:
        return None
    for pattern in (_SAMPLE_SIZE, _RESPONDENTS, _OUT_OF):
        if match := pattern.fullmatch(text):
            return _with_n(parse(match["main"], mark, unit), int(match["n"].replace(" ", "")))
    if match := _FRACTION.fullmatch(text):
        return _fraction(int(match["main"]), int(match["n"]))
    if match := _WITH_SECOND.fullmatch(text):
        first, second = _quantity(match["main"], mark, unit), _quantity(match["second"], mark, "")
        return (first, second) if first and second else None
    quantity = _quantity(text, mark, unit)
    return (quantity,) if quantity else None


def parse_number(text: str, mark: DecimalMark = ",") -> float | None:
    """Return a bare number, "1 234,5" → 1234.5; None for any other text."""
    text = tidy(text)
    return _to_float(text, mark) if _NUMBER_FOUND.fullmatch(text) else None


def _quantity(text: str, mark: DecimalMark, known_unit: str) -> Quantity | None:
    match = _QUANTITY.fullmatch(text)
    if not match:
        return None
    first = _to_float(match["first"], mark)
    second = _to_float(match["second"], mark) if match["second"] else None
    if first is None or (match["second"] and second is None):
        return None
    qualifier = QUALIFIERS[match["qualifier"].casefold()] if match["qualifier"] else None
    unit = canonical(match["unit"] or ("%" if match["second"] and "%" in text else ""))
    if second is not None:
        return Quantity(lower=min(first, second), upper=max(first, second), qualifier=qualifier, unit=unit)
    is_small = 0 < first <= LARGEST_HIDDEN and first.is_integer()
    if qualifier is Qualifier.UNDER and is_small and may_count(first, unit or known_unit):
        return Quantity(missing=Missing.HIDDEN, unit=unit)
    return Quantity(value=first, qualifier=qualifier, unit=unit)


def _with_n(quantities: tuple[Quantity, ...] | None, n: int) -> tuple[Quantity, ...] | None:
    if quantities is None or any(q.missing or q.n is not None for q in quantities):
        return None
    return tuple(replace(quantity, n=n) for quantity in quantities)


def _fraction(part: int, whole: int) -> tuple[Quantity, ...] | None:
    """Return 2/3 as two of three; None for 3/2021, which is a month, and for 5/4, which is nothing known."""
    if part > whole or whole == 0 or whole in _YEARS:
        return None
    return (Quantity(value=float(part), n=whole, is_fraction=True),)


def _mark_of(number: str) -> str:
    """Return the decimal mark that the form of a number shows: "," or ".", "?" for either, "" for none."""
    body = number.lstrip("+-")
    marks = [character for character in body if character in ",."]
    if not marks:
        return ""
    head, _, tail = body.rpartition(marks[-1])
    if len(marks) == 1:
        is_group = len(tail) == 3 and 1 <= len(head) <= 3 and not head.startswith("0")
        return "?" if is_group else marks[0]
    first = marks[0]
    if marks.count(first) == len(marks):  # 1.234.567: groups, so decimals would have the other mark
        return {",": ".", ".": ","}[first] if _are_groups(body.split(first)) else ""
    return marks[-1] if marks.count(marks[-1]) == 1 and _are_groups(head.split(first)) else ""


def _are_groups(digits: list[str]) -> bool:
    return 1 <= len(digits[0]) <= 3 and digits[0] != "0" and all(len(group) == 3 for group in digits[1:])


def _to_float(number: str, mark: DecimalMark) -> float | None:
    shown_mark = _mark_of(number)
    if not shown_mark and re.search("[.,]", number):
        return None  # 31.5.2022, 1.2.3
    decimal = mark if shown_mark in ("?", "") else shown_mark
    plain = number.replace(" ", "").replace({",": ".", ".": ","}[decimal], "").replace(decimal, ".")
    return float(plain) if len(plain) <= 20 else None
