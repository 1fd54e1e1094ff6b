"""The two rows at the top of a page: its title with what data it shows, and its choices.

What a page draws into the returned rows stands at the right end of the first, and from the left in the second.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.example import example_badge
from components.versions import version_badge


def page_header(title: str) -> DeltaGenerator:
    """Draw the title and, where they are in use, the example's and the version's badge; return the rest of the row."""
    row = st.container(horizontal=True, vertical_alignment="center")
    with row:
        st.title(title, anchor=False, width="content")
        example_badge()
        version_badge()
        st.space("stretch")
    return row


def choice_row() -> DeltaGenerator:
    """Return the second row: choices from the left, and after `st.space("stretch")` from the right."""
    return st.container(horizontal=True, vertical_alignment="center")
