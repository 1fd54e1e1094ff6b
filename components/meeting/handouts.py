"""The one page of a region that is printed and handed out."""

import streamlit as st

from components import session
from components.badges import badge
from components.filters import example_is_chosen, remembered, same_data
from components.links import MEETING_PAGE
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import day_text, number
from data.views.facts import Fact
from data.views.handout import handout

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


def handout_links(catalogue: Catalogue) -> None:
    """Draw a link to each region's printed page."""
    st.markdown("Tilat, viisi tärkeintä muutosta, jumissa olevat prosessitavoitteet ja tietovajeet yhdellä A4-sivulla.")
    with st.container(horizontal=True):
        for region in session.data_regions():
            query = same_data({"nayta": "tuloste", "alue": catalogue.familiar(region)})
            st.page_link(
                MEETING_PAGE, label=plain(catalogue.label(region)), icon=":material/print:", query_params=query
            )


def draw_handout(catalogue: Catalogue) -> None:
    """Draw the page of the region that the URL names, without it of the first region."""
    asked = catalogue.region(st.query_params.get("alue", ""))
    options = session.data_regions()
    region = asked.name if asked and asked.name in options else options[0]
    view = handout(
        catalogue,
        session.process_catalogue(),
        region,
        session.observations([region]),
        session.process_goals([region]),
        session.today(),
    )
    publication = session.newest_publication()
    st.html(_LOOK)
    with st.container(key="tuloste-ohje", horizontal=True, vertical_alignment="center"):
        st.markdown("Tulosta selaimen tulostuksella (Ctrl + P tai ⌘ + P). Sivu mahtuu yhdelle A4-arkille.")
        st.page_link(
            MEETING_PAGE, label="Takaisin", icon=":material/arrow_back:", query_params=same_data(remembered("kohta"))
        )
    with st.container(key="tuloste", gap="small"):
        st.title(plain(view.label), anchor=False)
        when = f"Versio {publication.version}, {day_text(publication.created_at)}"
        st.caption(
            f"{when}. {plain(view.sources)}." + (" Kaikki luvut ovat keksittyjä." if example_is_chosen() else "")
        )
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
