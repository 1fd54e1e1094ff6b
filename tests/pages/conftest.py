"""Pages run in this process, over a store of their own that holds the shipped data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.limits import HANG_SECONDS

APP = Path(__file__).parents[2] / "app.py"

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="module")
def _store_of_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store in a folder of its own, for as long as the tests of one file run."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("DATABASE_URL", raising=False)
        environment.setenv("SEURANTA_DATA", str(tmp_path_factory.mktemp("pages")))
        st.cache_resource.clear()
        st.cache_data.clear()
        yield
        st.cache_resource.clear()
        st.cache_data.clear()


@pytest.fixture
def opened(_store_of_pages: None) -> OpenPage:
    """Open a page by its file name and query, as a link does: `opened("vertailu", alue=["Keusote"])`."""

    def opened(page: str, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
        for key, value in query.items():
            app.query_params[key] = value
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        return app

    return opened
