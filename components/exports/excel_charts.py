"""Native charts in Excel: each beside the cells that it is drawn from, which hold the numbers of the screen's chart."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from components.exports.excel_sheets import ACCENT, HEADER_FILL, Amount, Book, Content, number_format
from components.exports.inert import inert
from components.figures.style import LEVEL, TARGET, region_style
from data.analysis.views.bars import BarChart
from data.analysis.views.card import Card
from data.analysis.views.charts import TimeChart
from data.catalogue import Catalogue
from data.model import Role

NAME = "Kaaviot"
_CHART_COLUMN = 9
_CHART_ROWS = 18
_WIDTHS = (22, 12, 14, 30, 13, 13, 13, 13, 3)
_FEW = 8  # points that all get a label
_DASHES = {"dash": "dash", "dot": "round_dot", "dashdot": "dash_dot", "longdash": "long_dash"}
_MARKERS = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle-up": "triangle", "cross": "plus"}


class _Level(NamedTuple):
    """A column drawn as a level across the chart."""

    heading: str
    values: tuple[float | None, ...]
    colour: str
    dash: str


def add_charts(workbook: Workbook, book: Book, cards: Sequence[Card], catalogue: Catalogue, *, note: str) -> bool:
    """A sheet with every chart of the cards under `note`; False, and no sheet, where they have none."""
    charts = [chart for card in cards for chart in (card.time_chart, card.bar_chart) if chart]
    if not charts:
        return False
    sheet = book.sheet(NAME)
    book.write(sheet, 0, 0, note, italic=True, text_wrap=False)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    row = 2
    for chart in charts:
        label = catalogue.label(chart.region)
        book.write(sheet, row, 0, f"{chart.title}, {label}", bold=True, font_color=ACCENT, text_wrap=False)
        colour = _style(catalogue, chart.region)
        if isinstance(chart, TimeChart):
            made, rows = _time(workbook, book, sheet, row + 1, chart, colour)
        else:
            made, rows = _bars(workbook, book, sheet, row + 1, chart, colour)
        made.set_title({"name": inert(f"{chart.title}, {label}"), "name_font": {"size": 12, "bold": True}})
        made.set_size({"width": 720, "height": 20 * (_CHART_ROWS - 2)})
        sheet.insert_chart(row, _CHART_COLUMN, made, {"description": inert(chart.alt), "object_position": 2})
        row += max(rows + 3, _CHART_ROWS)
    return True


def _style(catalogue: Catalogue, region: str) -> dict[str, str]:
    known = catalogue.region(region)
    style = region_style(known.slug if known else "")
    return {
        "colour": style.colour,
        "dash": _DASHES.get(style.dash, "solid"),
        "marker": _MARKERS.get(style.marker, "circle"),
    }


def _time(
    workbook: Workbook, book: Book, sheet: Worksheet, top: int, chart: TimeChart, style: dict[str, str]
) -> tuple[Chart, int]:
    """Values by date with the levels that they are read against; a gap stays a gap."""
    levels = _levels(chart)
    signals = {signal.when: signal.rule for signal in chart.signals}
    headings = ["Jakso", "Päivä", "Arvo", "Arvo sanoin", *(level.heading for level in levels)]
    rows: list[list[Content]] = []
    for at, point in enumerate(chart.points):
        told = "; ".join(filter(None, (point.told, signals.get(point.when, ""))))
        value = None if point.value is None else Amount(point.value, chart.unit)
        own = [
            None if level.values[at] is None else Amount(float(level.values[at] or 0), chart.unit) for level in levels
        ]
        rows.append([point.period, point.when, value, told, *own])
    _cells(book, sheet, top, headings, rows)
    first, last = top + 1, top + len(rows)
    made = workbook.add_chart({"type": "line"})
    made.add_series(
        {
            "name": [NAME, top, 2],
            "categories": [NAME, first, 1, last, 1],
            "values": [NAME, first, 2, last, 2],
            "line": {"color": style["colour"], "width": 2.25, "dash_type": style["dash"]},
            "marker": {
                "type": style["marker"], "size": 7,
                "fill": {"color": style["colour"]}, "border": {"color": style["colour"]},
            },
            "data_labels": _labels(chart, first) if len(rows) <= _FEW else {},
        }
    )  # fmt: skip
    for at, level in enumerate(levels, start=4):
        made.add_series(
            {
                "name": [NAME, top, at],
                "categories": [NAME, first, 1, last, 1],
                "values": [NAME, first, at, last, at],
                "line": {"color": level.colour, "width": 1.25, "dash_type": level.dash},
                "marker": {"type": "none"},
            }
        )
    is_monthly = len(rows) > _FEW
    made.set_x_axis({"date_axis": True, "num_format": "m/yyyy" if is_monthly else "d.m.yyyy", "label_position": "low"})
    made.set_y_axis(_value_axis(chart))
    made.set_legend({"position": "bottom"})
    made.show_blanks_as("gap")
    return made, len(rows)


def _levels(chart: TimeChart) -> list[_Level]:
    """Baseline, targets, and the centre line and limits of a control chart."""
    count = len(chart.points)
    found = [
        _Level(line.label, (line.value,) * count, TARGET if line.role is Role.TARGET else LEVEL, "dash")
        for line in chart.lines
    ]
    if not chart.bands:
        return found

    def within(name: str) -> tuple[float | None, ...]:
        told: list[float | None] = []
        for point in chart.points:
            bands = [getattr(band, name) for band in chart.bands if band.start <= point.when <= band.end]
            told.append(bands[-1] if bands else None)
        return tuple(told)

    limits = f"({chart.limits_in_words})"
    return [
        *found,
        _Level("Keskiviiva", within("mean"), LEVEL, "solid"),
        _Level(f"Alempi raja {limits}", within("lower"), LEVEL, "round_dot"),
        _Level(f"Ylempi raja {limits}", within("upper"), LEVEL, "round_dot"),
    ]


def _labels(chart: TimeChart, first: int) -> dict[str, Any]:
    """Each point's label in words, read from its cell."""
    custom = [
        {"delete": True} if point.value is None else {"value": f"={NAME}!$D${first + at + 1}"}
        for at, point in enumerate(chart.points)
    ]
    return {"value": True, "position": "above", "custom": custom}


