"""A rendered page for each level of evidence: as much as the data carries, and no more."""

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data.analysis.evidence import Evidence, evidence_of
from data.analysis.series import series_of
from data.catalogue import load_catalogue
from data.views.card import main_series
from tests.builders.shipped import observations
from tests.limits import HANG_SECONDS

OpenPage = Callable[..., AppTest]
JUDGING = (":green-badge[", ":orange-badge[", ":red-badge[")


def shipped_at(level: Evidence) -> tuple[str, str]:
    """A region and an indicator of the reports that have this level of evidence, with numbers and days."""
    found: dict[tuple[str, str], list[object]] = {}
    for one in observations():
        found.setdefault((one.region, one.indicator), []).append(one)
    for (region, indicator), members in found.items():
        main = main_series(series_of(members))  # type: ignore[arg-type]
        is_drawn = main is not None and all(point.period.end and point.value is not None for point in main.points)
        if (
            main
            and is_drawn
            and not main.group
            and evidence_of(main) is level
            and load_catalogue().indicator(indicator)
        ):
            return region, indicator
    raise LookupError(level)


def traces(app: AppTest) -> list[dict[str, object]]:
    """Everything that the page's charts draw."""
    return [trace for chart in app.get("plotly_chart") for trace in json.loads(chart.proto.spec)["data"]]


def texts(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*app.markdown, *app.caption])


@pytest.mark.parametrize("level", [Evidence.NONE, Evidence.ONE_VALUE])
def test_below_two_numbers_there_is_no_chart_and_no_judgement(opened: OpenPage, level: Evidence) -> None:
    region, indicator = shipped_at(level)
    app = opened("mittari", alue=region, mittari=indicator)
    assert app.selectbox(key="choose_mittari").value == indicator
    assert not traces(app)
    assert not any(colour in app.markdown[0].value for colour in JUDGING)


def test_baseline_and_follow_up_are_two_points_and_their_difference_is_told(opened: OpenPage) -> None:
    region, indicator = shipped_at(Evidence.BASELINE_AND_FOLLOW_UP)
    app = opened("mittari", alue=region, mittari=indicator)
    assert "ero lähtötilaan" in texts(app)
    assert [str(trace["mode"]).split("+")[0] for trace in traces(app) if "mode" in trace] == ["markers", "text"]
    assert "trendi" not in texts(app).lower()
    assert "Säännöt:" not in texts(app)


def test_a_few_points_carry_no_judgement_of_direction(opened: OpenPage) -> None:
    app = opened("mittari", aineisto="esimerkki", alue="Kymenlaakso", mittari="esimerkki-kymenlaakso-suunnitelma")
    assert "iian vähän havaintoja suunnan arvioon" in texts(app)
    assert [str(trace["mode"]).split("+")[0] for trace in traces(app)] == ["lines", "text"]
    assert "Säännöt:" not in texts(app)


def test_a_control_chart_names_its_rules_and_its_limits(opened: OpenPage) -> None:
    app = opened("mittari", aineisto="esimerkki", alue="Kymenlaakso", mittari="esimerkki-kymenlaakso-hoitoonpaasy")
    assert "Säännöt: NHS England Making Data Count (XmR)." in texts(app)
    assert "Harmaa alue: tavanomainen vaihtelu, rajat 1/2023–" in texts(app)
    assert "Akseli ei ala nollasta." in texts(app)
    symbols = [trace.get("marker", {}).get("symbol") for trace in traces(app)]  # type: ignore[attr-defined]
    assert "circle" in symbols
    assert "Taso muuttui" in texts(app)


def test_an_entered_level_shift_breaks_the_line_and_asks_nothing(opened: OpenPage) -> None:
    app = opened("mittari", aineisto="esimerkki", alue="Kymenlaakso", mittari="esimerkki-kymenlaakso-odotusaika")
    assert None in traces(app)[0]["y"]  # type: ignore[operator]
    assert "tasonmuutos voidaan kirjata" not in texts(app)


def test_a_run_chart_has_trial_limits_and_no_signals() -> None:
    def script() -> None:
        from datetime import date

        from components.indicator_page import draw_large_chart
        from data.model import Role
        from data.views.card import cards
        from tests.builders import catalogue, indicator, month, observation

        numbers = [20.0, 22.0, 21.0, 23.0, 20.0, 60.0, 21.0, 22.0]
        monthly = [observation(v, role=Role.FOLLOW_UP, period=month(at + 1, 2023)) for at, v in enumerate(numbers)]
        (card,) = cards(catalogue(indicator()), monthly, date(2026, 1, 1))
        draw_large_chart(card)

    app = AppTest.from_function(script, default_timeout=HANG_SECONDS).run()
    (chart,) = app.get("plotly_chart")
    shapes = json.loads(chart.proto.spec)["layout"]["shapes"]
    assert sorted(shape["line"].get("dash", "") for shape in shapes if shape["type"] == "line") == ["", "dot", "dot"]
    assert [trace["mode"] for trace in traces(app)] == ["lines+markers"]
    assert "alustavat" in texts(app)


def test_every_level_is_one_of_those_rendered_here() -> None:
    assert set(Evidence) - {Evidence.NOT_MONTHLY} == {
        Evidence.NONE,
        Evidence.ONE_VALUE,
        Evidence.BASELINE_AND_FOLLOW_UP,
        Evidence.FEW_POINTS,
        Evidence.RUN_CHART,
        Evidence.CONTROL_CHART,
    }
