"""The two rows at the top of a page: its title with what data it shows, and its choices.

What a page draws into the returned rows stands at the right end of the first, and from the left in the second.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.links import FRONT_PAGE
from components.state import is_example
from components.versions import version_badge
from data.workspace import Workspace


def page_header(workspace: Workspace, title: str) -> DeltaGenerator:
    """Draw the title and, where they are in use, the example's and the version's badge; return the rest of the row."""
    row = st.container(horizontal=True, vertical_alignment="center")
    with row:
        st.title(title, anchor=False, width="content")
        example_badge()
        version_badge(workspace)
        st.space("stretch")
    return row


def choice_row() -> DeltaGenerator:
    """Return the second row: choices from the left, and after `st.space("stretch")` from the right."""
    return st.container(horizontal=True, vertical_alignment="center")


def example_badge() -> None:
    """Where the example is in use, say that every number is invented, with a link back to the real data."""
    if not is_example():
        return
    st.badge(
        "Keksityt luvut",
        icon=":material/science:",
        color="orange",
        help="Esimerkkiaineisto: kaikki luvut ovat keksittyjä. Ne eivät kerro minkään alueen palveluista, vaikka "
        "alueiden nimet ovat oikeita. Älä esitä niitä tuloksina.",
    )
    st.page_link(
        FRONT_PAGE,
        label="Palaa alueiden raporttien tietoihin",
        icon=":material/arrow_back:",
        query_params={"aineisto": "raportit"},
    )
