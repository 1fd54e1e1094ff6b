"""The slides of a meeting as files to take along: PowerPoint, the annex of the oma-arviointi in Word, and Excel."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components import session
from components.exports.excel import excel
from components.exports.powerpoint import TemplateError, powerpoint
from components.exports.word import word
from components.meeting import region_templates
from components.texts import plain
from data.catalogue import Catalogue, slug
from data.views.agenda import Agenda
from data.views.slides import Deck

_OWN = ""  # no template: a white ground
_DOCUMENTS: tuple[tuple[str, Callable[..., bytes], str, str], ...] = (
    ("Word: oma-arvioinnin liite", word, "docx", ":material/description:"),
    ("Excel: samat tiedot", excel, "xlsx", ":material/table_view:"),
)


def draw_files(catalogue: Catalogue, agenda: Agenda, deck: Deck) -> None:
    """A button for each file, which is made when it is pressed and not before."""
    template = _choose_master()
    name = session.file_name(slug(agenda.name) or "ohjausryhma")
    observations, goals = session.observations(agenda.regions), session.process_goals(agenda.regions)
    with st.container(horizontal=True):
        _button("PowerPoint: nämä diat", partial(_powerpoint, deck, template), f"{name}.pptx", ":material/slideshow:")
        for label, make, ending, icon in _DOCUMENTS:
            document = partial(
                make,
                catalogue,
                observations,
                goals,
                regions=agenda.regions,
                goals=agenda.goals(catalogue),
                today=session.today(),
                version=deck.version,
                published=deck.published,
            )
            _button(label, document, f"{name}.{ending}", icon)
    st.caption(
        "PowerPointissa kaaviot ovat muokattavia, ja puhujan muistiinpanoissa ovat määritelmät ja varaukset. Wordissa "
        "ja Excelissä ovat samojen alueiden ja hyötytavoitteiden kaikki tiedot. Excelin voi ladata takaisin sivulla "
        "Lataus."
    )


def _button(label: str, make: Callable[[], bytes], file_name: str, icon: str) -> None:
    st.download_button(label, make, file_name=file_name, icon=icon, on_click="ignore")


def _powerpoint(deck: Deck, template: str) -> bytes:
    return powerpoint(deck, template=region_templates.content(template) if template else None)


def _choose_master() -> str:
    """The file name of the chosen template, "" for none; a new one can be brought."""
    with st.expander("Alueen oma PowerPoint-pohja", icon=":material/palette:"):
        file = st.file_uploader("Tuo pohja (pptx)", type=["pptx"], key="master_file")
        if file is not None and file.file_id != st.session_state.get("kept_master"):
            try:
                st.session_state["master"] = region_templates.keep(file.name, file.getvalue())
                st.session_state["kept_master"] = file.file_id
            except TemplateError as error:
                st.error(plain(str(error)))
        found = [_OWN, *region_templates.names()]
        return st.selectbox(
            "Pohja", found, format_func=lambda name: name or "Ei pohjaa: valkoinen tausta", key="master"
        )
