"""Cards of indicators, drawn in a grid that folds to one column on a phone."""

from collections.abc import Sequence

import streamlit as st

from components.badges import card_badge
from components.charts import draw_chart
from components.figures.bar_figures import group_figure
from components.figures.time_figures import time_figure
from components.links import INDICATOR_PAGE
from components.state import same_data
from components.texts import plain
from data.views.card import Card

_CARD_WIDTH = 330


def card_grid(cards: Sequence[Card]) -> None:
    """Draw cards side by side as they fit."""
    with st.grid("auto", min_column_width=_CARD_WIDTH):
        for card in cards:
            draw_card(card)


def draw_card(card: Card) -> None:
    """Draw name and status, leading number with its period and n, facts, charts, source and cautions."""
    with st.container(border=True, key=f"card-{card.region}-{card.indicator}".replace(" ", "-")):
        st.markdown(f"### {plain(card.name)}")
        st.markdown(card_badge(card) + ("" if card.is_complete else " :gray-badge[kortti puutteellinen]"))
        draw_facts(card)
        draw_charts(card)
        _draw_fine_print(card)
        query = same_data({"alue": card.region, "mittari": card.indicator})
        st.page_link(INDICATOR_PAGE, label="Avaa mittari", query_params=query, icon=":material/open_in_full:", help="")


def draw_facts(card: Card) -> None:
    """Draw what the card leads with, in large type where it is a number, and the facts under it."""
    if card.headline.is_number:
        st.metric(plain(card.headline.label), plain(card.headline.text))
    else:
        text = f"  \n**{plain(card.headline.text)}**" if card.headline.text else ""
        st.markdown(f":small[{plain(card.headline.label)}]{text}")
    if card.facts:
        st.markdown("  \n".join(f"{plain(fact.label)}: **{plain(fact.text)}**" for fact in card.facts))


def draw_charts(card: Card, *, height: int = 260) -> None:
    """Draw the series over time and its groups, each with the sentence as its text for screen readers."""
    if card.time_chart:
        chart = card.time_chart
        draw_chart(time_figure, chart, key=f"time-{card.region}-{card.indicator}", height=height)
        for fact in chart.facts:
            st.caption(plain(f"{fact.label}: {fact.text}."))
        if chart.caution:
            st.caption(plain(chart.caution.capitalize() + "."))
    if card.bar_chart:
        bars = card.bar_chart
        draw_chart(group_figure, bars, key=f"bars-{card.region}-{card.indicator}")


def _draw_fine_print(card: Card) -> None:
    """Draw the source in sight, and the sentence, gaps and cautions one press away."""
    if card.source:
        theme = f"{plain(card.theme.capitalize())}. " if card.theme else ""
        st.caption(f"{theme}Lähde: {plain(card.source)}")
    with st.expander(f"Lisätietoja ja varaukset ({len(card.gaps) + len(card.cautions)})", type="compact"):
        st.markdown(plain(card.sentence))
        for gap in card.gaps:
            st.markdown(f"- {plain(gap.label)}: {plain(gap.text)}")
        for caution in card.cautions:
            st.markdown(f"- {plain(caution)}")
