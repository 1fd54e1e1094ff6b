"""Process goals edited in a table on the page: the edited rows become a file, which goes the way of every file."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from components.upload.goal_edits import STATUS, TITLE, cells, edited_file, newest
from data.catalogue import Catalogue
from data.model import ProcessGoal, ProcessStatus


def edited_goals(
    catalogue: Catalogue, goals: Sequence[ProcessGoal], today: date, version: int
) -> tuple[bytes, str] | None:
    """Draw the newest status of each goal; returns a file of the edited rows and its name, if there are any."""
    shown = newest(goals)
    with st.form("goals", border=False):
        st.caption(
            "Muuta tila, sanamuoto tai jatko. Kun kirjaat uuden raportointikierroksen tilan, vaihda myös jakso, "
            "esimerkiksi 11/2023: aiempi tila säilyy rinnalla."
        )
        edited = st.data_editor(
            pd.DataFrame(map(cells, shown)),
            hide_index=True,
            height=420,
            disabled=[TITLE],
            column_config={
                TITLE: st.column_config.TextColumn(width="large", pinned=True),
                STATUS: st.column_config.SelectboxColumn(options=[one.value for one in ProcessStatus], required=True),
            },
            key=f"goals-{version}-{shown[0].region}",
            alt="Alueen prosessitavoitteet ja niiden tila",
        )
        st.form_submit_button("Tarkista muutokset", icon=":material/fact_check:")
    return edited_file(catalogue, shown, edited.fillna("").to_dict("records"), today)
