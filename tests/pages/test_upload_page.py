"""The upload page: from a wrong file through mending to publishing, and undone again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import session

APP = Path(__file__).parents[2] / "app.py"
HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
ROW = "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;seuranta;{};%\n"

Uploaded = Callable[[str, str], AppTest]


@pytest.fixture
def uploaded(tmp_path: Path) -> Iterator[Uploaded]:
    """The page after a file has been chosen, over a store that only this test uses."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("DATABASE_URL", raising=False)
        environment.setenv("SEURANTA_DATA", str(tmp_path))
        st.cache_resource.clear()
        st.cache_data.clear()

        def uploaded(name: str, text: str) -> AppTest:
            app = AppTest.from_file(APP, default_timeout=60)
            app.switch_page("pages/lataus.py").run()
            app.file_uploader[0].upload(name, text.encode()).run()
            assert not app.exception
            return app

        yield uploaded
        st.cache_resource.clear()
        st.cache_data.clear()


def told(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.error, *app.warning, *app.info, *app.success, *app.markdown])


def counts(app: AppTest) -> dict[str, str]:
    return {metric.label: str(metric.value) for metric in app.metric}


def test_a_wrong_file_is_refused_with_place_and_mend_and_nothing_is_stored(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("kaksitoista komma neljä"))
    assert "kaksitoista komma neljä" in told(app)
    assert "2" in app.error[0].value
    assert "Korjaa esteet tiedostoon" in told(app)
    assert not app.get("form_submit_button")
    assert session._store(False).version == 1


def test_what_cannot_be_read_says_so(uploaded: Uploaded) -> None:
    app = uploaded("oma.xlsx", "tämä ei ole työkirja")
    assert app.error
    assert session._store(False).version == 1


def test_a_mended_file_is_previewed_published_and_undone(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("11,0"))
    assert counts(app)["Muuttuvia"] == "1"
    assert app.dataframe[0].value[["Ennen", "Nyt"]].to_numpy().tolist() == [["12,4\xa0%", "11\xa0%"]]
    assert session._store(False).version == 1

    app.form_submit_button[0].click().run()
    assert "Kirjoita julkaisijan nimi." in told(app)
    app.text_input[0].set_value("Hankepäällikkö")
    app.text_area[0].set_value("Korjattu luku")
    app.form_submit_button[0].click().run()
    assert not app.exception
    assert "Julkaistu versiona 2." in told(app)
    assert session._store(False).version == 2

    app.run()
    assert "on jo ladattu" in told(app)
    app.button(key="undo-2").click().run()
    assert "Versio 2 on kumottu." in told(app)
    store = session._store(False)
    assert store.version == 3
    assert store.observations() == store.observations(version=1)


def test_text_from_a_file_is_never_markup(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.replace("{}", "[linkki](https://example.org) <b>lihava</b>"))
    message = app.error[0].value
    assert r"\[linkki\](https" in message
    assert "https://" not in message
    assert r"\<b\>lihava" in message
