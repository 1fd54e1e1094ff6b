"""Worksheets that a person can read and filter: typed cells under a frozen heading row with filters."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from components.colours import BRAND_BLUE, HEADER_FILL
from data import finnish
from loaders.workbooks import xml_text

LINE = 15  # height of a line, in points
_MOST_LINES = 20
_LONGEST = 32_767  # characters that Excel keeps in a cell
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


class Amount(NamedTuple):
    """A number that its format shows with its unit; the unit is not part of the number."""

    value: float
    unit: str


Content = str | int | Amount | date | None


class Column(NamedTuple):
    """A column: its heading and its width in characters."""

    heading: str
    width: float


class Book:
    """A workbook being made, with one format for each look."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self.format = cache(self._format)

    def _format(self, **look: object) -> Format:
        return self._workbook.add_format({"font_name": "Calibri", "font_size": 11, "valign": "top"} | look)

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet that is printed across the page's width."""
        sheet = self._workbook.add_worksheet(sheet_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&C&A&RSivu &P / &N")
        return sheet

    def write(self, sheet: Worksheet, row: int, column: int, content: Content, **look: object) -> None:
        """Write a cell by its type: text is never a formula or a link, a date is a date and a number a number."""
        if isinstance(content, Amount):
            pattern = number_format(content.value, content.unit)
            sheet.write_number(row, column, content.value, self.format(**{"num_format": pattern} | look))
        elif isinstance(content, int):
            sheet.write_number(row, column, content, self.format(**{"num_format": "0"} | look))
        elif isinstance(content, date):
            sheet.write_datetime(
                row, column, content, self.format(**{"num_format": "d.m.yyyy", "align": "left"} | look)
            )
        elif content:
            sheet.write_string(row, column, xml_text(content)[:_LONGEST], self.format(**{"text_wrap": True} | look))

    def table(
        self,
        sheet: Worksheet,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Content]],
        *,
        top: int = 0,
        printed: int = 0,
    ) -> None:
        """Write headings into row `top`, frozen with the first column and filtered, and the rows under them.

        `printed` is how many columns go to paper; 0: all.
        """
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            look = {"bold": True, "bg_color": HEADER_FILL, "text_wrap": True, "bottom": 1, "bottom_color": BRAND_BLUE}
            sheet.write_string(top, at, column.heading, self.format(**look))
        sheet.set_row(top, LINE * max(line_count(column.heading, 0.8 * column.width) for column in columns))
        for number, row in enumerate(rows, start=top + 1):
            for at, content in enumerate(row):
                self.write(sheet, number, at, content)
            sheet.set_row(number, LINE * max(map(line_count, row, [column.width for column in columns])))
        if printed:
            sheet.print_area(top, 0, top + len(rows), printed - 1)
        sheet.freeze_panes(top + 1, 1)
        sheet.autofilter(top, 0, top + max(len(rows), 1), len(columns) - 1)
        sheet.repeat_rows(top)
        sheet.ignore_errors({"number_stored_as_text": f"A1:ZZ{top + len(rows) + 2}"})


def line_count(content: Content, width: float) -> int:
    """Estimate how many lines a cell takes in a column of this width; Excel is not there to measure."""
    if not isinstance(content, str):
        return 1
    count = sum(-(-len(line) // max(int(width * 0.95), 1)) or 1 for line in content.split("\n"))
    return min(max(count, 1), _MOST_LINES)


def number_format(value: float, unit: str) -> str:
    """Return the format that shows a number with its own decimals and its unit: 12.4 and "%" → `#,##0.0" %"`."""
    decimals = finnish.decimals(value)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return pattern if not unit or set(unit) & set('";\\') or len(unit) > 60 else f'{pattern}" {xml_text(unit)}"'


def sheet_name(name: str) -> str:
    """Return a name that Excel allows: 31 characters, without those that mean something to it."""
    return _NO_SHEET_NAME.sub(" ", xml_text(name))[:31].strip(" '")
