"""One look: goals × regions as counts of statuses, what is missing and what has changed; every cell a link onward."""

import streamlit as st

from components import state
from components.badges import legend
from components.frame import require_frame
from components.front_page import draw_changes, draw_gaps, draw_statuses, goal_matrix
from components.page_header import page_header
from data.views.front_page import front_page

require_frame(__file__)
workspace = state.workspace()
page = state.view(workspace, front_page)
view = page.overview

page_header(workspace, "Tulevaisuuden sosiaali- ja terveyskeskus: seuranta")
if not state.is_example():
    st.markdown(
        "Alueiden omissa raporteissa julkaistut mittarit lähtötilaan ja tavoitteeseen verrattuna. "
        "Useimmilla mittareilla on yksi havainto, joten sivu kertoo, mitä tietoa on ja mitä puuttuu."
    )
with st.grid("auto", min_column_width=190):
    for label, value in view.totals:
        st.metric(label, value, border=True)

st.header("Mittarit hyötytavoitteittain ja alueittain", anchor=False)
st.caption(
    "Lukuja 2/6 tarkoittaa, että kuudesta tulosmittarista kahdella on vähintään yksi oma luku: lähtötila, seuranta tai "
    "muutos. Tuotokset ja taustatiedot lasketaan erikseen. Prosessitavoitteista (prosessitav.) ruutu kertoo määrän ja "
    "viimeisimmät tilat. Valitse ruutu, niin näet mittarit."
)
goal_matrix(workspace.catalogue, view)
with st.expander("Tilojen selitykset"):
    st.markdown(legend())

st.header("Prosessitavoitteiden tila alueittain", anchor=False)
st.caption(
    "Lukumäärät ovat alueen omien prosessitavoitteiden määriä viimeisimmän raportin mukaan. "
    "Alueet raportoivat eri aikoina ja eri tarkkuudella, joten määrät eivät kerro paremmuudesta. "
    "Kun lähde kertoo tilan kahdella tavalla, kaaviossa on ensin kerrottu ja sivulla Prosessitavoitteet molemmat."
)
draw_statuses(view.status_chart)

st.header("Tietovajeet: seuraavat teot alueittain", anchor=False)
draw_gaps(page.gaps)

st.header("Muuttunut viime julkaisusta", anchor=False)
draw_changes(page)
