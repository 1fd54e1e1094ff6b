"""Four regions over time in a real browser: each thing is one press away."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.reading import expect_heading
from tests.e2e.waiting import settle, visit

ROWS = "/vertailu?aineisto=esimerkki"


def test_a_row_is_enlarged_by_one_press_and_left_by_a_key(page: Page) -> None:
    visit(page, ROWS)
    page.get_by_role("button", name="Suurenna").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row", name="Keusote")).to_be_visible()
    settle(page)
    assert "suurenna=esimerkki-hoitoonpaasy" in page.url
    dialog.get_by_role("radio", name="Matka tavoitteeseen").click()
    expect(dialog.get_by_text("kunkin oma matka")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    settle(page)
    assert "suurenna" not in page.url


def test_a_region_of_a_row_leads_to_its_indicator_by_one_press(page: Page) -> None:
    visit(page, ROWS)
    page.locator("svg a", has_text="Keusote").first.click()
    page.wait_for_url(re.compile(r"/mittari"))
    settle(page)
    expect_heading(page, 1, "Mittari")
    for part in ("alue=Keusote", "mittari=esimerkki-keski-uusimaa-hoitoonpaasy", "aineisto=esimerkki"):
        assert part in page.url


def test_a_reported_number_leads_to_its_indicator_by_one_press(page: Page) -> None:
    visit(page, "/vertailu")
    page.locator("svg a", has_text="Sairauspoissaolot").click()
    page.wait_for_url(re.compile(r"/mittari"))
    settle(page)
    assert "alue=Kymenlaakso" in page.url
    visit(page, "/vertailu")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="48,6 %").click()
    settle(opened.value)
    assert "/mittari?alue=Kymenlaakso" in opened.value.url


def test_nothing_is_wider_than_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in (ROWS, "/vertailu"):
        visit(page, path)
        assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth") == 0
