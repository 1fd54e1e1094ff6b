"""The sheet of instructions in a template, with the list of the indicators that its drop-down offers."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data import finnish
from data.catalogue import Catalogue
from data.model import Indicator
from loaders.layouts.table_finder import GUIDE_TITLE

_FILL = (
    "Täytä taulukko Havainnot: yksi rivi on yhden mittarin yksi luku yhdeltä jaksolta. Valkoiset solut täytetään, "
    "harmaat ovat valmiina.",
    "Jätä tyhjäksi rivit, joista ei ole kerrottavaa. Tyhjiä rivejä ei lueta.",
    "Jos samasta mittarista on useita jaksoja tai ryhmiä, käytä taulukon lopussa olevia lisärivejä: valitse mittarin "
    "tunnus luettelosta ja täytä loput sarakkeet. Tunnukset ja nimet ovat tämän taulukon lopussa.",
    "Arvo: pelkkä luku ilman yksikköä (12,5), väli (10–15) tai sanallinen tieto sarakkeeseen Sanoin.",
    "Rooli: seuranta, lähtötila, tavoite, vertailu tai muutos. Tyhjä tarkoittaa seurantaa.",
    "n: vastaajien tai tapausten määrä, josta luku on laskettu. Ilman sitä muutosta ei voi testata.",
)
_MISSING = (
    ("-", "ei mitattu"),
    ("...", "ei vielä: jakson tieto valmistuu myöhemmin"),
    ("..", "ei tietoa"),
    (".", "ei sovellu: tietoa ei voi olla"),
    ("<5", "pieni lukumäärä, joka jätetään kertomatta (peitetty)"),
    ("0", "nolla on luku: kirjoita se vain, kun määrä on nolla"),
)
_GOALS = (
    "Täytä taulukko Prosessitavoitteet: valitse tila luettelosta ja kirjoita päivä, jota tila koskee. Sanallisen "
    "tarkennuksen voi kirjoittaa huomautukseen.",
)
_NEXT = (
    "Tallenna tiedosto ja lataa se Seurannan sivulla Lataus. Tiedosto tarkistetaan, ja näet ennen julkaisua, mikä "
    "muuttuisi. Mitään ei tallenneta ennen julkaisua, ja julkaisun voi perua.",
    "Jos tarkistus löytää korjattavaa, saat luettelon ja saman työkirjan, jossa solut on merkitty.",
    "Taulukot on suojattu ilman salasanaa, jotta tunnukset eivät muutu vahingossa. Suojauksen voi poistaa Excelin "
    "Tarkista-välilehdeltä.",
)


def write_guide(
    workbook: Workbook,
    sheet: Worksheet,
    catalogue: Catalogue,
    region: str,
    indicators: Sequence[Indicator],
    today: date,
    *,
    has_goals: bool,
) -> int:
    """Write the instructions; returns the row, from zero, of the first indicator in the list at their end."""
    title = workbook.add_format({"bold": True, "font_size": 14})
    heading = workbook.add_format({"bold": True, "font_size": 12, "bottom": 1})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    mark = workbook.add_format({"bold": True, "align": "center", "valign": "top"})
    sheet.set_column(0, 0, 60, wrapped)
    sheet.set_column(1, 1, 60, wrapped)
    sheet.set_column(2, 2, 14, wrapped)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, GUIDE_TITLE, title)
    sheet.write_string(1, 0, f"{catalogue.label(region)}, pohja tehty {finnish.day(today)}", wrapped)
    row = 3

    def section(name: str, texts: Sequence[str]) -> None:
        nonlocal row
        sheet.write_string(row, 0, name, heading)
        sheet.write_blank(row, 1, None, heading)
        for text in texts:
            row += 1
            sheet.merge_range(row, 0, row, 1, "", wrapped)
            sheet.write_string(row, 0, text, wrapped)
            sheet.set_row(row, 15 * (1 + len(text) // 118))
        row += 2

    section("Mitä täytetään", _FILL)
    year = today.year
    section(
        "Miten jakso kirjoitetaan",
        (f"{today.month}/{year} · kevät {year} · I/{year} (neljännesvuosi) · 1–6/{year} · {year} · "
         f"1.1.{year}–{today.day}.{today.month}.{year}",),
    )  # fmt: skip
    section("Kun lukua ei ole", ("Kirjoita arvon paikalle merkki tai valitse puuttumisen syy luettelosta.",))
    row -= 1
    for sign, meaning in _MISSING:
        sheet.write_string(row, 0, sign, mark)
        sheet.write_string(row, 1, meaning, wrapped)
        row += 1
    row += 1
    if has_goals:
        section("Prosessitavoitteet", _GOALS)
    section("Mitä sitten tapahtuu", _NEXT)
    for column, name in enumerate(("Mittarin tunnus", "Nimi", "Yksikkö")):
        sheet.write_string(row, column, name, heading)
    for at, indicator in enumerate(indicators, start=row + 1):
        for column, text in enumerate((indicator.id, indicator.name, indicator.unit)):
            sheet.write_string(at, column, text, wrapped)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return row + 1
