"""Addresses of meetings, and what is pressed and read while one is presented."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.e2e.waiting import settle

ITEM = "mittari:Kymenlaakso:kymenlaakso-3.1-lastensuojelun-asiakkaat"
FOUR = "Kymenlaakso,Keusote,Etelä-Karjala,Päijät-Häme"


def link(*items: str, **query: str) -> str:
    parts = [f"kohta={quote(item)}" for item in items] + [f"{key}={value}" for key, value in query.items()]
    return "/ohjausryhma?" + "&".join(parts)


def position(page: Page) -> str:
    return page.locator(".st-key-dia-paikka").inner_text().strip()


def press(page: Page, key: str, then: str) -> None:
    page.keyboard.press(key)
    place = page.locator(".st-key-dia-paikka").filter(has_text=re.compile(f"^{re.escape(then)}$"))
    expect(place.first).to_be_visible()  # the old one may stand beside it for a moment
    settle(page)
