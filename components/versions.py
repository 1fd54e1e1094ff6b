"""As it was: the banner that tells which version a page shows, and the ways to choose one."""

from datetime import date

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components import state
from components.state import CURRENT, asked_version, choose_version
from components.texts import plain
from data.finnish import day_in_finland, time_text
from data.model import Publication
from data.workspace import Workspace


def version_banner(page: StreamlitPage) -> None:
    """Draw which version is chosen and of which day, with a link to the same page as it is now; without one, nothing.

    A version that does not exist is named in a warning.
    """
    asked = asked_version()  # before the workspace, which takes a version that does not exist out of the address
    workspace = state.workspace()
    chosen = workspace.pinned
    if chosen is None:
        if asked and asked != CURRENT:
            st.warning(
                f"Versiota ”{plain(asked[:40])}” ei ole. Sivu näyttää nykyisen version.", icon=":material/history:"
            )
        return
    publication, newest = workspace.publication, workspace.newest
    rest = "Se on uusin versio." if chosen == newest else f"Uusin on versio {newest}."
    st.info(
        f"**Sivu näyttää version {chosen}, {time_text(publication.created_at)}.** Luvut ja tilat ovat "
        f"sellaisina kuin ne olivat silloin. {rest}",
        icon=":material/history:",
    )
    query = {key: st.query_params.get_all(key) for key in st.query_params} | {"versio": [CURRENT]}
    st.page_link(page, label="Näytä nykyinen versio", icon=":material/update:", query_params=query)


def version_is_pinned(workspace: Workspace) -> bool:
    """Whether a version is chosen, in which case nothing can be published; that is said."""
    if workspace.pinned is None:
        return False
    st.info("Julkaista voi vain nykyiseen versioon. Siirry ensin siihen sivun yläreunan linkistä.")
    return True


def version_filter(workspace: Workspace) -> None:
    """Choose the version by its number or by the day of a meeting; the choice goes into the URL."""
    publications = workspace.publications
    days = [day_in_finland(publication.created_at) for publication in publications]  # clocks may have gone back
    names = {"": f"Nykyinen (versio {publications[0].version})"}
    names |= {str(known.version): version_name(known) for known in publications}
    st.session_state["choose_versio"] = str(workspace.pinned or "")
    st.session_state["choose_kokous"] = None
    by_number, by_day = st.columns(2)
    by_number.selectbox(
        "Näytettävä versio",
        list(names),
        format_func=names.__getitem__,
        key="choose_versio",
        on_change=lambda: choose_version(st.session_state["choose_versio"] or CURRENT),
    )
    by_day.date_input(
        "tai kokouspäivä: silloin voimassa ollut versio",
        min_value=min(days),
        max_value=max(days),
        format="DD.MM.YYYY",
        key="choose_kokous",
        on_change=lambda: _choose_day(publications, st.session_state["choose_kokous"]),
    )


def version_name(publication: Publication) -> str:
    """A version in a list: "Versio 3, 22.11.2026 klo 3.05: korjaus"."""
    note = f": {publication.note}" if publication.note else ""
    return f"Versio {publication.version}, {time_text(publication.created_at)}{note}"


def version_of_day(publications: tuple[Publication, ...], day: date) -> int | None:
    """Return the version that held at the end of a day, of publications that stand newest first; None: none did."""
    earlier = (publication for publication in publications if day_in_finland(publication.created_at) <= day)
    return next((publication.version for publication in earlier), None)


def _choose_day(publications: tuple[Publication, ...], day: date | None) -> None:
    found = version_of_day(publications, day) if day else None
    if found:
        choose_version(str(found))
