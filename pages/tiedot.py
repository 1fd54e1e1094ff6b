"""Sources, every observation down to its report line, conflicts between places, and the data as a file."""

import pandas as pd
import streamlit as st

from components import session
from components.badges import legend as statuses_legend
from components.example import example_section
from components.filters import regions_filter
from components.frame import require_frame
from components.left_out_values import left_out_section
from components.page_header import page_header
from components.texts import plain
from data.finnish import counted
from data.views.data_rows import (
    conflicts,
    conflicts_between_sources,
    observation_rows,
    process_goal_rows,
    source_cards,
)
from data.views.legend import legend

_SHOWN_CONFLICTS = 50  # observations that several sources have given; a file read anew may bring thousands

require_frame(__file__)
catalogue = session.catalogue()
page_header("Tiedot")
options = session.data_regions()

st.header("Lähteet", anchor=False)
everything, every_goal = session.observations(options), session.process_goals(options)
with st.grid("auto", min_column_width=330):
    for source in source_cards(catalogue, everything, every_goal):
        with st.container(border=True):
            st.markdown(f"### {plain(source.title)}")
            st.markdown(f"Jakso: {plain(source.covers)}  \n{plain(source.counts)}")
            st.caption(plain(source.note))

st.header("Havainnot ja prosessitavoitteet", anchor=False)
regions = regions_filter(catalogue, options, options, most=None)
observations, process_goals = session.observations(regions), session.process_goals(regions)
st.subheader("Havainnot", anchor=False)
st.dataframe(
    pd.DataFrame(observation_rows(catalogue, observations)),
    hide_index=True,
    height=420,
    alt="Kaikki havainnot raportin riville asti",
    column_config={"Mittari": st.column_config.TextColumn(pinned=True, width="medium")},
)
st.subheader("Prosessitavoitteet", anchor=False)
if process_goals:
    st.dataframe(
        pd.DataFrame(process_goal_rows(process_goals)),
        hide_index=True,
        height=420,
        alt="Kaikki prosessitavoitteet, tila ja raportin rivi",
        column_config={"Prosessitavoite": st.column_config.TextColumn(pinned=True, width="large")},
    )
else:
    st.markdown("Valituilla alueilla ei ole prosessitavoitteita.")
st.download_button(
    "Lataa tiedot CSV-tiedostona",
    session.export_csv(),
    file_name=session.file_name("seurantatiedot.csv"),
    mime="text/csv",
    icon=":material/download:",
    on_click="ignore",
)

st.header("Ristiriidat lähteissä", anchor=False)
st.markdown("Kun lähde kertoo saman asian kahdella tavalla, kumpikin tieto säilytetään ja näytetään.")
workspace = session.workspace()
replacements = workspace.replacements_of_several_sources(regions, _SHOWN_CONFLICTS)
found = conflicts(catalogue, observations, process_goals) + conflicts_between_sources(catalogue, replacements)
if not found:
    st.markdown("Valituilta alueilta ei löytynyt ristiriitoja.")
for places in found:
    st.markdown(f"**{plain(places[0].what)}**")
    for place in places:
        st.markdown(f"- {plain(place.text)} :small[{plain(place.place)}. {plain(place.note)}]")
if (unshown := workspace.count_cells_from_several_sources(regions) - _SHOWN_CONFLICTS) > 0:
    st.caption(f"Näiden lisäksi lähteet kertovat eri tavoin vielä {counted(unshown, 'havainnon', 'havaintoa')}.")

left_out_section(workspace, regions)
example_section()

st.header("Säännöt ja rajat", anchor=False)
st.markdown(statuses_legend())
for rule in legend():
    st.markdown(f"- **{plain(rule.label)}.** {plain(rule.text)}")
