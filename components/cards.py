"""Cards of indicators, drawn in a grid that folds to one column on a phone."""

from collections.abc import Sequence

import streamlit as st

from components.figures.bars import group_figure
from components.figures.style import CONFIG
from components.figures.time import time_figure
from components.texts import plain
from data.analysis.views.card import Card

_CARD_WIDTH = 330


def card_grid(cards: Sequence[Card], *, show_region: bool = False) -> None:
    """Cards side by side as they fit."""
    with st.grid("auto", min_column_width=_CARD_WIDTH):
        for card in cards:
            draw_card(card, show_region=show_region)


def draw_card(card: Card, *, show_region: bool = False) -> None:
    """Name, leading number with its period and n, facts, chart where there is more than a point, cautions, source."""
    with st.container(border=True, key=f"card-{card.region}-{card.indicator}".replace(" ", "-")):
        over = [card.region_label] if show_region else []
        st.caption(plain(" · ".join([*over, card.theme or card.kind.value])))
        st.markdown(f"#### {plain(card.name)}")
        if card.has_number:
            st.metric(plain(card.headline_about), plain(card.headline))
        else:
            st.markdown(f"{plain(card.headline)}. {plain(card.headline_about)}".rstrip(". ") + ".")
        for fact in card.facts:
            st.markdown(f"**{plain(fact.label)}:** {plain(fact.text)}")
        if card.time_chart:
            figure, alt = time_figure(card.time_chart), card.time_chart.alt
            st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"time-{card.region}-{card.indicator}")
        if card.bar_chart:
            figure, alt = group_figure(card.bar_chart), card.bar_chart.alt
            st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"bars-{card.region}-{card.indicator}")
        for caution in card.cautions:
            st.caption(f":material/info: {plain(caution)}")
        if card.source:
            st.caption(f"Lähde: {plain(card.source)}")
