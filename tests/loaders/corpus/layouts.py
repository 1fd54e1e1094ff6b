"""The layouts, one file or more of each."""

from datetime import date

from openpyxl import Workbook

from tests.builders.packages import with_macros
from tests.builders.spreadsheets import book, lines
from tests.loaders.corpus.case import File, case


@case("long csv utf-8 period-month")
def long_by_aliases_in_any_order() -> File:
    """Every column by another of its names, the value first; a role column tells target from follow-up."""
    return File(
        lines(
            "Lukema;Ajankohta;Indikaattori;Hyvinvointialue;Vastaajia;Rooli;Yksikkö;Ulottuvuus;Huomio",
            "12,5;3/2025;Odotusaika;Keusote;;seuranta;pv;kunta: Hyvinkää;",
            "14;2025-04;odotus;Keski-Uudenmaan hyvinvointialue;;toteuma;vrk;;ennakkotieto",
            "41;2025M05;Kiireelliset sijoitukset;Kymsote;120;seuranta;%;;",
            "7;2026;Odotusaika;;;tavoitetaso;vuorokautta;;",
            "noin 20;2019;Odotusaika;Kymenlaakso;;lähtötilanne;vrk;;",
        ),
        """
        A2 | odotus [kunta: Hyvinkää] @Keski-Uusimaa | seuranta 3/2025 = 2025-03-01–2025-03-31 | 12,5 pv
        A3 | odotus @Keski-Uusimaa | seuranta 2025-04 = 2025-04-01–2025-04-30 | 14 vrk
        A4 | sijoitukset | seuranta 2025M05 = 2025-05-01–2025-05-31 | 41 %, n 120
        A5 | odotus | tavoite 2026 = 2026-01-01–2026-12-31 | 7 vrk
        A6 | odotus | lähtötila 2019 = 2019-01-01–2019-12-31 | noin 20 vrk
        tieto tunnistettu A1
        varoitus yksikkö-poikkeaa A2
        """,
    )


@case("long xlsx period-dates percent")
def long_in_a_workbook() -> File:
    """Numbers, dates and percentages as Excel stores them, with an unknown column and an unknown indicator."""

    def fill(workbook: Workbook) -> None:
        sheet = workbook["Seuranta"]
        sheet["C2"].number_format = "0 %"
        sheet["C3"].number_format = "0.0%"
        sheet["B2"].number_format = "m/yyyy"
        sheet["B3"].number_format = "d.m.yyyy"

    return File(
        book(
            ["Mittari", "Kuukausi", "Arvo", "Kirjaaja"],
            ["Kiireelliset sijoitukset", date(2026, 3, 1), 0.45, "M. M."],
            ["Kiireelliset sijoitukset", date(2026, 4, 30), 0.455, "M. M."],
            ["Kiireelliset sijoitukset", "5/2026", 46, "M. M."],
            ["Uusi mittari", "5/2026", 3, None],
            fill=fill,
        ),
        """
        C2 | sijoitukset | seuranta 3/2026 = 2026-03-01–2026-03-31 | 45 % ~rooli
        C3 | sijoitukset | seuranta 30.4.2026 = 2026-04-30 | 45,5 % ~rooli
        C4 | sijoitukset | seuranta 5/2026 = 2026-05-01–2026-05-31 | 46 % ~rooli,yksikkö
        C5 | Uusi mittari | seuranta 5/2026 = 2026-05-01–2026-05-31 | 3 ~rooli
        tieto tunnistettu A1
        tieto tuntematon-sarake D1
        varoitus tuntematon-mittari C5
        """,
    )


@case("long ranges missing-marks")
def long_with_bounds_words_and_reasons() -> File:
    """Every way for a row to hold something else than one number, each in its own column."""
    return File(
        lines(
            "mittari;jakso;rooli;arvo;alaraja;yläraja;tarkenne;n;puuttuu;sanoin",
            "Henkilöstön eNPS;2025;seuranta;;-45;-30;;;;",
            "Odotusaika;2025;seuranta;12;;;noin;40;;",
            "Odotusaika;2026;seuranta;;;;;;ei vielä;",
            "Odotusaika;2026;tavoite;;;;;;;lyhenee nykyisestä",
            "Odotusaika;2027;tavoite;;5;;;;;",
            "Odotusaika;2024;seuranta;7;;;;;peitetty;",
            "Odotusaika;2023;seuranta;alle 9;;;yli;;;",
            "Odotusaika;2022;seuranta;5;9;7;;x;;",
        ),
        """
        A2 | enps | seuranta 2025 = 2025-01-01–2025-12-31 | -45…-30 pistettä ~yksikkö
        D3 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | noin 12 vrk, n 40 ~yksikkö
        A4 | odotus | seuranta 2026 = 2026-01-01–2026-12-31 | (ei vielä)
        A5 | odotus | tavoite 2026 = 2026-01-01–2026-12-31 | “lyhenee nykyisestä”
        tieto tunnistettu A1
        este puolikas-väli E6
        este ristiriitainen-rivi I7
        este ristiriitainen-rivi G8
        este käänteinen-väli E9
        este ristiriitainen-rivi D9
        este ei-luku H9
        """,
    )


