"""Process goals edited in a table on the page: the edited rows become a file, which is checked as every file is."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.exports.record_rows import export_csv
from data.catalogue import Catalogue
from data.model import Period, Place, ProcessGoal, ProcessStatus

TITLE, PERIOD, STATUS = "Prosessitavoite", "Jakso", "Tila"
WORDING, CONTINUES, UNIT, NOTE = "Sanamuoto", "Jatkuu", "Jatkovastuu", "Huomautus"

Cells = Mapping[Hashable, Any]


def newest(goals: Sequence[ProcessGoal]) -> list[ProcessGoal]:
    """Return the newest status of each goal by title; of two that conflict both."""
    latest = {(goal.id, goal.conflict): goal for goal in sorted(goals, key=lambda goal: str(goal.period.end or ""))}
    return sorted(latest.values(), key=lambda goal: goal.title)


def cells(goal: ProcessGoal) -> dict[str, str]:
    """Return a goal as a row of the table."""
    return {
        TITLE: goal.title,
        PERIOD: goal.period.label,
        STATUS: goal.status.value,
        WORDING: goal.wording,
        CONTINUES: goal.continues,
        UNIT: goal.continues_with,
        NOTE: goal.note,
    }


def edited_file(
    catalogue: Catalogue, goals: Sequence[ProcessGoal], rows: Sequence[Cells], today: date
) -> tuple[bytes, str] | None:
    """Return a file of the goals whose rows differ from what they were, and its name; None if none does.

    A changed period makes a status of a new round beside the earlier one; without it, the edit is a correction.
    """
    changed = [_edited(goal, row) for goal, row in zip(goals, rows, strict=True) if cells(goal) != dict(row)]
    if not changed:
        return None
    return export_csv(catalogue, (), changed).encode(), f"prosessitavoitteet-{today.isoformat()}.csv"


def _edited(goal: ProcessGoal, row: Cells) -> ProcessGoal:
    """Return the goal as the row now has it: it was read from this table, not from a line of a report."""
    period, wording, status = str(row[PERIOD]).strip(), str(row[WORDING]).strip(), ProcessStatus(row[STATUS])
    if status is not goal.status and wording == goal.wording:
        wording = status.value  # the old wording told of the old status
    return goal.model_copy(
        update={
            "period": goal.period if period == goal.period.label else Period(label=period),
            "status": status,
            "wording": wording,
            "continues": str(row[CONTINUES]).strip(),
            "continues_with": str(row[UNIT]).strip(),
            "note": str(row[NOTE]).strip(),
            "place": Place(source=""),
            "status_line": None,
            "inferred": (),
            "accepted": "",
        }
    )


def edited_goals(
    catalogue: Catalogue, goals: Sequence[ProcessGoal], today: date, version: int
) -> tuple[bytes, str] | None:
    """Draw the newest status of each goal and return a file of the edited rows and its name, if there are any."""
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
                STATUS: st.column_config.SelectboxColumn(
                    options=[status.value for status in ProcessStatus], required=True
                ),
            },
            key=f"goals-{version}-{shown[0].region}",
            alt="Alueen prosessitavoitteet ja niiden tila",
        )
        st.form_submit_button("Tarkista muutokset", icon=":material/fact_check:")
    return edited_file(catalogue, shown, edited.fillna("").to_dict("records"), today)
