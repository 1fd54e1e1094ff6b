"""The Word document, opened again: headings in order, real tables with header rows and alternative text, its page."""

import io
import re
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn

from data.views.report import report
from tests.builders import catalogue, indicator, observation, process_goal
from tests.builders.documents import REGIONS, TODAY, Material, material, parts, word_file, word_of

TEMPLATE = ("Mittari", "Lähtötila", "kevät 2021", "syksy 2021", "kevät 2022", "syksy 2022")


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def headings(document: Any) -> list[tuple[int, str]]:
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    return [(int(name.removeprefix("Heading ")), text) for name, text in found]


def texts(table: Any) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def test_the_headings_are_those_of_the_template_in_order() -> None:
    found = headings(opened(word_file("Kymenlaakso")))
    assert [text for level, text in found if level == 1] == [
        "Näin luet taulukoita",
        "Lähteet",
        "Hyötytavoite 1: Palvelujen yhdenvertainen saatavuus, oikea-aikaisuus ja jatkuvuus",
        "Hyötytavoite 2: Painopiste raskaista palveluista ehkäisevään ja ennakoivaan työhön",
        "Hyötytavoite 3: Palvelujen laatu ja vaikuttavuus",
        "Hyötytavoite 4: Palvelujen monialaisuus ja yhteentoimivuus",
        "Hyötytavoite 5: Kustannusten nousun hillintä",
        "Mittarit ja prosessitavoitteet, joille lähde ei nimeä hyötytavoitetta",
    ]
    assert found[2:7] == [
        (1, "Hyötytavoite 1: Palvelujen yhdenvertainen saatavuus, oikea-aikaisuus ja jatkuvuus"),
        (2, "Tulosmittarit"),
        (2, "Tuotokset"),
        (2, "Mittarit sanoin"),
        (2, "Prosessitavoitteet"),
    ]


