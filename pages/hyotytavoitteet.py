"""One region's indicators as rows, of one national goal or of all, the most worrying first or goal by goal."""

import streamlit as st

from components import state
from components.badges import compact
from components.filters import choice_filter, goal_or_all_filter, region_filter
from components.frame import require_frame
from components.indicator_rows import draw_rows, draw_without_numbers
from components.page_header import choice_row, page_header
from components.process_goals.side_by_side import draw_goal_counts
from components.texts import plain
from data.finnish import counted
from data.views.goal import by_goal, goal_page

ORDERS = {"tila": "Huolestuttavin ensin", "tavoite": "Tavoitteittain"}

require_frame(__file__)
workspace = state.workspace()
catalogue = workspace.catalogue
with page_header(workspace, "Hyötytavoitteet"):
    region = region_filter(catalogue, workspace.regions)
with choice_row():
    goal = goal_or_all_filter(catalogue, is_remembered=True)
    st.space("stretch")
    order = "tila" if goal else choice_filter("jarjestys", "Järjestys", ORDERS, as_buttons=True)
view = state.view(workspace, goal_page, region, goal)

name = f"{goal} {catalogue.goal(goal).name}" if goal else "Kaikki hyötytavoitteet"
st.header(plain(f"{name}, {view.label}"), anchor=False)
st.markdown(
    " · ".join([plain(view.summary.rstrip(".")), *(compact(status, count) for status, count in view.counts.statuses)])
)
outcomes = by_goal(catalogue, view.outcomes) if order == "tavoite" else view.outcomes
draw_rows(catalogue, outcomes, key="tulokset", with_goal=goal is None)
for fold in view.folds:
    title = f"{fold.title}: {counted(len(fold.cards), 'mittari', 'mittaria')}"
    with st.expander(title, key=f"osio-{fold.title}", on_change="rerun") as part:
        if part.open:
            draw_rows(catalogue, fold.cards, key=fold.title, with_goal=goal is None)
draw_without_numbers(catalogue, view)
draw_goal_counts(catalogue, region, goal, view.process_statuses)
