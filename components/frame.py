"""The frame of every page, which app.py draws, and the banner that says when all numbers are invented.

Streamlit still knows folders called pages/ from before `st.navigation`: when a link to a page is the very first thing
that a freshly started server is asked for, it runs that script alone, without app.py. A page therefore starts by
requiring its frame: `st.navigation` ends that old mode for the whole process, and the rerun goes through app.py.
"""

import streamlit as st

from components.filters import example_is_chosen
from components.links import FRONT_PAGE

_FRAMED = "framed"


def framed() -> None:
    """Remember that this session's pages are run by app.py."""
    st.session_state[_FRAMED] = True


def require_frame(page: str) -> None:
    """Start again inside the frame if `page` (its file) is run outside it. Happens at most once in a session."""
    if not st.session_state.get(_FRAMED):
        framed()
        st.navigation([st.Page(framed, default=True), st.Page(page)], position="hidden")
        st.rerun()


def example_banner() -> None:
    """Where the invented example is in use, say so, with a link back to the real data."""
    if not example_is_chosen():
        return
    st.warning(
        "**Esimerkkiaineisto: kaikki luvut ovat keksittyjä.** Ne eivät kerro minkään alueen palveluista, vaikka "
        "alueiden nimet ovat oikeita. Älä esitä niitä tuloksina.",
        icon=":material/science:",
    )
    st.page_link(
        FRONT_PAGE,
        label="Palaa alueiden raporttien tietoihin",
        icon=":material/arrow_back:",
        query_params={"aineisto": "raportit"},
    )
