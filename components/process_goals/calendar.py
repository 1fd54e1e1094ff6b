"""The reporting calendar: a row a region, a column a round; each goal's row one press away."""

import pandas as pd
import streamlit as st

from components.badges import process_counts, process_legend
from components.process_goals.links import list_link
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.calendar import NO_REPORT, Calendar, due

_CELL_WIDTH = 122  # seven rounds fit on a projector; below this the table scrolls inside its own frame


def draw_calendar(catalogue: Catalogue, view: Calendar, query: dict[str, str]) -> None:
    """Rounds as columns in their own frame, and a table a region under it."""
    with st.grid(1 + len(view.rounds), wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"):
        st.caption("Alue")
        for one in view.rounds:
            st.markdown(f"**{plain(one.name)}**  \n:small[{due(one)}]")
        for region in view.regions:
            list_link(catalogue, region.region, catalogue.familiar(region.region), f"{region.label}: lista", query)
            for cell in region.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    if not cell.report:
                        st.caption(NO_REPORT)
                        continue
                    told = process_counts(cell.counts) or ["ei tiloja"]
                    st.markdown("  \n".join(f":small[{one}]" for one in told))
    reports = dict.fromkeys(cell.report for region in view.regions for cell in region.cells if cell.report)
    st.caption(f"Raportit: {plain('; '.join(reports))}.")
    if view.outside:
        st.caption(f"Kierrosten ulkopuolella: {counted(view.outside, 'tila', 'tilaa')}.")
    st.markdown(process_legend())
    for region in view.regions:
        if region.rows:
            with st.expander(f"{plain(region.label)}: tavoitteet kierroksittain"):
                st.dataframe(
                    pd.DataFrame(region.rows),
                    hide_index=True,
                    alt=f"{region.label}: prosessitavoitteiden tila raportointikierroksittain",
                    column_config={"Prosessitavoite": st.column_config.TextColumn(pinned=True, width="medium")},
                )
