"""Groups of one indicator, and regions on one scale, as horizontal bars from zero."""

import plotly.graph_objects as go

from components.figures.style import base_layout, label, region_style
from data.analysis.views.charts import BarChart
from data.catalogue import slug

_ROW = 38


def group_figure(chart: BarChart) -> go.Figure:
    """One bar a group, labelled with its value, in the colour of the region."""
    style = region_style(slug(chart.region))
    return bars(
        names=[bar.name for bar in chart.bars],
        values=[bar.value for bar in chart.bars],
        labels=[bar.label for bar in chart.bars],
        told=[f"{bar.name}: {bar.told}" for bar in chart.bars],
        colours=[style.colour] * len(chart.bars),
    )


def bars(names: list[str], values: list[float], labels: list[str], told: list[str], colours: list[str]) -> go.Figure:
    """Horizontal bars from zero, top first; the value stands at the end of its bar, what is told shows on hover."""
    figure = go.Figure(
        go.Bar(
            x=values,
            y=list(range(len(names))),
            orientation="h",
            marker={"color": colours},
            text=[label(text) for text in labels],
            textposition="outside",
            cliponaxis=False,
            customdata=[label(text, 60) for text in told],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    base_layout(figure, height=_ROW * len(names) + 24)
    figure.update_yaxes(
        tickvals=list(range(len(names))), ticktext=[label(name) for name in names], autorange="reversed", showgrid=False
    )
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.35
    figure.update_xaxes(range=[low - (room if low < 0 else 0), high + room], showticklabels=False, showgrid=False)
    figure.update_layout(bargap=0.35, margin={"r": 48})
    return figure
