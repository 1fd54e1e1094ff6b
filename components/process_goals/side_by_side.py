"""Process goals of regions side by side: counts of statuses, themes, where work continues, rounds, toimenpiteet."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.badges import process_badges, process_counts, process_legend
from components.charts import draw_chart
from components.figures.timeline_figure import timeline_figure
from components.links import actions_link, process_goal_link, process_goal_list_link
from components.texts import plain
from data.catalogue import Catalogue, slug
from data.finnish import counted
from data.model import Structure
from data.views.process_goals.action_timeline import Timeline
from data.views.process_goals.calendar import NO_REPORT, Calendar, due
from data.views.process_goals.continuation import Continuation, ContinuationTable, StructureCell, StructureRow
from data.views.process_goals.history import Counts
from data.views.process_goals.status_matrix import PackageColumn, StatusCell, StatusRow
from data.views.process_goals.theme_comparison import Themes

_CELL_WIDTH = 165  # below this the table scrolls inside its own frame, so the page never does
_ROUND_WIDTH = 122  # seven rounds fit on a projector


def draw_by_goal(
    catalogue: Catalogue, regions: Sequence[str], rows: Sequence[StatusRow], query: dict[str, str]
) -> None:
    """Draw a row for each national goal and a column for each region. `query` is what else has been chosen."""
    with st.grid(1 + len(regions), wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"):
        st.caption("Hyötytavoite")
        for region in regions:
            st.markdown(f"**{plain(catalogue.familiar(region))}**")
        for row in rows:
            st.markdown(f"**{plain(row.name)}**")
            for cell in row.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    _draw_counts(catalogue, row.name, cell, query | ({"tavoite": cell.key} if cell.key else {}))


def draw_by_package(catalogue: Catalogue, columns: Sequence[PackageColumn], query: dict[str, str]) -> None:
    """Draw a column for each region with its own work packages."""
    with st.grid(len(columns), min_column_width=230, gap="medium"):
        for column in columns:
            with st.container(gap="small"):
                st.markdown(f"### {plain(column.label)}")
                if not column.packages:
                    st.caption("Ei tavoitteita")
                for name, cell in column.packages:
                    with st.container(border=True, gap="xxsmall"):
                        st.markdown(f"**{plain(name)}**")
                        _draw_counts(catalogue, name, cell, query | ({"tyopaketti": cell.key} if cell.key else {}))


def _draw_counts(catalogue: Catalogue, row: str, cell: StatusCell, query: dict[str, str]) -> None:
    if not cell.count:
        st.caption("Ei tavoitteita")
        return
    label = counted(cell.count, "tavoite", "tavoitetta")
    process_goal_list_link(catalogue, cell.region, label, f"{catalogue.familiar(cell.region)}, {row}", query)
    st.markdown(_small_lines(process_counts(cell.counts)))


def draw_goal_counts(catalogue: Catalogue, region: str, goal: int | None, counts: Counts) -> None:
    """Draw the statuses of a region's process goals under a goal, or under all, in a row with a link to them."""
    if not counts:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Prosessitavoitteiden tila: {', '.join(process_counts(counts))}")
        query = {"tavoite": str(goal)} if goal else {}
        process_goal_list_link(catalogue, region, "Avaa tavoitteet", catalogue.label(region), query)


