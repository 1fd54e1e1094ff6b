"""The invented example in a real browser: into it, through the menu, and back."""

from playwright.sync_api import Page, expect

from tests.e2e.waiting import settle, visit

BADGE = "Keksityt luvut"


def follow(page: Page, link: str) -> None:
    page.get_by_role("link", name=link, exact=True).first.click()
    settle(page)


def test_the_example_lasts_through_the_menu_until_one_goes_back(page: Page):
    visit(page, "/tiedot")
    expect(page.get_by_text(BADGE)).to_have_count(0)
    follow(page, "Avaa esimerkkiaineisto")
    for name in ("Hyötytavoitteet", "Vertailu", "Tiedot"):
        follow(page, name)
        expect(page.get_by_text(BADGE)).to_be_visible()
        assert "aineisto=esimerkki" in page.url
    follow(page, "Palaa alueiden raporttien tietoihin")
    follow(page, "Vertailu")
    expect(page.get_by_text(BADGE)).to_have_count(0)
    assert "aineisto" not in page.url
