"""What the page of all data is made of: sources, rows, conflicts, values left out, and the way to the example."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import session
from components.filters import example_is_chosen
from components.links import FRONT_PAGE
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.model import Observation, ProcessGoal
from data.views.data_rows import (
    SourceCard,
    conflicts,
    conflicts_between_sources,
    observation_rows,
    process_goal_rows,
)
from data.views.left_out_values import EXPLANATION, left_out_rows
from data.workspace import Workspace
from loaders.first_start import EXAMPLE

_SHOWN_CONFLICTS = 50  # observations that several sources have given; a file read anew may bring thousands


def draw_sources(sources: Sequence[SourceCard]) -> None:
    """Draw a card for each source: what it covers and how much was read from it."""
    with st.grid("auto", min_column_width=330):
        for source in sources:
            with st.container(border=True):
                st.markdown(f"### {plain(source.title)}")
                st.markdown(f"Jakso: {plain(source.covers)}  \n{plain(source.counts)}")
                st.caption(plain(source.note))


def draw_rows(catalogue: Catalogue, observations: Sequence[Observation], process_goals: Sequence[ProcessGoal]) -> None:
    """Draw every observation and every status of a process goal down to its report line, and all data as a file."""
    st.subheader("Havainnot", anchor=False)
    st.dataframe(
        pd.DataFrame(observation_rows(catalogue, observations)),
        hide_index=True,
        height=420,
        alt="Kaikki havainnot raportin riville asti",
        column_config={"Mittari": st.column_config.TextColumn(pinned=True, width="medium")},
    )
    st.subheader("Prosessitavoitteet", anchor=False)
    if process_goals:
        st.dataframe(
            pd.DataFrame(process_goal_rows(process_goals)),
            hide_index=True,
            height=420,
            alt="Kaikki prosessitavoitteet, tila ja raportin rivi",
            column_config={"Prosessitavoite": st.column_config.TextColumn(pinned=True, width="large")},
        )
    else:
        st.markdown("Valituilla alueilla ei ole prosessitavoitteita.")
    st.download_button(
        "Lataa tiedot CSV-tiedostona",
        session.export_csv(),
        file_name=session.file_name("seurantatiedot.csv"),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def draw_conflicts(
    workspace: Workspace,
    regions: Sequence[str],
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
) -> None:
    """Draw each thing that sources tell in two ways, with every place that tells it."""
    replacements = workspace.replacements_of_several_sources(regions, _SHOWN_CONFLICTS)
    differing = conflicts(workspace.catalogue, observations, process_goals)
    differing += conflicts_between_sources(workspace.catalogue, replacements)
    if not differing:
        st.markdown("Valituilta alueilta ei löytynyt ristiriitoja.")
    for places in differing:
        st.markdown(f"**{plain(places[0].what)}**")
        for place in places:
            st.markdown(f"- {plain(place.text)} :small[{plain(place.place)}. {plain(place.note)}]")
    if (unshown := workspace.count_cells_from_several_sources(regions) - _SHOWN_CONFLICTS) > 0:
        st.caption(f"Näiden lisäksi lähteet kertovat eri tavoin vielä {counted(unshown, 'havainnon', 'havaintoa')}.")


def draw_left_out_values(workspace: Workspace, regions: Sequence[str]) -> None:
    """Draw what releases of the shipped data say of cells that people have corrected or removed, if there are any."""
    changes, goals = workspace.left_out_observations(regions), workspace.left_out_process_goals(regions)
    if not changes and not goals:
        return
    st.header("Toimitetun aineiston pois jätetyt arvot", anchor=False)
    st.markdown(EXPLANATION)
    st.dataframe(
        pd.DataFrame(left_out_rows(workspace.catalogue, changes, goals)),
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
    if not example_is_chosen():
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