@case("wide period-quarter period-month-name csv")
def wide_by_quarters_and_months() -> File:
    """Quarters in two spellings, then months by name, beside the group and the unit of each row."""
    return File(
        lines(
            "Mittari;Ryhmä;Yksikkö;Lähtötila 2019;Q1/2025;II/2025;heinä 2025;elokuu 2025;Tavoite 2026",
            "Käynnit;sukupuoli: naiset;;1 200;310;295;101;99;1 000",
            "Odotusaika;;pv;14;12,5;11;;-;enintään 7",
        ),
        """
        D2 | kaynnit [sukupuoli: naiset] | lähtötila 2019 = 2019-01-01–2019-12-31 | 1200 käyntiä ~yksikkö
        E2 | kaynnit [sukupuoli: naiset] | seuranta Q1/2025 = 2025-01-01–2025-03-31 | 310 käyntiä ~yksikkö
        F2 | kaynnit [sukupuoli: naiset] | seuranta II/2025 = 2025-04-01–2025-06-30 | 295 käyntiä ~yksikkö
        G2 | kaynnit [sukupuoli: naiset] | seuranta heinä 2025 = 2025-07-01–2025-07-31 | 101 käyntiä ~yksikkö
        H2 | kaynnit [sukupuoli: naiset] | seuranta elokuu 2025 = 2025-08-01–2025-08-31 | 99 käyntiä ~yksikkö
        I2 | kaynnit [sukupuoli: naiset] | tavoite 2026 = 2026-01-01–2026-12-31 | 1000 käyntiä ~yksikkö
        D3 | odotus | lähtötila 2019 = 2019-01-01–2019-12-31 | 14 pv
        E3 | odotus | seuranta Q1/2025 = 2025-01-01–2025-03-31 | 12,5 pv
        F3 | odotus | seuranta II/2025 = 2025-04-01–2025-06-30 | 11 pv
        G3 | odotus | seuranta heinä 2025 = 2025-07-01–2025-07-31 | (tyhjä) pv
        H3 | odotus | seuranta elokuu 2025 = 2025-08-01–2025-08-31 | (ei mitattu) pv
        I3 | odotus | tavoite 2026 = 2026-01-01–2026-12-31 | enintään 7 pv
        tieto tunnistettu A1
        varoitus yksikkö-poikkeaa D3
        varoitus yksikkö-poikkeaa E3
        varoitus yksikkö-poikkeaa F3
        varoitus yksikkö-poikkeaa I3
        """,
    )


@case("wide period-year xlsx")
def wide_by_years_as_numbers() -> File:
    """Years as Excel numbers in the heading row."""
    return File(
        book(["Indikaattori", 2022, 2023, 2024], ["Odotusaika", 14, 13.5, None], ["Käynnit", None, 900, 880]),
        """
        B2 | odotus | seuranta 2022 = 2022-01-01–2022-12-31 | 14 vrk ~yksikkö
        C2 | odotus | seuranta 2023 = 2023-01-01–2023-12-31 | 13,5 vrk ~yksikkö
        D2 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | (tyhjä) vrk
        B3 | kaynnit | seuranta 2022 = 2022-01-01–2022-12-31 | (tyhjä) käyntiä
        C3 | kaynnit | seuranta 2023 = 2023-01-01–2023-12-31 | 900 käyntiä ~yksikkö
        D3 | kaynnit | seuranta 2024 = 2024-01-01–2024-12-31 | 880 käyntiä ~yksikkö
        tieto tunnistettu A1
        """,
    )


