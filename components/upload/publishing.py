"""Publication of an examined file, what came of it, and the history of all publications with an undo for each."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.texts import plain
from components.upload.sources import ROUND
from data.finnish import counted, time_text
from data.model import Observation, ProcessGoal
from data.store import Conflict, File, Publication, Store
from loaders.publish import Upload, publish

_DONE = "published"  # what the last publication did, said after the page has been drawn anew
_REFUSED = "refused"  # why it was not done
_SHOWN = 20  # versions
_FILES = 3  # of a version; where there are more they are folded


def publish_form(upload: Upload, content: bytes, store: Store, removed: Sequence[Observation | ProcessGoal]) -> None:
    """Draw the form that publishes a file; where it cannot be published, say why instead."""
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
                _publish(upload, content, store, author.strip(), note.strip(), removed)


def _publish(
    upload: Upload,
    content: bytes,
    store: Store,
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
    total = len(upload.observations.to_publish) or 1
    bar = st.progress(0.0, "Julkaistaan")
    done = 0

    def progress(count: int) -> None:
        nonlocal done
        done += count
        bar.progress(min(done / total, 1.0), f"Julkaistaan: {min(done, total)}/{total}")

    try:
        version = publish(upload, content, store, author=author, note=note, removed=removed, progress=progress)
    except Conflict as conflict:
        st.session_state[_REFUSED] = (
            f"Versio {conflict.version} on muuttanut samoja tietoja esikatselun jälkeen. Mitään ei tallennettu. "
            "Alla on uusi esikatselu: tarkista se ja julkaise uudelleen."
        )
    else:
        st.session_state[_DONE] = f"Julkaistu versiona {version}."
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.rerun()


def draw_outcome() -> None:
    """Say once what the last publication or undo did, or why it was refused."""
    if refused := st.session_state.pop(_REFUSED, ""):
        st.warning(refused)
    if done := st.session_state.pop(_DONE, ""):
        st.success(plain(done))


def draw_history(store: Store) -> None:
    """Draw every version, the newest first: who, when, which files and why, with an undo for each."""
    publications, files = store.publications(), store.files()
    undone = {undo.undoes: undo.version for undo in publications if undo.undoes}
    shown = publications if st.session_state.get("whole_history") else publications[:_SHOWN]
    for publication in shown:
        with st.container(border=True):
            _draw_publication(store, publication, [file for file in files if file.version == publication.version])
            if publication.version in undone:
                st.caption(f"Kumottu versiossa {undone[publication.version]}.")
            elif publication.version > 1:
                _draw_undo(store, publication.version)
    if len(publications) > len(shown):
        st.checkbox(f"Näytä kaikki {counted(len(publications), 'versio', 'versiota')}", key="whole_history")


def _draw_publication(store: Store, publication: Publication, files: Sequence[File]) -> None:
    when = time_text(publication.created_at)
    st.markdown(f"**Versio {publication.version}** · {when} · {plain(publication.author)}")
    if publication.note:
        st.caption(plain(publication.note))
    if len(files) > _FILES:
        with st.expander(counted(len(files), "tiedosto", "tiedostoa"), type="compact"):
            _draw_files(store, files)
    else:
        _draw_files(store, files)


def _draw_files(store: Store, files: Sequence[File]) -> None:
    for file in files:
        held = [counted(file.observations, "havainto", "havaintoa")] if file.observations else []
        held += [counted(file.process_goals, "prosessitavoite", "prosessitavoitetta")] if file.process_goals else []
        st.download_button(
            f"{plain(file.file_name)} ({', '.join(held) or 'ei muutoksia'})",
            partial(store.content, file.id),
            file_name=file.file_name,
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"file-{file.id}",
        )


def _draw_undo(store: Store, version: int) -> None:
    if not st.button(f"Kumoa versio {version}", icon=":material/undo:", key=f"undo-{version}"):
        return
    try:
        undo = store.undo(version, author="Kumoaminen", note=f"Kumottu versio {version}.")
    except Conflict as conflict:
        st.error(
            f"Versiota {version} ei voi kumota, koska versio {conflict.version} on muuttanut samoja tietoja. "
            f"Kumoa ensin versio {conflict.version}."
        )
    else:
        st.session_state[_DONE] = f"Versio {version} on kumottu. Kumoaminen on versio {undo}."
        st.rerun()
