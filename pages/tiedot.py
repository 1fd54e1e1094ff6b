"""Sources, every observation down to its report line, conflicts between places, and the data as a file."""

import streamlit as st

from components import session
from components.badges import legend as statuses_legend
from components.data_page import draw_conflicts, draw_example, draw_left_out_values, draw_rows, draw_sources
from components.filters import regions_filter
from components.frame import require_frame
from components.page_header import page_header
from components.texts import plain
from data.views.data_rows import source_cards
from data.views.legend import legend

require_frame(__file__)
catalogue, workspace = session.catalogue(), session.workspace()
page_header("Tiedot")
options = session.data_regions()

st.header("Lähteet", anchor=False)
draw_sources(source_cards(catalogue, session.observations(options), session.process_goals(options)))

st.header("Havainnot ja prosessitavoitteet", anchor=False)
regions = regions_filter(catalogue, options, options, most=None)
observations, process_goals = session.observations(regions), session.process_goals(regions)
draw_rows(catalogue, observations, process_goals)

st.header("Ristiriidat lähteissä", anchor=False)
st.markdown("Kun lähde kertoo saman asian kahdella tavalla, kumpikin tieto säilytetään ja näytetään.")
draw_conflicts(workspace, regions, observations, process_goals)

draw_left_out_values(workspace, regions)
draw_example()

st.header("Säännöt ja rajat", anchor=False)
st.markdown(statuses_legend())
for rule in legend():
    st.markdown(f"- **{plain(rule.label)}.** {plain(rule.text)}")
