"""The meeting: choose and order what it sees, present it, take it along, open it as it was."""

import streamlit as st

from components import state
from components.frame import require_frame
from components.meeting.chosen_agenda import chosen_agenda, chosen_deck
from components.meeting.editor import add_item, draw_items, draw_links, draw_saving
from components.meeting.presenting import draw_preview, present
from components.meeting.take_along import draw_files, draw_handout, handout_links
from components.page_header import page_header
from components.texts import plain
from components.versions import version_filter

require_frame(__file__)
workspace = state.workspace()
shown = st.query_params.get("nayta", "")
if shown == "tuloste":
    draw_handout(workspace)
    st.stop()
agenda = chosen_agenda(workspace)
if shown == "esitys" and agenda.items:
    present(chosen_deck(workspace, agenda), is_example=state.is_example())
    st.stop()
if shown:  # there is nothing to present: the items are chosen first, with everything around them
    del st.query_params["nayta"]
    st.rerun()

page_header(workspace, "Ohjausryhmä")
st.markdown("Kokoa, mitä kokous näkee, esitä se koko näytöllä tai jaa se linkkinä.")
for note in agenda.notes:
    st.warning(plain(note))
version_filter(workspace)

st.header("Esityksen kohdat", anchor=False)
if agenda.name:
    st.markdown(f"Tallennettu esitys: **{plain(agenda.name)}**")
draw_items(workspace, agenda)
with st.container(border=True):
    add_item(workspace, agenda)

if agenda.items:
    deck = chosen_deck(workspace, agenda)
    st.header("Esitä ja jaa", anchor=False)
    draw_links(workspace, agenda)

    st.header("Ota mukaan", anchor=False)
    draw_files(workspace, agenda, deck)

    st.header("Diat", anchor=False)
    draw_preview(workspace.catalogue, agenda, deck)

st.header("Tallenna ja avaa", anchor=False)
draw_saving(workspace, agenda)

st.header("Yhden sivun tuloste alueesta", anchor=False)
handout_links(workspace)
