"""The filters of the pages: what is chosen lives in the URL, and any page that knows the key takes it over."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components import state
from data.catalogue import Catalogue
from data.finnish import counted
from data.model import Kind

MAX_COMPARED = 5


def regions_filter(
    catalogue: Catalogue,
    options: Sequence[str],
    default: Sequence[str],
    *,
    least: int = 1,
    most: int | None = MAX_COMPARED,
) -> list[str]:
    """Return the chosen regions by full name, in the order of choice. Any known spelling works in the URL.

    At most `most` regions can be chosen (None: all of them), and `default` has no more. A choice that another page
    remembers is taken over when it has at least `least` regions.
    """
    widget = "choose_alue"
    st.session_state[widget] = _asked_regions(catalogue, options, least, most) or list(default)
    _multi(catalogue, options, widget, most)
    regions = st.session_state[widget] or list(default)
    state.keep("alue", _familiar(catalogue, regions), _familiar(catalogue, default))
    return regions


def regions_popover(
    catalogue: Catalogue, options: Sequence[str], default: Sequence[str], *, least: int = 1, most: int | None = None
) -> list[str]:
    """Return the chosen regions as `regions_filter` does, with the choice behind a button that counts them."""
    count = len(_asked_regions(catalogue, options, least, most) or default)
    with st.popover(counted(count, "alue", "aluetta"), icon=":material/map:", key="regions"):
        return regions_filter(catalogue, options, default, least=least, most=most)


def _asked_regions(catalogue: Catalogue, options: Sequence[str], least: int, most: int | None) -> list[str]:
    asked = state.asked("alue")
    named = [catalogue.region(text) for text in asked or ()]
    chosen = [region.name for region in dict.fromkeys(named) if region and region.name in options][:most]
    return [] if "alue" not in st.query_params and len(chosen) < least else chosen


def _familiar(catalogue: Catalogue, names: Sequence[str]) -> list[str]:
    """Regions as links call them: Keusote, not Keski-Uusimaa."""
    return [region.familiar for name in names if (region := catalogue.region(name))]


def _multi(catalogue: Catalogue, options: Sequence[str], widget: str, most: int | None) -> None:
    st.multiselect(
        "Alue" if most == 1 else "Alueet",
        options,
        format_func=catalogue.label,
        key=widget,
        max_selections=most,
        select_all=False,
        placeholder="Valitse alueet",
        on_change=lambda: state.choose("alue", _familiar(catalogue, st.session_state[widget])),
    )


def goal_filter(catalogue: Catalogue) -> int:
    """The chosen national goal, 1–5."""
    return _goal(catalogue, [goal.number for goal in catalogue.goals], state.asked("tavoite"), state.choose)


def goal_or_all_filter(catalogue: Catalogue) -> int | None:
    """The chosen national goal, or None: all of them, where one starts and what is not remembered."""
    numbers = [0, *(goal.number for goal in catalogue.goals)]
    return _goal(catalogue, numbers, st.query_params.get_all("tavoite"), _write) or None


def _write(key: str, values: Sequence[str]) -> None:
    st.query_params[key] = list(values)


def _goal(
    catalogue: Catalogue,
    numbers: Sequence[int],
    asked: Sequence[str] | None,
    choose: Callable[[str, Sequence[str]], None],
) -> int:
    first = asked[0] if asked else ""
    widget = "choose_tavoite"
    st.session_state[widget] = int(first) if first in map(str, numbers) else numbers[0]
    chosen = st.segmented_control(
        "Hyötytavoite",
        numbers,
        format_func=lambda number: f"{number} {catalogue.goal(number).short}" if number else "Kaikki",
        key=widget,
        required=True,
        on_change=lambda: choose("tavoite", [str(st.session_state[widget])]),
        label_visibility="collapsed",
    )
    found = numbers[0] if chosen is None else chosen
    if "tavoite" in st.query_params or found != numbers[0]:
        choose("tavoite", [str(found)])
    return found


def indicator_filter(catalogue: Catalogue, options: Sequence[str]) -> tuple[str, str]:
    """The chosen region and the id of one of its indicators, outcomes first in the list."""
    (region,) = regions_filter(catalogue, options, options[:1], most=1)
    mine = sorted((i for i in catalogue.indicators if i.region == region), key=lambda i: (_KINDS.index(i.kind), i.name))
    names = {indicator.id: indicator.name for indicator in mine}
    asked = (state.asked("mittari") or [""])[0]
    widget = "choose_mittari"
    st.session_state[widget] = asked if asked in names else next(iter(names))
    chosen = st.selectbox(
        "Mittari",
        list(names),
        format_func=names.__getitem__,
        key=widget,
        placeholder="Valitse mittari",
        on_change=lambda: state.choose("mittari", [st.session_state[widget]]),
    )
    state.keep("mittari", [chosen], [next(iter(names))])
    return region, chosen


_KINDS = list(Kind)


def choice_filter(key: str, label: str, names: Mapping[str, str], *, as_buttons: bool = False) -> str:
    """One of `names` (value in the URL → words on the screen); the first is where one starts and is not written.

    What the URL asks for and `names` does not have is the first. The choice is not remembered for other pages.
    """
    values = list(names)
    asked = st.query_params.get(key, "")
    widget = f"choose_{key}"
    st.session_state[widget] = asked if asked in names else values[0]
    draw = _buttons if as_buttons else _select
    draw(label, names, widget, lambda: _write_or_drop(key, st.session_state[widget], values[0]))
    chosen: str = st.session_state[widget] or values[0]
    _write_or_drop(key, chosen, values[0])
    return chosen


def _write_or_drop(key: str, value: str | None, default: str) -> None:
    if value and value != default:
        if st.query_params.get_all(key) != [value]:
            st.query_params[key] = value
    elif key in st.query_params:
        del st.query_params[key]


def _buttons(label: str, names: Mapping[str, str], widget: str, on_change: Callable[[], None]) -> None:
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=widget,
        required=True,
        on_change=on_change,
        label_visibility="collapsed",
    )


def _select(label: str, names: Mapping[str, str], widget: str, on_change: Callable[[], None]) -> None:
    st.selectbox(label, list(names), format_func=names.__getitem__, key=widget, on_change=on_change)


def process_goal_asked() -> tuple[str, str]:
    """The id of the process goal that a link asks for, and the region that it names as it is written; "" without."""
    return st.query_params.get("prosessitavoite", ""), st.query_params.get("alue", "")
