"""The status of an indicator: the first rule that fits, and never more than the data carries."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.assessment import Assessment, Reference, assess, assess_all
from data.analysis.series import Series, series_of
from data.analysis.status import Status, Tone, rolled_up
from data.analysis.xmr import Assurance
from data.model import Break, Direction, Indicator, Missing, Observation, Period, Qualifier, Role
from tests.builders import indicator, observation, year

NOW = date(2021, 12, 31)
COMPLETE = {
    "definition": "Osuus asiakkaista.",
    "data_source": "rekisteri",
    "interval": "vuosi",
    "limits": "Ei rajoitteita.",
}


def card(direction: Direction = Direction.HIGHER, **fields: object) -> Indicator:
    return indicator(direction=direction, **(COMPLETE | fields))


def follow_up(value: float, **fields: object) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "period": year(2021)} | fields))


def target(value: float, by: Period | None = None) -> Observation:
    return observation(value, role=Role.TARGET, period=by or year(2023))


def judged(which: Indicator, *observations: Observation, now: date = NOW) -> Assessment:
    (series,) = series_of(observations) or (Series(region="Kymenlaakso", indicator="osuus"),)
    return assess(which, series, now)


def test_without_a_number_nothing_is_known() -> None:
    assert judged(card()).status is Status.UNKNOWN
    assert judged(card(), target(60)).status is Status.UNKNOWN


def test_one_observation_is_never_judged() -> None:
    assert judged(card(), observation(40)).status is Status.NO_FOLLOW_UP
    assert judged(card(), follow_up(40)).status is Status.NO_BASELINE
    assert judged(card(), observation(70), target(60)).status is Status.NO_FOLLOW_UP


@pytest.mark.parametrize(
    ("latest", "status"),
    [
        (60, Status.MET),
        (65, Status.MET),
        (50, Status.ON_SCHEDULE),  # half of the way at half of the time
        (48.1, Status.ON_SCHEDULE),  # within the margin of 0.10
        (47.9, Status.BEHIND),
        (42.1, Status.BEHIND),
        (42, Status.BEHIND),  # a tenth of the way is a change
        (41.9, Status.HARDLY_CHANGED),
        (40, Status.HARDLY_CHANGED),
        (38.1, Status.HARDLY_CHANGED),
        (38, Status.WORSENED),
        (35, Status.WORSENED),
    ],
)
def test_against_a_target_by_a_date(latest: float, status: Status) -> None:
    assert judged(card(), observation(40), follow_up(latest), target(60)).status is status


def test_a_lower_target_mirrors() -> None:
    lower = card(Direction.LOWER)
    assert judged(lower, observation(120), follow_up(105), target(90)).status is Status.ON_SCHEDULE
    assert judged(lower, observation(120), follow_up(90), target(90)).status is Status.MET
    assert judged(lower, observation(120), follow_up(124), target(90)).status is Status.WORSENED


def test_a_target_without_a_date_has_no_schedule() -> None:
    found = judged(card(), observation(40), follow_up(50), target(60, Period()))
    assert found.status is Status.PROGRESSED
    assert found.target is not None
    assert found.target.progress == 0.5
    assert found.target.expected is None
    assert found.change is not None and found.change.word is Status.IMPROVED


def test_a_target_against_the_direction_is_a_mistake_in_the_catalogue_and_no_status() -> None:
    found = judged(card(Direction.HIGHER), observation(40), follow_up(35), target(30))
    assert found.status is Status.UNKNOWN
    assert "ristiriidassa" in found.reason


def test_a_mistake_on_the_card_is_said_before_any_other_word() -> None:
    by_chance = judged(card(), observation(45, n=20), follow_up(60, n=20), target(30))
    assert (by_chance.status, by_chance.target is not None) == (Status.UNKNOWN, True)
    always_met = monthly([*LOW, *LOW], baseline=30, aim=40)
    assert (always_met.status, always_met.tone) == (Status.UNKNOWN, Tone.NEUTRAL)
    assert "ristiriidassa" in always_met.reason
    late = monthly([*LOW, *LOW], baseline=30, aim=24, due=year(2018))
    assert (late.status, late.reason) == (Status.UNKNOWN, "tavoitteen määräaika on ennen lähtötilaa")
    assert monthly([*LOW, *LOW], baseline=30, aim=24, due=year(2019)).status is Status.MET


def test_a_target_equal_to_the_baseline_is_to_be_kept() -> None:
    assert judged(card(), observation(50), follow_up(50), target(50)).status is Status.MET
    assert judged(card(), observation(50), follow_up(49), target(50)).status is Status.WORSENED


@pytest.mark.parametrize(
    ("direction", "latest", "status"),
    [
        (Direction.HIGHER, 45, Status.IMPROVED),
        (Direction.HIGHER, 35, Status.WORSENED),
        (Direction.LOWER, 35, Status.IMPROVED),
        (Direction.LOWER, 45, Status.WORSENED),
        (Direction.HIGHER, 40, Status.UNCHANGED),
        (Direction.NOT_JUDGED, 45, Status.RISEN),
        (Direction.NOT_JUDGED, 35, Status.FALLEN),
        (Direction.NOT_JUDGED, 40, Status.UNCHANGED),
    ],
)
def test_without_a_target_against_the_baseline(direction: Direction, latest: float, status: Status) -> None:
    assert judged(card(direction), observation(40), follow_up(latest)).status is status


def test_an_incomplete_card_is_not_judged() -> None:
    for missing in ("definition", "data_source", "interval", "limits"):
        incomplete = card(**{missing: None if missing == "interval" else ""})
        assert not incomplete.is_complete
        found = judged(incomplete, observation(40), follow_up(60), target(60))
        assert found.status is Status.RISEN
        assert found.tone is found.status.tone is Tone.NEUTRAL
        assert found.target is None


def test_old_data_is_stale_by_its_own_interval_and_not_before() -> None:
    pair = observation(40), follow_up(50)
    assert judged(card(), *pair, now=date(2023, 12, 31)).status is Status.IMPROVED
    assert judged(card(), *pair, now=date(2024, 1, 5)).status is Status.STALE
    assert judged(card(interval="kertaluonteinen"), *pair, now=date(2050, 1, 1)).status is Status.IMPROVED


def test_what_is_not_an_exact_number_has_no_status() -> None:
    found = judged(card(), observation(40), follow_up(50, qualifier=Qualifier.OVER))
    assert found.status is Status.NOT_COMPARABLE
    assert found.reason == "arvot eivät ole tarkkoja lukuja"


def test_a_single_value_without_a_baseline_speaks_of_its_target_only() -> None:
    met = judged(card(), follow_up(70), target(60))
    assert (met.status, met.lacks_baseline, met.tone) == (Status.MET, True, Tone.NEUTRAL)
    assert judged(card(), follow_up(50), target(60)).status is Status.TARGET_AHEAD
    assert judged(card(), follow_up(50), target(60, year(2020))).status is Status.MISSED
    assert judged(card(Direction.NOT_JUDGED), follow_up(50), target(60)).status is Status.NO_BASELINE


def test_a_target_that_was_not_met_in_time_was_missed() -> None:
    missed = judged(card(), observation(40), follow_up(55), target(60, year(2020)))
    assert missed.status is Status.MISSED
    assert missed.target is not None and missed.target.is_past_due
    assert judged(card(), observation(40), follow_up(55), target(60, year(2021))).status is Status.BEHIND
    assert judged(card(), observation(40), follow_up(60), target(60, year(2020))).status is Status.MET


def test_hardly_any_change_and_a_change_for_the_worse() -> None:
    assert judged(card(), observation(50), follow_up(50.9), target(60)).status is Status.HARDLY_CHANGED
    worse = judged(card(Direction.LOWER), observation(30), follow_up(44), target(24))
    assert (worse.status, worse.tone) == (Status.WORSENED, Tone.NEUTRAL)  # one point carries no colour


def test_three_yearly_values_carry_a_colour() -> None:
    values = observation(40), follow_up(45, period=year(2020)), follow_up(50)
    assert judged(card(), *values).tone is Tone.GOOD
    assert judged(card(), *values[1:]).tone is Tone.NEUTRAL


def test_a_difference_that_may_be_chance_is_no_difference() -> None:
    few = judged(card(), observation(45, n=20), follow_up(60, n=20), target(80))
    assert few.status is Status.NOT_DIFFERENT
    assert few.change is not None and few.change.tested is not None
    assert (few.change.tested.lower, few.change.tested.upper) == pytest.approx((-14.8, 41.4), abs=0.05)
    many = judged(card(), observation(45, n=100), follow_up(60, n=100), target(80))
    assert many.status is Status.ON_SCHEDULE


def test_sums_of_unequal_spans_do_not_compare() -> None:
    month = Period(label="12/2021", start=date(2021, 12, 1), end=date(2021, 12, 31))
    euros = card(Direction.LOWER, unit="€")
    found = judged(euros, observation(12_000, unit="€"), follow_up(1_000, unit="€", period=month))
    assert (found.status, found.reason) == (Status.NOT_COMPARABLE, "jaksot ovat eripituiset")


def test_a_break_of_definition_stops_the_judgement_and_one_of_organisation_is_named() -> None:
    when = date(2020, 6, 1)
    defined = card(breaks=(Break(when=when, reason="määritelmä muuttui"),))
    found = judged(defined, observation(40), follow_up(60), target(60))
    assert (found.status, found.reason) == (Status.NOT_COMPARABLE, "määritelmä muuttui")
    organised = card(breaks=(Break(when=when, reason="hyvinvointialueet aloittivat", is_of_organisation=True),))
    found = judged(organised, observation(40), follow_up(60), target(60))
    assert found.status is Status.MET
    assert [gap.reason for gap in found.breaks] == ["hyvinvointialueet aloittivat"]
    later = card(breaks=(Break(when=date(2022, 1, 1), reason="määritelmä muuttui"),))
    assert judged(later, observation(40), follow_up(60), target(60)).status is Status.MET


HIGH = [34.0, 35, 33, 34, 36, 33, 34, 35, 33, 34, 35, 34]
LOW = [20.0, 21, 19, 20, 22, 19, 20, 21, 19, 20, 21, 20]
FLAT = [30.0, 32, 28, 31, 29, 33, 27, 30, 32, 29, 31, 30]
SEASON = [50.0, 55, 59, 60, 59, 55, 50, 45, 41, 40, 41, 45]


def month(number: int) -> Period:
    """The month so many months after December 2018."""
    first = date(2019 + (number - 1) // 12, (number - 1) % 12 + 1, 1)
    last = date(2019 + number // 12, number % 12 + 1, 1)
    return Period(label=f"{first.month}/{first.year}", start=first, end=date.fromordinal(last.toordinal() - 1))


def monthly(
    values: list[float],
    baseline: float | None = None,
    aim: float | None = 24,
    direction: Direction = Direction.LOWER,
    shift: int | None = None,
    due: Period | None = None,
) -> Assessment:
    """Return the assessment of monthly values from 1/2019, with a baseline of 2018; `shift`: where a level begins."""
    series = [follow_up(value, period=month(at + 1), unit="vrk") for at, value in enumerate(values)]
    if baseline is not None:
        series.append(observation(baseline, period=year(2018), unit="vrk"))
    if aim is not None:
        series.append(observation(aim, role=Role.TARGET, period=due or Period(), unit="vrk"))
    levels = (Break(when=month(shift + 1).start or NOW, reason="uusi toimintatapa"),) if shift else ()
    which = card(direction, interval="kuukausi", unit="vrk", level_shifts=levels)
    return judged(which, *series, now=month(len(values)).end or NOW)


def facts(found: Assessment) -> tuple[object, ...]:
    assert found.target is not None and found.change is not None
    return found.status, found.change.word, found.target.months_met, found.target.months, found.target.assurance


def test_a_lasting_improvement_past_the_target() -> None:
    better = monthly([*HIGH, *LOW], baseline=34)
    assert facts(better) == (Status.MET, Status.IMPROVED, 12, 12, None)
    assert better.level is not None and better.level.mean == pytest.approx(20.17, abs=0.005)
    assert (better.level.start, better.tone) == (date(2020, 1, 1), Tone.GOOD)
    entered = monthly([*HIGH, *LOW], baseline=34, shift=12)
    assert facts(entered) == (Status.MET, Status.IMPROVED, 12, 12, Assurance.VARIES)


def test_a_lasting_change_for_the_worse() -> None:
    worse = monthly([*LOW, *HIGH], baseline=26)
    assert facts(worse) == (Status.WORSENED, Status.WORSENED, 0, 12, None)
    assert worse.tone is Tone.CONCERN


def test_usual_variation_is_no_change_whatever_the_last_point() -> None:
    flat = monthly([*FLAT, *FLAT], baseline=30)
    assert facts(flat) == (Status.NO_CHANGE, Status.NO_CHANGE, 0, 24, Assurance.VARIES)
    once = monthly([*FLAT, *FLAT[:-1], 23.9], baseline=30)
    assert facts(once) == (Status.NO_CHANGE, Status.NO_CHANGE, 1, 24, Assurance.VARIES)
    assert once.target is not None and once.target.is_met_now
    for last in (30.4, 29.6):
        assert monthly([*FLAT, *FLAT[:-1], last], baseline=30, aim=None).status is Status.NO_CHANGE


def test_a_level_is_maintained_while_the_target_lies_within_the_limits() -> None:
    # mean 90, mean moving range 0.9: limits 87.6–92.4
    values = [90.0, 90.9, 90.0, 89.1] * 6
    values[-1] = 89.9
    kept = monthly(values, baseline=90, aim=90, direction=Direction.HIGHER)
    assert kept.status is Status.MAINTAINED
    assert monthly(values, baseline=95, aim=95, direction=Direction.HIGHER).status is Status.WORSENED


def test_always_at_the_target() -> None:
    assert facts(monthly([50.0] * 14, baseline=50, aim=50, direction=Direction.HIGHER))[0] is Status.MET


def test_months_without_a_baseline_speak_of_the_target_and_of_a_shift() -> None:
    found = monthly([*HIGH, *LOW])
    assert (found.status, found.lacks_baseline) == (Status.MET, True)
    assert found.change is not None and found.change.against is Reference.LEVEL_BEFORE
    assert found.change.reference == pytest.approx(34.17, abs=0.005)
    assert monthly([*LOW, *HIGH]).status is Status.TARGET_AHEAD
    assert monthly(FLAT, aim=None).status is Status.NO_BASELINE


@pytest.mark.parametrize("count", [1, 2, 4, 11])
def test_a_few_months_are_a_beginning(count: int) -> None:
    found = monthly(FLAT[:count])
    assert (found.status, found.reason, found.tone) == (Status.STARTED, f"{count} kk", Tone.NEUTRAL)


def test_a_baseline_and_one_month_are_compared_without_a_colour() -> None:
    found = monthly([44], baseline=30)
    assert (found.status, found.tone) == (Status.WORSENED, Tone.NEUTRAL)
    assert monthly([44, 43], baseline=30).status is Status.STARTED


def test_a_season_is_compared_with_the_year_before() -> None:
    found = monthly(SEASON * 3, baseline=60, aim=55)
    assert found.change is not None and found.change.against is Reference.YEAR_BEFORE
    assert found.status is Status.UNCHANGED
    assert "kausi" in found.reason
    assert found.target is not None and found.target.assurance is None


def test_months_may_be_late_too() -> None:
    flat = monthly([*FLAT, *FLAT], baseline=30, due=year(2019))
    assert flat.status is Status.MISSED
    assert monthly([*FLAT, *FLAT], baseline=30, due=year(2020)).status is Status.NO_CHANGE


def test_hidden_months_leave_the_level_unknown() -> None:
    hidden = observation(None, role=Role.FOLLOW_UP, period=month(13), missing=Missing.HIDDEN, unit="vrk")
    series = [follow_up(value, period=month(at + 1), unit="vrk") for at, value in enumerate(FLAT)]
    found = judged(card(interval="kuukausi"), *series, hidden, now=date(2020, 1, 31))
    assert found.status is Status.UNKNOWN
    assert "peitetty" in found.reason


noise = st.lists(st.integers(-10, 10).map(lambda step: 50 + step / 5), min_size=12, max_size=48)


@given(noise, st.sampled_from(Direction), st.none() | st.integers(30, 70), st.none() | st.integers(30, 70))
def test_every_monthly_series_has_a_status_that_its_facts_bear_out(
    values: list[float], direction: Direction, baseline: int | None, aim: int | None
) -> None:
    found = monthly(values, baseline=baseline, aim=aim, direction=direction)
    assert found.level is not None
    if found.target is not None:
        assert 0 <= (found.target.months_met or 0) <= (found.target.months or 0)
    if found.tone is Tone.GOOD and found.status is not Status.MET and found.status is not Status.MAINTAINED:
        assert found.change is not None and found.change.word is Status.IMPROVED
    if found.status is Status.WORSENED:
        assert found.change is not None and found.change.word is Status.WORSENED
    if direction is Direction.NOT_JUDGED:
        assert found.status.tone is Tone.NEUTRAL


@given(noise, st.floats(-3, 3), st.floats(-3, 3))
def test_the_last_point_alone_moves_no_status_within_the_limits(values: list[float], one: float, other: float) -> None:
    """Two newest points that are both usual variation give the same word."""
    words = set()
    for last in (one, other):
        found = monthly([*FLAT, *FLAT, 30 + last], baseline=30, aim=None)
        words.add(found.status)
    assert words == {Status.NO_CHANGE}


def test_groups_that_agree_have_a_status_and_those_that_do_not_say_so() -> None:
    def group(name: str, latest: float) -> list[Observation]:
        return [observation(40, group=name), follow_up(latest, group=name)]

    agree = series_of([*group("a", 45), *group("b", 50)])
    differ = series_of([*group("a", 45), *group("b", 30)])
    assert assess_all(card(), agree, NOW).status is Status.IMPROVED
    assert assess_all(card(), differ, NOW) == Assessment(status=Status.UNKNOWN, reason="ryhmien tilat eroavat")


def test_a_roll_up_counts_and_never_averages() -> None:
    statuses = [Status.BEHIND, Status.MET, Status.BEHIND, Status.NO_BASELINE]
    assert rolled_up(statuses) == ((Status.BEHIND, 2), (Status.MET, 1), (Status.NO_BASELINE, 1))
    assert sum(count for _, count in rolled_up(statuses)) == len(statuses)
