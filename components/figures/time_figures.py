"""Figures over time: a series with the levels that it is read against, and toimenpiteet on one time axis."""

from datetime import date, timedelta

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.colours import LEVEL, SIGNAL, TARGET, region_style
from components.figures import FONT_SIZE, base_layout, label
from data.model import Role
from data.views.charts import Band, Line, Marker, Signal, TimeChart
from data.views.process_goals.action_timeline import Timeline

_LABELLED = 3  # up to so many points each is labelled; above, the first and the last
_MARKER_STEP = 14  # pixels between the numbers of neighbouring markers
_TICKS_BY_PERIOD = 4  # up to so many points each tick is the period itself; above, month/year
_LANE = 17  # pixels of a row of actions
_LANES_TITLE = 34  # and of the name above them
_LEGEND = 104  # three lines of it on a phone, and the first title
_KIND_MARKERS = {
    "pilotti": "circle",
    "koulutus": "square",
    "avaus": "star",
    "käyttöönotto": "diamond",
    "muu": "x-thin-open",
}
_MARGIN = timedelta(days=60)


def time_figure(chart: TimeChart, *, height: int = 260) -> go.Figure:
    """Draw points in time order, with baseline, target, limits, signals and markers; no line goes over a gap."""
    style = region_style(chart.region)
    points = chart.points
    measured = [point for point in points if point.value is not None]
    few = len(measured) <= _TICKS_BY_PERIOD
    figure = go.Figure()
    for band in chart.bands:
        _draw_band(figure, band)
    figure.add_scatter(
        x=[point.when for point in points],
        y=[point.value for point in points],
        mode="+".join(["lines"] * chart.is_joined + ["markers"] + ["text"] * few),
        text=_point_labels(chart) if few else None,
        textposition=_label_sides(chart),
        cliponaxis=False,
        connectgaps=False,
        line={"color": style.colour, "dash": "solid" if chart.bands else style.dash, "width": 2.5},
        marker={"color": style.colour, "symbol": style.marker, "size": 7 if chart.bands else 11},
        customdata=[label(point.description, 60) for point in points],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _draw_signals(figure, chart.signals)
    for line in chart.lines:
        _draw_level(figure, line, above=(measured[-1].value or 0) < line.value)
    base_layout(figure, height=height)
    if chart.markers:
        figure.update_layout(margin={"t": 12 + _MARKER_STEP * min(3, len(chart.markers))})
    for number, marker in enumerate(chart.markers, 1):
        _draw_marker(figure, marker, number)
    _set_axes(figure, chart, [point.when for point in measured] if few else [])
    return figure


def _set_axes(figure: go.Figure, chart: TimeChart, ticks: list[date]) -> None:
    periods = {point.when: point.period for point in chart.points}
    if ticks:
        names = [label(periods[when], 16) for when in ticks]
        figure.update_xaxes(tickvals=ticks, ticktext=names, ticklabeloverflow="allow")
    else:
        figure.update_xaxes(tickformat="%-m/%Y", nticks=8)
    first, last = chart.points[0].when, chart.points[-1].when
    margin = (last - first) * (0.2 if ticks else 0.04)
    figure.update_xaxes(range=[first - margin, last + margin], showgrid=False)
    low, high = _span(chart)
    figure.update_yaxes(range=[low, high], ticksuffix="\u00a0%" if chart.unit == "%" else "", nticks=5)


def _baseline(chart: TimeChart) -> float | None:
    return next((line.value for line in chart.lines if line.role is Role.BASELINE), None)


def _point_labels(chart: TimeChart) -> list[str]:
    """Return the points' labels: of a longer series those of its ends, and no first one where the baseline says it."""
    shown = {0, len(chart.points) - 1} if len(chart.points) > _LABELLED else set(range(len(chart.points)))
    if chart.points[0].value == _baseline(chart):
        shown -= {0}
    return [label(point.label.text) if point.label and at in shown else "" for at, point in enumerate(chart.points)]


def _label_sides(chart: TimeChart) -> list[str]:
    """Place labels on the far side of the baseline, so that they do not stand on its line."""
    baseline = _baseline(chart)
    return [
        "bottom center" if baseline is not None and point.value is not None and point.value < baseline else "top center"
        for point in chart.points
    ]


def _draw_level(figure: go.Figure, line: Line, *, above: bool) -> None:
    """Draw a level across the figure, its words on the side where the series does not go."""
    is_target = line.role is Role.TARGET
    figure.add_hline(
        y=line.value,
        line={"color": TARGET if is_target else LEVEL, "width": 1.5, "dash": "solid" if is_target else "dash"},
        annotation={
            "text": ("⚑ " if is_target else "") + label(line.label, 60),
            "font": {"size": 13},
            "showarrow": False,
        },
        annotation_position=f"{'top' if above else 'bottom'} {'right' if is_target else 'left'}",
    )


def _draw_band(figure: go.Figure, band: Band) -> None:
    """Draw centre line and limits of a phase; trial limits are dotted."""
    for value, width in ((band.mean, 1.5), (band.lower, 1), (band.upper, 1)):
        dash = "solid" if value == band.mean else "dot" if band.is_trial else "longdash"
        figure.add_scatter(
            x=[band.start, band.end],
            y=[value, value],
            mode="lines",
            line={"color": LEVEL, "width": width, "dash": dash},
            hoverinfo="skip",
        )


def _draw_signals(figure: go.Figure, signals: tuple[Signal, ...]) -> None:
    """Ring the signals: they have a shape and not only a colour."""
    if signals:
        figure.add_scatter(
            x=[signal.when for signal in signals],
            y=[signal.value for signal in signals],
            mode="markers",
            marker={"symbol": "circle-open", "size": 15, "color": SIGNAL, "line": {"width": 2.5}},
            customdata=[label(signal.rule, 60) for signal in signals],
            hovertemplate="%{customdata}<extra></extra>",
        )


def _draw_marker(figure: go.Figure, marker: Marker, number: int) -> None:
    """Draw a dotted line with its number; the titles stand under the chart, where they do not run together."""
    figure.add_vline(x=marker.when.isoformat(), line={"color": LEVEL, "width": 1, "dash": "dot"})
    figure.add_annotation(
        x=marker.when.isoformat(),
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=_MARKER_STEP * ((number - 1) % 3),
        text=str(number),
        hovertext=label(marker.title, 60),
        showarrow=False,
        xanchor="left",
        font={"size": 12},
    )


def _span(chart: TimeChart) -> tuple[float, float]:
    """Return the ends of the value axis: from zero when the values allow it, with room above for labels."""
    values = [point.value for point in chart.points if point.value is not None]
    values += [line.value for line in chart.lines]
    values += [end for band in chart.bands for end in (band.lower, band.upper)]
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.2
    return low - (room if low < 0 else 0), high + room


def timeline_figure(view: Timeline) -> go.Figure:
    """Draw a facet for each region on a shared time axis: a bar from start to end, its kind as the marker at its start.

    What an action is stands on hover and in the table under the figure.
    """
    lanes = [region.lanes for region in view.regions]
    figure = make_subplots(
        rows=len(lanes),
        cols=1,
        shared_xaxes=True,
        row_heights=[max(2, count) for count in lanes],
        vertical_spacing=min(0.08, _LANES_TITLE / _timeline_height(lanes)),
        subplot_titles=[label(region.label, 60) for region in view.regions],
    )
    for kind in dict.fromkeys(action.kind for region in view.regions for action in region.drawn):
        marker = _action_marker(kind, LEVEL)
        figure.add_scatter(x=[None], y=[None], mode="markers", name=kind, marker=marker, row=1, col=1)
    for row, region in enumerate(view.regions, 1):
        style = region_style(region.region)
        for kind in dict.fromkeys(action.kind for action in region.drawn):
            drawn = [action for action in region.drawn if action.kind == kind]
            spans = [(action.start, action.end, None) for action in drawn]
            figure.add_scatter(
                x=[when for span in spans for when in span],
                y=[action.lane for action in drawn for _ in range(3)],
                mode="lines",
                line={"color": style.colour, "width": 5},
                opacity=0.55,
                hoverinfo="skip",
                showlegend=False,
                row=row,
                col=1,
            )
            figure.add_scatter(
                x=[action.start for action in drawn],
                y=[action.lane for action in drawn],
                mode="markers",
                showlegend=False,
                marker=_action_marker(kind, style.colour),
                customdata=[label(action.hover, 50) for action in drawn],
                hovertemplate="%{customdata}<extra></extra>",
                row=row,
                col=1,
            )
        figure.update_yaxes(range=[max(2, region.lanes) - 0.4, -0.6], row=row, col=1)
    base_layout(figure, height=round(_timeline_height(lanes)))
    figure.update_layout(
        margin={"t": _LEGEND, "b": 30},
        showlegend=True,
        legend={"orientation": "h", "yref": "container", "y": 1, "yanchor": "top", "x": 0},
    )
    figure.update_annotations(font={"size": FONT_SIZE}, x=0, xanchor="left")
    figure.update_yaxes(showticklabels=False, showgrid=False, zeroline=False)
    figure.update_xaxes(type="date", tickformat="%-m/%Y", nticks=8)
    if view.start and view.end:
        figure.update_xaxes(range=[view.start - _MARGIN, view.end + _MARGIN])
    return figure


def _timeline_height(lanes: list[int]) -> float:
    return _LEGEND + 36 + sum(max(2, count) * _LANE + _LANES_TITLE for count in lanes)


def _action_marker(kind: str, colour: str) -> dict[str, object]:
    symbol = _KIND_MARKERS.get(kind, "circle")
    return {"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2, "color": colour}}
