"""Draws the chart of a view as its figure, which is made once for everyone who looks at the same chart."""

from collections.abc import Callable
from typing import Any, Protocol

import plotly.graph_objects as go
import streamlit as st

from components.figures import CONFIG


class Chart(Protocol):
    """A chart of a view: facts that a figure is made of, and its sentence for those who do not see it."""

    @property
    def alt(self) -> str:
        """Return the sentence."""

    def model_dump_json(self) -> str:
        """Return all of it as text."""


def draw_chart(make: Callable[..., go.Figure], chart: Chart, *, key: str, **look: Any) -> None:
    """Draw `make(chart, **look)` with the chart's sentence."""
    figure = _figure(chart.model_dump_json(), make.__qualname__, look, make, chart)
    st.plotly_chart(figure, config=CONFIG, alt=chart.alt, key=key)


@st.cache_resource(max_entries=128, show_spinner=False)
def _figure(facts: str, name: str, look: dict[str, Any], _make: Callable[..., go.Figure], _chart: Chart) -> go.Figure:
    """Return a figure. Its facts are the key: whose data and which version they are of makes no difference."""
    return _make(_chart, **look)
