"""One process goal: statuses over the reporting rounds, parts, continuation, ties."""

from collections.abc import Sequence

import streamlit as st

from components.badges import process_badge, process_badges
from components.process_goals.goal_list import status_line
from components.process_goals.links import PAGE
from components.state import same_data
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.calendar import NO_REPORT, due
from data.views.process_goals.choice import RULES
from data.views.process_goals.goal_detail import GoalDetail, Tie

_SHOWN = 6


def draw_goal(catalogue: Catalogue, view: GoalDetail) -> None:
    """The goal under its title; the way back to all goals first."""
    history = view.history
    st.page_link(PAGE, label="Kaikki prosessitavoitteet", icon=":material/arrow_back:", query_params=same_data({}))
    st.header(plain(history.title), anchor=False)
    st.markdown(f"{process_badges(history.statuses)} {plain(view.region_label)}")
    if history.conflicting:
        st.info("Lähde kertoo tilan usealla tavalla. Kaikki kohdat ovat näkyvissä.", icon=":material/call_split:")
    st.subheader("Tila raportointikierroksittain", anchor=False)
    _steps(view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _parts(view)
        _concerns(view)
        _bridge(view)
    with right:
        st.subheader("Perustiedot", anchor=False)
        st.markdown("\n".join(f"- **{plain(label)}:** {plain(text)}" for label, text in view.facts))
    _ties(catalogue, view)


def _steps(view: GoalDetail) -> None:
    with st.grid(len(view.steps), min_column_width=118, gap="small", vertical_alignment="top"):
        for step in view.steps:
            with st.container(border=True, gap="xxsmall", height="stretch"):
                st.markdown(f"**{plain(step.round.name)}**  \n:small[{due(step.round)}]")
                if step.reported:
                    st.markdown(process_badges(dict.fromkeys(status.status for status in step.reported)))
                else:
                    st.caption(NO_REPORT)
    for status in view.history.reported:
        st.markdown(f"- {status_line(status)}" + (f"  \n  :small[{plain(status.note)}]" if status.note else ""))


def _parts(view: GoalDetail) -> None:
    st.subheader("Osatavoitteet", anchor=False)
    if not view.parts:
        st.markdown("Lähde ei anna tavoitteen osille omaa tilaa.")
    for part in view.parts:
        st.markdown(
            f"- {process_badge(part.status)} {plain(part.title)} :small[{plain(f'”{part.wording}” · {part.place}')}]"
        )


def _concerns(view: GoalDetail) -> None:
    if view.concerns or view.reasons:
        st.subheader("Mihin kiinnittää huomiota", anchor=False)
        lines = [f"- **{RULES[status].name}.** {RULES[status].meaning}" for status in view.concerns]
        st.markdown("\n".join(lines + [f"- {plain(reason)}" for reason in view.reasons]))


def _bridge(view: GoalDetail) -> None:
    st.subheader("Jatko hankkeen jälkeen", anchor=False)
    history = view.history
    if not history.continues:
        st.markdown("Lähde ei kerro, jatkuuko työ.")
        return
    st.markdown(f"**{plain(', '.join(view.structures))}**  \nLähteen mukaan: {plain(history.continues)}")
    if history.continues_with:
        st.markdown(f"Vastuu: {plain(history.continues_with)}")


def _ties(catalogue: Catalogue, view: GoalDetail) -> None:
    st.subheader("Saman teeman mittarit ja toimenpiteet", anchor=False)
    st.caption("Yhteys on sama alue ja sama teema. Se ei kerro, mikä vaikuttaa mihin.")
    alue = catalogue.familiar(view.history.region)
    if not (view.indicators or view.actions):
        st.markdown("Tavoitteelle ei ole nimetty teemaa, jolla olisi mittareita tai toimenpiteitä alueella.")
    left, right = st.columns(2, gap="large")
    with left:
        if view.indicators:
            st.markdown("**Mittarit**")
        for tie in view.indicators[:_SHOWN]:
            _indicator(alue, tie)
        if len(view.indicators) > _SHOWN:
            with st.expander(f"Loput {counted(len(view.indicators) - _SHOWN, 'mittari', 'mittaria')}", type="compact"):
                for tie in view.indicators[_SHOWN:]:
                    _indicator(alue, tie)
        if view.history.goal:
            query = same_data({"tavoite": str(view.history.goal), "alue": alue})
            st.page_link("pages/hyotytavoitteet.py", label="Saman hyötytavoitteen kaikki mittarit", query_params=query)
    with right:
        _actions(view.actions)


def _indicator(alue: str, tie: Tie) -> None:
    st.page_link(
        "pages/mittari.py",
        label=plain(tie.text),
        query_params=same_data({"alue": alue, "mittari": tie.id}),
        icon=":material/insights:",
    )


def _actions(actions: Sequence[Tie]) -> None:
    if not actions:
        return
    st.markdown("**Toimenpiteet**")
    lines = [f"- {plain(tie.text)} :small[{plain(tie.place)}]" for tie in actions]
    st.markdown("\n".join(lines[:_SHOWN]))
    if len(lines) > _SHOWN:
        left = counted(len(lines) - _SHOWN, "toimenpide", "toimenpidettä")
        with st.expander(f"Loput {left}", type="compact"):
            st.markdown("\n".join(lines[_SHOWN:]))
