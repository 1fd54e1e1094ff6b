"""Regions side by side: who is on a row, who shares a scale with whom, and what the modes of the axis show."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.small_numbers.suppression import protect
from data.catalogue import load_example_catalogue
from data.model import Direction, Indicator, Interval, Observation, Role
from data.views.axis_modes import AxisMode, chart_in_mode, missing_for
from data.views.card_values import change_text, is_against_year_before
from data.views.comparison import Comparison, ComparisonRow, comparison
from tests.builders import catalogue, example, indicator, observation, year
from tests.builders.app_pages import spoken

REGIONS = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme")
TODAY = date(2022, 6, 1)


def national(region: str, **fields: Any) -> Indicator:
    card = {"definition": "osuus", "data_source": "THL", "interval": Interval.YEAR, "limits": "ei", "name": "Osuus"}
    return indicator(f"{region}-osuus", **(card | {"region": region, "national_id": "THL 1"} | fields))


def of(region: str, value: float, at: int = 2021, role: Role = Role.FOLLOW_UP, **fields: Any) -> Observation:
    return observation(
        value, **({"region": region, "indicator": f"{region}-osuus", "role": role, "period": year(at)} | fields)
    )


def compared(known: Iterable[Indicator], *held: Observation) -> Comparison:
    return comparison(catalogue(*known), REGIONS, held, TODAY, goal=None)


def row(known: Iterable[Indicator], *held: Observation) -> ComparisonRow:
    (only,) = compared(known, *held).rows
    return only


def test_a_row_has_a_facet_of_every_chosen_region_in_their_order() -> None:
    made = row(map(national, REGIONS[:2]), of("Keski-Uusimaa", 2.0), of("Kymenlaakso", 1.0))
    assert [facet.label for facet in made.facets] == ["Kymenlaakso", "Keusote", "Etelä-Karjala", "Päijät-Häme"]
    assert [facet.card is not None for facet in made.facets] == [True, True, False, False]
    assert made.is_shared
    assert made.scale_text == "Sama asteikko"
    assert made.about == "%, pienempi on parempi"


def test_a_zero_is_a_value_that_compares() -> None:
    assert row(map(national, REGIONS[:2]), of("Keski-Uusimaa", 0.0), of("Kymenlaakso", 1.0)).is_shared


@pytest.mark.parametrize(
    ("fields", "value", "reason"),
    [
        ({"denominator": "muu"}, {}, "eri nimittäjä"),
        ({"population": "muu"}, {}, "eri kohdejoukko"),
        ({}, {"unit": "hlö"}, "eri yksikkö"),
        ({}, {"period": year(2019)}, "eri ajankohta"),
        ({"national_id": ""}, {}, "eri mittari"),
    ],
)
def test_whatever_differs_is_said_and_has_a_scale_of_its_own(
    fields: dict[str, Any], value: dict[str, Any], reason: str
) -> None:
    known = [national("Kymenlaakso"), national("Keski-Uusimaa", **fields)]
    if "national_id" in fields:
        known = [national(region, national_id="") for region in REGIONS[:2]]
    made = row(known, of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0, **value))
    assert not made.is_shared
    assert made.scale_text == f"Oma asteikko: {reason}"


def test_those_who_compare_share_a_scale_although_one_does_not() -> None:
    known = [*map(national, REGIONS[:2]), national("Etelä-Karjala", population="muu")]
    made = row(known, *(of(region, 1.0) for region in REGIONS[:3]))
    assert made.scale_text == "Sama asteikko: Kymenlaakso ja Keusote. Muilla oma: eri kohdejoukko"


def test_the_latest_common_period_is_compared() -> None:
    known = list(map(national, REGIONS[:2]))
    held = [of("Kymenlaakso", 1.0, 2020), of("Kymenlaakso", 9.0, 2021), of("Keski-Uusimaa", 2.0, 2020)]
    view = compared(known, *held)
    assert view.rows[0].is_shared
    (scale,) = view.shared
    assert [bar.value for bar in scale.rows] == [1.0, 2.0]


def test_without_a_card_nothing_compares() -> None:
    held = [of(region, 1.0, indicator="tuntematon") for region in REGIONS[:2]]
    assert row([], *held).scale_text == "Oma asteikko: mittarikortti puuttuu"


def test_a_range_stands_on_the_row_on_its_own_scale() -> None:
    held = observation(lower=1.0, upper=2.0, region="Kymenlaakso", indicator="Kymenlaakso-osuus", period=year(2021))
    made = row(map(national, REGIONS[:2]), held, of("Keski-Uusimaa", 1.5))
    assert made.scale_text == "Oma asteikko: luku on vaihteluväli"


def test_one_region_makes_no_row_and_its_followed_indicator_stands_below() -> None:
    view = compared(
        [national("Kymenlaakso")], of("Kymenlaakso", 5.0, 2019, Role.BASELINE), of("Kymenlaakso", 3.0, 2021)
    )
    assert view.rows == ()
    assert [card.difference for card in view.followed] == [-2.0]


def test_what_all_lack_is_told_of_the_row() -> None:
    known = list(map(national, REGIONS[:2]))
    assert row(known, of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0)).lacks_baseline
    started = of("Kymenlaakso", 2.0, 2019, Role.BASELINE)
    assert not row(known, started, of("Kymenlaakso", 1.0), of("Keski-Uusimaa", 2.0)).lacks_baseline


def test_the_whole_country_is_a_line_where_its_periods_are_those_of_the_region() -> None:
    values = {2018: 9.0, 2020: 7.0, 2021: 8.0}
    country = [of("Kymenlaakso", v, at, Role.COMPARISON, group="vertailualue: koko maa") for at, v in values.items()]
    held = [of("Kymenlaakso", 1.0, 2020), of("Kymenlaakso", 2.0, 2021), of("Keski-Uusimaa", 2.0)]
    (card, _) = row(map(national, REGIONS[:2]), *held, *country).cards
    assert card.time_chart is not None
    assert [point.value for point in card.time_chart.country] == [7.0, 8.0]


# Modes of the axis


def card_of(*held: Observation, **fields: Any) -> Any:
    return row([national("Kymenlaakso", **fields), national("Keski-Uusimaa")], *held, of("Keski-Uusimaa", 1.0)).cards[0]


def followed(start: float, values: list[float], target: float | None = None) -> list[Observation]:
    held = [of("Kymenlaakso", start, 2010, Role.BASELINE)]
    held += [of("Kymenlaakso", value, 2022 - len(values) + at) for at, value in enumerate(values)]
    return held + ([of("Kymenlaakso", target, 2030, Role.TARGET)] if target is not None else [])


@given(st.floats(-1e3, 1e3), st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=8), st.floats(-1e3, 1e3))
def test_a_change_starts_from_zero_and_the_way_ends_at_a_hundred(
    start: float, values: list[float], target: float
) -> None:
    card = card_of(*followed(start, values, target))
    changed, progressed = chart_in_mode(card, AxisMode.CHANGE), chart_in_mode(card, AxisMode.PROGRESS)
    assert changed is not None
    lines = {line.role: line.value for line in changed.lines}
    assert lines[Role.BASELINE] == 0
    assert lines[Role.TARGET] == pytest.approx(target - start, abs=1e-9)
    shown = [point.value for point in changed.points if point.value is not None]
    assert shown[-1] == pytest.approx(values[-1] - start, abs=1e-9)
    if target >= start:  # a smaller value is better: such a target contradicts its card, or there is no way to go
        assert progressed is None
        return
    assert progressed is not None
    assert {line.role: line.value for line in progressed.lines} == {Role.BASELINE: 0, Role.TARGET: pytest.approx(100)}
    assert progressed.unit == "%"


def test_what_a_mode_lacks_is_said() -> None:
    without = card_of(of("Kymenlaakso", 1.0, 2020), of("Kymenlaakso", 2.0, 2021))
    assert chart_in_mode(without, AxisMode.CHANGE) is None
    assert missing_for(without, AxisMode.CHANGE) == "lähtötila puuttuu"
    aimless = card_of(*followed(1.0, [2.0, 3.0]))
    assert chart_in_mode(aimless, AxisMode.PROGRESS) is None
    assert missing_for(aimless, AxisMode.PROGRESS) == "tavoite puuttuu"
    assert missing_for(card_of(of("Kymenlaakso", 1.0)), AxisMode.CHANGE) == "yksi havainto"


# The change beside a number


def test_the_change_is_since_the_baseline_or_from_the_target() -> None:
    assert spoken(change_text(card_of(*followed(40.0, [50.0, 52.5])))) == "+12,5 %-yksikköä"
    below = card_of(of("Kymenlaakso", 20.0), of("Kymenlaakso", 24.0, 2030, Role.TARGET))
    assert spoken(change_text(below)) == "4 %-yksikköä alle tavoitteen"
    assert change_text(card_of(of("Kymenlaakso", 20.0))) == ""


def test_the_change_beside_a_status_never_points_the_other_way() -> None:
    known = load_example_catalogue()
    held = protect(example.checked().observations, known)
    for made in comparison(known, REGIONS, held, date(2026, 1, 15), goal=None).rows:
        for card in made.cards:
            word, text = card.status.value, spoken(change_text(card))
            better = "−" if made.direction is Direction.LOWER else "+"
            if word == "noussut":
                assert "+" in text
            if word in ("parantunut", "aikataulussa", "edennyt"):
                assert better in text
            if word == "ei muutosta":
                assert text.startswith("taso ") and "+" not in text and "−" not in text
            assert is_against_year_before(card) is text.endswith("vuodessa")
