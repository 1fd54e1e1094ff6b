"""What the URL says, and which workspace it opens. The URL is the only place where choices are kept.

Streamlit's own binding puts the visible label into the URL; the links of this product carry short, lasting keys
(`?tavoite=2&alue=Keusote`), so a choice is read from the URL before its widget is drawn and written by its callback.
A version never changes, so it is the key of everything that is cached: nothing is ever cleared.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from data.catalogue import DataSet, shipped_catalogue
from data.store import Store
from data.workspace import Workspace
from loaders.first_start import open_store

CURRENT = "nykyinen"  # as a version: whichever is the newest
BARE = ("esitys", "tuloste")  # how a meeting's page is shown without anything around it

Query = dict[str, str | list[str]]
View = TypeVar("View")


def asked(key: str) -> list[str] | None:
    """Return what the URL says of a key; without one, what was last chosen in this browser session."""
    if key in st.query_params:
        return st.query_params.get_all(key)
    return st.session_state.get(f"last_{key}")


def choose(key: str, values: Sequence[str]) -> None:
    """Put a choice into the URL and remember it for the session's other pages."""
    st.session_state[f"last_{key}"] = list(values)
    if st.query_params.get_all(key) != list(values):
        st.query_params[key] = list(values)


def keep(key: str, values: Sequence[str], default: Sequence[str]) -> None:
    """Keep a choice in the URL. A default that nobody chose is not written: opening a page is one step of history."""
    if key in st.query_params or list(values) != list(default):
        choose(key, values)


def remembered(key: str) -> Query:
    """Return what was last chosen under a key, as the query of a link back to it; empty without a choice."""
    values: list[str] = st.session_state.get(f"last_{key}", [])
    return {key: values} if values else {}


def data_set() -> DataSet:
    """Return the data set in use: the example by `?aineisto=esimerkki`. Another value goes back to the real data."""
    is_example = asked("aineisto") == [DataSet.EXAMPLE.value]
    choose("aineisto", [DataSet.EXAMPLE.value] if is_example else [])
    return DataSet.EXAMPLE if is_example else DataSet.REPORTS


def is_example() -> bool:
    """Return whether the invented example is in use."""
    return data_set() is DataSet.EXAMPLE


def asked_version() -> str:
    """Return what the URL says of the version, whether there is such a version or not."""
    return st.query_params.get("versio", "")


def choose_version(version: str) -> None:
    """Put a version into the URL, or CURRENT for the newest."""
    st.query_params["versio"] = version


def _pinned_version(newest: int) -> int | None:
    """Return the version that every page is kept at: `?versio=3`; None: the newest, whichever it is.

    It lasts from page to page until a link says `versio=nykyinen`. A version that does not exist pins nothing.
    """
    memory = f"last_versio_{data_set()}"
    text = asked_version() or st.session_state.get(memory, "")
    is_number = text.isascii() and text.isdecimal() and len(text) < 10
    known = text if is_number and 1 <= int(text) <= newest else ""
    st.session_state[memory] = known
    if st.query_params.get_all("versio") != ([known] if known else []):
        st.query_params["versio"] = [known] if known else []
    return int(known) if known else None


def is_bare() -> bool:
    """Return whether the page is shown without anything around it: presented or printed."""
    return st.query_params.get("nayta", "") in BARE


def same_data(query: Mapping[str, str | Sequence[str]]) -> Query:
    """Return the query of a link that stays in the data set and at the version in use, also when it is sent on."""
    kept = {key: value if isinstance(value, str) else list(value) for key, value in query.items()}
    if is_example():
        kept["aineisto"] = DataSet.EXAMPLE.value
    if version := asked_version():
        kept.setdefault("versio", version)
    return kept


def show_address() -> None:
    """Put into the browser's address what the page was asked for. The same address again is no step of history.

    A link to the page that is already open changes what is asked, but Streamlit leaves the address as it was, and the
    next button would ask for that again. It is done before the page is drawn: who is quick presses meanwhile.
    """
    st.query_params.from_dict({key: st.query_params.get_all(key) for key in st.query_params})


def workspace() -> Workspace:
    """Return the data set at the version in use. A page asks for it once."""
    known = data_set()
    newest = store_of(known).version
    return _workspace(known, newest, _pinned_version(newest))


@st.cache_resource(show_spinner="Avataan tietoja")
def store_of(data_set: DataSet) -> Store:
    """Return the store of a data set, opened and at first start filled, once for the whole process."""
    return open_store(data_set)


@st.cache_resource(max_entries=4, show_spinner=False)
def _workspace(data_set: DataSet, newest: int, pinned: int | None) -> Workspace:
    return Workspace(store_of(data_set), shipped_catalogue(data_set), pinned, newest=newest)


def view(workspace: Workspace, make: Callable[..., View], *choice: Any) -> View:
    """Return `make(workspace, *choice)`, made once for each data set, version, day and choice.

    What comes back is shared by all readers, so nobody may change it.
    """
    name = f"{make.__module__}.{make.__qualname__}"
    cached: View = _view(data_set(), workspace.newest, workspace.pinned, workspace.day, name, choice, workspace, make)
    return cached


@st.cache_resource(max_entries=64, show_spinner="Kootaan näkymää")
def _view(
    data_set: DataSet,
    newest: int,
    pinned: int | None,
    day: date,
    name: str,
    choice: tuple[Any, ...],
    _workspace: Workspace,
    _make: Callable[..., Any],
) -> Any:
    return _make(_workspace, *choice)


def file_name(name: str) -> str:
    """Return what a file that is taken along is called: that of the example or of a chosen version says so first."""
    version = asked_version()
    name = f"versio-{version}-{name}" if version else name
    return f"esimerkki-{name}" if is_example() else name