@case("by-region titles period-year")
def by_region_with_the_period_in_the_title() -> File:
    """A table of regions under the year in its title; one heading is almost a region."""
    return File(
        book(
            ["Alueet rinnakkain 2024"],
            ["Mittari", "Kymenlaakso", "Keusote", "Etelä-Karjalan hyvinvointialue", "Päijät-Häme", "Kymi"],
            ["Odotusaika", 12, "14,5", "-", None, 3],
            ["Kiireelliset sijoitukset", "0,36 %", "0,4 %", "..", "noin 1 %", None],
        ),
        """
        B3 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 12 vrk ~yksikkö
        C3 | odotus @Keski-Uusimaa | seuranta 2024 = 2024-01-01–2024-12-31 | 14,5 vrk ~yksikkö
        D3 | odotus @Etelä-Karjala | seuranta 2024 = 2024-01-01–2024-12-31 | (ei mitattu) vrk
        E3 | odotus @Päijät-Häme | seuranta 2024 = 2024-01-01–2024-12-31 | (tyhjä) vrk
        B4 | sijoitukset | seuranta 2024 = 2024-01-01–2024-12-31 | 0,36 %
        C4 | sijoitukset @Keski-Uusimaa | seuranta 2024 = 2024-01-01–2024-12-31 | 0,4 %
        D4 | sijoitukset @Etelä-Karjala | seuranta 2024 = 2024-01-01–2024-12-31 | (ei tietoa) %
        E4 | sijoitukset @Päijät-Häme | seuranta 2024 = 2024-01-01–2024-12-31 | noin 1 %
        tieto tunnistettu A2
        varoitus tuntematon-alue-otsikko F2
        tieto jakso-otsikosta A2
        """,
        region="",
    )


@case("by-region period-months finding")
def by_region_with_a_period_on_each_row() -> File:
    """A column of periods beside the regions; one of them nobody can read."""
    return File(
        lines(
            "Mittari;Jakso;Kymenlaakso;Lappi",
            "Käynnit;1–6/2022;120;80",
            "Käynnit;10/2021–9/2022;300;alle 5",
            "Käynnit;viime vuonna;1;2",
        ),
        """
        C2 | kaynnit | seuranta 1–6/2022 = 2022-01-01–2022-06-30 | 120 käyntiä ~yksikkö
        D2 | kaynnit @Lappi | seuranta 1–6/2022 = 2022-01-01–2022-06-30 | 80 käyntiä ~yksikkö
        C3 | kaynnit | seuranta 10/2021–9/2022 = 2021-10-01–2022-09-30 | 300 käyntiä ~yksikkö
        D3 | kaynnit @Lappi | seuranta 10/2021–9/2022 = 2021-10-01–2022-09-30 | (peitetty) käyntiä
        tieto tunnistettu A1
        este jakso-ei-tunnistu B4
        """,
        region="",
    )


@case("sheet-region wide xlsx")
def a_sheet_for_each_region() -> File:
    """The sheet's name tells the region; each sheet has a table by periods."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"].title = "Kymenlaakso"
        other = workbook.create_sheet("Keusote")
        other.append(["Mittari", "2024", "2025"])
        other.append(["Odotusaika", 15, 16])

    return File(
        book(["Mittari", "2024", "2025"], ["Odotusaika", 12, 11], fill=fill),
        """
        Kymenlaakso!B2 | odotus | seuranta 2024 = 2024-01-01–2024-12-31 | 12 vrk ~yksikkö
        Kymenlaakso!C2 | odotus | seuranta 2025 = 2025-01-01–2025-12-31 | 11 vrk ~yksikkö
        Keusote!B2 | odotus @Keski-Uusimaa | seuranta 2024 = 2024-01-01–2024-12-31 | 15 vrk ~yksikkö
        Keusote!C2 | odotus @Keski-Uusimaa | seuranta 2025 = 2025-01-01–2025-12-31 | 16 vrk ~yksikkö
        tieto tunnistettu Kymenlaakso!A1
        tieto tunnistettu Keusote!A1
        tieto taulukon-nimestä Kymenlaakso!A1
        tieto taulukon-nimestä Keusote!A1
        """,
        region="",
    )


@case("sheet-month long xlsx")
def a_sheet_for_each_month() -> File:
    """The sheet's name tells the month; a column for it is not needed."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"].title = "3-2026"
        april = workbook.create_sheet("huhtikuu 2026")
        april.append(["Mittari", "Arvo"])
        april.append(["Käynnit", 41])
        notes = workbook.create_sheet("Muistio")
        notes.append(["Tämä työkirja päivitetään kuukausittain"])

    return File(
        book(["Mittari", "Arvo"], ["Käynnit", 40], ["Odotusaika", "9vrk"], fill=fill),
        """
        3-2026!B2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 40 käyntiä ~rooli,yksikkö
        3-2026!B3 | odotus | seuranta 3/2026 = 2026-03-01–2026-03-31 | 9 vrk ~rooli
        huhtikuu 2026!B2 | kaynnit | seuranta huhtikuu 2026 = 2026-04-01–2026-04-30 | 41 käyntiä ~rooli,yksikkö
        tieto tunnistettu 3-2026!A1
        tieto tunnistettu huhtikuu 2026!A1
        tieto ohitettu-taulukko Muistio!
        tieto taulukon-nimestä 3-2026!A1
        tieto taulukon-nimestä huhtikuu 2026!A1
        """,
    )


