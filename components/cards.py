"""Cards of indicators, drawn in a grid that folds to one column on a phone."""

from collections.abc import Sequence

import streamlit as st

from components.figures.bars import group_figure
from components.figures.style import CONFIG
from components.figures.time import time_figure
from components.texts import plain
from data.analysis.views.card import Card

_CARD_WIDTH = 330


def card_grid(cards: Sequence[Card]) -> None:
    """Cards side by side as they fit."""
    with st.grid("auto", min_column_width=_CARD_WIDTH):
        for card in cards:
            draw_card(card)


def draw_card(card: Card) -> None:
    """Name, leading number with its period and n, facts, chart where there is more than a point, cautions, source."""
    with st.container(border=True, key=f"card-{card.region}-{card.indicator}".replace(" ", "-")):
        st.markdown(f"### {plain(card.name)}")
        if card.headline_is_number:
            st.metric(plain(card.headline_about), plain(card.headline))
        else:
            st.markdown(f":small[{plain(card.headline_about)}]  \n**{plain(card.headline)}**".removesuffix("  \n****"))
        if card.facts:
            st.markdown("  \n".join(f"{plain(fact.label)}: **{plain(fact.text)}**" for fact in card.facts))
        if card.time_chart:
            figure, alt = time_figure(card.time_chart), card.time_chart.alt
            st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"time-{card.region}-{card.indicator}")
        if card.bar_chart:
            figure, alt = group_figure(card.bar_chart), card.bar_chart.alt
            st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"bars-{card.region}-{card.indicator}")
        _fine_print(card)


def _fine_print(card: Card) -> None:
    """The source in sight, the sentence, gaps and cautions one press away."""
    if card.source:
        st.caption(f"{plain(card.theme.capitalize())}. Lähde: {plain(card.source)}".removeprefix(". "))
    with st.expander(f"Lisätietoja ja varaukset ({len(card.gaps) + len(card.cautions)})", type="compact"):
        st.markdown(plain(card.sentence))
        for gap in card.gaps:
            st.markdown(f"- {plain(gap.label)}: {plain(gap.text)}")
        for caution in card.cautions:
            st.markdown(f"- {plain(caution)}")
