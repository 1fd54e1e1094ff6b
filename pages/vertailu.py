"""Regions side by side over time: shared indicators as rows, then what does not compare, with the reason."""

import streamlit as st

from components import state
from components.comparison.rows import draw_rows
from components.comparison.subjects import draw_followed, draw_subjects
from components.filters import MAX_COMPARED, choice_filter, goal_or_all_filter, regions_popover
from components.frame import require_frame
from components.links import process_goals_link
from components.page_header import choice_row, page_header
from components.texts import plain
from data.views.axis_modes import MODE_NAMES, AxisMode
from data.views.comparison import comparison_page

COMPARED = ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme"]

require_frame(__file__)
workspace = state.workspace()
with page_header(workspace, "Vertailu"):
    regions = regions_popover(workspace.catalogue, workspace.regions, COMPARED, least=2, most=MAX_COMPARED)
with choice_row():
    goal = goal_or_all_filter(workspace.catalogue)
    view = state.view(workspace, comparison_page, regions, goal)
    mode = AxisMode.VALUE
    if view.rows:
        st.space("stretch")
        mode = AxisMode(
            choice_filter("akseli", "Akseli", {str(key): MODE_NAMES[key] for key in MODE_NAMES}, as_buttons=True)
        )

draw_rows(view, mode)
draw_followed(workspace.catalogue, view.followed)
draw_subjects(workspace.catalogue, view.subjects)
if not (view.rows or view.followed or view.subjects):
    st.info(
        "Valituilla alueilla ei ole yhteistä mittaria eikä yhteistä aihetta. Valitse lisää alueita tai toinen tavoite."
    )
if view.alone:
    st.markdown(f":small[:gray[{plain(f'Aiheet, joista kertoo vain yksi valituista alueista: {view.alone}.')}]]")
process_goals_link("Prosessitavoitteet rinnakkain", "teemat")
