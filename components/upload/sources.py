"""What is to be checked: a spreadsheet that is chosen, or process goals that are edited on the page."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from components import state
from components.upload.goal_edits import edited_goals
from data.catalogue import slug
from data.workspace import Workspace
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
