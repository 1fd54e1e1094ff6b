"""A series in a panel of a figure: the grammar that every chart over time shares.

Levels: lähtötila is a dashed grey line, the target a solid one of ink. A missing month is a gap, a hidden one a short
tick on the axis. A line breaks at an entered level shift. One region in a figure: colour is the signal; several: colour
is the region and signals are not drawn.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from components.colours import Palette, RegionStyle
from components.figures import label
from components.figures.axis import Axis, fitted_axis
from components.figures.level_labels import Label, Placed, place_labels
from data.analysis.status import Tone
from data.finnish import number
from data.model import Role
from data.views.charts import Line, Point, TimeChart

_FEW = 12  # points: fewer are drawn with their markers
_MANY_GAPS = 3  # missing months: more are drawn with markers too
_HIDDEN_TICK = 0.05  # of the height of the axis


class Size(Enum):
    """How large a panel is: a facet of a row, a sparkline in a table, or the one chart of a page."""

    FACET = "facet"
    SPARKLINE = "sparkline"
    LARGE = "large"


class Plot(NamedTuple):
    """Where a panel is drawn: the number of its axes in the figure, its size in pixels, and what its axes span."""

    at: int
    width: float
    height: float
    first: date
    last: date
    axis: Axis

    @property
    def x(self) -> str:
        """Return the reference of the horizontal axis ("x2")."""
        return f"x{self.at if self.at > 1 else ''}"

    @property
    def y(self) -> str:
        """Return the reference of the vertical axis ("y2")."""
        return f"y{self.at if self.at > 1 else ''}"

    def pixel(self, when: date, value: float) -> tuple[float, float]:
        """Return how far a point is from the upper left corner, in pixels."""
        days = max((self.last - self.first).days, 1)
        span = self.axis.high - self.axis.low
        return (when - self.first).days / days * self.width, (self.axis.high - value) / span * self.height


class Drawing(NamedTuple):
    """What is added to a figure: traces, shapes and annotations, set all at once."""

    traces: list[dict[str, Any]]
    shapes: list[dict[str, Any]]
    annotations: list[dict[str, Any]]


def value_axis(charts: Sequence[TimeChart], *, air: float = 0.10, ticks: int = 3, with_limits: bool = False) -> Axis:
    """Return the axis that fits the points and levels of all these charts, and their limits where they are drawn."""
    values = [point.value for chart in charts for point in chart.points if point.value is not None]
    values += [line.value for chart in charts for line in chart.lines]
    values += [point.value for chart in charts for point in chart.country if point.value is not None]
    if with_limits:
        values += [end for chart in charts for band in chart.bands for end in (band.lower, band.upper)]
    is_count = all(value == int(value) for value in values)
    return fitted_axis(values, air=air, ticks=ticks, whole=is_count)


def time_span(charts: Sequence[TimeChart]) -> tuple[date, date]:
    """Return the first and the last day that any of these charts shows."""
    days = [point.when for chart in charts for point in chart.points] + [day for c in charts for day in c.hidden]
    return min(days), max(days)


def draw_panel(
    chart: TimeChart, plot: Plot, size: Size, style: RegionStyle, colours: Palette, type_size: float
) -> Drawing:
    """Return a series with its levels, gaps and marks, drawn into one plot of a figure."""
    drawing = Drawing([], [], [])
    if size is not Size.FACET:
        _draw_bands(drawing, chart, plot, size, colours)
    for line in chart.lines:
        drawing.shapes.append(_level_shape(line, plot, colours))
    drawing.shapes.extend(_hidden_ticks(chart, plot, colours))
    if chart.country:
        drawing.traces.append(_country_trace(chart, plot, colours))
    line_colour = colours.ink_2 if size is Size.LARGE else style.colour
    drawing.traces.append(_series_trace(chart, plot, line_colour, size))
    if size is Size.LARGE:
        drawing.traces.extend(_signal_traces(chart, plot, colours))
        _draw_shifts(drawing, chart, plot, colours, type_size)
    else:
        drawing.traces.append(_end_trace(chart, plot, style, size))
    if size is Size.FACET:
        drawing.annotations.extend(_level_names(chart, plot, colours, type_size))
    return drawing


def _series_trace(chart: TimeChart, plot: Plot, colour: str, size: Size) -> dict[str, Any]:
    points = _with_breaks(chart)
    known = [point for point in chart.points if point.value is not None]
    with_markers = len(known) < _FEW or len(chart.points) - len(known) > _MANY_GAPS or size is Size.LARGE
    return {
        "type": "scatter",
        "xaxis": plot.x,
        "yaxis": plot.y,
        "x": [point.when for point in points],
        "y": [point.value for point in points],
        "mode": "+".join(["lines"] * chart.is_joined + ["markers"] * (with_markers or not chart.is_joined))
        or "markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 1.5 if size is Size.LARGE else 1.75},
        "marker": {"color": colour, "size": 5 if size is Size.LARGE else 4},
        "customdata": [label(point.description, 60) for point in points],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _country_trace(chart: TimeChart, plot: Plot, colours: Palette) -> dict[str, Any]:
    """Return the whole country as a grey line under that of the region."""
    return {
        "type": "scatter",
        "xaxis": plot.x,
        "yaxis": plot.y,
        "x": [point.when for point in chart.country],
        "y": [point.value for point in chart.country],
        "mode": "lines" if len(chart.country) > 1 else "markers",
        "line": {"color": colours.level, "width": 1.5},
        "marker": {"color": colours.level, "symbol": "line-ew-open", "size": 12},
        "customdata": [label(f"koko maa {point.description}", 60) for point in chart.country],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _with_breaks(chart: TimeChart) -> list[Point]:
    """Return the points, with a gap where a level shift has been entered."""
    points = list(chart.points)
    for shift in chart.shifts:
        at = next((at for at, point in enumerate(points) if point.when >= shift.when), None)
        if at:
            points.insert(at, Point(when=shift.when, value=None, label=None, description=shift.title, period=""))
    return points


def _end_trace(chart: TimeChart, plot: Plot, style: RegionStyle, size: Size) -> dict[str, Any]:
    newest = next(point for point in reversed(chart.points) if point.value is not None)
    return {
        "type": "scatter",
        "xaxis": plot.x,
        "yaxis": plot.y,
        "x": [newest.when],
        "y": [newest.value],
        "mode": "markers",
        "cliponaxis": False,
        "marker": {"color": style.colour, "symbol": style.marker, "size": 9 if size is Size.FACET else 8},
        "customdata": [label(newest.description, 60)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


_SIGNAL_MARKS = {
    Tone.GOOD: ("circle", "good"),
    Tone.CONCERN: ("diamond-open", "concern"),
    Tone.NEUTRAL: ("square-open", "ink_3"),
}


def _signal_traces(chart: TimeChart, plot: Plot, colours: Palette) -> list[dict[str, Any]]:
    """Return the signals by what they mean: each meaning has a shape and a colour."""
    traces = []
    for tone, (symbol, colour) in _SIGNAL_MARKS.items():
        signals = [signal for signal in chart.signals if signal.tone is tone]
        if signals:
            traces.append(
                {
                    "type": "scatter",
                    "xaxis": plot.x,
                    "yaxis": plot.y,
                    "x": [signal.when for signal in signals],
                    "y": [signal.value for signal in signals],
                    "mode": "markers",
                    "cliponaxis": False,
                    "marker": {
                        "symbol": symbol,
                        "size": 9,
                        "color": (ink := getattr(colours, colour)),
                        "line": {"width": 2, "color": ink},
                    },
                    "customdata": [label(signal.rule, 60) for signal in signals],
                    "hovertemplate": "%{customdata}<extra></extra>",
                }
            )
    return traces


def _draw_bands(drawing: Drawing, chart: TimeChart, plot: Plot, size: Size, colours: Palette) -> None:
    """Draw usual variation as a grey band, and in a large chart its edges and its mean."""
    for band in chart.bands:
        ends = {"xref": plot.x, "yref": plot.y, "x0": band.start, "x1": band.end, "layer": "below"}
        fill = {**ends, "type": "rect", "y0": band.lower, "y1": band.upper, "fillcolor": colours.usual}
        drawing.shapes.append({**fill, "line": {"width": 0}})
        if size is Size.LARGE:
            for edge in (band.lower, band.upper):
                line = {"color": colours.level, "width": 1, "dash": "dot"}
                drawing.shapes.append({**ends, "type": "line", "y0": edge, "y1": edge, "line": line})
            mean = {"color": colours.level, "width": 1.25}
            drawing.shapes.append({**ends, "type": "line", "y0": band.mean, "y1": band.mean, "line": mean})


def _draw_shifts(drawing: Drawing, chart: TimeChart, plot: Plot, colours: Palette, type_size: float) -> None:
    """Draw each entered level shift as one vertical line with its month and reason."""
    for shift in chart.shifts:
        line = {"color": colours.ink_2, "width": 1.25}
        ends = {"type": "line", "xref": plot.x, "yref": f"{plot.y} domain", "x0": shift.when, "x1": shift.when}
        drawing.shapes.append({**ends, "y0": 0, "y1": 1, "line": line})
        drawing.annotations.append(
            {
                "xref": plot.x,
                "yref": f"{plot.y} domain",
                "x": shift.when,
                "y": 1,
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "xshift": 6,
                "showarrow": False,
                "text": f"<b>Tasonmuutos {shift.when.month}/{shift.when.year}</b><br>{label(shift.title, 30)}",
                "font": {"size": type_size, "color": colours.ink},
            }
        )


def _level_shape(line: Line, plot: Plot, colours: Palette) -> dict[str, Any]:
    is_target = line.role is Role.TARGET
    look = {"color": colours.ink, "width": 1} if is_target else {"color": colours.level, "width": 1.25, "dash": "dash"}
    ends = {"type": "line", "xref": plot.x, "yref": plot.y, "x0": plot.first, "x1": plot.last}
    return {**ends, "y0": line.value, "y1": line.value, "line": look, "layer": "between"}


def _hidden_ticks(chart: TimeChart, plot: Plot, colours: Palette) -> list[dict[str, Any]]:
    """Return a short tick on the axis for each hidden month: its height gives nothing away."""
    top = plot.axis.low + _HIDDEN_TICK * (plot.axis.high - plot.axis.low)
    look = {"color": colours.ink_3, "width": 1}
    ends = {"type": "line", "xref": plot.x, "yref": plot.y, "y0": plot.axis.low, "y1": top, "line": look}
    return [{**ends, "x0": day, "x1": day} for day in chart.hidden]


def level_name(line: Line, unit: str) -> str:
    """Return the short name of a level: "lähtötila 61,8", "⚑ 80 %"."""
    is_target = line.role is Role.TARGET
    value = number(line.value) + (f"\u00a0{unit}" if is_target and unit == "%" else "")
    return f"⚑ {value}" if is_target else f"lähtötila {value}"


def _level_names(chart: TimeChart, plot: Plot, colours: Palette, type_size: float) -> list[dict[str, Any]]:
    """Return the names of baseline and target, and of the whole country at its newest value."""
    points = [plot.pixel(point.when, point.value) for point in chart.points if point.value is not None]
    levels = [
        (level_name(line, chart.unit), line.value, colours.ink if line.role is Role.TARGET else colours.ink_3)
        for line in chart.lines
    ]
    for point in chart.country[-1:]:
        if point.value is not None:
            levels.append((f"koko maa {number(point.value)}", point.value, colours.ink_3))
    names = [Label(text, plot.pixel(plot.first, value)[1]) for text, value, _ in levels]
    places = place_labels(names, points, plot.width, plot.height, type_size)
    return [
        _name_annotation(place, plot, colour, type_size) for (_, _, colour), place in zip(levels, places, strict=True)
    ]


def _name_annotation(place: Placed, plot: Plot, colour: str, type_size: float) -> dict[str, Any]:
    anchor = {"left": 0.0, "center": 0.5, "right": 1.0}[place.anchor]
    return {
        "xref": f"{plot.x} domain",
        "yref": f"{plot.y} domain",
        "x": anchor,
        "y": 1 - place.box.top / plot.height,
        "xanchor": place.anchor,
        "yanchor": "top",
        "showarrow": False,
        "text": place.text,
        "font": {"size": type_size, "color": colour},
        "borderpad": 0,
    }
