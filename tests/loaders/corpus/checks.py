"""Every plausibility warning against the own history, the calendar and the other numbers of the file; duplicates."""

from datetime import date

from data.model import Observation
from tests.builders import month, observation
from tests.builders.spreadsheets import lines, series
from tests.loaders.corpus.case import File, case

STEADY = (100.0, 103, 98, 101, 99, 102, 97, 100, 104, 101)  # 1/2025–10/2025


def published(*values: float, **fields: object) -> tuple[Observation, ...]:
    """Months of one indicator that are published, from 1/2025 on."""
    return tuple(series(values, **fields))


@case("slip-10 slip-100 limits")
def slips_of_the_decimal_mark() -> File:
    """Ten and a hundred times too large and too small, one outside the limits, one that is as ever."""
    return File(
        lines(
            "Mittari;Jakso;Arvo",
            "Käynnit;11/2025;1 012",
            "Käynnit;12/2025;10 150",
            "Käynnit;1/2026;10,1",
            "Käynnit;2/2026;1,02",
            "Käynnit;3/2026;125",
            "Käynnit;4/2026;101",
        ),
        """
        C2 | kaynnit | seuranta 11/2025 = 2025-11-01–2025-11-30 | 1012 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 12/2025 = 2025-12-01–2025-12-31 | 10150 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 1/2026 = 2026-01-01–2026-01-31 | 10,1 käyntiä ~rooli,yksikkö
        C5 | kaynnit | seuranta 2/2026 = 2026-02-01–2026-02-28 | 1,02 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 125 käyntiä ~rooli,yksikkö
        C7 | kaynnit | seuranta 4/2026 = 2026-04-01–2026-04-30 | 101 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus pilkku-siirtynyt C2
        varoitus pilkku-siirtynyt C3
        varoitus pilkku-siirtynyt C4
        varoitus pilkku-siirtynyt C5
        varoitus poikkeava-luku C6
        """,
        current=published(*STEADY),
    )


@case("slip-100 percent")
def a_whole_column_in_another_scale() -> File:
    """Shares as fractions of one, where few are published: each is told, though they agree with each other."""
    return File(
        lines("Mittari;Jakso;Arvo", *(f"Kiireelliset sijoitukset;{at}/2025;0,{40 + at}" for at in range(5, 9))),
        """
        C2 | sijoitukset | seuranta 5/2025 = 2025-05-01–2025-05-31 | 0,45 % ~rooli,yksikkö
        C3 | sijoitukset | seuranta 6/2025 = 2025-06-01–2025-06-30 | 0,46 % ~rooli,yksikkö
        C4 | sijoitukset | seuranta 7/2025 = 2025-07-01–2025-07-31 | 0,47 % ~rooli,yksikkö
        C5 | sijoitukset | seuranta 8/2025 = 2025-08-01–2025-08-31 | 0,48 % ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus pilkku-siirtynyt C2
        varoitus pilkku-siirtynyt C3
        varoitus pilkku-siirtynyt C4
        varoitus pilkku-siirtynyt C5
        """,
        current=published(40, 41, 43, 42, indicator="sijoitukset", unit="%"),
    )


@case("slip-10")
def no_slip_in_a_series_that_varies() -> File:
    """Counts that have gone up and down tenfold before."""
    return File(
        lines("Mittari;Jakso;Arvo", "Käynnit;8/2025;500"),
        """
        C2 | kaynnit | seuranta 8/2025 = 2025-08-01–2025-08-31 | 500 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        """,
        current=published(10, 80, 45, 12, 99),
    )


@case("limits")
def no_limits_from_few_points() -> File:
    """Seven points draw no limits; the same number is outside those of eight."""
    return File(
        lines("Mittari;Jakso;Arvo", "Käynnit;8/2025;125"),
        """
        C2 | kaynnit | seuranta 8/2025 = 2025-08-01–2025-08-31 | 125 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        """,
        current=published(*STEADY[:7]),
    )


@case("share")
def shares_outside_their_range() -> File:
    """Above 100 and below 0; 0 and 100 are shares."""
    return File(
        lines(
            "Mittari;Jakso;Arvo",
            "Kiireelliset sijoitukset;1/2025;101 %",
            "Kiireelliset sijoitukset;2/2025;-1 %",
            "Kiireelliset sijoitukset;3/2025;0 %",
            "Kiireelliset sijoitukset;4/2025;100",
        ),
        """
        C2 | sijoitukset | seuranta 1/2025 = 2025-01-01–2025-01-31 | 101 % ~rooli
        C3 | sijoitukset | seuranta 2/2025 = 2025-02-01–2025-02-28 | -1 % ~rooli
        C4 | sijoitukset | seuranta 3/2025 = 2025-03-01–2025-03-31 | 0 % ~rooli
        C5 | sijoitukset | seuranta 4/2025 = 2025-04-01–2025-04-30 | 100 % ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus osuus-rajojen-ulkona C2
        varoitus osuus-rajojen-ulkona C3
        """,
    )


