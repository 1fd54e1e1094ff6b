"""Regions side by side over time: one row of panels, each with its heading, in one figure."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from components.colours import Palette, palette, region_style
from components.figures import base_layout, label
from components.figures.axis import Axis
from components.figures.panels import Drawing, Plot, Size, draw_panel, time_span, value_axis
from data.analysis.status import Tone
from data.finnish import number
from data.views.charts import TimeChart

_HEADING = 56  # pixels above a panel for region, status, number and change
_PLOT = 104
_TICKS = 30
_GAP = 0.035  # of the width, between panels
_OWN_SCALE_GAP = 0.055  # with room for the numbers of each own axis
_TYPE = 13
_SMALL_TYPE = 12


class Heading(NamedTuple):
    """What stands above a panel: the region, its status with its shape, the newest number with its unit, the change."""

    region: str
    status: str
    shape: str
    tone: Tone
    value: str
    unit: str
    change: str


class Facet(NamedTuple):
    """One region of a row: its name as the colours know it, the heading, and the chart; None: words stand for it."""

    region: str
    heading: Heading
    chart: TimeChart | None
    words: str = ""


def row_figure(
    facets: Sequence[Facet], *, is_shared: bool, is_dark: bool = False, is_narrow: bool = False, width: int = 1040
) -> go.Figure:
    """Return a row of panels, or on a narrow screen a column of them, on one shared scale or each on its own."""
    colours = palette(is_dark=is_dark)
    charts = [facet.chart for facet in facets if facet.chart]
    shared = value_axis(charts) if charts and is_shared else None
    first, last = time_span(charts) if charts else (None, None)
    count = len(facets)
    height = (_HEADING + _PLOT + _TICKS) * (count if is_narrow else 1)
    figure = base_layout(go.Figure(), height=height)
    drawings: list[Drawing] = []
    layout: dict[str, object] = {}
    for at, facet in enumerate(facets):
        across, down = _domains(at, count, is_shared=is_shared, is_narrow=is_narrow)
        axis = shared or (value_axis([facet.chart]) if facet.chart else Axis(0.0, 1.0, ()))
        drawing = Drawing([], [], [])
        if facet.chart and first and last:
            plot = Plot(at + 1, (across[1] - across[0]) * width, _PLOT, first, last, axis)
            drawing = draw_panel(facet.chart, plot, Size.FACET, region_style(facet.region), colours, _SMALL_TYPE)
        drawing.annotations.extend(_heading(facet, across, down, height, colours))
        drawings.append(drawing)
        number_of = str(at + 1) if at else ""
        shows_numbers = not is_shared or at == 0 or is_narrow
        layout[f"xaxis{number_of}"] = _time_axis(across, number_of, colours, shown=facet.chart is not None)
        layout[f"yaxis{number_of}"] = _value_axis(down, number_of, axis, colours, facet, shown=shows_numbers)
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


def _domains(
    at: int, count: int, *, is_shared: bool, is_narrow: bool
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the stretch of a panel across and down the figure, as shares of it."""
    block = _HEADING + _PLOT + _TICKS
    if is_narrow:
        total = block * count
        top = 1 - (at * block + _HEADING) / total
        return (0.0, 1.0), (top - _PLOT / total, top)
    gap = _GAP if is_shared else _OWN_SCALE_GAP
    wide = (1 - gap * (count - 1)) / count
    left = at * (wide + gap)
    return (left, left + wide), (_TICKS / block, 1 - _HEADING / block)


def _time_axis(across: tuple[float, float], at: str, colours: Palette, *, shown: bool) -> dict[str, object]:
    """Return a time axis with each year in the middle of its months."""
    return {
        "domain": across,
        "anchor": f"y{at}",
        "type": "date",
        "dtick": "M12",
        "tickformat": "%Y",
        "ticklabelmode": "period",
        "tickangle": 0,
        "tickfont": {"size": _SMALL_TYPE, "color": colours.ink_3},
        "gridcolor": colours.grid,
        "zeroline": False,
        "fixedrange": True,
        "visible": shown,
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
    facet: Facet, across: tuple[float, float], down: tuple[float, float], height: float, colours: Palette
) -> list[dict[str, object]]:
    """Return region and status on one line, number and change on the next, and words where there is no chart."""
    heading, style = facet.heading, region_style(facet.region)
    tones = {Tone.GOOD: colours.good, Tone.CONCERN: colours.concern, Tone.NEUTRAL: colours.ink_3}
    top = down[1] + _HEADING / height
    unit = f" <span style='color:{colours.ink_2};font-size:{_TYPE}px'>{label(heading.unit)}</span>"
    change = f"  <span style='font-size:{_TYPE}px'>{label(heading.change, 60)}</span>" if heading.change else ""
    texts = [
        (across[0], "left", top, f"<span style='color:{style.colour}'><b>━</b></span> <b>{label(heading.region)}</b>"),
        (across[1], "right", top, f"<span style='color:{tones[heading.tone]}'>{heading.shape}</span> {heading.status}"),
        (
            across[0],
            "left",
            top - 20 / height,
            f"<b><span style='font-size:21px'>{label(heading.value)}</span></b>{unit}{change}",
        ),
    ]
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
        if text
    ]
