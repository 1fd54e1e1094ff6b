"""Process goals by status, a bar a region."""

import plotly.graph_objects as go

from components.figures.style import FONT_SIZE, base_layout, label
from data.model import ProcessStatus
from data.views.overview import StatusChart

# Shade and pattern tell the statuses apart without colour as well; each part carries its number, the legend its word.
LOOK = {
    ProcessStatus.DONE: ("#0B5CAD", ""),
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
DARK = {ProcessStatus.DONE}


def status_figure(chart: StatusChart) -> go.Figure:
    """Stacked bars in the order of the status list, from done to unknown."""
    figure = go.Figure()
    for part in chart.parts:
        colour, pattern = LOOK[part.status]
        figure.add_bar(
            name=part.status.value,
            y=[label(name) for name, _ in chart.regions],
            x=part.counts,
            orientation="h",
            text=[str(count) if count else "" for count in part.counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": "#FFFFFF" if part.status in DARK else "#1A1A1A", "size": FONT_SIZE},
            marker={
                "color": colour,
                "line": {"color": "#5F6368", "width": 1},
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
