"""From a wrong file through mending to publishing, seeing the chart change, and undoing, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.test_journey import text
from tests.e2e.waiting import settle, visit

pytestmark = pytest.mark.browser

HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
ROW = "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;seuranta;{};%\n"
INDICATOR = "/mittari?alue=Kymenlaakso&mittari=kymenlaakso-3.1-lastensuojelun-asiakkaat"


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
