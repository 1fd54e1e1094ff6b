"""The data of a chart: the workbook inside it, where text stays text, its axis, and the formats of its numbers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from math import ceil, floor, log10
from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter, XyWorkbookWriter
from xlsxwriter import Workbook

from components.exports.powerpoint.slide_text import clean
from data import finnish
from data.views.facts import NumberText

DATE_FORMAT = "d.m.yyyy"
_FINNISH = "[$-40B]"  # decimal comma and spaces between thousands, whatever the reader's own settings are
_LONGEST_FORMAT = 200  # Excel refuses formats of more than 255 characters
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_EPOCH = date(1899, 12, 30)
_AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 – the same data makes the same file


def serial(when: date) -> int:
    """Return a day as Excel counts days."""
    return (when - _EPOCH).days


class _TextStaysText:
    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Workbook, Any]]:
        workbook = Workbook(xlsx_file, _AS_TEXT)
        workbook.set_properties({"created": _CREATED})
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
        """Add a series of (day as Excel counts it, value)."""
        series = self.add_series(name, number_format="General")
        for when, value in points:
            series.add_data_point(when, value)


class Scale(NamedTuple):
    """The ends of an axis and the distance of its ticks."""

    low: float
    high: float
    step: float

    @property
    def decimals(self) -> int:
        """How many decimals its ticks need."""
        return next((n for n in range(7) if abs(round(self.step, n) - self.step) < self.step / 1000), 7)


def from_zero(values: Sequence[float], *, ticks: int = 5) -> Scale:
    """Return an axis on round numbers that holds zero and every value, with some room above."""
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.08
    low, high = (low - room if low < 0 else 0.0), high + room
    rough = (high - low) / ticks
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * 0.999)
    return Scale(floor(low / step) * step, ceil(high / step) * step, step)


def plain_format(places: int, unit: str = "") -> str:
    """Return the format of a number with so many decimals; a percentage carries its sign."""
    code = _code(places)
    suffix = f'"{finnish.NBSP}%"' if unit == "%" else ""
    return f"{_FINNISH}{code}{suffix};{_FINNISH}{_quoted(finnish.MINUS)}{code}{suffix}"


def label_format(label: NumberText) -> str | None:
    """Return the format that writes a number with what stands around it, or None where a format cannot hold that.

    In such a format the label follows when the number is edited.
    """
    before, after = (clean(f"|{text}|")[1:-1] for text in (label.before, label.after))  # with the spaces at the ends
    if len(before + after) > _LONGEST_FORMAT or '"' in before + after:
        return None
    written = _code(finnish.decimals(label.value)) + _quoted(after)
    return f"{_FINNISH}{_quoted(before)}{written};{_FINNISH}{_quoted(before + finnish.MINUS)}{written}"


def _code(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
