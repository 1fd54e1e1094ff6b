"""One row of a table with a field in each column: its fields read by name, and what was noticed in them."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from data.model import Period, Place
from loaders.findings import Finding, Severity, finding
from loaders.layouts.sheet_defaults import Lent, has_period, lent_to, region_at
from loaders.layouts.table import Context, Table, lone_text, stray_findings
from loaders.parse import periods
from loaders.parse.names import find_region, region_called, regions_numbered
from loaders.parse.numbers import parse_number, tidy
from loaders.read.sheets import Cell, address

T = TypeVar("T")


class Line:
    """A row being read. A field that cannot be read adds to `findings`; the other fields go on."""

    def __init__(self, table: Table, row: int, context: Context) -> None:
        self._table, self._row, self._context = table, row, context
        self.findings: list[Finding] = list(stray_findings(table, row))

    @property
    def is_broken(self) -> bool:
        """Whether no record can be made of the row: a finding stops it, or a cell was unusable to begin with."""
        cells = self._table.sheet.rows[self._row].values()
        is_stopped = any(finding.severity is Severity.STOPS for finding in self.findings)
        return is_stopped or any(cell.unusable for cell in cells)

    @property
    def lent(self) -> Lent:
        """What the name of the sheet tells."""
        return lent_to(self._table)

    @property
    def sheet(self) -> str:
        return self._table.sheet.name

    @cached_property
    def first_cell(self) -> str:
        """Where the row begins."""
        return address(self._row, min(self._table.sheet.rows[self._row]))

    @cached_property
    def lone_text(self) -> str:
        """The text of a row that has nothing else and begins where the table does: a title, a footnote; else ""."""
        cells = self._table.sheet.rows[self._row]
        return lone_text(cells) if min(cells) <= min(self._table.headings) else ""

    @property
    def shown(self) -> str:
        """What the row holds, for a message."""
        return ", ".join(cell.text for cell in self._table.sheet.rows[self._row].values())

    def has(self, field: str) -> bool:
        """Whether the table has a column for the field."""
        return field in self._table.columns

    def is_covered(self, field: str) -> bool:
        """Whether the cell of a field is merged under another one, so that it shows that one's text."""
        return (self._row, self._table.columns.get(field, 0)) in self._table.sheet.merged

    def cell(self, field: str) -> Cell | None:
        """The filled cell of a field; one that is merged over several rows stands in each."""
        column = self._table.columns.get(field)
        return self._table.sheet.shown_at(self._row, column) if column else None

    def text(self, field: str) -> str:
        """The text of a field on one line; "" where it is empty."""
        cell = self.cell(field)
        return " ".join(cell.text.split()) if cell else ""

    def place_of(self, field: str) -> str:
        """Where the field of this row stands, filled or not, whatever is merged over it."""
        return address(self._row, self._table.columns[field])

    def add_finding(self, code: str, field: str = "", actual: str = "", expected: str = "", place: str = "") -> None:
        """Add a finding at a place, at the filled cell of a field, or at the row."""
        cell = self.cell(field) if field else None
        place = place or (cell.address if cell else self.first_cell)
        column = self._table.layout.vocabulary.heading(field) if field else ""
        self.findings.append(
            finding(code, sheet=self.sheet, cell=place, actual=actual, expected=expected, column=column)
        )

    def choice(self, field: str, options: Mapping[str, T]) -> T | None:
        """One of the declared words, in any case; another word is a finding."""
        text = self.text(field)
        chosen = options.get(tidy(text).casefold())
        if text and chosen is None:
            self.add_finding("tuntematon-merkintä", field, text, ", ".join(options))
        return chosen

    def whole(self, field: str) -> int | None:
        """A whole number, not negative."""
        text = self.text(field)
        number = parse_number(text)
        if text and (number is None or number < 0 or not number.is_integer()):
            self.add_finding("ei-luku", field, text, "120")
            return None
        return int(number) if number is not None else None

    def listed(self, field: str) -> tuple[str, ...]:
        """Words separated by commas."""
        return tuple(part.strip() for part in self.text(field).split(",") if part.strip())

    def wholes(self, field: str) -> tuple[int, ...]:
        """Whole numbers separated by commas."""
        parts = self.listed(field)
        if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
            self.add_finding("ei-luku", field, self.text(field), "12, 34")
            return ()
        return tuple(map(int, parts))

    def inferred(self, *fields: str) -> tuple[str, ...]:
        """The fields that the file says are inferred, and those that the loader inferred."""
        return tuple(dict.fromkeys([*self.listed("inferred"), *fields]))

    def region(self) -> str:
        """The region's official name, the text as it is if unknown, else the sheet's or the one chosen for the file.

        A code stands for a name that is missing, and must agree with one that is there.
        """
        region, code = region_at(self._table, self._row, self._context), self.text("region_code")
        if not code:
            return region
        if not self.text("region"):
            return find_region(code, self._context.catalogue)
        known = region_called(region, self._context.catalogue)
        if known and known not in regions_numbered(code, self._context.catalogue):
            self.add_finding("aluekoodi-ristiriita", "region_code", code, known.name)
        return region

    def period(self) -> tuple[Period, bool]:
        """The period and whether its days are inferred: by its days if given, its label or the sheet."""
        if not has_period(self._table):
            return self.lent.period or (Period(), False)
        label = self.text("period")
        start, end = self._day("start"), self._day("end")
        told = periods.parse(label)
        if start and end:
            if start > end:
                self.add_finding("käänteinen-väli", "start", f"{start}–{end}", f"{end}–{start}")
                return Period(label=label), False
            if told and not told.inferred and (told.period.start, told.period.end) != (start, end):
                self.add_finding("jakso-ristiriita", "period", label, _span_text(start, end))
            return Period(label=label or _span_text(start, end), start=start, end=end), False
        if self.text("start") or self.text("end"):
            self._half_a_span(start, end)
        elif told:
            return told.period, told.inferred
        elif label:
            self.add_finding("jakso-ei-tunnistu", "period", label, periods.EXAMPLES)
        return Period(), False

    def _half_a_span(self, start: date | None, end: date | None) -> None:
        """Days that make no span: one is missing; one that nobody can read has been told already."""
        if (start or end) and not (self.text("start") and self.text("end")):
            given = "alkupäivä" if start else "loppupäivä"
            self.add_finding("puolikas-väli", "start" if start else "end", given, "alku- että loppupäivä")

    def place(self, value: Cell | None) -> Place:
        """Where the record was read: the source that the row names, else this file with the cell of the value."""
        source = self.text("source")
        return Place(
            source=source or self._context.file_name,
            line=self.whole("line"),
            other_lines=self.wholes("other_lines"),
            table=self.text("table"),
            sheet=self.text("sheet") if source else self.sheet,
            cell=self.text("cell") if source else (value.address if value else self.first_cell),
            as_printed=self.text("as_printed") if source else (value.text if value else ""),
        )

    def _day(self, field: str) -> date | None:
        cell, text = self.cell(field), self.text(field)
        day = cell.day if cell and cell.day else periods.parse_day(text)
        if text and day is None:
            self.add_finding("jakso-ei-tunnistu", field, text, "2026-03-31 tai 31.3.2026")
        return day


def _span_text(start: date, end: date) -> str:
    return _finnish(start) if start == end else f"{_finnish(start)}–{_finnish(end)}"


def _finnish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
