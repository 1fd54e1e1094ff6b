"""Process goals: by region, goal, work package and theme; a single goal's history; where the work continues."""

import streamlit as st

from components import session
from components.filters import process_goal_asked, regions_filter
from components.frame import require_frame
from components.page_header import page_header
from components.process_goals.process_goal import draw_goal
from components.process_goals.view_choice import choice_filters, draw_view
from data.views.process_goals.choice import latest_plans
from data.views.process_goals.goal_detail import goal_detail

require_frame(__file__)
catalogue, declared = session.catalogue(), session.process_catalogue()
page_header("Prosessitavoitteet")

options = session.data_regions()
asked, where = process_goal_asked()
region = catalogue.region(where)
histories = session.process_goal_histories([region.name]) if asked and region else ()
history = next((history for history in histories if history.id == asked), None)
if history:
    latest_plan = latest_plans(histories).get(history.region, "")
    draw_goal(catalogue, goal_detail(catalogue, declared, history, latest_plan=latest_plan))
else:
    if asked:
        st.warning("Linkin prosessitavoitetta ei löydy tältä alueelta. Alla ovat kaikki tavoitteet.")
    regions = regions_filter(catalogue, options, options, most=None)
    everything = session.process_goal_histories(regions)
    draw_view(regions, everything, choice_filters(everything))
