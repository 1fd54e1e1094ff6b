"""What does not compare: indicators against their own baselines, and subjects that the regions measure differently."""

from collections.abc import Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.badges import status_shape
from components.figures import CONFIG
from components.figures.dumbbells import Dumbbell, dumbbell_figure
from components.links import indicator_address
from components.screen import is_dark, is_phone
from components.state import same_data
from components.texts import plain
from data import finnish
from data.catalogue import Catalogue
from data.model import Role
from data.views.card import Card
from data.views.card_values import change_text, country_fact
from data.views.comparison import RegionColumn, Subject
from data.views.facts import Fact

_SHOWN = 2  # of a region's indicators on a subject
_WORDS = 60  # characters of a wording in the table


def draw_followed(catalogue: Catalogue, cards: Sequence[Card]) -> None:
    """Draw every card with a baseline and a follow-up as one row of one figure."""
    if not cards:
        return
    st.header(f"Lähtötilasta seurattu: {finnish.counted(len(cards), 'mittari', 'mittaria')}", anchor=False)
    rows = [_dumbbell(catalogue, card) for card in cards]
    figure = dumbbell_figure(rows, is_dark=is_dark(), is_narrow=is_phone())
    st.plotly_chart(figure, config=CONFIG, alt=" ".join(card.sentence for card in cards), key="followed")


def _dumbbell(catalogue: Catalogue, card: Card) -> Dumbbell:
    baseline = next(fact for fact in card.values if fact.role is Role.BASELINE)
    return Dumbbell(
        region=card.region,
        region_label=catalogue.familiar(card.region),
        name=card.name,
        href=indicator_address(card),
        baseline=baseline.value or 0.0,
        now=card.headline.value or 0.0,
        baseline_text=finnish.with_unit(finnish.number(baseline.value or 0.0), baseline.unit),
        now_text=card.headline.text,
        change=change_text(card),
        status=card.status.value,
        shape=status_shape(card.status),
        tone=card.assessment.tone,
        period=finnish.period(card.headline.period),
    )


def draw_subjects(catalogue: Catalogue, subjects: Sequence[Subject]) -> None:
    """Draw subjects that the regions measure differently: a table with the reason once, on a phone a fold of each."""
    if not subjects:
        return
    st.header("Samat aiheet, eri mittarit", anchor=False)
    st.markdown(
        ":small[:gray[:material/balance: Alueet mittaavat eri asioita eri nimittäjillä ja jaksoilla. Lue rivi "
        "vasemmalta oikealle, mutta älä aseta alueita järjestykseen. Syy on aiheen alla. Luku avaa mittarin uuteen "
        "välilehteen.]]"
    )
    if is_phone():
        for subject in subjects:
            with st.expander(plain(subject.name)):
                st.markdown(f":small[:gray[{plain(subject.reason)}]]")
                for column in subject.columns:
                    st.markdown(f"**{plain(catalogue.familiar(column.region))}**  \n{_cell(catalogue, column)}")
        return
    rows = [
        {"Aihe": f"**{plain(subject.name)}**  \n:small[:gray[{plain(subject.reason)}]]"}
        | {catalogue.familiar(column.region): _cell(catalogue, column) for column in subject.columns}
        for subject in subjects
    ]
    table = pd.DataFrame(rows).style.set_properties(None, **{"vertical-align": "top"})
    st.table(table, border="horizontal", hide_index=True, alt="Samansuuntaiset mittarit alueittain")


def _cell(catalogue: Catalogue, column: RegionColumn) -> str:
    """Return Markdown of a region's best evidenced indicators on a subject; the number is the link."""
    if not column.cards:
        return ":gray[ei mittaria]"
    lines = [_in_cell(card) for card in column.cards[:_SHOWN]]
    if others := column.cards[_SHOWN:]:
        indicator = catalogue.indicator(others[0].indicator)
        query = {"alue": column.region, "tavoite": str(indicator.goal or 1)} if indicator else {"alue": column.region}
        more = finnish.counted(len(others), "muu", "muuta")
        lines[-1] += f" [+{finnish.NBSP}{more}](hyotytavoitteet?{urlencode(same_data(query), doseq=True)})"
    return "  \n".join(lines)


def _in_cell(card: Card) -> str:
    baseline = next((fact for fact in card.values if fact.role is Role.BASELINE), None)
    text = card.headline.text or ", ".join(filter(None, ("ryhmittäin", card.values[0].unit)))
    short = text if len(text) <= _WORDS else f"{text[: _WORDS - 1].rstrip()}…"
    value = f"[**{plain(short)}**]({indicator_address(card)})"
    status = ""
    if card.difference is not None and baseline:
        value = f"{plain(finnish.number(baseline.value or 0.0))} → {value}"
        status = f" {status_shape(card.status)} {card.status.value}"
    role = {Role.TARGET: "tavoite ", Role.CHANGE: "muutos "}.get(card.headline.role or Role.FOLLOW_UP, "")
    country = country_fact(card)
    about = [_period(card.headline), f"koko maa {country.text}" if country else ""]
    note = " · ".join(filter(None, about))
    return f"{role}{value}{status} {plain(card.name)}" + (f" :gray[· {plain(note)}]" if note else "")


def _period(fact: Fact) -> str:
    period = finnish.period(fact.period)
    is_named = fact.role is not Role.BASELINE or period.startswith("lähtötila")
    return period if is_named else f"lähtötila {period}".rstrip()
