"""Themes side by side: a section a theme, a column a region."""

import streamlit as st

from components.badges import process_badges
from components.process_goals.links import goal_link, list_link, view_link
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.theme_comparison import Themes


def draw_themes(catalogue: Catalogue, view: Themes, query: dict[str, str]) -> None:
    """Each goal with its status and date under its region; other themes as counts."""
    for row in view.rows:
        st.subheader(plain(row.name), anchor=False, divider="gray")
        with st.grid(len(row.columns), min_column_width=185, gap="medium"):
            for column in row.columns:
                with st.container(gap="small"):
                    st.markdown(f"**{plain(column.label)}**")
                    if not column.goals:
                        st.caption("Ei tavoitteita.")
                    for history in column.goals:
                        with st.container(gap="xxsmall"):
                            goal_link(catalogue, history.region, history.id, history.title)
                            st.markdown(f"{process_badges(history.statuses)} :small[{plain(history.current[0].when)}]")
                    if column.actions:
                        view_link(
                            catalogue,
                            column.region,
                            counted(column.actions, "toimenpide", "toimenpidettä"),
                            {"nakyma": "toimenpiteet", "teema": row.id},
                        )
    if view.others:
        st.subheader("Muu teema", anchor=False, divider="gray")
        with st.grid(len(view.others), min_column_width=230, gap="medium"):
            for region, label, count in view.others:
                with st.container(border=True, gap="xxsmall"):
                    text = counted(count, "tavoite", "tavoitetta")
                    st.markdown(f"**{plain(label)}**")
                    list_link(catalogue, region, text, f"{label}, muu teema", query | {"teema": "muu"})
