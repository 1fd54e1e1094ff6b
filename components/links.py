"""Links inside the app: where each page lies, and the links to process goals that several pages draw."""

from urllib.parse import urlencode

import streamlit as st

from components.state import same_data
from components.texts import plain
from data.catalogue import Catalogue
from data.views.card import Card

FRONT_PAGE = "pages/yleiskuva.py"
GOALS_PAGE = "pages/hyotytavoitteet.py"
INDICATOR_PAGE = "pages/mittari.py"
COMPARISON_PAGE = "pages/vertailu.py"
PROCESS_GOALS_PAGE = "pages/prosessitavoitteet.py"
UPLOAD_PAGE = "pages/lataus.py"
MEETING_PAGE = "pages/ohjausryhma.py"
DATA_PAGE = "pages/tiedot.py"


def indicator_address(card: Card) -> str:
    """Return the address of a card's own page, for links within figures and tables."""
    return "mittari?" + urlencode(same_data({"alue": card.region, "mittari": card.indicator}), doseq=True)


def process_goal_link(catalogue: Catalogue, region: str, goal_id: str, title: str) -> None:
    """Draw the title of a process goal as a link to its own view."""
    query = same_data({"alue": catalogue.familiar(region), "prosessitavoite": goal_id})
    st.page_link(PROCESS_GOALS_PAGE, label=plain(title), query_params=query)


def process_goal_list_link(catalogue: Catalogue, region: str, label: str, where: str, query: dict[str, str]) -> None:
    """Draw a count as a link to the list of what it counts; `where` says in words whose count it is."""
    st.page_link(
        PROCESS_GOALS_PAGE,
        label=f"**{plain(label)}**",
        query_params=same_data({"alue": catalogue.familiar(region), "nakyma": "lista"} | query),
        help=plain(where),
        width="stretch",
    )


def actions_link(catalogue: Catalogue, region: str, label: str, theme: str) -> None:
    """Draw a link to a region's toimenpiteet of a theme."""
    query = same_data({"alue": catalogue.familiar(region), "nakyma": "toimenpiteet", "teema": theme})
    st.page_link(PROCESS_GOALS_PAGE, label=plain(label), query_params=query, icon=":material/event:")


def process_goals_link(label: str, view: str) -> None:
    """Draw a link from another page to a view of the process goals of the regions last chosen."""
    query = same_data({"nakyma": view})
    st.page_link(PROCESS_GOALS_PAGE, label=plain(label), query_params=query, icon=":material/route:")
