"""Process goals edited in a table on the page: the edited rows become a file, which goes the way of every file."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from data.catalogue import Catalogue
from data.export import export_csv
from data.model import Period, Place, ProcessGoal, ProcessStatus

_TITLE, _PERIOD, _STATUS = "Prosessitavoite", "Jakso", "Tila"
_WORDING, _CONTINUES, _UNIT, _NOTE = "Sanamuoto", "Jatkuu", "Jatkovastuu", "Huomautus"


def edited_goals(
    catalogue: Catalogue, goals: Sequence[ProcessGoal], today: date, version: int
) -> tuple[bytes, str] | None:
    """Draw the newest status of each goal in a table; returns a file of the edited rows and its name, if there are any.

    A changed period makes a status of a new round beside the earlier one; without it, the edit is a correction.
    """
    newest = _newest(goals)
    frame = pd.DataFrame(map(_cells, newest))
    with st.form("goals", border=False):
        st.caption(
            "Muuta tila, sanamuoto tai jatko. Kun kirjaat uuden raportointikierroksen tilan, vaihda myös jakso, "
            "esimerkiksi 11/2023: aiempi tila säilyy rinnalla."
        )
        edited = st.data_editor(
            frame,
            hide_index=True,
            height=420,
            disabled=[_TITLE],
            column_config={
                _TITLE: st.column_config.TextColumn(width="large", pinned=True),
                _STATUS: st.column_config.SelectboxColumn(options=[one.value for one in ProcessStatus], required=True),
            },
            key=f"goals-{version}-{newest[0].region}",
            alt="Alueen prosessitavoitteet ja niiden tila",
        )
        st.form_submit_button("Tarkista muutokset", icon=":material/fact_check:")
    rows = zip(newest, frame.to_dict("records"), edited.fillna("").to_dict("records"), strict=True)
    changed = [_edited(goal, before, after) for goal, before, after in rows if before != after]
    if not changed:
        return None
    return export_csv(catalogue, (), changed).encode(), f"prosessitavoitteet-{today.isoformat()}.csv"


def _newest(goals: Sequence[ProcessGoal]) -> list[ProcessGoal]:
    """The newest status of each goal by title; of two that conflict both."""
    newest = {(goal.id, goal.conflict): goal for goal in sorted(goals, key=lambda one: str(one.period.end or ""))}
    return sorted(newest.values(), key=lambda one: one.title)


def _cells(goal: ProcessGoal) -> dict[str, str]:
    return {
        _TITLE: goal.title,
        _PERIOD: goal.period.label,
        _STATUS: goal.status.value,
        _WORDING: goal.wording,
        _CONTINUES: goal.continues,
        _UNIT: goal.continues_with,
        _NOTE: goal.note,
    }


def _edited(goal: ProcessGoal, before: Mapping[Hashable, Any], after: Mapping[Hashable, Any]) -> ProcessGoal:
    """The goal as the table now tells it. It was read from this table, not from a line of a report."""
    period, wording = str(after[_PERIOD]).strip(), str(after[_WORDING]).strip()
    if after[_STATUS] != before[_STATUS] and wording == before[_WORDING]:
        wording = str(after[_STATUS])  # the old wording told of the old status
    return goal.model_copy(
        update={
            "period": goal.period if period == before[_PERIOD] else Period(label=period),
            "status": ProcessStatus(after[_STATUS]),
            "wording": wording,
            "continues": str(after[_CONTINUES]).strip(),
            "continues_with": str(after[_UNIT]).strip(),
            "note": str(after[_NOTE]).strip(),
            "place": Place(source=""),
            "status_line": None,
            "inferred": (),
            "accepted": "",
        }
    )
