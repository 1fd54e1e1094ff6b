"""Choices are remembered from page to page, and asked for in Finnish."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.limits import HANG_SECONDS

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture
def app(opened: Callable[..., AppTest]) -> AppTest:
    """The application over the store of the pages' tests, before any page is opened."""
    return AppTest.from_file(APP, default_timeout=HANG_SECONDS)


def test_the_goal_is_remembered_over_a_visit_to_the_comparison(app: AppTest) -> None:
    app.query_params["tavoite"] = "3"
    app.switch_page("pages/hyotytavoitteet.py").run()
    for page in ("vertailu", "hyotytavoitteet"):
        app.query_params.clear()
        app.switch_page(f"pages/{page}.py").run()
    assert app.query_params["tavoite"] == "3"


def test_the_indicator_is_asked_for_in_finnish(app: AppTest) -> None:
    app.switch_page("pages/mittari.py").run()
    assert app.selectbox(key="choose_mittari").placeholder not in ("", "Choose an option")
