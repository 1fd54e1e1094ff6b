"""One row of a table by periods: its name, its measures and what each of its cells holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.model import Missing, Observation, Period, Place, Role
from data.units import canonical
from loaders.findings import Finding, finding
from loaders.layouts.measures import Measure, are_apart, assign, measures_called
from loaders.layouts.table import Context, Item, Located, Table, is_footnote, is_total, stray_findings
from loaders.parse.amounts import fraction_read, not_a_number, read_amounts
from loaders.parse.names import find_indicators, join_groups, settle_unit
from loaders.parse.numbers import Marking, Quantity
from loaders.read.sheets import Cell, Sheet, address


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values: what its heading says they are and when, and how it writes decimals."""

    number: int
    role: Role
    period: Period
    is_inferred: bool
    marking: Marking


@dataclass(frozen=True)
class WideRow:
    """A row to read, of one region. `measured_until` ends the last period that holds a number anywhere in the file."""

    table: Table
    columns: tuple[ValueColumn, ...]
    row: int
    measured_until: date | None
    region: str
    context: Context

    @property
    def sheet(self) -> Sheet:
        return self.table.sheet

    def text(self, field: str) -> str:
        """The text beside the values: name, group or unit. A merged cell stands in each row it covers."""
        column = self.table.columns.get(field)
        cell = self.sheet.shown_at(self.row, column) if column else None
        return " ".join(cell.text.split()) if cell else ""

    @cached_property
    def name(self) -> str:
        return self.text("indicator")

    @cached_property
    def unit(self) -> str:
        return canonical(self.text("unit"))

    @property
    def first_cell(self) -> str:
        return address(self.row, min(self.sheet.rows[self.row]))


def read_row(row: WideRow) -> Iterator[Item]:
    """An observation or a finding for every cell under a period; one finding for a row that is not of an indicator."""
    yield from stray_findings(row.table, row.row)
    unread = unread_finding([row])
    if unread:
        yield unread
    else:
        yield from read_values(row)


def unread_finding(parts: Sequence[WideRow]) -> Finding | None:
    """The finding for a row that is not of an indicator; `parts` are the row as each of its regions has it."""
    row = parts[0]
    filled = any(row.sheet.at(row.row, column.number) for part in parts for column in part.columns)
    is_known = any(find_indicators(row.name, part.region, row.context.catalogue) for part in parts)
    place = {"sheet": row.sheet.name, "cell": row.first_cell}
    if not row.name:
        shown = ", ".join(cell.text for cell in row.sheet.rows[row.row].values())
        return finding("nimetön-rivi" if filled else "selite", actual=shown, expected="mittari", **place)
    if is_total(row.name) and not is_known:
        return finding("yhteensä-rivi", actual=row.name, **place)
    if not filled and not is_known:
        return finding("selite" if is_footnote(row.name) else "tyhjä-rivi", actual=row.name, **place)
    return None


def read_values(row: WideRow) -> Iterator[Item]:
    """An observation or a finding for every cell under a period."""
    known = find_indicators(row.name, row.region, row.context.catalogue)
    unit = row.unit or (known[0][0].unit if len(known) == 1 else "")
    cells = [row.sheet.at(row.row, column.number) for column in row.columns]
    amounts = [read_amounts(cell, column.marking.mark, unit) for column, cell in zip(row.columns, cells, strict=True)]
    measures = measures_called(row.name, known, amounts)
    if not are_apart(measures):
        ids = ", ".join(measure.indicator for measure in measures)
        yield finding(
            "moniselitteinen-mittari", sheet=row.sheet.name, cell=row.first_cell, actual=row.name, expected=ids
        )
        return
    for column, cell, found in zip(row.columns, cells, amounts, strict=True):
        yield from _value(row, column, cell, found, measures)


def _value(
    row: WideRow,
    column: ValueColumn,
    cell: Cell | None,
    amounts: tuple[Quantity, ...] | None,
    measures: tuple[Measure, ...],
) -> Iterator[Item]:
    sheet = row.sheet.name
    place = address(row.row, column.number)
    shown = row.sheet.shown_at(row.row, column.number)
    if cell is None and shown:
        yield finding("yhdistetty-solu", sheet=sheet, cell=place, actual=shown.text)
        return
    if cell and cell.unusable:
        return  # the reader has made its finding
    if cell and amounts is None and column.role is Role.TARGET and not cell.day:
        yield finding("sanallinen-tavoite", sheet=sheet, cell=place, actual=cell.text)
        for measure in measures:
            yield Located(_observation(row, column, cell, measure, Quantity(), cell.text), sheet, place)
        return
    if cell and amounts is None:
        yield not_a_number(cell, sheet)
        return
    assigned = assign(amounts or (), measures)
    if assigned is None:
        text = cell.text if cell else ""
        yield finding("monta-lukua", sheet=sheet, cell=place, actual=text, expected="yksi luku tai luku ja osuus")
        return
    for measure, quantity in assigned:
        if cell and quantity.is_fraction:
            yield fraction_read(cell, sheet, quantity)
        observation = _observation(row, column, cell, measure, quantity)
        yield Located(observation, sheet, place)


def _observation(
    row: WideRow, column: ValueColumn, cell: Cell | None, measure: Measure, quantity: Quantity, words: str = ""
) -> Observation:
    has_number = quantity.missing is None and not words
    unit, unit_is_inferred = settle_unit(quantity.unit or row.unit, measure.unit)
    inferred = {
        "jakso": column.is_inferred,
        "yksikkö": unit_is_inferred and has_number,
        "n": quantity.is_fraction,
    }
    return Observation(
        region=row.region,
        indicator=measure.indicator,
        group=join_groups(row.text("group"), measure.group),
        period=column.period,
        role=column.role,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        unit=unit,
        n=quantity.n,
        missing=_not_yet(row, column) if quantity.missing is Missing.BLANK else quantity.missing,
        words=" ".join(words.split()),
        place=Place(
            source=row.context.file_name,
            sheet=row.sheet.name,
            cell=address(row.row, column.number),
            as_printed=cell.text if cell else "",
        ),
        inferred=tuple(field for field, is_so in inferred.items() if is_so),
    )


def holds_number(table: Table, row: int, column: int) -> bool:
    """Whether a cell holds a number, or a count that is hidden."""
    cell = table.sheet.at(row, column)
    amounts = read_amounts(cell, ",") if cell else None
    return amounts is not None and amounts[0].missing in (None, Missing.HIDDEN)


def _not_yet(row: WideRow, column: ValueColumn) -> Missing:
    """An empty cell is not yet due in a period after the last one with a number in the file; else it is just blank."""
    if column.role is not Role.FOLLOW_UP or column.period.end is None:
        return Missing.BLANK
    is_later = row.measured_until is None or column.period.end > row.measured_until
    return Missing.NOT_YET_DUE if is_later else Missing.BLANK
