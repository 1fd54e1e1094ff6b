"""The meeting: choose and order what it sees, present it, take it along, open it as it was."""

import streamlit as st

from components import session
from components.filters import example_is_chosen
from components.frame import require_frame
from components.meeting.chosen_agenda import chosen_agenda, meeting_deck
from components.meeting.editor import add_item, draw_items, draw_links, draw_saving
from components.meeting.files import draw_files
from components.meeting.handouts import draw_handout, handout_links
from components.meeting.presenting import draw_preview, present
from components.page_header import page_header
from components.texts import plain
from components.versions import version_filter

require_frame(__file__)
catalogue = session.catalogue()
shown = st.query_params.get("nayta", "")
if shown == "tuloste":
    draw_handout(catalogue)
    st.stop()
agenda = chosen_agenda(catalogue)
if shown == "esitys" and agenda.items:
    present(meeting_deck(catalogue, agenda), is_example=example_is_chosen())
    st.stop()
if shown:  # there is nothing to present: the items are chosen first, with everything around them
    del st.query_params["nayta"]
    st.rerun()

page_header("Ohjausryhmä")
st.markdown("Kokoa, mitä kokous näkee, esitä se koko näytöllä tai jaa se linkkinä.")
for note in agenda.notes:
    st.warning(plain(note))
version_filter()

st.header("Esityksen kohdat", anchor=False)
if agenda.name:
    st.markdown(f"Tallennettu esitys: **{plain(agenda.name)}**")
draw_items(catalogue, agenda)
with st.container(border=True):
    add_item(catalogue, agenda)

if agenda.items:
    deck = meeting_deck(catalogue, agenda)
    st.header("Esitä ja jaa", anchor=False)
    draw_links(catalogue, agenda)

    st.header("Ota mukaan", anchor=False)
    draw_files(catalogue, agenda, deck)

    st.header("Diat", anchor=False)
    draw_preview(catalogue, agenda, deck)

st.header("Tallenna ja avaa", anchor=False)
draw_saving(catalogue, agenda)

st.header("Yhden sivun tuloste alueesta", anchor=False)
handout_links(catalogue)
