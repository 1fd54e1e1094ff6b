"""Each page over the shipped data, opened through app.py: what it says, what its filters do, what a link gives."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import load_catalogue
from data.model import Role
from tests.builders import shipped
from tests.builders.app_pages import charts, link, metrics, spoken, told
from tests.pages.conftest import OpenPage

TITLES = {
    "yleiskuva": "Tulevaisuuden sosiaali- ja terveyskeskus: seuranta",
    "hyotytavoitteet": "Hyötytavoitteet",
    "mittari": "Erikoissairaanhoidon osuus terveyspalvelujen kustannuksista, Kymenlaakso",
    "vertailu": "Vertailu",
    "ohjausryhma": "Ohjausryhmä",
    "prosessitavoitteet": "Prosessitavoitteet",
    "tiedot": "Tiedot",
}
ENGLISH = re.compile(
    r"\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sep(tember)?|Oct(ober)?|Nov(ember)?"
    r"|Dec(ember)?|None|nan|NaT|True|False|Browse files|Choose an option)\b"
)


def goal(page: AppTest) -> Any:
    return page.segmented_control(key="choose_tavoite")


def regions(page: AppTest) -> Any:
    return page.multiselect(key="choose_alue")


def region(page: AppTest) -> Any:
    return page.selectbox(key="choose_alue")


@pytest.mark.parametrize("page", TITLES)
def test_a_page_opens_with_its_title_in_the_frame_of_the_app(opened: OpenPage, page: str) -> None:
    found = opened(page)
    assert [spoken(title.value) for title in found.title] == [TITLES[page]]
    assert any("lang = 'fi'" in element.value for element in found.html)  # drawn by app.py, not by the page


@pytest.mark.parametrize("page", TITLES)
def test_a_page_has_no_english_and_nothing_empty_in_its_place(opened: OpenPage, page: str) -> None:
    text = told(opened(page))
    assert ENGLISH.findall(text) == []
    assert "()" not in text
    assert "****" not in text


@pytest.mark.parametrize("page", TITLES)
def test_every_chart_has_its_sentence(opened: OpenPage, page: str) -> None:
    assert all(text.endswith(".") for text in charts(opened(page)))


@pytest.mark.parametrize("page", TITLES)
def test_nonsense_in_a_link_does_no_harm(opened: OpenPage, page: str) -> None:
    plain = told(opened(page))
    nonsense = {"alue": ["Atlantis", "<b>x</b>"], "tavoite": "9", "mittari": "ei-ole", "muu": "1"}
    nonsense |= {"nakyma": "x", "rajaus": "<b>", "teema": "9", "tyopaketti": "tp-99"}
    assert told(opened(page, **nonsense)) == plain
    assert told(opened(page, alue="", tavoite="", mittari="")) == plain


# Yleiskuva


def test_the_front_page_counts_what_there_is(opened: OpenPage) -> None:
    found = dict(metrics(opened("yleiskuva")))
    numbers = sum(one.is_numeric for one in shipped.observations())
    goals = {(goal.region, goal.id) for goal in shipped.process_goals()}
    assert found["Alueita"] == "5"
    assert found["Mittareita"] == str(len(load_catalogue().indicators))
    assert found["Lukuja lähteineen"] == str(numbers)
    assert found["Prosessitavoitteita"] == str(len(goals))


def test_every_cell_of_the_front_page_links_to_its_goal_and_region(opened: OpenPage) -> None:
    links = [one.proto for one in opened("yleiskuva").page_link]
    found = {one.query_string for one in links if one.page == "hyotytavoitteet"}
    assert {"tavoite=2&alue=Etel%C3%A4-Karjala", "tavoite=1&alue=Keusote", "tavoite=5&alue=Kymenlaakso"} <= found


def test_the_front_page_tells_the_statuses_of_process_goals(opened: OpenPage) -> None:
    (alt,) = charts(opened("yleiskuva"))
    assert "Kymenlaakso: ei arvioitu 22." in alt
    assert "Keski-Uusimaa (Keusote): toteutunut 30" in alt


def test_a_cell_counts_what_the_goals_page_behind_it_counts(opened: OpenPage) -> None:
    cells = {one.proto.query_string: one.proto.label for one in opened("yleiskuva").page_link}
    assert spoken(cells["tavoite=1&alue=Kymenlaakso"]) == "**Lukuja 2/6**"
    assert "2 tulosmittaria, joilla on luku" in told(opened("hyotytavoitteet", tavoite="1", alue="Kymenlaakso"))


# Hyötytavoitteet


def test_a_goal_of_a_region_shows_its_numbers_with_their_periods(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="2", alue="Kymenlaakso")
    text = told(page)
    assert "2 Painopiste raskaista palveluista ehkäisevään ja ennakoivaan työhön" in text
    assert "**12,4** :small[:gray[%]]" in text
    assert "kevät 2021, −9,6 %-yksikköä" in text
    assert "22 → 12,4 %" in text
    assert any("lähtötila 22 % (loppuvuosi 2019)" in alt for alt in charts(page))


def test_every_row_leads_to_its_indicator_and_its_status_opens_how_it_was_reached(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="2", alue="Kymenlaakso")
    queries = [element.proto.query_string for element in page.page_link if element.proto.page == "mittari"]
    rows = [popover for popover in page.get("popover") if popover.proto.popover.label]
    assert len(queries) == len(rows) == len(charts(page)) >= 1
    assert all("alue=Kymenlaakso&mittari=kymenlaakso-" in query for query in queries)
    assert told(page).count("Näin tila laskettiin") >= len(rows)
    assert "Lähtötila: 22 % (loppuvuosi 2019)" in told(page).replace(":gray[Lähtötila:]", "Lähtötila:")


def test_all_goals_of_a_region_stand_on_one_page_the_most_worrying_first_or_by_goal(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", alue="Kymenlaakso")
    text = told(page)
    assert "Kaikki hyötytavoitteet, Kymenlaakso" in text
    page.segmented_control(key="choose_jarjestys").set_value("tavoite").run()
    assert not page.exception
    goals = [int(number) for number in re.findall(r":small\[:gray\[(\d) [^\]]+ ·\]", told(page))]
    assert goals == sorted(goals) and len(set(goals)) > 1
    assert link(page)["jarjestys"] == "tavoite"


def test_the_municipalities_of_keusote_are_shown_side_by_side(opened: OpenPage) -> None:
    page = opened("mittari", mittari="keusote-oma-hoitovastaava", alue="Keusote")
    (alt,) = [alt for alt in charts(page) if "Hyvinkää 40 %" in alt]
    for municipality in ("Järvenpää 38 %", "Mäntsälä 41 %", "Nurmijärvi 32 %", "Pornainen 40 %", "Tuusula 64 %"):
        assert municipality in alt


def test_what_has_no_numbers_stands_in_one_table_at_the_end(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="1", alue="Kymenlaakso")
    assert "Ilman lukuja: 4 mittaria" in told(page)  # of one of them there is a target alone
    rows = page.table[-1].value
    assert list(rows.columns) == ["Mittari", "Tieto", "Lähde"]
    assert all("](mittari?alue=Kymenlaakso&mittari=" in name for name in rows["Mittari"])


def test_the_national_comparison_is_told_beside_the_region(opened: OpenPage) -> None:
    page = opened("mittari", alue="Kymenlaakso", mittari="kymenlaakso-1.1-kiireelliset-sijoitukset")
    assert "vertailu, koko maa: 0,44 % (2019)" in told(page)


def test_choosing_another_goal_or_region_changes_what_is_shown(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="1", alue="Kymenlaakso")
    first = told(page)
    goal(page).set_value(3).run()
    assert not page.exception
    second = told(page)
    assert "3 Palvelujen laatu ja vaikuttavuus" in second
    region(page).set_value("Keski-Suomi").run()
    assert not page.exception
    third = told(page)
    assert "Kymenlaakso" not in third
    assert len({first, second, third}) == 3


# Vertailu


def test_four_regions_stand_side_by_side_with_the_reason_why_they_do_not_compare(opened: OpenPage) -> None:
    page = opened("vertailu")
    (table,) = page.table
    assert list(table.value.columns) == ["Aihe", "Kymenlaakso", "Keusote", "Etelä-Karjala", "Päijät-Häme"]
    text = told(page)
    assert "Alueet mittaavat eri palveluja, eri aikayksiköin ja eri ajankohtina." in text
    assert "Lähtötilasta seurattu: 6 mittaria" in text
    (alt,) = charts(page)
    assert "Lastensuojeluilmoituksesta asiakkuuteen päätyneet lapset, Kymenlaakso: 12,4 % (kevät 2021)" in alt


def test_what_does_compare_with_the_country_has_its_number_beside_it(opened: OpenPage) -> None:
    text = told(opened("vertailu"))
    assert "Kiireellisesti sijoitettujen lasten osuus :gray[· lähtötila 2019 · koko maa 0,44 % (2019)]" in text


def test_every_number_of_the_table_leads_to_the_indicator_of_its_region(opened: OpenPage) -> None:
    (table,) = opened("vertailu").table
    for region, column in zip(("Kymenlaakso", "Keski-Uusimaa"), ("Kymenlaakso", "Keusote"), strict=True):
        for cell in table.value[column]:
            links = re.findall(r"\]\(mittari\?alue=([^&]+)&mittari=([^)&]+)\)", cell)
            assert links or cell == ":gray[ei mittaria]"
            assert all(known == region for known, _ in links)
            assert all(load_catalogue().indicator(identity) for _, identity in links)


def test_the_example_has_a_row_of_four_regions_for_each_indicator(opened: OpenPage) -> None:
    page = opened("vertailu", aineisto="esimerkki")
    rows = charts(page)
    assert len(rows) == len(page.header) == len([one for one in page.button if one.label == "Suurenna"]) == 6
    assert all(all(region in alt for region in ("Kymenlaakso", "Keusote", "Etelä-Karjala")) for alt in rows)
    text = told(page)
    assert "%, suurempi on parempi." in text and "Sama asteikko." in text
    assert "Oma asteikko: eri mittari." in text


def test_a_row_is_enlarged_by_its_button_and_by_its_address(opened: OpenPage) -> None:
    page = opened("vertailu", aineisto="esimerkki")
    page.button(key="suurenna-esimerkki-hoitoonpaasy").click().run()
    assert link(page)["suurenna"] in ("esimerkki-hoitoonpaasy", ["esimerkki-hoitoonpaasy"])
    for enlarged in (page, opened("vertailu", aineisto="esimerkki", suurenna="esimerkki-hoitoonpaasy")):
        (table,) = enlarged.table
        assert [re.sub(r"\[(.*)\].*", r"\1", cell) for cell in table.value["Alue"]] == [
            "Kymenlaakso",
            "Keusote",
            "Etelä-Karjala",
            "Päijät-Häme",
        ]
        assert len(charts(enlarged)) == 7
    assert not opened("vertailu", aineisto="esimerkki", suurenna="muu").table


@pytest.mark.parametrize("mode", ["arvo", "muutos", "matka", "muu"])
def test_the_axis_is_chosen_for_all_rows(opened: OpenPage, mode: str) -> None:
    page = opened("vertailu", aineisto="esimerkki", akseli=mode, suurenna="esimerkki-hoitoonpaasy")
    assert len(charts(page)) == 7
    assert ("kunkin oma matka" in told(page)) is (mode == "matka")


def test_the_filters_of_the_comparison_change_what_is_shown(opened: OpenPage) -> None:
    page = opened("vertailu")
    whole = told(page)
    goal(page).set_value(1).run()
    assert not page.exception
    of_goal = told(page)
    regions(page).set_value(["Keski-Suomi", "Etelä-Karjala"]).run()
    assert not page.exception
    of_two = told(page)
    assert list(page.table[0].value.columns) == ["Aihe", "Keski-Suomi", "Etelä-Karjala"]
    assert len({whole, of_goal, of_two}) == 3


# Mittari


def test_an_indicator_has_its_card_its_observations_and_their_lines(opened: OpenPage) -> None:
    page = opened("mittari", alue="Kymenlaakso", mittari="kymenlaakso-3.1-lastensuojelun-asiakkaat")
    text = told(page)
    assert ("Nyt, kevät 2021", "12,4 %") in metrics(page)
    assert "Määritelmä:" in text
    table = page.dataframe[0].value
    expected = [one for one in shipped.of("Kymenlaakso") if one.indicator == "kymenlaakso-3.1-lastensuojelun-asiakkaat"]
    assert len(table) == len(expected)
    assert {"462"} <= {str(line) for line in table["Rivi"]}


def test_a_dash_and_an_empty_cell_of_the_report_are_told_apart(opened: OpenPage) -> None:
    page = opened("mittari", alue="Kymenlaakso", mittari="kymenlaakso-1.3-paivystyksen-suurkuluttajat")
    values = dict(zip(page.dataframe[0].value["Jakso"], page.dataframe[0].value["Arvo"], strict=True))
    assert values["kevät 2021"] == "ei mitattu"
    assert values["syksy 2022"] == "ei vielä"


def test_choosing_another_indicator_changes_the_page(opened: OpenPage) -> None:
    page = opened("mittari", alue="Kymenlaakso", mittari="kymenlaakso-3.1-lastensuojelun-asiakkaat")
    before = told(page)
    page.selectbox(key="choose_mittari").set_value("kymenlaakso-8.1-tyontekijoiden-enps").run()
    assert not page.exception
    assert told(page) != before
    assert "−45 … −30 pistettä" in told(page)
    assert link(page)["mittari"] == "kymenlaakso-8.1-tyontekijoiden-enps"


@pytest.mark.parametrize("indicator", [one.id for one in load_catalogue().indicators][::17])
def test_any_indicator_opens(opened: OpenPage, indicator: str) -> None:
    known = load_catalogue().indicator(indicator)
    assert known is not None
    assert known.name in told(opened("mittari", alue=known.region, mittari=indicator))


# Tiedot


def test_every_fact_is_in_the_tables_down_to_its_line(opened: OpenPage) -> None:
    page = opened("tiedot")
    facts, goals = (frame.value for frame in page.dataframe[:2])
    assert len(facts) == len(shipped.observations())
    assert len(goals) == len(shipped.process_goals())
    (row,) = facts[(facts["Lähteessä"] == "12,4 %") & (facts["Rivi"] == "462")].to_dict("records")
    assert (row["Alue"], spoken(row["Arvo"]), row["Jakso"]) == ("Kymenlaakso", "12,4 %", "kevät 2021")
    assert (facts["Rivi"] != "").all()


def test_the_tables_narrow_to_the_chosen_regions(opened: OpenPage) -> None:
    page = opened("tiedot")
    regions(page).set_value(["Päijät-Häme"]).run()
    assert not page.exception
    facts, goals = (frame.value for frame in page.dataframe[:2])
    assert set(facts["Alue"]) == set(goals["Alue"]) == {"Päijät-Häme"}
    assert len(facts) == len(shipped.of("Päijät-Häme"))


def test_every_conflict_is_shown_with_all_its_places(opened: OpenPage) -> None:
    text = told(opened("tiedot"))
    assert "**Digimentorit, Etelä-Karjala**" in text
    assert "- yli 70 hlö, 4–9/2022" in text
    assert "- noin 80 hlö, 4–9/2022" in text
    places = [one for one in (*shipped.observations(), *shipped.process_goals()) if one.conflict]
    assert [one.place.line for one in places if f"rivi {one.place.line}" not in text] == []


def test_sources_tell_how_much_was_read_from_them(opened: OpenPage) -> None:
    text = told(opened("tiedot"))
    for source in load_catalogue().sources:
        numbers = sum(one.is_numeric for one in shipped.of(source.region))
        assert source.title in text
        assert re.search(rf"\b{numbers} lukua", text), source.title


def test_the_data_can_be_taken_along(opened: OpenPage) -> None:
    labels = [button.label for button in opened("tiedot").get("download_button")]
    assert "Lataa tiedot CSV-tiedostona" in labels


# Links


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("hyotytavoitteet", {"tavoite": "4", "alue": ["Keusote", "Päijät-Häme"]}),
        ("vertailu", {"tavoite": "2", "alue": ["Etelä-Karjala", "Kymenlaakso", "Keski-Suomi"]}),
        ("tiedot", {"alue": ["Keusote"]}),
        ("mittari", {"alue": "Etelä-Karjala", "mittari": "etela-karjala-digimentorit"}),
    ],
)
def test_the_address_of_a_page_gives_the_same_view_to_another_reader(
    opened: OpenPage, page: str, query: dict[str, Any]
) -> None:
    mine = opened(page, **query)
    theirs = opened(page, **link(mine))
    assert link(theirs) == link(mine)
    assert told(theirs) == told(mine)
    assert told(mine) != told(opened(page))


def test_a_choice_made_by_hand_and_its_link_show_the_same(opened: OpenPage) -> None:
    mine = opened("hyotytavoitteet")
    goal(mine).set_value(2).run()
    region(mine).set_value("Keski-Uusimaa").run()
    assert link(mine) == {"tavoite": "2", "alue": "Keusote"}
    assert told(opened("hyotytavoitteet", **link(mine))) == told(mine)


def test_the_region_goes_along_from_page_to_page(opened: OpenPage) -> None:
    page = opened("hyotytavoitteet", tavoite="3", alue="Etelä-Karjala")
    for other in ("vertailu", "tiedot", "hyotytavoitteet"):
        page.query_params.clear()
        page.switch_page(f"pages/{other}.py").run()
        assert not page.exception
    assert link(page)["alue"] == "Etelä-Karjala"


def test_every_role_of_the_data_is_on_some_page(opened: OpenPage) -> None:
    roles = {one.role for one in shipped.observations()}
    assert roles == set(Role)
    assert set(opened("tiedot").dataframe[0].value["Rooli"]) == {role.value for role in roles}
