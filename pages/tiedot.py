"""Sources, every observation down to its report line, conflicts between places, and the data as a file."""

import streamlit as st

from components import state
from components.badges import legend as statuses_legend
from components.data_page import draw_conflicts, draw_example, draw_left_out_values, draw_rows, draw_sources
from components.filters import regions_filter
from components.frame import require_frame
from components.page_header import page_header
from components.texts import plain
from data.views.data_page import data_page
from data.views.legend import legend

require_frame(__file__)
workspace = state.workspace()
page_header(workspace, "Tiedot")

st.header("Lähteet", anchor=False)
draw_sources(workspace)

st.header("Havainnot ja prosessitavoitteet", anchor=False)
regions = regions_filter(workspace.catalogue, workspace.regions, workspace.regions, most=None)
draw_rows(workspace, regions)

st.header("Ristiriidat lähteissä", anchor=False)
st.markdown("Kun lähde kertoo saman asian kahdella tavalla, kumpikin tieto säilytetään ja näytetään.")
view = state.view(workspace, data_page, regions)
draw_conflicts(view)

draw_left_out_values(view)
draw_example()

st.header("Säännöt ja rajat", anchor=False)
st.markdown(statuses_legend())
for rule in legend():
    st.markdown(f"- **{plain(rule.label)}.** {plain(rule.text)}")
