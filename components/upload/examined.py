"""The file that this session is looking at: examined once for each answer, and not at every rerun."""

import hashlib
from dataclasses import dataclass

import streamlit as st

from components import state
from components.upload.answers import WAITING, GivenAnswers
from components.upload.sources import Incoming
from data.workspace import Workspace
from loaders.publish import Upload
from loaders.sandbox import Request, examine_in_sandbox

_EXAMINED = "examined_file"
_ANSWERS, _ANSWERS_OF = "given_answers", "given_answers_of"


@dataclass(frozen=True)
class _Examined:
    key: tuple[object, ...]
    upload: Upload


def given_answers(incoming: Incoming) -> GivenAnswers:
    """Return the answers that have been given about this file; another file starts without any."""
    key = (hashlib.sha256(incoming.content).hexdigest(), incoming.region)
    if st.session_state.get(_ANSWERS_OF) != key:
        st.session_state[_ANSWERS_OF], st.session_state[_ANSWERS] = key, GivenAnswers()
        st.session_state.pop(WAITING, None)
    answers: GivenAnswers = st.session_state[_ANSWERS]
    return answers


def examined(workspace: Workspace, incoming: Incoming, answers: GivenAnswers) -> Upload:
    """Return the file, examined with the answers given about it against the version that is current now."""
    request = Request(
        file_name=incoming.name,
        region=incoming.region,
        today=workspace.day,
        answers=answers.for_loader(),
        data_set=state.data_set(),
    )
    key = (hashlib.sha256(incoming.content).hexdigest(), request.model_dump_json(), workspace.newest)
    kept: _Examined | None = st.session_state.get(_EXAMINED)
    if kept is None or kept.key != key:
        bar = st.progress(0.0, "Tarkistetaan tiedostoa")

        def progress(done: float) -> None:
            bar.progress(done, _stage(done))

        kept = _Examined(key, examine_in_sandbox(incoming.content, request, progress))
        bar.empty()
        st.session_state[_EXAMINED] = kept
    return kept.upload


def _stage(done: float) -> str:
    return "Verrataan nykyisiin tietoihin" if done >= 0.9 else "Tulkitaan rivejä"
