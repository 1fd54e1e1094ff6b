"""The file that is checked: chosen or made of edited process goals, examined once for each answer, and its findings."""

import hashlib
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from components import state
from components.texts import plain
from components.upload.answers import WAITING, GivenAnswers
from components.upload.goal_edits import edited_goals
from data.catalogue import slug
from data.workspace import Workspace
from loaders.findings import Severity
from loaders.publish import Upload
from loaders.sandbox import Request, examine_in_sandbox, mark_in_sandbox
from loaders.workbooks.template import template

_FILE, _TABLE = "Taulukkotiedosto", "Prosessitavoitteet sivulla"
_FROM_FILE = "Luetaan tiedostosta"
ROUND = "upload_round"  # how many files have been published: a published file leaves the page


@dataclass(frozen=True)
class Incoming:
    """Bytes to check, their file name, and the official name of the region that rows without one belong to."""

    content: bytes
    name: str
    region: str


def choose(workspace: Workspace) -> Incoming | None:
    """Draw the choice and return what there is to check, if anything."""
    source = st.segmented_control("Mitä päivität?", [_FILE, _TABLE], default=_FILE, required=True, key="upload_source")
    return _edited(workspace) if source == _TABLE else _uploaded(workspace)


def _uploaded(workspace: Workspace) -> Incoming | None:
    names = [_FROM_FILE, *(region.name for region in workspace.catalogue.regions)]
    chosen = st.selectbox("Alue, jos sitä ei ole tiedostossa", names, key="upload_region")
    file = st.file_uploader(
        "Valitse taulukko (xlsx, xlsm, csv tai tsv)",
        type=["xlsx", "xlsm", "csv", "tsv"],
        key=f"upload-{st.session_state.get(ROUND, 0)}",
    )
    if file is None:
        _offer_template(workspace)
        return None
    return Incoming(file.getvalue(), file.name, "" if chosen == _FROM_FILE else chosen)


def _offer_template(workspace: Workspace) -> None:
    with st.expander("Eikö sinulla ole vielä taulukkoa? Lataa alueen täytettävä pohja", icon=":material/table:"):
        st.caption(
            "Pohjassa ovat alueen mittarit ja prosessitavoitteet tunnuksineen, valintalistat ja ohje. Täytä se, "
            "tallenna ja valitse se tällä sivulla."
        )
        label = workspace.catalogue.label
        region = st.selectbox("Pohjan alue", workspace.regions, format_func=label, key="template_region")
        st.download_button(
            "Lataa täytettävä pohja",
            partial(_template, workspace, region),
            file_name=state.file_name(f"seurannan-pohja-{slug(region)}.xlsx"),
            icon=":material/download:",
            on_click="ignore",
        )


def _template(workspace: Workspace, region: str) -> bytes:
    return template(
        workspace.catalogue,
        region,
        today=workspace.day,
        current=workspace.observations([region]),
        process_goals=workspace.process_goals([region]),
    )


def _edited(workspace: Workspace) -> Incoming | None:
    region = st.selectbox("Alue", workspace.regions, format_func=workspace.catalogue.label, key="goals_region")
    goals = workspace.process_goals([region])
    if not goals:
        st.markdown("Alueella ei ole vielä prosessitavoitteita. Tuo ne ensin taulukkotiedostona.")
        return None
    file = edited_goals(workspace.catalogue, goals, workspace.day, workspace.newest)
    return Incoming(*file, region) if file else None


_LOOK = {
    Severity.STOPS: (st.error, "Esteet", ":material/block:"),
    Severity.WARNS: (st.warning, "Varoitukset", ":material/warning:"),
    Severity.TELLS: (st.info, "Tiedoksi", ":material/info:"),
}
_EXAMINED = "examined_file"
_ANSWERS, _ANSWERS_OF = "given_answers", "given_answers_of"


@dataclass(frozen=True)
class _Examined:
    """An examined file: what it was examined by, and the version until which nothing that it read has changed."""

    key: tuple[str, str]
    version: int
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
    """Return the file, examined with the answers given about it.

    It is examined anew when another answer is given, or a version has changed what it is compared with: the records,
    indicators and template's words of its own regions. What else is published leaves the preview as it is.
    """
    request = Request(
        file_name=incoming.name,
        region=incoming.region,
        today=workspace.day,
        answers=answers.for_loader(),
        data_set=state.data_set(),
    )
    key = (hashlib.sha256(incoming.content).hexdigest(), request.model_dump_json())
    version = workspace.newest
    kept: _Examined | None = st.session_state.get(_EXAMINED)
    if kept is None or kept.key != key or _is_outdated(kept, incoming.region, workspace):
        bar = st.progress(0.0, "Tarkistetaan tiedostoa")

        def progress(done: float) -> None:
            bar.progress(done, _stage(done))

        kept = _Examined(key, version, examine_in_sandbox(incoming.content, request, progress))
        bar.empty()
    st.session_state[_EXAMINED] = replace(kept, version=version)
    return kept.upload


def _is_outdated(kept: _Examined, region: str, workspace: Workspace) -> bool:
    is_same = workspace.newest == kept.version
    return not is_same and kept.upload.is_outdated(region, workspace.store.later_changes(kept.version))


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
