"""The frame of every page, which app.py draws.

Streamlit still knows folders called pages/ from before `st.navigation`: when a link to a page is the very first thing
that a freshly started server is asked for, it runs that script alone, without app.py. A page therefore starts by
requiring its frame: `st.navigation` ends that old mode for the whole process, and the rerun goes through app.py.
"""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_FRAMED = "framed"


def framed(page: StreamlitPage | None = None) -> None:
    """Remember that this session's pages are run by app.py, and which one is."""
    st.session_state[_FRAMED] = page or True


def current_page() -> StreamlitPage:
    """Return the page that app.py runs."""
    page: StreamlitPage = st.session_state[_FRAMED]
    return page


def require_frame(page: str) -> None:
    """Start again inside the frame if `page` (its file) is run outside it. Happens at most once in a session."""
    if not st.session_state.get(_FRAMED):
        framed()
        st.navigation([st.Page(framed, default=True), st.Page(page)], position="hidden")
        st.rerun()
