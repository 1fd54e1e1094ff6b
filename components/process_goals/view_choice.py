"""The filters of the page of process goals and the views that they lead to."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from components import session
from components.badges import process_legend
from components.filters import choice_filter, goal_or_all_filter
from components.process_goals.process_goal import draw_list
from components.process_goals.side_by_side import (
    draw_by_goal,
    draw_by_package,
    draw_calendar,
    draw_continuations,
    draw_themes,
    draw_timeline,
)
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.views.process_goals.action_timeline import timeline
from data.views.process_goals.calendar import calendar
from data.views.process_goals.choice import OTHER_THEME, RULES, Choice, Concern, choose_goals, packages
from data.views.process_goals.continuation import continuation_table
from data.views.process_goals.goal_list import goal_list
from data.views.process_goals.history import ProcessGoalHistory
from data.views.process_goals.status_matrix import by_goal, by_package
from data.views.process_goals.theme_comparison import side_by_side

VIEWS = {
    "kooste": "Kooste",
    "lista": "Lista",
    "teemat": "Teemat rinnakkain",
    "jatko": "Jatko hankkeen jälkeen",
    "kierrokset": "Raportointikierrokset",
    "toimenpiteet": "Toimenpiteet",
}

_CHOSEN = {"tavoite", "tyopaketti", "rajaus", "teema"}
_ALL = {"": "Kaikki"}


class _Selection(NamedTuple):
    """What a view is drawn of: the goals that fit the filters, and all goals of the regions."""

    catalogue: Catalogue
    declared: ProcessCatalogue
    regions: Sequence[str]
    histories: Sequence[ProcessGoalHistory]
    everything: Sequence[ProcessGoalHistory]
    choice: Choice

    @property
    def query(self) -> dict[str, str]:
        """The chosen filters as a link carries them on."""
        goal = {"tavoite": str(self.choice.goal)} if self.choice.goal else {}
        rest = {"tyopaketti": self.choice.package, "rajaus": self.choice.concern, "teema": self.choice.theme}
        return goal | {key: value for key, value in rest.items() if value}


def choice_filters(histories: Sequence[ProcessGoalHistory]) -> Choice:
    """Draw the filters and return what has been chosen of these goals. They are folded until something is chosen."""
    catalogue, declared = session.catalogue(), session.process_catalogue()
    named = packages(declared, histories)
    package_names = {key: f"{catalogue.label(region)}: {name}" for key, (region, name) in named.items()}
    theme_names = {theme.id: theme.name for theme in declared.themes} | {OTHER_THEME: "Muu teema"}
    with st.expander("Rajaukset", expanded=bool(_CHOSEN & set(st.query_params)), icon=":material/filter_alt:"):
        goal = goal_or_all_filter(catalogue)
        with st.grid("auto", min_column_width=230):
            package = choice_filter("tyopaketti", "Työpaketti", _ALL | package_names)
            concern = choice_filter("rajaus", "Rajaus", _ALL | {key.value: rule.name for key, rule in RULES.items()})
            theme = choice_filter("teema", "Teema", _ALL | theme_names)
        if concern:
            st.caption(RULES[Concern(concern)].meaning)
    return Choice(goal=goal, package=package, concern=concern, theme=theme)


def draw_view(regions: Sequence[str], everything: Sequence[ProcessGoalHistory], choice: Choice) -> None:
    """Draw the chosen view of the goals that fit the filters; where no goal does, say what to do."""
    catalogue, declared = session.catalogue(), session.process_catalogue()
    name = choice_filter("nakyma", "Näkymä", VIEWS, as_buttons=True)
    histories = choose_goals(declared, everything, choice)
    st.header(VIEWS[name], anchor=False)
    if not histories and name != "toimenpiteet":
        st.info("Valinnoilla ei löytynyt prosessitavoitteita. Poista jokin rajaus tai lisää alueita.")
        return
    _DRAW[name](_Selection(catalogue, declared, regions, histories, everything, choice))


def _draw_matrix(chosen: _Selection) -> None:
    catalogue, regions, histories = chosen.catalogue, chosen.regions, chosen.histories
    rows = choice_filter("rivit", "Rivit", {"tavoite": "Hyötytavoitteet", "tyopaketti": "Työpaketit"}, as_buttons=True)
    if rows == "tavoite":
        draw_by_goal(catalogue, regions, by_goal(catalogue, regions, histories), chosen.query)
        st.caption("Tavoite on ensisijaisen hyötytavoitteensa rivillä. Kahdella tavalla kerrottu tila on kummassakin.")
    else:
        draw_by_package(catalogue, by_package(catalogue, chosen.declared, regions, histories), chosen.query)
        st.caption("Työpaketin numero on joka alueella eri asia. Kahden työpaketin tavoite on kummassakin.")
    st.markdown(process_legend())
    st.caption(
        "Tila on viimeisimmästä raportista, jonka alue on julkaissut. Alueet raportoivat eri aikoina ja eri "
        "tarkkuudella, joten määrät eivät kerro paremmuudesta. Valitse ruutu, niin näet sen tavoitteet."
    )


def _draw_list(chosen: _Selection) -> None:
    catalogue, declared, regions, histories, everything, choice = chosen
    draw_list(catalogue, goal_list(catalogue, declared, regions, histories, everything, goal=choice.goal))


def _draw_themes(chosen: _Selection) -> None:
    catalogue, declared, regions, histories, _, choice = chosen
    st.caption(
        "Tavoitteet ovat vierekkäin teeman mukaan. Tila on kunkin alueen oman raportin ajankohdasta, "
        "eikä niistä voi päätellä, mikä alue on edellä."
    )
    draw_themes(catalogue, side_by_side(catalogue, declared, regions, histories, only=choice.theme), chosen.query)


def _draw_continuations(chosen: _Selection) -> None:
    catalogue, declared, regions, histories, _, choice = chosen
    st.caption(
        "Mihin rakenteeseen työ siirtyy ohjelman jälkeen. Alueet kertovat jatkosta eri tavoin: luvut ovat mainintoja. "
        "Kahdessa rakenteessa jatkuva työ on kummallakin rivillä."
    )
    with_others = choice == Choice()
    draw_continuations(catalogue, continuation_table(catalogue, declared, regions, histories, with_others=with_others))


def _draw_calendar(chosen: _Selection) -> None:
    st.caption(
        "Sarakkeen päivä on kierroksen viimeinen raportointipäivä. "
        "Ei raportoitu tarkoittaa, ettei kierrokselta ole raporttia tässä aineistossa. "
        "Raportti kuuluu kierrokseen, jonka jaksoon sen viimeinen päivä osuu."
    )
    view = calendar(chosen.catalogue, chosen.declared, chosen.regions, chosen.histories)
    draw_calendar(chosen.catalogue, view, chosen.query)


def _draw_timeline(chosen: _Selection) -> None:
    catalogue, declared, regions, _, _, choice = chosen
    st.caption(
        "Raporttien päivätyt teot. Jos raportti kertoo vain vuodenajan tai vuoden, palkki on koko jakson pituinen. "
        "Toimenpide ei kerro, mistä muutos johtui."
    )
    if choice.package or choice.concern:
        st.caption("Työpaketti ja rajaus eivät koske toimenpiteitä.")
    draw_timeline(timeline(catalogue, declared, regions, goal=choice.goal, theme=choice.theme))


_DRAW: dict[str, Callable[[_Selection], None]] = {
    "kooste": _draw_matrix,
    "lista": _draw_list,
    "teemat": _draw_themes,
    "jatko": _draw_continuations,
    "kierrokset": _draw_calendar,
    "toimenpiteet": _draw_timeline,
}
