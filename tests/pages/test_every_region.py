"""Every page with data of all 23 regions."""

from collections.abc import Iterator

import pytest

from components.process_goals.view_choice import VIEWS
from data.catalogue import load_catalogue
from data.model import Observation, ProcessGoal, ProcessStatus, Role
from data.store import Delivery, Store
from data.views.agenda import MAX_REGIONS
from tests.builders import indicator, observation, process_goal, year
from tests.pages.opening import PAGES, open_page, sound, store_in

REGIONS = [region.name for region in load_catalogue().regions]
NAMES = ",".join(load_catalogue().familiar(region) for region in REGIONS[:MAX_REGIONS])
ITEMS = (
    f"tavoite:1:{NAMES}",
    f"vertailu:kaikki:{NAMES}",
    f"prosessitavoitteet:kaikki:{NAMES}",
    f"tietovajeet:{NAMES}",
    f"muutokset:1:{NAMES}",
)


def own_indicator(region: str) -> str:
    return f"oma-{REGIONS.index(region)}"


def own_observations(region: str) -> tuple[Observation, ...]:
    known = {"region": region, "indicator": own_indicator(region)}
    return (
        observation(40.0, **known),
        observation(30.0, role=Role.FOLLOW_UP, period=year(2021), **known),
        observation(20.0, role=Role.TARGET, period=year(2022), **known),
    )


def own_goal(region: str) -> ProcessGoal:
    status = list(ProcessStatus)[REGIONS.index(region) % len(ProcessStatus)]
    return process_goal(status, region=region, id=f"oma-pt-{REGIONS.index(region)}", continues="linjaorganisaatio")


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each region has an indicator with numbers and a process goal of its own."""
    with store_in(tmp_path_factory.mktemp("regions")) as store:
        delivery = Delivery(
            file_name="kaikki.csv",
            content=b"kaikki",
            indicators=tuple(indicator(own_indicator(region), region=region) for region in REGIONS),
            observations=tuple(entry for region in REGIONS for entry in own_observations(region)),
            process_goals=tuple(map(own_goal, REGIONS)),
        )
        store.publish([delivery], author="testi")
        yield store


def test_there_are_twenty_three() -> None:
    assert len(REGIONS) == len(set(REGIONS)) == 23


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens(page: str) -> None:
    assert len(open_page(page).title) == 1


@pytest.mark.parametrize("page", ["tiedot", "prosessitavoitteet"])
def test_a_page_of_all_regions_starts_from_all_and_is_narrowed(page: str) -> None:
    app = open_page(page)
    assert sorted(app.multiselect(key="choose_alue").value) == sorted(REGIONS)
    assert "alue" not in app.query_params
    sound(app.multiselect(key="choose_alue").set_value(REGIONS[:7]).run())
    assert len(app.query_params["alue"]) == 7
    assert open_page(page, alue=REGIONS).multiselect(key="choose_alue").value == REGIONS


def test_the_choice_of_many_regions_is_no_obstacle_on_the_page_that_compares_five() -> None:
    app = open_page("tiedot", alue=REGIONS)
    app.query_params.clear()
    sound(app.switch_page("pages/vertailu.py").run())
    assert app.multiselect(key="choose_alue").value == REGIONS[:5]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_process_goals_opens(view: str) -> None:
    open_page("prosessitavoitteet", nakyma=view)
    open_page("prosessitavoitteet", nakyma=view, rivit="tyopaketti", alue=REGIONS)


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_has_its_own_goals_indicators_and_page_to_print(region: str) -> None:
    opened = open_page("mittari", alue=region, mittari=own_indicator(region))
    assert opened.selectbox(key="choose_mittari").value == own_indicator(region)
    open_page("mittari", alue=region)
    open_page("hyotytavoitteet", alue=region)
    printed = open_page("ohjausryhma", nayta="tuloste", alue=region)
    assert printed.title[0].value == load_catalogue().label(region)


def test_a_meeting_is_put_together_and_presented() -> None:
    app = open_page("ohjausryhma", kohta=list(ITEMS))
    for kind in ("tavoite", "mittari", "vertailu", "prosessitavoitteet", "tietovajeet", "muutokset"):
        sound(app.selectbox(key="uusi_laji").set_value(kind).run())
    dia = [link.proto.label for link in app.get("page_link") if link.proto.label.startswith("Esitä dia")]
    assert len(dia) >= len(ITEMS)
    for slide in range(1, len(dia) + 2):
        open_page("ohjausryhma", kohta=list(ITEMS), nayta="esitys", dia=str(slide))


def test_a_file_that_tells_of_every_region_is_previewed() -> None:
    rows = [f"{region};{own_indicator(region)};2022;seuranta;25;%" for region in REGIONS]
    file = "\n".join(["Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö", *rows, ""])
    app = open_page("lataus")
    sound(app.file_uploader[0].upload("kaikki.csv", file.encode()).run())
    assert {metric.label: str(metric.value) for metric in app.metric}["Uusia"] == str(len(REGIONS))