@pytest.mark.parametrize("region", REGIONS)
def test_no_heading_skips_a_level(region: str) -> None:
    levels = [level for level, _ in headings(opened(word_file(region)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_regions_stand_above_their_goals() -> None:
    one, other = material("Keski-Uusimaa"), material("Kymenlaakso")
    both = Material(
        one.catalogue, one.observations + other.observations, one.process_goals + other.process_goals,
        (*one.regions, *other.regions),
    )  # fmt: skip
    found = headings(opened(word_of(both, goals=[5])))
    assert [text for level, text in found if level == 1][2:] == ["Keski-Uusimaa (Keusote)", "Kymenlaakso"]
    assert [text for level, text in found if level == 2] == ["Hyötytavoite 5: Kustannusten nousun hillintä"] * 2
    assert {level for level, _ in found} == {1, 2, 3}


@pytest.mark.parametrize("region", REGIONS)
def test_the_tables_hold_the_report_cell_by_cell(region: str) -> None:
    given = material(region)
    made = report(given.catalogue, given.observations, given.process_goals, regions=[region], today=TODAY)
    expected = []
    for section in made.regions[0].sections:
        expected += [one.table for one in section.tables]
        expected += [section.process_goals] if section.process_goals else []
    tables = opened(word_file(region)).tables
    assert [texts(table) for table in tables] == [[one.headings, *one.rows] for one in expected]


def test_the_first_table_begins_as_the_templates_does() -> None:
    assert texts(opened(word_file("Kymenlaakso")).tables[0])[0][:6] == TEMPLATE


@pytest.mark.parametrize("region", REGIONS)
def test_every_table_has_a_repeated_header_row_alternative_text_and_widths_that_fit(region: str) -> None:
    document = opened(word_file(region))
    widest = max(s.page_width - s.left_margin - s.right_margin for s in document.sections)
    names = []
    for table in document.tables:
        properties = table._tbl.tblPr
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
            at == 0 for at in range(len(table.rows))
        ]
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        caption = properties.find(qn("w:tblCaption")).get(qn("w:val"))
        described = properties.find(qn("w:tblDescription")).get(qn("w:val"))
        assert region in caption and table.cell(0, 0).text in described
        names.append(caption)
        assert sum(column.width for column in table.columns) <= widest
        widths = [column.width for column in table.columns]
        assert all([cell.width for cell in row.cells] == widths for row in table.rows)
    assert len(set(names)) == len(names)


def test_table_properties_stand_in_the_order_that_word_requires() -> None:
    order = [
        "tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
    ]  # fmt: skip
    for table in opened(word_file("Kymenlaakso")).tables:
        found = [child.tag.partition("}")[2] for child in table._tbl.tblPr]
        assert found == [name for name in order if name in found]


def test_a_page_lies_where_its_table_is_wide() -> None:
    document = opened(word_file("Kymenlaakso"))
    first, *rest = document.sections
    assert first.orientation == WD_ORIENTATION.PORTRAIT and first.page_width < first.page_height
    assert all(s.orientation == WD_ORIENTATION.LANDSCAPE and s.page_width > s.page_height for s in rest)
    known = catalogue()
    narrow = opened(word_of(Material(known, (), (process_goal(),), ("Kymenlaakso",))))
    assert {section.orientation for section in narrow.sections} == {WD_ORIENTATION.PORTRAIT}


def test_statuses_and_sentences_are_told() -> None:
    paragraphs = [p.text.replace("\u00a0", " ") for p in opened(word_file("Kymenlaakso")).paragraphs]
    expected = (
        "Laskenut. Lastensuojeluilmoituksesta asiakkuuteen päätyneet lapset, Kymenlaakso: 12,4 % (kevät 2021), "
        "lähtötila 22 % (loppuvuosi 2019); ero lähtötilaan −9,6 %-yksikköä; tavoite: palvelutarpeen kasvu estyy tai "
        "hidastuu. Näin tila laskettiin: Sääntö: "
    )
    assert any(paragraph.startswith(expected) for paragraph in paragraphs)


def test_the_language_the_title_and_the_footer() -> None:
    content = word_file("Kymenlaakso")
    document = opened(content)
    assert document.core_properties.title == "Oma-arvioinnin liite: mittarit ja prosessitavoitteet, Kymenlaakso"
    assert document.core_properties.language == "fi-FI"
    styles = parts(content)["word/styles.xml"]
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', styles)) == {"fi-FI"}
    assert 'w:themeFontLang w:val="fi-FI"' in parts(content)["word/settings.xml"]
    assert document.core_properties.created.date() == document.core_properties.modified.date() == TODAY
    assert not any("thumbnail" in name for name in parts(content))
    footer = document.sections[0].footer._element.xml
    assert "Lähde: Kymenlaakson hankkeen oma-arviointi, kevät 2021 · Versio 3, julkaistu 1.2.2026 · sivu " in footer
    assert re.findall(r"<w:instrText[^>]*>(\w+)<", footer) == ["PAGE", "NUMPAGES"]
    assert all(section.footer.is_linked_to_previous for section in list(document.sections)[1:])


def test_text_of_files_is_text_and_control_characters_are_left_out() -> None:
    hostile = '=cmd|" /C calc"!A0 <b>&amp;</b>\x00\x0b\x1f\ud800\ufffe'
    known = catalogue(indicator(name=hostile))
    given = Material(known, (observation(words=hostile, unit=""),), (process_goal(title=hostile),), ("Kymenlaakso",))
    table, goals = opened(word_of(given)).tables
    shown = '=cmd|" /C calc"!A0 <b>&amp;</b>'
    assert texts(table)[1][:2] == (shown, f"{shown} (2019)")
    assert texts(goals)[1][0] == shown


def test_a_region_without_data_says_so() -> None:
    nothing = opened(word_of(Material(catalogue(), (), (), ("Lappi",))))
    assert "Alueelta ei ole tietoja valituista hyötytavoitteista." in [p.text for p in nothing.paragraphs]
