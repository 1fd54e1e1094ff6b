"""A series over time with its baseline and target."""

import plotly.graph_objects as go

from components.figures.style import LEVEL, TARGET, base_layout, label, region_style
from data.analysis.views.card import Line, TimeChart
from data.catalogue import slug
from data.model import Role

_LABELLED = 3  # up to so many points each is labelled; above, the first and the last
_TICKS_BY_PERIOD = 4  # up to so many points each tick is the period itself; above, month/year


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
            text=_point_labels(chart) if few else None,
            textposition=_label_sides(chart),
            cliponaxis=False,
            line={"color": style.colour, "dash": style.dash, "width": 2.5},
            marker={"color": style.colour, "symbol": style.marker, "size": 11},
            customdata=[label(point.told, 60) for point in points],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    for line in chart.lines:
        _draw_level(figure, line, above=points[-1].value < line.value)
    base_layout(figure, height=height)
    if few:
        figure.update_xaxes(
            tickvals=[point.when for point in points],
            ticktext=[label(point.period, 16) for point in points],
            showgrid=False,
            ticklabeloverflow="allow",
        )
    else:
        figure.update_xaxes(tickformat="%-m/%Y", showgrid=False)
    low, high = _span(chart)
    figure.update_yaxes(range=[low, high], ticksuffix="\u00a0%" if chart.unit == "%" else "", nticks=5)
    first, last = points[0].when, points[-1].when
    margin = (last - first) * 0.2
    figure.update_xaxes(range=[first - margin, last + margin])
    return figure


def _baseline(chart: TimeChart) -> float | None:
    return next((line.value for line in chart.lines if line.role is Role.BASELINE), None)


def _point_labels(chart: TimeChart) -> list[str]:
    """The points' values, only the ends of a longer series, and not the first where the baseline's line says it."""
    shown = {0, len(chart.points) - 1} if len(chart.points) > _LABELLED else range(len(chart.points))
    labels = [point.label if at in shown else "" for at, point in enumerate(chart.points)]
    return ["", *labels[1:]] if chart.points[0].value == _baseline(chart) else labels


def _label_sides(chart: TimeChart) -> list[str]:
    """Labels on the far side of the baseline, so that they do not stand on its line."""
    baseline = _baseline(chart)
    return ["bottom center" if baseline is not None and p.value < baseline else "top center" for p in chart.points]


def _draw_level(figure: go.Figure, line: Line, *, above: bool) -> None:
    """A level with its words on the side where the series does not go."""
    is_target = line.role is Role.TARGET
    figure.add_hline(
        y=line.value,
        line={
            "color": TARGET if is_target else LEVEL,
            "width": 1.5,
            "dash": "solid" if is_target else "dash",
        },
        annotation={
            "text": ("⚑ " if is_target else "") + label(line.label, 60),
            "font": {"size": 13},
            "showarrow": False,
        },
        annotation_position=f"{'top' if above else 'bottom'} {'right' if is_target else 'left'}",
    )


def _span(chart: TimeChart) -> tuple[float, float]:
    """The axis: from zero when the values allow it, with room above for labels."""
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.2
    return low - (room if low < 0 else 0), high + room
