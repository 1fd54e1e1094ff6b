"""Every publication: who, when, which file and why; the original file, and an undo for each."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.texts import plain
from components.upload.publishing import PUBLISHED
from data.finnish import counted, time_text
from data.model import File, Publication
from data.workspace import Workspace
from loaders.publish import Conflict, undo

_SHOWN = 20
_FILES = 3  # more of them are folded


def draw_history(workspace: Workspace) -> None:
    """Draw the versions, newest first."""
    publications, files = workspace.publications, workspace.store.files()
    undone = {known.undoes: known.version for known in publications if known.undoes}
    shown = publications if st.session_state.get("whole_history") else publications[:_SHOWN]
    for publication in shown:
        with st.container(border=True):
            _draw_publication(workspace, publication, [file for file in files if file.version == publication.version])
            if publication.version in undone:
                st.caption(f"Kumottu versiossa {undone[publication.version]}.")
            elif publication.version > 1:
                _undo_button(workspace, publication.version)
    if len(publications) > len(shown):
        st.checkbox(f"Näytä kaikki {counted(len(publications), 'versio', 'versiota')}", key="whole_history")


def _draw_publication(workspace: Workspace, publication: Publication, files: Sequence[File]) -> None:
    when = time_text(publication.created_at)
    st.markdown(f"**Versio {publication.version}** · {when} · {plain(publication.author)}")
    if publication.note:
        st.caption(plain(publication.note))
    if len(files) > _FILES:
        with st.expander(counted(len(files), "tiedosto", "tiedostoa"), type="compact"):
            _draw_files(workspace, files)
    else:
        _draw_files(workspace, files)


def _draw_files(workspace: Workspace, files: Sequence[File]) -> None:
    for file in files:
        held = [counted(file.observations, "havainto", "havaintoa")] if file.observations else []
        held += [counted(file.process_goals, "prosessitavoite", "prosessitavoitetta")] if file.process_goals else []
        st.download_button(
            f"{plain(file.file_name)} ({', '.join(held) or 'ei muutoksia'})",
            partial(workspace.store.content, file.id),
            file_name=file.file_name,
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"file-{file.id}",
        )


def _undo_button(workspace: Workspace, version: int) -> None:
    if not st.button(f"Kumoa versio {version}", icon=":material/undo:", key=f"undo-{version}"):
        return
    try:
        taken_back = undo(workspace, version)
    except Conflict as conflict:
        st.error(
            f"Versiota {version} ei voi kumota, koska versio {conflict.version} on muuttanut samoja tietoja. "
            f"Kumoa ensin versio {conflict.version}."
        )
    else:
        st.session_state[PUBLISHED] = f"Versio {version} on kumottu. Kumoaminen on versio {taken_back}."
        st.rerun()
