"""Native charts in Excel: each beside the cells that it is drawn from, which hold the numbers of the screen's chart."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from components.colours import BRAND_BLUE, HEADER_FILL, LEVEL, TARGET, RegionStyle, region_style
from components.exports.excel_sheets import LINE, Amount, Book, Content
from data.catalogue import Catalogue
from data.model import Role
from data.views.card import Card
from data.views.charts import TimeChart
from data.views.group_bars import BarChart
from loaders.workbooks import xml_text

NAME = "Kaaviot"
_CHART_WIDTH, _CHART_ROWS, _ROW_PIXELS = 720, 17, 20
_LONG_CHART_ROWS = 22  # of a chart whose cells reach below it anyway
_PAGE_ROWS = 44  # that fit on a printed page
_CELLS = 2  # the first column of the cells, beside the charts
_WIDTHS = (106, 3, 30, 20, 14, 44, 22, 22, 22, 22, 22)
_FEW = 8  # points that all get a label
_EPOCH = date(1899, 12, 30)  # day 0 of Excel
_LONG_SPAN, _MONTH = 500, 30.44  # days
_MONTHS = {"date_axis": True, "num_format": "m/yyyy", "major_unit": 6, "major_unit_type": "months"}
_DASHES = {"dash": "dash", "dot": "round_dot", "dashdot": "dash_dot", "longdash": "long_dash"}
_MARKERS = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle-up": "triangle", "cross": "plus"}
_REFERENCE = re.compile(r"!(?=\$?[A-Z])")


class _Level(NamedTuple):
    """A column drawn as a level across the chart."""

    heading: str
    values: tuple[float | None, ...]
    colour: str
    dash: str


def add_charts(workbook: Workbook, book: Book, cards: Sequence[Card], catalogue: Catalogue, *, note: str) -> bool:
    """Add a sheet with every chart of the cards under `note`; return False, and add none, where there are no charts."""
    charts = [chart for card in cards for chart in (card.time_chart, card.bar_chart) if chart]
    if not charts:
        return False
    sheet = book.sheet(NAME)
    book.write(sheet, 0, 0, note, italic=True, text_wrap=False)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_portrait()
    row, page, breaks = 2, 0, []
    for chart in charts:
        title = f"{chart.title}, {catalogue.label(chart.region)}"
        book.write(sheet, row, _CELLS, title, bold=True, font_color=BRAND_BLUE, text_wrap=False)
        style = region_style(chart.region)
        if isinstance(chart, TimeChart):
            native, last = _time(workbook, book, sheet, row + 1, chart, style)
        else:
            native, last = _bars(workbook, book, sheet, row + 1, chart, style)
        for text in _notes(chart):
            last += 1
            book.write(sheet, last, _CELLS, text, italic=True, text_wrap=False)
        native.set_title({"name": _words(title), "name_font": {"size": 12, "bold": True}})
        height = _CHART_ROWS if last - row < _LONG_CHART_ROWS else _LONG_CHART_ROWS
        native.set_size({"width": _CHART_WIDTH, "height": _ROW_PIXELS * height})
        sheet.insert_chart(row, 0, native, {"description": xml_text(chart.alt), "object_position": 2})
        if row + height - page > _PAGE_ROWS:
            page = row
            breaks.append(row)
        row += max(last + 2 - row, height + 2)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, row, 0)  # the cells are for whoever opens the file
    return True


def _notes(chart: TimeChart | BarChart) -> list[str]:
    """Return the sentence under the cells, and what may not be concluded."""
    if isinstance(chart, BarChart):
        return [chart.alt]
    caution = [f"{chart.caution.capitalize()}."] if chart.caution else []
    limits = [f"{fact.label}: {fact.text}." for fact in (*chart.limit_facts, *chart.shift_facts)]
    named = "; ".join(marker.title for marker in chart.markers)  # the chart has no numbers on it
    markers = [f"Toimenpiteet ja katkokset jaksolla, eivät syitä: {named}."] if named else []
    return [chart.alt, *caution, *limits, *markers]


def _time(
    workbook: Workbook, book: Book, sheet: Worksheet, top: int, chart: TimeChart, style: RegionStyle
) -> tuple[Chart, int]:
    """Return values by date with the levels that they are read against, and the last row of their cells."""
    levels = _levels(chart)
    signals = {signal.when: signal.rule for signal in chart.signals}
    headings = ["Jakso", "Päivä", "Arvo", "Arvo sanoin", *(level.heading for level in levels)]
    rows: list[list[Content]] = []
    for at, point in enumerate(chart.points):
        in_words = "; ".join(filter(None, (point.description, signals.get(point.when, ""))))
        value = None if point.value is None else Amount(point.value, chart.unit)
        level_values = (level.values[at] for level in levels)
        amounts = [None if number is None else Amount(number, chart.unit) for number in level_values]
        rows.append([point.period, point.when, value, in_words, *amounts])
    last = _cells(book, sheet, top, headings, rows)
    few = len(rows) <= _FEW
    drawn = workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"} if few else {"type": "line"})
    drawn.add_series(
        _series(top, last, 2)
        | {
            "line": {"color": style.colour, "width": 2.25, "dash_type": _DASHES.get(style.dash, "solid")}
            if chart.is_joined
            else {"none": True},
            "marker": {
                "type": _MARKERS.get(style.marker, "circle"),
                "size": 7,
                "fill": {"color": style.colour},
                "border": {"color": style.colour},
            },
            "data_labels": _labels(chart),
        }
    )
    for at, level in enumerate(levels, start=4):
        line = {"color": level.colour, "width": 1.25, "dash_type": level.dash}
        drawn.add_series(_series(top, last, at) | {"line": line, "marker": {"type": "none"}})
    drawn.set_x_axis(_few_dates([point.when for point in chart.points]) if few else _MONTHS)
    values = [*(point.value for point in chart.points), *(number for level in levels for number in level.values)]
    drawn.set_y_axis(_value_axis(chart.unit, values))
    drawn.set_legend({"position": "bottom"})
    drawn.show_blanks_as("gap")
    return drawn, last


def _few_dates(dates: Sequence[date]) -> dict[str, Any]:
    """Return an axis for a few dates in their places, with ticks at beginnings of months, in a long span of years."""
    span = (dates[-1] - dates[0]).days
    is_long = span > _LONG_SPAN
    first = dates[0].replace(month=1, day=1) if is_long else (dates[0] - timedelta(days=span // 4)).replace(day=1)
    after = dates[-1] + timedelta(days=max(span // 4, 3))
    return {
        "num_format": "m/yyyy",
        "major_unit": 365.25 if is_long else _MONTH * max(1, span // 100),
        "major_gridlines": {"visible": False},
        "min": (first - _EPOCH).days + 1,  # the leap days of a year's tick never take it to the year before
        "max": (after - _EPOCH).days,
    }


def _series(top: int, last: int, column: int) -> dict[str, Any]:
    """Return a series of the cells under the heading in row `top`: dates in their second column, values in `column`."""
    dates, values = _CELLS + 1, _CELLS + column
    return {
        "name": [NAME, top, values],
        "categories": [NAME, top + 1, dates, last, dates],
        "values": [NAME, top + 1, values, last, values],
    }


def _levels(chart: TimeChart) -> list[_Level]:
    """Return baseline, targets, and the centre line and limits of a control chart."""
    count = len(chart.points)
    levels = [
        _Level(line.label, (line.value,) * count, *((TARGET, "solid") if line.role is Role.TARGET else (LEVEL, "dash")))
        for line in chart.lines
    ]
    if not chart.bands:
        return levels

    def within(name: str) -> tuple[float | None, ...]:
        in_bands = ([getattr(b, name) for b in chart.bands if b.start <= p.when <= b.end] for p in chart.points)
        return tuple(values[-1] if values else None for values in in_bands)

    limits = f"({chart.limits_in_words})"
    return [
        *levels,
        _Level("Keskiviiva", within("mean"), LEVEL, "solid"),
        _Level(f"Alempi raja {limits}", within("lower"), LEVEL, "round_dot"),
        _Level(f"Ylempi raja {limits}", within("upper"), LEVEL, "round_dot"),
    ]


def _labels(chart: TimeChart) -> dict[str, Any]:
    """Return each point's value and period in words; of a longer series only the values at its ends."""
    last = len(chart.points) - 1
    shown = set(range(last + 1)) if last < _FEW else {0, last}
    custom = [
        {"value": _words(point.description if last < _FEW else point.label.text)}
        if at in shown and point.label
        else {"delete": True}
        for at, point in enumerate(chart.points)
    ]
    return {"value": True, "position": "above", "custom": custom}


