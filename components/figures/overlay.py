"""Regions in one plot: lines with their names at the ends, hollow markers at "lähtötila", targets named by region."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label
from components.figures.level_labels import LINE, spread
from components.figures.panels import Plot, Size, draw_panel, level_name, time_span, value_axis
from components.figures.small_multiples import Facet
from data.analysis.status import Tone
from data.finnish import number
from data.model import Role
from data.views.charts import TimeChart

_TYPE = 13
_SIDE, _MARGIN, _TOP, _BOTTOM = 60, 200, 12, 30  # pixels around the plot; names stand in the right margin
_SLOT = 0.06  # of the time that is shown, left of it for the baselines
_MARKED = 6  # every so many points has the marker of its region
_LONG_MONTHS = 18  # a longer time has a tick each half-year, a shorter one each quarter


def overlay_figure(
    facets: Sequence[Facet], *, shows_baselines: bool, is_dark: bool = False, width: int = 1130, height: int = 430
) -> go.Figure:
    """Return all facets that have a chart in one plot; their baselines as markers, or as the line of zero."""
    colours = palette(is_dark=is_dark)
    shown = [(facet, facet.chart) for facet in facets if facet.chart]
    charts = [chart for _, chart in shown]
    axis = value_axis(charts, air=0.08, ticks=4)
    first, last = time_span(charts)
    plot = Plot(1, width - _SIDE - _MARGIN, height - _TOP - _BOTTOM, first, last, axis)
    figure = base_layout(go.Figure(), height=height)
    slot = first - (last - first) * _SLOT
    for facet, chart in shown:
        bare = chart.model_copy(update={"lines": (), "hidden": (), "bands": ()})
        for trace in draw_panel(bare, plot, Size.SPARKLINE, region_style(facet.region), colours, _TYPE).traces:
            figure.add_trace(trace)
        figure.add_trace(_markers(facet.region, chart))
        figure.add_traces(
            [_baseline(facet.region, line.value, slot) for line in _lines(chart, Role.BASELINE)] * shows_baselines
        )
    has_slot = shows_baselines and any(_lines(chart, Role.BASELINE) for chart in charts)
    left = slot - (last - first) * 0.03 if has_slot else first
    step = 6 if (last - first).days > _LONG_MONTHS * 30 else 3
    ticks = (
        [] if not charts[0].is_monthly else [(p.when, p.period) for p in charts[0].points if p.when.month % step == 1]
    )
    ticks = ticks or [(point.when, point.period) for point in charts[0].points if point.value is not None]
    unit = "\u00a0%" if charts[0].unit == "%" else ""
    levels = _levels(shown, shows_baselines=shows_baselines)
    named = {value: text for value, _, text in levels if value in axis.ticks and ":" not in text}
    figure.update_layout(
        shapes=[_level_shape(value, role, first if has_slot else left, colours) for value, role, _ in levels],
        annotations=[_level_text(value, text, first, colours) for value, _, text in levels if value not in named]
        + _names(shown, plot, colours),
        margin={"l": _SIDE, "r": _MARGIN, "t": _TOP, "b": _BOTTOM},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        xaxis={
            "type": "date",
            "range": [left, last + timedelta(days=8)],
            "tickvals": [slot] * has_slot + [when for when, _ in ticks],
            "ticktext": ["lähtötila"] * has_slot + [label(text) for _, text in ticks],
            "tickfont": {"size": 12, "color": colours.ink_3},
            "tickangle": 0,
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis={
            "range": [axis.low, axis.high],
            "tickvals": list(axis.ticks),
            "ticktext": [named.get(tick, number(tick) + unit) for tick in axis.ticks],
            "tickfont": {"size": 12, "color": colours.ink_3},
            "gridcolor": colours.grid,
            "zeroline": False,
            "fixedrange": True,
        },
    )
    return figure


def _lines(chart: TimeChart, role: Role) -> list[Any]:
    return [line for line in chart.lines if line.role is role]


def _markers(region: str, chart: TimeChart) -> dict[str, Any]:
    """Return the marker of the region on every sixth point."""
    points = [point for point in chart.points[::-_MARKED] if point.value is not None]
    style = region_style(region)
    return {
        "type": "scatter",
        "x": [point.when for point in points],
        "y": [point.value for point in points],
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {"color": style.colour, "symbol": style.marker, "size": 8},
    }


def _baseline(region: str, value: float, when: Any) -> dict[str, Any]:
    style = region_style(region)
    return {
        "type": "scatter",
        "x": [when],
        "y": [value],
        "mode": "markers",
        "cliponaxis": False,
        "marker": {"color": style.colour, "symbol": f"{style.marker}-open", "size": 10, "line": {"width": 2}},
        "hovertemplate": f"lähtötila {number(value)}<extra></extra>",
    }


def _levels(shown: Sequence[tuple[Facet, TimeChart]], *, shows_baselines: bool) -> list[tuple[float, Role, str]]:
    """Return each level once, with the names of the regions that it is of: "⚑ 80 %: Kymenlaakso, Keusote"."""
    regions: dict[tuple[Role, float, str], list[str]] = {}
    for facet, chart in shown:
        for line in chart.lines:
            if line.role is Role.TARGET or not shows_baselines:
                name = level_name(line, chart.unit) if line.role is Role.TARGET else "lähtötila"
                key = (line.role, round(line.value, 10), name)
                regions.setdefault(key, []).append(facet.heading.region)
    everyone = len(shown)
    return [
        (value, role, text if len(names) == everyone else f"{text}: {', '.join(names)}")
        for (role, value, text), names in regions.items()
    ]


def _level_shape(value: float, role: Role, left: Any, colours: Palette) -> dict[str, Any]:
    is_target = role is Role.TARGET
    look = {"color": colours.ink, "width": 1} if is_target else {"color": colours.level, "width": 1.25, "dash": "dash"}
    ends = {"type": "line", "xref": "x", "yref": "y", "x0": left, "x1": 1, "y0": value, "y1": value, "layer": "between"}
    return {**ends, "x1": "2100-01-01", "line": look}


def _level_text(value: float, text: str, when: Any, colours: Palette) -> dict[str, Any]:
    place = {"xref": "x", "yref": "y", "x": when, "y": value, "xanchor": "left", "yanchor": "bottom", "xshift": 4}
    return {**place, "showarrow": False, "text": label(text, 80), "font": {"size": _TYPE, "color": colours.ink}}


def _names(shown: Sequence[tuple[Facet, TimeChart]], plot: Plot, colours: Palette) -> list[dict[str, Any]]:
    """Return the name, number and status of each region beside the end of its line, pushed apart, with a leader."""
    ends = []
    for _, chart in shown:
        newest = next(point for point in reversed(chart.points) if point.value is not None)
        ends.append((newest, plot.pixel(newest.when, newest.value or 0.0)))
    places = spread([y for _, (_, y) in ends], 2 * LINE * _TYPE + 4, LINE * _TYPE, plot.height - LINE * _TYPE)
    return [
        {
            "xref": "x",
            "yref": "y",
            "x": newest.when,
            "y": newest.value,
            "ax": plot.width - x + 30,
            "ay": place - y,
            "xanchor": "left",
            "yanchor": "middle",
            "align": "left",
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": region_style(facet.region).colour,
            "standoff": 6,
            "text": _name(facet, colours),
            "font": {"size": _TYPE, "color": colours.ink},
        }
        for (facet, _), (newest, (x, y)), place in zip(shown, ends, places, strict=True)
    ]


def _name(facet: Facet, colours: Palette) -> str:
    heading = facet.heading
    tones = {Tone.GOOD: colours.good, Tone.CONCERN: colours.concern, Tone.NEUTRAL: colours.ink_3}
    stroke = f"<span style='color:{region_style(facet.region).colour}'><b>━</b></span>"
    text = f"{stroke} <b>{label(heading.region)}</b> {label(' '.join((heading.value, heading.unit)))}"
    status = f"<br><span style='color:{tones[heading.tone]}'>{heading.shape}</span> {label(heading.status, 40)}"
    return text + (status if heading.status else "")
