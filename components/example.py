"""The badge of the invented example, which no page of it lacks, and the link out of it."""

import streamlit as st

from components.filters import example_is_chosen
from components.links import FRONT_PAGE


def example_badge() -> None:
    """Where the example is in use, say that every number is invented, with a link back to the real data."""
    if not example_is_chosen():
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
