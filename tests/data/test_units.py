"""One list of units for the loader, the series and the small numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.series import series_of
from data.analysis.small_numbers.suppression import protect
from data.model import Missing, Observation, Period, Role
from data.units import COUNTS, MEASURES, UNITS, canonical, is_count, is_measure, may_be_sum
from loaders.checks.consistency import _is_counted
from loaders.parse.numbers import parse
from tests.builders import catalogue, day, indicator, observation, year

SPELLINGS = [(spelling, unit) for unit, spellings in UNITS.items() for spelling in (unit, *spellings)]
JANUARY = Period(label="1/2022", start=day(2022, 1, 1).start, end=day(2022, 1, 31).end)


def year_against_month(unit: str, before: float = 400, after: float = 35) -> tuple[float | None, str]:
    """The difference, and why there is none, of a year's value and a month's."""
    (series,) = series_of(
        [
            observation(before, unit=unit),
            observation(after, unit=unit, role=Role.FOLLOW_UP, period=JANUARY),
        ]
    )
    return series.difference, series.no_difference


@pytest.mark.parametrize(("spelling", "unit"), SPELLINGS)
def test_every_spelling_leads_to_one_unit_and_says_the_same(spelling: str, unit: str) -> None:
    for written in (spelling, spelling.upper(), f" {spelling} "):
        assert canonical(written) == unit
        assert (is_count(written), is_measure(written)) == (unit in COUNTS, unit in MEASURES)


def test_no_unit_both_counts_and_measures() -> None:
    assert COUNTS.keys() | MEASURES == UNITS.keys()
    assert not COUNTS.keys() & MEASURES
    assert len({canonical(spelling) for spelling, _ in SPELLINGS}) == len(UNITS)


@pytest.mark.parametrize("unit", [*COUNTS, "vastausta", "vastaus", "lasta", "", "€", "milj. €"])
def test_a_year_and_a_month_of_what_adds_up_have_no_difference(unit: str) -> None:
    assert year_against_month(unit) == (None, "jaksot ovat eripituiset")


@pytest.mark.parametrize("unit", sorted(unit for unit in (*MEASURES, "kpl/kk", "pv/vk") if not may_be_sum(1.0, unit)))
def test_a_year_and_a_month_of_a_level_or_a_rate_have_one(unit: str) -> None:
    assert year_against_month(unit, 40, 35) == (-5, "")


def test_a_decimal_number_in_an_unknown_unit_is_a_level() -> None:
    assert year_against_month("indeksi", 3.5, 2.5) == (-1.0, "")


def test_two_spellings_of_a_unit_are_one_unit() -> None:
    before, after = observation(400, unit="vastausta"), observation(410, unit="vastaajaa", role=Role.FOLLOW_UP)
    (series,) = series_of([before, after.model_copy(update={"period": year(2021)})])
    assert series.difference == 10


@given(
    unit=st.sampled_from([spelling for spelling, _ in SPELLINGS]) | st.text(max_size=12),
    before=st.integers(0, 10_000),
    after=st.integers(0, 10_000),
)
def test_what_the_loader_counts_the_series_and_the_small_numbers_count_too(unit: str, before: int, after: int) -> None:
    counted: Observation = observation(float(before), unit=canonical(unit))
    if not _is_counted(counted):
        return
    assert year_against_month(counted.unit, before, after) == (None, "jaksot ovat eripituiset")
    (shown,) = protect([counted.model_copy(update={"value": 3.0})], catalogue(indicator(unit=counted.unit)))
    assert shown.missing is Missing.HIDDEN
    hidden = parse("alle 5", unit=counted.unit)
    assert hidden is not None
    assert hidden[0].missing is Missing.HIDDEN
