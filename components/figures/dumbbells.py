"""Indicators with a baseline and a follow-up as rows: ○ baseline, ● now, each on its own scale from zero."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label, link
from data.analysis.status import Tone

_TYPE = 13
_LINE = 18
_HEADER = 26
_TRACK = (0.475, 0.645)  # of the width
_NARROW_TRACK = (0.22, 0.72)
_COLUMNS = {"Alue": 0.0, "Mittari": 0.085, "Nyt": 0.66, "Muutos": 0.745, "Tila": 0.845, "Jakso": 0.92}


class Dumbbell(NamedTuple):
    """One row: the region as the colours know it and as it is called, numbers as they are drawn and as they read."""

    region: str
    region_label: str
    name: str
    href: str
    baseline: float
    now: float
    baseline_text: str
    now_text: str
    change: str
    status: str
    shape: str
    tone: Tone
    period: str


def dumbbell_figure(rows: Sequence[Dumbbell], *, is_dark: bool = False, is_narrow: bool = False) -> go.Figure:
    """Return all rows as one figure; on a narrow screen the numbers stand under the names."""
    colours = palette(is_dark=is_dark)
    track = _NARROW_TRACK if is_narrow else _TRACK
    names = [link(row.href, row.name, colours.ink, 44 if is_narrow else 58) for row in rows]
    heights = [_LINE * (name.count("<br>") + (4 if is_narrow else 1)) + 9 for name in names]
    top = 0 if is_narrow else _HEADER
    height = top + sum(heights)
    figure = base_layout(go.Figure(), height=height)
    draw = _narrow_row if is_narrow else _row
    texts = [] if is_narrow else _headings(colours, height)
    shapes: list[dict[str, Any]] = []
    for at, (row, name) in enumerate(zip(rows, names, strict=True)):
        start = top + sum(heights[:at])
        lines = name.count("<br>")
        y = start + _LINE * (lines + 2.6) if is_narrow else start + _LINE / 2
        texts += draw(row, name, start, y, lines, colours, height)
        shapes.append(_rail(track, 1 - y / height, colours))
        figure.add_trace(_ends(row, track, 1 - y / height, colours))
    figure.update_layout(
        xaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        shapes=shapes,
        annotations=texts,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def _ends(row: Dumbbell, track: tuple[float, float], y: float, colours: Palette) -> dict[str, Any]:
    low, high = min(0.0, row.baseline, row.now), max(0.0, row.baseline, row.now)
    span = (high - low) or 1.0
    places = [track[0] + (value - low) / span * (track[1] - track[0]) for value in (row.baseline, row.now)]
    style = region_style(row.region)
    hover = label(f"{row.region_label}: {row.name}, {row.baseline_text} → {row.now_text}", 60)
    return {
        "type": "scatter",
        "x": places,
        "y": [y, y],
        "mode": "lines+markers",
        "cliponaxis": False,
        "line": {"color": style.colour, "width": 3},
        "marker": {
            "symbol": ["circle", style.marker],
            "size": 11,
            "color": [colours.ground, style.colour],
            "opacity": 1,
            "line": {"color": style.colour, "width": 2},
        },
        "customdata": [hover, hover],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _rail(track: tuple[float, float], y: float, colours: Palette) -> dict[str, Any]:
    ends = {"type": "line", "xref": "paper", "yref": "paper", "x0": track[0], "x1": track[1], "y0": y, "y1": y}
    return {**ends, "line": {"color": colours.grid, "width": 1}, "layer": "below"}


def _headings(colours: Palette, height: float) -> list[dict[str, Any]]:
    y = 1 - _HEADER / 3 / height
    texts = [_text(x, y, name, colours.ink_3) for name, x in _COLUMNS.items()]
    texts.append(_text(_TRACK[0] - 0.012, y, "Lähtötila", colours.ink_3, "right"))
    return [*texts, _text(_TRACK[0], y, "oma asteikko nollasta", colours.ink_3)]


def _row(
    row: Dumbbell, name: str, start: float, y: float, lines: int, colours: Palette, height: float
) -> list[dict[str, Any]]:
    at = 1 - y / height
    middle = 1 - (start + _LINE * (lines + 1) / 2) / height
    return [
        _text(_COLUMNS["Alue"], at, _region(row), colours.ink_2),
        _text(_COLUMNS["Mittari"], middle, f"<b>{name}</b>", colours.ink),
        _text(_TRACK[0] - 0.012, at, label(row.baseline_text), colours.ink_2, "right"),
        _text(_COLUMNS["Nyt"], at, f"<b>{label(row.now_text)}</b>", colours.ink),
        _text(_COLUMNS["Muutos"], at, label(row.change), colours.ink_2),
        _text(_COLUMNS["Tila"], at, _status(row, colours), colours.ink),
        _text(_COLUMNS["Jakso"], at, label(row.period), colours.ink_3),
    ]


def _narrow_row(
    row: Dumbbell, name: str, start: float, y: float, lines: int, colours: Palette, height: float
) -> list[dict[str, Any]]:
    at = 1 - y / height
    return [
        _text(0, 1 - (start + _LINE / 2) / height, _region(row), colours.ink_2),
        _text(0, 1 - (start + _LINE * (1 + (lines + 1) / 2)) / height, f"<b>{name}</b>", colours.ink),
        _text(_NARROW_TRACK[0] - 0.03, at, label(row.baseline_text), colours.ink_2, "right"),
        _text(_NARROW_TRACK[1] + 0.03, at, f"<b>{label(row.now_text)}</b>", colours.ink),
        _text(
            0,
            1 - (y + _LINE) / height,
            f"{label(row.change)} · {_status(row, colours)} · {label(row.period)}",
            colours.ink_2,
        ),
    ]


def _region(row: Dumbbell) -> str:
    return f"<span style='color:{region_style(row.region).colour}'><b>━</b></span> {label(row.region_label)}"


def _status(row: Dumbbell, colours: Palette) -> str:
    tones = {Tone.GOOD: colours.good, Tone.CONCERN: colours.concern, Tone.NEUTRAL: colours.ink_3}
    return f"<span style='color:{tones[row.tone]}'>{row.shape}</span> {label(row.status)}"


def _text(x: float, y: float, text: str, colour: str, anchor: str = "left") -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": x, "y": y, "xanchor": anchor, "yanchor": "middle"}
    return {**place, "align": anchor, "showarrow": False, "text": text, "font": {"size": _TYPE, "color": colour}}
