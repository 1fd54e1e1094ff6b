"""What is to be checked: a spreadsheet that is chosen, or process goals that are edited on the page."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from components import session
from components.upload.goal_edits import edited_goals
from data.catalogue import Catalogue, slug
from data.store import Store
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


def choose(catalogue: Catalogue) -> Incoming | None:
    """Draw the choice and return what there is to check, if anything."""
    source = st.segmented_control("Mitä päivität?", [_FILE, _TABLE], default=_FILE, required=True, key="upload_source")
    return _edited(catalogue) if source == _TABLE else _uploaded(catalogue)


def _uploaded(catalogue: Catalogue) -> Incoming | None:
    names = [_FROM_FILE, *(region.name for region in catalogue.regions)]
    chosen = st.selectbox("Alue, jos sitä ei ole tiedostossa", names, key="upload_region")
    file = st.file_uploader(
        "Valitse taulukko (xlsx, xlsm, csv tai tsv)",
        type=["xlsx", "xlsm", "csv", "tsv"],
        key=f"upload-{st.session_state.get(ROUND, 0)}",
    )
    if file is None:
        _offer_template(catalogue)
        return None
    return Incoming(file.getvalue(), file.name, "" if chosen == _FROM_FILE else chosen)


def _offer_template(catalogue: Catalogue) -> None:
    with st.expander("Eikö sinulla ole vielä taulukkoa? Lataa alueen täytettävä pohja", icon=":material/table:"):
        st.caption(
            "Pohjassa ovat alueen mittarit ja prosessitavoitteet tunnuksineen, valintalistat ja ohje. Täytä se, "
            "tallenna ja valitse se tällä sivulla."
        )
        region = st.selectbox("Pohjan alue", session.data_regions(), format_func=catalogue.label, key="template_region")
        st.download_button(
            "Lataa täytettävä pohja",
            partial(_template, session.store(), catalogue, region, session.today()),
            file_name=session.file_name(f"seurannan-pohja-{slug(region)}.xlsx"),
            icon=":material/download:",
            on_click="ignore",
        )


def _template(store: Store, catalogue: Catalogue, region: str, today: date) -> bytes:
    return template(
        catalogue,
        region,
        today=today,
        current=store.observations(regions=[region]),
        process_goals=store.process_goals(regions=[region]),
    )


def _edited(catalogue: Catalogue) -> Incoming | None:
    region = st.selectbox("Alue", session.data_regions(), format_func=catalogue.label, key="goals_region")
    goals = session.process_goals([region])
    if not goals:
        st.markdown("Alueella ei ole vielä prosessitavoitteita. Tuo ne ensin taulukkotiedostona.")
        return None
    file = edited_goals(catalogue, goals, session.today(), session.store().version)
    return Incoming(*file, region) if file else None
