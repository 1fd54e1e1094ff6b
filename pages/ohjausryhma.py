"""The meeting: choose and order what it sees, present it, take it along, open it as it was."""

import streamlit as st

from components import state
from components.frame import require_frame
from components.meeting.chosen_agenda import chosen_agenda, chosen_deck
from components.meeting.editor import add_item, draw_items, links, save_form, saved_agendas
from components.meeting.files import draw_files
from components.meeting.handouts import draw_handout, handout_links
from components.meeting.presenting import draw_preview, present
from components.texts import plain
from components.versions import version_filter
from data.views.agenda import item_text

require_frame(__file__)
workspace = state.workspace()
catalogue = workspace.catalogue
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

st.title("Ohjausryhmä", anchor=False)
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
    links(workspace, agenda)

    st.header("Ota mukaan", anchor=False)
    draw_files(workspace, agenda, deck)

    st.header("Diat", anchor=False)
    draw_preview(catalogue, agenda, deck)

st.header("Tallenna ja avaa", anchor=False)
left, right = st.columns(2, gap="large")
with left:
    save_form(workspace, agenda, [item_text(catalogue, item) for item in agenda.items])
with right:
    st.subheader("Tallennetut esitykset", anchor=False)
    saved_agendas(workspace)

st.header("Yhden sivun tuloste alueesta", anchor=False)
handout_links(workspace)
