"""The slides of a meeting as files: PowerPoint, on a region's own template too, the oma-arviointi in Word, and Excel.

The regions' templates are .pptx files in a folder beside the store. One can also be put there by hand.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from components import state
from components.exports import write_whole
from components.exports.excel import excel
from components.exports.powerpoint import TemplateError, check_template, powerpoint
from components.exports.word import word
from components.texts import plain
from data.catalogue import slug
from data.finnish import day_text
from data.store.connection import default_folder
from data.views.agenda import Agenda
from data.views.slides import Deck
from data.workspace import Workspace

_NO_TEMPLATE = ""  # a white ground
_LONGEST_NAME = 60  # characters of a template's file name
_DOCUMENTS: tuple[tuple[str, Callable[..., bytes], str, str], ...] = (
    ("Word: oma-arvioinnin liite", word, "docx", ":material/description:"),
    ("Excel: samat tiedot", excel, "xlsx", ":material/table_view:"),
)


def draw_files(workspace: Workspace, agenda: Agenda, deck: Deck) -> None:
    """Draw a button for each file, which is made when the button is pressed and not before."""
    template = _choose_template()
    name = state.file_name(slug(agenda.name) or "ohjausryhma")
    with st.container(horizontal=True):
        _button("PowerPoint: nämä diat", partial(_powerpoint, deck, template), f"{name}.pptx", ":material/slideshow:")
        for label, make, ending, icon in _DOCUMENTS:
            _button(label, partial(_document, make, workspace, agenda), f"{name}.{ending}", icon)
    st.caption(
        "PowerPointissa kaaviot ovat muokattavia, ja puhujan muistiinpanoissa ovat määritelmät ja varaukset. Wordissa "
        "ja Excelissä ovat samojen alueiden ja hyötytavoitteiden kaikki tiedot. Excelin voi ladata takaisin sivulla "
        "Lataus."
    )


def _document(make: Callable[..., bytes], workspace: Workspace, agenda: Agenda) -> bytes:
    return make(
        workspace.catalogue,
        workspace.observations(agenda.regions),
        workspace.process_goals(agenda.regions),
        regions=agenda.regions,
        goals=agenda.goals(workspace.catalogue),
        today=workspace.day,
        version=workspace.version,
        published=day_text(workspace.publication.created_at),
    )


def _button(label: str, make: Callable[[], bytes], file_name: str, icon: str) -> None:
    st.download_button(label, make, file_name=file_name, icon=icon, on_click="ignore")


def _powerpoint(deck: Deck, template: str) -> bytes:
    return powerpoint(deck, template=template_content(template) if template else None)


def _choose_template() -> str:
    """Return the file name of the chosen template, "" for none; a new template can be brought."""
    with st.expander("Alueen oma PowerPoint-pohja", icon=":material/palette:"):
        file = st.file_uploader("Tuo pohja (pptx)", type=["pptx"], key="master_file")
        if file is not None and file.file_id != st.session_state.get("kept_master"):
            try:
                st.session_state["master"] = keep_template(file.name, file.getvalue())
                st.session_state["kept_master"] = file.file_id
            except TemplateError as error:
                st.error(plain(str(error)))
        names = [_NO_TEMPLATE, *template_names()]
        return st.selectbox(
            "Pohja", names, format_func=lambda name: name or "Ei pohjaa: valkoinen tausta", key="master"
        )


def _template_folder() -> Path:
    return default_folder() / "pohjat"


def template_names() -> list[str]:
    """Return the templates that there are, by file name."""
    return sorted(path.name for path in _template_folder().glob("*.pptx"))


def template_content(name: str) -> bytes:
    """Return the template with this file name. Raises FileNotFoundError where there is no such template."""
    if name not in template_names():
        raise FileNotFoundError(name)
    return (_template_folder() / name).read_bytes()


def keep_template(file_name: str, template: bytes) -> str:
    """Keep a template that can be used and return its file name. Raises TemplateError for one that cannot be used."""
    check_template(template)
    _template_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{slug(Path(file_name).stem)[:_LONGEST_NAME] or 'pohja'}.pptx"
    write_whole(_template_folder() / name, template)
    return name
