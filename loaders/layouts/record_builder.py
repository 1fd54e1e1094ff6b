"""From the cells of a row to its observation, the same for every layout.

A column of values decides its decimal mark once; each of its cells holds quantities, or there is a finding that says
why not; a quantity or words, with the unit settled, are the content of an observation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.model import Missing, Observation, Place, Qualifier, Role
from data.units import canonical
from loaders.findings import Finding
from loaders.layouts.table import Located, Table
from loaders.layouts.table_row import TableRow
from loaders.parse.names import join_groups, settle_unit
from loaders.parse.numbers import DecimalMark, Marking, Quantity, decide_marking, parse, parse_number
from loaders.parse.periods import PeriodReading
from loaders.read.sheets import Cell, address

NUMBER_EXAMPLES = "12,5 tai 45 % tai 1 723 €"

_MISSING = {missing.value: missing for missing in Missing}
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}
_NOTHING = Quantity(missing=Missing.BLANK)

Marks = dict[str, DecimalMark]  # value column → how it writes decimals


@dataclass(frozen=True, slots=True)
class Content:
    """What an observation holds: a quantity in its settled unit, or words. `inferred` is what the file does not say."""

    quantity: Quantity
    words: str = ""
    inferred: tuple[str, ...] = ()


def build_observation(
    row: TableRow,
    at: str,
    *,
    region: str,
    indicator: str,
    groups: Sequence[str],
    period: PeriodReading,
    role: Role | None,
    content: Content,
    place: Place,
) -> Located[Observation]:
    """Return the observation that was read at an address.

    Without a role it is a follow-up, and the role is marked as inferred.
    """
    quantity = content.quantity
    observation = Observation(
        region=region,
        indicator=indicator,
        group=join_groups(*groups),
        period=period.period,
        role=role or Role.FOLLOW_UP,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        unit=row.context.units.get(quantity.unit, quantity.unit),
        n=quantity.n,
        missing=quantity.missing,
        words=content.words,
        place=place,
        inferred=row.inferred("jakso" if period.is_inferred else "", "" if role else "rooli", *content.inferred),
        conflict=row.text("conflict"),
        note=row.text("note"),
        accepted=row.text("accepted"),
    )
    return Located(observation, row.table.sheet.name, at)


def read_marking(table: Table, column: int, *, has_point: bool = False) -> Marking:
    """Return how a column writes its decimals: as a person has said, else as its texts show.

    Numbers that the file stores as numbers do not count. A column that a program has written with a point
    (`has_point`) has it, unless someone has edited commas into it.
    """
    if mark := table.marks.get(column):
        return Marking(mark)
    cells = (table.sheet.at(row, column) for row in table.rows)
    texts = [cell.text for cell in cells if cell and cell.number is None and cell.day is None]
    if has_point and not any("," in text for text in texts):
        return Marking(".")
    return decide_marking(texts)


def marking_findings(table: Table, column: int, marking: Marking) -> Iterator[Finding]:
    """Yield the only question about a column whose decimal mark does not show."""
    if marking.doubtful:
        examples = ", ".join(dict.fromkeys(marking.doubtful[:3]))
        yield table.finding("moniselitteinen", table.headings[column], examples)


def read_quantities(cell: Cell | None, mark: DecimalMark, unit: str = "") -> tuple[Quantity, ...] | None:
    """Return the quantities of a cell: a blank one for no cell, None for a cell that holds no number."""
    if cell is None:
        return (_NOTHING,)
    if cell.number is not None:
        return (Quantity(value=cell.number, unit=cell.unit),)
    return None if cell.day else parse(cell.text, mark, unit)


def no_number(table: Table, cell: Cell) -> Finding:
    """Return the finding for a cell that should hold a number."""
    return table.finding("päivämäärä-lukuna" if cell.day else "ei-luku", cell, expected=NUMBER_EXAMPLES)


def fraction_reading(table: Table, cell: Cell, quantity: Quantity) -> Finding:
    """Return the finding that says how "2/3" was read."""
    return table.finding("osamäärä", cell, expected=f"luku on {quantity.value:.0f} ja n on {quantity.n}")


def read_content(row: TableRow, marks: Marks, expected_unit: str) -> Content:
    """Return the content of a row with a field in each column; contradictions of its columns are findings of the row.

    `expected_unit` is the indicator's.
    """
    column_unit = canonical(row.text("unit"))
    quantity = _with_range(row, marks, _read_value(row, marks, column_unit or expected_unit))
    qualifier = row.choice("qualifier", _QUALIFIERS)
    if qualifier and quantity.qualifier not in (None, qualifier):
        row.add_finding("ristiriitainen-rivi", "qualifier", f"“{quantity.qualifier}” että “{qualifier}”", "toinen")
    missing, words = _read_missing(row, quantity)
    unit, _ = settle_unit(quantity.unit, column_unit)
    if column_unit and unit != column_unit:
        row.add_finding("yksikkö-ristiriita", "unit", unit, column_unit)
    is_unit_inferred = False
    if quantity.value is not None or quantity.lower is not None:
        unit, is_unit_inferred = settle_unit(unit, expected_unit)
    n = row.whole("n")
    quantity = replace(
        quantity,
        qualifier=qualifier or quantity.qualifier,
        missing=missing,
        unit=unit,
        n=quantity.n if n is None else n,
    )
    inferred = ("yksikkö" if is_unit_inferred else "", "n" if quantity.is_fraction else "")
    return Content(quantity, words, inferred)


def _read_value(row: TableRow, marks: Marks, unit: str) -> Quantity:
    cell = row.cell("value")
    if cell is None or cell.unusable:
        return _NOTHING
    at = (row.number, row.table.columns["value"])
    if at in row.table.sheet.merged:
        row.add_finding("yhdistetty-solu", text=cell.text, place=address(*at))
    quantities = read_quantities(cell, marks["value"], unit)
    if quantities is None:
        row.findings.append(no_number(row.table, cell))
        return _NOTHING
    if len(quantities) > 1:
        row.add_finding("monta-lukua", "value", cell.text, "yksi luku")
    if quantities[0].is_fraction:
        row.findings.append(fraction_reading(row.table, cell, quantities[0]))
    return quantities[0]


def _with_range(row: TableRow, marks: Marks, value: Quantity) -> Quantity:
    lower, upper = _read_bound(row, "lower", marks), _read_bound(row, "upper", marks)
    if lower is None and upper is None:
        return value
    if lower is None or upper is None:
        given = "upper" if lower is None else "lower"
        row.add_finding("puolikas-väli", given, "yläraja" if lower is None else "alaraja", "alaraja että yläraja")
        return value
    if lower > upper:
        row.add_finding("käänteinen-väli", "lower", f"{lower:g}–{upper:g}", f"{upper:g}–{lower:g}")
    if value.missing is not Missing.BLANK:
        row.add_finding("ristiriitainen-rivi", "value", "arvo että ala- ja yläraja", "toinen")
    return Quantity(lower=lower, upper=upper, unit=value.unit)


def _read_bound(row: TableRow, field: str, marks: Marks) -> float | None:
    cell = row.cell(field)
    if cell is None or cell.unusable:
        return None
    number = cell.number if cell.number is not None else parse_number(cell.text, marks[field])
    if number is None:
        row.findings.append(no_number(row.table, cell))
    return number


def _read_missing(row: TableRow, quantity: Quantity) -> tuple[Missing | None, str]:
    """Return the reason for no number, or None, and the words in place of one."""
    words, declared, written = row.text("words"), row.choice("missing", _MISSING), quantity.missing
    if declared and written not in (declared, Missing.BLANK):
        text = f"merkintä “{written}”" if written else "luku"
        row.add_finding("ristiriitainen-rivi", "missing", f"{text} että puuttumisen syy “{declared}”", "toinen")
    if written is Missing.BLANK and words and not declared:
        return None, words
    return declared or written, words
