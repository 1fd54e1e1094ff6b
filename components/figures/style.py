"""The look of charts, in one place: a colour, marker and line for each region, and the grammar that all share.

Every colour has at least 3:1 contrast on the light and on the dark ground, and no two neighbours of the comparison
are told apart by colour alone: marker and line differ too.
"""

from html import escape
from textwrap import wrap
from typing import NamedTuple

import plotly.graph_objects as go

LEVEL = "#7D7F85"  # baselines and comparisons: grey, dashed
TARGET = "#0F8A5F"
SIGNAL = "#C8500A"
FONT_SIZE = 15


class RegionStyle(NamedTuple):
    """How a region is drawn everywhere."""

    colour: str
    marker: str
    dash: str


_COMPARED = {
    "kymenlaakso": RegionStyle("#1F77C9", "circle", "solid"),
    "keski-uusimaa": RegionStyle("#C8500A", "square", "dash"),
    "etela-karjala": RegionStyle("#12875B", "diamond", "dot"),
    "paijat-hame": RegionStyle("#A64CA6", "triangle-up", "dashdot"),
    "keski-suomi": RegionStyle("#8F7400", "cross", "longdash"),
}
_OTHERS = (
    *("etela-pohjanmaa", "etela-savo", "ita-uusimaa", "kainuu", "kanta-hame", "keski-pohjanmaa", "lappi"),
    *("lansi-uusimaa", "pirkanmaa", "pohjanmaa", "pohjois-karjala", "pohjois-pohjanmaa", "pohjois-savo", "satakunta"),
    *("vantaa-ja-kerava", "varsinais-suomi", "helsinki", "ahvenanmaa"),
)
_COLOURS = ("#3A7CA5", "#B5484B", "#6B7F2A", "#7A64C2", "#A8682A", "#2E8686")
_MARKERS = ("pentagon", "hexagon", "star", "triangle-down", "x", "hourglass")
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def region_style(slug: str) -> RegionStyle:
    """The style of a region: its own for the compared ones, one by its place in the list for the others."""
    if slug in _COMPARED:
        return _COMPARED[slug]
    at = _OTHERS.index(slug) if slug in _OTHERS else len(_OTHERS)
    turn = at // len(_COLOURS)
    return RegionStyle(
        _COLOURS[at % len(_COLOURS)], _MARKERS[(at + turn) % len(_MARKERS)], _DASHES[(at + turn) % len(_DASHES)]
    )


def label(text: str, width: int = 28) -> str:
    """Text from data as a label: never markup, and in lines that a narrow card can hold."""
    return "<br>".join(escape(line, quote=False) for line in wrap(text, width)) or " "


def base_layout(figure: go.Figure, *, height: int) -> go.Figure:
    """Finnish separators, no chrome, room for labels."""
    figure.update_layout(
        height=height,
        separators=",\u00a0",
        showlegend=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font={"size": FONT_SIZE},
        hoverlabel={"font": {"size": FONT_SIZE}},
        dragmode=False,
    )
    figure.update_xaxes(automargin=True, fixedrange=True, tickfont={"size": FONT_SIZE - 1})
    figure.update_yaxes(automargin=True, fixedrange=True, tickfont={"size": FONT_SIZE - 1})
    return figure


CONFIG = {"displayModeBar": False, "locale": "fi", "responsive": True}
