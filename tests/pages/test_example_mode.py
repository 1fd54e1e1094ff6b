"""The invented example on the pages: announced on each of them, and never beside a real number."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import data_page, state
from data.catalogue import DataSet, load_catalogue, load_example_catalogue
from data.store import Store
from loaders.first_start import open_store
from tests.limits import HANG_SECONDS

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.name for path in (ROOT / "pages").glob("*.py"))
BADGE = "Keksityt luvut"


@pytest.fixture(scope="module", autouse=True)
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder of its own for both stores, filled once for the tests of this file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("SEURANTA_DATA", str(tmp_path_factory.mktemp("stores")))
        _forget()
        yield
        _forget()


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


def start(**query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=HANG_SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    return checked(app.run())


def go(app: AppTest, page: str) -> AppTest:
    """Another page in the same session, by way of the menu: its link carries no choices.

    AppTest begins each run as a freshly started server does, outside the frame (components/frame.py).
    """
    app.switch_page(f"pages/{page}")
    app.query_params.clear()
    del app.session_state["framed"]
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    assert not app.exception
    assert len(app.title) == 1
    return app


def badges(app: AppTest) -> list[str]:
    return [shown.value for shown in app.markdown if BADGE in shown.value]


def shown(app: AppTest) -> str:
    """Everything that the page sends to the browser: texts, links, tables, charts."""
    tables = "".join(table.value.to_csv() for table in app.dataframe)
    return "".join(str(element.proto) for element in app.main if hasattr(element, "proto")) + tables


@pytest.mark.parametrize("page", PAGES)
def test_the_badge_is_on_every_page_of_the_example_with_a_way_back(page: str) -> None:
    app = go(start(aineisto="esimerkki"), page)
    assert len(badges(app)) == 1
    assert app.query_params["aineisto"] == "esimerkki"
    assert 'query_string: "aineisto=raportit"' in shown(app)


@pytest.mark.parametrize("page", PAGES)
def test_there_is_no_badge_and_no_example_on_the_pages_of_the_real_data(page: str) -> None:
    app = go(start(), page)
    assert badges(app) == []
    assert "aineisto" not in app.query_params
    told = shown(app)
    without = ("lataus.py", "ohjausryhma.py", "prosessitavoitteet.py")  # until one of them is chosen, or ever
    assert page in without or any(indicator.name in told for indicator in load_catalogue().indicators)
    assert not any(indicator.name in told for indicator in load_example_catalogue().indicators)


@pytest.mark.parametrize("page", PAGES)
def test_the_example_shows_nothing_of_the_real_data(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def open_example(data_set: DataSet) -> Store:
        assert data_set is DataSet.EXAMPLE, "the example opens the real store"
        return open_store(data_set)

    monkeypatch.setattr(state, "open_store", open_example)
    state.store_of.clear()  # as in a fresh process: whoever asks for the real store now opens it
    told = shown(go(start(aineisto="esimerkki", alue="Keski-Suomi"), page))
    real = load_catalogue()
    assert not any(source.id in told or source.title in told for source in real.sources)
    assert not any(indicator.id in told for indicator in real.indicators)
    assert page == "lataus.py" or "Keski-Suomi" not in told  # a file may be of any region


def test_the_example_lasts_from_page_to_page_until_one_goes_back() -> None:
    app = start(aineisto="esimerkki")
    for page in PAGES:
        assert badges(go(app, page))
    app.query_params["aineisto"] = "raportit"
    app.run()
    assert badges(app) == [] and not app.query_params.get("aineisto")
    for page in PAGES:
        assert badges(go(app, page)) == []


@pytest.mark.parametrize("asked", ["", "Esimerkki", "raportit", "muu"])
def test_only_its_own_word_opens_the_example(asked: str) -> None:
    assert badges(start(aineisto=asked)) == []


def test_two_sessions_at_once_each_keep_to_their_own_data() -> None:
    example, real = start(aineisto="esimerkki"), start()
    goals = "hyotytavoitteet.py"
    assert "Esimerkki: " in shown(go(example, goals)) and "Esimerkki: " not in shown(go(real, goals))
    assert "Esimerkki: " in shown(go(example, goals)) and "Esimerkki: " not in shown(go(real, goals))


@pytest.mark.parametrize("example", [True, False])
def test_a_link_in_the_example_stays_in_it(example: bool) -> None:
    app = go(start(aineisto="esimerkki") if example else start(), "yleiskuva.py")
    onward = [link.proto.query_string for link in app.get("page_link") if "tavoite=" in link.proto.query_string]
    assert onward
    assert all(("aineisto=esimerkki" in query) is example for query in onward)


def test_the_data_page_leads_to_the_example_and_gives_its_workbook() -> None:
    app = go(start(), "tiedot.py")
    assert "Kokeile esimerkkiaineistolla" in [header.value for header in app.header]
    assert 'query_string: "aineisto=esimerkki"' in shown(app)
    assert "Lataa esimerkkityökirja Excel-tiedostona" in shown(app)


@pytest.mark.parametrize("known", DataSet)
def test_the_data_that_is_taken_along_is_of_the_data_set_in_use(
    known: DataSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "data_set", lambda: known)
    make, name = data_page.all_data(state.workspace()), state.file_name("seurantatiedot.csv")
    monkeypatch.undo()  # made later, outside the page
    content = make()
    is_example = known is DataSet.EXAMPLE
    assert name == ("esimerkki-seurantatiedot.csv" if is_example else "seurantatiedot.csv")
    assert {"Esimerkki: " in line for line in content.splitlines()[1:]} == {is_example}
    assert len(content.splitlines()) > len(open_store(known).observations())


def test_everything_that_is_cached_is_kept_by_data_set() -> None:
    """Two stores have the same version numbers: without the data set in the key one would answer for the other.

    A figure is kept by the facts that it is made of.
    """
    paths = [*ROOT.glob("components/**/*.py"), *ROOT.glob("pages/*.py")]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    cached = [f for f in functions if any("cache_" in ast.unparse(decorator) for decorator in f.decorator_list)]
    assert len(cached) >= 3
    assert [f.name for f in cached if f.args.args[0].arg not in ("data_set", "facts")] == []


@pytest.mark.parametrize("path", sorted([*ROOT.glob("pages/*.py"), *ROOT.glob("components/**/*.py")]), ids=str)
def test_only_the_state_opens_stores_and_catalogues(path: Path) -> None:
    """A page that opened them itself would show real data under the banner of the example."""
    if path.name in ("state.py", "__main__.py"):  # a command has no page and no badge
        return
    assert not {"open_store", "open_workspace", "load_catalogue", "shipped_catalogue"} & {
        node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)
    }
