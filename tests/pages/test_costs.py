"""What a page costs, by counts that stand for time: questions to the database, cards made, rows drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from components import state
from data.catalogue import DataSet
from data.model import Observation, Role
from data.store import Delivery, Store
from data.views import card as card_view
from data.views.front_page import SHOWN_CHANGES
from tests.builders import indicator, month, observation
from tests.pages.opening import PAGES, open_page, sound, store_in

pytestmark = pytest.mark.slow

MANY = SHOWN_CHANGES + 100
INDICATOR = "tihea"


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Version 2 brings many values, version 3 changes them all, version 4 one of them, version 5 none."""
    with store_in(tmp_path_factory.mktemp("costs")) as store:
        for version, count, value in ((2, MANY, 20.0), (3, MANY, 30.0), (4, 1, 40.0), (5, 0, 0.0)):
            observations = tuple(told(value, number) for number in range(count))
            delivery = Delivery(
                file_name=f"{version}.csv",
                content=str(version).encode(),
                observations=observations,
                indicators=(indicator(INDICATOR, unit="hlö"),) if version == 2 else (),
            )
            assert store.publish([delivery], author="testi") == version
        yield store


def told(value: float, number: int) -> Observation:
    place = {"group": f"ryhmä: {number // 12}", "period": month(number % 12 + 1)}
    return observation(value, indicator=INDICATOR, unit="hlö", role=Role.FOLLOW_UP, **place)


@pytest.fixture(autouse=True)
def nothing_is_cached() -> None:
    """As when a page is opened for the first time after a publication."""
    state._view.clear()
    state._workspace.clear()


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the pages ask of the database meanwhile."""
    seen: list[str] = []

    def remember(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    engine = state.store_of(DataSet.REPORTS)._engine
    event.listen(engine, "before_cursor_execute", remember)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", remember)


@pytest.fixture
def count_cards(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many cards have been made since the test began."""
    made = 0
    make = card_view.card

    def counted(*arguments: Any) -> card_view.Card:
        nonlocal made
        made += 1
        return make(*arguments)

    monkeypatch.setattr(card_view, "card", counted)
    return lambda: made


def rerun(app: AppTest) -> list[str]:
    """What a page asks of the database when it is drawn again, as after any press of a button."""
    with statements() as seen:
        sound(app.run())
    return seen


@pytest.mark.parametrize("page", PAGES)
def test_a_page_drawn_again_asks_for_the_newest_version_and_little_else(
    page: str, count_cards: Callable[[], int]
) -> None:
    app = open_page(page)
    before = count_cards()
    seen = rerun(app)
    beside = [statement for statement in seen if "max(versions.version)" not in statement]
    allowed = {"lataus": 1, "ohjausryhma": 1, "tiedot": 0}  # the files of the history, the saved agendas
    assert len(beside) <= allowed.get(page, 0), beside
    assert len(seen) - len(beside) <= 2  # the banner and the page
    assert count_cards() == before


def test_the_front_page_makes_no_cards_to_know_the_statuses(count_cards: Callable[[], int]) -> None:
    open_page("yleiskuva", versio="3")
    assert count_cards() == 0


def test_the_front_page_asks_as_often_however_much_the_publication_changed() -> None:
    asked = []
    for version in ("3", "4"):
        with statements() as seen:
            open_page("yleiskuva", versio=version)
        asked.append(len(seen))
    assert asked[0] == asked[1] < 20


def test_a_large_change_is_shown_in_part_and_counted_whole() -> None:
    page = open_page("yleiskuva", versio="3")
    assert len(page.dataframe[-1].value) == SHOWN_CHANGES
    assert f"Julkaisu muutti {MANY} havaintoa. Taulukossa niistä on {SHOWN_CHANGES} ensimmäistä." in [
        caption.value.replace("\u00a0", " ") for caption in page.caption
    ]
    assert len(open_page("yleiskuva", versio="4").dataframe[-1].value) == 1


def test_the_first_version_is_not_compared_with_anything() -> None:
    with statements() as seen:
        page = open_page("yleiskuva", versio="1")
    assert not page.dataframe
    assert not any("observations.to_version = " in statement for statement in seen)
