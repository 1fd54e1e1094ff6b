"""What stands in and around tables: titles, headings in two rows, totals, footnotes, hidden parts, several tables."""

from openpyxl import Workbook

from tests.builders.spreadsheets import book, lines
from tests.loaders.corpus.case import File, case


@case("titles footnotes totals empty-lines hidden-rows nothing-silent")
def a_report_with_everything_around_the_table() -> File:
    """Two title lines, an empty column, an empty row, a total, footnotes, a hidden row and a hidden column."""

    def fill(workbook: Workbook) -> None:
        sheet = workbook["Seuranta"]
        sheet.row_dimensions[7].hidden = True
        sheet.column_dimensions["E"].hidden = True

    return File(
        book(
            ["Palvelujen saatavuus"],
            ["Tilanne lokakuussa"],
            [],
            ["Mittari", None, "2023", "2024", "2025"],
            ["Käynnit", None, 100, 110, 120],
            [],
            ["Odotusaika", None, 14, 13, 12],
            ["Yhteensä", None, 114, 123, 132],
            ["* ennakkotieto"],
            ["Lähde: potilastietojärjestelmä"],
            fill=fill,
        ),
        """
        C5 | kaynnit | seuranta 2023 = 2023-01-01–2023-12-31 | 100 käyntiä ~yksikkö
        D5 | kaynnit | seuranta 2024 = 2024-01-01–2024-12-31 | 110 käyntiä ~yksikkö
        E5 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | 120 käyntiä ~yksikkö
        C7 | odotus | seuranta 2023 = 2023-01-01–2023-12-31 | 14 vrk ~yksikkö
        D7 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 13 vrk ~yksikkö
        E7 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 12 vrk ~yksikkö
        varoitus piilotettuja-rivejä
        varoitus piilotettuja-sarakkeita
        tieto tunnistettu A4
        tieto yhteensä-rivi A8
        tieto selite A9
        tieto selite A10
        """,
    )


@case("two-row-headings merged-headings wide")
def years_over_halves() -> File:
    """Merged years over seasons, the name column merged over both rows."""

    def fill(workbook: Workbook) -> None:
        for area in ("A1:A2", "B1:C1", "D1:E1"):
            workbook["Seuranta"].merge_cells(area)

    return File(
        book(
            ["Mittari", "2024", None, "2025", None],
            [None, "kevät", "syksy", "kevät", "syksy"],
            ["Käynnit", 10, 11, 12, 13],
            fill=fill,
        ),
        """
        B3 | kaynnit | seuranta kevät 2024 = 2024-01-01–2024-06-30 | 10 käyntiä ~jakso,yksikkö
        C3 | kaynnit | seuranta syksy 2024 = 2024-07-01–2024-12-31 | 11 käyntiä ~jakso,yksikkö
        D3 | kaynnit | seuranta kevät 2025 = 2025-01-01–2025-06-30 | 12 käyntiä ~jakso,yksikkö
        E3 | kaynnit | seuranta syksy 2025 = 2025-07-01–2025-12-31 | 13 käyntiä ~jakso,yksikkö
        tieto tunnistettu A1
        """,
    )


@case("two-row-headings by-region titles")
def a_heading_over_regions() -> File:
    """A band over the heading row says what the columns are; a title says when."""
    return File(
        book(
            ["Tilanne 1–6/2025"],
            [None, "Hyvinvointialueet"],
            ["Mittari", "Kymenlaakso", "Päijät-Häme"],
            ["Käynnit", 50, 60],
        ),
        """
        B4 | kaynnit | seuranta 1–6/2025 = 2025-01-01–2025-06-30 | 50 käyntiä ~yksikkö
        C4 | kaynnit @Päijät-Häme | seuranta 1–6/2025 = 2025-01-01–2025-06-30 | 60 käyntiä ~yksikkö
        tieto tunnistettu A3
        tieto jakso-otsikosta A3
        """,
        region="",
    )


