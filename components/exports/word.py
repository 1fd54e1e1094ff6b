"""The half-yearly oma-arviointi as a Word document for Innokylä, on the structure of the national template."""

import io
from collections.abc import Sequence
from datetime import date

from docx.document import Document as WordDocument

from components.exports.inert import inert
from components.exports.word_style import new_document, set_footer, text_width, turn_page
from components.exports.word_tables import add_table
from data import finnish
from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal
from data.views.report import GoalSection, Report, report
from data.views.slides import SlideTable

TITLE = "Oma-arvioinnin liite: mittarit ja prosessitavoitteet"
_WIDE = 5  # columns from which on a table lies on its side
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
    """The document of these regions by official name and these goals (none given: all).

    `observations` are protected already, as on the screen. `published` is the day of the version in words.
    """
    made = report(catalogue, observations, process_goals, regions=regions, goals=goals, today=today)
    labels = finnish.listed([one.label for one in made.regions])
    document = new_document(f"{TITLE}, {labels}", "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma", today)
    version_text = f"Versio {version}, julkaistu {published}"
    set_footer(document, f"Lähde: {'; '.join(made.sources) or 'ei tietoja'} · {version_text}")
    _add_front(document, made, labels, version_text)
    for region in made.regions:
        level = 1
        if len(made.regions) > 1:
            turn_page(document, is_wide=bool(region.sections) and _is_wide(region.sections[0]))
            document.add_heading(inert(region.label), 1)
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


def _add_front(document: WordDocument, made: Report, labels: str, version_text: str) -> None:
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(inert(f"{labels} · {version_text}"), style="Subtitle")
    document.add_heading("Näin luet taulukoita", 1)
    for text in _GUIDE:
        document.add_paragraph(text)
    document.add_heading("Lähteet", 1)
    for source in made.sources:
        document.add_paragraph(inert(source), style="List Bullet")


def _is_wide(section: GoalSection) -> bool:
    tables = [one.table for one in section.tables] + ([section.process_goals] if section.process_goals else [])
    return any(len(table.headings) >= _WIDE for table in tables)


def _add_section(document: WordDocument, section: GoalSection, region: str, level: int) -> None:
    document.add_heading(inert(section.title), level)
    document.add_paragraph(inert(section.summary))
    for one in section.tables:
        _add_titled(document, one.title, one.table, f"{one.title}, {section.title}, {region}", level + 1)
    if section.also:
        document.add_paragraph(inert(f"Tätä hyötytavoitetta palvelevat myös: {finnish.listed(list(section.also))}."))
    if section.planned:
        document.add_heading("Suunnitellut mittarit, joista lähteessä ei ole tietoja", level + 1)
        for name in section.planned:
            document.add_paragraph(inert(name), style="List Bullet")
    if section.sentences:
        document.add_heading("Mittarit sanoin", level + 1)
        for fact in section.sentences:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(inert(f"{fact.label.capitalize()}. ")).bold = True
            paragraph.add_run(inert(fact.text))
    if section.process_goals:
        name = f"Prosessitavoitteet, {section.title}, {region}"
        _add_titled(document, "Prosessitavoitteet", section.process_goals, name, level + 1)


def _add_titled(document: WordDocument, title: str, table: SlideTable, name: str, level: int) -> None:
    """A heading and its table; what the table is for those who do not see it: its rows and columns."""
    document.add_heading(title, level)
    about = f"{finnish.counted(len(table.rows), 'rivi', 'riviä')}. Sarakkeet: {', '.join(table.headings)}."
    add_table(document, table, name=name, about=about, width=text_width(document.sections[-1]))
