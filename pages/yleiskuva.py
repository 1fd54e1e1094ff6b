"""One look: goals × regions as counts of what there is, every cell a link onward."""

import streamlit as st

from components import session
from components.frame import require_frame
from components.matrix import draw_statuses, goal_matrix
from data.analysis.views.overview import overview

require_frame(__file__)
catalogue = session.catalogue()
regions = session.data_regions()
view = overview(catalogue, regions, session.evidence(), session.process_goals(regions))

st.title("Tulevaisuuden sosiaali- ja terveyskeskus: seuranta", anchor=False)
st.markdown(
    "Alueiden omissa raporteissa julkaistut mittarit lähtötilaan ja tavoitteeseen verrattuna. "
    "Useimmilla mittareilla on yksi havainto, joten sivu kertoo, mitä tietoa on ja mitä puuttuu."
)
with st.grid("auto", min_column_width=190):
    for label, value in view.totals:
        st.metric(label, value, border=True)

st.header("Mittarit hyötytavoitteittain ja alueittain", anchor=False)
st.caption(
    "Lukuja 2/6 tarkoittaa, että kuudesta tulosmittarista kahdella on vähintään yksi luku. Tuotokset ja taustatiedot "
    "lasketaan erikseen. Valitse ruutu, niin näet mittarit."
)
goal_matrix(catalogue, view)

st.header("Prosessitavoitteiden tila alueittain", anchor=False)
st.caption(
    "Lukumäärät ovat alueen omien prosessitavoitteiden määriä viimeisimmän raportin mukaan. "
    "Alueet raportoivat eri aikoina ja eri tarkkuudella, joten määrät eivät kerro paremmuudesta."
)
draw_statuses(view.status_chart)
