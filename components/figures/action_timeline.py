"""Toimenpiteet on one time axis: a facet a region, a bar from start to end, the kind as the marker at its start."""

from datetime import timedelta

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figures.style import FONT_SIZE, LEVEL, base_layout, label, region_style
from data.catalogue import slug
from data.views.process_goals.action_timeline import Timeline

_LANE = 17  # pixels
_TITLE = 34
_LEGEND = 104  # three lines of it on a phone, and the first title
_MARKERS = {"pilotti": "circle", "koulutus": "square", "avaus": "star", "käyttöönotto": "diamond", "muu": "x-thin-open"}
_MARGIN = timedelta(days=60)


def timeline_figure(view: Timeline) -> go.Figure:
    """One figure with shared time axis; what a bar is, is told on hover and in the table under it."""
    lanes = [one.lanes for one in view.regions]
    figure = make_subplots(
        rows=len(lanes),
        cols=1,
        shared_xaxes=True,
        row_heights=[max(2, count) for count in lanes],
        vertical_spacing=min(0.08, _TITLE / _height(lanes)),
        subplot_titles=[label(one.label, 60) for one in view.regions],
    )
    for kind in dict.fromkeys(deed.kind for one in view.regions for deed in one.deeds):
        figure.add_scatter(x=[None], y=[None], mode="markers", name=kind, marker=_marker(kind, LEVEL), row=1, col=1)
    for row, region in enumerate(view.regions, 1):
        style = region_style(slug(region.region))
        for kind in dict.fromkeys(deed.kind for deed in region.deeds):
            mine = [deed for deed in region.deeds if deed.kind == kind]
            spans = [(deed.start, deed.end, None) for deed in mine]
            figure.add_scatter(
                x=[when for span in spans for when in span],
                y=[deed.lane for deed in mine for _ in range(3)],
                mode="lines",
                line={"color": style.colour, "width": 5},
                opacity=0.55,
                hoverinfo="skip",
                showlegend=False,
                row=row,
                col=1,
            )
            figure.add_scatter(
                x=[deed.start for deed in mine],
                y=[deed.lane for deed in mine],
                mode="markers",
                showlegend=False,
                marker=_marker(kind, style.colour),
                customdata=[label(deed.told, 50) for deed in mine],
                hovertemplate="%{customdata}<extra></extra>",
                row=row,
                col=1,
            )
        figure.update_yaxes(range=[max(2, region.lanes) - 0.4, -0.6], row=row, col=1)
    base_layout(figure, height=round(_height(lanes)))
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


def _height(lanes: list[int]) -> float:
    return _LEGEND + 36 + sum(max(2, count) * _LANE + _TITLE for count in lanes)


def _marker(kind: str, colour: str) -> dict[str, object]:
    return {"symbol": _MARKERS.get(kind, "circle"), "size": 10, "color": colour, "line": {"width": 2, "color": colour}}
