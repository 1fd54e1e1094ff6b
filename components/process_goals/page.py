"""The filters of the page of process goals and the views that they lead to."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.badges import process_legend
from components.filters import choice_filter, goal_or_all_filter
from components.process_goals.action_timeline import draw_timeline
from components.process_goals.calendar import draw_calendar
from components.process_goals.continuation import draw_bridges
from components.process_goals.goal_list import draw_list
from components.process_goals.status_matrix import draw_by_goal, draw_by_package
from components.process_goals.theme_comparison import draw_themes
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import load_process_catalogue
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


def choice_filters(catalogue: Catalogue, histories: Sequence[ProcessGoalHistory]) -> Choice:
    """What has been chosen of these goals; all of it lives in the URL. Folded until something is chosen."""
    declared = load_process_catalogue()
    named = packages(declared, histories)
    package_names = {key: f"{catalogue.label(region)}: {name}" for key, (region, name) in named.items()}
    theme_names = {theme.id: theme.name for theme in declared.themes} | {OTHER_THEME: "Muu teema"}
    with st.expander("Rajaukset", expanded=bool(_CHOSEN & set(st.query_params)), icon=":material/filter_alt:"):
        goal = goal_or_all_filter(catalogue)
        with st.grid("auto", min_column_width=230):
            package = choice_filter("tyopaketti", "Työpaketti", _ALL | package_names)
            concern = choice_filter("rajaus", "Rajaus", _ALL | {one.value: RULES[one].name for one in RULES})
            theme = choice_filter("teema", "Teema", _ALL | theme_names)
        if concern:
            st.caption(RULES[Concern(concern)].meaning)
    return Choice(goal=goal, package=package, concern=concern, theme=theme)


def _query(choice: Choice) -> dict[str, str]:
    """The chosen filters as a link carries them on."""
    goal = {"tavoite": str(choice.goal)} if choice.goal else {}
    rest = {"tyopaketti": choice.package, "rajaus": choice.concern, "teema": choice.theme}
    return goal | {key: value for key, value in rest.items() if value}


def draw_view(
    catalogue: Catalogue, regions: Sequence[str], everything: Sequence[ProcessGoalHistory], choice: Choice
) -> None:
    """The chosen view of the goals that fit the filters; where none does, what to do."""
    name = choice_filter("nakyma", "Näkymä", VIEWS, as_buttons=True)
    histories = choose_goals(load_process_catalogue(), everything, choice)
    st.header(VIEWS[name], anchor=False)
    if not histories and name != "toimenpiteet":
        st.info("Valinnoilla ei löytynyt prosessitavoitteita. Poista jokin rajaus tai lisää alueita.")
        return
    _DRAW[name](catalogue, regions, everything, histories, choice)


def _matrix(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    declared = load_process_catalogue()
    rows = choice_filter("rivit", "Rivit", {"tavoite": "Hyötytavoitteet", "tyopaketti": "Työpaketit"}, as_buttons=True)
    if rows == "tavoite":
        draw_by_goal(catalogue, regions, by_goal(catalogue, regions, histories), _query(choice))
        st.caption("Tavoite on ensisijaisen hyötytavoitteensa rivillä. Kahdella tavalla kerrottu tila on kummassakin.")
    else:
        draw_by_package(catalogue, by_package(catalogue, declared, regions, histories), _query(choice))
        st.caption("Työpaketin numero on joka alueella eri asia. Kahden työpaketin tavoite on kummassakin.")
    st.markdown(process_legend())
    st.caption(
        "Tila on viimeisimmästä raportista, jonka alue on julkaissut. Alueet raportoivat eri aikoina ja eri "
        "tarkkuudella, joten määrät eivät kerro paremmuudesta. Valitse ruutu, niin näet sen tavoitteet."
    )


def _list(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    declared = load_process_catalogue()
    draw_list(catalogue, goal_list(catalogue, declared, regions, histories, everything, goal=choice.goal))


def _themes(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    st.caption(
        "Tavoitteet ovat vierekkäin teeman mukaan. Tila on kunkin alueen oman raportin ajankohdasta, "
        "eikä niistä voi päätellä, mikä alue on edellä."
    )
    declared = load_process_catalogue()
    view = side_by_side(catalogue, declared, regions, histories, only=choice.theme)
    draw_themes(catalogue, view, _query(choice))


def _bridges(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    st.caption(
        "Mihin rakenteeseen työ siirtyy ohjelman jälkeen. Alueet kertovat jatkosta eri tavoin: luvut ovat mainintoja. "
        "Kahdessa rakenteessa jatkuva työ on kummallakin rivillä."
    )
    with_others = choice == Choice()
    draw_bridges(
        catalogue,
        continuation_table(catalogue, load_process_catalogue(), regions, histories, with_others=with_others),
    )


def _calendar(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    st.caption(
        "Sarakkeen päivä on kierroksen viimeinen raportointipäivä. "
        "Ei raportoitu tarkoittaa, ettei kierrokselta ole raporttia tässä aineistossa. "
        "Raportti kuuluu kierrokseen, jonka jaksoon sen viimeinen päivä osuu."
    )
    draw_calendar(catalogue, calendar(catalogue, load_process_catalogue(), regions, histories), _query(choice))


def _timeline(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Sequence[ProcessGoalHistory],
    histories: Sequence[ProcessGoalHistory],
    choice: Choice,
) -> None:
    st.caption(
        "Raporttien päivätyt teot. Jos raportti kertoo vain vuodenajan tai vuoden, palkki on koko jakson pituinen. "
        "Toimenpide ei kerro, mistä muutos johtui."
    )
    if choice.package or choice.concern:
        st.caption("Työpaketti ja rajaus eivät koske toimenpiteitä.")
    draw_timeline(timeline(catalogue, load_process_catalogue(), regions, goal=choice.goal, theme=choice.theme))


_Draw = Callable[[Catalogue, Sequence[str], Sequence[ProcessGoalHistory], Sequence[ProcessGoalHistory], Choice], None]
_DRAW: dict[str, _Draw] = {
    "kooste": _matrix,
    "lista": _list,
    "teemat": _themes,
    "jatko": _bridges,
    "kierrokset": _calendar,
    "toimenpiteet": _timeline,
}
