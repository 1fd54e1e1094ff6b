"""Every form of a number, and of the lack of one, in whole files."""

from datetime import date

from openpyxl import Workbook

from tests.builders.spreadsheets import book, lines
from tests.loaders.corpus.case import File, case


def months(unit_name: str, *values: str) -> bytes:
    """A long table of one indicator with these values, a month each."""
    return lines("Mittari;Jakso;Arvo", *(f"{unit_name};{at}/2025;{value}" for at, value in enumerate(values, start=1)))


@case("thousands")
def thousands_with_spaces_of_all_kinds() -> File:
    """Plain, no-break, narrow no-break, thin and figure space; and points between thousands."""
    return File(
        months("Käynnit", "15 280", "15\u00a0281", "15\u202f282", "15\u2009283", "15\u2007284", "15.285"),
        """
        C2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 15280 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 15281 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 15282 käyntiä ~rooli,yksikkö
        C5 | kaynnit | seuranta 4/2025 = 2025-04-01–2025-04-30 | 15283 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta 5/2025 = 2025-05-01–2025-05-31 | 15284 käyntiä ~rooli,yksikkö
        C7 | kaynnit | seuranta 6/2025 = 2025-06-01–2025-06-30 | 15285 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus moniselitteinen C1
        """,
    )


@case("minus")
def minus_signs_of_three_kinds() -> File:
    """Hyphen, minus and dash before a number; alone each is a mark that nothing was measured."""
    return File(
        months("Henkilöstön eNPS", "-15", "−16", "–17", "-", "–", "−"),
        """
        C2 | enps | seuranta 1/2025 = 2025-01-01–2025-01-31 | -15 pistettä ~rooli,yksikkö
        C3 | enps | seuranta 2/2025 = 2025-02-01–2025-02-28 | -16 pistettä ~rooli,yksikkö
        C4 | enps | seuranta 3/2025 = 2025-03-01–2025-03-31 | -17 pistettä ~rooli,yksikkö
        C5 | enps | seuranta 4/2025 = 2025-04-01–2025-04-30 | (ei mitattu) ~rooli
        C6 | enps | seuranta 5/2025 = 2025-05-01–2025-05-31 | (ei mitattu) ~rooli
        C7 | enps | seuranta 6/2025 = 2025-06-01–2025-06-30 | (ei mitattu) ~rooli
        tieto tunnistettu A1
        """,
    )


@case("percent glued-units")
def shares_by_number_format() -> File:
    """0.45 shown as 45 %, 45 with a unit in its format, a bare 0.45, a text with %."""

    def fill(workbook: Workbook) -> None:
        for cell, pattern in (("B2", "0%"), ("C2", '0" %"'), ("B4", '0.0" vrk"'), ("B5", "#,##0 €")):
            workbook["Seuranta"][cell].number_format = pattern

    return File(
        book(
            ["Mittari", "2023", "2024", "2025"],
            ["Kiireelliset sijoitukset", 0.45, 45, 0.45],
            ["Lastensuojelun osuus", "46%", 47, "48 prosenttia"],
            ["Odotusaika", 12.5, "8pv", 9],
            ["Perheiden kulut", 1723, "1 800 euroa", "1,9 t€"],
            fill=fill,
        ),
        """
        B2 | sijoitukset | seuranta 2023 = 2023-01-01–2023-12-31 | 45 %
        C2 | sijoitukset | seuranta 2024 = 2024-01-01–2024-12-31 | 45 %
        D2 | sijoitukset | seuranta 2025 = 2025-01-01–2025-12-31 | 0,45 % ~yksikkö
        B3 | osuus | seuranta 2023 = 2023-01-01–2023-12-31 | 46 %
        C3 | osuus | seuranta 2024 = 2024-01-01–2024-12-31 | 47 % ~yksikkö
        D3 | osuus | seuranta 2025 = 2025-01-01–2025-12-31 | 48 %
        B4 | odotus | seuranta 2023 = 2023-01-01–2023-12-31 | 12,5 vrk
        C4 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 8 pv
        D4 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 9 vrk ~yksikkö
        B5 | kulut | seuranta 2023 = 2023-01-01–2023-12-31 | 1723 €/lapsi ~yksikkö
        C5 | kulut | seuranta 2024 = 2024-01-01–2024-12-31 | 1800 €/lapsi ~yksikkö
        D5 | kulut | seuranta 2025 = 2025-01-01–2025-12-31 | 1,9 1 000 €
        tieto tunnistettu A1
        varoitus yksikkö-poikkeaa C4
        varoitus yksikkö-poikkeaa D5
        """,
    )