@case("numerator")
def more_than_there_were() -> File:
    """A part of persons that is more than the persons; 11 of 10 in words."""
    return File(
        lines(
            "Mittari;Jakso;Arvo;n",
            "Koulutetut;1/2025;12;10",
            "Koulutetut;2/2025;9;10",
            "Koulutetut;3/2025;11 hlöä 10:stä;",
        ),
        """
        C2 | koulutetut | seuranta 1/2025 = 2025-01-01–2025-01-31 | 12 hlö, n 10 ~rooli,yksikkö
        C3 | koulutetut | seuranta 2/2025 = 2025-02-01–2025-02-28 | 9 hlö, n 10 ~rooli,yksikkö
        C4 | koulutetut | seuranta 3/2025 = 2025-03-01–2025-03-31 | 11 hlö, n 10 ~rooli
        tieto tunnistettu A1
        varoitus osoittaja-yli-nimittäjän C2
        varoitus osoittaja-yli-nimittäjän C4
        """,
    )


@case("parts")
def parts_that_do_not_sum() -> File:
    """Women and men against all; in the second month they sum."""
    return File(
        lines(
            "Mittari;Ryhmä;Jakso;Arvo",
            "Käynnit;;1/2025;100",
            "Käynnit;sukupuoli: naiset;1/2025;60",
            "Käynnit;sukupuoli: miehet;1/2025;30",
            "Käynnit;;2/2025;100",
            "Käynnit;sukupuoli: naiset;2/2025;60",
            "Käynnit;sukupuoli: miehet;2/2025;40",
        ),
        """
        D2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 100 käyntiä ~rooli,yksikkö
        D3 | kaynnit [sukupuoli: naiset] | seuranta 1/2025 = 2025-01-01–2025-01-31 | 60 käyntiä ~rooli,yksikkö
        D4 | kaynnit [sukupuoli: miehet] | seuranta 1/2025 = 2025-01-01–2025-01-31 | 30 käyntiä ~rooli,yksikkö
        D5 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 100 käyntiä ~rooli,yksikkö
        D6 | kaynnit [sukupuoli: naiset] | seuranta 2/2025 = 2025-02-01–2025-02-28 | 60 käyntiä ~rooli,yksikkö
        D7 | kaynnit [sukupuoli: miehet] | seuranta 2/2025 = 2025-02-01–2025-02-28 | 40 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus osat-eivät-täsmää D2
        """,
    )


@case("future")
def periods_to_come() -> File:
    """A follow-up that has not begun; a target may lie ahead."""
    return File(
        lines("Mittari;Jakso;Rooli;Arvo", "Käynnit;3/2026;seuranta;5", "Käynnit;3/2026;tavoite;6", "Käynnit;2/2026;;7"),
        """
        D2 | kaynnit | seuranta 3/2026 = 2026-03-01–2026-03-31 | 5 käyntiä ~yksikkö
        D3 | kaynnit | tavoite 3/2026 = 2026-03-01–2026-03-31 | 6 käyntiä ~yksikkö
        D4 | kaynnit | seuranta 2/2026 = 2026-02-01–2026-02-28 | 7 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus tuleva-jakso D2
        """,
        today=date(2026, 2, 15),
    )


@case("falling")
def a_cumulative_that_falls() -> File:
    """By its card, against a published month and within the file; and by spans that begin on one day."""
    return File(
        lines(
            "Mittari;Jakso;Arvo",
            "Rokotetut, kumulatiivinen;2/2025;90",
            "Rokotetut, kumulatiivinen;3/2025;120",
            "Rokotetut, kumulatiivinen;1/2026;5",
            "Käynnit;1–3/2025;50",
            "Käynnit;1–6/2025;40",
        ),
        """
        C2 | rokotetut | seuranta 2/2025 = 2025-02-01–2025-02-28 | 90 hlö ~rooli,yksikkö
        C3 | rokotetut | seuranta 3/2025 = 2025-03-01–2025-03-31 | 120 hlö ~rooli,yksikkö
        C4 | rokotetut | seuranta 1/2026 = 2026-01-01–2026-01-31 | 5 hlö ~rooli,yksikkö
        C5 | kaynnit | seuranta 1–3/2025 = 2025-01-01–2025-03-31 | 50 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta 1–6/2025 = 2025-01-01–2025-06-30 | 40 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus kertymä-laskee C2
        varoitus kertymä-laskee C6
        """,
        current=published(100, indicator="rokotetut", unit="hlö"),
    )


