"""The app starts and shows its first page."""

from playwright.sync_api import Page, expect

from tests.e2e.waiting import visit


def test_the_first_page_opens_without_an_error(page: Page):
    visit(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
