"""What one row of a long table holds: a number, a range, words or a reason for none, put together from its columns."""

from dataclasses import dataclass, replace

from data.model import Missing, Qualifier
from data.units import canonical
from loaders.layouts.table_row import Line
from loaders.parse.amounts import fraction_read, not_a_number, read_amounts
from loaders.parse.names import settle_unit
from loaders.parse.numbers import DecimalMark, Quantity, parse_number

Marks = dict[str, DecimalMark]  # value column → how it writes decimals

_MISSING = {missing.value: missing for missing in Missing}
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}
_NOTHING = Quantity(missing=Missing.BLANK)


@dataclass(frozen=True, slots=True)
class Content:
    """The quantity of a row with its unit settled, its words, and which of its fields are inferred."""

    quantity: Quantity
    words: str
    inferred: tuple[str, ...]


def read_content(line: Line, marks: Marks, expected_unit: str) -> Content:
    """The content of a row; contradictions between its columns are findings of the row."""
    unit = canonical(line.text("unit"))
    value = _value(line, marks, unit or expected_unit)
    quantity = _with_qualifier(line, _with_range(line, marks, value))
    quantity, words = _with_missing(line, quantity)
    settled, is_inferred = _unit(line, quantity, unit, expected_unit)
    n = line.whole("n")
    inferred = {"yksikkö": is_inferred, "n": quantity.is_fraction}
    return Content(
        replace(quantity, unit=settled, n=quantity.n if n is None else n),
        words,
        tuple(field for field, is_so in inferred.items() if is_so),
    )


def _value(line: Line, marks: Marks, unit: str) -> Quantity:
    cell = line.cell("value")
    amounts = read_amounts(cell, marks.get("value", ","), unit)
    if cell is None or cell.unusable:
        return _NOTHING
    if line.is_covered("value"):
        line.add_finding("yhdistetty-solu", actual=cell.text, place=line.place_of("value"))
    if amounts is None:
        line.findings.append(not_a_number(cell, line.sheet))
        return _NOTHING
    if len(amounts) > 1:
        line.add_finding("monta-lukua", "value", cell.text, "yksi luku")
    if amounts[0].is_fraction:
        line.findings.append(fraction_read(cell, line.sheet, amounts[0]))
    return amounts[0]


def _with_range(line: Line, marks: Marks, value: Quantity) -> Quantity:
    lower, upper = _bound(line, "lower", marks), _bound(line, "upper", marks)
    if lower is None and upper is None:
        return value
    if lower is None or upper is None:
        present = "upper" if lower is None else "lower"
        line.add_finding("puolikas-väli", present, "yläraja" if lower is None else "alaraja", "alaraja että yläraja")
        return value
    if lower > upper:
        line.add_finding("käänteinen-väli", "lower", f"{lower:g}–{upper:g}", f"{upper:g}–{lower:g}")
    if value.missing is not Missing.BLANK:
        line.add_finding("ristiriitainen-rivi", "value", "arvo että ala- ja yläraja", "toinen")
    return Quantity(lower=lower, upper=upper, unit=value.unit)


def _bound(line: Line, field: str, marks: Marks) -> float | None:
    cell = line.cell(field)
    if cell is None or cell.unusable:
        return None
    number = cell.number if cell.number is not None else parse_number(cell.text, marks[field])
    if number is None:
        line.findings.append(not_a_number(cell, line.sheet))
    return number


def _with_qualifier(line: Line, quantity: Quantity) -> Quantity:
    declared = line.choice("qualifier", _QUALIFIERS)
    if declared and quantity.qualifier not in (None, declared):
        line.add_finding("ristiriitainen-rivi", "qualifier", f"“{quantity.qualifier}” että “{declared}”", "toinen")
    return replace(quantity, qualifier=declared or quantity.qualifier)


def _with_missing(line: Line, quantity: Quantity) -> tuple[Quantity, str]:
    words = line.text("words")
    declared = line.choice("missing", _MISSING)
    written = quantity.missing
    if declared and written not in (declared, Missing.BLANK):
        told = f"merkintä “{written}”" if written else "luku"
        line.add_finding("ristiriitainen-rivi", "missing", f"{told} että puuttumisen syy “{declared}”", "toinen")
    if written is Missing.BLANK and words and not declared:
        return replace(quantity, missing=None), words
    return replace(quantity, missing=declared or written), words


def _unit(line: Line, quantity: Quantity, column: str, expected: str) -> tuple[str, bool]:
    found, _ = settle_unit(quantity.unit, column)
    if column and found != column:
        line.add_finding("yksikkö-ristiriita", "unit", found, column)
    has_number = quantity.value is not None or quantity.lower is not None
    return settle_unit(found, expected) if has_number else (found, False)