@case("glued-units finding")
def units_glued_on() -> File:
    """Units without a space, in words, one that is another than the indicator's, and one that nobody knows."""
    return File(
        lines(
            "Mittari;Jakso;Arvo",
            "Odotusaika;1/2025;24vrk",
            "Odotusaika;2/2025;24 vuorokautta",
            "Odotusaika;3/2025;24pv",
            "Koulutetut;1/2025;8hlöä",
            "Uusi asia;1/2025;8kpl",
            "Toinen asia;1/2025;5 porkkanaa",
            "Yhteisasiakkaiden kokemus;1/2025;1,5 milj. €",
        ),
        """
        C2 | odotus | seuranta 1/2025 = 2025-01-01–2025-01-31 | 24 vrk ~rooli
        C3 | odotus | seuranta 2/2025 = 2025-02-01–2025-02-28 | 24 vrk ~rooli
        C4 | odotus | seuranta 3/2025 = 2025-03-01–2025-03-31 | 24 pv ~rooli
        C5 | koulutetut | seuranta 1/2025 = 2025-01-01–2025-01-31 | 8 hlö ~rooli
        C6 | Uusi asia | seuranta 1/2025 = 2025-01-01–2025-01-31 | 8 kpl ~rooli
        C7 | Toinen asia | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5 porkkanaa ~rooli
        C8 | kokemus | seuranta 1/2025 = 2025-01-01–2025-01-31 | 1,5 milj. € ~rooli
        tieto tunnistettu A1
        varoitus tuntematon-mittari C6
        varoitus tuntematon-mittari C7
        varoitus yksikkö-poikkeaa C4
        varoitus tuntematon-yksikkö C7
        """,
    )


@case("qualifiers")
def qualified_numbers() -> File:
    """Every word and sign that says how exact a number is."""
    return File(
        months(
            "Odotusaika",
            "noin 12", "n. 13", "yli 14", "alle 15", "vähintään 16", "lähes 17", "enintään 18", "> 19", "≤20", "~21",
        ),
        """
        C2 | odotus | seuranta 1/2025 = 2025-01-01–2025-01-31 | noin 12 vrk ~rooli,yksikkö
        C3 | odotus | seuranta 2/2025 = 2025-02-01–2025-02-28 | noin 13 vrk ~rooli,yksikkö
        C4 | odotus | seuranta 3/2025 = 2025-03-01–2025-03-31 | yli 14 vrk ~rooli,yksikkö
        C5 | odotus | seuranta 4/2025 = 2025-04-01–2025-04-30 | alle 15 vrk ~rooli,yksikkö
        C6 | odotus | seuranta 5/2025 = 2025-05-01–2025-05-31 | vähintään 16 vrk ~rooli,yksikkö
        C7 | odotus | seuranta 6/2025 = 2025-06-01–2025-06-30 | lähes 17 vrk ~rooli,yksikkö
        C8 | odotus | seuranta 7/2025 = 2025-07-01–2025-07-31 | enintään 18 vrk ~rooli,yksikkö
        C9 | odotus | seuranta 8/2025 = 2025-08-01–2025-08-31 | yli 19 vrk ~rooli,yksikkö
        C10 | odotus | seuranta 9/2025 = 2025-09-01–2025-09-30 | enintään 20 vrk ~rooli,yksikkö
        C11 | odotus | seuranta 10/2025 = 2025-10-01–2025-10-31 | noin 21 vrk ~rooli,yksikkö
        tieto tunnistettu A1
        """,
    )  # fmt: skip


@case("ranges two-measures minus")
def ranges_and_pairs() -> File:
    """Ranges of negative numbers and with units; two measures in one cell; two numbers that nothing tells apart."""
    return File(
        lines(
            "Mittari;Lähtötila;2025;2026",
            "Henkilöstön eNPS;-30 - -45;−10–5;-15",
            "Odotusaika;5–7 vrk;1-2;noin 3–4",
            "Kiireelliset sijoitukset;10–12 %;5 % - 7 %;9 %",
            "5.1 - Perheiden kulut ja osuus;1 723 € (69%);1 800 €;70 %",
            "Käynnit;5 (6);7;8",
        ),
        """
        B2 | enps | lähtötila lähtötila | -45…-30 pistettä ~yksikkö
        C2 | enps | seuranta 2025 = 2025-01-01–2025-12-31 | -10…5 pistettä ~yksikkö
        D2 | enps | seuranta 2026 = 2026-01-01–2026-12-31 | -15 pistettä ~yksikkö
        B3 | odotus | lähtötila lähtötila | 5…7 vrk
        C3 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 1…2 vrk ~yksikkö
        D3 | odotus | seuranta 2026 = 2026-01-01–2026-12-31 | noin 3…4 vrk ~yksikkö
        B4 | sijoitukset | lähtötila lähtötila | 10…12 %
        C4 | sijoitukset | seuranta 2025 = 2025-01-01–2025-12-31 | 5…7 %
        D4 | sijoitukset | seuranta 2026 = 2026-01-01–2026-12-31 | 9 %
        B5 | kulut | lähtötila lähtötila | 1723 €/lapsi ~yksikkö
        B5 | osuus | lähtötila lähtötila | 69 %
        C5 | kulut | seuranta 2025 = 2025-01-01–2025-12-31 | 1800 €/lapsi ~yksikkö
        D5 | osuus | seuranta 2026 = 2026-01-01–2026-12-31 | 70 %
        C6 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | 7 käyntiä ~yksikkö
        D6 | kaynnit | seuranta 2026 = 2026-01-01–2026-12-31 | 8 käyntiä ~yksikkö
        tieto tunnistettu A1
        este monta-lukua B6
        """,
    )


