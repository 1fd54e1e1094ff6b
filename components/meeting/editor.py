"""Choosing what a meeting sees: add, order, remove, save under a name, open a saved one, send a link."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from components import session
from components.filters import CURRENT, same_data
from components.links import MEETING_PAGE
from components.meeting.chosen_agenda import agenda_query, choose_items, moved
from components.texts import plain
from components.versions import version_name
from data.catalogue import Catalogue, slug
from data.finnish import time_text
from data.views.agenda import MAX_REGIONS, Agenda, AgendaItem, ItemKind, item_text, item_title

_KINDS = {
    ItemKind.GOAL: "Kokonainen hyötytavoite",
    ItemKind.INDICATOR: "Yksittäinen mittari",
    ItemKind.COMPARISON: "Vertailu",
    ItemKind.PROCESS_GOALS: "Prosessitavoitteet",
    ItemKind.GAPS: "Tietovajeet",
    ItemKind.CHANGES: "Muuttunut viime kokouksesta",
}


def draw_items(catalogue: Catalogue, agenda: Agenda) -> None:
    """Draw the items in order, each with its buttons."""
    items = agenda.items
    for at, item in enumerate(items):
        title = plain(item_title(catalogue, item))
        with st.container(horizontal=True, vertical_alignment="center", key=f"kohta-{at}"):
            st.markdown(f"**{at + 1}.** {title}", width="stretch")
            for name, key, icon, by in (("Ylös", "ylos", "upward", -1), ("Alas", "alas", "downward", 1)):
                st.button(
                    name,
                    icon=f":material/arrow_{icon}:",
                    key=f"{key}-{at}",
                    disabled=not 0 <= at + by < len(items),
                    on_click=choose_items,
                    args=(catalogue, moved(items, at, by)),
                )
            kept = tuple(other for place, other in enumerate(items) if place != at)
            st.button(
                "Poista", icon=":material/delete:", key=f"poista-{at}", on_click=choose_items, args=(catalogue, kept)
            )
    if not items:
        st.info("Esityksessä ei ole vielä kohtia. Lisää ensimmäinen alta tai aloita ehdotuksesta.")
        st.button(
            "Aloita ehdotuksesta",
            icon=":material/playlist_add:",
            key="ehdotus",
            on_click=choose_items,
            args=(catalogue, _suggested()),
        )


def _suggested() -> tuple[AgendaItem, ...]:
    """Return what a first meeting may look at: where the work stands, regions side by side, what is missing."""
    regions = tuple(session.data_regions()[:4])
    kinds = (ItemKind.PROCESS_GOALS, ItemKind.COMPARISON, ItemKind.GAPS)
    return tuple(AgendaItem(kind=kind, regions=regions) for kind in kinds)


def add_item(catalogue: Catalogue, agenda: Agenda) -> None:
    """Draw a draft of a new item and the button that adds it."""
    kind = st.selectbox("Mitä lisätään", list(_KINDS), format_func=_KINDS.__getitem__, key="uusi_laji")
    item = _draft(catalogue, kind)
    st.button(
        "Lisää esitykseen",
        icon=":material/add:",
        key="lisaa",
        disabled=item is None,
        on_click=choose_items,
        args=(catalogue, (*agenda.items, *([item] if item else []))),
    )


def _draft(catalogue: Catalogue, kind: ItemKind) -> AgendaItem | None:
    """Draw the fields of an item and return it; None while the fields do not say enough."""
    options = session.data_regions()
    if kind is ItemKind.INDICATOR:
        region = st.selectbox("Alue", options, format_func=catalogue.label, key="uusi_alue")
        names = {i.id: i.name for i in sorted(catalogue.indicators, key=lambda i: i.name) if i.region == region}
        chosen = st.selectbox("Mittari", list(names), format_func=names.__getitem__, key="uusi_mittari")
        return AgendaItem(kind=kind, regions=(region,), indicator=chosen) if region and chosen else None
    goal = since = None
    if kind in (ItemKind.GOAL, ItemKind.COMPARISON, ItemKind.PROCESS_GOALS):
        numbers = [goal.number for goal in catalogue.goals]
        numbers = numbers if kind is ItemKind.GOAL else [0, *numbers]
        goal = st.selectbox("Hyötytavoite", numbers, format_func=lambda n: _goal(catalogue, n), key=f"uusi_{kind}")
    if kind is ItemKind.CHANGES:
        before = [old for old in session.store().publications() if old.version < session.version()]
        if not before:
            st.markdown("Aiempaa versiota ei ole, joten muutoksia ei voi laskea.")
            return None
        named = {publication.version: version_name(publication) for publication in before}
        since = st.selectbox("Verrataan versioon", list(named), format_func=named.__getitem__, key="uusi_versio")
    regions = st.multiselect(
        "Alueet",
        options,
        default=options[: 1 if kind is ItemKind.GOAL else 4],
        format_func=catalogue.label,
        max_selections=MAX_REGIONS,
        select_all=False,
        placeholder="Valitse alueet",
        key=f"uusi_alueet_{kind}",
    )
    return AgendaItem(kind=kind, regions=tuple(regions), goal=goal or None, since=since) if regions else None


def _goal(catalogue: Catalogue, number: int) -> str:
    return f"{number} {catalogue.goal(number).short}" if number else "Kaikki"


def draw_saving(catalogue: Catalogue, agenda: Agenda) -> None:
    """Draw the form that saves the agenda and, beside it, the agendas that have been saved."""
    left, right = st.columns(2, gap="large")
    with left:
        _draw_save_form(agenda, [item_text(catalogue, item) for item in agenda.items])
    with right:
        st.subheader("Tallennetut esitykset", anchor=False)
        _draw_saved_agendas()


def _draw_save_form(agenda: Agenda, texts: Sequence[str]) -> None:
    """Draw the form that saves the items under a name; the agenda that had the name before stays in the history."""
    with st.form("tallenna", border=False):
        name = st.text_input("Esityksen nimi", value=agenda.name, max_chars=100, placeholder="Ohjausryhmä 12.12.")
        author = st.text_input("Tallentaja", max_chars=100)
        if not st.form_submit_button("Tallenna", icon=":material/save:"):
            return
    name, author = name.strip(), author.strip()
    if not slug(name) or not author:
        st.error("Kirjoita esityksen nimi ja tallentajan nimi.")
    elif not texts:
        st.error("Esityksessä ei ole kohtia. Lisää ainakin yksi.")
    else:
        session.store().save_agenda(slug(name), name, author, texts)
        st.success(f"Tallennettu nimellä {plain(name)}.")


def _draw_saved_agendas() -> None:
    """Draw the saved agendas as links, the last saved first."""
    agendas = session.store().agendas()
    if not agendas:
        st.markdown("Tallennettuja esityksiä ei ole vielä.")
    for agenda in agendas:
        with st.container(gap="xxsmall"):
            query = same_data({"esitys": agenda.slug})
            st.page_link(MEETING_PAGE, label=plain(agenda.name), icon=":material/co_present:", query_params=query)
            st.caption(f"{len(agenda.items)} kohtaa, {time_text(agenda.saved_at)}, {plain(agenda.author)}")


def draw_links(catalogue: Catalogue, agenda: Agenda) -> None:
    """Draw links to present and to send on; each carries the items, the version and the data set."""
    with st.container(horizontal=True):
        query = agenda_query(catalogue, agenda, nayta="esitys")
        st.page_link(MEETING_PAGE, label="Esitä koko näytöllä", icon=":material/slideshow:", query_params=query)
    query = agenda_query(catalogue, agenda)
    pinned = query | {"versio": str(session.version())}
    base = (st.context.url or "").partition("?")[0]
    st.markdown("Linkki esitykseen sellaisena kuin se on nyt, myös myöhempien julkaisujen jälkeen:")
    st.code(f"{base}?{urlencode(pinned, doseq=True)}", language=None, wrap_lines=True)
    st.markdown("Linkki, joka näyttää aina uusimmat tiedot:")
    newest = {key: value for key, value in query.items() if key != "versio"} | {"versio": CURRENT}
    st.code(f"{base}?{urlencode(newest, doseq=True)}", language=None, wrap_lines=True)
