"""Native horizontal bars from zero: groups, areas on one scale, and process goals stacked by status."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN
from pptx.util import Pt

from components.colours import EDGE, LEVEL, PROCESS_STATUS_FILLS, region_style, text_on
from components.exports.powerpoint.chart_data import BarData, label_format
from components.exports.powerpoint.chart_look import NORMAL, SMALL, Label, Plot, calm, prepare, put_labels
from components.exports.powerpoint.geometry import LINE, POINT, Box, width
from components.exports.powerpoint.slide_text import clean, rgb
from data.views.facts import NumberText
from data.views.group_bars import BarChart
from data.views.overview import StatusChart
from data.views.shared_scales import SharedScale

_TIGHT = 12  # points, of a number in a narrow part
_PATTERNS = {
    "/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    ".": MSO_PATTERN.DOTTED_GRID,
    "\\": MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL,
    "-": MSO_PATTERN.NARROW_HORIZONTAL,
    "x": MSO_PATTERN.OUTLINED_DIAMOND,
    "+": MSO_PATTERN.SMALL_GRID,
    "|": MSO_PATTERN.NARROW_VERTICAL,
}


class Row(NamedTuple):
    """One bar; a hollow bar is what the others are compared with."""

    name: str
    value: float
    label: NumberText
    colour: str
    is_hollow: bool = False


def bars_of(chart: BarChart | SharedScale) -> tuple[Row, ...]:
    """Return the bars of a view in the colours of their regions."""
    if isinstance(chart, BarChart):
        colour = region_style(chart.region).colour
        return tuple(Row(bar.name, bar.value, bar.label, colour) for bar in chart.bars)
    return tuple(
        Row(
            name=row.name,
            value=row.value,
            label=row.label,
            colour=LEVEL if row.is_comparison else region_style(row.region).colour,
            is_hollow=row.is_comparison,
        )
        for row in chart.rows
    )


def add_bars(slide: Any, box: Box, title: str, rows: Sequence[Row], everything: Sequence[Row]) -> Any:
    """Draw these rows in the box, on the axis of everything that they are a part of, and return the graphic frame."""
    data = BarData(number_format="General")
    data.categories = [clean(row.name) for row in rows]
    data.add_series(clean(title), [row.value for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    chart = frame.chart
    wide = box.width / POINT
    names = min(wide * 0.42, max(width(row.name, SMALL) for row in everything) + 16)
    room = Plot(names, 6, 8, 6)
    prepare(chart, box, room)
    _set_axes(chart, *_value_range(everything, wide - names - 8))
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.vary_by_categories = False
    series = plot.series[0]
    series.invert_if_negative = False
    _paint(series, rows)
    put_labels(series, [_label(at, row) for at, row in enumerate(rows)])
    return frame


def _set_axes(chart: Any, low: float, high: float) -> None:
    """Put names from the top down, left of everything; the axis of values runs from low to high and is not drawn."""
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    calm(names)
    values.minimum_scale, values.maximum_scale = low, high
    values.has_major_gridlines = False
    values.visible = False


def _value_range(rows: Sequence[Row], plot: float) -> tuple[float, float]:
    """Return the ends of the axis of values, with room for the longest label in a plot of this width in points."""
    low, high = min(0.0, *(row.value for row in rows)), max(0.0, *(row.value for row in rows))
    share = min(0.6, max(width(row.label.text, NORMAL, bold=True) + 14 for row in rows) / plot)
    sides = (low < 0) + 1
    room = (high - low or 1.0) * share / (1 - min(0.8, sides * share))
    return low - room if low < 0 else 0.0, high + room


def _paint(series: Any, rows: Sequence[Row]) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(rows[0].colour)
    for at, row in enumerate(rows):
        if row.is_hollow or row.colour != rows[0].colour:
            look = series.points[at].format
            if row.is_hollow:
                look.fill.background()
                look.line.color.rgb = rgb(row.colour)
                look.line.width = Pt(2)
                look.line.dash_style = MSO_LINE_DASH_STYLE.DASH
            else:
                look.fill.solid()
                look.fill.fore_color.rgb = rgb(row.colour)


def _label(at: int, row: Row) -> Label:
    code = label_format(row.label)
    return Label(at, "outEnd", code, () if code else (clean(row.label.text),), NORMAL, bold=True)


def add_statuses(slide: Any, box: Box, chart: StatusChart, first: int, last: int) -> Any:
    """Draw the regions from `first` up to `last` in the box, on the axis of all, and return the graphic frame."""
    regions = chart.regions[first:last]
    data = BarData(number_format="0")
    data.categories = [f"{clean(name)} ({total})" for name, total in regions]
    for part in chart.parts:
        data.add_series(part.status.value, part.counts[first:last])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *box, data)
    drawn = frame.chart
    wide = box.width / POINT
    names = min(wide * 0.36, max(width(f"{name} ({total})", SMALL) for name, total in chart.regions) + 16)
    prepare(drawn, box, Plot(names, _legend_height(chart, wide), 12, 6))
    drawn.has_legend = True
    drawn.legend.position = XL_LEGEND_POSITION.TOP
    drawn.legend.include_in_layout = False
    drawn.legend.font.size = Pt(SMALL)
    _set_axes(drawn, 0, max(1, *(total for _, total in chart.regions)))
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for series, part in zip(plot.series, chart.parts, strict=True):
        _paint_status(series, *PROCESS_STATUS_FILLS[part.status])
        colour = text_on(part.status)
        per_goal = (wide - names - 12) / max(1, *(total for _, total in chart.regions))
        counts = [(at, count) for at, count in enumerate(part.counts[first:last]) if count]
        sizes = [NORMAL if width(str(count), NORMAL, bold=True) < count * per_goal else _TIGHT for _, count in counts]
        put_labels(
            series,
            [
                Label(at, "ctr", "0", (), size, bold=True, colour=colour)
                for (at, _), size in zip(counts, sizes, strict=True)
            ],
        )
    return frame


def _legend_height(chart: StatusChart, wide: float) -> float:
    """Return the height of the legend in points; its keys stand in columns as wide as the widest key."""
    key = max((width(part.status.value, SMALL) for part in chart.parts), default=0.0) * 1.15 + 36
    rows = -(-len(chart.parts) // max(1, int(wide * 0.8 / key)))
    return rows * SMALL * LINE * 1.15 + 10


def _paint_status(series: Any, colour: str, pattern: str) -> None:
    series.invert_if_negative = False
    fill = series.format.fill
    if pattern:
        fill.patterned()
        fill.pattern = _PATTERNS[pattern]
        fill.fore_color.rgb = rgb(_darker(colour))
        fill.back_color.rgb = rgb(colour)
    else:
        fill.solid()
        fill.fore_color.rgb = rgb(colour)
    series.format.line.color.rgb = rgb(EDGE)
    series.format.line.width = Pt(1)


def _darker(colour: str) -> str:
    """Return the colour of a pattern on its ground: seen, with the number on it still readable."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.8):02X}" for part in parts)
