"""Regions side by side: one scale only where the numbers compare, otherwise the reason in words."""

import streamlit as st

from components import session
from components.comparison_page import draw_continuations, draw_progress, draw_shared_scales, draw_subject
from components.filters import MAX_COMPARED, goal_or_all_filter, regions_popover
from components.frame import require_frame
from components.front_page import draw_statuses
from components.links import process_goals_link
from components.page_header import choice_row, page_header
from components.texts import plain
from data.views.comparison import comparison

COMPARED = ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme"]

require_frame(__file__)
catalogue = session.catalogue()
with page_header("Vertailu"):
    regions = regions_popover(catalogue, session.data_regions(), COMPARED, least=2, most=MAX_COMPARED)
with choice_row():
    goal = goal_or_all_filter(catalogue)
view = comparison(
    catalogue,
    regions,
    session.observations(regions),
    session.process_goals(regions),
    session.today(),
    goal=goal,
)

st.header("Vertailukelpoiset luvut", anchor=False)
draw_shared_scales(view)

st.header("Eteneminen kohti omaa tavoitetta", anchor=False)
draw_progress(view)

st.header("Samansuuntaiset mittarit rinnakkain", anchor=False)
st.markdown(
    "Alueet mittaavat samoja asioita eri tavoin. Luvut ovat vierekkäin mutta eivät samalla asteikolla, "
    "eikä niistä voi päätellä, mikä alue on edellä."
)
for subject in view.subjects:
    draw_subject(subject)
if not view.subjects:
    st.info("Valituilla alueilla ei ole yhtään yhteistä aihetta, josta kumpikin kertoisi. Valitse lisää alueita.")
if view.alone:
    st.caption(plain(f"Aiheet, joista kertoo vain yksi valituista alueista: {view.alone}."))

st.header("Prosessitavoitteiden tila", anchor=False)
st.caption(
    "Asteikko on prosessitavoitteiden lukumäärä. Alueet raportoivat eri aikoina, joten määrä ei kerro paremmuudesta."
)
draw_statuses(view.status_chart)

st.header("Toiminnan jatkuminen hankkeen jälkeen", anchor=False)
st.caption("Alueet kertovat jatkosta eri tavoin, eikä jatkolle ole yhteistä mittaria. Luvut ovat mainintoja.")
draw_continuations(view)
process_goals_link("Jatko rakenteittain", "jatko")
