"""Process goals: by region, goal, work package and theme; the history of one goal; where the work goes on."""

import streamlit as st

from components import state
from components.filters import process_goal_asked, regions_filter
from components.frame import require_frame
from components.process_goals.goal_detail import draw_goal
from components.process_goals.page import choice_filters, draw_view
from data.catalogue.process_catalogue import load_process_catalogue
from data.views.process_goals.choice import latest_plans
from data.views.process_goals.goal_detail import goal_detail
from data.views.process_goals.history import histories_of

require_frame(__file__)
workspace = state.workspace()
catalogue = workspace.catalogue
st.title("Prosessitavoitteet", anchor=False)

asked, where = process_goal_asked()
region = catalogue.region(where)
of_region = state.view(workspace, histories_of, [region.name]) if asked and region else ()
goal = next((history for history in of_region if history.id == asked), None)
if goal:
    plan = latest_plans(of_region).get(goal.region, "")
    draw_goal(catalogue, goal_detail(catalogue, load_process_catalogue(), goal, latest_plan=plan))
else:
    if asked:
        st.warning("Linkin prosessitavoitetta ei löydy tältä alueelta. Alla ovat kaikki tavoitteet.")
    regions = regions_filter(catalogue, workspace.regions, workspace.regions, most=None)
    everything = state.view(workspace, histories_of, regions)
    draw_view(catalogue, regions, everything, choice_filters(catalogue, everything))
state.show_address()