@case("several-tables titles template-table")
def tables_under_each_other() -> File:
    """Each with a title of its own, one of another layout, a heading row repeated on a new page."""
    return File(
        book(
            ["1. Saatavuus"],
            ["Mittari", "Lähtötila", "kevät 2021"],
            ["Odotusaika", "24pv", "-"],
            ["Mittari", "Lähtötila", "kevät 2021"],
            ["Käynnit", "15 280", "15330"],
            [],
            ["2. Prosessitavoitteet"],
            ["Prosessitavoite", "Status"],
            ["Malli otettu käyttöön", "käynnissä"],
            [],
            ["3. Kulut"],
            ["Mittari", "2020"],
            ["5.1 - Perheiden kulut ja osuus", "1 723 € (69%)"],
        ),
        """
        B3 | odotus | lähtötila lähtötila | 24 pv
        C3 | odotus | seuranta kevät 2021 = 2021-01-01–2021-06-30 | (ei mitattu) vrk ~jakso
        B5 | kaynnit | lähtötila lähtötila | 15280 käyntiä ~yksikkö
        C5 | kaynnit | seuranta kevät 2021 = 2021-01-01–2021-06-30 | 15330 käyntiä ~jakso,yksikkö
        B13 | kulut | seuranta 2020 = 2020-01-01–2020-12-31 | 1723 €/lapsi ~yksikkö
        B13 | osuus | seuranta 2020 = 2020-01-01–2020-12-31 | 69 %
        B9 | Malli otettu käyttöön | ei HT | ei jaksoa | käynnissä (käynnissä)
        tieto toistuva-otsikko A4
        tieto tunnistettu A2
        tieto tunnistettu A8
        tieto tunnistettu A12
        varoitus yksikkö-poikkeaa B3
        """,
    )


@case("hidden-sheets hidden-rows xlsx")
def hidden_sheets() -> File:
    """A hidden sheet and one that macros alone could show: neither is read, both are told."""

    def fill(workbook: Workbook) -> None:
        for name, state in (("Luonnos", "hidden"), ("Salainen", "veryHidden")):
            sheet = workbook.create_sheet(name)
            sheet.append(["Mittari", "Jakso", "Arvo"])
            sheet.append(["Käynnit", "3/2026", 999])
            sheet.sheet_state = state

    return File(
        book(["Mittari", "Jakso", "Arvo"], ["Käynnit", "3/2026", 5], fill=fill),
        """
        C2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~rooli,yksikkö
        tieto piilotettu-taulukko Luonnos!
        tieto piilotettu-taulukko Salainen!
        tieto tunnistettu A1
        """,
    )


@case("merged-headings long nothing-silent")
def cells_merged_in_the_table() -> File:
    """A name merged over its rows stands in each; a value merged over two rows is not spread."""

    def fill(workbook: Workbook) -> None:
        for area in ("A2:A3", "C4:C5"):
            workbook["Seuranta"].merge_cells(area)

    return File(
        book(
            ["Mittari", "Jakso", "Arvo"],
            ["Käynnit", "1/2026", 5],
            [None, "2/2026", 6],
            ["Odotusaika", "1/2026", 7],
            ["Odotusaika", "2/2026", None],
            fill=fill,
        ),
        """
        C2 | kaynnit | seuranta 1/2026 = 2026-01-01–2026-01-31 | 5 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 2/2026 = 2026-02-01–2026-02-28 | 6 käyntiä ~rooli,yksikkö
        C4 | odotus | seuranta 1/2026 = 2026-01-01–2026-01-31 | 7 vrk ~rooli,yksikkö
        tieto tunnistettu A1
        este yhdistetty-solu C5
        """,
    )


@case("nothing-silent several-tables finding")
def what_no_layout_knows() -> File:
    """A table that lacks a column, one under headings that nobody knows, and a row outside any table."""

    def fill(workbook: Workbook) -> None:
        other = workbook.create_sheet("Kokoukset")
        other.append(["Päivä", "Aihe"])
        other.append(["1.3.2026", "Ohjausryhmä"])
        third = workbook.create_sheet("Puolikas")
        third.append(["Mittari", "Arvo"])
        third.append(["Käynnit", 5])

    return File(
        book(["Tietoja", "5"], ["Mittari", "Jakso", "Arvo"], ["Käynnit", "3/2026", 5], fill=fill),
        """
        C3 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~rooli,yksikkö
        tieto tunnistettu A2
        varoitus ohitettu-rivi A1
        este tuntematon-taulukko Kokoukset!
        este sarake-puuttuu Puolikas!A1
        """,
    )


@case("nothing-silent")
def columns_that_mean_the_same() -> File:
    """Two columns for one thing and a cell outside the headings."""
    return File(
        lines("Mittari;Jakso;Arvo;Tulos", "Käynnit;3/2026;5;6", "Käynnit;4/2026;5;;7"),
        """
        C2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        este sama-otsikko D1
        este ei-otsikkoa E3
        """,
    )


@case("totals long nothing-silent")
def rows_without_a_name() -> File:
    """A total in a long table, a row whose name is missing, a name with nothing beside it."""
    return File(
        lines(
            "Mittari;Jakso;Arvo",
            "Käynnit;3/2026;5",
            ";4/2026;6",
            "Koko alue yhteensä;3/2026;11",
            "Odotusaika;;",
            "Käynnit;;8",
        ),
        """
        C2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta | 8 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        este nimetön-rivi B3
        tieto yhteensä-rivi A4
        tieto selite A5
        varoitus jakso-puuttuu C6
        """,
    )