@case("fractions out-of")
def parts_of_a_whole() -> File:
    """2/3 and the forms of n; 3/2021 is no part of anything, 5/4 neither."""
    return File(
        lines(
            "Mittari;2024;2025",
            "Koulutetut;2/3;9 vastaajaa 10:stä",
            "Kiireelliset sijoitukset;45 % (n=120);12,5 % (11 vastaajaa)",
            "Käynnit;3/2021;5/4",
            "Odotusaika;12 vrk, n = 1 200;7",
        ),
        """
        B2 | koulutetut | seuranta 2024 = 2024-01-01–2024-12-31 | 2 hlö, n 3 ~yksikkö,n
        C2 | koulutetut | seuranta 2025 = 2025-01-01–2025-12-31 | 9 vastaajaa, n 10
        B3 | sijoitukset | seuranta 2024 = 2024-01-01–2024-12-31 | 45 %, n 120
        C3 | sijoitukset | seuranta 2025 = 2025-01-01–2025-12-31 | 12,5 %, n 11
        B5 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 12 vrk, n 1200
        C5 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 7 vrk ~yksikkö
        tieto tunnistettu A1
        varoitus osamäärä B2
        este ei-luku B4
        este ei-luku C4
        varoitus yksikkö-poikkeaa C2
        """,
    )


@case("missing-marks")
def marks_for_what_is_missing() -> File:
    """Each mark with its kind; an empty cell is not yet due only after the last number of the file."""
    return File(
        lines(
            "Mittari;1/2025;2/2025;3/2025;4/2025;5/2025;6/2025;7/2025;8/2025;9/2025;10/2025;11/2025",
            "Odotusaika;;-;–;.;..;...;…;ei mitattu;Ei tietoa;5;",
        ),
        """
        B2 | odotus | seuranta 1/2025 = 2025-01-01–2025-01-31 | (tyhjä) vrk
        C2 | odotus | seuranta 2/2025 = 2025-02-01–2025-02-28 | (ei mitattu) vrk
        D2 | odotus | seuranta 3/2025 = 2025-03-01–2025-03-31 | (ei mitattu) vrk
        E2 | odotus | seuranta 4/2025 = 2025-04-01–2025-04-30 | (ei sovellu) vrk
        F2 | odotus | seuranta 5/2025 = 2025-05-01–2025-05-31 | (ei tietoa) vrk
        G2 | odotus | seuranta 6/2025 = 2025-06-01–2025-06-30 | (ei vielä) vrk
        H2 | odotus | seuranta 7/2025 = 2025-07-01–2025-07-31 | (ei vielä) vrk
        I2 | odotus | seuranta 8/2025 = 2025-08-01–2025-08-31 | (ei mitattu) vrk
        J2 | odotus | seuranta 9/2025 = 2025-09-01–2025-09-30 | (ei tietoa) vrk
        K2 | odotus | seuranta 10/2025 = 2025-10-01–2025-10-31 | 5 vrk ~yksikkö
        L2 | odotus | seuranta 11/2025 = 2025-11-01–2025-11-30 | (ei vielä) vrk
        tieto tunnistettu A1
        """,
    )


