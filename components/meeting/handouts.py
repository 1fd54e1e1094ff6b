"""The one page of a region that is printed and handed out."""

import streamlit as st

from components import state
from components.badges import badge
from components.links import MEETING_PAGE
from components.state import is_example, same_data
from components.texts import plain
from data.finnish import day_text, number
from data.views.facts import Fact
from data.views.handout import handout_page
from data.workspace import Workspace

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
        st.page_link(MEETING_PAGE, label="Takaisin", icon=":material/arrow_back:", query_params=same_data({}))
    with st.container(key="tuloste", gap="small"):
        st.title(plain(view.label), anchor=False)
        when = f"Versio {publication.version}, {day_text(publication.created_at)}"
        st.caption(f"{when}. {plain(view.sources)}." + (" Kaikki luvut ovat keksittyjä." if is_example() else ""))
        st.header("Mittarien tila", anchor=False)
        st.markdown(" ".join(f"{badge(status)} **{count}**" for status, count in view.statuses) or "Ei lukuja.")
        st.markdown(plain(view.counts))
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
