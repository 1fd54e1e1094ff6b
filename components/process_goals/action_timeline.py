"""Toimenpiteet over time: one figure for all regions, and each region's table under it."""

import pandas as pd
import streamlit as st

from components.charts import draw_chart
from components.figures.time_figures import timeline_figure
from components.texts import plain
from data.finnish import counted
from data.views.process_goals.action_timeline import Timeline


def draw_timeline(view: Timeline) -> None:
    """The time line, or that there is nothing to draw."""
    if not view.regions:
        st.info("Valinnoilla ei löytynyt toimenpiteitä. Poista jokin rajaus.")
        return
    if view.start:
        draw_chart(timeline_figure, view, key="timeline")
    for region in view.regions:
        count = counted(len(region.rows), "toimenpide", "toimenpidettä")
        with st.expander(f"{plain(region.label)}: {count}"):
            st.dataframe(
                pd.DataFrame(region.rows),
                hide_index=True,
                alt=f"{region.label}: toimenpiteet ajan mukaan, lähde ja rivi",
                column_config={"Toimenpide": st.column_config.TextColumn(pinned=True, width="medium")},
            )
