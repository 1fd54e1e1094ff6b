"""One row of a table: its fields read by the name of their column, its findings collected as they come up."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from data import finnish
from data.model import Period, Place
from loaders.findings import Finding, Severity
from loaders.layouts.sheet_defaults import SheetDefaults, defaults_of, has_period
from loaders.layouts.table import Context, Table, lone_text, stray_findings
from loaders.parse import periods
from loaders.parse.names import find_region, region_called, regions_numbered
from loaders.parse.numbers import parse_number, tidy
from loaders.parse.periods import NO_PERIOD, PeriodReading
from loaders.read.sheets import Cell, Row, address

T = TypeVar("T")


class TableRow:
    """A row being read. A field that cannot be read adds to `findings`; the other fields are read all the same."""

    def __init__(self, table: Table, number: int, context: Context) -> None:
        self.table, self.number, self.context = table, number, context
        self.cells: Row = table.sheet.rows[number]
        self.findings: list[Finding] = list(stray_findings(table, number))

    @property
    def is_broken(self) -> bool:
        """Return whether no record can be made of the row: a finding stops it, or a cell was unusable to begin with."""
        is_stopped = any(finding.severity is Severity.STOPS for finding in self.findings)
        return is_stopped or any(cell.unusable for cell in self.cells.values())

    @property
    def defaults(self) -> SheetDefaults:
        """Return what the name of the sheet gives."""
        return defaults_of(self.table)

    @cached_property
    def first_cell(self) -> str:
        """Return where the row begins."""
        return address(self.number, min(self.cells))

    def address_of(self, cell: Cell | None) -> str:
        """Return the address of a cell of the row; without the cell, where the row begins."""
        return cell.address if cell else self.first_cell

    @cached_property
    def lone_text(self) -> str:
        """Return the only text of a row that begins where the table does, as a title or a footnote; "" for others."""
        return lone_text(self.cells) if min(self.cells) <= min(self.table.headings) else ""

    @property
    def text_of_all(self) -> str:
        """Return what the row holds, for a message."""
        return ", ".join(cell.text for cell in self.cells.values())

    def has(self, field: str) -> bool:
        """Return whether the table has a column for the field."""
        return field in self.table.columns

    def cell(self, field: str) -> Cell | None:
        """Return the filled cell of a field; a merged one shows in each row that it covers."""
        return self.table.cell_at(self.number, field)

    def text(self, field: str) -> str:
        """Return the text of a field on one line; "" where it is empty."""
        return self.table.text_at(self.number, field)

    def add_finding(self, code: str, field: str = "", text: str = "", expected: str = "", place: str = "") -> None:
        """Add a finding at an address, at the filled cell of a field, or at the start of the row."""
        place = place or self.address_of(self.cell(field) if field else None)
        column = self.table.layout.vocabulary.heading(field) if field else ""
        self.findings.append(self.table.finding(code, place, text, expected, column=column))

    def choice(self, field: str, options: Mapping[str, T]) -> T | None:
        """Return the option that a field names, in any case; another word is a finding."""
        text = self.text(field)
        chosen = options.get(tidy(text).casefold())
        if text and chosen is None:
            self.add_finding("tuntematon-merkintä", field, text, ", ".join(options))
        return chosen

    def whole(self, field: str) -> int | None:
        """Return the whole number in a field; anything else is a finding, and so is a negative one."""
        text = self.text(field)
        if not text:
            return None
        number = parse_number(text)
        if number is None or number < 0 or not number.is_integer():
            self.add_finding("ei-luku", field, text, "120")
            return None
        return int(number)

    def listed(self, field: str) -> tuple[str, ...]:
        """Return the words of a field, which are separated by commas."""
        return tuple(word.strip() for word in self.text(field).split(",") if word.strip())

    def wholes(self, field: str) -> tuple[int, ...]:
        """Return the whole numbers of a field, which are separated by commas; anything else is a finding."""
        words = self.listed(field)
        if not all(word.isascii() and word.isdigit() and len(word) < 10 for word in words):
            self.add_finding("ei-luku", field, self.text(field), "12, 34")
            return ()
        return tuple(map(int, words))

    def inferred(self, *fields: str) -> tuple[str, ...]:
        """Return the fields that the file says are inferred, and these that the loader inferred; "" is none."""
        return tuple(dict.fromkeys([*self.listed("inferred"), *filter(None, fields)]))

    def region(self) -> str:
        """Return the region's official name, an unknown text as it is, else the sheet's or the one chosen for the file.

        A code stands for a name that is missing, and must agree with one that is there.
        """
        catalogue, name, code = self.context.catalogue, self.text("region"), self.text("region_code")
        if not self.has("region"):
            region = self.defaults.region or self.context.region
        else:
            region = find_region(name, catalogue) if name else self.context.region
        if code and not name:
            return find_region(code, catalogue)
        known = region_called(region, catalogue) if code else None
        if known and known not in regions_numbered(code, catalogue):
            self.add_finding("aluekoodi-ristiriita", "region_code", code, known.name)
        return region

    def period(self) -> PeriodReading:
        """Return the period by its days if they are given, else by its label, else by the name of the sheet."""
        if not has_period(self.table):
            return self.defaults.period or NO_PERIOD
        label = self.text("period")
        start, end = self._day("start"), self._day("end")
        reading = periods.parse(label)
        if start and end:
            return PeriodReading(self._span(label, start, end, reading))
        if self.text("start") or self.text("end"):
            self._check_half_span(start, end)
        elif reading:
            return reading
        elif label:
            self.add_finding("jakso-ei-tunnistu", "period", label, periods.EXAMPLES)
        return NO_PERIOD

    def _span(self, label: str, start: date, end: date, reading: PeriodReading | None) -> Period:
        if start > end:
            self.add_finding("käänteinen-väli", "start", f"{start}–{end}", f"{end}–{start}")
            return Period(label=label)
        if reading and not reading.is_inferred and (reading.period.start, reading.period.end) != (start, end):
            self.add_finding("jakso-ristiriita", "period", label, _span_text(start, end))
        return Period(label=label or _span_text(start, end), start=start, end=end)

    def _check_half_span(self, start: date | None, end: date | None) -> None:
        """Add a finding if one of two days is missing; one that cannot be read has its finding already."""
        if (start or end) and not (self.text("start") and self.text("end")):
            given = "alkupäivä" if start else "loppupäivä"
            self.add_finding("puolikas-väli", "start" if start else "end", given, "alku- että loppupäivä")

    def place(self, cell: Cell | None, at: str = "") -> Place:
        """Return where a record was read: the source that the row names, else this file with the cell of its value.

        Without a cell it is the empty one at an address, or the start of the row.
        """
        source = self.text("source")
        return Place(
            source=source or self.context.file_name,
            line=self.whole("line"),
            other_lines=self.wholes("other_lines"),
            table=self.text("table"),
            sheet=self.text("sheet") if source else self.table.sheet.name,
            cell=self.text("cell") if source else at or self.address_of(cell),
            as_printed=self.text("as_printed") if source else (cell.text if cell else ""),
        )

    def _day(self, field: str) -> date | None:
        cell, text = self.cell(field), self.text(field)
        day = cell.day if cell and cell.day else periods.parse_day(text)
        if text and day is None:
            self.add_finding("jakso-ei-tunnistu", field, text, "2026-03-31 tai 31.3.2026")
        return day


def _span_text(start: date, end: date) -> str:
    return finnish.day(start) if start == end else f"{finnish.day(start)}–{finnish.day(end)}"
