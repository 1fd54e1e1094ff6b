"""Numbers of a file against each other and against the published ones beside them."""

import pytest

from data.model import Missing, Observation, Role
from loaders.findings import Severity
from tests.builders import indicator, observation, year
from tests.builders.spreadsheets import catalogue, checked, codes, lines, only, series

GROUPS = "Mittari;Ryhmä;Jakso;Yksikkö;Arvo"


def published(number: int, **values: float) -> list[Observation]:
    """One year of an indicator: the whole, and parts as "sukupuoli_naiset"."""
    return [
        observation(value, indicator="Uusi", group=group, unit="hlö", role=Role.FOLLOW_UP, period=year(number))
        for name, value in values.items()
        for group in ["" if name == "whole" else name.replace("_", ": ")]
    ]


@pytest.mark.parametrize("value", ["12 hlö, n=10", "12 asiakasta (n = 10)"])
def test_more_than_there_are_is_warned_of(value: str) -> None:
    finding = only(checked(lines("Mittari;Jakso;Arvo", f"Uusi;2025;{value}")), "osoittaja-yli-nimittäjän")
    assert (finding.severity, finding.cell, finding.expected) == (Severity.WARNS, "C2", "10")


@pytest.mark.parametrize("value", ["10 hlö, n=10", "12 %, n=10", "45 käyntiä, n=10", "12 hlö", "2/3"])
def test_what_may_be_more_than_n_is_not(value: str) -> None:
    assert "osoittaja-yli-nimittäjän" not in codes(checked(lines("Mittari;Jakso;Arvo", f"Uusi;2025;{value}")))


def test_a_sum_of_which_a_part_is_hidden_is_not_judged() -> None:
    (men,) = published(2025, sukupuoli_miehet=40)
    hidden = men.model_copy(update={"value": None, "missing": Missing.HIDDEN, "group": "sukupuoli: muu"})
    complete = published(2024, whole=100, sukupuoli_naiset=60, sukupuoli_miehet=40)
    rows = "Uusi;;2025;hlö;100", "Uusi;sukupuoli: naiset;2025;hlö;50"
    assert "osat-eivät-täsmää" in codes(checked(lines(GROUPS, *rows), current=[*complete, men]))
    assert "osat-eivät-täsmää" not in codes(checked(lines(GROUPS, *rows), current=[*complete, men, hidden]))


def test_women_and_men_who_are_not_all_are_warned_of() -> None:
    rows = ("Uusi;;2025;hlö;100", "Uusi;sukupuoli: naiset;2025;hlö;60", "Uusi;sukupuoli: miehet;2025;hlö;41")
    finding = only(checked(lines(GROUPS, *rows)), "osat-eivät-täsmää")
    assert (finding.severity, finding.cell) == (Severity.WARNS, "E2")
    assert finding.message.endswith(
        "Osien (miehet, naiset) summa on 101 hlö, mutta koko luku on 100 hlö. Tarkista osat ja koko luku."
    )


@pytest.mark.parametrize(
    "rows",
    [
        ("Uusi;;2025;hlö;100", "Uusi;sukupuoli: naiset;2025;hlö;60", "Uusi;sukupuoli: miehet;2025;hlö;40"),
        ("Uusi;;2025;hlö;100", "Uusi;sukupuoli: naiset;2025;hlö;60"),
        ("Uusi;;2025;%;50", "Uusi;sukupuoli: naiset;2025;%;60", "Uusi;sukupuoli: miehet;2025;%;40"),
        ("Uusi;;2025;hlö;100", "Uusi;sukupuoli: naiset;2025;hlö;noin 60", "Uusi;sukupuoli: miehet;2025;hlö;41"),
        ("Uusi;;2025;hlö;100", "Uusi;kunta: Kotka;2025;hlö;60", "Uusi;kunta: Hamina;2025;hlö;10"),
        ("Uusi;;2025;ka;3,5", "Uusi;sukupuoli: naiset;2025;ka;3,6", "Uusi;sukupuoli: miehet;2025;ka;3,4"),
    ],
)
def test_parts_that_add_up_or_need_not_are_fine(rows: tuple[str, ...]) -> None:
    assert "osat-eivät-täsmää" not in codes(checked(lines(GROUPS, *rows)))


def test_parts_that_have_been_the_whole_are_so_again() -> None:
    current = published(2024, whole=100, kunta_Kotka=60, kunta_Hamina=40)
    content = lines(GROUPS, "Uusi;;2025;hlö;110", "Uusi;kunta: Kotka;2025;hlö;60", "Uusi;kunta: Hamina;2025;hlö;45")
    assert "osat-eivät-täsmää" in codes(checked(content, current=current))
    assert "osat-eivät-täsmää" not in codes(checked(content))


def test_a_part_that_is_corrected_is_added_to_the_published_ones() -> None:
    current = published(2025, whole=100, sukupuoli_naiset=60, sukupuoli_miehet=40)
    result = checked(lines(GROUPS, "Uusi;sukupuoli: miehet;2025;hlö;50"), current=current)
    assert only(result, "osat-eivät-täsmää").cell == "E2"
    assert "osat-eivät-täsmää" not in codes(checked(lines(GROUPS, "Muu;;2025;hlö;5"), current=current))


def test_a_count_since_january_that_falls_is_warned_of() -> None:
    result = checked(lines("Mittari;1/2025;1–2/2025;1–3/2025;2024;2025", "Käynnit;10;25;24;300;280"))
    finding = only(result, "kertymä-laskee")
    assert (finding.severity, finding.cell) == (Severity.WARNS, "D2")
    assert (finding.actual, finding.expected) == ("24 käyntiä", "25 käyntiä") and "(1–2/2025)" in finding.message


def test_what_is_called_cumulative_falls_only_with_a_new_year() -> None:
    known = catalogue(indicator("kertyma", name="Käynnit, kertymä", unit="käyntiä"))
    current = series((10, 22, 31), indicator="kertyma")
    content = lines("Mittari;4/2025;1/2026", "kertyma;30;5")
    assert only(checked(content, current=current, catalogue=known), "kertymä-laskee").cell == "B2"
    content = lines("Mittari;4/2025;1/2026", "kertyma;31;5")
    assert "kertymä-laskee" not in codes(checked(content, current=current, catalogue=known))


@pytest.mark.parametrize(
    "content",
    [
        lines("Mittari;1/2025;2/2025;3/2025", "Käynnit;30;25;24"),
        lines("Mittari;1/2025;1–2/2025", "Kiireelliset sijoitukset;10 %;9 %"),
        lines("Mittari;1/2025;1–2/2025", "Käynnit;10;noin 9"),
        lines("Mittari;1/2025;1–2/2025", "Käynnit;10;-"),
        lines("Mittari;2/2025;1–2/2025", "Käynnit;10;10"),
    ],
)
def test_what_may_fall_is_not(content: bytes) -> None:
    assert "kertymä-laskee" not in codes(checked(content))
