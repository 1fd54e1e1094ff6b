"""A file is examined once for what has been answered about it, and again only when what it read has changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.upload import checked_file
from data.model import Observation, Role
from data.store import Delivery, Store
from tests.builders import indicator, observation, process_goal, year
from tests.pages.opening import open_page, sound, store_in

HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
KNOWN = HEADING + "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;seuranta;11,0;%\n"
OWN_WORDS = "Asia;Kausi;Lkm\nOmat asiakkaat;4/2026;13\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_in(tmp_path) as store:
        yield store


@pytest.fixture
def examinations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that have been examined, in order; the examination itself is the real one."""
    names: list[str] = []
    examine = checked_file.examine_in_sandbox

    def counting(content: bytes, request: Any, progress: Any) -> Any:
        names.append(request.file_name)
        return examine(content, request, progress)

    monkeypatch.setattr(checked_file, "examine_in_sandbox", counting)
    return names


def uploaded(name: str, text: str) -> AppTest:
    app = open_page("lataus")
    return sound(app.file_uploader[0].upload(name, text.encode()).run())


def publish(store: Store, *observations: Observation, **more: Any) -> int:
    delivery = Delivery(file_name="toinen.csv", content=str(store.version).encode(), observations=observations, **more)
    return store.publish([delivery], author="toinen")


def elsewhere(value: float) -> Observation:
    known = {"region": "Keski-Uusimaa", "indicator": "keusote-oma-hoitovastaava"}
    return observation(value, role=Role.FOLLOW_UP, period=year(2030), **known)


def same_region(value: float) -> Observation:
    return observation(value, role=Role.FOLLOW_UP, period=year(2030), indicator="kymenlaakso-8.1-tyontekijoiden-enps")


@pytest.mark.parametrize("text", [KNOWN, OWN_WORDS, "ei mitään\n", HEADING])
def test_a_file_is_examined_once_whatever_is_pressed(store: Store, examinations: list[str], text: str) -> None:
    app = uploaded("oma.csv", text)
    for _ in range(3):
        sound(app.run())
    if app.text_input:
        sound(app.text_input[0].set_value("Hankepäällikkö").run())
    assert examinations == ["oma.csv"]


def test_answers_are_a_new_examination_and_their_form_is_not(store: Store, examinations: list[str]) -> None:
    app = uploaded("oma.csv", OWN_WORDS)
    sound(app.selectbox(key="upload_region").set_value("Kymenlaakso").run())
    assert len(examinations) == 2  # of another region
    app.selectbox(key="answer-sarake-Asia").set_value("mittari")
    app.selectbox(key="answer-sarake-Lkm").set_value("arvo")
    sound(app.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run())
    sound(app.run())
    assert len(examinations) == 3
    app.selectbox(key="answer-mittari-Omat asiakkaat").set_value("uusi mittari")
    sound(app.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run())
    assert len(examinations) == 3  # it will be an indicator once its card has been filled
    app.text_input(key="new-unit-Omat asiakkaat").set_value("hlö")
    sound(app.button(key="FormSubmitter:new-Omat asiakkaat-Luo mittari").click().run())
    sound(app.run())
    assert len(examinations) == 4
    sound(app.button(key="forget-sarake-Lkm").click().run())
    assert len(examinations) == 5
    assert app.selectbox(key="answer-sarake-Lkm")


def test_another_region_publishes_and_the_preview_stays(store: Store, examinations: list[str]) -> None:
    app = uploaded("oma.csv", KNOWN)
    publish(store, elsewhere(5.0))
    sound(app.run())
    more = {"indicators": (indicator("keusote-uusi", region="Keski-Uusimaa"),)}
    publish(store, elsewhere(6.0), process_goals=(process_goal(region="Keski-Uusimaa"),), **more)
    sound(app.run())
    store.undo(store.version, author="toinen")
    sound(app.run())
    assert examinations == ["oma.csv"]
    app.text_input[0].set_value("Hankepäällikkö")
    app.text_area[0].set_value("Korjattu luku")
    sound(app.button(key="FormSubmitter:publish-Julkaise").click().run())
    assert "Julkaistu versiona 5." in [box.value for box in app.success]


@pytest.mark.parametrize(
    "what",
    [
        {"observations": (same_region(5.0),)},
        {"process_goals": (process_goal(id="kymenlaakso-uusi"),)},
        {"indicators": (indicator("kymenlaakso-uusi"),)},
        {"indicators": (indicator("kansallinen-uusi", region=""),)},
    ],
)
def test_the_same_region_publishes_and_the_file_is_examined_again(
    store: Store, examinations: list[str], what: dict[str, Any]
) -> None:
    app = uploaded("oma.csv", KNOWN)
    observations = what.get("observations", (elsewhere(5.0),))
    publish(store, *observations, **{name: value for name, value in what.items() if name != "observations"})
    sound(app.run())
    sound(app.run())
    assert len(examinations) == 2
    store.undo(store.version, author="toinen")
    sound(app.run())
    assert len(examinations) == 3


def test_an_explained_template_is_understood_by_the_next_file_of_it(store: Store, examinations: list[str]) -> None:
    app, other = uploaded("oma.csv", OWN_WORDS), uploaded("toinen.csv", OWN_WORDS.replace("13", "14"))
    for box, meaning in (("Asia", "mittari"), ("Lkm", "arvo")):
        other.selectbox(key=f"answer-sarake-{box}").set_value(meaning)
    other.selectbox(key="upload_region").set_value("Kymenlaakso")
    sound(other.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run())
    other.selectbox(key="answer-mittari-Omat asiakkaat").set_value("kymenlaakso-8.1-tyontekijoiden-enps")
    sound(other.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run())
    other.text_input[0].set_value("Hankepäällikkö")
    for area in other.text_area:
        area.set_value("selitys")
    sound(other.button(key="FormSubmitter:publish-Julkaise").click().run())
    assert store.version == 2

    examinations.clear()
    sound(app.run())
    assert examinations == ["oma.csv"]
    assert "answer-sarake-Asia" not in [box.key for box in app.selectbox]


def test_another_file_and_another_name_are_examined(store: Store, examinations: list[str]) -> None:
    app = uploaded("oma.csv", KNOWN)
    sound(app.file_uploader[0].upload("oma.csv", KNOWN.replace("11,0", "12,0").encode()).run())
    sound(app.file_uploader[0].upload("uusi.csv", KNOWN.replace("11,0", "12,0").encode()).run())
    assert examinations == ["oma.csv", "oma.csv", "uusi.csv"]
