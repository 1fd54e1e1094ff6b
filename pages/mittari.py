"""One indicator of one region: sentence, leading facts, one large chart, groups, its card, actions and observations."""

import streamlit as st

from components import state
from components.filters import asked_indicator, indicator_filter
from components.frame import require_frame
from components.indicator_page import (
    draw_actions,
    draw_description,
    draw_groups,
    draw_large_chart,
    draw_lead_facts,
    draw_observations,
)
from components.page_header import page_header
from components.status_popover import status_popover
from components.texts import plain
from data.views.indicator import indicator_page

require_frame(__file__)
workspace = state.workspace()
region, indicator_id = asked_indicator(workspace.catalogue, workspace.regions)
view = state.view(workspace, indicator_page, region, indicator_id)
card = view.card

with page_header(workspace, plain(f"{card.name}, {card.region_label}")):
    indicator_filter(workspace.catalogue, workspace.regions)
st.markdown(plain(card.sentence))
status_popover(card)
draw_lead_facts(view.lead)
draw_large_chart(card)
draw_groups(card)
left, middle, right = st.columns([3, 2, 4], gap="large")
with left:
    draw_description(view.description, is_complete=view.is_complete)
with middle:
    draw_actions(view.actions)
with right:
    draw_observations(view.rows, view.corrections)
