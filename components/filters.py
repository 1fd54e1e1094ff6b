"""The filters of the pages: what is chosen lives in the URL, and any page that knows the key takes it over."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components import state
from data.catalogue import Catalogue
from data.finnish import counted
from data.model import Indicator, Kind

MAX_COMPARED = 5
_REGION_WIDTH, _INDICATOR_WIDTH = 200, 260  # pixels of a choice in the row of the page's title


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
        "Alueet",
        options,
        format_func=catalogue.label,
        key=widget,
        max_selections=most,
        select_all=False,
        placeholder="Valitse alueet",
        on_change=lambda: state.choose("alue", _familiar(catalogue, st.session_state[widget])),
    )


def goal_or_all_filter(catalogue: Catalogue, *, is_remembered: bool = False) -> int | None:
    """Return the chosen national goal, or None: all of them, where one starts.

    `is_remembered`: the choice waits in this session for the next visit to the page.
    """
    numbers = [0, *(goal.number for goal in catalogue.goals)]
    choose = state.choose if is_remembered else _write
    asked = (state.asked("tavoite") if is_remembered else st.query_params.get_all("tavoite")) or [""]
    widget = "choose_tavoite"
    st.session_state[widget] = int(asked[0]) if asked[0] in map(str, numbers) else 0
    chosen = st.segmented_control(
        "Hyötytavoite",
        numbers,
        format_func=lambda number: f"{number} {catalogue.goal(number).short}" if number else "Kaikki",
        key=widget,
        required=True,
        on_change=lambda: choose("tavoite", [str(st.session_state[widget])]),
        label_visibility="collapsed",
    )
    if chosen or "tavoite" in st.query_params:
        choose("tavoite", [str(chosen or 0)])
    return chosen or None


def _write(key: str, values: Sequence[str]) -> None:
    if st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)


def region_filter(catalogue: Catalogue, options: Sequence[str]) -> str:
    """Return the one chosen region by full name; of several that the URL or another page names, the first."""
    region = asked_region(catalogue, options)
    st.session_state["choose_alue"] = region
    st.selectbox(
        "Alue",
        options,
        format_func=catalogue.label,
        key="choose_alue",
        label_visibility="collapsed",
        width=_REGION_WIDTH,
        on_change=lambda: state.choose("alue", _familiar(catalogue, [st.session_state["choose_alue"]])),
    )
    _keep_region(catalogue.familiar(region), is_default=region == options[0])
    return region


def _keep_region(region: str, *, is_default: bool) -> None:
    """Keep a region in the URL, and first in what is remembered: others beside it wait for a page of several."""
    known = st.session_state.get("last_alue", [])
    st.session_state["last_alue"] = (
        [region, *(other for other in known if other != region)] if region in known else [region]
    )
    if "alue" in st.query_params or not is_default:
        _write("alue", [region])


def asked_region(catalogue: Catalogue, options: Sequence[str]) -> str:
    """Return the first region that the URL or this session asks for and that can be chosen, else the first of all."""
    named = [catalogue.region(text) for text in state.asked("alue") or ()]
    return next((region.name for region in named if region and region.name in options), options[0])


def indicator_filter(catalogue: Catalogue, options: Sequence[str]) -> None:
    """Draw the choice of a region and of one of its indicators, outcomes first in the list: see `asked_indicator`."""
    region = region_filter(catalogue, options)
    names = {indicator.id: indicator.name for indicator in _indicators(catalogue, region)}
    _, chosen = asked_indicator(catalogue, options)
    st.session_state["choose_mittari"] = chosen
    st.selectbox(
        "Mittari",
        list(names),
        format_func=names.__getitem__,
        key="choose_mittari",
        placeholder="Valitse mittari",
        label_visibility="collapsed",
        width=_INDICATOR_WIDTH,
        on_change=lambda: state.choose("mittari", [st.session_state["choose_mittari"]]),
    )
    state.keep("mittari", [chosen], [next(iter(names))])


def asked_indicator(catalogue: Catalogue, options: Sequence[str]) -> tuple[str, str]:
    """Return the region and the id of its indicator that are asked for, else the region's first."""
    region = asked_region(catalogue, options)
    known = [indicator.id for indicator in _indicators(catalogue, region)]
    wanted = (state.asked("mittari") or [""])[0]
    return region, wanted if wanted in known else known[0]


def _indicators(catalogue: Catalogue, region: str) -> list[Indicator]:
    of_region = [indicator for indicator in catalogue.indicators if indicator.region == region]
    return sorted(of_region, key=lambda indicator: (_KINDS.index(indicator.kind), indicator.name))


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
    """Return the id of the process goal and the region, as written, that a link asks for; "" without."""
    return st.query_params.get("prosessitavoite", ""), st.query_params.get("alue", "")
