"""A manager's journey through the real app in a real browser, and what holds on every page for every reader."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.reading import ENGLISH, expect_heading, text
from tests.e2e.server import running_app
from tests.e2e.waiting import settle, visit

PAGES = {
    "/": "Tulevaisuuden sosiaali- ja terveyskeskus: seuranta",
    "/hyotytavoitteet": "Hyötytavoitteet",
    "/lataus": "Lataus",
    "/mittari": "Erikoissairaanhoidon osuus terveyspalvelujen kustannuksista, Kymenlaakso",
    "/vertailu": "Vertailu",
    "/ohjausryhma": "Ohjausryhmä",
    "/prosessitavoitteet": "Prosessitavoitteet",
    "/tiedot": "Tiedot",
}
# Pages with charts over time, bars by municipality, and the views of process goals beside what there is at first.
RICH = (
    "/hyotytavoitteet?tavoite=2&alue=Kymenlaakso",
    "/hyotytavoitteet?tavoite=1&alue=Keusote",
    "/mittari?alue=Kymenlaakso&mittari=kymenlaakso-3.1-lastensuojelun-asiakkaat",
    "/ohjausryhma?versio=1&kohta=tavoite:2:Kymenlaakso&kohta=tietovajeet:Keusote",
    "/prosessitavoitteet?nakyma=lista&rajaus=jumissa",
    "/prosessitavoitteet?nakyma=teemat&teema=perhekeskus",
    "/prosessitavoitteet?nakyma=jatko",
    "/prosessitavoitteet?nakyma=kierrokset",
    "/prosessitavoitteet?nakyma=toimenpiteet",
    "/prosessitavoitteet?alue=Etel%C3%A4-Karjala&prosessitavoite=etela-karjala-pt-11",
)
RICH_HEADINGS = {RICH[2]: "Lastensuojeluilmoituksesta asiakkuuteen päätyneet lapset, Kymenlaakso"}
# The part of the file uploader that has a role and a name at once; nothing but Streamlit can change it.
STREAMLITS_OWN = '[data-testid="stFileUploaderDropzone"]'
FOUR = ("Kymenlaakso", "Keusote", "Etelä-Karjala", "Päijät-Häme")


def open_cell(page: Page, query: str) -> None:
    """Follow the link of a cell of the front page."""
    page.locator(f'a[href$="hyotytavoitteet?{query}"]:visible').click()
    settle(page)


def choose_goal(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    settle(page)


def add_region(page: Page, name: str) -> None:
    box = page.get_by_role("combobox", name="Alueet")
    box.click()
    page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    settle(page)


def remove_region(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, include_hidden=True).first.click()
    settle(page)


def test_from_the_front_page_to_a_comparison_that_is_sent_to_a_colleague(page: Page, new_page: NewPage) -> None:
    visit(page)
    expect_heading(page, 1, PAGES["/"])

    # A cell of the front page leads to that goal of that region.
    open_cell(page, "tavoite=2&alue=Etel%C3%A4-Karjala")
    expect(page).to_have_url(re.compile(r"/hyotytavoitteet\?tavoite=2&alue=Etel%C3%A4-Karjala$"))
    name = "2 Painopiste raskaista palveluista ehkäisevään ja ennakoivaan työhön, Etelä-Karjala"
    expect_heading(page, 2, name)
    assert re.search(r"557\s+kpl", text(page))
    assert "23.5.–23.8.2022" in text(page)

    # Why a status is what it is: one press.
    page.locator('[class*="st-key-tila-"] button').first.click()
    expect(page.get_by_text("Näin tila laskettiin").first).to_be_visible()
    expect(page.get_by_text("Sääntö:").first).to_be_visible()
    page.keyboard.press("Escape")

    # Another goal and another region with the widgets.
    choose_goal(page, "3 Laatu ja vaikuttavuus")
    expect_heading(page, 2, "3 Palvelujen laatu ja vaikuttavuus, Etelä-Karjala")
    page.get_by_role("combobox", name="Alue").click()
    page.get_by_role("option", name="Kymenlaakso").click()
    settle(page)
    expect_heading(page, 2, "3 Palvelujen laatu ja vaikuttavuus, Kymenlaakso")
    expect(page).to_have_url(re.compile(r"tavoite=3&alue=Kymenlaakso$"))
    assert "Seuranta · 2020: −45 … −30 pistettä" in text(page)

    # Four regions side by side: the comparison starts from them, and one can be taken away and brought back.
    page.get_by_role("link", name="Vertailu").first.click()
    settle(page)
    page.get_by_role("button", name="4 aluetta").click()
    remove_region(page, "Remove Päijät-Häme")
    expect(page.get_by_role("columnheader", name="Päijät-Häme")).to_have_count(0)
    add_region(page, "Päijät-Häme")
    expect(page.get_by_role("columnheader", name="Päijät-Häme")).to_be_visible()
    page.keyboard.press("Escape")
    settle(page)
    expect(page).to_have_url(re.compile(r"alue=Kymenlaakso&alue=Keusote&alue=Etel%C3%A4-Karjala&alue=P%C3%A4ij"))
    shown = text(page)
    assert [region for region in FOUR if region not in shown] == []
    assert "ei mittaria" in shown
    assert "Alueet mittaavat eri palveluja, eri aikayksiköin ja eri ajankohtina." in shown

    # The address, opened in a clean browser, shows the same.
    theirs = new_page()
    visit(theirs, page.url)
    assert text(theirs) == shown
    assert theirs.url == page.url


def test_back_and_forward_keep_the_choices(page: Page) -> None:
    visit(page, "/hyotytavoitteet?tavoite=2&alue=Keusote")
    choose_goal(page, "4 Monialaisuus")
    choose_goal(page, "5 Kustannukset")
    page.go_back()
    settle(page)
    expect_heading(page, 2, "4 Palvelujen monialaisuus ja yhteentoimivuus, Keski-Uusimaa (Keusote)")
    expect(page.get_by_role("radio", name="4 Monialaisuus")).to_be_checked()
    page.go_back()
    settle(page)
    expect(page.get_by_role("radio", name="2 Ehkäisevä työ")).to_be_checked()
    page.go_forward()
    settle(page)
    expect(page.get_by_role("radio", name="4 Monialaisuus")).to_be_checked()
    expect(page).to_have_url(re.compile(r"tavoite=4&alue=Keusote$"))


def test_back_from_a_goal_leads_to_the_front_page(page: Page) -> None:
    visit(page)
    open_cell(page, "tavoite=1&alue=Keusote")
    expect_heading(page, 1, "Hyötytavoitteet")
    page.go_back()
    settle(page)
    expect_heading(page, 1, PAGES["/"])


def test_a_reload_shows_the_same(page: Page) -> None:
    visit(page, "/vertailu?alue=Kymenlaakso&alue=Keusote&tavoite=2")
    before = text(page)
    page.reload()
    settle(page)
    assert text(page) == before


@pytest.mark.parametrize("path", ["/vertailu?alue=Kymenlaakso&alue=Keusote&tavoite=2", "/mittari?alue=Keusote"])
def test_a_link_that_is_the_very_first_request_of_a_fresh_server_opens_in_the_frame(
    new_page: NewPage, request: pytest.FixtureRequest, tmp_path: Path, path: str
) -> None:
    with running_app(tmp_path) as address:
        page = new_page(address)
        visit(page, path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.locator("html")).to_have_attribute("lang", "fi")
        for name in ("Yleiskuva", "Hyötytavoitteet", "Vertailu", "Tiedot"):
            expect(page.get_by_role("link", name=name).first).to_be_visible()
        assert "Keusote" in text(page)
        page.context.close()


# What holds on every page. One test visits them all, since a visit costs more than a look.

OVERFLOWING = """
() => [document.scrollingElement, ...document.querySelectorAll('[data-testid=stMain]')]
  .filter(one => one.scrollWidth > one.clientWidth)
  .map(one => `${one.scrollWidth} > ${one.clientWidth}`)
