"""Charts for a meeting room: the figures of the pages with type that is read from the back of the room."""

from typing import Any

import plotly.graph_objects as go

from components.figures.bars import group_figure, scale_figure
from components.figures.statuses import status_figure
from components.figures.time import time_figure
from data.analysis.views.bars import BarChart
from data.analysis.views.charts import TimeChart
from data.analysis.views.scales import SharedScale
from data.analysis.views.slides import Chart

LARGER = 1.5  # times the type of the pages
_HEIGHT = 400  # pixels, where the room is not known


def slide_figure(chart: Chart, *, height: int = _HEIGHT) -> go.Figure:
    """The figure of any chart with larger type, lines and markers; bars share the height."""
    if isinstance(chart, TimeChart):
        figure = time_figure(chart, height=height)
    elif isinstance(chart, BarChart):
        figure = group_figure(chart)
    elif isinstance(chart, SharedScale):
        figure = scale_figure(chart)
    else:
        figure = status_figure(chart)
    return _enlarged(figure, height)


def _enlarged(figure: go.Figure, height: int) -> go.Figure:
    size = _larger(figure.layout.font.size)
    figure.update_layout(height=height, font={"size": size}, legend={"font": {"size": size}})
    figure.update_xaxes(tickfont={"size": size})
    figure.update_yaxes(tickfont={"size": size})
    figure.for_each_annotation(lambda one: one.update(font={"size": _larger(one.font.size)}))
    figure.for_each_trace(_enlarge)
    return figure


def _enlarge(trace: Any) -> None:
    if trace.textfont.size:
        trace.textfont.size = _larger(trace.textfont.size)
    if trace.type == "scatter":
        if trace.marker.size:
            trace.marker.size = _larger(trace.marker.size)
        if trace.line.width:
            trace.line.width = _larger(trace.line.width)


def _larger(size: float) -> float:
    return round(size * LARGER, 1)
