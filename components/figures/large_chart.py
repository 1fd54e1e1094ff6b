"""The one large chart of an indicator: limits, signals and level shifts, with the name of every level in the margin."""

from typing import Any, NamedTuple

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label
from components.figures.axis import Axis
from components.figures.level_labels import LINE, spread, text_width
from components.figures.panels import Plot, Size, draw_panel, time_span, value_axis
from data.finnish import number
from data.model import Role
from data.views.charts import TimeChart

_TYPE = 13
_TICKS = 28  # pixels under the plot
_MARGIN_SHARE = 0.30  # of the width, the most that names in the margin may take
_SIDE = 52  # pixels left of the plot, for the numbers of the axis
_HALF_YEAR_TICKS_FROM = 18  # months: a longer series has a tick each half-year, a shorter one each quarter
_NAMED_PERIODS = 4  # up to so many points each tick is the name of its period


class _Name(NamedTuple):
    text: str
    value: float
    colour: str


def large_figure(chart: TimeChart, *, height: int = 404, width: int = 1240, is_dark: bool = False) -> go.Figure:
    """Return the chart in pixels of a page: `width` is what the page has room for."""
    colours = palette(is_dark=is_dark)
    axis = value_axis([chart], air=0.08, ticks=4, with_limits=True)
    names = _names(chart, colours)
    margin = min(max((text_width(name.text, _TYPE) for name in names), default=0) + 16, _MARGIN_SHARE * width)
    tall = height - _TICKS - 8
    first, last = time_span([chart])
    plot = Plot(1, width - _SIDE - margin, tall, first, last, axis)
    drawing = draw_panel(chart, plot, Size.LARGE, region_style(chart.region), colours, _TYPE)
    figure = base_layout(go.Figure(), height=height)
    for trace in drawing.traces:
        figure.add_trace(trace)
    figure.update_layout(
        shapes=drawing.shapes,
        annotations=drawing.annotations + _name_annotations(names, axis, tall),
        margin={"l": _SIDE, "r": round(margin), "t": 8, "b": _TICKS},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis=_time_axis(chart, colours),
        yaxis={
            "range": [axis.low, axis.high],
            "tickvals": list(axis.ticks),
            "ticktext": [number(tick) + ("\u00a0%" if chart.unit == "%" else "") for tick in axis.ticks],
            "tickfont": {"size": 12, "color": colours.ink_3},
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    )
    return figure


def axis_note(chart: TimeChart) -> str:
    """Return what is said under the chart of its axis: nothing where it starts at zero."""
    return "" if value_axis([chart], air=0.08, ticks=4, with_limits=True).starts_at_zero else "Akseli ei ala nollasta."


def _time_axis(chart: TimeChart, colours: Palette) -> dict[str, Any]:
    """Return the time axis: months at their own ticks, and of a few points the names of their periods."""
    known = [point for point in chart.points if point.value is not None]
    look = {"tickfont": {"size": 12, "color": colours.ink_3}, "showgrid": False, "zeroline": False, "fixedrange": True}
    if not chart.is_monthly and len(known) <= _NAMED_PERIODS:
        names = [label(point.period, 18) for point in known]
        days = [point.when for point in known]
        room = (days[-1] - days[0]) * 0.12
        return {**look, "tickvals": days, "ticktext": names, "range": [days[0] - room, days[-1] + room]}
    first, last = time_span([chart])
    room = (last - first) * 0.015
    if not chart.is_monthly:
        return {**look, "dtick": "M12", "tickformat": "%Y", "range": [first - room, last + room]}
    step = "M6" if len(chart.points) >= _HALF_YEAR_TICKS_FROM else "M3"
    ticks = {"dtick": step, "tick0": "2020-01-01", "tickformat": "%-m/%Y", "tickangle": 0}
    return {**look, **ticks, "range": [first - room, last + room]}


def _names(chart: TimeChart, colours: Palette) -> list[_Name]:
    """Return the names of the levels at the right end: limits and mean of the newest phase, baseline and target."""
    unit = "\u00a0%" if chart.unit == "%" else ""
    names = []
    if chart.bands:
        band = chart.bands[-1]
        for text, value in (("yläraja", band.upper), ("keskiarvo", band.mean), ("alaraja", band.lower)):
            names.append(_Name(f"{text} {number(round(value, 1))}{unit}", value, colours.ink_3))
    for line in chart.lines:
        is_target = line.role is Role.TARGET
        text = f"{'⚑ ' if is_target else ''}{line.label}"
        names.append(_Name(text, line.value, colours.ink if is_target else colours.ink_3))
    return names


def _name_annotations(names: list[_Name], axis: Axis, tall: float) -> list[dict[str, Any]]:
    """Return the names in the margin, pushed apart where their levels are close."""
    wanted = [(axis.high - name.value) / (axis.high - axis.low) * tall for name in names]
    places = spread(wanted, LINE * _TYPE, 0, tall)
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": 1,
            "y": 1 - place / tall,
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": 8,
            "align": "left",
            "showarrow": False,
            "text": label(name.text, 60),
            "font": {"size": _TYPE, "color": name.colour},
        }
        for name, place in zip(names, places, strict=True)
    ]
