"""The meeting's page and links that keep a version, over a store with three publications."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.state import store_of
from data.catalogue import DataSet
from data.finnish import day_in_finland
from data.model import Role
from data.store import Delivery, Store
from tests.builders.app_pages import charts, metrics, spoken, told
from tests.limits import HANG_SECONDS

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
INDICATOR = "kymenlaakso-3.1-lastensuojelun-asiakkaat"
ITEM = f"mittari:Kymenlaakso:{INDICATOR}"
PAGE = {"alue": "Kymenlaakso", "mittari": INDICATOR}


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Version 1 is shipped (12,4 %); version 2 says 11 %, version 3 says 10 %."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("DATABASE_URL", raising=False)
        environment.setenv("SEURANTA_DATA", str(tmp_path_factory.mktemp("meeting")))
        _forget()
        found = store_of(DataSet.REPORTS)
        (current,) = [
            o
            for o in found.observations(regions=["Kymenlaakso"], indicators=[INDICATOR])
            if o.value == 12.4 and o.role is Role.FOLLOW_UP
        ]
        for value in (11.0, 10.0):
            changed = current.model_copy(update={"value": value})
            delivery = Delivery(file_name="oma.csv", content=str(value).encode(), observations=(changed,))
            found.publish([delivery], author="testi", note=f"Korjaus {value}")
        yield found
        _forget()


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


def start(page: str, **query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=HANG_SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    return checked(app.switch_page(f"pages/{page}.py").run())


def checked(app: AppTest) -> AppTest:
    assert not app.exception, app.exception
    return app


def asked(app: AppTest, key: str) -> list[str]:
    value = app.query_params.get(key, [])
    return [value] if isinstance(value, str) else list(value)


def version_badges(app: AppTest) -> list[str]:
    return [shown.value for shown in app.markdown if "Sivu näyttää version" in shown.help]


# As it was


@pytest.mark.parametrize(("version", "value"), [("1", "12,4 %"), ("2", "11 %"), ("3", "10 %")])
def test_a_link_with_a_version_shows_the_numbers_of_that_version(version: str, value: str) -> None:
    app = start("mittari", versio=version, **PAGE)
    assert ("Nyt, kevät 2021", value) in metrics(app)
    assert len(version_badges(app)) == 1
    assert f"Versio {version}, " in version_badges(app)[0]


def test_without_a_version_the_newest_is_shown_and_nothing_is_said() -> None:
    app = start("mittari", **PAGE)
    assert ("Nyt, kevät 2021", "10 %") in metrics(app)
    assert version_badges(app) == []
    assert "versio" not in app.query_params


@pytest.mark.parametrize("page", PAGES)
def test_every_page_at_a_version_says_so_with_a_way_to_the_current_one(page: str) -> None:
    app = start(page, versio="1", tavoite="2")
    assert len(version_badges(app)) == 1
    assert app.query_params["versio"] == ["1"] or app.query_params["versio"] == "1"
    back = [link for link in app.get("page_link") if link.proto.label == "Näytä nykyinen versio"]
    assert len(back) == 1
    query = parse_qs(back[0].proto.query_string)
    assert query["versio"] == ["nykyinen"]
    assert query["tavoite"] == ["2"]


@pytest.mark.parametrize("page", PAGES)
def test_every_other_link_of_a_page_keeps_the_version(page: str) -> None:
    app = start(page, versio="1", kohta=ITEM)
    links = [link.proto for link in app.get("page_link") if link.proto.query_string]
    onward = [link for link in links if "nykyinen" not in link.query_string and "aineisto" not in link.query_string]
    assert all("versio=1" in link.query_string for link in onward)
    assert onward or page in ("lataus", "mittari", "tiedot", "vertailu")


@pytest.mark.parametrize("nonsense", ["0", "4", "-1", "x", "1.0", "²", "<b>", "9" * 400])
def test_a_version_that_does_not_exist_is_told_and_the_newest_is_shown(nonsense: str) -> None:
    app = start("mittari", versio=nonsense, **PAGE)
    assert ("Nyt, kevät 2021", "10 %") in metrics(app)
    assert [one for one in app.warning if "ei ole. Sivu näyttää nykyisen version." in one.value]
    assert "versio" not in app.query_params


def test_a_version_lasts_from_page_to_page_until_one_goes_back() -> None:
    app = start("mittari", versio="1", **PAGE)
    for page in ("vertailu", "yleiskuva"):
        app.switch_page(f"pages/{page}.py")
        app.query_params.clear()
        del app.session_state["framed"]  # AppTest begins each run outside the frame
        checked(app.run())
        assert len(version_badges(app)) == 1
    app.query_params["versio"] = "nykyinen"
    checked(app.run())
    assert version_badges(app) == []
    assert "versio" not in app.query_params


def test_a_version_of_the_real_data_does_not_follow_into_the_example() -> None:
    app = start("yleiskuva", versio="2")
    app.query_params.clear()
    app.query_params["aineisto"] = "esimerkki"
    checked(app.run())
    assert version_badges(app) == []
    assert not [one for one in app.warning if "Versiota" in one.value]


def test_what_was_corrected_later_is_not_known_at_an_earlier_version() -> None:
    assert "Arvoja ei ole korjattu" in told(start("mittari", versio="1", **PAGE))
    rows = start("mittari", versio="2", **PAGE).dataframe[1].value
    assert [spoken(value) for value in rows["Arvo"]] == ["12,4 %"]
    rows = start("mittari", **PAGE).dataframe[1].value
    assert [spoken(value) for value in rows["Arvo"]] == ["12,4 %", "11 %"]


def test_nothing_can_be_published_at_an_earlier_version() -> None:
    app = start("lataus", versio="1")
    assert len(app.file_uploader) == 0
    assert [button.label for button in app.button if "Kumoa" in button.label] == []
    assert "Julkaista voi vain nykyiseen versioon." in told(app)
    assert len(start("lataus").file_uploader) == 1


def test_a_version_is_chosen_by_its_number_and_by_the_day_of_a_meeting(store: Store) -> None:
    app = start("ohjausryhma")
    app.selectbox(key="choose_versio").set_value("2").run()
    assert asked(checked(app), "versio") == ["2"]
    app.selectbox(key="choose_versio").set_value("").run()
    assert asked(checked(app), "versio") == []
    day = day_in_finland(store.publications()[0].created_at)
    app.date_input(key="choose_kokous").set_value(day).run()
    assert asked(checked(app), "versio") == ["3"]  # all were published on that day: the last of it held


# Choosing


def shown_items(app: AppTest) -> list[str]:
    return [
        one.value.partition(" ")[2] for one in app.markdown if one.value.startswith("**") and ".**" in one.value[:8]
    ]


def test_items_are_added_moved_and_removed_and_the_link_tells_them() -> None:
    app = start("ohjausryhma", kohta=[ITEM, "tietovajeet:Keusote"])
    assert len(shown_items(app)) == 2
    app.selectbox(key="uusi_laji").set_value("tavoite").run()
    app.selectbox(key="uusi_tavoite").set_value(3).run()
    app.multiselect(key="uusi_alueet_tavoite").set_value(["Etelä-Karjala"]).run()
    app.button(key="lisaa").click().run()
    assert asked(checked(app), "kohta") == [ITEM, "tietovajeet:Keusote", "tavoite:3:Etelä-Karjala"]
    app.button(key="ylos-2").click().run()
    app.button(key="poista-0").click().run()
    assert asked(checked(app), "kohta") == ["tavoite:3:Etelä-Karjala", "tietovajeet:Keusote"]
    app.button(key="alas-0").click().run()
    assert asked(checked(app), "kohta") == ["tietovajeet:Keusote", "tavoite:3:Etelä-Karjala"]
    assert app.button(key="ylos-0").disabled and app.button(key="alas-1").disabled
    for _ in range(2):
        app.button(key="poista-0").click().run()
    assert asked(checked(app), "kohta") == []
    assert "ei ole vielä kohtia" in told(app)


@pytest.mark.parametrize("kind", ["tavoite", "mittari", "vertailu", "prosessitavoitteet", "tietovajeet", "muutokset"])
def test_an_item_of_each_kind_can_be_added(kind: str) -> None:
    app = start("ohjausryhma")
    app.selectbox(key="uusi_laji").set_value(kind).run()
    app.button(key="lisaa").click().run()
    (item,) = asked(checked(app), "kohta")
    assert item.startswith(f"{kind}:")
    assert "Esitä dia 2" in [link.proto.label for link in app.get("page_link")]


def test_one_can_start_from_a_suggestion() -> None:
    app = start("ohjausryhma")
    app.button(key="ehdotus").click().run()
    kinds = [item.partition(":")[0] for item in asked(checked(app), "kohta")]
    assert kinds == ["prosessitavoitteet", "vertailu", "tietovajeet"]


def test_what_is_not_understood_of_a_link_is_told_and_the_rest_is_shown() -> None:
    app = start("ohjausryhma", kohta=["<b>x</b>:1", ITEM])
    assert "ei tunneta, joten se on jätetty pois" in told(app)
    assert len(shown_items(app)) == 1


def test_an_agenda_is_saved_under_a_name_and_opened_by_its_link() -> None:
    app = start("ohjausryhma", kohta=[ITEM])
    form = app.get("form_submit_button")[0]
    form.click().run()
    assert "Kirjoita esityksen nimi ja tallentajan nimi." in [one.value for one in checked(app).error]
    app.text_input[0].set_value("Kevään *kokous*")
    app.text_input[1].set_value("Hankepäällikkö")
    app.get("form_submit_button")[0].click().run()
    assert not checked(app).error
    (link,) = [one.proto for one in app.get("page_link") if "esitys=kevaan-kokous" in one.proto.query_string]
    theirs = start("ohjausryhma", esitys="kevaan-kokous")
    assert shown_items(theirs) == shown_items(app)
    assert link.label == spoken(link.label) or r"\*" in link.label
    assert "ei ole tallennettu" in told(start("ohjausryhma", esitys="muu"))


# Presenting


def test_a_slide_is_presented_from_the_link_alone_with_its_position() -> None:
    app = start("ohjausryhma", nayta="esitys", dia="2", kohta=[ITEM], versio="1")
    assert len(app.title) == 1
    assert spoken(app.title[0].value).startswith(
        "Lastensuojeluilmoituksesta asiakkuuteen päätyneet lapset, Kymenlaakso"
    )
    assert "**2/2**" in told(app)
    assert "versio 1, " in told(app)
    assert version_badges(app) == [] and not app.multiselect
    assert all("12,4 %" in alt for alt in charts(app))
    assert len(charts(app)) == 2  # one of them shows, by the size of the screen


@pytest.mark.parametrize(
    ("asked_for", "position"), [("", "1/2"), ("0", "1/2"), ("99", "2/2"), ("x", "1/2"), ("²", "1/2")]
)
def test_a_slide_number_outside_the_deck_is_the_nearest_one(asked_for: str, position: str) -> None:
    assert f"**{position}**" in told(start("ohjausryhma", nayta="esitys", dia=asked_for, kohta=[ITEM]))


def test_the_buttons_of_presenting_go_through_the_deck_and_out() -> None:
    app = start("ohjausryhma", nayta="esitys", kohta=[ITEM])
    for button, position in (("seuraava", "2"), ("ensimmainen", "1"), ("viimeinen", "2"), ("edellinen", "1")):
        app.button(key=f"dia-{button}").click().run()
        assert asked(checked(app), "dia") == [position]
    app.button(key="dia-poistu").click().run()
    assert app.title[0].value == "Ohjausryhmä"
    assert asked(app, "kohta") == [ITEM]
    assert asked(app, "nayta") == []


def test_without_items_there_is_nothing_to_present_and_the_version_is_told() -> None:
    for show in ("esitys", "muu"):
        app = start("ohjausryhma", nayta=show, versio="1")
        assert app.title[0].value == "Ohjausryhmä"
        assert len(version_badges(app)) == 1
        assert asked(app, "nayta") == []


def test_the_changes_since_a_meeting_are_presented_as_they_were() -> None:
    def rows(**query: str) -> list[list[str]]:
        app = start("ohjausryhma", nayta="esitys", dia="2", **query)
        return [[spoken(str(cell)) for cell in row] for row in app.table[0].value.to_numpy().tolist()]

    (row,) = rows(kohta="muutokset:1:Kymenlaakso")
    assert row[3:5] == ["12,4 %", "10 %"]
    (row,) = rows(kohta="muutokset:1:Kymenlaakso", versio="2")
    assert row[3:5] == ["12,4 %", "11 %"]


def test_in_the_example_a_slide_says_that_its_numbers_are_invented() -> None:
    query = {"nayta": "esitys", "dia": "2", "kohta": "tietovajeet:Kymenlaakso"}
    assert "keksityt luvut" in told(start("ohjausryhma", aineisto="esimerkki", **query))
    assert "keksityt luvut" not in told(start("ohjausryhma", **query))


# One page


def test_a_region_has_one_page_to_print() -> None:
    app = start("ohjausryhma", nayta="tuloste", alue="Keusote", versio="1")
    assert app.title[0].value == "Keski-Uusimaa (Keusote)"
    assert [header.value for header in app.header] == [
        "Mittarien tila",
        "Tärkeimmät muutokset lähtötilaan",
        "Jumissa tai pudonneet prosessitavoitteet",
        "Mitä puuttuu",
    ]
    assert "Versio 1, " in told(app)
    assert start("ohjausryhma", nayta="tuloste", alue="Atlantis").title[0].value == "Kymenlaakso"
