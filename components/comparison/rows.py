"""Regions side by side over time: a row of panels for each indicator that they share, and one row in large."""

import pandas as pd
import streamlit as st

from components.badges import status_shape
from components.figures import CONFIG
from components.figures.overlay import overlay_figure
from components.figures.small_multiples import Facet, Heading, row_figure
from components.links import indicator_address
from components.screen import is_dark, is_phone
from components.texts import plain
from data import finnish
from data.analysis.status import Status, Tone
from data.model import Role
from data.views.axis_modes import MODE_NAMES, AxisMode, chart_in_mode, missing_for
from data.views.card import Card
from data.views.card_values import change_text, is_against_year_before
from data.views.comparison import Comparison, ComparisonRow

ENLARGED = "suurenna"  # the row that the address asks for in large
_LEGEND = (
    "Katkoviiva on lähtötila, ohut viiva ja lippu tavoite. Taso on tuoreimman vaiheen keskiarvo, ja tila on laskettu "
    "siitä. Arvojen akseli ei välttämättä ala nollasta. Lyhyt pystyviiva akselilla: kuukauden lukua ei julkaista, "
    "koska se on pieni tai paljastaisi pienen luvun. Alueen nimestä pääsee mittarin sivulle."
)


def draw_rows(view: Comparison, mode: AxisMode) -> None:
    """Draw each shared indicator: name, unit and scale on the left, a panel of each region on the right."""
    for row in view.rows:
        left, right = st.columns([1, 4.6], gap="medium")
        with left, st.container(gap="xsmall"):
            _row_facts(row, mode)
        with right:
            _row_figure(row, mode)
    if view.rows:
        st.markdown(f":small[:gray[{_LEGEND}]]")
    asked = st.query_params.get(ENLARGED, "")
    for row in view.rows:
        if row.id == asked:
            st.dialog(plain(row.name), width=1200, on_dismiss=_close)(_draw_enlarged)(row, mode)


def _row_facts(row: ComparisonRow, mode: AxisMode) -> None:
    st.header(plain(row.name), anchor=False)
    lacks = "  \n:material/circle: Lähtötila puuttuu kaikilta." if row.lacks_baseline else ""
    scale = _scale_text(row, mode)
    st.markdown(f":small[:gray[{plain(row.about)}.  \n:material/straighten: {plain(scale)}.{lacks}]]")
    if not is_phone() and any(card.time_chart for card in row.cards):
        key = f"{ENLARGED}-{row.id}"
        icon = ":material/open_in_full:"
        st.button("Suurenna", key=key, type="tertiary", icon=icon, help=plain(row.name), on_click=_open, args=[row.id])


def _row_figure(row: ComparisonRow, mode: AxisMode) -> None:
    figure = row_figure(_facets(row, mode), is_dark=is_dark(), is_narrow=is_phone(), width=330 if is_phone() else 1000)
    st.plotly_chart(figure, config=CONFIG, alt=" ".join(card.sentence for card in row.cards), key=f"row-{row.id}")


def _open(row_id: str) -> None:
    st.query_params[ENLARGED] = row_id


def _close() -> None:
    st.query_params.pop(ENLARGED, None)


def _draw_enlarged(row: ComparisonRow, mode: AxisMode) -> None:
    """Draw a row in large: the regions in one plot where they share a scale, else side by side, and their numbers."""
    with st.container(horizontal=True, vertical_alignment="center"):
        facts = st.empty()
        st.space("stretch")
        chosen = st.segmented_control(
            "Akseli",
            list(MODE_NAMES),
            format_func=MODE_NAMES.__getitem__,
            default=mode,
            required=True,
            label_visibility="collapsed",
            key=f"mode-{row.id}",
        )
    facts.markdown(f":gray[{plain(row.about)}. {plain(_scale_text(row, chosen))}.]")
    facets = _facets(row, chosen)
    alt = " ".join(card.sentence for card in row.cards)
    if not any(facet.chart for facet in facets):
        st.markdown(f"{' ja '.join(dict.fromkeys(facet.words for facet in facets)).capitalize()}.")
    elif row.is_shared or chosen is AxisMode.PROGRESS:
        figure = overlay_figure(facets, shows_baselines=chosen is AxisMode.VALUE, is_dark=is_dark())
        st.plotly_chart(figure, config=CONFIG, alt=alt, key=f"large-{row.id}")
    else:
        st.plotly_chart(
            row_figure(facets, is_dark=is_dark(), width=1080), config=CONFIG, alt=alt, key=f"large-{row.id}"
        )
    table = [_numbers(facet.label, facet.card) for facet in row.facets if facet.card]
    st.table(pd.DataFrame(table), border="horizontal", hide_index=True, alt=f"{row.name} alueittain")


def _scale_text(row: ComparisonRow, mode: AxisMode) -> str:
    return "Sama asteikko: kunkin oma matka" if mode is AxisMode.PROGRESS else row.scale_text


def _numbers(region: str, card: Card) -> dict[str, str]:
    target = card.assessment.target
    progress = target.progress if target else None
    return {
        "Alue": f"[{plain(region)}]({indicator_address(card)})",
        "Lähtötila": _value(card, Role.BASELINE),
        "Viimeisin": _value(card, Role.FOLLOW_UP),
        "Muutos": change_text(card) or "–",
        "Tavoite": _value(card, Role.TARGET),
        "Matkasta edetty (taso)" if card.assessment.level else "Matkasta edetty": _percent(progress),
        "Tila": f"{status_shape(card.status)} {card.status.value}",
    }


def _value(card: Card, role: Role) -> str:
    return plain(finnish.listed([fact.text for fact in card.values if fact.role is role])) or "–"


def _percent(share: float | None) -> str:
    return "–" if share is None else finnish.with_unit(finnish.number(round(100 * share)), "%")


def _facets(row: ComparisonRow, mode: AxisMode) -> list[Facet]:
    """Return the row as its figures draw it in a mode."""
    facets = []
    for facet in row.facets:
        if facet.card is None:
            heading = Heading(facet.label, "", "", Tone.NEUTRAL, "–", "", "")
            facets.append(Facet(facet.region, heading, None, "ei mittaria", facet.scale))
            continue
        chart = chart_in_mode(facet.card, mode)
        value, unit, change = _headline(facet.card)
        if mode is not AxisMode.VALUE and not chart:
            value, unit, change = "–", "", ""
        elif mode is not AxisMode.VALUE and chart:
            newest = next(point.value for point in reversed(chart.points) if point.value is not None)
            is_change = mode is AxisMode.CHANGE
            value = finnish.signed(newest) if is_change else finnish.number(round(newest))
            unit, change = chart.unit, change if is_against_year_before(facet.card) else ""
        is_silent = facet.card.status is Status.NO_BASELINE and row.lacks_baseline
        heading = Heading(
            region=facet.label,
            status="" if is_silent else facet.card.status.value,
            shape=status_shape(facet.card.status),
            tone=facet.card.assessment.tone,
            value=value,
            unit=unit,
            change=change,
            href=indicator_address(facet.card),
        )
        words = "" if chart else missing_for(facet.card, mode)
        scale = 0 if mode is AxisMode.PROGRESS else facet.scale
        facets.append(Facet(facet.region, heading, chart, words, scale))
    return facets


def _headline(card: Card) -> tuple[str, str, str]:
    """Return the newest number, its unit, and its change; a range or a bound as it is written."""
    headline = card.headline
    if headline.value is None or headline.text != finnish.with_unit(finnish.number(headline.value), headline.unit):
        return headline.text, "", ""
    return finnish.number(headline.value), headline.unit, change_text(card, names_unit=False)
