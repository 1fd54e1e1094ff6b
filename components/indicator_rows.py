"""Indicators as rows: name and finding, number and change, the way to the target, the months, and the status."""

from collections.abc import Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.badges import status_words
from components.charts import draw_chart
from components.figures.track import row_figure
from components.links import INDICATOR_PAGE
from components.screen import is_dark, is_phone
from components.state import same_data
from components.status_popover import HEADING, status_popover
from components.texts import plain
from data import finnish
from data.catalogue import Catalogue
from data.views.card import Card
from data.views.goal import RegionGoals, change_text
from data.views.row_pictures import RowPicture, row_picture

_COLUMNS = (3.5, 1.5, 5, 1.6)
_PAGED_FROM = 12
_PHONE_WIDTH = 350

# No setting lets the name of a row be read as a link in running text. A constant.
_LOOK = """<style>
[class*="st-key-rivit"] [data-testid="stPageLink-NavLink"] { padding: 0; min-height: 0; text-decoration: none }
[class*="st-key-rivit"] [data-testid="stPageLink-NavLink"] p { font-weight: 600; text-decoration: underline }
</style>"""


def draw_rows(catalogue: Catalogue, cards: Sequence[Card], *, key: str, with_goal: bool) -> None:
    """Draw the cards that have a picture as rows, in pages from twelve on, and the others in one table under them."""
    pictures = {card.indicator: row_picture(catalogue, card) for card in cards}
    rows = [(card, picture) for card in cards if (picture := pictures[card.indicator])]
    others = [card for card in cards if not pictures[card.indicator]]
    pages = -(-len(rows) // _PAGED_FROM)
    place = st.container(key=f"rivit-{key}")
    at = st.pagination(pages, key=f"sivu-{key}") if pages > 1 else 1
    with place:
        st.html(_LOOK)
        if rows and not is_phone():
            _draw_heads(with_months=any(picture.months for _, picture in rows))
        for card, picture in rows[_PAGED_FROM * (at - 1) : _PAGED_FROM * at]:
            _draw_row(catalogue, card, picture, with_goal=with_goal)
    if others:
        st.header("Yksi tieto, ei vielä muutosta", anchor=False)
        _draw_table(catalogue, others, with_status=True)


def draw_without_numbers(catalogue: Catalogue, view: RegionGoals) -> None:
    """Draw in one table what has no number, and name the indicators that the source gives nothing of."""
    count = len(view.without_numbers) + len(view.planned)
    if not count:
        return
    st.header(f"Ilman lukuja: {finnish.counted(count, 'mittari', 'mittaria')}", anchor=False)
    _draw_table(catalogue, view.without_numbers, with_status=False)
    if view.planned:
        st.markdown(plain(f"Suunniteltu, mutta lähteessä ei ole tietoja: {finnish.listed(list(view.planned))}."))


def _draw_table(catalogue: Catalogue, cards: Sequence[Card], *, with_status: bool) -> None:
    """Draw cards in a table: what is known, the status with its rule where it is not the same for all, the source."""
    rows = [
        {"Mittari": f"[{plain(card.name)}]({_address(catalogue, card)})", "Tieto": plain(_known(card))}
        | ({"Tila": status_words(card), HEADING: plain(card.explanation[0].value)} if with_status else {})
        | {"Lähde": plain(card.source)}
        for card in cards
    ]
    if rows:
        alt = "Mittarit, joista on yksi tieto" if with_status else "Mittarit, joista ei ole lukua"
        st.table(pd.DataFrame(rows), border="horizontal", hide_index=True, alt=alt)


def _draw_heads(*, with_months: bool) -> None:
    heads = ("Mittari", "Nyt ja muutos", "Lähtötila → nyt → ⚑ tavoite", "Tila")
    for place, text in zip(st.columns(_COLUMNS), heads, strict=True):
        if text.startswith("Lähtötila"):
            track, months = place.columns(2)
            track.markdown(f":small[:gray[{text}]]")
            if with_months:
                months.markdown(":small[:gray[36 kk, harmaa = tavanomainen vaihtelu]]")
        else:
            place.markdown(f":small[:gray[{text}]]")


def _draw_row(catalogue: Catalogue, card: Card, picture: RowPicture, *, with_goal: bool) -> None:
    name, number, place, status = st.columns(_COLUMNS, vertical_alignment="center")
    with name.container(gap="xxsmall"):
        query = same_data({"alue": catalogue.familiar(card.region), "mittari": card.indicator})
        st.page_link(INDICATOR_PAGE, label=plain(card.name), query_params=query, help="")
        goal = _goal(catalogue, card) if with_goal else ""
        finding = plain(card.short_form or card.sentence)
        st.markdown(f":small[{f':gray[{plain(goal)} ·] ' if goal else ''}{finding}]")
    with number.container(gap="xxsmall"):
        st.markdown(_number(card))
        when = finnish.period(card.headline.period)
        st.markdown(f":small[:gray[{plain(', '.join(filter(None, (when, change_text(card)))))}]]")
    with place:
        look = {"is_dark": is_dark(), "width": _PHONE_WIDTH if is_phone() else 560}
        draw_chart(row_figure, picture, key=f"rivi-{card.region}-{card.indicator}", **look)
    with status:
        status_popover(card, with_sentence=True)


def _goal(catalogue: Catalogue, card: Card) -> str:
    indicator = catalogue.indicator(card.indicator)
    return f"{indicator.goal} {catalogue.goal(indicator.goal).short}" if indicator and indicator.goal else ""


def _number(card: Card) -> str:
    """Return the leading number, its unit smaller and greyer; of groups what they are."""
    headline = card.headline
    number = headline.text.removesuffix(headline.unit).strip()
    if not headline.is_number or not headline.unit:
        return f"**{plain(headline.text)}**" if headline.text else f":small[{plain(headline.label)}]"
    return f"**{plain(number)}** :small[:gray[{plain(headline.unit)}]]"


def _known(card: Card) -> str:
    """Return what is known of a card that has no row: its number, its words, or the number of each group."""
    groups = [f"{fact.label} {finnish.number(fact.value)}" for fact in card.values if fact.value is not None]
    text = ", ".join(groups) if card.is_by_group else card.headline.text
    return ": ".join(filter(None, (card.headline.label, text)))


def _address(catalogue: Catalogue, card: Card) -> str:
    query = same_data({"alue": catalogue.familiar(card.region), "mittari": card.indicator})
    return f"mittari?{urlencode(query, doseq=True)}"
