"""The list of what releases of the shipped data say of cells that people have corrected or removed."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data.views.left_out_values import EXPLANATION, left_out_rows
from data.workspace import Workspace


def left_out_section(workspace: Workspace, regions: Sequence[str]) -> None:
    """Draw the list of these regions; nothing where nothing has been left out."""
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
