"""Groups of one indicator, and regions on one scale, as horizontal bars from zero."""

import plotly.graph_objects as go

from components.figures.style import FONT_SIZE, LEVEL, base_layout, label, region_style
from data.catalogue import slug
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale

_ROW = 38  # pixels of a bar with one line of name
_LINE = 16  # and of each further line
_CHARACTER = 7  # pixels of a label


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


def scale_figure(scale: SharedScale) -> go.Figure:
    """One bar an area on a shared scale, in the colour of its region; what it is compared with is grey."""
    return bars(
        names=[row.name for row in scale.rows],
        values=[row.value for row in scale.rows],
        labels=[row.label for row in scale.rows],
        told=[f"{row.name}: {row.label}" for row in scale.rows],
        colours=[LEVEL if row.is_comparison else region_style(slug(row.region)).colour for row in scale.rows],
    )


def bars(
    names: list[str],
    values: list[float],
    labels: list[str],
    told: list[str],
    colours: list[str],
    *,
    name_width: int = 28,
) -> go.Figure:
    """Horizontal bars from zero, top first; the value stands at the end of its bar, what is told shows on hover.

    Names are folded at `name_width` characters, and the rows are as high as the longest of them needs.
    """
    ticks = [label(name, name_width) for name in names]
    figure = go.Figure(
        go.Bar(
            x=values,
            y=list(range(len(names))),
            orientation="h",
            marker={"color": colours},
            text=[label(text, 60) for text in labels],
            textposition="outside",
            textfont={"size": FONT_SIZE},
            constraintext="none",
            cliponaxis=False,
            customdata=[label(text, 60) for text in told],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    lines = max(tick.count("<br>") + 1 for tick in ticks)
    base_layout(figure, height=(_ROW + _LINE * (lines - 1)) * len(names) + 24)
    figure.update_yaxes(tickvals=list(range(len(names))), ticktext=ticks, autorange="reversed", showgrid=False)
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low or 1) * 0.35
    figure.update_xaxes(range=[low - (room if low < 0 else 0), high + room], showticklabels=False, showgrid=False)
    beyond = max(48, _CHARACTER * max(map(len, labels)) - 20)  # on a phone the room above is some fifty pixels
    figure.update_layout(bargap=0.35, margin={"r": beyond})
    return figure
