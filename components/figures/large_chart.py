"""The one large chart of an indicator: limits, signals and level shifts, with the name of every level in the margin."""

from typing import Any, NamedTuple

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label
from components.figures.axis import Axis
from components.figures.level_labels import LINE, spread, text_width
from components.figures.panels import Plot, Size, draw_panel, level_name, time_span, value_axis
from data.finnish import number
from data.model import Role
from data.views.charts import Marker, TimeChart

TYPE = 13  # pixels of the names on a page; the numbers of the axes are a little smaller
_AXIS_TYPE = 12 / 13
_TICKS = 2.2  # of the type, under the plot
_MARGIN_SHARE = 0.30  # of the width, the most that names in the margin may take
_SIDE = 4  # of the type, left of the plot for the numbers of the axis
_NARROW = 600  # pixels: a narrower chart has the short names of its levels
_LABELLED_POINTS = 4  # up to so many each has its value beside it
_HALF_YEAR_TICKS_FROM = 18  # months: a longer series has a tick each half-year, a shorter one each quarter
_NAMED_PERIODS = 4  # up to so many points each tick is the name of its period


class _Name(NamedTuple):
    text: str
    value: float
    colour: str


def large_figure(
    chart: TimeChart, *, height: int = 404, width: int = 1240, is_dark: bool = False, type_size: float = TYPE
) -> go.Figure:
    """Return the chart in pixels of a page or a slide: `width` is what there is room for."""
    colours = palette(is_dark=is_dark)
    axis = value_axis([chart], air=0.08, ticks=4, with_limits=True)
    names = _names(chart, colours, is_narrow=width < _NARROW)
    margin = min(max((text_width(name.text, type_size) for name in names), default=0) + 16, _MARGIN_SHARE * width)
    top, bottom, side = 8 + (type_size if chart.markers else 0), _TICKS * type_size, _SIDE * type_size
    tall = height - top - bottom
    first, last = time_span([chart])
    plot = Plot(1, width - side - margin, tall, first, last, axis)
    drawing = draw_panel(chart, plot, Size.LARGE, region_style(chart.region), colours, type_size)
    figure = base_layout(go.Figure(), height=height)
    for trace in [*drawing.traces, *_value_labels(chart, type_size)]:
        figure.add_trace(trace)
    tick_font = {"size": _AXIS_TYPE * type_size, "color": colours.ink_3}
    figure.update_layout(
        font={"size": type_size, "color": colours.ink},
        shapes=drawing.shapes + [_marker_line(marker, colours) for marker in chart.markers],
        annotations=drawing.annotations
        + _name_annotations(names, axis, tall, type_size)
        + [_marker_number(at, marker, colours, type_size) for at, marker in enumerate(chart.markers, 1)],
        margin={"l": round(side), "r": round(margin), "t": round(top), "b": round(bottom)},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis=_time_axis(chart, is_narrow=width < _NARROW) | {"tickfont": tick_font},
        yaxis={
            "range": [axis.low, axis.high],
            "tickvals": list(axis.ticks),
            "ticktext": [number(tick) + ("\u00a0%" if chart.unit == "%" else "") for tick in axis.ticks],
            "tickfont": tick_font,
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    )
    return figure


def axis_note(chart: TimeChart) -> str:
    """Return what is said under the chart of its axis: nothing where it starts at zero."""
    return "" if value_axis([chart], air=0.08, ticks=4, with_limits=True).starts_at_zero else "Akseli ei ala nollasta."


def _value_labels(chart: TimeChart, type_size: float) -> list[dict[str, Any]]:
    """Return the values beside the points of a short series; a baseline is named by its level."""
    known = [point for point in chart.points if point.value is not None and point.label]
    if len(known) > _LABELLED_POINTS:
        return []
    baseline = next((line.value for line in chart.lines if line.role is Role.BASELINE), None)
    named = [point for point in known if point.value != baseline or point is known[-1]]
    return [
        {
            "type": "scatter",
            "x": [point.when for point in named],
            "y": [point.value for point in named],
            "mode": "text",
            "text": [label(point.label.text) for point in named if point.label],
            "textposition": "top center",
            "textfont": {"size": type_size},
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]


def _marker_line(marker: Marker, colours: Palette) -> dict[str, Any]:
    """Return the dotted line of an action or a break; its title stands under the chart by its number."""
    line = {"color": colours.level, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "x", "yref": "paper", "x0": marker.when, "x1": marker.when, "y0": 0, "y1": 1} | {
        "line": line
    }


def _marker_number(at: int, marker: Marker, colours: Palette, type_size: float) -> dict[str, Any]:
    place = {"xref": "x", "yref": "paper", "x": marker.when, "y": 1, "yanchor": "bottom", "showarrow": False}
    font = {"size": type_size, "color": colours.ink_2}
    return place | {"text": str(at), "hovertext": label(marker.title, 60), "font": font}


def _time_axis(chart: TimeChart, *, is_narrow: bool) -> dict[str, Any]:
    """Return the time axis: months at their own ticks, and of a few points the names of their periods."""
    known = [point for point in chart.points if point.value is not None]
    look = {"showgrid": False, "zeroline": False, "fixedrange": True}
    if not chart.is_monthly and len(known) <= _NAMED_PERIODS:
        names = [label(point.period, 18) for point in known]
        days = [point.when for point in known]
        room = (days[-1] - days[0]) * 0.12
        return {**look, "tickvals": days, "ticktext": names, "range": [days[0] - room, days[-1] + room]}
    first, last = time_span([chart])
    room = (last - first) * 0.015
    if not chart.is_monthly:
        return {**look, "dtick": "M12", "tickformat": "%Y", "range": [first - room, last + room]}
    is_long = len(chart.points) >= _HALF_YEAR_TICKS_FROM
    step = "M12" if is_long and is_narrow else "M6" if is_long or is_narrow else "M3"
    ticks = {"dtick": step, "tick0": "2020-01-01", "tickformat": "%-m/%Y", "tickangle": 0}
    return {**look, **ticks, "range": [first - room, last + room]}


def _names(chart: TimeChart, colours: Palette, *, is_narrow: bool) -> list[_Name]:
    """Return the names of the levels at the right end: limits and mean of the newest phase, baseline and target."""
    unit = "\u00a0%" if chart.unit == "%" else ""
    names = []
    if chart.bands:
        band = chart.bands[-1]
        words = ("", "ka ", "") if is_narrow else ("yläraja ", "keskiarvo ", "alaraja ")
        for text, value in zip(words, (band.upper, band.mean, band.lower), strict=True):
            names.append(_Name(f"{text}{number(round(value, 1))}{unit}", value, colours.ink_3))
    for line in chart.lines:
        is_target = line.role is Role.TARGET
        text = level_name(line, chart.unit) if is_narrow else f"{'⚑ ' if is_target else ''}{line.label}"
        names.append(_Name(text, line.value, colours.ink if is_target else colours.ink_3))
    return names


def _name_annotations(names: list[_Name], axis: Axis, tall: float, type_size: float) -> list[dict[str, Any]]:
    """Return the names in the margin, pushed apart where their levels are close."""
    wanted = [(axis.high - name.value) / (axis.high - axis.low) * tall for name in names]
    places = spread(wanted, LINE * type_size, 0, tall)
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
            "font": {"size": type_size, "color": name.colour},
        }
        for name, place in zip(names, places, strict=True)
    ]
