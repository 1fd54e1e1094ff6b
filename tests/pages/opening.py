"""Pages opened in this process as a link opens them, over a store of the test's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.store import Store
from loaders.first_start import open_store
from tests.limits import HANG_SECONDS

APP = Path(__file__).parents[2] / "app.py"
PAGES = sorted(path.stem for path in (APP.parent / "pages").glob("*.py"))


@contextmanager
def store_in(folder: Path) -> Iterator[Store]:
    """The store that pages read meanwhile: in this folder, filled with the shipped data."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("DATABASE_URL", raising=False)
        environment.setenv("SEURANTA_DATA", str(folder))
        _forget()
        yield open_store()
        _forget()


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


def open_page(page: str, **query: str | list[str]) -> AppTest:
    """Open a page by its file name and query: `open_page("vertailu", alue=["Keusote"])`. It may not fail."""
    app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    return sound(app.switch_page(f"pages/{page}.py").run())


def sound(app: AppTest) -> AppTest:
    """The page, which has drawn without an exception."""
    assert not app.exception, [error.stack_trace for error in app.exception]
    return app