def _bars(
    workbook: Workbook, book: Book, sheet: Worksheet, top: int, chart: BarChart, style: dict[str, str]
) -> tuple[Chart, int]:
    """One bar a group, from zero."""
    rows: list[list[Content]] = [
        [bar.name, chart.period, Amount(bar.value, chart.unit), bar.told] for bar in chart.bars
    ]
    _cells(book, sheet, top, ["Ryhmä", "Jakso", "Arvo", "Arvo sanoin"], rows)
    first, last = top + 1, top + len(rows)
    made = workbook.add_chart({"type": "bar"})
    made.add_series(
        {
            "name": [NAME, top, 2],
            "categories": [NAME, first, 0, last, 0],
            "values": [NAME, first, 2, last, 2],
            "fill": {"color": style["colour"]},
            "gap": 60,
            "data_labels": {"value": True},
        }
    )
    made.set_x_axis({**_value_axis(chart), "min": min(0, *(bar.value for bar in chart.bars))})
    made.set_y_axis({"reverse": True, "label_position": "low"})
    made.set_legend({"none": True})
    return made, len(rows)


def _value_axis(chart: TimeChart | BarChart) -> dict[str, Any]:
    name = " · ".join(filter(None, (chart.unit, chart.period if isinstance(chart, BarChart) else "")))
    values = [bar.value for bar in chart.bars] if isinstance(chart, BarChart) else []
    return {
        "name": inert(name),
        "name_font": {"bold": False},
        "num_format": number_format(round(max(values, default=0.0)), "") if values else "#,##0.##",
        "major_gridlines": {"visible": True, "line": {"color": "#E3E5E9"}},
    }


def _cells(book: Book, sheet: Worksheet, top: int, headings: Sequence[str], rows: Sequence[Sequence[Content]]) -> None:
    for at, heading in enumerate(headings):
        book.write(sheet, top, at, heading, bold=True, bg_color=HEADER_FILL)
    for number, row in enumerate(rows, start=top + 1):
        for at, content in enumerate(row):
            book.write(sheet, number, at, content)