@case("hidden-counts groups")
def hidden_counts_and_groups() -> File:
    """A small count is hidden, a rough measure is not; an age group is no number at all."""
    return File(
        lines(
            "Mittari;Ryhmä;2025",
            "Käynnit;;alle 5",
            "Koulutetut;;<5",
            "Koulutetut;sukupuoli: naiset;alle 200",
            "Odotusaika;;alle 5",
            "Kiireelliset sijoitukset;alle 25-vuotiaat;<5 %",
            "Laitoshoito;;alle 25-vuotiaat",
            "4.2 - Laitoshoito (0-16v.);;24",
        ),
        """
        C2 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | (peitetty) käyntiä
        C3 | koulutetut | seuranta 2025 = 2025-01-01–2025-12-31 | (peitetty) hlö
        C4 | koulutetut [sukupuoli: naiset] | seuranta 2025 = 2025-01-01–2025-12-31 | alle 200 hlö ~yksikkö
        C5 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | alle 5 vrk ~yksikkö
        C6 | sijoitukset [alle 25-vuotiaat] | seuranta 2025 = 2025-01-01–2025-12-31 | alle 5 %
        C8 | hoito [ikä: 0–16-vuotiaat] | seuranta 2025 = 2025-01-01–2025-12-31 | 24 vrk ~yksikkö
        tieto tunnistettu A1
        este ei-luku C7
        """,
    )


@case("error-cells formulas all-at-once")
def errors_and_formulas() -> File:
    """Error values, a formula without its value, and all other findings beside them."""

    def fill(workbook: Workbook) -> None:
        sheet = workbook["Seuranta"]
        sheet["C5"] = "=SUM(C2:C4)"

    return File(
        book(
            ["Mittari", "Jakso", "Arvo"],
            ["Käynnit", "1/2025", "#N/A"],
            ["Käynnit", "2/2025", "#DIV/0!"],
            ["Käynnit", "3/2025", "#VIITTAUS!"],
            ["Käynnit", "4/2025"],
            ["Käynnit", "5/2025", "viisi"],
            ["Käynnit", "6/2025", 9],
            fill=fill,
        ),
        """
        C7 | kaynnit | seuranta 6/2025 = 2025-06-01–2025-06-30 | 9 käyntiä ~rooli,yksikkö
        este virhearvo C2
        este virhearvo C3
        este kaava-ilman-arvoa C5
        tieto tunnistettu A1
        este ei-luku C4
        este ei-luku C6
        """,
    )


@case("error-cells wide")
def errors_in_a_table_by_periods() -> File:
    """An error beside numbers stops its own cell alone."""
    return File(
        book(["Mittari", "2024", "2025"], ["Käynnit", 5, "#N/A"], ["Odotusaika", "#DIV/0!", 6]),
        """
        B2 | kaynnit | seuranta 2024 = 2024-01-01–2024-12-31 | 5 käyntiä ~yksikkö
        C3 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 6 vrk ~yksikkö
        este virhearvo C2
        este virhearvo B3
        tieto tunnistettu A1
        """,
    )


@case("ambiguous decimal-mark finding")
def a_column_whose_mark_does_not_show() -> File:
    """Every number could be read two ways: the column is asked about once."""
    return File(
        months("Käynnit", "1.234", "1,493", "2.500"),
        """
        C2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 1234 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 1,493 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 2500 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus moniselitteinen C1
        """,
    )


@case("decimal-mark")
def columns_with_marks_of_their_own() -> File:
    """In one file a column with points, one with commas and one with points between thousands."""
    return File(
        lines(
            "Mittari;2023;2024;2025",
            "Odotusaika;12.5;12,5;1.234,5",
            "Käynnit;1.234;1,234;1.234",
        ),
        """
        B2 | odotus | seuranta 2023 = 2023-01-01–2023-12-31 | 12,5 vrk ~yksikkö
        C2 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 12,5 vrk ~yksikkö
        D2 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 1234,5 vrk ~yksikkö
        B3 | kaynnit | seuranta 2023 = 2023-01-01–2023-12-31 | 1,234 käyntiä ~yksikkö
        C3 | kaynnit | seuranta 2024 = 2024-01-01–2024-12-31 | 1,234 käyntiä ~yksikkö
        D3 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | 1234 käyntiä ~yksikkö
        tieto tunnistettu A1
        """,
    )


@case("decimal-mark finding")
def texts_and_numbers_in_one_column() -> File:
    """Numbers stored as text among numbers; a date where a number should be; prose."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"]["C4"] = date(2026, 3, 2)

    return File(
        book(
            ["Mittari", "Jakso", "Arvo"],
            ["Odotusaika", "1/2025", 12.5],
            ["Odotusaika", "2/2025", "12.5"],
            ["Odotusaika", "3/2025"],
            ["Odotusaika", "4/2025", "noin viikko"],
            ["Odotusaika", "5/2025", True],
            fill=fill,
        ),
        """
        C2 | odotus | seuranta 1/2025 = 2025-01-01–2025-01-31 | 12,5 vrk ~rooli,yksikkö
        C3 | odotus | seuranta 2/2025 = 2025-02-01–2025-02-28 | 12,5 vrk ~rooli,yksikkö
        tieto tunnistettu A1
        este päivämäärä-lukuna C4
        este ei-luku C5
        este ei-luku C6
        """,
    )
