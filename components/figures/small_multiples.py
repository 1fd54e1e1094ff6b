"""Regions side by side over time: one row of panels, each with its heading, in one figure."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label, link
from components.figures.axis import Axis
from components.figures.level_labels import text_width
from components.figures.panels import Drawing, Plot, Size, draw_panel, time_span, value_axis
from data.analysis.status import Tone
from data.finnish import number
from data.views.charts import TimeChart

_HEADING = 56  # pixels above a panel for region, status, number and change
_LINE = 20  # and for the status where it stands on its own line
_WORDS = 44  # a row without any chart has so many pixels for words
_PLOT = 104
_TICKS = 30
_GAP = 0.035  # of the width, between panels
_OWN_SCALE_GAP = 0.055  # with room for the numbers of each own axis
_SHORT = 550  # days: a shorter series is told by its ends
_TYPE = 13
_SMALL_TYPE = 12


class Heading(NamedTuple):
    """What stands above a panel: the region, its status with its shape, the newest number with its unit, the change.

    The region is a link to `href`, where there is one.
    """

    region: str
    status: str
    shape: str
    tone: Tone
    value: str
    unit: str
    change: str
    href: str = ""


class Facet(NamedTuple):
    """One region of a row: its name as the colours know it, the heading, and the chart; None: words stand for it.

    Facets with the same `scale` share an axis.
    """

    region: str
    heading: Heading
    chart: TimeChart | None
    words: str = ""
    scale: int = 0


class _Rows(NamedTuple):
    """Heights in pixels of the parts of a block: heading, plot and ticks."""

    heading: float
    plot: float
    ticks: float

    @property
    def block(self) -> float:
        return self.heading + self.plot + self.ticks


def row_figure(
    facets: Sequence[Facet], *, is_dark: bool = False, is_narrow: bool = False, width: int = 1040
) -> go.Figure:
    """Return a row of panels, or on a narrow screen a column of them; those of one scale share an axis."""
    colours = palette(is_dark=is_dark)
    charts = [facet.chart for facet in facets if facet.chart]
    axes = {
        facet.scale: value_axis([other.chart for other in facets if other.chart and other.scale == facet.scale])
        for facet in facets
        if facet.chart
    }
    is_shared = len(axes) < 2
    first, last = time_span(charts) if charts else (None, None)
    count = len(facets)
    columns = 1 if is_narrow else count
    has_status_line = any(_touches(facet.heading, width / columns - 12) for facet in facets)
    rows = _Rows(_HEADING + _LINE * has_status_line, *((_PLOT, _TICKS) if charts else (_WORDS, 0)))
    height = rows.block * (count if is_narrow else 1)
    figure = base_layout(go.Figure(), height=round(height))
    drawings: list[Drawing] = []
    layout: dict[str, object] = {}
    for at, facet in enumerate(facets):
        across, down = _domains(at, count, rows, is_shared=is_shared, is_narrow=is_narrow)
        axis = axes.get(facet.scale, Axis(0.0, 1.0, ()))
        drawing = Drawing([], [], [])
        if facet.chart and first and last:
            plot = Plot(at + 1, (across[1] - across[0]) * width, _PLOT, first, last, axis)
            drawing = draw_panel(facet.chart, plot, Size.FACET, region_style(facet.region), colours, _SMALL_TYPE)
        drawing.annotations.extend(_heading(facet, across, down, height, rows, colours))
        drawings.append(drawing)
        number_of = str(at + 1) if at else ""
        is_first = not any(other.chart for other in facets[:at])
        layout[f"xaxis{number_of}"] = _time_axis(across, number_of, colours, facet.chart) | {"range": [first, last]}
        layout[f"yaxis{number_of}"] = _value_axis(
            down, number_of, axis, colours, facet, shown=is_first or is_narrow or not is_shared
        )
    for drawing in drawings:
        for trace in drawing.traces:
            figure.add_trace(trace)
    figure.update_layout(
        **layout,
        shapes=[shape for drawing in drawings for shape in drawing.shapes],
        annotations=[text for drawing in drawings for text in drawing.annotations],
        margin={"l": 44, "r": 8, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def _touches(heading: Heading, room: float) -> bool:
    """Return whether region and status do not fit on one line of so many pixels."""
    status = f"{heading.shape} {heading.status}" if heading.status else ""
    return bool(status) and text_width(f"━ {heading.region}{status}", _TYPE) * 1.05 + _TYPE > room


def _domains(
    at: int, count: int, rows: _Rows, *, is_shared: bool, is_narrow: bool
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the stretch of a panel across and down the figure, as shares of it."""
    if is_narrow:
        total = rows.block * count
        top = 1 - (at * rows.block + rows.heading) / total
        return (0.0, 1.0), (top - rows.plot / total, top)
    gap = _GAP if is_shared else _OWN_SCALE_GAP
    wide = (1 - gap * (count - 1)) / count
    left = at * (wide + gap)
    return (left, left + wide), (rows.ticks / rows.block, 1 - rows.heading / rows.block)


