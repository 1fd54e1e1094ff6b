"""The way from lähtötila to tavoite as a track, and the series as a sparkline: the two pictures of a row."""

from typing import Any

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout
from components.figures.level_labels import text_width
from components.figures.panels import Plot, Size, draw_panel, time_span, value_axis
from data.analysis.progress import is_met
from data.finnish import number
from data.model import Direction
from data.views.row_pictures import RowPicture, Track

_HEIGHT = 64
_TYPE = 12
_PAST = 0.35  # of the way, how far a track goes beyond its ends at most


def row_figure(picture: RowPicture, *, is_dark: bool = False, width: int = 560) -> go.Figure:
    """Return the track on the left and the sparkline on the right, in a figure of so many pixels."""
    track, chart, region = picture.track, picture.months, picture.region
    colours = palette(is_dark=is_dark)
    figure = base_layout(go.Figure(), height=_HEIGHT)
    shapes: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    if track:
        shapes, annotations = _draw_track(figure, track, region, colours, 0.44 * width)
    else:
        annotations = [_no_track(colours)]
    if chart:
        axis = value_axis([chart], air=0.12, with_limits=True)
        first, last = time_span([chart])
        plot = Plot(2, 0.5 * width, _HEIGHT - 10, first, last, axis)
        drawing = draw_panel(chart, plot, Size.SPARKLINE, region_style(region), colours, _TYPE)
        for trace in drawing.traces:
            figure.add_trace(trace)
        shapes += drawing.shapes
        figure.update_layout(
            xaxis2={"domain": [0.5, 0.98], "anchor": "y2", "visible": False, "fixedrange": True, "type": "date"},
            yaxis2={"range": [axis.low, axis.high], "anchor": "x2", "visible": False, "fixedrange": True},
        )
    figure.update_layout(
        xaxis={"domain": [0.02, 0.46], "range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"range": [-1, 1], "visible": False, "fixedrange": True},
        shapes=shapes,
        annotations=annotations,
        margin={"l": 4, "r": 8, "t": 4, "b": 4},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def places_on_track(track: Track) -> dict[str, float]:
    """Return where baseline, newest value and target stand, from 0 (worst) to 1 (best): right is always better."""
    values = {"baseline": track.baseline, "now": track.now, "target": track.target}
    known = {name: value for name, value in values.items() if value is not None}
    sign = -1 if _falls(track) else 1
    ends = [sign * value for name, value in known.items() if name != "now"] or [sign * track.now]
    low, high = min(ends), max(ends)
    reach = (high - low or abs(high) / 10 or 1.0) * _PAST
    now = min(max(sign * track.now, low - reach), high + reach)
    low, high = min(low, now), max(high, now)
    span = high - low or 1.0
    places = {name: (sign * value - low) / span for name, value in known.items()}
    return places | {"now": (now - low) / span}


def _falls(track: Track) -> bool:
    """Return whether a smaller value is drawn to the right: better, or towards the target."""
    if track.direction is not Direction.NOT_JUDGED:
        return track.direction is Direction.LOWER
    return track.baseline is not None and track.target is not None and track.target < track.baseline


def _draw_track(
    figure: go.Figure, track: Track, region: str, colours: Palette, width: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    places = {name: 0.12 + 0.76 * place for name, place in places_on_track(track).items()}
    style = region_style(region)
    ends = [places[name] for name in ("baseline", "target") if name in places] or [places["now"]]
    rail = {"type": "line", "xref": "x", "yref": "y", "y0": 0.15, "y1": 0.15}
    shapes = [{**rail, "x0": min(*ends, places["now"]), "x1": max(*ends, places["now"])}]
    shapes[0]["line"] = {"color": colours.mark, "width": 4}
    if "baseline" in places:
        covered = {"color": style.colour, "width": 4}
        shapes.append({**rail, "x0": places["baseline"], "x1": places["now"], "line": covered})
    names = []
    if track.baseline is not None:
        names.append((places["baseline"], f"lähtötila {number(track.baseline)}", colours.ink_3))
    if track.target is not None:
        met = is_met(track.target, track.now, track.direction)
        names.append((places["target"], f"⚑ {number(track.target)}", colours.good if met else colours.ink))
    for place, _, colour in names:
        tick = {"type": "line", "xref": "x", "yref": "y", "x0": place, "x1": place, "y0": -0.2, "y1": 0.5}
        shapes.append({**tick, "line": {"color": colour, "width": 1.5}})
    figure.add_scatter(
        x=[places["now"]],
        y=[0.15],
        mode="markers",
        hoverinfo="skip",
        cliponaxis=False,
        marker={"color": style.colour, "symbol": "circle", "size": 11},
    )
    return shapes, _names(names, width)


def _no_track(colours: Palette) -> dict[str, Any]:
    place = {"xref": "x", "yref": "y", "x": 0.12, "y": 0.15, "xanchor": "left", "showarrow": False}
    return place | {"text": "ei lähtötilaa eikä tavoitetta", "font": {"size": _TYPE, "color": colours.ink_3}}


def _names(names: list[tuple[float, str, str]], width: float) -> list[dict[str, Any]]:
    """Return the names under the track; of two that would touch, the second stands above it."""
    annotations: list[dict[str, Any]] = []
    edges: list[tuple[float, float]] = []
    for place, text, colour in names:
        half = text_width(text, _TYPE) / 2 / width
        left = min(max(place - half, 0.0), 1 - 2 * half)
        touches = any(left < right and start < left + 2 * half for start, right in edges)
        edges.append((left, left + 2 * half))
        annotations.append(
            {
                "xref": "x",
                "yref": "y",
                "x": left,
                "y": 0.95 if touches else -0.65,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
                "text": text,
                "font": {"size": _TYPE, "color": colour},
            }
        )
    return annotations
