"""Every form of a period, in whole files."""

from datetime import date

from openpyxl import Workbook

from tests.builders.spreadsheets import book, lines
from tests.loaders.corpus.case import File, case


@case(
    "period-month period-month-name period-quarter period-season period-months period-days period-year period-dates ids"
)
def every_form_of_a_period() -> File:
    """One value in each; the last ones are no periods."""
    labels = (
        "3/2024", "2024-04", "2024M05", "kesä 2024", "heinäkuu 2024", "Q3/2024", "IV/2024", "kevät 2021", "syksy 2021",
        "1–6/2022", "10/2021–9/2022", "31.5.–30.9.2022", "31.5.2023–30.9.2023", "2022", "15.5.2024", "2024-05-16",
        "tammi–kesäkuu 2023", "Tavoite 9/2021", "13/2024", "31.2.2024", "viime kevät",
    )  # fmt: skip
    return File(
        lines("Mittari;Jakso;Arvo", *(f"Käynnit;{label};{at}" for at, label in enumerate(labels, start=20))),
        """
        C2 | kaynnit | seuranta 3/2024 = 2024-03-01–2024-03-31 | 20 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 2024-04 = 2024-04-01–2024-04-30 | 21 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 2024M05 = 2024-05-01–2024-05-31 | 22 käyntiä ~rooli,yksikkö
        C5 | kaynnit | seuranta kesä 2024 = 2024-06-01–2024-06-30 | 23 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta heinäkuu 2024 = 2024-07-01–2024-07-31 | 24 käyntiä ~rooli,yksikkö
        C7 | kaynnit | seuranta Q3/2024 = 2024-07-01–2024-09-30 | 25 käyntiä ~rooli,yksikkö
        C8 | kaynnit | seuranta IV/2024 = 2024-10-01–2024-12-31 | 26 käyntiä ~rooli,yksikkö
        C9 | kaynnit | seuranta kevät 2021 = 2021-01-01–2021-06-30 | 27 käyntiä ~jakso,rooli,yksikkö
        C10 | kaynnit | seuranta syksy 2021 = 2021-07-01–2021-12-31 | 28 käyntiä ~jakso,rooli,yksikkö
        C11 | kaynnit | seuranta 1–6/2022 = 2022-01-01–2022-06-30 | 29 käyntiä ~rooli,yksikkö
        C12 | kaynnit | seuranta 10/2021–9/2022 = 2021-10-01–2022-09-30 | 30 käyntiä ~rooli,yksikkö
        C13 | kaynnit | seuranta 31.5.–30.9.2022 = 2022-05-31–2022-09-30 | 31 käyntiä ~rooli,yksikkö
        C14 | kaynnit | seuranta 31.5.2023–30.9.2023 = 2023-05-31–2023-09-30 | 32 käyntiä ~rooli,yksikkö
        C15 | kaynnit | seuranta 2022 = 2022-01-01–2022-12-31 | 33 käyntiä ~rooli,yksikkö
        C16 | kaynnit | seuranta 15.5.2024 = 2024-05-15 | 34 käyntiä ~rooli,yksikkö
        C17 | kaynnit | seuranta 2024-05-16 = 2024-05-16 | 35 käyntiä ~rooli,yksikkö
        C18 | kaynnit | seuranta tammi–kesäkuu 2023 = 2023-01-01–2023-06-30 | 36 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        este jakso-ei-tunnistu B19
        este jakso-ei-tunnistu B20
        este jakso-ei-tunnistu B21
        este jakso-ei-tunnistu B22
        """,
    )


@case("period-dates xlsx")
def excel_dates_as_headings() -> File:
    """Month headings that Excel has turned into dates, shown as months; a day stays a day; two days tell a span."""

    def fill(workbook: Workbook) -> None:
        for cell, pattern in (("B1", "mm/yyyy"), ("C1", "mmm\\-yy"), ("D1", "yyyy"), ("E1", "d.m.yyyy")):
            workbook["Seuranta"][cell].number_format = pattern

    return File(
        book(
            ["Mittari", date(2025, 1, 1), date(2025, 2, 1), date(2024, 1, 1), date(2025, 3, 31)],
            ["Käynnit", 1, 2, 3, 4],
            fill=fill,
        ),
        """
        B2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 1 käyntiä ~yksikkö
        C2 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 2 käyntiä ~yksikkö
        D2 | kaynnit | seuranta 2024 = 2024-01-01–2024-12-31 | 3 käyntiä ~yksikkö
        E2 | kaynnit | seuranta 31.3.2025 = 2025-03-31 | 4 käyntiä ~yksikkö
        tieto tunnistettu A1
        """,
    )