@case("sheet-goal goals-status goals-yes-no xlsx")
def a_sheet_of_process_goals_for_each_hyotytavoite() -> File:
    """Statuses on one sheet, yes or no on another; the sheets tell the goals."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"].title = "Hyötytavoite 1"
        second = workbook.create_sheet("HT 2")
        second.append(["Prosessitavoite", "Toteutunut kyllä/ei"])
        for row in (["Neuvola tavoittaa perheet", "kyllä"], ["Ryhmät alkavat", "ei"], ["Kysely tehty", None]):
            second.append(row)

    return File(
        book(
            ["Prosessitavoite", "Status", "Päivä", "Huomautus"],
            ["Ajan saa viikossa", "toteutunut", date(2026, 3, 31), None],
            ["Chat avataan", "kesken", "3/2026", "odottaa"],
            ["Omahoito laajenee", "jumissa", "2026", None],
            fill=fill,
        ),
        """
        Hyötytavoite 1!B2 | Ajan saa viikossa | HT 1 | 31.3.2026 = 2026-03-31 | toteutunut (toteutunut)
        Hyötytavoite 1!B3 | Chat avataan | HT 1 | 3/2026 = 2026-03-01–2026-03-31 | käynnissä (kesken) – odottaa
        Hyötytavoite 1!B4 | Omahoito laajenee | HT 1 | 2026 = 2026-01-01–2026-12-31 | ei tietoa (jumissa)
        HT 2!B2 | Neuvola tavoittaa perheet | HT 2 | ei jaksoa | toteutunut (kyllä)
        HT 2!B3 | Ryhmät alkavat | HT 2 | ei jaksoa | ei toteutunut (ei)
        HT 2!A4 | Kysely tehty | HT 2 | ei jaksoa | ei tietoa ()
        tieto tunnistettu Hyötytavoite 1!A1
        tieto tunnistettu HT 2!A1
        tieto taulukon-nimestä Hyötytavoite 1!A1
        varoitus tuntematon-status Hyötytavoite 1!B4
        tieto taulukon-nimestä HT 2!A1
        tieto tila-epäselvä HT 2!A4
        """,
    )


@case("goals-yes-no footnotes totals csv")
def process_goals_by_yes_and_no() -> File:
    """A report's table of goals with a footnote under it; a repetition and a contradiction."""
    return File(
        lines(
            "Prosessitavoite;Toteutunut (kyllä/ei);Hyötytavoite",
            "Sote-tiimi käytössä;kyllä;1",
            "Perhekeskus avattu;ei;2. Ehkäisevä työ",
            "Sote-tiimi käytössä;kyllä;1",
            "Perhekeskus avattu;kyllä;2",
            "Omaolo käytössä;Kyllä;9",
            "* tilanne vuoden lopussa;;",
        ),
        """
        B2 | Sote-tiimi käytössä | HT 1 | ei jaksoa | toteutunut (kyllä)
        B3 | Perhekeskus avattu | HT 2 | ei jaksoa | ei toteutunut (ei)
        B5 | Perhekeskus avattu | HT 2 | ei jaksoa | toteutunut (kyllä)
        B6 | Omaolo käytössä | ei HT | ei jaksoa | toteutunut (Kyllä)
        tieto tunnistettu A1
        varoitus tuntematon-hyötytavoite C6
        tieto selite A7
        tieto sama-tieto-kahdesti B4
        este sama-kohta-kahdesti B5
        """,
    )


