"""The meeting's matrix: counts of statuses as shape, number, word and colour; each cell a link to its goals."""

from collections.abc import Sequence

import streamlit as st

from components.badges import process_counts
from components.process_goals.links import list_link
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.history import Counts
from data.views.process_goals.status_matrix import PackageColumn, StatusCell, StatusRow

_CELL_WIDTH = 165  # below this the matrix scrolls inside its own frame, so the page never does


def draw_by_goal(
    catalogue: Catalogue, regions: Sequence[str], rows: Sequence[StatusRow], query: dict[str, str]
) -> None:
    """A row a national goal, a column a region. `query` is what else has been chosen."""
    with st.grid(1 + len(regions), wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"):
        st.caption("Hyötytavoite")
        for region in regions:
            st.markdown(f"**{plain(catalogue.familiar(region))}**")
        for row in rows:
            st.markdown(f"**{plain(row.name)}**")
            for cell in row.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    _draw(catalogue, row.name, cell, query | ({"tavoite": cell.key} if cell.key else {}))


def draw_by_package(catalogue: Catalogue, columns: Sequence[PackageColumn], query: dict[str, str]) -> None:
    """A column a region with its own work packages."""
    with st.grid(len(columns), min_column_width=230, gap="medium"):
        for column in columns:
            with st.container(gap="small"):
                st.markdown(f"### {plain(column.label)}")
                if not column.packages:
                    st.caption("Ei tavoitteita")
                for name, cell in column.packages:
                    with st.container(border=True, gap="xxsmall"):
                        st.markdown(f"**{plain(name)}**")
                        _draw(catalogue, name, cell, query | ({"tyopaketti": cell.key} if cell.key else {}))


def _draw(catalogue: Catalogue, row: str, cell: StatusCell, query: dict[str, str]) -> None:
    if not cell.count:
        st.caption("Ei tavoitteita")
        return
    label = counted(cell.count, "tavoite", "tavoitetta")
    list_link(catalogue, cell.region, label, f"{catalogue.familiar(cell.region)}, {row}", query)
    st.markdown("  \n".join(f":small[{one}]" for one in process_counts(cell.counts)))


def draw_goal_counts(catalogue: Catalogue, region: str, goal: int, counts: Counts) -> None:
    """The statuses of one region's process goals under one national goal, in a row, with the way to them."""
    if not counts:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Prosessitavoitteiden tila: {', '.join(process_counts(counts))}")
        list_link(catalogue, region, "Avaa tavoitteet", catalogue.label(region), {"tavoite": str(goal)})
