"""New numbers against the published ones of the same series: slips, limits, units and periods that are filled."""

import random
from collections.abc import Sequence
from datetime import date

import pytest

from data.model import Break, Missing, Observation, Role
from loaders.check import Checked
from loaders.findings import Severity
from tests.builders import indicator, month, observation
from tests.builders.spreadsheets import book, catalogue, checked, codes, lines, only, series

STEADY = (100, 104, 98, 101, 97, 103, 99, 102, 100, 98)


def uploaded(value: object, current: Sequence[Observation] = (), period: str = "11/2025", **options: object) -> Checked:
    """A workbook with one number, checked against what is published."""
    return checked(book(["Mittari", "Jakso", "Arvo"], ["Käynnit", period, value]), current=current, **options)


def test_a_number_like_the_others_is_fine() -> None:
    assert codes(uploaded(101, series(STEADY))) == ["tunnistettu"]


@pytest.mark.parametrize(
    ("value", "told"),
    [(1010, "kymmenkertainen"), (10_100, "satakertainen"), (10.1, "kymmenesosa"), (1.01, "sadasosa")],
)
@pytest.mark.parametrize("points", [3, 10])
def test_a_slip_of_the_decimal_mark_is_warned_of(value: float, told: str, points: int) -> None:
    finding = only(uploaded(value, series(STEADY[:points])), "pilkku-siirtynyt")
    assert (finding.severity, finding.sheet, finding.cell) == (Severity.WARNS, "Seuranta", "C2")
    assert f"on noin {told} siihen nähden" in finding.message and finding.expected


def test_the_message_of_a_slip_says_what_is_usual() -> None:
    assert only(uploaded(1010, series(STEADY)), "pilkku-siirtynyt").message == (
        "Taulukko Seuranta, solu C2: Luku 1010 käyntiä on noin kymmenkertainen siihen nähden, mitä mittarin muut luvut "
        "ovat (98–103). Tarkista pilkun paikka ja yksikkö."
    )


@pytest.mark.parametrize("current", [STEADY[:2], (), (1, 5, 20, 80, 3), (0, 0, 0, 0), (-10, -12, -11, -9)])
def test_too_few_or_too_unsteady_numbers_tell_no_slip(current: Sequence[float]) -> None:
    assert "pilkku-siirtynyt" not in codes(uploaded(1010, series(current)))


def test_a_slip_shows_by_the_other_numbers_of_the_same_file() -> None:
    result = checked(lines("Mittari;1/2025;2/2025;3/2025;4/2025;5/2025", "Käynnit;100;104;980;101;97"))
    assert only(result, "pilkku-siirtynyt").cell == "D2"


@pytest.mark.parametrize(("value", "is_told"), [(112, False), (113, True), (81, True), (82, False)])
def test_a_number_outside_the_limits_is_warned_of(value: float, is_told: bool) -> None:
    """Mean 101.2, mean moving range 4: the upper limit is 111.84, the lower one 13.07 below the last; rounded out."""
    result = uploaded(value, series((100, 104, 100, 104, 100, 104, 100, 104, 100, 96)))
    assert ("poikkeava-luku" in codes(result)) is is_told
    if is_told:
        assert only(result, "poikkeava-luku").severity is Severity.WARNS


TURNED = (*STEADY, 81, 79, 82, 80, 81)  # as after a change that came to stay
RISING = tuple(100.0 + 3 * at + at % 2 for at in range(24))


@pytest.mark.parametrize(("value", "current"), [(78, TURNED), (83, TURNED), (101, TURNED), (173, RISING)])
def test_a_series_that_has_turned_or_risen_is_no_surprise(value: float, current: Sequence[float]) -> None:
    assert "poikkeava-luku" not in codes(uploaded(value, series(current)))


@pytest.mark.parametrize(("value", "current"), [(60, TURNED), (130, TURNED), (100, RISING), (200, RISING)])
def test_a_leap_out_of_such_a_series_is_one(value: float, current: Sequence[float]) -> None:
    assert "poikkeava-luku" in codes(uploaded(value, series(current)))


KERTYMA = indicator("rokotetut", name="Rokotetut, kumulatiivinen", unit="hlö")
A_YEAR = tuple(100.0 * at + at % 3 for at in range(1, 13))


@pytest.mark.parametrize(
    ("value", "code"), [(104, ""), (1040, "pilkku-siirtynyt"), (10, "pilkku-siirtynyt"), (300, "poikkeava-luku")]
)
def test_a_cumulative_begins_anew_each_year(value: float, code: str) -> None:
    content = lines("Mittari;Jakso;Arvo", f"Rokotetut, kumulatiivinen;1/2026;{value}")
    history = series(A_YEAR, indicator="rokotetut", unit="hlö")
    found = codes(checked(content, catalogue=catalogue(KERTYMA), current=history))
    assert [one for one in found if one in ("pilkku-siirtynyt", "poikkeava-luku")] == ([code] if code else [])