def draw_themes(catalogue: Catalogue, view: Themes, query: dict[str, str]) -> None:
    """Draw a section for each theme: each goal with its status and date under its region; other themes as counts."""
    for row in view.rows:
        st.subheader(plain(row.name), anchor=False, divider="gray")
        with st.grid(len(row.columns), min_column_width=185, gap="medium"):
            for column in row.columns:
                with st.container(gap="small"):
                    st.markdown(f"**{plain(column.label)}**")
                    if not column.goals:
                        st.caption("Ei tavoitteita.")
                    for history in column.goals:
                        with st.container(gap="xxsmall"):
                            process_goal_link(catalogue, history.region, history.id, history.title)
                            st.markdown(f"{process_badges(history.statuses)} :small[{plain(history.current[0].when)}]")
                    if column.actions:
                        actions = counted(column.actions, "toimenpide", "toimenpidettä")
                        actions_link(catalogue, column.region, actions, row.id)
    if view.others:
        st.subheader("Muu teema", anchor=False, divider="gray")
        with st.grid(len(view.others), min_column_width=230, gap="medium"):
            for region, label, count in view.others:
                with st.container(border=True, gap="xxsmall"):
                    text = counted(count, "tavoite", "tavoitetta")
                    st.markdown(f"**{plain(label)}**")
                    process_goal_list_link(catalogue, region, text, f"{label}, muu teema", query | {"teema": "muu"})


def draw_continuations(catalogue: Catalogue, view: ContinuationTable) -> None:
    """Draw a row for each structure that work continues in and a column for each region; its goals one press away."""
    columns = 1 + len(view.labels)
    with st.grid(columns, wrap=False, min_column_width=_CELL_WIDTH, gap="small", vertical_alignment="top"):
        st.caption("Rakenne, johon työ siirtyy")
        for label, (reported, goals) in zip(view.labels, view.reported, strict=True):
            st.markdown(f"**{plain(label)}**  \n:small[Jatko kerrottu: {reported}/{goals} tavoitetta]")
        for row in view.rows:
            st.markdown(f"**{plain(row.name[:1].upper() + row.name[1:])}**")
            for cell in row.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    _draw_continuation_cell(catalogue, row, cell)


def _draw_continuation_cell(catalogue: Catalogue, row: StructureRow, cell: StructureCell) -> None:
    if not (cell.goals or cell.others):
        st.caption("Ei mainintoja")
        return
    key = f"bridge-{slug(row.name)}-{slug(cell.region)}"
    if cell.goals:
        with st.expander(counted(len(cell.goals), "tavoite", "tavoitetta"), type="compact", key=key):
            for continuation in cell.goals:
                process_goal_link(catalogue, continuation.region, continuation.id, continuation.title)
                if row.structure is not Structure.NOT_TOLD:
                    st.caption(_where(continuation))
    if cell.others:
        with st.expander(counted(len(cell.others), "muu työ", "muuta työtä"), type="compact", key=f"{key}-others"):
            for continuation in cell.others:
                st.markdown(f"**{plain(continuation.title)}**  \n:small[{_where(continuation)}]")


def _where(continuation: Continuation) -> str:
    unit = f"vastuu: {continuation.unit}" if continuation.unit else "vastuuta ei kerrota"
    return plain(f"{continuation.text} · {unit} · {continuation.place}")


def draw_calendar(catalogue: Catalogue, view: Calendar, query: dict[str, str]) -> None:
    """Draw rounds as columns and a row for each region, with each region's table of goals under it."""
    with st.grid(
        1 + len(view.rounds), wrap=False, min_column_width=_ROUND_WIDTH, gap="small", vertical_alignment="top"
    ):
        st.caption("Alue")
        for reporting in view.rounds:
            st.markdown(f"**{plain(reporting.name)}**  \n:small[{due(reporting)}]")
        for region in view.regions:
            name = catalogue.familiar(region.region)
            process_goal_list_link(catalogue, region.region, name, f"{region.label}: lista", query)
            for cell in region.cells:
                with st.container(border=True, gap="xxsmall", height="stretch"):
                    if not cell.report:
                        st.caption(NO_REPORT)
                        continue
                    st.markdown(_small_lines(process_counts(cell.counts) or ["ei tiloja"]))
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


def draw_timeline(view: Timeline) -> None:
    """Draw toimenpiteet over time and a table of each region; without any, say so."""
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


def _small_lines(lines: Sequence[str]) -> str:
    return "  \n".join(f":small[{line}]" for line in lines)
