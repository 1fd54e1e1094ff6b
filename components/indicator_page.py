"""The parts of an indicator's page: the facts that lead, the one large chart, and what stands under it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts import draw_chart
from components.figures.bar_figures import group_figure
from components.figures.large_chart import axis_note, large_figure
from components.screen import is_dark, is_phone
from components.texts import plain
from data import finnish
from data.analysis.status import Tone
from data.views.card import Card
from data.views.data_rows import Row
from data.views.facts import Fact
from data.views.indicator import ActionRow
from data.views.lead_facts import LeadFact, shifted_since

_PHONE_WIDTH = 350
_MARKS = {Tone.GOOD: ":blue[●]", Tone.CONCERN: ":orange[◇]", Tone.NEUTRAL: ":gray[□]"}
_MARK_WORDS = {Tone.GOOD: "merkki parempaan", Tone.CONCERN: "merkki huonompaan", Tone.NEUTRAL: "merkki"}


# No setting gives the type of a metric. A constant.
_LOOK = """<style>
.st-key-faktat [data-testid="stMetricValue"] { font-size: 1.625rem; font-weight: 600; padding: 0 }
</style>"""


def draw_lead_facts(facts: Sequence[LeadFact]) -> None:
    """Draw the facts in a row, two a row on a phone."""
    if not facts:
        return
    st.html(_LOOK)
    with st.container(key="faktat"), st.grid(len(facts), min_column_width=150, gap="small"):
        for fact in facts:
            counts = " ".join(f"{_MARKS[tone]}{finnish.NBSP}{count}" for tone, count in fact.tones)
            with st.container(gap="xxsmall"):
                st.metric(plain(fact.label), counts or plain(fact.number))
                st.markdown(f":small[:gray[{plain(fact.note)}]]")


def draw_large_chart(card: Card) -> None:
    """Draw the series with its limits, marks and levels, and one line of how it is read."""
    chart = card.time_chart
    if chart is None:
        return
    width = _PHONE_WIDTH if is_phone() else 1240
    draw_chart(large_figure, chart, key="kaavio", width=width, is_dark=is_dark())
    tones = [tone for tone in Tone if any(signal.tone is tone for signal in chart.signals)]
    texts = [f"{_MARKS[tone]} {_MARK_WORDS[tone]}" for tone in tones]
    if chart.bands:
        texts.append(f"Harmaa alue: tavanomainen vaihtelu, {plain(chart.limits_in_words)}.")
    texts += [plain(axis_note(chart)), plain(chart.caution.capitalize() + "." if chart.caution else "")]
    texts.append(f":gray[Säännöt: {plain(chart.rule_set)}.]" if chart.rule_set else "")
    texts += [f":gray[{plain(f'{fact.label}: {fact.text}.')}]" for fact in chart.marker_facts]
    st.markdown(f":small[{' '.join(filter(None, texts))}]")
    if since := shifted_since(card):
        st.markdown(f"Taso muuttui {finnish.month(since)}: tasonmuutos voidaan kirjata mittarikortille.")


def draw_groups(card: Card) -> None:
    """Draw the groups as bars, of the same period as the number that leads."""
    if bars := card.bar_chart:
        st.header(plain(f"Ryhmät, {bars.period}" if bars.period else "Ryhmät"), anchor=False)
        draw_chart(group_figure, bars, key="ryhmat")


def draw_description(description: Sequence[Fact], *, is_complete: bool) -> None:
    """Draw the mittarikortti."""
    st.header("Mittarikortti", anchor=False)
    if not is_complete:
        st.markdown(":gray-badge[mittarikortti puutteellinen]")
    st.markdown("  \n".join(f":gray[{plain(fact.label)}:] {plain(fact.text)}" for fact in description))


def draw_actions(actions: Sequence[ActionRow]) -> None:
    """Draw the dated actions that the source ties to the indicator."""
    st.header("Toimenpiteet", anchor=False)
    if not actions:
        st.markdown("Lähde ei liitä mittariin toimenpiteitä.")
        return
    st.markdown(":small[:gray[Toimenpide on merkki aika-akselilla. Se ei kerro, mistä muutos johtui.]]")
    st.markdown("\n".join(f"- {plain(a.when)}: {plain(a.title)} :small[{plain(a.place)}]" for a in actions))


def draw_observations(rows: Sequence[Row], corrections: Sequence[Row]) -> None:
    """Draw every observation with its source, and the values that have been replaced."""
    st.header("Havainnot", anchor=False)
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="Mittarin kaikki havainnot ja niiden lähteet")
    else:
        st.markdown("Lähde nimeää mittarin, mutta siitä ei ole yhtään havaintoa.")
    if corrections:
        st.header("Korjaushistoria", anchor=False)
        st.dataframe(pd.DataFrame(corrections), hide_index=True, alt="Korvatut arvot ja versiot")
    else:
        st.markdown(":small[:gray[Arvoja ei ole korjattu julkaisun jälkeen.]]")