@pytest.mark.parametrize(("value", "code"), [(1101, ""), (11_010, "pilkku-siirtynyt"), (1500, "poikkeava-luku")])
def test_a_cumulative_is_judged_by_what_a_month_adds(value: float, code: str) -> None:
    content = lines("Mittari;Jakso;Arvo", f"Rokotetut, kumulatiivinen;11/2025;{value}")
    history = series(A_YEAR[:10], indicator="rokotetut", unit="hlö")
    found = codes(checked(content, catalogue=catalogue(KERTYMA), current=history))
    assert [one for one in found if one in ("pilkku-siirtynyt", "poikkeava-luku")] == ([code] if code else [])


@pytest.mark.parametrize(
    "current",
    [
        series(STEADY[:7]),
        series([100] * 10),
        series(STEADY, role=Role.BASELINE),
        series(STEADY, group="sukupuoli: naiset"),
        series(STEADY, region="Lappi"),
        series(STEADY, unit="puhelua"),
    ],
)
def test_only_eight_points_that_vary_and_are_of_the_same_kind_make_limits(current: list[Observation]) -> None:
    assert "poikkeava-luku" not in codes(uploaded(150, current))


def test_a_year_is_not_compared_with_months() -> None:
    assert codes(uploaded(1210, series(STEADY), period="2024")) == ["tunnistettu"]


def test_a_target_is_not_compared() -> None:
    content = lines("Mittari;Jakso;Rooli;Arvo", "Käynnit;11/2025;tavoite;1010")
    assert codes(checked(content, current=series(STEADY))) == ["tunnistettu"]


def test_numbers_before_a_break_are_no_history() -> None:
    broken = indicator("kaynnit", name="Käynnit", unit="käyntiä", breaks=(Break(when=date(2025, 9, 1), reason="x"),))
    assert codes(uploaded(1010, series(STEADY), catalogue=catalogue(broken))) == ["tunnistettu"]
    assert codes(uploaded(150, series(STEADY), catalogue=catalogue(broken))) == ["tunnistettu"]


def test_a_published_number_that_comes_again_is_not_judged_again() -> None:
    current = series([*STEADY, 1010])
    assert codes(uploaded(1010, current)) == ["tunnistettu"]


def test_a_period_that_is_filled_with_another_number_is_warned_of() -> None:
    finding = only(uploaded(99, series(STEADY), period="10/2025"), "jakso-jo-täytetty")
    assert (finding.severity, finding.cell) == (Severity.WARNS, "C2")
    assert (finding.actual, finding.expected) == ("99 käyntiä", "98 käyntiä")


def test_a_number_that_would_be_emptied_is_warned_of() -> None:
    result = checked(lines("Mittari;9/2025;10/2025", "Käynnit;100;-"), current=series(STEADY))
    assert [finding.cell for finding in result.findings if finding.code == "jakso-jo-täytetty"] == ["C2"]


@pytest.mark.parametrize(
    "there",
    [
        observation(98, indicator="kaynnit", unit="käyntiä", role=Role.FOLLOW_UP, period=month(10), note="toinen"),
        observation(None, indicator="kaynnit", role=Role.FOLLOW_UP, period=month(10), missing=Missing.NOT_YET_DUE),
        observation(97, indicator="kaynnit", unit="käyntiä", role=Role.TARGET, period=month(10)),
        observation(97, indicator="kaynnit", unit="käyntiä", role=Role.FOLLOW_UP, period=month(9)),
    ],
)
def test_a_period_that_holds_the_same_or_nothing_is_not(there: Observation) -> None:
    assert codes(uploaded(98, [there], period="10/2025")) == ["tunnistettu"]


def test_a_unit_that_changes_is_warned_of_once() -> None:
    current = series(STEADY, indicator="Uusi", unit="puhelua")
    rows = ("Uusi;11/2025;kpl;5", "Uusi;12/2025;kpl;6", "Uusi;1/2026;puhelua;101")
    result = checked(lines("Mittari;Jakso;Yksikkö;Arvo", *rows), current=current)
    finding = only(result, "yksikkö-vaihtui")
    assert (finding.cell, finding.actual, finding.expected) == ("D2", "kpl", "puhelua")


def test_a_unit_that_the_catalogue_knows_is_told_once() -> None:
    result = checked(lines("Mittari;Jakso;Yksikkö;Arvo", "Käynnit;11/2025;%;5"), current=series(STEADY))
    assert codes(result) == ["tunnistettu", "yksikkö-poikkeaa"]


@pytest.mark.slow
def test_planted_slips_are_found_and_clean_numbers_are_left_in_peace() -> None:
    """Twelve published months; then a clean one, and the same with a slip. Seeded: the figures stay the same."""
    chance = random.Random(4)
    alarms = found = 0
    for _ in range(200):
        level = chance.choice((3.2, 45, 180, 15_280))
        *published, new = (round(chance.gauss(level, level * 0.06), 2) for _ in range(13))
        current = series(published)
        alarms += uploaded(new, current, "1/2026").findings[1:] != ()
        slipped = round(new * chance.choice((0.01, 0.1, 10, 100)), 4)
        found += "pilkku-siirtynyt" in codes(uploaded(slipped, current, "1/2026"))
    assert found == 200
    assert alarms <= 4, alarms
