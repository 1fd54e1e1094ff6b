"""The agenda of a meeting: which items are chosen, how they are changed, and the deck that is made of them.

The items live in the URL (`kohta=…&kohta=…`), or under a saved name (`esitys=…`); a link with items needs no name.
"""

from collections.abc import Sequence

import streamlit as st

from components import state
from components.state import same_data
from data.catalogue import Catalogue
from data.views.agenda import Agenda, AgendaItem, item_text, read_agenda
from data.views.deck import meeting_deck
from data.views.slides import Deck
from data.workspace import Workspace

_MEMORY = "last_kohta"


def chosen_agenda(workspace: Workspace) -> Agenda:
    """Return the agenda of the URL: its items, else the saved agenda that it names, else what was last chosen."""
    slug = st.query_params.get("esitys", "")
    saved = next(iter(workspace.store.agendas(slug)), None) if slug else None
    notes = (f"Esitystä ”{slug[:60]}” ei ole tallennettu.",) if slug and saved is None else ()
    if "kohta" in st.query_params:
        texts: Sequence[str] = st.query_params.get_all("kohta")
    elif saved:
        texts = saved.items
    else:
        texts = [] if slug else st.session_state.get(_MEMORY, [])
    agenda = read_agenda(workspace.catalogue, texts, name=saved.name if saved else "")
    st.session_state[_MEMORY] = list(texts)
    if texts and not slug and st.query_params.get_all("kohta") != list(texts):
        st.query_params["kohta"] = list(texts)
    return agenda.model_copy(update={"notes": (*notes, *agenda.notes)})


def choose_items(catalogue: Catalogue, items: Sequence[AgendaItem]) -> None:
    """Put the items into the URL, in this order."""
    texts = [item_text(catalogue, item) for item in items]
    st.session_state[_MEMORY] = texts
    st.query_params["kohta"] = texts
    if not texts and "esitys" in st.query_params:
        del st.query_params["esitys"]


def moved(items: Sequence[AgendaItem], at: int, by: int) -> tuple[AgendaItem, ...]:
    """Return the items with the item at `at` moved by so many places, as far as there are places."""
    kept = [item for place, item in enumerate(items) if place != at]
    kept.insert(max(0, min(len(kept), at + by)), items[at])
    return tuple(kept)


def agenda_query(catalogue: Catalogue, agenda: Agenda, **more: str) -> dict[str, str | list[str]]:
    """Return the query of a link that carries the whole agenda, the version and the data set in use."""
    texts = [item_text(catalogue, item) for item in agenda.items]
    named = {"esitys": slug} if (slug := st.query_params.get("esitys", "")) else {}
    return same_data({**named, "kohta": texts, **more})


def chosen_deck(workspace: Workspace, agenda: Agenda) -> Deck:
    """Return the slides of an agenda; those of the example say so in their name."""
    items = tuple(item_text(workspace.catalogue, item) for item in agenda.items)
    name = agenda.name or "Seurannan tilanne"
    named = f"Esimerkki (keksityt luvut): {name}" if state.is_example() else name
    return state.view(workspace, meeting_deck, named, items)