@case("period-days long finding")
def spans_in_two_columns() -> File:
    """First and last day in their own columns; half a span, a span backwards, one that its label denies."""
    return File(
        lines(
            "Mittari;Jakso;Alku;Loppu;Arvo",
            "Käynnit;;1.1.2025;31.3.2025;20",
            "Käynnit;kokeilu;2025-04-01;2025-05-15;21",
            "Käynnit;6/2025;1.6.2025;31.7.2025;22",
            "Käynnit;;1.8.2025;;23",
            "Käynnit;;30.9.2025;1.9.2025;24",
            "Käynnit;;eilen;1.9.2025;25",
        ),
        """
        E2 | kaynnit | seuranta 1.1.2025–31.3.2025 = 2025-01-01–2025-03-31 | 20 käyntiä ~rooli,yksikkö
        E3 | kaynnit | seuranta kokeilu = 2025-04-01–2025-05-15 | 21 käyntiä ~rooli,yksikkö
        E4 | kaynnit | seuranta 6/2025 = 2025-06-01–2025-07-31 | 22 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus jakso-ristiriita B4
        este puolikas-väli C5
        este käänteinen-väli C6
        este jakso-ei-tunnistu C7
        """,
    )


@case("ids template-table")
def ids_are_not_values() -> File:
    """Numbers before names, in three spellings, and a target's own name with a month in it."""
    return File(
        lines(
            "Mittari;2025",
            "1.1 - Kiireelliset sijoitukset;0,4 %",
            "9.2 – Käynnit;5",
            "13.1. Odotusaika;6",
            "Tavoite 9/2021;7",
        ),
        """
        B2 | sijoitukset | seuranta 2025 = 2025-01-01–2025-12-31 | 0,4 %
        B3 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | 5 käyntiä ~yksikkö
        B4 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 6 vrk ~yksikkö
        B5 | Tavoite 9/2021 | seuranta 2025 = 2025-01-01–2025-12-31 | 7
        tieto tunnistettu A1
        varoitus tuntematon-mittari B5
        """,
    )


@case("sheet-month sheet-region by-region")
def months_of_a_year_as_sheets() -> File:
    """The year stands in each title, the month in the name of each sheet."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"].title = "tammikuu"
        sheet = workbook.create_sheet("helmikuu")
        for row in (["Seuranta 2026"], ["Mittari", "Kymenlaakso", "Keusote"], ["Käynnit", 30, 40]):
            sheet.append(row)

    return File(
        book(["Seuranta 2026"], ["Mittari", "Kymenlaakso", "Keusote"], ["Käynnit", 10, 20], fill=fill),
        """
        tammikuu!B3 | kaynnit | seuranta tammikuu 2026 = 2026-01-01–2026-01-31 | 10 käyntiä ~yksikkö
        tammikuu!C3 | kaynnit @Keski-Uusimaa | seuranta tammikuu 2026 = 2026-01-01–2026-01-31 | 20 käyntiä ~yksikkö
        helmikuu!B3 | kaynnit | seuranta helmikuu 2026 = 2026-02-01–2026-02-28 | 30 käyntiä ~yksikkö
        helmikuu!C3 | kaynnit @Keski-Uusimaa | seuranta helmikuu 2026 = 2026-02-01–2026-02-28 | 40 käyntiä ~yksikkö
        tieto tunnistettu tammikuu!A2
        tieto tunnistettu helmikuu!A2
        tieto jakso-otsikosta tammikuu!A2
        tieto jakso-otsikosta helmikuu!A2
        """,
        region="",
    )
