"""Pages run in this process, over a store of their own that holds the shipped data."""

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders.app_pages import look_for_components_once
from tests.pages.opening import open_page, store_in

OpenPage = Callable[..., AppTest]

look_for_components_once()


@pytest.fixture(scope="module")
def _store_of_pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A store in a folder of its own, for as long as the tests of one file run."""
    with store_in(tmp_path_factory.mktemp("pages")):
        yield


@pytest.fixture
def opened(_store_of_pages: None) -> OpenPage:
    """Open a page over the shipped data: `opened("vertailu", alue=["Keusote"])`."""
    return open_page
