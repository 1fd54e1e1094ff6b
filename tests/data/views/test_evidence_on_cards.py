"""No card claims more than its evidence allows: no arrow, colour or trend word above it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.badges import badge
from data.analysis.evidence import Evidence, evidence_of
from data.analysis.series import series_of
from data.analysis.status import Tone
from data.model import Break, Direction, Missing, Observation, Period, Role
from data.views.card import Card, cards
from tests.builders import catalogue, indicator, month, observation, year

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
TREND = re.compile(r"trendi|kasvussa|laskussa|nousussa|paranemassa|heikkenemässä", re.IGNORECASE)
JUDGING_COLOUR = re.compile(r":(green|orange|red)-badge")
CARD = indicator(
    direction=Direction.HIGHER,
    definition="Osuus.",
    data_source="rekisteri",
    interval="kertaluonteinen",
    limits="Ei ole.",
)
values = st.integers(0, 1000).map(lambda tenths: tenths / 10)
reasons = st.sampled_from([Missing.NOT_MEASURED, Missing.NOT_YET_DUE, Missing.UNKNOWN])


def follow_up(value: float | None, when: Period, **fields: object) -> Observation:
    return observation(value, role=Role.FOLLOW_UP, period=when, **fields)


def made(*observations: Observation) -> Card:
    (card,) = cards(catalogue(CARD), observations, TODAY)
    assert not TREND.search(card.sentence)
    return card


def monthly(numbers: list[float]) -> list[Observation]:
    return [follow_up(value, month(at + 1, 2023)) for at, value in enumerate(numbers)]


def level_of(observations: list[Observation]) -> Evidence:
    (series,) = series_of(observations)
    return evidence_of(series)


@given(st.lists(reasons, min_size=1, max_size=5))
def test_without_numbers_there_is_no_chart_and_no_judgement(missing: list[Missing]) -> None:
    gaps = [follow_up(None, year(2019 + at), missing=reason) for at, reason in enumerate(missing)]
    card = made(*gaps)
    assert level_of(gaps) is Evidence.NONE
    assert card.time_chart is None
    assert card.assessment.tone is Tone.NEUTRAL


@given(values, st.booleans(), st.one_of(st.none(), values))
def test_one_value_has_no_chart_arrow_or_good_and_bad(value: float, is_baseline: bool, target: float | None) -> None:
    one = observation(value) if is_baseline else follow_up(value, year(2021))
    goals = [] if target is None else [observation(target, role=Role.TARGET, period=year(2025))]
    card = made(one, *goals)
    assert level_of([one, *goals]) is Evidence.ONE_VALUE
    assert card.time_chart is None
    assert card.assessment.tone is Tone.NEUTRAL
    assert not JUDGING_COLOUR.search(badge(card.status))


@given(values, values)
def test_baseline_and_follow_up_have_a_difference_and_neither_limits_nor_signals(before: float, after: float) -> None:
    pair = [observation(before), follow_up(after, year(2021))]
    card = made(*pair)
    assert level_of(pair) is Evidence.BASELINE_AND_FOLLOW_UP
    assert any(fact.label == "Ero lähtötilaan" for fact in card.facts)
    assert card.time_chart is not None
    assert not card.time_chart.is_joined
    assert card.time_chart.bands == card.time_chart.signals == ()


@given(st.lists(values, min_size=2, max_size=4))
def test_a_few_points_are_joined_and_their_direction_is_not_judged(numbers: list[float]) -> None:
    card = made(*monthly(numbers))
    assert level_of(monthly(numbers)) is Evidence.FEW_POINTS
    assert card.time_chart is not None
    assert card.time_chart.is_joined
    assert card.time_chart.bands == card.time_chart.signals == ()
    assert card.time_chart.caution == "liian vähän havaintoja suunnan arvioon"
    assert card.time_chart.caution in card.sentence


@given(st.lists(values, min_size=5, max_size=11))
def test_a_run_chart_has_trial_limits_and_no_final_ones(numbers: list[float]) -> None:
    card = made(*monthly(numbers))
    assert level_of(monthly(numbers)) is Evidence.RUN_CHART
    assert card.time_chart is not None
    assert card.time_chart.bands
    assert all(band.is_trial for band in card.time_chart.bands)
    assert card.time_chart.limits_in_words.endswith(", alustavat")
    assert card.time_chart.signals == ()


@given(st.lists(values, min_size=12, max_size=40))
def test_a_control_chart_has_locked_limits_in_one_phase_and_named_rules(numbers: list[float]) -> None:
    card = made(*monthly(numbers))
    assert level_of(monthly(numbers)) is Evidence.CONTROL_CHART
    assert card.time_chart is not None
    assert [band.is_trial for band in card.time_chart.bands] == [False]
    assert card.time_chart.rule_set
    assert all(signal.rule for signal in card.time_chart.signals)


@given(st.lists(values, min_size=12, max_size=24), st.integers(1, 10))
def test_a_missing_month_is_a_gap_and_not_a_zero(numbers: list[float], hole: int) -> None:
    kept = [one for at, one in enumerate(monthly(numbers)) if at != hole]
    card = made(*kept)
    assert card.time_chart is not None
    points = card.time_chart.points
    assert len(points) == len(numbers)
    assert [at for at, point in enumerate(points) if point.value is None] == [hole]


def test_a_real_shift_is_signalled_and_a_calm_series_is_not() -> None:
    calm = [20.0, 21.0] * 18
    shifted = [20.0, 21.0] * 9 + [40.0, 41.0] * 9
    quiet, loud = made(*monthly(calm)).time_chart, made(*monthly(shifted)).time_chart
    assert quiet is not None
    assert loud is not None
    assert quiet.signals == ()
    marked = {signal.when for signal in loud.signals}
    assert marked >= {month(at + 1, 2023).start for at in range(18, 36)}
    assert not marked & {month(at + 1, 2023).start for at in range(17)}


def test_a_new_level_starts_only_where_one_has_been_entered() -> None:
    shifted = monthly([20.0, 21.0] * 9 + [40.0, 41.0] * 9)
    new_level = Break(when=date(2024, 7, 1), reason="uusi toimintatapa")
    rebased = CARD.model_copy(update={"level_shifts": (new_level,)})
    (card,) = cards(catalogue(rebased), shifted, TODAY)
    assert card.time_chart is not None
    assert len(card.time_chart.bands) == 2
    assert card.time_chart.signals == ()
    assert [(shift.when, shift.title) for shift in card.time_chart.shifts] == [(date(2024, 7, 1), "uusi toimintatapa")]
    told = {fact.label: fact.text for fact in card.time_chart.facts}
    assert told["Tasonmuutos"] == "7/2024 uusi toimintatapa"


def test_a_break_in_the_series_cuts_the_line() -> None:
    broken = CARD.model_copy(update={"breaks": (Break(when=date(2020, 6, 1), reason="mittaustapa vaihtui"),)})
    (card,) = cards(catalogue(broken), [observation(10), follow_up(20, year(2021))], TODAY)
    assert card.time_chart is not None
    assert [point.value for point in card.time_chart.points] == [10, None, 20]


def test_a_series_with_hidden_months_has_no_limits_since_only_large_values_would_make_them() -> None:
    shown = monthly([20.0, 21.0] * 9)
    hidden = follow_up(None, month(19, 2023), missing=Missing.HIDDEN)
    card = made(*shown, hidden)
    assert card.time_chart is not None
    assert card.time_chart.bands == card.time_chart.signals == ()
    assert "peitetty" in card.time_chart.caution
