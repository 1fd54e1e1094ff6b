"""What the page of all data is made of: sources, rows, conflicts, values left out, and the way to the example."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components import state
from components.exports.record_rows import export_csv
from components.links import FRONT_PAGE
from components.texts import plain
from data.finnish import counted
from data.views.data_page import DataPage, all_sources
from data.views.data_rows import observation_rows, process_goal_rows
from data.views.left_out_values import EXPLANATION
from data.workspace import Workspace
from loaders.first_start import EXAMPLE


def draw_sources(workspace: Workspace) -> None:
    """Draw a card for each report and file that anything was read from."""
    with st.grid("auto", min_column_width=330):
        for source in state.view(workspace, all_sources):
            with st.container(border=True):
                st.markdown(f"### {plain(source.title)}")
                st.markdown(f"Jakso: {plain(source.covers)}  \n{plain(source.counts)}")
                st.caption(plain(source.note))


def draw_rows(workspace: Workspace, regions: Sequence[str]) -> None:
    """Draw every observation and process goal of these regions, and the button that takes everything along."""
    st.subheader("Havainnot", anchor=False)
    st.dataframe(
        state.view(workspace, observation_table, regions),
        hide_index=True,
        height=420,
        alt="Kaikki havainnot raportin riville asti",
        column_config={"Mittari": st.column_config.TextColumn(pinned=True, width="medium")},
    )
    st.subheader("Prosessitavoitteet", anchor=False)
    goals = state.view(workspace, process_goal_table, regions)
    if len(goals):
        st.dataframe(
            goals,
            hide_index=True,
            height=420,
            alt="Kaikki prosessitavoitteet, tila ja raportin rivi",
            column_config={"Prosessitavoite": st.column_config.TextColumn(pinned=True, width="large")},
        )
    else:
        st.markdown("Valituilla alueilla ei ole prosessitavoitteita.")
    st.download_button(
        "Lataa tiedot CSV-tiedostona",
        all_data(workspace),
        file_name=state.file_name("seurantatiedot.csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def observation_table(workspace: Workspace, regions: Sequence[str]) -> pd.DataFrame:
    """Return the observations of these regions as a table."""
    return pd.DataFrame(observation_rows(workspace.catalogue, workspace.observations(regions)))


def process_goal_table(workspace: Workspace, regions: Sequence[str]) -> pd.DataFrame:
    """Return the process goals of these regions as a table."""
    return pd.DataFrame(process_goal_rows(workspace.process_goals(regions)))


def all_data(workspace: Workspace) -> Callable[[], str]:
    """Return what makes all data of a workspace into one CSV file, when it is called."""
    return lambda: export_csv(workspace.catalogue, workspace.observations(), workspace.process_goals())


def draw_conflicts(page: DataPage) -> None:
    """Draw what sources tell in several ways, each with all its places."""
    if not page.conflicts:
        st.markdown("Valituilta alueilta ei löytynyt ristiriitoja.")
    for places in page.conflicts:
        st.markdown(f"**{plain(places[0].what)}**")
        for place in places:
            st.markdown(f"- {plain(place.text)} :small[{plain(place.place)}. {plain(place.note)}]")
    if page.more_conflicts:
        rest = counted(page.more_conflicts, "havainnon", "havaintoa")
        st.caption(f"Näiden lisäksi lähteet kertovat eri tavoin vielä {rest}.")


def draw_left_out_values(page: DataPage) -> None:
    """Draw what releases of the shipped data say of cells that people have corrected; nothing where there is none."""
    if not page.left_out:
        return
    st.header("Toimitetun aineiston pois jätetyt arvot", anchor=False)
    st.markdown(EXPLANATION)
    st.dataframe(
        pd.DataFrame(page.left_out),
        hide_index=True,
        alt="Toimitetun aineiston arvot, jotka eivät korvanneet korjauksia, ja niiden sijasta voimassa olevat",
        column_config={"Mittari tai prosessitavoite": st.column_config.TextColumn(pinned=True, width="medium")},
    )


def draw_example() -> None:
    """Draw what the example is for, a link to it and its workbook to take along."""
    st.header("Kokeile esimerkkiaineistolla", anchor=False)
    st.markdown(
        "Keksityllä aineistolla voit kokeilla kuukausittaista seurantaa: neljä aluetta, 36 kuukautta ja kuusi "
        "mittaria. Aineistolla on oma tietovarastonsa, eikä se sekoitu alueiden tietoihin."
    )
    if not state.is_example():
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
