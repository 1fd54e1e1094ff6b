"""Regions side by side: a shared scale as one figure, a subject as a column of short cards for each region."""

import streamlit as st

from components.charts import draw_chart
from components.colours import region_style
from components.figures import CONFIG
from components.figures.bar_figures import bars, scale_figure
from components.texts import plain
from data.catalogue import slug
from data.finnish import number, with_unit
from data.views.card import Card
from data.views.comparison import Comparison, RegionColumn, Subject

_SHOWN = 3


def draw_shared_scales(view: Comparison) -> None:
    """Draw each shared scale as bars from zero; where no two regions share a scale, say so."""
    if not view.between_regions:
        st.info(
            "Valittujen alueiden välillä ei ole yhtään lukua, joka olisi mitattu samalla mittarilla, yksiköllä, "
            "kohdejoukolla ja jakson pituudella. Siksi alueita ei piirretä samalle asteikolle.",
            icon=":material/balance:",
        )
    for scale in view.shared:
        st.markdown(f"### {plain(scale.title)}")
        draw_chart(scale_figure, scale, key=f"scale-{scale.id}")
        st.caption(plain(scale.why))


def draw_progress(view: Comparison) -> None:
    """Draw how far each indicator is from its own baseline to its own target on one axis; without any, say why."""
    if not view.progress:
        st.markdown(
            "Yhdelläkään valittujen alueiden mittarilla ei ole sekä lähtötilaa, seurantaa että numeerista tavoitetta, "
            "joten etenemistä ei voi laskea."
        )
        return
    figure = bars(
        names=[f"{row.label}: {row.name}" for row in view.progress],
        values=[max(-1.0, min(1.5, row.progress)) for row in view.progress],
        labels=[with_unit(number(round(100 * row.progress)), "%") for row in view.progress],
        hovers=[row.description for row in view.progress],
        colours=[region_style(row.region).colour for row in view.progress],
        name_width=44,
    )
    alt = "Eteneminen omaan tavoitteeseen. " + " ".join(row.description for row in view.progress)
    st.plotly_chart(figure, config=CONFIG, alt=alt, key="progress")
    st.caption("0 % on mittarin oma lähtötila, 100 % sen oma tavoite. Asteikko on katkaistu välille −100 … 150 %.")


def draw_subject(subject: Subject) -> None:
    """Draw why a subject does not compare, then a column for each region with its numbers."""
    st.subheader(plain(subject.name), anchor=False, divider="gray")
    st.caption(f":material/balance: **Ei vertailukelpoinen.** {plain(subject.reason)}")
    with st.grid(len(subject.columns), min_column_width=230, gap="medium"):
        for column in subject.columns:
            with st.container(gap="small"):
                _draw_column(subject.id, column)


def _draw_column(subject_id: str, column: RegionColumn) -> None:
    st.markdown(f"**{plain(column.region_label)}**")
    if not column.cards:
        st.caption("Ei mittaria tästä aiheesta.")
    for card in column.cards[:_SHOWN]:
        _draw_short_card(card)
    if len(column.cards) > _SHOWN:
        with st.expander(f"Näytä loput {len(column.cards) - _SHOWN}", key=f"more-{subject_id}-{slug(column.region)}"):
            for card in column.cards[_SHOWN:]:
                _draw_short_card(card)


def _draw_short_card(card: Card) -> None:
    """Draw value, name, period and n in small type, and the difference or target where there is one."""
    lines = [f"**{plain(card.headline.text)}**"] if card.headline.text else []
    lines += [f":small[{plain(text)}]" for text in (card.name, card.headline.label)]
    lines += [f":small[{plain(fact.label)}: {plain(fact.text)}]" for fact in card.facts[:3]]
    st.markdown("  \n".join(lines))


def draw_continuations(view: Comparison) -> None:
    """Draw where the work continues after the programme, a column for each region, each goal one press away."""
    with st.grid(len(view.continuations), min_column_width=230, gap="medium"):
        for region in view.continuations:
            with st.container(gap="small"):
                st.markdown(f"**{plain(region.region_label)}**")
                st.markdown(f"Jatko kerrottu: {region.continued}/{region.goals} prosessitavoitetta")
                if region.rows:
                    with st.expander("Mikä jatkuu ja missä", type="compact"):
                        st.markdown("\n".join(f"- {plain(title)}: {plain(where)}" for title, where in region.rows))
