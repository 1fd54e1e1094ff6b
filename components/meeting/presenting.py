"""A deck on the wall, one slide at a time with arrow keys and nothing around it, and its slides as small cards."""

import pandas as pd
import streamlit as st

from components.figures import CONFIG
from components.figures.slide_figures import slide_figure
from components.links import MEETING_PAGE
from components.meeting.chosen_agenda import agenda_query
from components.screen import is_dark
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.agenda import Agenda
from data.views.slides import Deck, Slide

# No setting takes Streamlit's header away, ties the type to the size of the screen or fills its height. A constant.
# The type grows with the screen: 22 px at 1280 × 720; on a phone it stays at 14 px, and the slide may scroll. A
# chart is as large as it is drawn, so there are two: the larger one shows where a screen has room for it.
_LOOK = """<style>
html:has(.st-key-dia) { font-size: max(14px, min(1.72vw, 3.05vh)) !important }
[data-testid="stApp"]:has(.st-key-dia) :is([data-testid="stHeader"], [data-testid="stToolbar"]) { display: none }
.st-key-dia { position: fixed; inset: 0; width: 100%; padding: .9rem 1.5rem .5rem; overflow: auto; gap: .4rem }
.st-key-dia > :has(> .st-key-dia-sisalto) { flex: 1 1 auto }
.st-key-dia-sisalto { min-height: 100%; justify-content: center }
.st-key-dia-sisalto :is(table, p) { font-size: 1rem !important; line-height: 1.35 }
.st-key-dia-sisalto :is(td, th) { padding: .28rem .6rem .28rem 0 !important; vertical-align: top !important }
.st-key-dia-sisalto :is(td, th) div { max-width: none !important }
.st-key-dia :is(h1, [class*="dia-otsikko"] h1) { padding: 0; line-height: 1.2; font-size: 1.25rem !important }
.st-key-dia .st-key-dia-otsikko-keski h1 { font-size: 1.5rem !important }
.st-key-dia .st-key-dia-otsikko-iso h1 { font-size: 1.8rem !important }
.st-key-dia .st-key-dia-otsikkodia h1 { font-size: 2.6rem !important }
.st-key-dia-luku [data-testid="stMetricValue"] p { font-size: 5rem !important; line-height: 1.15 }
.st-key-dia-luku [data-testid="stMetricLabel"] p { font-size: 1.2rem !important }
.st-key-dia-sisalto :is(.xtick, .ytick, .annotation, .legend, .textpoint) text { fill: currentColor !important }
.st-key-dia-sisalto :is(.bartext-outside, .annotation-text) { fill: currentColor !important }
.st-key-dia-alku :is(p, button *) { font-size: max(12px, .66rem) !important }
.st-key-dia-paikka { white-space: nowrap }
.st-key-dia-alku button { padding: 0 .3rem; min-height: 1.6rem }
:is(.st-key-dia-ensimmainen, .st-key-dia-viimeinen):not(:focus-within) { position: absolute; left: -99rem }
.st-key-dia-kaavio-suuri { display: none }
@media (min-width: 1800px) and (min-height: 960px) {
  .st-key-dia-kaavio-suuri { display: flex }
  .st-key-dia-kaavio { display: none }
}
</style>"""

# Presenters' remote controls send Page Up and Page Down, and F is for the whole screen: keys that a button has one of.
_KEYS = """<script>
if (!window.seurantaKeys) {
  window.seurantaKeys = true;
  document.addEventListener("keydown", (event) => {
    if (!document.querySelector(".st-key-dia") || event.ctrlKey || event.altKey || event.metaKey) return;
    const name = {PageDown: "dia-seuraava", PageUp: "dia-edellinen"}[event.key];
    if (name) { event.preventDefault(); document.querySelector(`.st-key-${name} button`)?.click(); }
    if (event.key === "f" || event.key === "F") {
      if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen();
    }
  });
}
</script>"""
_LONG, _MIDDLE = 150, 80  # characters of a title


