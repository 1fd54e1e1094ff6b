"""Toimenpiteet of several regions on one time axis."""

from datetime import timedelta

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.colours import LEVEL, region_style
from components.figures import FONT_SIZE, base_layout, label
from data.views.process_goals.action_timeline import Timeline

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
