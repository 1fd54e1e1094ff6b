"""What the front page is made of: the matrix of goals and regions, process goals by status, gaps, latest changes."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.badges import compact, process_counts
from components.charts import draw_chart
from components.figures.bar_figures import status_figure
from components.links import GOALS_PAGE, PROCESS_GOALS_PAGE
from components.state import same_data
from components.texts import plain
from components.versions import version_name
from data.catalogue import Catalogue
from data.finnish import counted, number
from data.views.front_page import FrontPage
from data.views.gaps import RegionGaps
from data.views.overview import Cell, GoalRow, Overview, StatusChart

_CELL_WIDTH = 165  # below this the matrix scrolls inside its own frame, so the page never does


def goal_matrix(catalogue: Catalogue, view: Overview) -> None:
    """Draw a row for each goal and a cell for each region, a link to that goal of that region."""
    with st.grid(
        1 + len(view.regions), wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"
    ):
        st.caption("Hyötytavoite")
        for name in view.regions:
            region = catalogue.region(name)
            st.markdown(f"**{plain(region.familiar if region else name)}**")
        for row in view.rows:
            st.markdown(f"**{f'{row.goal} ' if row.goal else ''}{plain(row.name)}**")
            for cell in row.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    _draw_cell(catalogue, row, cell)


def _draw_cell(catalogue: Catalogue, row: GoalRow, cell: Cell) -> None:
    if cell.is_empty:
        st.caption("Ei tietoa lähteessä")
        return
    region = catalogue.region(cell.region)
    if cell.goal and region:
        query = same_data({"tavoite": str(cell.goal), "alue": region.familiar})
        where = f"{region.familiar}, {row.goal} {row.name}"
        st.page_link(
            GOALS_PAGE,
            label=f"**{plain(cell.headline)}**",
            query_params=query,
            icon=":material/chevron_right:",
            icon_position="right",
            help=plain(where),
            width="stretch",
        )
    else:
        st.markdown(f"**{plain(cell.headline)}**")
    statuses = [compact(status, count) for status, count in cell.outcomes.statuses]
    if statuses:
        st.markdown(_small_lines(statuses))
    if cell.lines:
        st.caption("  \n".join(map(plain, cell.lines)))
    if cell.process_goals:
        lines = [f"prosessitav.: {cell.process_goals}", *process_counts(cell.process_statuses)]
        st.markdown(_small_lines(lines))


def _small_lines(lines: Sequence[str]) -> str:
    return "  \n".join(f":small[{line}]" for line in lines)


def draw_statuses(chart: StatusChart) -> None:
    """Draw process goals by status, a bar for each region; without any, say that there are none."""
    if not chart.parts:
        st.markdown("Valituilla alueilla ei ole prosessitavoitteita.")
        return
    draw_chart(status_figure, chart, key="process-statuses")


def draw_gaps(regions: Sequence[RegionGaps]) -> None:
    """Draw a card of next actions for each region; what each action concerns is one press away."""
    with st.grid("auto", min_column_width=330):
        for region in regions:
            with st.container(border=True):
                st.markdown(f"### {plain(region.label)}")
                if not region.gaps:
                    st.markdown("Ei tietovajeita.")
                for gap in region.gaps:
                    with st.expander(f"{plain(gap.action)}: **{gap.count}**", type="compact"):
                        st.markdown("\n".join(f"- {plain(name)}" for name in gap.names))
                        if gap.concern:
                            st.page_link(
                                PROCESS_GOALS_PAGE,
                                label="Avaa prosessitavoitteet",
                                query_params=same_data(
                                    {"alue": region.region, "nakyma": "lista", "rajaus": gap.concern}
                                ),
                            )


def draw_changes(page: FrontPage) -> None:
    """Draw the version in use and the first of the values that its publication changed, before and now."""
    st.markdown(plain(f"{version_name(page.publication).rstrip('.')}."))
    if page.publication.version == 1:
        st.markdown("Tämä on ensimmäinen julkaisu, joten muutoksia aiempaan ei ole.")
        return
    if not page.changes:
        st.markdown("Julkaisu ei muuttanut havaintoja.")
        return
    if page.changed > len(page.changes):
        changed = counted(page.changed, "havaintoa", "havaintoa")
        st.caption(f"Julkaisu muutti {changed}. Taulukossa niistä on {number(len(page.changes))} ensimmäistä.")
    st.dataframe(pd.DataFrame(page.changes), hide_index=True, alt="Viime julkaisun muuttamat arvot ennen ja nyt")
