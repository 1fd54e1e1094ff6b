"""The status of an indicator: the first rule that fits, and never more than the data carries."""

from datetime import date

import pytest

from data.analysis.series import Series, series_of
from data.analysis.status import Assessment, Status, assess, assess_all, rolled_up
from data.model import Direction, Indicator, Observation, Period, Qualifier, Role
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
    assert judged(card(), follow_up(70), target(60)).status is Status.NO_BASELINE
    assert judged(card(), observation(70), target(60)).status is Status.NO_FOLLOW_UP


@pytest.mark.parametrize(
    ("latest", "status"),
    [
        (60, Status.MET),
        (65, Status.MET),
        (50, Status.ON_SCHEDULE),  # half of the way at half of the time
        (48.1, Status.ON_SCHEDULE),  # within the margin of 0.10
        (47.9, Status.BEHIND),
        (40.1, Status.BEHIND),
        (40, Status.NO_PROGRESS),
        (35, Status.NO_PROGRESS),
    ],
)
def test_against_a_target_by_a_date(latest: float, status: Status) -> None:
    assert judged(card(), observation(40), follow_up(latest), target(60)).status is status


def test_a_lower_target_mirrors() -> None:
    lower = card(Direction.LOWER)
    assert judged(lower, observation(120), follow_up(105), target(90)).status is Status.ON_SCHEDULE
    assert judged(lower, observation(120), follow_up(90), target(90)).status is Status.MET
    assert judged(lower, observation(120), follow_up(125), target(90)).status is Status.NO_PROGRESS


def test_a_target_without_a_date_has_no_schedule() -> None:
    found = judged(card(), observation(40), follow_up(50), target(60, Period()))
    assert found.status is Status.IMPROVED
    assert found.progress == 0.5
    assert found.expected is None


def test_a_target_against_the_direction_is_a_mistake_in_the_catalogue_and_no_status() -> None:
    found = judged(card(Direction.HIGHER), observation(40), follow_up(35), target(30))
    assert found.status is Status.UNKNOWN
    assert "ristiriidassa" in found.reason


def test_a_target_equal_to_the_baseline_is_to_be_kept() -> None:
    assert judged(card(), observation(50), follow_up(50), target(50)).status is Status.MET
    assert judged(card(), observation(50), follow_up(49), target(50)).status is Status.NO_PROGRESS


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
        incomplete = card(**{missing: ""})
        assert not incomplete.is_complete
        found = judged(incomplete, observation(40), follow_up(60), target(60))
        assert found.status is Status.RISEN
        assert not found.status.is_judgement


def test_old_data_is_stale_by_its_own_interval_and_not_before() -> None:
    pair = observation(40), follow_up(50)
    assert judged(card(), *pair, now=date(2023, 12, 31)).status is Status.IMPROVED
    assert judged(card(), *pair, now=date(2024, 1, 5)).status is Status.STALE
    assert judged(card(interval="kertaluonteinen"), *pair, now=date(2050, 1, 1)).status is Status.IMPROVED


def test_what_is_not_an_exact_number_has_no_status() -> None:
    found = judged(card(), observation(40), follow_up(50, qualifier=Qualifier.OVER))
    assert found.status is Status.UNKNOWN
    assert found.reason == "arvot eivät ole tarkkoja lukuja"


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
