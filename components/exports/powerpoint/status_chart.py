"""Process goals by status as native stacked bars: shade, pattern and number tell the statuses apart."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from components.colours import EDGE, PROCESS_STATUS_FILLS, text_on
from components.exports.powerpoint.chart_data import BarData
from components.exports.powerpoint.chart_look import NORMAL, SMALL, Label, Plot, calm, prepare, put_labels
from components.exports.powerpoint.geometry import LINE, POINT, Box, width
from components.exports.powerpoint.slide_text import clean, rgb
from data.views.overview import StatusChart

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
    _axes(drawn, chart)
    plot = drawn.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for series, part in zip(plot.series, chart.parts, strict=True):
        _paint(series, *PROCESS_STATUS_FILLS[part.status])
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


def _axes(drawn: Any, chart: StatusChart) -> None:
    names, values = drawn.category_axis, drawn.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    calm(names)
    values.minimum_scale, values.maximum_scale = 0, max(1, *(total for _, total in chart.regions))
    values.has_major_gridlines = False
    values.visible = False


def _paint(series: Any, colour: str, pattern: str) -> None:
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
