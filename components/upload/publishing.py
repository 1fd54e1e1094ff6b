"""The form that publishes an examined file, with a bar that tells how far the writing is."""

from collections.abc import Sequence

import streamlit as st

from components.texts import plain
from components.upload.sources import ROUND
from data.model import Observation, ProcessGoal
from data.workspace import Workspace
from loaders.publish import Conflict, Upload, publish

PUBLISHED = "published"  # what the last publication did, told after the page has been drawn anew
_REFUSED = "refused"  # why it was not done


def publish_form(
    workspace: Workspace, upload: Upload, content: bytes, removed: Sequence[Observation | ProcessGoal]
) -> None:
    """Draw the form; what keeps it shut is said instead of it."""
    if upload.stops:
        first = "Vastaa yllä oleviin kysymyksiin tai korjaa" if upload.questions else "Korjaa"
        st.error(f"{first} esteet tiedostoon ja valitse se uudelleen. Mitään ei ole tallennettu.")
    elif not upload.would_change and not removed and upload.is_known:
        st.info("Tämä tiedosto on jo ladattu, ja sen tiedot ovat voimassa.")
    elif not upload.would_change and not removed:
        st.info("Tiedosto ei muuttaisi mitään: samat tiedot ovat jo voimassa.")
    else:
        if removed:
            st.warning(f"Julkaisu poistaa {len(removed)} nykyistä tietoa.", icon=":material/delete:")
        with st.form("publish", border=True):
            author = st.text_input("Julkaisija", max_chars=100)
            explained = "Selitys varoituksille (pakollinen)" if upload.must_be_accepted else "Huomautus"
            note = st.text_area(explained, max_chars=1000)
            if upload.must_be_accepted:
                st.caption("Selitys tallennetaan jokaiseen havaintoon, jota varoitus koskee.")
            if st.form_submit_button("Julkaise", type="primary", icon=":material/publish:"):
                _publish(workspace, upload, content, author.strip(), note.strip(), removed)


def _publish(
    workspace: Workspace,
    upload: Upload,
    content: bytes,
    author: str,
    note: str,
    removed: Sequence[Observation | ProcessGoal],
) -> None:
    if not author:
        st.error("Kirjoita julkaisijan nimi.")
        return
    if upload.must_be_accepted and not note:
        st.error("Kirjoita, miksi varoitukset hyväksytään.")
        return
    total = len(upload.observations.brought) or 1
    bar = st.progress(0.0, "Julkaistaan")
    done = 0

    def progress(count: int) -> None:
        nonlocal done
        done += count
        bar.progress(min(done / total, 1.0), f"Julkaistaan: {min(done, total)}/{total}")

    try:
        version = publish(
            upload, content, workspace.store, author=author, note=note, removed=removed, progress=progress
        )
    except Conflict as conflict:
        st.session_state[_REFUSED] = (
            f"Versio {conflict.version} on muuttanut samoja tietoja esikatselun jälkeen. Mitään ei tallennettu. "
            "Alla on uusi esikatselu: tarkista se ja julkaise uudelleen."
        )
    else:
        st.session_state[PUBLISHED] = f"Julkaistu versiona {version}."
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.rerun()


def tell_what_was_done() -> None:
    """What the last publication or undo did, or why it was refused, once."""
    if refused := st.session_state.pop(_REFUSED, ""):
        st.warning(refused)
    if told := st.session_state.pop(PUBLISHED, ""):
        st.success(plain(told))
