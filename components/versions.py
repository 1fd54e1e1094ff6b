"""Earlier versions: the badge that says which version a page shows, and the filters that choose a version."""

from datetime import date

import streamlit as st

from components import session
from components.filters import CURRENT, asked_version, choose_version
from components.frame import current_page
from components.texts import plain
from data.finnish import day_in_finland, time_text
from data.store import Publication


def warn_of_unknown_version() -> None:
    """Say so where the address asks for a version that does not exist."""
    asked = asked_version()
    if asked and asked != CURRENT and session.pinned() is None:
        st.warning(f"Versiota ”{plain(asked[:40])}” ei ole. Sivu näyttää nykyisen version.", icon=":material/history:")


def version_badge() -> None:
    """Where a version is chosen, say which one and of which day, with a link to the same page as it is now."""
    chosen = session.pinned()
    if chosen is None:
        return
    newest = session.store().version
    rest = "Se on uusin versio." if chosen == newest else f"Uusin on versio {newest}."
    st.badge(
        f"Versio {chosen}, {time_text(session.publication(chosen).created_at)}",
        icon=":material/history:",
        help=f"Sivu näyttää version {chosen}: luvut ja tilat ovat sellaisina kuin ne olivat silloin. {rest}",
    )
    query = {key: st.query_params.get_all(key) for key in st.query_params} | {"versio": [CURRENT]}
    st.page_link(current_page(), label="Näytä nykyinen versio", icon=":material/update:", query_params=query)


def version_is_pinned() -> bool:
    """Return whether a version is chosen; if it is, say that nothing can be published."""
    if session.pinned() is None:
        return False
    st.info("Julkaista voi vain nykyiseen versioon. Siirry ensin siihen sivun yläreunan linkistä.")
    return True


def version_filter() -> None:
    """Draw the choice of a version by its number or by the day of a meeting; it goes into the URL."""
    publications = session.store().publications()
    days = [day_in_finland(publication.created_at) for publication in publications]  # clocks may have gone back
    chosen = session.pinned()
    names = {"": f"Nykyinen (versio {publications[0].version})"}
    names |= {str(publication.version): version_name(publication) for publication in publications}
    st.session_state["choose_versio"] = str(chosen or "")
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
    """Return a version as it stands in a list: "Versio 3, 22.11.2026 klo 3.05: korjaus"."""
    note = f": {publication.note}" if publication.note else ""
    return f"Versio {publication.version}, {time_text(publication.created_at)}{note}"


def version_of_day(publications: tuple[Publication, ...], day: date) -> int | None:
    """Return the version that held at the end of a day, of publications that stand newest first; None: none did."""
    earlier = (publication for publication in publications if day_in_finland(publication.created_at) <= day)
    return next((publication.version for publication in earlier), None)


def _choose_day(publications: tuple[Publication, ...], day: date | None) -> None:
    if day and (version := version_of_day(publications, day)):
        choose_version(str(version))
