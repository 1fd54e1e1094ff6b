"""Process goals: by region, goal, work package and theme; one goal's way; where the work goes on."""

import streamlit as st

from components import session
from components.filters import process_goal_asked, regions_filter
from components.frame import require_frame
from components.process_goals.goal_detail import draw_goal
from components.process_goals.page import choice_filters, draw_view
from data.views.process_goals.choice import latest_plans
from data.views.process_goals.goal_detail import goal_detail

require_frame(__file__)
catalogue, declared = session.catalogue(), session.process_catalogue()
st.title("Prosessitavoitteet", anchor=False)

options = session.data_regions()
asked, where = process_goal_asked()
region = catalogue.region(where)
mine = session.process_goal_histories([region.name]) if asked and region else ()
way = next((one for one in mine if one.id == asked), None)
if way:
    draw_goal(catalogue, goal_detail(catalogue, declared, way, latest_plan=latest_plans(mine).get(way.region, "")))
else:
    if asked:
        st.warning("Linkin prosessitavoitetta ei löydy tältä alueelta. Alla ovat kaikki tavoitteet.")
    regions = regions_filter(catalogue, options, options, most=None)
    everything = session.process_goal_histories(regions)
    draw_view(regions, everything, choice_filters(everything))
