"""What a meeting takes along: its slides and data as files, and a page of each region that is printed.

The regions' own templates are .pptx files in a folder beside the store. One can also be put there by hand.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from components import state
from components.badges import badge
from components.exports import write_whole
from components.exports.excel import excel
from components.exports.powerpoint import TemplateError, check_template, powerpoint
from components.exports.word import word
from components.links import MEETING_PAGE
from components.state import is_example, remembered, same_data
from components.texts import plain
from data.catalogue import slug
from data.finnish import day_text, number
from data.store.connection import default_folder
from data.views.agenda import Agenda
from data.views.facts import Fact
from data.views.handout import handout_page
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


# No setting hides Streamlit's header or keeps an A4 page to small type. A constant.
_LOOK = """<style>
[data-testid="stApp"]:has(.st-key-tuloste) :is([data-testid="stHeader"], [data-testid="stToolbar"]) { display: none }
[data-testid="stMainBlockContainer"]:has(.st-key-tuloste) { max-width: 800px; padding: 1.5rem 1rem }
@media print {
  @page { size: A4; margin: 12mm }
  html:has(.st-key-tuloste) { font-size: 11.5px !important }
  .st-key-tuloste-ohje { display: none !important }
  [data-testid="stMainBlockContainer"]:has(.st-key-tuloste) { max-width: none; padding: 0 !important }
}
</style>"""


def handout_links(workspace: Workspace) -> None:
    """Draw a link to each region's printed page."""
    st.markdown("Tilat, viisi tärkeintä muutosta, jumissa olevat prosessitavoitteet ja tietovajeet yhdellä A4-sivulla.")
    catalogue = workspace.catalogue
    with st.container(horizontal=True):
        for region in workspace.regions:
            query = same_data({"nayta": "tuloste", "alue": catalogue.familiar(region)})
            st.page_link(
                MEETING_PAGE, label=plain(catalogue.label(region)), icon=":material/print:", query_params=query
            )


def draw_handout(workspace: Workspace) -> None:
    """Draw the page of the region that the URL names, without it of the first region."""
    asked = workspace.catalogue.region(st.query_params.get("alue", ""))
    region = asked.name if asked and asked.name in workspace.regions else workspace.regions[0]
    view = state.view(workspace, handout_page, region)
    publication = workspace.publication
    st.html(_LOOK)
    with st.container(key="tuloste-ohje", horizontal=True, vertical_alignment="center"):
        st.markdown("Tulosta selaimen tulostuksella (Ctrl + P tai ⌘ + P). Sivu mahtuu yhdelle A4-arkille.")
        st.page_link(
            MEETING_PAGE, label="Takaisin", icon=":material/arrow_back:", query_params=same_data(remembered("kohta"))
        )
    with st.container(key="tuloste", gap="small"):
        st.title(plain(view.label), anchor=False)
        when = f"Versio {publication.version}, {day_text(publication.created_at)}"
        st.caption(f"{when}. {plain(view.sources)}." + (" Kaikki luvut ovat keksittyjä." if is_example() else ""))
        st.header("Mittarien tila", anchor=False)
        st.markdown(" ".join(f"{badge(status)} **{count}**" for status, count in view.counts.statuses) or "Ei lukuja.")
        st.markdown(plain(view.summary))
        st.header("Tärkeimmät muutokset lähtötilaan", anchor=False)
        changes = "\n".join(f"- {plain(sentence)}" for sentence in view.changes)
        st.markdown(changes or "Yhdestäkään mittarista ei ole sekä lähtötilaa että vertailukelpoista seurantaa.")
        st.header("Jumissa tai pudonneet prosessitavoitteet", anchor=False)
        rest = f"\n- ja {number(view.more_stuck)} muuta" if view.more_stuck else ""
        st.markdown((_listed(view.stuck) or "Mikään prosessitavoite ei ole jumissa eikä pudonnut.") + rest)
        st.header("Mitä puuttuu", anchor=False)
        st.markdown(_listed(view.gaps) or "Ei tietovajeita.")


def _listed(facts: tuple[Fact, ...]) -> str:
    return "\n".join(f"- {plain(fact.label)}: **{plain(fact.text)}**" for fact in facts)