@case("region-code")
def a_code_that_is_another_regions() -> File:
    """The name wins and the code is told; a bare code that may be two regions stops."""
    return File(
        lines(
            "Alue;Aluekoodi;Mittari;Jakso;Arvo",
            "Kymenlaakso;10;Käynnit;1/2025;5",
            "Kymenlaakso;2;Käynnit;2/2025;6",
            ";6;Käynnit;1/2025;7",
            ";17;Käynnit;1/2025;8",
        ),
        """
        E2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5 käyntiä ~rooli,yksikkö
        E3 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 6 käyntiä ~rooli,yksikkö
        E4 | kaynnit @6 | seuranta 1/2025 = 2025-01-01–2025-01-31 | 7 käyntiä ~rooli,yksikkö
        E5 | kaynnit @17 | seuranta 1/2025 = 2025-01-01–2025-01-31 | 8 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus aluekoodi-ristiriita B3
        este moniselitteinen-aluekoodi E4
        este moniselitteinen-aluekoodi E5
        """,
        region="",
    )


@case("unit-changed finding")
def a_unit_that_changes() -> File:
    """Another unit than the card's, than the column's and than the earlier numbers of an indicator without a card."""
    return File(
        lines(
            "Mittari;Jakso;Yksikkö;Arvo",
            "Käynnit;1/2025;hlö;5",
            "Käynnit;2/2025;käyntiä;5 hlöä",
            "Oma luku;2/2025;kpl;50",
        ),
        """
        D2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5 hlö ~rooli
        D3 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 5 hlö ~rooli
        D4 | Oma luku | seuranta 2/2025 = 2025-02-01–2025-02-28 | 50 kpl ~rooli
        tieto tunnistettu A1
        varoitus yksikkö-ristiriita C3
        varoitus tuntematon-mittari D4
        varoitus yksikkö-poikkeaa D2
        varoitus yksikkö-poikkeaa D3
        varoitus yksikkö-vaihtui D4
        """,
        current=published(5, indicator="Oma luku", unit="hlö"),
    )


@case("filled")
def periods_that_are_filled_already() -> File:
    """The same number again, another number, and a number where a reason was."""
    return File(
        lines("Mittari;Jakso;Arvo", "Käynnit;1/2025;100", "Käynnit;2/2025;104", "Käynnit;3/2025;98"),
        """
        C2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 100 käyntiä ~rooli,yksikkö
        C3 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 104 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 98 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        varoitus jakso-jo-täytetty C3
        """,
        current=(
            *published(100, 103),
            observation(missing="ei mitattu", indicator="kaynnit", unit="käyntiä", role="seuranta", period=month(3)),
        ),
    )


@case("duplicates-conflict duplicates-identical all-at-once")
def the_same_thing_twice() -> File:
    """Identical rows merge; other content stops and shows both; a declared contradiction is two records."""
    return File(
        lines(
            "Mittari;Jakso;Arvo;Ristiriita",
            "Käynnit;1/2025;5;",
            "kaynnit;tammikuu 2025;5,0;",
            "Käynnit;2/2025;5;",
            "Käynnit;2/2025;6;",
            "Käynnit;3/2025;5;r1:a",
            "Käynnit;3/2025;6;r1:b",
        ),
        """
        C2 | kaynnit | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5 käyntiä ~rooli,yksikkö
        C4 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 5 käyntiä ~rooli,yksikkö
        C5 | kaynnit | seuranta 2/2025 = 2025-02-01–2025-02-28 | 6 käyntiä ~rooli,yksikkö
        C6 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 5 käyntiä ~rooli,yksikkö
        C7 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 6 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        tieto sama-tieto-kahdesti C3
        este sama-kohta-kahdesti C5
        """,
    )


@case("all-at-once finding nothing-silent")
def everything_wrong_at_once() -> File:
    """An unknown region, indicator, role, period and number, and a missing period: all are told in one go."""
    return File(
        lines(
            "Alue;Mittari;Jakso;Rooli;Arvo",
            "Kymi;Käynnit;1/2025;seuranta;5",
            "Kymenlaakso;Tuntematon;1/2025;seuranta;5",
            "Kymenlaakso;Käynnit;1/2025;mikä;5",
            "Kymenlaakso;Käynnit;silloin;seuranta;5",
            "Kymenlaakso;Käynnit;2/2025;seuranta;x5x",
            "Kymenlaakso;Käynnit;;seuranta;5",
            "Kymenlaakso;Jonotusaika;1/2025;seuranta;5",
        ),
        """
        E2 | kaynnit @Kymi | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5 käyntiä ~yksikkö
        E3 | Tuntematon | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5
        E7 | kaynnit | seuranta | 5 käyntiä ~yksikkö
        E8 | Jonotusaika | seuranta 1/2025 = 2025-01-01–2025-01-31 | 5
        tieto tunnistettu A1
        este tuntematon-merkintä D4
        este jakso-ei-tunnistu C5
        este ei-luku E6
        este tuntematon-alue E2
        varoitus tuntematon-mittari E3
        varoitus tuntematon-mittari E8
        varoitus jakso-puuttuu E7
        """,
        region="",
    )
