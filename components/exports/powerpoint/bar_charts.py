"""Groups, and areas on one scale, as native horizontal bars from zero with their values at the ends."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from components.colours import LEVEL, region_style
from components.exports.powerpoint import chart_formats
from components.exports.powerpoint.chart_data import BarData
from components.exports.powerpoint.chart_look import NORMAL, SMALL, Label, Plot, calm, prepare, put_labels
from components.exports.powerpoint.geometry import POINT, Box, width
from components.exports.powerpoint.slide_text import clean, rgb
from data.views.facts import NumberText
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale


class Row(NamedTuple):
    """One bar; a hollow one is what the others are compared with."""

    name: str
    value: float
    label: NumberText
    colour: str
    is_hollow: bool = False


def bars_of(chart: BarChart | SharedScale) -> tuple[Row, ...]:
    """The bars of a view in the colours of their regions."""
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
    """These rows in the box, on the axis of everything, of which they may be a part. Returns the graphic frame."""
    data = BarData(number_format="General")
    data.categories = [clean(row.name) for row in rows]
    data.add_series(clean(title), [row.value for row in rows])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    chart = frame.chart
    wide = box.width / POINT
    names = min(wide * 0.42, max(width(row.name, SMALL) for row in everything) + 16)
    room = Plot(names, 6, 8, 6)
    prepare(chart, box, room)
    _axes(chart, everything, wide - names - 8)
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.vary_by_categories = False
    series = plot.series[0]
    series.invert_if_negative = False
    _paint(series, rows)
    put_labels(series, [_label(at, row) for at, row in enumerate(rows)])
    return frame


def _axes(chart: Any, rows: Sequence[Row], plot: float) -> None:
    """Names from the top down, left of everything; the axis of values has room for the longest label and is not drawn.

    `plot` is the width of the plot in points.
    """
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    calm(names)
    low, high = min(0.0, *(row.value for row in rows)), max(0.0, *(row.value for row in rows))
    share = min(0.6, max(width(row.label.text, NORMAL, bold=True) + 14 for row in rows) / plot)
    sides = (low < 0) + 1
    room = (high - low or 1.0) * share / (1 - min(0.8, sides * share))
    values.minimum_scale, values.maximum_scale = (low - room if low < 0 else 0.0), high + room
    values.has_major_gridlines = False
    values.visible = False


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
    code = chart_formats.as_label(row.label)
    return Label(at, "outEnd", code, () if code else (clean(row.label.text),), NORMAL, bold=True)
