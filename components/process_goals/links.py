"""Links within the page of process goals: to one goal, and to a list of those that a count counts."""

import streamlit as st

from components.state import same_data
from components.texts import plain
from data.catalogue import Catalogue

PAGE = "pages/prosessitavoitteet.py"


def goal_link(catalogue: Catalogue, region: str, goal_id: str, title: str) -> None:
    """A goal's title as a link to its own page."""
    query = {"alue": catalogue.familiar(region), "prosessitavoite": goal_id}
    st.page_link(PAGE, label=plain(title), query_params=same_data(query))


def list_link(catalogue: Catalogue, region: str, label: str, where: str, query: dict[str, str]) -> None:
    """A count as a link to the list of what it counts; `where` says whose count it is."""
    st.page_link(
        PAGE,
        label=f"**{plain(label)}**",
        query_params=same_data({"alue": catalogue.familiar(region), "nakyma": "lista"} | query),
        help=plain(where),
        width="stretch",
    )


def view_link(catalogue: Catalogue, region: str, label: str, query: dict[str, str]) -> None:
    """A link to another view of one region's process goals."""
    alue = {"alue": catalogue.familiar(region)}
    st.page_link(PAGE, label=plain(label), query_params=same_data(alue | query), icon=":material/event:")


def process_link(label: str, view: str) -> None:
    """A link from another page to a view of the process goals; the regions are those last chosen."""
    st.page_link(PAGE, label=plain(label), query_params=same_data({"nakyma": view}), icon=":material/route:")
