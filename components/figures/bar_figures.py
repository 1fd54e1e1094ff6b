"""Horizontal bars from zero: groups of an indicator, regions on one scale, process goals by status."""

import plotly.graph_objects as go

from components.colours import EDGE, LEVEL, PROCESS_STATUS_FILLS, region_style, text_on
from components.figures import FONT_SIZE, base_layout, label
from data.views.group_bars import BarChart
from data.views.overview import StatusChart
from data.views.shared_scales import SharedScale

_ROW = 38  # pixels of a bar with one line of name
_LINE = 16  # and of each further line
_CHARACTER = 7  # pixels of a label


def group_figure(chart: BarChart) -> go.Figure:
    """Draw a bar for each group, labelled with its value, in the colour of the region."""
    style = region_style(chart.region)
    return bars(
        names=[bar.name for bar in chart.bars],
        values=[bar.value for bar in chart.bars],
        labels=[bar.label.text for bar in chart.bars],
        hovers=[f"{bar.name}: {bar.description}" for bar in chart.bars],
        colours=[style.colour] * len(chart.bars),
    )


def scale_figure(scale: SharedScale) -> go.Figure:
    """Draw a bar for each area on a shared scale, in the colour of its region; areas of comparison are grey."""
    return bars(
        names=[row.name for row in scale.rows],
        values=[row.value for row in scale.rows],
        labels=[row.label.text for row in scale.rows],
        hovers=[f"{row.name}: {row.label.text}" for row in scale.rows],
        colours=[LEVEL if row.is_comparison else region_style(row.region).colour for row in scale.rows],
    )


def bars(
    names: list[str],
    values: list[float],
    labels: list[str],
    hovers: list[str],
    colours: list[str],
    *,
    name_width: int = 28,
) -> go.Figure:
    """Draw horizontal bars from zero, the first at the top, each with its label at its end and its text on hover.

    Names are folded at `name_width` characters, and every row is as high as the longest name needs.
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
            customdata=[label(text, 60) for text in hovers],
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


def status_figure(chart: StatusChart) -> go.Figure:
    """Stack the process goals of each region by status, from done to unknown; each part carries its number."""
    figure = go.Figure()
    for part in chart.parts:
        colour, pattern = PROCESS_STATUS_FILLS[part.status]
        figure.add_bar(
            name=part.status.value,
            y=[label(name) for name, _ in chart.regions],
            x=part.counts,
            orientation="h",
            text=[str(count) if count else "" for count in part.counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": text_on(part.status), "size": FONT_SIZE},
            marker={
                "color": colour,
                "line": {"color": EDGE, "width": 1},
                "pattern": {
                    "shape": pattern,
                    "fillmode": "overlay",
                    "fgcolor": "#3C4043",
                    "size": 7,
                    "solidity": 0.12,
                },
            },
            customdata=[
                label(f"{name}: {part.status.value} {count}", 60)
                for (name, _), count in zip(chart.regions, part.counts, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    base_layout(figure, height=52 * len(chart.regions) + 110)
    figure.update_layout(
        barmode="stack",
        showlegend=True,
        bargap=0.35,
        legend={
            "orientation": "h",
            "yanchor": "bottom",
            "y": 1.02,
            "x": 0,
            "traceorder": "normal",
            "title": None,
        },
    )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(showticklabels=False, showgrid=False, zeroline=False)
    return figure
