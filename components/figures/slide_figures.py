"""Charts for a meeting room: the figures of the pages with type that is read from the back of the room."""

from typing import Any

import plotly.graph_objects as go

from components.figures.bar_figures import group_figure, scale_figure, status_figure
from components.figures.large_chart import large_figure
from data.views.charts import TimeChart
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale
from data.views.slides import Chart

LARGER = 1.5  # times the type of the pages
_HEIGHT = 400  # pixels of a chart on a slide of 1280 × 720
_WIDTH = 860  # and its width beside facts
_TYPE = 20  # pixels of a series' type
_THICKER = 2.0  # times the lines and markers of a series on a page


def slide_figure(chart: Chart, *, times: float = 1.0, is_dark: bool = False) -> go.Figure:
    """Draw any chart with larger type, lines and markers; bars share the height.

    `times` is how many times larger than 1280 × 720 the screen is.
    """
    height = round(_HEIGHT * times)
    if isinstance(chart, TimeChart):
        width, size = round(_WIDTH * times), _TYPE * times
        figure = large_figure(chart, height=height, width=width, is_dark=is_dark, type_size=size)
        figure.for_each_trace(lambda trace: _enlarge_marks(trace, _THICKER * times))
        return figure
    if isinstance(chart, BarChart):
        figure = group_figure(chart)
    elif isinstance(chart, SharedScale):
        figure = scale_figure(chart)
    else:
        figure = status_figure(chart)
    return _enlarged(figure, height, LARGER * times)


def _enlarged(figure: go.Figure, height: int, times: float) -> go.Figure:
    size = times * figure.layout.font.size
    figure.update_layout(height=height, font={"size": size}, legend={"font": {"size": size}})
    figure.update_xaxes(tickfont={"size": size})
    figure.update_yaxes(tickfont={"size": size})
    figure.for_each_annotation(lambda note: note.update(font={"size": times * note.font.size}))
    figure.for_each_trace(lambda trace: _enlarge(trace, times))
    return figure


def _enlarge(trace: Any, times: float) -> None:
    if trace.textfont.size:
        trace.textfont.size *= times
    _enlarge_marks(trace, times)


def _enlarge_marks(trace: Any, times: float) -> None:
    if trace.type == "scatter":
        if trace.marker.size:
            trace.marker.size *= times
        if trace.line.width:
            trace.line.width *= times
