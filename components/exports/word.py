"""The half-yearly oma-arviointi as a Word document for Innokylä, on the structure of the national template."""

import io
from collections.abc import Sequence
from datetime import date

from docx.document import Document as WordDocument

from components.exports.word_layout import add_table, new_document, set_footer, turn_page
from data import finnish
from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal
from data.views.report import GoalSection, Report, report
from data.views.slides import SlideTable
from loaders.workbooks import xml_text

TITLE = "Oma-arvioinnin liite: mittarit ja prosessitavoitteet"
_WIDE = 5  # columns from which on a table stands on a page in landscape
_GUIDE = (
    "Lähtötila on tilanne ennen kehittämistoimia. Seurantatieto on sen raportointikierroksen (kevät tai syksy) "
    "sarakkeessa, jonka aikana sen jakso päättyy; suluissa on oma jakso, jos se on muu kuin kierros.",
    "Ei mitattu: mittari on olemassa, mutta sitä ei mitattu. Ei vielä: tieto ei ollut vielä raportoitavissa. "
    "Ei tietoa: lähde sanoo, ettei tietoa ole. Peitetty: luku on pieni ja siksi suojattu. Tyhjä solu: lähde ei kerro "
    "asiasta mitään. Nolla on mitattu luku.",
    "Mittarin tila kuvaa koko mittaria, ei yksittäistä ryhmää. Muutos ei kerro syytä.",
)


def word(
    catalogue: Catalogue,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    *,
    regions: Sequence[str],
    goals: Sequence[int] = (),
    today: date,
    version: int,
    published: str,
) -> bytes:
    """Return the document of these regions by official name and these goals; without goals, of all of them.

    The observations are protected already, as on the screen. `published` is the day of the version in words.
    """
    view = report(catalogue, observations, process_goals, regions=regions, goals=goals, today=today)
    labels = finnish.listed([region.label for region in view.regions])
    document = new_document(f"{TITLE}, {labels}", "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma", today)
    version_text = f"Versio {version}, julkaistu {published}"
    set_footer(document, f"Lähde: {'; '.join(view.sources) or 'ei tietoja'} · {version_text}")
    _add_front(document, view, labels, version_text)
    for region in view.regions:
        level = 1
        if len(view.regions) > 1:
            turn_page(document, is_wide=bool(region.sections) and _is_wide(region.sections[0]))
            document.add_heading(xml_text(region.label), 1)
            level = 2
        for at, section in enumerate(region.sections):
            if level == 1 or at:
                turn_page(document, is_wide=_is_wide(section))
            _add_section(document, section, region.label, level)
        if not region.sections:
            document.add_paragraph("Alueelta ei ole tietoja valituista hyötytavoitteista.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_front(document: WordDocument, view: Report, labels: str, version_text: str) -> None:
    """Add the title, how the tables are read, and the sources."""
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(xml_text(f"{labels} · {version_text}"), style="Subtitle")
    document.add_heading("Näin luet taulukoita", 1)
    for text in _GUIDE:
        document.add_paragraph(text)
    document.add_heading("Lähteet", 1)
    for source in view.sources:
        document.add_paragraph(xml_text(source), style="List Bullet")


def _is_wide(section: GoalSection) -> bool:
    tables = [titled.table for titled in section.tables] + ([section.process_goals] if section.process_goals else [])
    return any(len(table.headings) >= _WIDE for table in tables)


def _add_section(document: WordDocument, section: GoalSection, region: str, level: int) -> None:
    """Add a goal of a region: tables of numbers, what has none, each indicator in words, process goals."""
    document.add_heading(xml_text(section.title), level)
    document.add_paragraph(xml_text(section.summary))
    for titled in section.tables:
        name = f"{titled.title}, {section.title}, {region}"
        _add_titled_table(document, titled.title, titled.table, name, level + 1)
    if section.also:
        document.add_paragraph(xml_text(f"Tätä hyötytavoitetta palvelevat myös: {finnish.listed(list(section.also))}."))
    if section.planned:
        document.add_heading("Suunnitellut mittarit, joista lähteessä ei ole tietoja", level + 1)
        for name in section.planned:
            document.add_paragraph(xml_text(name), style="List Bullet")
    if section.sentences:
        document.add_heading("Mittarit sanoin", level + 1)
        for fact in section.sentences:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(xml_text(f"{fact.label.capitalize()}. ")).bold = True
            paragraph.add_run(xml_text(fact.text))
    if section.process_goals:
        name = f"Prosessitavoitteet, {section.title}, {region}"
        _add_titled_table(document, "Prosessitavoitteet", section.process_goals, name, level + 1)


def _add_titled_table(document: WordDocument, title: str, table: SlideTable, name: str, level: int) -> None:
    """Add a heading and its table; in words the table is its count of rows and its columns."""
    document.add_heading(title, level)
    rows = finnish.counted(len(table.rows), "rivi", "riviä")
    add_table(document, table, name=name, description=f"{rows}. Sarakkeet: {', '.join(table.headings)}.")
