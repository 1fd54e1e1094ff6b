"""What is stored is letters in a real browser: nothing of it is fetched, links anywhere or becomes an icon."""

from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import expect

from data.store import Store
from data.store.connection import connect
from tests.e2e.conftest import NewPage
from tests.e2e.waiting import settle, visit
from tests.hostile_texts import GOALS, INDICATORS, REGION, fill

# Of what the texts of tests.hostile_texts would make: pictures and links of their host, icons, colours, headings.
MADE_OF_THEM = """
() => [...document.querySelectorAll('img, a, em, del, code, strong, h1, h2, h3, li, th, [data-testid=stIconMaterial]')]
  .filter((part) => !part.closest('[data-testid="stCode"]'))
  .filter((part) => {
    const address = `${part.getAttribute('src') || ''}${part.getAttribute('href') || ''}`;
    const words = part.textContent.trim().replaceAll('\\u2060', '');
    const parts = ['paha', 'linkki', 'kuva', 'paha väri', 'paha otsikko', 'paha luettelo', 'paha_ikoni'];
    return /^(https?:)?\\/\\/paha/.test(address) || parts.includes(words);
  })
  .map((part) => part.outerHTML.slice(0, 200))
"""
VISITS = (
    "/",
    f"/hyotytavoitteet?alue={REGION}&tavoite=1",
    *(f"/mittari?alue={REGION}&mittari={identity}" for identity in INDICATORS),
    f"/vertailu?alue={REGION}&alue=Keusote",
    f"/prosessitavoitteet?alue={REGION}&nakyma=lista",
    *(f"/prosessitavoitteet?alue={REGION}&prosessitavoite={identity}" for identity in GOALS),
    "/ohjausryhma?esitys=paha",
    "/ohjausryhma?"
    + urlencode({"kohta": [f"tavoite:1:{REGION}", f"muutokset:1:{REGION}"], "nayta": "esitys", "dia": "2"}, doseq=True),
    f"/ohjausryhma?nayta=tuloste&alue={REGION}",
    "/lataus",
    "/tiedot",
)


def fill_store_of(folder: Path) -> None:
    """Publish hostile texts into the store of the app that runs with this folder."""
    engine = connect(f"sqlite:///{folder / 'data' / 'seuranta.db'}")
    fill(Store(engine))
    engine.dispose()


def test_nothing_of_the_stored_texts_is_more_than_letters(own_app_url: str, new_page: NewPage, tmp_path: Path) -> None:
    fill_store_of(tmp_path)
    page = new_page(own_app_url)  # it notices what is fetched from elsewhere
    markup = {}
    for path in VISITS:
        visit(page, own_app_url + path)
        page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true })")
        settle(page)
        markup[path] = page.evaluate(MADE_OF_THEM)
    assert {path: found for path, found in markup.items() if found} == {}


def test_the_lists_of_choices_are_letters(own_app_url: str, new_page: NewPage, tmp_path: Path) -> None:
    fill_store_of(tmp_path)
    page = new_page(own_app_url)

    def opened(path: str, name: str) -> None:
        visit(page, own_app_url + path)
        page.get_by_role("combobox", name=name).first.click()
        expect(page.get_by_role("option").first).to_be_visible()
        assert page.evaluate(MADE_OF_THEM) == []
        assert "![kuva]" in page.get_by_role("listbox").inner_text()

    opened(f"/mittari?alue={REGION}", "Mittari")
    opened("/ohjausryhma", "Näytettävä versio")
