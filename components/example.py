"""The invented example data: the banner that no page of it lacks, and the way in and out."""

import streamlit as st

from components.links import FRONT_PAGE
from components.state import is_example
from loaders.first_start import EXAMPLE


def example_banner() -> None:
    """Where the example is in use: that every number is invented, and a link back to the real data."""
    if not is_example():
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


def example_section() -> None:
    """What the example is for, a link to it and its workbook to take along."""
    st.header("Kokeile esimerkkiaineistolla", anchor=False)
    st.markdown(
        "Keksityllä aineistolla voit kokeilla kuukausittaista seurantaa: neljä aluetta, 36 kuukautta ja kuusi "
        "mittaria. Aineistolla on oma tietovarastonsa, eikä se sekoitu alueiden tietoihin."
    )
    if not is_example():
        st.page_link(
            FRONT_PAGE,
            label="Avaa esimerkkiaineisto",
            icon=":material/science:",
            query_params={"aineisto": "esimerkki"},
        )
    st.download_button(
        "Lataa esimerkkityökirja Excel-tiedostona",
        EXAMPLE.read_bytes,
        file_name=EXAMPLE.name,
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        on_click="ignore",
    )
