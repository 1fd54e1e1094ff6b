"""The upload page: from a wrong file through mending to publishing, and undone again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.state import store_of
from data.catalogue import DataSet
from data.store import Delivery
from tests.builders import shipped
from tests.limits import HANG_SECONDS

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
            app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
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
    assert store_of(DataSet.REPORTS).version == 1


def test_what_cannot_be_read_says_so(uploaded: Uploaded) -> None:
    app = uploaded("oma.xlsx", "tämä ei ole työkirja")
    assert app.error
    assert store_of(DataSet.REPORTS).version == 1


def test_a_mended_file_is_previewed_published_and_undone(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("11,0"))
    assert counts(app)["Muuttuvia"] == "1"
    assert app.dataframe[0].value[["Ennen", "Nyt"]].to_numpy().tolist() == [["12,4\xa0%", "11\xa0%"]]
    assert store_of(DataSet.REPORTS).version == 1

    app.form_submit_button[0].click().run()
    assert "Kirjoita julkaisijan nimi." in told(app)
    app.text_input[0].set_value("Hankepäällikkö")
    app.text_area[0].set_value("Korjattu luku")
    app.form_submit_button[0].click().run()
    assert not app.exception
    assert "Julkaistu versiona 2." in told(app)
    assert store_of(DataSet.REPORTS).version == 2

    app.file_uploader[0].upload("oma.csv", (HEADING + ROW.format("11,0")).encode()).run()
    assert "on jo ladattu" in told(app)
    app.button(key="undo-2").click().run()
    assert "Versio 2 on kumottu." in told(app)
    store = store_of(DataSet.REPORTS)
    assert store.version == 3
    assert store.observations() == store.observations(version=1)


def test_text_from_a_file_is_never_markup(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.replace("{}", "[linkki](https://example.org) <b>lihava</b>"))
    message = app.error[0].value
    assert r"\[linkki\](https" in message
    assert "https://" not in message
    assert r"\<b\>lihava" in message


OWN = "Asia;Kausi;Lkm\nOmat asiakkaat;4/2026;13\n"


def test_own_words_are_explained_a_new_indicator_is_made_and_both_are_remembered(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", OWN)
    app.selectbox(key="upload_region").set_value("Kymenlaakso").run()
    assert "Vastaa yllä oleviin kysymyksiin" in told(app)
    app.selectbox(key="answer-sarake-Asia").set_value("mittari")
    app.selectbox(key="answer-sarake-Lkm").set_value("arvo")
    app.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run()
    assert [box.key for box in app.selectbox if "answer-" in str(box.key)] == ["answer-mittari-Omat asiakkaat"]

    app.selectbox(key="answer-mittari-Omat asiakkaat").set_value("uusi mittari")
    app.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run()
    app.text_input(key="new-unit-Omat asiakkaat").set_value("hlö")
    app.button(key="FormSubmitter:new-Omat asiakkaat-Luo mittari").click().run()
    assert not app.exception
    assert counts(app)["Uusia"] == "1"

    app.text_input[0].set_value("Hankepäällikkö")
    app.button(key="FormSubmitter:publish-Julkaise").click().run()
    assert "Julkaistu versiona 2." in told(app)
    store = store_of(DataSet.REPORTS)
    (indicator,) = store.indicators()
    assert (indicator.name, indicator.unit, indicator.region) == ("Omat asiakkaat", "hlö", "Kymenlaakso")
    (observation,) = store.observations(indicators=[indicator.id])
    assert (observation.value, observation.unit) == (13.0, "hlö")

    app.file_uploader[0].upload("toukokuu.csv", OWN.replace("4/2026;13", "5/2026;14").encode()).run()
    assert not app.exception
    assert counts(app)["Uusia"] == "1"
    assert [box.key for box in app.selectbox if "answer-" in str(box.key)] == []


def test_a_missing_value_stays_unless_it_is_ticked(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("11,0"))
    assert int(counts(app)["Ei tiedostossa"]) > 0
    before = store_of(DataSet.REPORTS).observations()
    app.text_input[0].set_value("Hankepäällikkö")
    app.text_area[0].set_value("Korjattu luku")
    app.form_submit_button[0].click().run()
    assert len(store_of(DataSet.REPORTS).observations()) == len(before)


def test_any_version_can_be_undone_unless_a_later_one_stands_on_it(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("11,0"))
    store = store_of(DataSet.REPORTS)
    first = next(o for o in store.observations() if o.value == 12.4)
    for value in (2.0, 3.0):
        changed = first.model_copy(update={"value": value})
        store.publish([Delivery(file_name=f"{value}.csv", content=b"", observations=(changed,))], author="toinen")
    app.run()
    app.button(key="undo-2").click().run()
    assert "Kumoa ensin versio 3" in told(app)
    assert store.version == 3
    app.button(key="undo-3").click().run()
    app.button(key="undo-2").click().run()
    assert store.version == 5
    assert store.observations() == store.observations(version=1)


def test_a_process_goal_is_edited_on_the_page(uploaded: Uploaded) -> None:
    app = uploaded("oma.csv", HEADING + ROW.format("11,0"))
    app.segmented_control(key="upload_source").set_value("Prosessitavoitteet sivulla").run()
    app.selectbox(key="goals_region").set_value("Kymenlaakso").run()
    assert not app.exception
    assert "Tarkista muutokset" in [button.label for button in app.button]


def test_a_changed_group_is_seen_as_bars_before_and_after(uploaded: Uploaded) -> None:
    (old,) = [o for o in shipped.of("Kymenlaakso") if o.group and o.value == 166.0]
    period = (old.period.label, old.period.start or "", old.period.end or "")
    cells = (old.region, old.indicator, old.group, *period, old.role, "170", old.unit)
    heading = "Alue;Mittari;Ryhmä;Jakso;Alku;Loppu;Rooli;Arvo;Yksikkö\n"
    app = uploaded("oma.csv", heading + ";".join(map(str, cells)) + "\n")
    assert counts(app)["Muuttuvia"] == "1"
    assert len(app.get("plotly_chart")) == 2
