"""Charts as Plotly figures made from views, without Streamlit. Here is what all figures share: type size, labels."""

from html import escape
from textwrap import wrap

import plotly.graph_objects as go

FONT_SIZE = 15
CONFIG = {"displayModeBar": False, "locale": "fi", "responsive": True}  # of every chart on a page


def label(text: str, width: int = 28) -> str:
    """Return text from data as a label: never markup, in lines of so many characters that a narrow card holds them."""
    return "<br>".join(escape(line, quote=False) for line in wrap(text, width)) or " "


def link(href: str, text: str, colour: str, width: int = 60) -> str:
    """Return text from data as a label that is a link in the same window, underlined; without an address a label."""
    if not href:
        return label(text, width)
    style = f"color:{colour};text-decoration:underline"
    return f'<a href="{escape(href)}" target="_self" style="{style}">{label(text, width)}</a>'


def base_layout(figure: go.Figure, *, height: int) -> go.Figure:
    """Give a figure its height in pixels, Finnish separators and room for labels, and take tools and zoom away."""
    figure.update_layout(
        height=height,
        separators=",\u00a0",
        showlegend=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font={"size": FONT_SIZE},
        hoverlabel={"font": {"size": FONT_SIZE}},
        dragmode=False,
    )
    figure.update_xaxes(automargin=True, fixedrange=True, tickfont={"size": FONT_SIZE - 1})
    figure.update_yaxes(automargin=True, fixedrange=True, tickfont={"size": FONT_SIZE - 1})
    return figure
