"""How a status was reached: a reader with the rows of the explanation can compute it again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.analysis.assessment import Assessment, assess
from data.analysis.series import series_of
from data.analysis.status import Status
from data.analysis.status_explanation import explanation_text, groups_explanation, status_explanation
from data.analysis.status_rules import rule_text
from data.finnish import NBSP
from data.model import Direction, Observation, Role
from data.settings import SETTINGS
from tests.builders import indicator, month, observation, year

HIGH = [34.0, 35, 33, 34, 36, 33, 34, 35, 33, 34, 35, 34]
LOW = [20.0, 21, 19, 20, 22, 19, 20, 21, 19, 20, 21, 20]
SEASON = [50.0, 55, 59, 60, 59, 55, 50, 45, 41, 40, 41, 45]
COMPLETE = {"definition": "Määritelmä.", "data_source": "rekisteri", "limits": "Ei rajoitteita."}


def follow_up(value: float, **fields: object) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "unit": "vrk"} | fields))


def explained(
    *observations: Observation, direction: Direction = Direction.LOWER, now: date = date(2025, 1, 1), **fields: object
) -> dict[str, str]:
    """Return the rows of the explanation of a series, with ordinary spaces."""
    which = indicator(unit="vrk", direction=direction, **(COMPLETE | {"interval": "kertaluonteinen"} | fields))
    (series,) = series_of(observations)
    rows = status_explanation(which, series, assess(which, series, now))
    return {row.label: row.value.replace(NBSP, " ") for row in rows}


def monthly(values: list[float]) -> list[Observation]:
    return [follow_up(value, period=month(at % 12 + 1, 2022 + at // 12)) for at, value in enumerate(values)]


def baseline(value: float, **fields: object) -> Observation:
    return observation(value, **({"period": year(2021), "unit": "vrk"} | fields))


def target(value: float, **fields: object) -> Observation:
    return observation(value, **({"role": Role.TARGET, "period": year(2025), "unit": "vrk"} | fields))


def test_a_level_is_told_with_its_months_limits_mark_and_target() -> None:
    rows = explained(*monthly([*HIGH, *LOW]), baseline(34), target(24))
    assert rows["Sääntö"] == "Rajat lupaavat tavoitteen täyttyvän, tai 7 uusinta kuukautta täyttää sen."
    assert rows["Taso"] == "20,2 vrk, keskiarvo 1/2023–12/2023 (12 kk)"
    assert rows["Rajat"].startswith("30,3 … 38,04 = 34,17 ± 2,66 × liukuvan vaihtelun keskiarvo 1,45;")
    assert rows["Rajat"].endswith("1/2022–12/2022")
    assert rows["Muutos"] == "20,17 − 34 (lähtötila) = −13,83 vrk"
    assert rows["Voimassa oleva merkki"] == "paremmalla puolella 1/2023 alkaen, 12 kk"
    assert rows["Tavoite täyttynyt"] == "12/12 kk 1/2023 alkaen"
    assert "Eteneminen" not in rows  # a met target has no way left


def test_the_way_and_the_calendar_are_told_as_sums() -> None:
    rows = explained(
        baseline(40), follow_up(50, period=year(2023)), target(60), direction=Direction.HIGHER, now=date(2024, 1, 1)
    )
    assert rows["Sääntö"] == "Eteneminen jää aikataulusta enintään 10 %-yksikköä."
    assert rows["Eteneminen"] == "(nyt − lähtötila) / (tavoite − lähtötila) = (50 − 40) / (60 − 40) = 50 %"
    assert rows["Aikataulun mukaan"] == "50 % (730 / 1 461 päivää lähtötilasta)"
    assert rows["Väri"] == "ei väriä, koska lukuja on vasta 2"


def test_a_difference_that_was_not_tested_says_so_and_a_tested_one_its_interval() -> None:
    assert "ei testattu" in explained(baseline(40), follow_up(50, period=year(2023)))["Satunnaisvaihtelu"]
    share = {"unit": "%", "n": 20}
    rows = explained(baseline(45, **share), follow_up(60, period=year(2023), **share), direction=Direction.HIGHER)
    assert rows["Sääntö"] == "Muutoksen 95 %:n luottamusväliin mahtuu muuttumaton tilanne."
    assert rows["Satunnaisvaihtelu"].startswith("95 %:n luottamusväli −14,8 … +41,4")


def test_a_season_says_what_is_compared() -> None:
    rows = explained(*monthly(SEASON * 3), baseline(60), target(55))
    assert rows["Sääntö"].startswith("Uusinta kuukautta verrataan samaan kuukauteen vuotta aiemmin.")
    assert "kausittaista" in rows["Sääntö"]
    assert rows["Muutos"] == "45 − 45 (sama kuukausi vuotta aiemmin) = 0 vrk"


def test_an_incomplete_card_says_that_its_direction_is_not_used() -> None:
    rows = explained(baseline(40), follow_up(50, period=year(2023)), definition="")
    assert rows["Suunta"].endswith("mittarikortti on puutteellinen, joten suuntaa ei käytetä")
    assert rows["Sääntö"].startswith("Luku nousi.")


def test_groups_are_told_one_by_one() -> None:
    rows = groups_explanation([("0–6", Status.IMPROVED), ("7–12", Status.WORSENED)])
    assert [row.value for row in rows[1:]] == ["parantunut", "heikentynyt"]
    assert explanation_text(rows).endswith("0–6: parantunut; 7–12: heikentynyt")


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_rule(status: Status) -> None:
    text = rule_text(Assessment(status=status, reason="syy on tämä"), SETTINGS)
    assert text[0].isupper() and text.endswith(".")
    assert "{" not in text


@given(st.lists(st.integers(0, 60), min_size=1, max_size=30), st.integers(0, 60), st.integers(0, 60))
def test_the_change_can_be_computed_again(values: list[int], before: int, aim: int) -> None:
    rows = explained(*monthly([float(value) for value in values]), baseline(before), target(aim))
    assert all(rows.values())
    if "Muutos" in rows:
        sum_text, result = rows["Muutos"].rsplit(" = ", 1)
        latest, reference = (part.split(" (")[0] for part in sum_text.split(" − "))
        numbers = [
            float(text.split(" ")[0].replace("−", "-").replace(",", ".")) for text in (latest, reference, result)
        ]
        assert numbers[0] - numbers[1] == pytest.approx(numbers[2], abs=0.011)
