"""A row with several cells of values, by period or by region: what it is about, and what each of the cells holds."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.model import Indicator, Missing, Period, Role
from data.units import canonical
from loaders.findings import Finding
from loaders.layouts.record_builder import Content, build_observation, fraction_reading, no_number, read_quantities
from loaders.layouts.table import Item, Table, heading_findings, is_footnote, is_total
from loaders.layouts.table_row import TableRow
from loaders.parse.names import find_indicators, settle_unit
from loaders.parse.numbers import Marking, Quantity
from loaders.parse.periods import NO_PERIOD, PeriodReading
from loaders.read.sheets import address


@dataclass(frozen=True, slots=True)
class Timing:
    """What a heading or a title says of the values under it: their role and their period."""

    role: Role = Role.FOLLOW_UP
    reading: PeriodReading = NO_PERIOD

    @property
    def period(self) -> Period:
        """Return the period, however it was read."""
        return self.reading.period


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column of values: when they are, and how they write decimals."""

    number: int
    timing: Timing
    marking: Marking


@dataclass(frozen=True, slots=True)
class _Measure:
    """One indicator that a row is about: its id, or its name if the catalogue has none, with group and unit."""

    indicator: str
    group: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the value cells of a row share; `unit` is the one that the row writes."""

    row: TableRow
    region: str
    unit: str
    measures: tuple[_Measure, ...]
    measured_until: date | None


def holds_number(table: Table, row: int, column: int) -> bool:
    """Return whether a cell holds a number, or a count that is hidden."""
    cell = table.sheet.at(row, column)
    quantities = read_quantities(cell, ",") if cell else None
    return quantities is not None and quantities[0].missing in (None, Missing.HIDDEN)


def value_heading_findings(table: Table, columns: Collection[int], code: str, expected: str) -> Iterator[Finding]:
    """Yield findings for headings; `columns` are those of values.

    An unknown heading over numbers is likely one of values that is written in an odd way: its finding has the code.
    """
    unread = {
        number
        for number, cell in table.headings.items()
        if number not in columns
        and not table.layout.vocabulary.column(cell.text)
        and any(holds_number(table, row, number) for row in table.rows)
    }
    yield from heading_findings(table, others=unread.union(columns))
    for number in unread:
        yield table.finding(code, table.headings[number], expected=expected)


def last_measured(cells: Iterable[tuple[Table, Timing, int, int]]) -> date | None:
    """Return the end of the last follow-up period that holds a number; later ones are not yet due.

    A cell is given with its timing by its row and column.
    """
    latest: date | None = None
    for table, timing, row, column in cells:
        end = timing.period.end
        if timing.role is Role.FOLLOW_UP and end and (not latest or end > latest) and holds_number(table, row, column):
            latest = end
    return latest


def excluded_row(row: TableRow, columns: Iterable[int], regions: Iterable[str]) -> Finding | None:
    """Return the finding for a row that is not of an indicator in any of the regions that its columns are about."""
    name = row.text("indicator")
    is_filled = any(row.table.sheet.at(row.number, column) for column in columns)
    is_known = any(find_indicators(name, region, row.context.catalogue) for region in regions)
    if not name:
        code = "nimetön-rivi" if is_filled else "selite"
        return row.table.finding(code, row.first_cell, row.text_of_all, "mittari")
    if is_total(name) and not is_known:
        return row.table.finding("yhteensä-rivi", row.first_cell, name)
    if not is_filled and not is_known:
        return row.table.finding("selite" if is_footnote(name) else "tyhjä-rivi", row.first_cell, name)
    return None


def read_values(
    row: TableRow, region: str, columns: Sequence[ValueColumn], measured_until: date | None
) -> Iterator[Item]:
    """Yield an observation or a finding for every value cell of a row, all of one region.

    `measured_until` ends the last period that holds a number anywhere in the file.
    """
    name, unit = row.text("indicator"), canonical(row.text("unit"))
    known = find_indicators(name, region, row.context.catalogue)
    expected_unit = unit or (known[0][0].unit if len(known) == 1 else "")
    cells = [
        read_quantities(row.table.sheet.at(row.number, column.number), column.marking.mark, expected_unit)
        for column in columns
    ]
    measures = _measures_called(name, known, cells)
    if len(measures) > 1 and sorted(measure.unit == "%" for measure in measures) != [False, True]:
        ids = ", ".join(measure.indicator for measure in measures)
        yield row.table.finding("moniselitteinen-mittari", row.first_cell, name, ids)
        return
    subject = _Subject(row, region, unit, measures, measured_until)
    for column, quantities in zip(columns, cells, strict=True):
        yield from _read_cell(subject, column, quantities)


def _measures_called(
    name: str, known: Sequence[tuple[Indicator, str]], cells: Iterable[tuple[Quantity, ...] | None]
) -> tuple[_Measure, ...]:
    """Return the measures of a row called `name`; `known` are the catalogue's, `cells` what the row's cells hold.

    Where a cell holds a number and a share, and the catalogue knows one indicator or none, the other of the two
    becomes an indicator too, named after the row.
    """
    measures = tuple(_Measure(indicator.id, group, indicator.unit) for indicator, group in known)
    pairs = (cell for cell in cells if cell and sorted(quantity.unit == "%" for quantity in cell) == [False, True])
    pair = next(pairs, None)
    if len(measures) > 1 or not pair:
        return measures or (_Measure(name),)
    first = measures[0] if measures else _Measure(name, unit=pair[0].unit)
    second = next(quantity for quantity in pair if (quantity.unit == "%") != (first.unit == "%"))
    suffix = "osuus" if second.unit == "%" else second.unit or "luku"
    return first, _Measure(f"{name} ({suffix})", first.group, second.unit)


def _assign(quantities: tuple[Quantity, ...], measures: tuple[_Measure, ...]) -> tuple[tuple[_Measure, Quantity], ...]:
    """Return each quantity with its measure, a share with the share; () where that does not decide.

    A reason for no number concerns every measure of the row.
    """
    if len(quantities) == 1 and quantities[0].missing:
        return tuple((measure, quantities[0]) for measure in measures)
    if len(measures) == 1:
        return ((measures[0], quantities[0]),) if len(quantities) == 1 else ()
    pairs = tuple(
        (measure, quantity)
        for quantity in quantities
        for measure in measures
        if (measure.unit == "%") == (quantity.unit == "%")
    )
    return pairs if len({measure for measure, _ in pairs}) == len(quantities) else ()


def _read_cell(subject: _Subject, column: ValueColumn, quantities: tuple[Quantity, ...] | None) -> Iterator[Item]:
    row, table, at = subject.row, subject.row.table, address(subject.row.number, column.number)
    cell, shown = table.sheet.at(row.number, column.number), table.sheet.shown_at(row.number, column.number)
    if cell is None and shown:
        yield table.finding("yhdistetty-solu", at, shown.text)
        return
    if cell and cell.unusable:
        return  # the reader has made its finding
    words = ""
    pairs = _assign(quantities or (), subject.measures)
    if cell and quantities is None and (column.timing.role is not Role.TARGET or cell.day):
        yield no_number(table, cell)
        return
    if cell and quantities is None:
        yield table.finding("sanallinen-tavoite", cell)
        words = " ".join(cell.text.split())
        pairs = tuple((measure, Quantity()) for measure in subject.measures)
    elif not pairs:
        yield table.finding("monta-lukua", at, cell.text if cell else "", "yksi luku tai luku ja osuus")
        return
    for measure, quantity in pairs:
        if cell and quantity.is_fraction:
            yield fraction_reading(table, cell, quantity)
        yield build_observation(
            row,
            at,
            region=subject.region,
            indicator=measure.indicator,
            groups=(row.text("group"), measure.group),
            period=column.timing.reading,
            role=column.timing.role,
            content=_content(subject, column, measure, quantity, words),
            place=row.place(cell, at),
        )


def _content(subject: _Subject, column: ValueColumn, measure: _Measure, quantity: Quantity, words: str) -> Content:
    unit, is_expected = settle_unit(quantity.unit or subject.unit, measure.unit)
    has_number = quantity.missing is None and not words
    inferred = ("yksikkö" if is_expected and has_number else "", "n" if quantity.is_fraction else "")
    if quantity.missing is Missing.BLANK and _is_not_yet_due(column.timing, subject.measured_until):
        quantity = replace(quantity, missing=Missing.NOT_YET_DUE)
    return Content(replace(quantity, unit=unit), words, inferred)


def _is_not_yet_due(timing: Timing, measured_until: date | None) -> bool:
    """Return whether a blank cell is of a period after the last one with a number in the file."""
    end = timing.period.end
    return timing.role is Role.FOLLOW_UP and end is not None and (measured_until is None or end > measured_until)
