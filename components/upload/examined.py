"""The file that this session is looking at: examined once for each answer, and its findings."""

import hashlib
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components import session
from components.filters import example_is_chosen
from components.texts import plain
from components.upload.answers import WAITING, GivenAnswers
from components.upload.sources import Incoming
from loaders.findings import Severity
from loaders.publish import Upload
from loaders.sandbox import Request, examine_in_sandbox, mark_in_sandbox

_LOOK = {
    Severity.STOPS: (st.error, "Esteet", ":material/block:"),
    Severity.WARNS: (st.warning, "Varoitukset", ":material/warning:"),
    Severity.TELLS: (st.info, "Tiedoksi", ":material/info:"),
}
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


def examined(incoming: Incoming, answers: GivenAnswers) -> Upload:
    """Return the file, examined with the answers given about it against the version that is current now."""
    request = Request(
        file_name=incoming.name,
        region=incoming.region,
        today=session.today(),
        answers=answers.for_loader(),
        example=example_is_chosen(),
    )
    key = (hashlib.sha256(incoming.content).hexdigest(), request.model_dump_json(), session.store().version)
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


def draw_findings(upload: Upload, content: bytes) -> None:
    """Draw how many findings of each severity there are, each with its place and mend, and the marked workbook."""
    counts = ", ".join(f"{_LOOK[severity][1].lower()} {upload.count(severity)}" for severity in Severity)
    st.markdown(
        f"**{plain(upload.file_name)}**: {plain(upload.layout or 'asettelua ei tunnistettu')}. Huomiot: {counts}."
    )
    for severity, (box, word, icon) in _LOOK.items():
        findings = [finding for finding in upload.findings if finding.severity is severity]
        if findings:
            with st.expander(f"{word}: {len(findings)}", expanded=severity is not Severity.TELLS):
                box("\n".join(f"- {plain(finding.message)}" for finding in findings), icon=icon)
    if upload.layout and any(finding.severity is not Severity.TELLS for finding in upload.findings):
        st.download_button(
            "Lataa taulukko, johon huomiot on merkitty",
            partial(mark_in_sandbox, content, upload.file_name, upload.findings),
            file_name=f"{upload.file_name.rpartition('.')[0]}-huomiot.xlsx",
            icon=":material/ink_highlighter:",
            on_click="ignore",
        )
        st.caption("Ladattava tiedosto on työkappale: kaaviot ja kuvat eivät tule mukaan.")
