"""Charts of the views as native charts of a presentation, with their values in an embedded workbook."""

from typing import Any

from components.exports.powerpoint.bar_charts import add_bars, bars_of
from components.exports.powerpoint.geometry import POINT, Box
from components.exports.powerpoint.slide_text import describe
from components.exports.powerpoint.status_chart import add_statuses
from components.exports.powerpoint.time_chart import add_time_chart
from data.views.charts import TimeChart
from data.views.overview import StatusChart
from data.views.slides import Chart

_ROW = 34 * POINT  # height of a bar with its gap, at the least
_THICK = 84 * POINT
_LEGEND = 72 * POINT


def rows_of(chart: Chart) -> int:
    """Return how many bars a chart has; a chart over time counts as one and is never divided."""
    if isinstance(chart, TimeChart):
        return 1
    return len(chart.regions) if isinstance(chart, StatusChart) else len(bars_of(chart))


def rows_fitting(chart: Chart, height: int) -> int:
    """Return how many bars of a chart go into a height in EMU."""
    room = height - _LEGEND if isinstance(chart, StatusChart) else height
    return max(1, room // _ROW)


def wanted_height(chart: Chart, rows: int, height: int) -> int:
    """Return the height in EMU that a chart is drawn in: few bars do not grow thick."""
    if isinstance(chart, TimeChart):
        return height
    return min(height, rows * _THICK + (_LEGEND if isinstance(chart, StatusChart) else 0))


def add_chart(slide: Any, box: Box, chart: Chart, alt: str, first: int, last: int) -> None:
    """Draw the chart, or its bars from `first` up to `last`, in the box, with its alternative text."""
    if isinstance(chart, TimeChart):
        frame = add_time_chart(slide, box, chart)
    elif isinstance(chart, StatusChart):
        frame = add_statuses(slide, box, chart, first, last)
    else:
        rows = bars_of(chart)
        frame = add_bars(slide, box, chart.title, rows[first:last], rows)
    describe(frame, "Kaavio", alt)
