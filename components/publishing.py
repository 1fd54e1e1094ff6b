"""The talk around a publication: findings, preview, the form that publishes, history and undo."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components.session import local_time
from components.texts import plain
from components.upload import Upload, publish
from data.analysis.finnish import counted
from data.analysis.views.changes import Difference, change_rows
from data.catalogue import Catalogue
from data.model import Severity
from data.store import Conflict, File, Publication, Store

_SHOWN_CHANGES = 500
_UNDONE = "undone"  # what the last undo did, told after the page has been drawn anew
_LOOK = {
    Severity.STOPS: (st.error, "Este", ":material/block:"),
    Severity.WARNS: (st.warning, "Varoitus", ":material/warning:"),
    Severity.TELLS: (st.info, "Tieto", ":material/info:"),
}


def draw_findings(upload: Upload) -> None:
    """How many findings there are of each severity, and every one with its place and mend, the gravest first."""
    counts = Counter(finding.severity for finding in upload.checked.findings)
    told = ", ".join(f"{severity.value}: {counts[severity]}" for severity in Severity)
    st.markdown(f"{plain(upload.file_name)}: {plain(upload.checked.layout or 'asettelua ei tunnistettu')}. {told}.")
    for severity, (box, word, icon) in _LOOK.items():
        found = [finding for finding in upload.checked.findings if finding.severity is severity]
        if found:
            text = "\n".join(f"- {plain(finding.message)}" for finding in found)
            with st.expander(f"{word}: {len(found)}", expanded=severity is not Severity.TELLS):
                box(text, icon=icon)


def draw_preview(catalogue: Catalogue, upload: Upload) -> None:
    """What publishing would do: counts, and each changed and new value before and after."""
    staged, goals = upload.observations, upload.process_goals
    columns = st.columns(4)
    for column, label, one, other in (
        (columns[0], "Uusia", staged.new, goals.new),
        (columns[1], "Muuttuvia", staged.changed, goals.changed),
        (columns[2], "Ennallaan", staged.unchanged, goals.unchanged),
        (columns[3], "Vain nykyisissä, säilyvät", staged.missing, goals.missing),
    ):
        column.metric(label, len(one) + len(other), border=True)
    differences = [Difference(old=old, new=new) for old, new in staged.changed]
    differences += [Difference(old=None, new=new) for new in staged.new]
    if differences:
        rows = change_rows(catalogue, differences[:_SHOWN_CHANGES])
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="Muuttuvat ja uudet arvot ennen ja julkaisun jälkeen")
    if len(differences) > _SHOWN_CHANGES:
        st.caption(f"Taulukossa on ensimmäiset {_SHOWN_CHANGES}; julkaistaan {len(differences)}.")
    changed_goals = [(old.title, old.status.value, new.status.value) for old, new in goals.changed]
    changed_goals += [(new.title, "(uusi)", new.status.value) for new in goals.new]
    if changed_goals:
        frame = pd.DataFrame(changed_goals, columns=["Prosessitavoite", "Ennen", "Nyt"])
        st.dataframe(frame, hide_index=True, alt="Muuttuvat ja uudet prosessitavoitteet")


def publish_form(upload: Upload, store: Store) -> None:
    """The form that publishes; what keeps it shut is said instead of it."""
    if upload.checked.stops:
        st.error("Korjaa esteet tiedostoon ja valitse se uudelleen. Mitään ei ole tallennettu.")
    elif not upload.would_change and upload.is_known:
        st.info("Tämä tiedosto on jo ladattu, ja sen tiedot ovat voimassa.")
    elif not upload.would_change:
        st.info("Tiedosto ei muuttaisi mitään: samat tiedot ovat jo voimassa.")
    else:
        with st.form("publish", border=True):
            author = st.text_input("Julkaisija", max_chars=100)
            explained = "Selitys varoituksille (pakollinen)" if upload.must_be_accepted else "Huomautus"
            note = st.text_area(explained, max_chars=1000)
            if st.form_submit_button("Julkaise", type="primary", icon=":material/publish:"):
                _publish(upload, store, author.strip(), note.strip())


def _publish(upload: Upload, store: Store, author: str, note: str) -> None:
    if not author:
        st.error("Kirjoita julkaisijan nimi.")
    elif upload.must_be_accepted and not note:
        st.error("Kirjoita, miksi varoitukset hyväksytään.")
    else:
        try:
            version = publish(upload, store, author=author, note=note)
        except Conflict:
            st.error(
                "Tiedot ovat muuttuneet esikatselun jälkeen. Valitse tiedosto uudelleen, niin näet uuden esikatselun."
            )
        else:
            st.success(f"Julkaistu versiona {version}.")


def draw_history(store: Store) -> None:
    """Every version with who, when, which file and why; each can be undone, and the undo is a version too."""
    publications, files = store.publications(), store.files()
    undone = {one.undoes: one.version for one in publications if one.undoes}
    if told := st.session_state.pop(_UNDONE, ""):
        st.success(told)
    st.caption(counted(len(publications), "versio", "versiota"))
    for publication in publications:
        with st.container(border=True):
            _draw_publication(store, publication, [file for file in files if file.version == publication.version])
            if publication.version in undone:
                st.caption(f"Kumottu versiossa {undone[publication.version]}.")
            elif publication.version > 1:
                _undo_button(store, publication.version)


def _draw_publication(store: Store, publication: Publication, files: Sequence[File]) -> None:
    when = local_time(publication.created_at)
    st.markdown(f"**Versio {publication.version}** · {when} · {plain(publication.author)}")
    if publication.note:
        st.caption(plain(publication.note))
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


def _undo_button(store: Store, version: int) -> None:
    if st.button(f"Kumoa versio {version}", icon=":material/undo:", key=f"undo-{version}"):
        try:
            undo = store.undo(version, author="Kumoaminen", note=f"Kumottu versio {version}.")
        except Conflict as conflict:
            st.error(
                f"Versiota {version} ei voi kumota, koska versio {conflict.version} on muuttanut samoja tietoja. "
                f"Kumoa ensin versio {conflict.version}."
            )
        else:
            st.session_state[_UNDONE] = f"Versio {version} on kumottu. Kumoaminen on versio {undo}."
            st.rerun()
