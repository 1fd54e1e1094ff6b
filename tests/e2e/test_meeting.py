"""A meeting in a real browser: presented with the keyboard, opened as it was, printed on one page."""

import io
import re
from urllib.parse import quote

import docx
import openpyxl
import pptx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.meetings import FOUR, ITEM, link, position, press
from tests.e2e.reading import ENGLISH, text
from tests.e2e.uploads import HEADING, INDICATOR, ROW
from tests.e2e.waiting import settle, visit

EVERYTHING = (
    "tavoite:2:Kymenlaakso,Keusote",
    f"vertailu:kaikki:{FOUR}",
    f"prosessitavoitteet:kaikki:{FOUR}",
    f"tietovajeet:{FOUR}",
)
# What a person sees of a slide: whether anything is cut, hangs over an edge or lies on something else.
_OUT_OF_PLACE = """() => {
  const slide = document.querySelector('.st-key-dia');
  const body = document.querySelector('.st-key-dia-sisalto').getBoundingClientRect();
  const title = slide.querySelector('h1').getBoundingClientRect();
  const foot = document.querySelector('.st-key-dia-alku').getBoundingClientRect();
  const found = [];
  if (slide.scrollHeight > slide.clientHeight) found.push(`${slide.scrollHeight - slide.clientHeight} px too high`);
  if (slide.scrollWidth > slide.clientWidth) found.push(`${slide.scrollWidth - slide.clientWidth} px too wide`);
  for (const part of document.querySelectorAll('.st-key-dia-sisalto :is(table, .js-plotly-plot, p)')) {
    if (!part.checkVisibility()) continue;
    const box = part.getBoundingClientRect();
    if (box.top < title.bottom - 1) found.push(`${part.tagName} lies on the title`);
    if (box.bottom > foot.top + 1) found.push(`${part.tagName} lies on the source`);
    if (box.right > innerWidth + 1) found.push(`${part.tagName} hangs over the right edge`);
  }
  if (foot.bottom > innerHeight + 1) found.push('the source is cut');
  return found;
}"""


def test_a_meeting_is_presented_with_the_keyboard(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 720})
    visit(page, link(ITEM, "tavoite:5:Kymenlaakso", nayta="esitys"))
    last = position(page).partition("/")[2]
    assert int(last) > 3
    press(page, "ArrowRight", f"2/{last}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lastensuojeluilmoituksesta asiakkuuteen päätyneet")
    press(page, "PageDown", f"3/{last}")
    press(page, "PageUp", f"2/{last}")
    press(page, "End", f"{last}/{last}")
    press(page, "ArrowRight", f"{last}/{last}")
    press(page, "ArrowLeft", f"{int(last) - 1}/{last}")
    press(page, "Home", f"1/{last}")
    press(page, "ArrowRight", f"2/{last}")

    # Nothing is around the slide, and the address opens the same one elsewhere.
    for chrome in ("stHeader", "stToolbar"):
        expect(page.get_by_test_id(chrome)).not_to_be_visible()
    theirs = new_page(viewport={"width": 1280, "height": 720})
    visit(theirs, page.url)
    assert text(theirs) == text(page)
    assert "dia=2" in page.url

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ohjausryhmä")
    settle(page)
    assert "nayta" not in page.url
    expect(page.get_by_role("link", name="Vertailu")).to_be_visible()


def test_a_larger_screen_has_larger_type_and_charts(new_page: NewPage) -> None:
    heights = []
    for width, height in ((1280, 720), (1920, 1080)):
        page = new_page(viewport={"width": width, "height": height})
        for at in (2, 3):
            visit(page, link(ITEM, f"prosessitavoitteet:kaikki:{FOUR}", nayta="esitys", dia=str(at)))
            assert page.evaluate(_OUT_OF_PLACE) == []
        (figure,) = [one for one in page.get_by_role("figure").all() if one.is_visible()]
        heights.append([figure.bounding_box()["height"], page.locator("h1").bounding_box()["height"]])
    assert [round(large / small, 1) for small, large in zip(*heights, strict=True)] == [1.5, 1.5]


def test_every_slide_fits_a_projector_and_can_be_read(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 720})
    visit(page, link(*EVERYTHING, nayta="esitys"))
    first, _, last = position(page).partition("/")
    found = {}
    for at in range(int(first), int(last) + 1):
        if out_of_place := page.evaluate(_OUT_OF_PLACE):
            found[at, page.locator("h1").inner_text()[:60]] = out_of_place
        smallest = page.evaluate(
            "Math.min(...[...document.querySelectorAll('.st-key-dia-sisalto :is(td, p, text)')]"
            ".filter((one) => one.textContent.trim() && one.checkVisibility())"
            ".map((one) => parseFloat(getComputedStyle(one).fontSize)), 99)"
        )
        if smallest < 17:
            found[at, "smallest type"] = smallest
        if at < int(last):
            press(page, "ArrowRight", f"{at + 1}/{last}")
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_slides_and_on_the_page_to_print(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 1280, "height": 720})
    found = {}
    slides = [link(*EVERYTHING, nayta="esitys", dia=str(at)) for at in (1, 2, 7, 8, 32)]
    for path in (*slides, link(nayta="tuloste", alue="Keusote")):
        visit(page, path)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[path[-30:]] = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in violations]
        assert ENGLISH.findall(text(page)) == []
    assert found == {}


