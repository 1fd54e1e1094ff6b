"""One indicator: chart by its evidence, groups, every observation, its card, actions and corrections."""

import pandas as pd
import streamlit as st

from components import state
from components.badges import card_badge
from components.cards import draw_charts, draw_facts
from components.filters import indicator_filter
from components.frame import require_frame
from components.page_header import page_header
from components.texts import plain
from data.views.indicator import indicator_page

require_frame(__file__)
workspace = state.workspace()
page_header(workspace, "Mittari")
region, indicator_id = indicator_filter(workspace.catalogue, workspace.regions)
view = state.view(workspace, indicator_page, region, indicator_id)
card = view.card

st.header(plain(f"{card.name}, {card.region_label}"), anchor=False)
with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(card_badge(card) + ("" if view.is_complete else " :gray-badge[mittarikortti puutteellinen]"))
    st.caption(plain(f"{view.evidence.value}. {card.assessment.reason}".rstrip(". ") + "."))
st.markdown(plain(card.sentence))
left, right = st.columns([3, 2], gap="large")
with left:
    draw_facts(card)
    draw_charts(card, height=380)
    for signal in view.signals:
        st.markdown(f"- {plain(signal.label)}: {plain(signal.text)}")
with right:
    st.subheader("Mittarikortti", anchor=False)
    st.markdown("\n".join(f"- **{plain(fact.label)}:** {plain(fact.text)}" for fact in view.description))

st.subheader("Kaikki havainnot", anchor=False)
if view.rows:
    st.dataframe(pd.DataFrame(view.rows), hide_index=True, alt="Mittarin kaikki havainnot ja niiden lähteet")
else:
    st.markdown("Lähde nimeää mittarin, mutta siitä ei ole yhtään havaintoa.")
if view.actions:
    st.subheader("Toimenpiteet", anchor=False)
    st.caption("Toimenpide on merkki aika-akselilla. Se ei kerro, mistä muutos johtui.")
    st.markdown("\n".join(f"- {plain(a.when)}: {plain(a.title)} :small[{plain(a.place)}]" for a in view.actions))
st.subheader("Korjaushistoria", anchor=False)
if view.corrections:
    st.dataframe(pd.DataFrame(view.corrections), hide_index=True, alt="Korvatut arvot ja versiot")
else:
    st.markdown("Arvoja ei ole korjattu julkaisun jälkeen.")
