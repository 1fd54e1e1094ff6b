"""A series over time with its baseline and target."""

import plotly.graph_objects as go

from components.figures.style import LEVEL, TARGET, base_layout, region_style
from data.analysis.views.card import Line, TimeChart
from data.catalogue import slug
from data.model import Role

_TICKS_BY_PERIOD = 6  # up to so many points each tick is the period itself; above, month/year


def time_figure(chart: TimeChart, *, height: int = 260) -> go.Figure:
    """Points in time order, joined; the baseline dashed grey, a target thin and green, both labelled in words."""
    style = region_style(slug(chart.region))
    points = chart.points
    few = len(points) <= _TICKS_BY_PERIOD
    figure = go.Figure(
        go.Scatter(
            x=[point.when for point in points],
            y=[point.value for point in points],
            mode="lines+markers+text" if few else "lines+markers",
            text=[point.label.partition(" (")[0] for point in points] if few else None,
            textposition="top center",
            cliponaxis=False,
            line={"color": style.colour, "dash": style.dash, "width": 2.5},
            marker={"color": style.colour, "symbol": style.marker, "size": 11},
            customdata=[point.label for point in points],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    for line in chart.lines:
        _draw_level(figure, line)
    base_layout(figure, height=height)
    if few:
        figure.update_xaxes(
            tickvals=[point.when for point in points], ticktext=[point.period for point in points], showgrid=False
        )
    else:
        figure.update_xaxes(tickformat="%-m/%Y", showgrid=False)
    low, high = _span(chart)
    figure.update_yaxes(range=[low, high], ticksuffix="\u00a0%" if chart.unit == "%" else "", nticks=5)
    first, last = points[0].when, points[-1].when
    margin = (last - first) * 0.12
    figure.update_xaxes(range=[first - margin, last + margin])
    return figure


def _draw_level(figure: go.Figure, line: Line) -> None:
    is_target = line.role is Role.TARGET
    figure.add_hline(
        y=line.value,
        line={"color": TARGET if is_target else LEVEL, "width": 1.5, "dash": "solid" if is_target else "dash"},
        annotation={
            "text": ("⚑ " if is_target else "") + line.label,
            "font": {"size": 13},
            "showarrow": False,
        },
        annotation_position="top right" if is_target else "bottom right",
    )


def _span(chart: TimeChart) -> tuple[float, float]:
    """The axis: from zero when the values allow it, with room above for labels."""
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.2
    return low - (room if low < 0 else 0), high + room
