"""The data of a chart and the workbook inside it, where a text is never a formula, a link or a number."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

DATE_FORMAT = "d.m.yyyy"
_EPOCH = date(1899, 12, 30)
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 – the same data makes the same file


def serial(when: date) -> int:
    """A day as Excel counts them."""
    return (when - _EPOCH).days


class _TextStaysText:
    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Workbook, Any]]:
        workbook = Workbook(xlsx_file, _AS_TEXT)
        workbook.set_properties({"created": _MADE})
        yield workbook, workbook.add_worksheet()
        workbook.close()


class _CategoryBook(_TextStaysText, CategoryWorkbookWriter):
    pass


class _XyBook(_TextStaysText, XyWorkbookWriter):
    pass


class BarData(CategoryChartData):
    """Values of named rows."""

    @property
    def _workbook_writer(self) -> Any:
        return _CategoryBook(self)


class TimeData(XyChartData):
    """Series of dated values; None is a gap."""

    def __init__(self) -> None:
        super().__init__(number_format=DATE_FORMAT)

    @property
    def _workbook_writer(self) -> Any:
        return _XyBook(self)

    def add(self, name: str, points: Sequence[tuple[float, float | None]]) -> None:
        """One more series of (day as Excel counts it, value)."""
        made = self.add_series(name, number_format="General")
        for when, value in points:
            made.add_data_point(when, value)
