"""The list for work: a row a goal with its status, date, wording and source line."""

from collections.abc import Sequence

import streamlit as st

from components.badges import process_badge
from components.process_goals.links import goal_link
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.choice import RULES
from data.views.process_goals.goal_list import ListedGoal, ListedRegion
from data.views.process_goals.history import ReportedStatus


def draw_list(catalogue: Catalogue, regions: Sequence[ListedRegion]) -> None:
    """Each region's goals under its name, those that only also serve the chosen national goal last."""
    for region in regions:
        st.subheader(plain(region.label), anchor=False, divider="gray")
        st.caption(counted(len(region.goals), "prosessitavoite", "prosessitavoitetta"))
        _rows(catalogue, region.goals)
        if region.also:
            count = counted(len(region.also), "tavoite", "tavoitetta")
            st.caption(f"Palvelee myös valittua hyötytavoitetta: {count}")
            _rows(catalogue, region.also)


def _rows(catalogue: Catalogue, goals: Sequence[ListedGoal]) -> None:
    for goal in goals:
        with st.container(gap="xxsmall"):
            goal_link(catalogue, goal.region, goal.id, goal.title)
            st.markdown(_under(goal))


def _under(goal: ListedGoal) -> str:
    lines = [status_line(status) for status in goal.reported]
    about = [plain(goal.about)] if goal.about else []
    about += [RULES[status].name.lower() for status in goal.concerns]
    lines.append(f":small[{' · '.join(about)}]" if about else "")
    lines += [f":small[{plain(reason)}]" for reason in goal.reasons]
    return "  \n".join(filter(None, lines))


def status_line(reported: ReportedStatus) -> str:
    """A status with its wording, date and place, as Markdown."""
    words = f"”{reported.wording}”" if reported.wording else "ei sanamuotoa"
    details = " · ".join(filter(None, (words, reported.when, reported.place)))
    return f"{process_badge(reported.status)} :small[{plain(details)}]"
