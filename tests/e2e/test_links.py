"""Links to the page that is already open: the address is that of what they open, at once and after what is pressed."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.meetings import FOUR, ITEM, link, position, press
from tests.e2e.waiting import settle, visit

MEETING = link(ITEM, f"prosessitavoitteet:kaikki:{FOUR}")


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def items(page: Page) -> list[str]:
    return query(page.url).get("kohta", [])


def expect_slide(page: Page, place: str) -> None:
    expect(
        page.locator(".st-key-dia-paikka").filter(has_text=re.compile(f"^{re.escape(place)}$")).first
    ).to_be_visible()
    settle(page)
    assert query(page.url)["nayta"] == ["esitys"]


def test_a_meeting_that_is_presented_by_its_button_stays_presented_until_one_leaves(page: Page) -> None:
    visit(page, MEETING)
    chosen = items(page)
    page.get_by_role("link", name="Esitä koko näytöllä").click()
    settle(page)
    last = position(page).partition("/")[2]
    expect_slide(page, f"1/{last}")
    press(page, "ArrowRight", f"2/{last}")
    expect_slide(page, f"2/{last}")
    page.get_by_role("button", name="Seuraava").click()
    expect_slide(page, f"3/{last}")
    page.get_by_role("button", name="Edellinen").click()
    expect_slide(page, f"2/{last}")
    page.reload()
    settle(page)
    expect_slide(page, f"2/{last}")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohjausryhmä")
    settle(page)
    assert "nayta" not in query(page.url)
    assert items(page) == chosen


def test_a_meeting_is_presented_from_one_of_its_slides(page: Page) -> None:
    visit(page, MEETING)
    page.get_by_role("link", name="Esitä dia 3").click()
    settle(page)
    last = position(page).partition("/")[2]
    expect_slide(page, f"3/{last}")
    press(page, "ArrowLeft", f"2/{last}")
    press(page, "Home", f"1/{last}")
    expect_slide(page, f"1/{last}")
    page.get_by_role("button", name="Poistu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohjausryhmä")


def test_back_from_a_presentation_is_the_choosing_of_its_items(page: Page) -> None:
    visit(page, MEETING)
    before = page.url
    page.get_by_role("link", name="Esitä koko näytöllä").click()
    settle(page)
    page.go_back()
    settle(page)
    assert page.url == before
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohjausryhmä")


def test_the_page_to_print_has_its_address_and_a_way_back_to_the_same_items(page: Page) -> None:
    visit(page, MEETING)
    chosen = items(page)
    page.get_by_role("link", name="Etelä-Karjala", exact=True).click()
    settle(page)
    printed = page.url
    assert query(printed) == {"nayta": ["tuloste"], "alue": ["Etelä-Karjala"]}
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Etelä-Karjala")

    visit(page, MEETING)
    page.get_by_role("link", name="Etelä-Karjala", exact=True).click()
    settle(page)
    page.get_by_role("link", name="Takaisin").click()
    settle(page)
    assert query(page.url) == {"kohta": chosen}
    page.go_back()
    settle(page)
    assert page.url == printed


def test_all_goals_after_one_have_the_address_of_what_is_shown(page: Page) -> None:
    visit(page, "/prosessitavoitteet?alue=Etel%C3%A4-Karjala&nakyma=lista")
    page.locator('a[href*="prosessitavoite="]:visible').first.click()
    settle(page)
    goal = page.url
    page.get_by_role("link", name="Kaikki prosessitavoitteet").first.click()
    settle(page)
    assert query(page.url) == {"alue": ["Etelä-Karjala"]}
    page.get_by_role("radio", name="Lista").click()
    settle(page)
    assert query(page.url) == {"alue": ["Etelä-Karjala"], "nakyma": ["lista"]}
    page.go_back()
    settle(page)
    page.go_back()
    settle(page)
    assert page.url == goal


AS_WITHOUT = (["nykyinen"], ["raportit"])  # what an address without the key says too
WITHIN = """
() => [...document.querySelectorAll('a[data-testid="stPageLink-NavLink"]')]
  .filter((link) => link.checkVisibility() && link.pathname === location.pathname && link.search)
  .map((link) => link.getAttribute('href'))
"""


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?versio=1",
        "/hyotytavoitteet?tavoite=2&alue=Keusote",
        "/mittari?alue=Keusote&versio=1",
        "/vertailu",
        "/prosessitavoitteet",
        "/prosessitavoitteet?nakyma=teemat",
        "/prosessitavoitteet?nakyma=jatko",
        "/prosessitavoitteet?nakyma=kierrokset&versio=1",
        "/prosessitavoitteet?rivit=tyopaketti",
        "/lataus?versio=1",
        MEETING,
        link(nayta="tuloste", alue="Keusote"),
        "/tiedot?versio=1",
        "/tiedot?aineisto=esimerkki",
    ],
)
def test_a_link_within_a_page_leads_where_it_says(page: Page, path: str) -> None:
    visit(page, path)
    by_keys = {tuple(query(href)): href for href in page.evaluate(WITHIN)}  # one of each kind
    for href in by_keys.values():
        visit(page, path)
        page.locator(f'a[href="{href}"]:visible').first.click()
        settle(page)
        expected = {key: values for key, values in query(href).items() if values not in AS_WITHOUT}
        assert {key: query(page.url).get(key) for key in expected} == expected
