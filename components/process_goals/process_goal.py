"""A process goal: as a row of the list, and on its own with rounds, parts, continuation and what it is tied to."""

from collections.abc import Sequence

import streamlit as st

from components.badges import process_badge, process_badges
from components.filters import remembered, same_data
from components.links import GOALS_PAGE, INDICATOR_PAGE, PROCESS_GOALS_PAGE, process_goal_link
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.views.process_goals.calendar import NO_REPORT, due
from data.views.process_goals.choice import RULES
from data.views.process_goals.goal_detail import GoalDetail, Tie
from data.views.process_goals.goal_list import ListedGoal, ListedRegion
from data.views.process_goals.history import ReportedStatus

_SHOWN = 6  # indicators and toimenpiteet before the rest is folded


def draw_list(catalogue: Catalogue, regions: Sequence[ListedRegion]) -> None:
    """Draw each region's goals under its name, those that only also serve the chosen national goal last."""
    for region in regions:
        st.subheader(plain(region.label), anchor=False, divider="gray")
        st.caption(counted(len(region.goals), "prosessitavoite", "prosessitavoitetta"))
        _draw_rows(catalogue, region.goals)
        if region.also:
            count = counted(len(region.also), "tavoite", "tavoitetta")
            st.caption(f"Palvelee myös valittua hyötytavoitetta: {count}")
            _draw_rows(catalogue, region.also)


def _draw_rows(catalogue: Catalogue, goals: Sequence[ListedGoal]) -> None:
    for goal in goals:
        with st.container(gap="xxsmall"):
            process_goal_link(catalogue, goal.region, goal.id, goal.title)
            st.markdown(_details(goal))


def _details(goal: ListedGoal) -> str:
    lines = [_status_line(status) for status in goal.reported]
    about = [plain(goal.about)] if goal.about else []
    about += [RULES[concern].name.lower() for concern in goal.concerns]
    lines.append(f":small[{' · '.join(about)}]" if about else "")
    lines += [f":small[{plain(reason)}]" for reason in goal.reasons]
    return "  \n".join(filter(None, lines))


def _status_line(reported: ReportedStatus) -> str:
    """Return a status with its wording, date and place, as Markdown."""
    words = f"”{reported.wording}”" if reported.wording else "ei sanamuotoa"
    details = " · ".join(filter(None, (words, reported.when, reported.place)))
    return f"{process_badge(reported.status)} :small[{plain(details)}]"


def draw_goal(catalogue: Catalogue, view: GoalDetail) -> None:
    """Draw a link back to all goals, then the goal under its title."""
    history = view.history
    query = same_data(remembered("alue"))
    st.page_link(
        PROCESS_GOALS_PAGE, label="Kaikki prosessitavoitteet", icon=":material/arrow_back:", query_params=query
    )
    st.header(plain(history.title), anchor=False)
    st.markdown(f"{process_badges(history.statuses)} {plain(view.region_label)}")
    if history.conflicting:
        st.info("Lähde kertoo tilan usealla tavalla. Kaikki kohdat ovat näkyvissä.", icon=":material/call_split:")
    st.subheader("Tila raportointikierroksittain", anchor=False)
    _draw_rounds(view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _draw_parts(view)
        _draw_concerns(view)
        _draw_continuation(view)
    with right:
        st.subheader("Perustiedot", anchor=False)
        st.markdown("\n".join(f"- **{plain(label)}:** {plain(text)}" for label, text in view.facts))
    _draw_ties(catalogue, view)


def _draw_rounds(view: GoalDetail) -> None:
    with st.grid(len(view.steps), min_column_width=118, gap="small", vertical_alignment="top"):
        for step in view.steps:
            with st.container(border=True, gap="xxsmall", height="stretch"):
                st.markdown(f"**{plain(step.round.name)}**  \n:small[{due(step.round)}]")
                if step.reported:
                    st.markdown(process_badges(dict.fromkeys(status.status for status in step.reported)))
                else:
                    st.caption(NO_REPORT)
    for status in view.history.reported:
        st.markdown(f"- {_status_line(status)}" + (f"  \n  :small[{plain(status.note)}]" if status.note else ""))


def _draw_parts(view: GoalDetail) -> None:
    st.subheader("Osatavoitteet", anchor=False)
    if not view.parts:
        st.markdown("Lähde ei anna tavoitteen osille omaa tilaa.")
    for part in view.parts:
        st.markdown(
            f"- {process_badge(part.status)} {plain(part.title)} :small[{plain(f'”{part.wording}” · {part.place}')}]"
        )


def _draw_concerns(view: GoalDetail) -> None:
    if view.concerns or view.reasons:
        st.subheader("Mihin kiinnittää huomiota", anchor=False)
        lines = [f"- **{RULES[concern].name}.** {RULES[concern].meaning}" for concern in view.concerns]
        st.markdown("\n".join(lines + [f"- {plain(reason)}" for reason in view.reasons]))


def _draw_continuation(view: GoalDetail) -> None:
    st.subheader("Jatko hankkeen jälkeen", anchor=False)
    history = view.history
    if not history.continues:
        st.markdown("Lähde ei kerro, jatkuuko työ.")
        return
    st.markdown(f"**{plain(', '.join(view.structures))}**  \nLähteen mukaan: {plain(history.continues)}")
    if history.continues_with:
        st.markdown(f"Vastuu: {plain(history.continues_with)}")


def _draw_ties(catalogue: Catalogue, view: GoalDetail) -> None:
    st.subheader("Saman teeman mittarit ja toimenpiteet", anchor=False)
    st.caption("Yhteys on sama alue ja sama teema. Se ei kerro, mikä vaikuttaa mihin.")
    region = catalogue.familiar(view.history.region)
    if not (view.indicators or view.actions):
        st.markdown("Tavoitteelle ei ole nimetty teemaa, jolla olisi mittareita tai toimenpiteitä alueella.")
    left, right = st.columns(2, gap="large")
    with left:
        if view.indicators:
            st.markdown("**Mittarit**")
        for tie in view.indicators[:_SHOWN]:
            _draw_indicator(region, tie)
        if len(view.indicators) > _SHOWN:
            with st.expander(f"Loput {counted(len(view.indicators) - _SHOWN, 'mittari', 'mittaria')}", type="compact"):
                for tie in view.indicators[_SHOWN:]:
                    _draw_indicator(region, tie)
        if view.history.goal:
            query = same_data({"tavoite": str(view.history.goal), "alue": region})
            st.page_link(GOALS_PAGE, label="Saman hyötytavoitteen kaikki mittarit", query_params=query)
    with right:
        _draw_actions(view.actions)


def _draw_indicator(region: str, tie: Tie) -> None:
    st.page_link(
        INDICATOR_PAGE,
        label=plain(tie.text),
        query_params=same_data({"alue": region, "mittari": tie.id}),
        icon=":material/insights:",
    )


def _draw_actions(actions: Sequence[Tie]) -> None:
    if not actions:
        return
    st.markdown("**Toimenpiteet**")
    lines = [f"- {plain(tie.text)} :small[{plain(tie.place)}]" for tie in actions]
    st.markdown("\n".join(lines[:_SHOWN]))
    if len(lines) > _SHOWN:
        left = counted(len(lines) - _SHOWN, "toimenpide", "toimenpidettä")
        with st.expander(f"Loput {left}", type="compact"):
            st.markdown("\n".join(lines[_SHOWN:]))
