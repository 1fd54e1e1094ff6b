"""Choices that live in the URL. The URL is the only place where they are kept: a link opens the same view anywhere.

Streamlit's own binding puts the visible label into the URL; the links of this product carry short, lasting keys
(`?tavoite=2&alue=Keusote`), so a choice is read from the URL before its widget is drawn and written by its callback.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from data.catalogue import Catalogue
from data.finnish import counted
from data.model import Kind

MAX_COMPARED = 5
CURRENT = "nykyinen"  # as a version: whichever is the newest
BARE = ("esitys", "tuloste")  # ways to show a meeting's page without anything around it


def _requested(key: str) -> list[str] | None:
    """What the URL says of a key; without one, what was last chosen in this session."""
    if key in st.query_params:
        return st.query_params.get_all(key)
    return st.session_state.get(f"last_{key}")


def _choose(key: str, values: Sequence[str]) -> None:
    """Put a choice into the URL and remember it for the session's other pages."""
    st.session_state[f"last_{key}"] = list(values)
    if st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)


def _keep(key: str, values: Sequence[str], default: Sequence[str]) -> None:
    """Keep a choice in the URL. A default that nobody chose is not written: opening a page is one step of history."""
    if key in st.query_params or list(values) != list(default):
        _choose(key, values)


def example_is_chosen() -> bool:
    """Whether the invented example data is in use: `?aineisto=esimerkki`. Another value goes back to the real data."""
    chosen = ["esimerkki"] if _requested("aineisto") == ["esimerkki"] else []
    _choose("aineisto", chosen)
    return bool(chosen)


def pinned_version(newest: int) -> int | None:
    """The version that every page is kept at: `?versio=3`; None: the newest, whichever it is.

    It lasts from page to page until a link says `versio=nykyinen`. A version that does not exist pins nothing.
    """
    memory = f"last_versio_{example_is_chosen()}"
    asked = asked_version() or st.session_state.get(memory, "")
    known = asked if _is_number(asked) and 1 <= int(asked) <= newest else ""
    st.session_state[memory] = known
    if st.query_params.get_all("versio") != ([known] if known else []):
        st.query_params["versio"] = [known] if known else []
    return int(known) if known else None


def choose_version(version: str) -> None:
    """Put a version into the URL, or CURRENT for the newest."""
    st.query_params["versio"] = version


def is_bare() -> bool:
    """Whether the page is shown without anything around it: presented or printed."""
    return st.query_params.get("nayta", "") in BARE


def asked_version() -> str:
    """What the URL says of the version, whether there is such a one or not."""
    return st.query_params.get("versio", "")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


Query = dict[str, str | list[str]]


def same_data(query: Mapping[str, str | Sequence[str]]) -> Query:
    """The query of a link that stays in the data set and at the version in use, also when it is sent on."""
    kept = {key: value if isinstance(value, str) else list(value) for key, value in query.items()}
    if example_is_chosen():
        kept["aineisto"] = "esimerkki"
    if version := asked_version():
        kept.setdefault("versio", version)
    return kept


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
    _keep("alue", _familiar(catalogue, regions), _familiar(catalogue, default))
    return regions


def regions_popover(
    catalogue: Catalogue, options: Sequence[str], default: Sequence[str], *, least: int = 1, most: int | None = None
) -> list[str]:
    """Return the chosen regions as `regions_filter` does, with the choice behind a button that counts them."""
    count = len(_asked_regions(catalogue, options, least, most) or default)
    with st.popover(counted(count, "alue", "aluetta"), icon=":material/map:", key="regions"):
        return regions_filter(catalogue, options, default, least=least, most=most)


def _asked_regions(catalogue: Catalogue, options: Sequence[str], least: int, most: int | None) -> list[str]:
    asked = _requested("alue")
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
        on_change=lambda: _choose("alue", _familiar(catalogue, st.session_state[widget])),
    )


def goal_filter(catalogue: Catalogue) -> int:
    """The chosen national goal, 1–5."""
    return _goal(catalogue, [goal.number for goal in catalogue.goals], _requested("tavoite"), _choose)


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
    asked = (_requested("mittari") or [""])[0]
    widget = "choose_mittari"
    st.session_state[widget] = asked if asked in names else next(iter(names))
    chosen = st.selectbox(
        "Mittari",
        list(names),
        format_func=names.__getitem__,
        key=widget,
        placeholder="Valitse mittari",
        on_change=lambda: _choose("mittari", [st.session_state[widget]]),
    )
    _keep("mittari", [chosen], [next(iter(names))])
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


def show_address() -> None:
    """Put into the browser's address what the page was asked for. The same address again is no step of history.

    A link to the page that is already open changes what is asked, but Streamlit leaves the address as it was, and the
    next button would ask for that again. It is done before the page is drawn: who is quick presses meanwhile.
    """
    st.query_params.from_dict({key: st.query_params.get_all(key) for key in st.query_params})


def remembered(key: str) -> Query:
    """Return what was last chosen under a key, as the query of a link back to it; empty without a choice."""
    values: list[str] = st.session_state.get(f"last_{key}", [])
    return {key: values} if values else {}


def process_goal_asked() -> tuple[str, str]:
    """The id of the process goal that a link asks for, and the region that it names as it is written; "" without."""
    return st.query_params.get("prosessitavoite", ""), st.query_params.get("alue", "")
