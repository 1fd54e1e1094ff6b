"""One national goal: each indicator of the chosen regions as a card against its baseline and target."""

import streamlit as st

from components import session
from components.cards import card_grid
from components.filters import goal_filter, regions_filter
from components.frame import require_frame
from components.page_header import page_header
from components.process_goals.side_by_side import draw_goal_counts
from components.texts import plain
from data.finnish import counted
from data.views.goal import goal_view

require_frame(__file__)
catalogue = session.catalogue()
page_header("Hyötytavoitteet")
number = goal_filter(catalogue)
options = session.data_regions()
regions = regions_filter(catalogue, options, options[:1])
goal = catalogue.goal(number)
st.header(f"{goal.number} {goal.name}", anchor=False)

view = goal_view(
    catalogue, number, regions, session.observations(regions), session.process_goals(regions), session.today()
)
for region in view.regions:
    st.header(plain(region.label), anchor=False, divider="gray")
    st.markdown(plain(region.summary))
    draw_goal_counts(catalogue, region.region, number, region.process_statuses)
    if region.outcomes:
        card_grid(region.outcomes)
    for fold in region.folds:
        with st.expander(f"{fold.title}: {counted(len(fold.cards), 'mittari', 'mittaria')}"):
            card_grid(fold.cards)
    if region.without_numbers:
        with st.expander(f"Ilman lukuja: {counted(len(region.without_numbers), 'mittari', 'mittaria')}"):
            for name, reason in region.without_numbers:
                st.markdown(f"- **{plain(name)}** {plain(reason)}".rstrip())