def _bars(
    workbook: Workbook, book: Book, sheet: Worksheet, top: int, chart: BarChart, style: RegionStyle
) -> tuple[Chart, int]:
    """Return a bar for each group, from zero, and the last row of their cells."""
    rows: list[list[Content]] = [
        [bar.name, chart.period, Amount(bar.value, chart.unit), bar.description] for bar in chart.bars
    ]
    last = _cells(book, sheet, top, ["Ryhmä", "Jakso", "Arvo", "Arvo sanoin"], rows)
    drawn = workbook.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "name": [NAME, top, _CELLS + 2],
            "categories": [NAME, top + 1, _CELLS, last, _CELLS],
            "values": [NAME, top + 1, _CELLS + 2, last, _CELLS + 2],
            "fill": {"color": style.colour},
            "gap": 60,
            "data_labels": {"value": True, "custom": [{"value": _words(bar.description)} for bar in chart.bars]},
        }
    )
    axis = _value_axis(" · ".join(filter(None, (chart.unit, chart.period))), [bar.value for bar in chart.bars])
    drawn.set_x_axis(axis | {"label_position": "high"})  # the far side of reversed groups is below
    drawn.set_y_axis({"reverse": True, "label_position": "low"})
    drawn.set_legend({"none": True})
    return drawn, last


def _value_axis(name: str, values: Sequence[float | None]) -> dict[str, Any]:
    """Return the axis of the values: from zero when they allow it."""
    least = min(value for value in values if value is not None)
    axis: dict[str, Any] = {
        "name": _words(name),
        "name_font": {"bold": False},
        "num_format": "#,##0.###;-#,##0.###" if max(abs(value or 0) for value in values) < 5 else "#,##0",
        "major_gridlines": {"visible": True, "line": {"color": "#E3E5E9"}},
    }
    return axis | {"min": 0} if least >= 0 else axis


def _words(text: str) -> str:
    """Return a text for a title or a label of a chart: xlsxwriter takes `Hei!A1` there for a reference to a cell.

    A letter without width keeps the reference apart.
    """
    return _REFERENCE.sub("!\u2060", xml_text(text))


def _cells(book: Book, sheet: Worksheet, top: int, headings: Sequence[str], rows: Sequence[Sequence[Content]]) -> int:
    """Write a block of cells and return the number of its last row."""
    for at, heading in enumerate(headings, start=_CELLS):
        book.write(sheet, top, at, heading, bold=True, bg_color=HEADER_FILL)
    sheet.set_row(top, 2 * LINE)
    for number, row in enumerate(rows, start=top + 1):
        for at, content in enumerate(row, start=_CELLS):
            book.write(sheet, number, at, content, text_wrap=False)
    return top + len(rows)