def present(deck: Deck, *, is_example: bool) -> None:
    """Draw the slide that the URL names (`dia=3`), the title slide first; a number outside the deck is the nearest."""
    count = 1 + len(deck.slides)
    asked = st.query_params.get("dia", "1")
    at = max(1, min(count, int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1))
    st.html(_LOOK)
    st.html(_KEYS, unsafe_allow_javascript=True)
    with st.container(key="dia", gap="small"):
        if at == 1:
            _draw_title(deck)
        else:
            _draw(deck.slides[at - 2], at)
        with st.container(key="dia-alku", horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            source = "F: koko näyttö" if at == 1 else deck.slides[at - 2].source
            fine_print = [source, f"versio {deck.version}, {deck.published}"]
            fine_print += ["keksityt luvut"] if is_example else []
            st.markdown(plain(" · ".join(filter(None, fine_print))), width="stretch")
            _navigation(at, count)


def _draw_title(deck: Deck) -> None:
    """Draw what is presented, and of which version and day."""
    with st.container(key="dia-sisalto"), st.container(key="dia-otsikkodia"):
        st.title(plain(deck.name), anchor=False)
        st.markdown(f"Tiedot: versio {deck.version}, {deck.published}")


def _draw(slide: Slide, at: int) -> None:
    st.markdown(plain(slide.subject))
    size = "" if len(slide.title) > _LONG else "-keski" if len(slide.title) > _MIDDLE else "-iso"
    with st.container(key=f"dia-otsikko{size}"):
        st.title(plain(slide.title), anchor=False)
    with st.container(key="dia-sisalto"):
        if slide.chart:
            _draw_chart(slide, at)
        elif slide.table:
            frame = pd.DataFrame(
                [[plain(cell) for cell in row] for row in slide.table.rows],
                columns=[plain(heading) for heading in slide.table.headings],
            )
            st.table(frame, border="horizontal", hide_index=True, alt=plain(slide.title))
            _facts(slide)
        else:
            with st.container(key="dia-luku"):
                if slide.number:
                    st.metric(plain(slide.number.label), plain(slide.number.text))
            _facts(slide)


def _draw_chart(slide: Slide, at: int) -> None:
    if slide.chart is None:
        return
    left, right = st.columns([7, 3], gap="large") if slide.facts else (st.container(), None)
    for name, times in (("dia-kaavio", 1.0), ("dia-kaavio-suuri", 1.5)):
        with left, st.container(key=name):
            figure = slide_figure(slide.chart, times=times, is_dark=is_dark())
            st.plotly_chart(figure, config=CONFIG, alt=slide.alt, key=f"{name}-{at}")
    if right:
        with right:
            _facts(slide)


def _facts(slide: Slide) -> None:
    with st.container(key="dia-faktat"):
        for fact in slide.facts:
            st.markdown(f":small[{plain(fact.label)}]  \n**{plain(fact.text)}**")


def _navigation(at: int, count: int) -> None:
    """Draw buttons with their keys and the position. Leaving goes back to where the same agenda is chosen."""
    for name, key, place in (("Ensimmäinen", "Home", 1), ("Edellinen", "Left", at - 1)):
        _step(name, key, place, at, count)
    with st.container(key="dia-paikka", width="content"):
        st.markdown(f"**{at}/{count}**")
    for name, key, place in (("Seuraava", "Right", at + 1), ("Viimeinen", "End", count)):
        _step(name, key, place, at, count)
    st.button("Poistu", key="dia-poistu", shortcut="Esc", type="tertiary", on_click=_leave)


def _step(name: str, key: str, place: int, at: int, count: int) -> None:
    st.button(
        name,
        key=f"dia-{name.lower().replace('ä', 'a')}",
        shortcut=key,
        type="tertiary",
        disabled=place == at or not 1 <= place <= count,
        on_click=_show,
        args=(place,),
    )


def _show(place: int) -> None:
    st.query_params["dia"] = str(place)


def _leave() -> None:
    for key in ("nayta", "dia"):
        if key in st.query_params:
            del st.query_params[key]


def draw_preview(catalogue: Catalogue, agenda: Agenda, deck: Deck) -> None:
    """Draw what stands on each slide after the title slide as small cards, each a link to where it is presented."""
    st.caption(f"{counted(1 + len(deck.slides), 'dia', 'diaa')}, ensimmäinen on otsikkodia.")
    with st.grid("auto", min_column_width=250):
        for at, slide in enumerate(deck.slides, 2):
            with st.container(border=True, gap="xxsmall", key=f"esikatselu-{at}"):
                st.caption(plain(slide.subject))
                st.markdown(plain(slide.title))
                st.caption(plain(_kind_of_content(slide)))
                query = agenda_query(catalogue, agenda, nayta="esitys", dia=str(at))
                st.page_link(MEETING_PAGE, label=f"Esitä dia {at}", icon=":material/slideshow:", query_params=query)


def _kind_of_content(slide: Slide) -> str:
    if slide.chart:
        return "Kaavio"
    if slide.table:
        return f"Taulukko, {counted(len(slide.table.rows), 'rivi', 'riviä')}"
    return slide.number.text if slide.number else "Teksti"
