"""Goals × regions: a row a goal, a cell a region, each a link to the goal's page of that region."""

import streamlit as st

from components.figures.statuses import status_figure
from components.figures.style import CONFIG
from components.texts import plain
from data.analysis.views.overview import Cell, Overview, StatusChart
from data.catalogue import Catalogue

_GOAL_PAGE = "pages/hyotytavoitteet.py"


def goal_matrix(catalogue: Catalogue, view: Overview) -> None:
    """Draw the matrix. On a phone the cells of a goal stand under each other, each with its region's name."""
    for row in view.rows:
        st.markdown(f"#### {f'{row.goal} ' if row.goal else ''}{plain(row.name)}")
        with st.grid(len(row.cells), min_column_width=170, gap="small", border=True):
            for cell in row.cells:
                with st.container(gap="xxsmall"):
                    _draw(catalogue, cell)


def _draw(catalogue: Catalogue, cell: Cell) -> None:
    region = catalogue.region(cell.region)
    label = region.label if region else cell.region
    if cell.goal and not cell.is_empty:
        query = {"tavoite": str(cell.goal), "alue": region.short or region.name if region else cell.region}
        st.page_link(_GOAL_PAGE, label=f"**{plain(label)}**", query_params=query, icon="", help="")
    else:
        st.markdown(f"**{plain(label)}**")
    st.markdown("  \n".join(map(plain, cell.lines)) or "Ei tietoa")


def draw_statuses(chart: StatusChart) -> None:
    """Process goals by status, a bar a region."""
    st.plotly_chart(status_figure(chart), config=CONFIG, alt=chart.alt, key="process-statuses")
