"""Siltaus: structures × regions; what each count holds is one press away, with its unit and source line."""

import streamlit as st

from components.process_goals.links import goal_link
from components.texts import plain
from data.catalogue import Catalogue, slug
from data.finnish import counted
from data.model import Structure
from data.views.process_goals.continuation import Continuation, ContinuationTable, StructureCell, StructureRow

_CELL_WIDTH = 165  # below this the table scrolls inside its own frame


def draw_bridges(catalogue: Catalogue, view: ContinuationTable) -> None:
    """A row a structure, a column a region."""
    columns = 1 + len(view.labels)
    with st.grid(columns, wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"):
        st.caption("Rakenne, johon työ siirtyy")
        for label, (reported, goals) in zip(view.labels, view.reported, strict=True):
            st.markdown(f"**{plain(label)}**  \n:small[Jatko kerrottu: {reported}/{goals} tavoitetta]")
        for row in view.rows:
            st.markdown(f"**{plain(row.name[:1].upper() + row.name[1:])}**")
            for cell in row.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    _cell(catalogue, row, cell)


def _cell(catalogue: Catalogue, row: StructureRow, cell: StructureCell) -> None:
    if not (cell.goals or cell.others):
        st.caption("Ei mainintoja")
        return
    key = f"bridge-{slug(row.name)}-{slug(cell.region)}"
    if cell.goals:
        with st.expander(counted(len(cell.goals), "tavoite", "tavoitetta"), type="compact", key=key):
            for continuation in cell.goals:
                goal_link(catalogue, continuation.region, continuation.id, continuation.title)
                if row.structure is not Structure.NOT_TOLD:
                    st.caption(_where(continuation))
    if cell.others:
        with st.expander(counted(len(cell.others), "muu työ", "muuta työtä"), type="compact", key=f"{key}-others"):
            for continuation in cell.others:
                st.markdown(f"**{plain(continuation.title)}**  \n:small[{_where(continuation)}]")


def _where(continuation: Continuation) -> str:
    unit = f"vastuu: {continuation.unit}" if continuation.unit else "vastuuta ei kerrota"
    return plain(f"{continuation.text} · {unit} · {continuation.place}")
