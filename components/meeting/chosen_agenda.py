"""The agenda of a meeting: which items are chosen, how they are changed, and the deck that is made of them.

The items live in the URL (`kohta=…&kohta=…`), or under a saved name (`esitys=…`); a link with items needs no name.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components import session
from components.filters import example_is_chosen, same_data
from data.catalogue import Catalogue
from data.finnish import day_text
from data.views.agenda import Agenda, AgendaItem, ItemKind, item_text, read_agenda
from data.views.deck import deck
from data.views.slides import Deck

_MEMORY = "last_kohta"


def chosen_agenda(catalogue: Catalogue) -> Agenda:
    """Return the agenda of the URL: its items, else the saved agenda that it names, else what was last chosen."""
    slug = st.query_params.get("esitys", "")
    saved = next(iter(session.store().agendas(slug)), None) if slug else None
    notes = (f"Esitystä ”{slug[:60]}” ei ole tallennettu.",) if slug and saved is None else ()
    if "kohta" in st.query_params:
        texts: Sequence[str] = st.query_params.get_all("kohta")
    elif saved:
        texts = saved.items
    else:
        texts = [] if slug else st.session_state.get(_MEMORY, [])
    agenda = read_agenda(catalogue, texts, name=saved.name if saved else "")
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


def meeting_deck(catalogue: Catalogue, agenda: Agenda) -> Deck:
    """Return the slides of an agenda from the version and data set in use."""
    texts = tuple(item_text(catalogue, item) for item in agenda.items)
    name = agenda.name or "Seurannan tilanne"
    newest = session.store().version
    return _deck(example_is_chosen(), session.version(), newest, session.today(), name, texts)


@st.cache_data(max_entries=16, show_spinner="Kootaan esitystä")
def _deck(example: bool, version: int, newest: int, today: date, name: str, texts: tuple[str, ...]) -> Deck:
    """Make the slides anew for each data set, version, publication, day and choice."""
    catalogue = session.catalogue()
    agenda = read_agenda(catalogue, texts, name)
    compared = [item.since for item in agenda.items if item.kind is ItemKind.CHANGES and item.since]
    earlier = {number: state for number in compared if (state := session.earlier(number, agenda.regions))}
    slides = deck(
        catalogue,
        agenda,
        session.observations(agenda.regions),
        session.process_goals(agenda.regions),
        today,
        version,
        day_text(session.publication(version).created_at),
        earlier,
        session.process_catalogue(),
    )
    return slides.model_copy(update={"name": f"Esimerkki (keksityt luvut): {name}"}) if example else slides
