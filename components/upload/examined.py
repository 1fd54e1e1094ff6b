"""The file that this session is looking at: examined once for each answer, and not at every rerun."""

import hashlib
from dataclasses import dataclass, field

import streamlit as st

from components import session
from components.filters import example_is_chosen
from components.upload.answers import WAITING, Told
from components.upload.sources import Incoming
from loaders.publish import Upload
from loaders.sandbox import Request, examine_in_sandbox

_KEPT = "examined_file"
_TOLD = "told_of_file"


@dataclass(frozen=True)
class _Telling:
    key: tuple[str, str] = ("", "")
    told: Told = field(default_factory=Told)


@dataclass(frozen=True)
class _Examined:
    key: tuple[object, ...]
    upload: Upload


def told_of(incoming: Incoming) -> Told:
    """What has been told of this file; another file starts from nothing."""
    key = (hashlib.sha256(incoming.content).hexdigest(), incoming.region)
    if st.session_state.get(_TOLD, _Telling()).key != key:
        st.session_state[_TOLD] = _Telling(key)
        st.session_state.pop(WAITING, None)
    telling: _Telling = st.session_state[_TOLD]
    return telling.told


def examined(incoming: Incoming, told: Told) -> Upload:
    """The file, examined with what has been told of it against the version that is current now."""
    request = Request(
        file_name=incoming.name,
        region=incoming.region,
        today=session.today(),
        answers=told.answers,
        example=example_is_chosen(),
    )
    key = (hashlib.sha256(incoming.content).hexdigest(), request.model_dump_json(), session.store().version)
    kept: _Examined | None = st.session_state.get(_KEPT)
    if kept is None or kept.key != key:
        bar = st.progress(0.0, "Tarkistetaan tiedostoa")

        def progress(done: float) -> None:
            bar.progress(done, _stage(done))

        kept = _Examined(key, examine_in_sandbox(incoming.content, request, progress))
        bar.empty()
        st.session_state[_KEPT] = kept
    return kept.upload


def _stage(done: float) -> str:
    return "Verrataan nykyisiin tietoihin" if done >= 0.9 else "Tulkitaan rivejä"
