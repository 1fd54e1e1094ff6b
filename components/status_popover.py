"""A status that opens how it was reached: the numbers, the rule, the sentence and the source."""

import streamlit as st

from components.badges import status_words
from components.texts import plain
from data.views.card import Card

HEADING = "Näin tila laskettiin"


def status_popover(card: Card, *, with_sentence: bool = False) -> None:
    """Draw the status as a quiet button; `with_sentence` where the sentence is nowhere else on the page."""
    key = f"tila-{card.region}-{card.indicator}".replace(" ", "-")
    with st.popover(status_words(card), type="tertiary", key=key):
        if with_sentence:
            st.markdown(plain(card.sentence))
        st.markdown(f"**{HEADING}**")
        st.markdown("  \n".join(f":gray[{plain(row.label)}:] {plain(row.value)}" for row in card.explanation))
        for gap in card.gaps:
            st.markdown(f"- {plain(gap.label)}: {plain(gap.text)}")
        for caution in card.cautions:
            st.markdown(f"- {plain(caution)}")
        if card.source:
            st.markdown(f":small[:gray[Lähde: {plain(card.source)}]]")