"""


def test_a_phone_shows_every_page_without_sideways_scroll(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    wide = {}
    for path in (*PAGES, *RICH):
        visit(page, path)
        wide[path] = page.evaluate(OVERFLOWING)
    assert {path: found for path, found in wide.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_with_its_folded_parts_open(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    found = {}
    for path in (*PAGES, *RICH):
        visit(page, path)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
        settle(page)
        violations = Axe().run(page, context={"exclude": [[STREAMLITS_OWN]]}).response["violations"]
        found[path] = [(one["id"], one["impact"], [node["html"][:200] for node in one["nodes"]]) for one in violations]
    assert {path: violations for path, violations in found.items() if violations} == {}


def test_every_page_is_in_finnish_and_its_headings_are_in_order(page: Page) -> None:
    for path in (*PAGES, *RICH):
        visit(page, path)
        expect(page.locator("html")).to_have_attribute("lang", "fi")
        expect_heading(page, 1, RICH_HEADINGS.get(path, PAGES[path.partition("?")[0]]))
        assert ENGLISH.findall(text(page)) == [], path
        levels = page.locator(":is(h1, h2, h3, h4, h5, h6):visible").evaluate_all(
            "found => found.map(one => Number(one.tagName[1]))"
        )
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


def test_a_chart_tells_its_sentence_to_those_who_do_not_see_it(page: Page) -> None:
    visit(page, RICH[2])
    told = re.compile(r"12,4\s% \(kevät 2021\), lähtötila 22\s% \(loppuvuosi 2019\)")
    expect(page.get_by_role("figure", name=told)).to_be_visible()


def test_the_keyboard_reaches_the_filters_and_chooses(page: Page) -> None:
    visit(page, "/hyotytavoitteet?tavoite=1&alue=Kymenlaakso")
    page.get_by_role("radio", name="1 Saatavuus ja jatkuvuus").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settle(page)
    expect(page.get_by_role("radio", name="2 Ehkäisevä työ")).to_be_checked()
    expect(page).to_have_url(re.compile("tavoite=2"))