def test_a_slide_does_not_scroll_sideways_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    visit(page, link(ITEM, nayta="esitys", dia="2"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(".st-key-dia-paikka")).to_be_visible()


def test_an_agenda_is_put_together_with_the_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    visit(page, link("tietovajeet:Keusote", ITEM))
    page.locator(".st-key-ylos-1 button").focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(page).to_have_url(re.compile(r"kohta=mittari.*kohta=tietovajeet"))
    page.locator(".st-key-poista-1 button").focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(page).not_to_have_url(re.compile("tietovajeet"))


def test_a_link_with_a_version_shows_the_old_numbers_after_two_publications(
    own_app_url: str, new_page: NewPage
) -> None:
    page = new_page(own_app_url)

    def publish(value: str, version: int) -> None:
        visit(page, f"{own_app_url}/lataus")
        content = (HEADING + ROW.format(value)).encode()
        file = {"name": f"oma-{version}.csv", "mimeType": "text/csv", "buffer": content}
        page.locator('input[type="file"]').set_input_files(file)
        expect(page.get_by_role("heading", name="3 Julkaise")).to_be_visible()
        settle(page)
        page.get_by_label("Julkaisija").fill("Hankepäällikkö")
        if page.get_by_label("Selitys varoituksille").count():
            page.get_by_label("Selitys varoituksille").fill("Luku tarkentui")
        page.get_by_role("button", name="Julkaise").click()
        expect(page.get_by_text(re.compile(rf"Julkaistu versiona {version}\b"))).to_be_visible()

    publish("11,0", 2)
    publish("10,0", 3)

    reader = new_page(own_app_url)  # a clean browser
    visit(reader, f"{own_app_url}{INDICATOR}&versio=1")
    shown = text(reader)
    assert "Ero lähtötilaan: −9,6 %-yksikköä" in shown
    assert "Versio 1, " in shown
    assert "Arvoja ei ole korjattu" in shown

    # The menu keeps the version; the badge's link leads to the same page as it is now.
    reader.get_by_role("link", name="Hyötytavoitteet").first.click()
    settle(reader)
    expect(reader).to_have_url(re.compile(r"versio=1"))
    visit(reader, f"{own_app_url}{INDICATOR}&versio=2")
    assert "Ero lähtötilaan: −11 %-yksikköä" in text(reader)
    reader.get_by_role("link", name="Näytä nykyinen versio").click()
    settle(reader)
    assert "Ero lähtötilaan: −12 %-yksikköä" in text(reader)
    assert "versio" not in reader.url
    assert "mittari=kymenlaakso-3.1" in reader.url

    # The meeting's slides are as they were too, and tell what has changed since.
    visit(reader, own_app_url + link(ITEM, "muutokset:1:Kymenlaakso", nayta="esitys", dia="2", versio="1"))
    assert "12,4 %" in text(reader)
    visit(reader, own_app_url + link("muutokset:1:Kymenlaakso", nayta="esitys", dia="2"))
    assert re.search(r"12,4 %\s+10 %\s+laskenut", text(reader))


def test_the_page_of_a_region_is_printed_on_one_sheet(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    for region in ("Kymenlaakso", "Keusote", "Etelä-Karjala"):
        visit(page, link(nayta="tuloste", alue=quote(region)))
        sheet = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


def test_the_slides_are_taken_along_as_files_that_open(new_page: NewPage) -> None:
    page = new_page()
    visit(page, link("tavoite:2:Kymenlaakso"))

    def taken(button: str) -> io.BytesIO:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        return io.BytesIO(download.value.path().read_bytes())

    slides = list(pptx.Presentation(taken("PowerPoint: nämä diat")).slides)
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title]
    assert any("12,4\xa0% (kevät 2021)" in title for title in titles)
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)
    document = docx.Document(taken("Word: oma-arvioinnin liite"))
    assert any("12,4" in cell.text for table in document.tables for row in table.rows for cell in row.cells)
    workbook = openpyxl.load_workbook(taken("Excel: samat tiedot"))
    assert 12.4 in [cell.value for row in workbook["2 Ehkäisevä työ"].iter_rows() for cell in row]
