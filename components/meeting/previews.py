"""The slides of a deck as small cards, each a link to where it is presented."""

import streamlit as st

from components.meeting.chosen_agenda import agenda_query
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.agenda import Agenda
from data.views.slides import Deck, Slide

_PAGE = "pages/ohjausryhma.py"


def draw_preview(catalogue: Catalogue, agenda: Agenda, deck: Deck) -> None:
    """What stands on each slide after the title slide, in order."""
    st.caption(f"{counted(1 + len(deck.slides), 'dia', 'diaa')}, ensimmäinen on otsikkodia.")
    with st.grid("auto", min_column_width=250):
        for at, slide in enumerate(deck.slides, 2):
            with st.container(border=True, gap="xxsmall", key=f"esikatselu-{at}"):
                st.caption(plain(slide.subject))
                st.markdown(plain(slide.title))
                st.caption(plain(_content(slide)))
                query = agenda_query(catalogue, agenda, nayta="esitys", dia=str(at))
                st.page_link(_PAGE, label=f"Esitä dia {at}", icon=":material/slideshow:", query_params=query)


def _content(slide: Slide) -> str:
    if slide.chart:
        return "Kaavio"
    if slide.table:
        return f"Taulukko, {counted(len(slide.table.rows), 'rivi', 'riviä')}"
    return slide.number.text if slide.number else "Teksti"
