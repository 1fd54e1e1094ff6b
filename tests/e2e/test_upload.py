"""From a wrong file through mending to publishing, seeing the chart change, and undoing, in a real browser."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.reading import text
from tests.e2e.uploads import HEADING, INDICATOR, ROW
from tests.e2e.waiting import settle, visit

pytestmark = pytest.mark.browser


def test_a_wrong_file_is_mended_published_seen_and_undone(own_app_url: str, new_page: NewPage) -> None:
    page = new_page(own_app_url)
    visit(page, f"{own_app_url}/lataus")

    def choose(arvo: str) -> None:
        content = (HEADING + ROW.format(arvo)).encode()
        page.locator('input[type="file"]').set_input_files(
            {"name": "oma.csv", "mimeType": "text/csv", "buffer": content}
        )
        expect(page.get_by_role("heading", name="3 Julkaise")).to_be_visible()
        settle(page)

    choose("kaksitoista komma neljä")
    assert "Korjaa esteet tiedostoon" in text(page)
    expect(page.get_by_role("button", name="Julkaise")).to_have_count(0)

    visit(page, f"{own_app_url}/lataus")
    choose("9,9")
    page.get_by_label("Julkaisija").fill("Hankepäällikkö")
    page.get_by_label("Selitys varoituksille").fill("Luku tarkentui")
    page.get_by_role("button", name="Julkaise").click()
    expect(page.get_by_text("Julkaistu versiona 2.")).to_be_visible()

    reader = new_page(own_app_url)
    visit(reader, own_app_url + INDICATOR)
    assert "9,9 %" in text(reader)
    assert "Ero lähtötilaan: −12,1 %-yksikköä" in text(reader)
    assert "Arvoja ei ole korjattu" not in text(reader)

    visit(page, f"{own_app_url}/lataus")
    page.get_by_role("button", name="Kumoa versio 2").click()
    expect(page.get_by_text("Versio 2 on kumottu.", exact=False)).to_be_visible()
    visit(reader, own_app_url + INDICATOR)
    assert "Ero lähtötilaan: −9,6 %-yksikköä" in text(reader)


OWN = "Asia;Kausi;Lkm\nOmat asiakkaat;{};{}\n"


def test_own_words_are_explained_once_and_understood_next_month(own_app_url: str, new_page: NewPage) -> None:
    page = new_page(own_app_url)
    visit(page, f"{own_app_url}/lataus")

    def choose(month: str, count: str) -> None:
        content = OWN.format(month, count).encode()
        settle(page)  # the file that has been published leaves the page
        page.locator('input[type="file"]').set_input_files(
            {"name": f"{count}.csv", "mimeType": "text/csv", "buffer": content}
        )
        expect(page.get_by_role("heading", name="3 Julkaise")).to_be_visible()
        settle(page)

    def answer(question: str, option: str) -> None:
        box = page.get_by_role("combobox", name=question)
        box.click()
        box.fill(option)
        page.get_by_role("option", name=option, exact=True).click()

    def publish() -> None:
        page.get_by_label("Julkaisija").fill("Hankepäällikkö")
        page.get_by_role("button", name="Julkaise").click()

    answer("Alue, jos sitä ei ole tiedostossa", "Kymenlaakso")
    choose("4/2026", "120")
    answer("Sarake “Asia”", "mittari")
    answer("Sarake “Lkm”", "arvo")
    page.get_by_role("button", name="Tarkista näillä vastauksilla").click()
    expect(page.get_by_text("Mittari “Omat asiakkaat”")).to_be_visible()
    settle(page)
    answer("Mittari “Omat asiakkaat”", "Luodaan uusi mittari")
    page.get_by_role("button", name="Tarkista näillä vastauksilla").click()
    page.get_by_role("textbox", name="Yksikkö").fill("hlö")
    page.get_by_role("button", name="Luo mittari").click()
    expect(page.get_by_text("Selitetyt sanat: 3")).to_be_visible()
    settle(page)
    publish()
    expect(page.get_by_text("Julkaistu versiona 2.")).to_be_visible()

    choose("5/2026", "130")
    expect(page.get_by_text("Mitä taulukon omat sanat tarkoittavat?")).to_have_count(0)
    expect(page.get_by_text("Näin mittarit muuttuisivat")).to_be_visible()
    publish()
    expect(page.get_by_text("Julkaistu versiona 3.")).to_be_visible()
    visit(page, f"{own_app_url}/mittari?alue=Kymenlaakso&mittari=kymenlaakso-omat-asiakkaat")
    assert "130 hlö" in text(page)


def test_a_template_is_taken_and_a_wrong_file_comes_back_with_its_cells_marked(
    own_app_url: str, new_page: NewPage
) -> None:
    page = new_page(own_app_url)
    visit(page, f"{own_app_url}/lataus")
    page.get_by_text("Lataa alueen täytettävä pohja").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa täytettävä pohja").click()
    template = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    assert template.sheetnames == ["Ohje", "Havainnot", "Prosessitavoitteet"]

    content = (HEADING + ROW.format("kaksitoista komma neljä")).encode()
    page.locator('input[type="file"]').set_input_files({"name": "oma.csv", "mimeType": "text/csv", "buffer": content})
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa taulukko, johon huomiot on merkitty").click()
    assert download.value.suggested_filename == "oma-huomiot.xlsx"
    marked = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    comment = marked["Tiedosto"]["E2"].comment
    assert comment is not None
    assert "kaksitoista komma neljä" in comment.text
    assert comment.text.startswith("Este")