def _time_axis(across: tuple[float, float], at: str, colours: Palette, chart: TimeChart | None) -> dict[str, object]:
    """Return a time axis with each year in the middle of its months; of a short series its first and last period."""
    points = [point for point in chart.points if point.value is not None] if chart else []
    ticks: dict[str, object] = {"dtick": "M12", "tickformat": "%Y", "ticklabelmode": "period"}
    if points and (points[-1].when - points[0].when).days < _SHORT:
        ends = (points[0], points[-1])
        ticks = {"tickvals": [point.when for point in ends], "ticktext": [label(point.period, 14) for point in ends]}
    return ticks | {
        "domain": across,
        "anchor": f"y{at}",
        "type": "date",
        "tickangle": 0,
        "tickfont": {"size": _SMALL_TYPE, "color": colours.ink_3},
        "gridcolor": colours.grid,
        "zeroline": False,
        "fixedrange": True,
        "visible": chart is not None,
    }


def _value_axis(
    down: tuple[float, float], at: str, axis: Axis, colours: Palette, facet: Facet, *, shown: bool
) -> dict[str, object]:
    unit = facet.chart.unit if facet.chart else ""
    return {
        "domain": down,
        "anchor": f"x{at}",
        "range": [axis.low, axis.high],
        "tickvals": list(axis.ticks),
        "ticktext": [number(tick) + ("\u00a0%" if unit == "%" else "") for tick in axis.ticks],
        "tickfont": {"size": _SMALL_TYPE, "color": colours.ink_3},
        "showticklabels": shown,
        "gridcolor": colours.grid,
        "zeroline": False,
        "fixedrange": True,
        "visible": facet.chart is not None,
    }


def _heading(
    facet: Facet,
    across: tuple[float, float],
    down: tuple[float, float],
    height: float,
    rows: _Rows,
    colours: Palette,
) -> list[dict[str, object]]:
    """Return region and status, number and change, and words where there is no chart."""
    heading, style = facet.heading, region_style(facet.region)
    tones = {Tone.GOOD: colours.good, Tone.CONCERN: colours.concern, Tone.NEUTRAL: colours.ink_3}
    top = down[1] + rows.heading / height
    name = f"<b>{link(heading.href, heading.region, colours.ink)}</b>"
    status = f"<span style='color:{tones[heading.tone]}'>{heading.shape}</span> {label(heading.status, 60)}"
    unit = f" <span style='color:{colours.ink_2};font-size:{_TYPE}px'>{label(heading.unit)}</span>"
    change = f"<span style='color:{colours.ink_2};font-size:{_TYPE}px'>  {label(heading.change, 60)}</span>"
    has_line = rows.heading > _HEADING
    texts = [
        (across[0], "left", top, f"<span style='color:{style.colour}'><b>━</b></span> {name}"),
        (
            across[0],
            "left",
            top - 20 / height,
            f"<b><span style='font-size:21px'>{label(heading.value)}</span></b>{unit}",
        ),
    ]
    if heading.change:
        texts[1] = (*texts[1][:3], texts[1][3] + change)
    if heading.status and has_line:
        texts.append((across[0], "left", top - 50 / height, status))
    elif heading.status:
        texts.append((across[1], "right", top, status))
    if facet.words:
        texts.append((across[0], "left", down[1] - 8 / height, label(facet.words, 34)))
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": x,
            "y": y,
            "xanchor": anchor,
            "yanchor": "top",
            "align": "left",
            "showarrow": False,
            "text": text,
            "font": {"size": _TYPE, "color": colours.ink},
        }
        for x, anchor, y, text in texts
    ]
