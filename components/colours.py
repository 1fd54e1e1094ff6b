"""The colours of the product, and how each region is drawn: the one home for screens, figures and files.

Every colour of a chart has at least 3:1 contrast on the light and on the dark ground, and no two neighbours of the
comparison are told apart by colour alone: marker and line differ too.
"""

from typing import NamedTuple

from data.catalogue import slug
from data.model import ProcessStatus

BRAND_BLUE = "#0B5CAD"  # as primaryColor in .streamlit/config.toml
INK = "#1A1A1A"
WHITE = "#FFFFFF"
HEADER_FILL = "#E4EDF7"  # behind the headings of a table in a file
LEVEL = "#7D7F85"  # baselines and comparisons: grey, dashed
TARGET = "#0F8A5F"
SIGNAL = "#C8500A"
EDGE = "#5F6368"  # around the parts of a stacked bar


class Palette(NamedTuple):
    """The colours of text, lines and judgements on one ground, darkest ink first; `usual` fills usual variation,
    `ground` what is hollow."""

    ink: str
    ink_2: str
    ink_3: str
    level: str
    mark: str
    grid: str
    usual: str
    good: str
    concern: str
    ground: str


_LIGHT = Palette(
    ink="#0D1720",
    ink_2="#4A5563",
    ink_3="#5B6673",
    level="#6B7480",
    mark="#8A95A1",
    grid="#E6EAEF",
    usual="rgba(91,102,115,0.11)",
    good="#0B5CAD",
    concern="#B34700",
    ground="#FFFFFF",
)
_DARK = Palette(
    ink="#E6EBF0",
    ink_2="#B4BEC9",
    ink_3="#98A4B1",
    level="#8793A1",
    mark="#6F7D8C",
    grid="#263240",
    usual="rgba(152,164,177,0.13)",
    good="#7FB8F0",
    concern="#F2A25C",
    ground="#0F151C",
)


def palette(*, is_dark: bool = False) -> Palette:
    """Return the palette of the light or the dark ground."""
    return _DARK if is_dark else _LIGHT


class RegionStyle(NamedTuple):
    """How a region is drawn everywhere; marker and dash by Plotly's names."""

    colour: str
    marker: str
    dash: str


_COMPARED = {
    "kymenlaakso": RegionStyle("#1F77C9", "circle", "solid"),
    "keski-uusimaa": RegionStyle("#C8500A", "square", "dash"),
    "etela-karjala": RegionStyle("#12875B", "diamond", "dot"),
    "paijat-hame": RegionStyle("#A64CA6", "triangle-up", "dashdot"),
    "keski-suomi": RegionStyle("#6A7683", "cross", "longdash"),
}
_OTHERS = (
    *("etela-pohjanmaa", "etela-savo", "ita-uusimaa", "kainuu", "kanta-hame", "keski-pohjanmaa", "lappi"),
    *("lansi-uusimaa", "pirkanmaa", "pohjanmaa", "pohjois-karjala", "pohjois-pohjanmaa", "pohjois-savo", "satakunta"),
    *("vantaa-ja-kerava", "varsinais-suomi", "helsinki", "ahvenanmaa"),
)
_COLOURS = ("#3A7CA5", "#B5484B", "#6B7F2A", "#7A64C2", "#A8682A", "#2E8686")
_MARKERS = ("pentagon", "hexagon", "star", "triangle-down", "x", "hourglass")
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def region_style(region: str) -> RegionStyle:
    """Return the style of a region by its name: its own in the comparison, by its place in the list elsewhere."""
    key = slug(region)
    if key in _COMPARED:
        return _COMPARED[key]
    at = _OTHERS.index(key) if key in _OTHERS else len(_OTHERS)
    turn = at // len(_COLOURS)
    return RegionStyle(
        _COLOURS[at % len(_COLOURS)], _MARKERS[(at + turn) % len(_MARKERS)], _DASHES[(at + turn) % len(_DASHES)]
    )


# Colour and pattern of a bar's part. Shade and pattern tell the statuses apart without colour as well.
PROCESS_STATUS_FILLS = {
    ProcessStatus.DONE: (BRAND_BLUE, ""),
    ProcessStatus.PARTLY: ("#5B9BD5", ""),
    ProcessStatus.UNDER_WAY: ("#8FBBE3", "/"),
    ProcessStatus.STARTING: ("#BFD7EE", "."),
    ProcessStatus.PLANNED: ("#D9D9D9", "\\"),
    ProcessStatus.MOVED: ("#A08BC4", "-"),
    ProcessStatus.STOPPED: ("#EBD3C2", "-"),
    ProcessStatus.NOT_DONE: ("#E3A39E", "x"),
    ProcessStatus.NOT_ASSESSED: ("#F0F0F0", "+"),
    ProcessStatus.UNKNOWN: ("#C4C4C4", "|"),
}


def text_on(status: ProcessStatus) -> str:
    """Return the colour of a number that stands on the fill of a status."""
    return WHITE if status is ProcessStatus.DONE else INK
