"""A manager's way through the process goals: from a count to one goal, to its indicator, and a link to a colleague."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.reading import expect_heading, text
from tests.e2e.waiting import settle, visit


def follow(page: Page, query: str) -> None:
    """Follow the visible link with this query."""
    page.locator(f'a[href$="{query}"]:visible').first.click()
    settle(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a select box; it is brought into sight first, since its list closes when the page scrolls."""
    box = page.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    settle(page)
    box.click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def goals_shown(page: Page) -> str:
    """What stands under the filters: the icon of their fold changes when one points at it."""
    _, filters, shown = text(page).partition("Näkymä")
    assert filters
    return shown


def test_from_a_count_to_one_goal_and_its_indicator(page: Page, new_page: NewPage) -> None:
    visit(page, "/prosessitavoitteet")
    expect_heading(page, 1, "Prosessitavoitteet")
    assert "✕ 7 ei toteutunut" in text(page)

    # A cell leads to the list of its goals.
    follow(page, "alue=Etel%C3%A4-Karjala&nakyma=lista&tavoite=5")
    expect_heading(page, 3, "Etelä-Karjala")
    assert "5 prosessitavoitetta" in text(page)

    # What was dropped, and why; the address is a link to the same.
    choose(page, "Rajaus", "Pudonnut")
    expect(page).to_have_url(re.compile(r"rajaus=pudonnut"))
    shown = text(page)
    assert "Järjestelmät vaihtuvat hyvinvointialueelle siirryttäessä (etela-karjala-2022, rivi 5782)" in shown
    theirs = new_page()
    visit(theirs, page.url)
    assert goals_shown(theirs) == goals_shown(page)

    # One goal: its rounds, the missing ones too, and both of its conflicting places.
    follow(page, "prosessitavoite=etela-karjala-pt-37")
    expect_heading(page, 2, "Perehdytysprosessi perustason ja erikoissairaanhoidon yhteistyöhön")
    expect(page).to_have_url(re.compile(r"alue=Etel%C3%A4-Karjala&prosessitavoite=etela-karjala-pt-37$"))
    shown = text(page)
    assert shown.count("ei raportoitu") == 6
    assert "rivi 5909" in shown
    assert "rivi 1589" in shown

    # And back, as browsers go.
    page.go_back()
    settle(page)
    expect_heading(page, 2, "Lista")
    expect(page).to_have_url(re.compile(r"rajaus=pudonnut"))


def test_a_goal_leads_to_an_indicator_of_its_theme_and_back_to_all_goals(page: Page) -> None:
    visit(page, "/prosessitavoitteet?alue=P%C3%A4ij%C3%A4t-H%C3%A4me&prosessitavoite=paijat-hame-pt-12")
    assert "linjaorganisaatio" in text(page)
    follow(page, "mittari=paijat-hame-tiimiytetyt-asiakkaat")
    expect_heading(page, 1, "Mittari")
    page.go_back()
    settle(page)
    page.get_by_role("link", name="Kaikki prosessitavoitteet").first.click()
    settle(page)
    expect_heading(page, 2, "Kooste")


def test_the_views_are_reached_with_the_keyboard(page: Page) -> None:
    visit(page, "/prosessitavoitteet")
    page.get_by_role("radio", name="Kooste").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settle(page)
    expect(page.get_by_role("radio", name="Lista")).to_be_checked()
    expect(page).to_have_url(re.compile(r"nakyma=lista$"))


def test_the_whole_title_of_a_goal_is_read_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    visit(page, "/prosessitavoitteet?nakyma=lista&alue=Kymenlaakso")
    cut = page.locator('[data-testid="stPageLink-NavLink"]:visible span').evaluate_all(
        "found => found.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"
    )
    assert cut == []
