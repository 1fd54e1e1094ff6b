"""Numbers, units and lists as they are written in Finnish."""

import pytest

from data import finnish
from data.model import Missing, Period, Qualifier
from tests.builders import day, observation, year


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (0.36, "0,36"),
        (12.4, "12,4"),
        (15280, "15 280"),
        (1073.0, "1 073"),
        (1234567.5, "1 234 567,5"),
        (-45, "−45"),
        (-0.45, "−0,45"),
        (1e-7, "0"),
        (17.85, "17,85"),
        (0.1 + 0.2, "0,3"),
    ],
)
def test_a_number_has_a_decimal_comma_and_spaces_between_thousands(value: float, written: str) -> None:
    assert finnish.number(value) == written.replace(" ", finnish.NBSP)


@pytest.mark.parametrize(("value", "written"), [(3, "+3"), (-3, "−3"), (0, "0")])
def test_a_change_has_its_sign(value: float, written: str) -> None:
    assert finnish.signed(value) == written


def test_percentages_differ_in_percentage_points() -> None:
    assert finnish.change_unit("%") == "%-yksikköä"
    assert finnish.change_unit("pv") == "pv"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (observation(22.0), "22 %"),
        (observation(20.0, qualifier=Qualifier.ABOUT), "noin 20 %"),
        (observation(lower=2.0, upper=3.0, unit="pv"), "2–3 pv"),
        (observation(lower=-45.0, upper=-30.0, unit="pistettä"), "−45 … −30 pistettä"),
        (observation(missing=Missing.NOT_MEASURED), "ei mitattu"),
        (observation(words="vähenee nykytilasta"), "vähenee nykytilasta"),
        (observation(0.0, unit="hlö"), "0 hlö"),
        (observation(1.493, unit=""), "1,493"),
    ],
)
def test_a_quantity_says_what_the_source_says(given: object, written: str) -> None:
    assert finnish.quantity(given).replace(finnish.NBSP, " ") == written  # type: ignore[arg-type]


@pytest.mark.parametrize(("count", "written"), [(0, "0 mittaria"), (1, "1 mittari"), (2, "2 mittaria")])
def test_a_counted_noun_is_in_the_right_case(count: int, written: str) -> None:
    assert finnish.counted(count, "mittari", "mittaria").replace(finnish.NBSP, " ") == written


def test_a_period_is_called_as_the_source_calls_it_else_by_its_days() -> None:
    assert finnish.period(year(2019)) == "2019"
    assert finnish.period(day(2022, 5, 15).model_copy(update={"label": ""})) == "15.5.2022"
    span = Period(start=year(2021).start, end=year(2021).end)
    assert finnish.period(span) == "1.1.2021–31.12.2021"
    assert finnish.period(Period()) == ""


@pytest.mark.parametrize(
    ("parts", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")]
)
def test_a_list_reads_as_running_text(parts: list[str], text: str) -> None:
    assert finnish.listed(parts) == text
