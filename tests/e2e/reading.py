"""What a page in the browser shows, as a reader meets it."""

import re

from playwright.sync_api import Page, expect

ENGLISH = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|Browse files|Drag and drop|Choose an option|Select all|No results|Press Enter|Running|Stop|Rerun|Deploy"
    r"|None|nan|NaN|NaT|undefined|null|True|False)\b"
)


def text(page: Page) -> str:
    """What a page shows, charts too, with ordinary spaces."""
    return page.get_by_test_id("stMain").inner_text().replace("\u00a0", " ").replace("\u2060", "")


def expect_heading(page: Page, level: int, name: str) -> None:
    expect(page.get_by_role("heading", level=level, name=name, exact=True)).to_be_visible()