@case("sotkanet dialect-sotkanet decimal-mark region-code")
def sotkanet_by_numbers() -> File:
    """Sotkanet's numbers for indicator and region, a point as decimal mark, all genders."""
    return File(
        lines(
            "indicator;region;year;gender;primary value;absolute value",
            "1552;967;2022;total;41.5;3210",
            "1552;967;2022;male;1.234;600",
            "1552;966;2022;female;39.25;",
            "1552;658;2022;total;40.1;210000",
            "1552;967;2023;total;..;",
            "99;967;2022;total;5.5;",
        ),
        """
        E2 | tk | seuranta 2022 = 2022-01-01–2022-12-31 | 41,5 käyntiä ~yksikkö
        E3 | tk [sukupuoli: miehet] | seuranta 2022 = 2022-01-01–2022-12-31 | 1,234 käyntiä ~yksikkö
        E4 | tk [sukupuoli: naiset] @Keski-Uusimaa | seuranta 2022 = 2022-01-01–2022-12-31 | 39,25 käyntiä ~yksikkö
        E6 | tk | seuranta 2023 = 2023-01-01–2023-12-31 | (ei tietoa)
        E7 | 99 | seuranta 2022 = 2022-01-01–2022-12-31 | 5,5
        tieto tunnistettu A1
        tieto absoluuttinen-arvo F1
        tieto muu-alue A5
        varoitus tuntematon-mittari E7
        """,
        region="",
    )


@case("sotkanet region-code")
def sotkanet_by_names_and_codes() -> File:
    """Names beside ids: a code that is another region's, an old code that may be two, a municipality."""
    return File(
        lines(
            "Indikaattori;Indikaattorin tunnus;Alue;Aluekoodi;Aluetaso;Vuosi;Sukupuoli;Arvo",
            "Lääkärikäynnit;1552;Kymenlaakson hyvinvointialue;10;Hyvinvointialue;2023;yhteensä;41.5",
            "Lääkärikäynnit;1552;Kymenlaakson hyvinvointialue;2;Hyvinvointialue;2024;yhteensä;41.7",
            "Lääkärikäynnit;1552;;6;Hyvinvointialue;2024;naiset;40.25",
            "Lääkärikäynnit;1552;Kotka;285;Kunta;2024;yhteensä;39.5",
            "Lääkärikäynnit;1552;Kymenlaakso;10;;2024;muut;1.5",
        ),
        """
        H2 | tk | seuranta 2023 = 2023-01-01–2023-12-31 | 41,5 käyntiä ~yksikkö
        H3 | tk | seuranta 2024 = 2024-01-01–2024-12-31 | 41,7 käyntiä ~yksikkö
        H4 | tk [sukupuoli: naiset] @6 | seuranta 2024 = 2024-01-01–2024-12-31 | 40,25 käyntiä ~yksikkö
        tieto tunnistettu A1
        varoitus aluekoodi-ristiriita D3
        tieto muu-alue A5
        este tuntematon-merkintä G6
        este moniselitteinen-aluekoodi H4
        """,
        region="",
    )


@case("dialect-kela decimal-mark csv")
def kela_with_commas() -> File:
    """Semicolons and decimal commas; 1,493 is then one and a half."""
    return File(
        lines(
            "Mittari;Vuosi;Arvo",
            "Perheiden kulut;2021;1,493",
            "Perheiden kulut;2022;1 602,25",
            "Perheiden kulut;2023;98,5",
        ),
        """
        C2 | kulut | seuranta 2021 = 2021-01-01–2021-12-31 | 1,493 €/lapsi ~rooli,yksikkö
        C3 | kulut | seuranta 2022 = 2022-01-01–2022-12-31 | 1602,25 €/lapsi ~rooli,yksikkö
        C4 | kulut | seuranta 2023 = 2023-01-01–2023-12-31 | 98,5 €/lapsi ~rooli,yksikkö
        tieto tunnistettu A1
        """,
    )


@case("tsv long")
def a_text_table_with_tabs() -> File:
    """Pasted out of Excel: tabs between, commas within."""
    return File(
        lines("Mittari\tJakso\tArvo", "Odotusaika\t3/2026\t12,5", "Käynnit\t3/2026\t1 200"),
        """
        C2 | odotus | seuranta 3/2026 = 2026-03-01–2026-03-31 | 12,5 vrk ~rooli,yksikkö
        C3 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 1200 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        """,
        name="seuranta.tsv",
    )


@case("xlsm long formulas")
def a_workbook_with_macros() -> File:
    """A macro part in it and a formula with no stored value: nothing of either is run."""

    def fill(workbook: Workbook) -> None:
        workbook["Seuranta"]["C3"] = "=C2*2"

    content = book(["Mittari", "Jakso", "Arvo"], ["Käynnit", "3/2026", 5], ["Käynnit", "4/2026"], fill=fill)
    return File(
        with_macros(content),
        """
        C2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~rooli,yksikkö
        este kaava-ilman-arvoa C3
        tieto tunnistettu A1
        """,
        name="makrot.xlsm",
    )
