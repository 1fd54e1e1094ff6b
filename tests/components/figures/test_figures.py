"""What charts draw: the grammar that all share, and nothing that the view does not hold."""

import tomllib
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from components.colours import LEVEL, SIGNAL, TARGET, palette, region_style
from components.figures import CONFIG
from components.figures.bar_figures import bars, group_figure, status_figure
from components.figures.large_chart import large_figure
from components.figures.timeline_figure import timeline_figure
from data.analysis.status import Tone
from data.analysis.xmr import Rule
from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import ProcessStatus, Role
from data.views.charts import Band, Line, Marker, Point, Signal, TimeChart
from data.views.group_bars import Bar, BarChart
from data.views.overview import StatusChart, StatusPart
from data.views.process_goals.action_timeline import Timeline, timeline
from tests.builders import number_text
from tests.builders.colours import contrast

THEME = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
GROUNDS = (THEME["light"]["backgroundColor"], THEME["dark"]["backgroundColor"])
COMPARED = ("kymenlaakso", "keski-uusimaa", "etela-karjala", "paijat-hame", "keski-suomi")
NASTY = '<b>x</b> <a href="javascript:alert(1)">y</a>'


def point(year: int, value: float | None, **fields: Any) -> Point:
    told = f"{value} % ({year})"
    made: dict[str, Any] = {
        "label": None if value is None else number_text(value),
        "description": told,
        "period": f"syksy {year}",
    }
    return Point(when=date(year, 12, 31), value=value, **(made | fields))


def time_chart(*points: Point, **fields: Any) -> TimeChart:
    made: dict[str, Any] = {
        "title": "Osuus",
        "region": "Kymenlaakso",
        "unit": "%",
        "is_joined": True,
        "lines": (),
        "alt": "Osuus.",
    }
    return TimeChart(points=points, **(made | fields))


def series(figure: go.Figure) -> go.Scatter:
    """Return the trace of the values themselves, which is drawn first."""
    return figure.data[0]


def texts(figure: go.Figure) -> str:
    """Everything that a figure writes, as one text."""
    return str(figure.to_plotly_json())


BASELINE = Line(value=22.0, label="lähtötila 22 % (loppuvuosi 2019)", role=Role.BASELINE)
GOAL = Line(value=10.0, label="tavoite 10 % (2023)", role=Role.TARGET)
TWO = (point(2019, 22.0), point(2021, 12.4))


# Colours


def test_the_grounds_are_those_that_the_colours_were_chosen_for() -> None:
    assert GROUNDS == ("#FFFFFF", "#0F151C")


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_colour_of_a_chart_stands_out_from_the_ground(ground: str) -> None:
    colours = {region.slug: region_style(region.slug).colour for region in load_catalogue().regions}
    colours |= {"lähtötila": LEVEL, "tavoite": TARGET, "poikkeama": SIGNAL}
    assert {name: colour for name, colour in colours.items() if contrast(colour, ground) < 3} == {}


def test_the_compared_regions_differ_in_colour_marker_and_line() -> None:
    for one, other in combinations(map(region_style, COMPARED), 2):
        assert one.colour != other.colour
        assert one.marker != other.marker
        assert one.dash != other.dash


def test_a_region_looks_the_same_every_time() -> None:
    for region in load_catalogue().regions:
        assert region_style(region.slug) == region_style(region.slug)


# A series over time


def test_the_large_chart_draws_the_points_of_the_view_in_ink() -> None:
    trace = series(large_figure(time_chart(*TWO)))
    assert list(trace.x) == [date(2019, 12, 31), date(2021, 12, 31)]
    assert list(trace.y) == [22.0, 12.4]
    assert trace.line.color == palette().ink_2
    assert series(large_figure(time_chart(*TWO), is_dark=True)).line.color == palette(is_dark=True).ink_2


def test_the_baseline_is_a_dashed_grey_line_with_its_words() -> None:
    figure = large_figure(time_chart(*TWO, lines=(BASELINE,)))
    (line,) = figure.layout.shapes
    assert (line.y0, line.y1, line.line.dash, line.line.color) == (22.0, 22.0, "dash", palette().level)
    assert [note.text for note in figure.layout.annotations] == ["lähtötila 22 % (loppuvuosi 2019)"]


def test_the_target_is_a_thin_whole_line_of_ink_with_a_flag() -> None:
    figure = large_figure(time_chart(*TWO, lines=(BASELINE, GOAL)))
    line = figure.layout.shapes[1]
    assert (line.y0, line.line.dash, line.line.color) == (10.0, None, palette().ink)
    assert line.line.width < series(figure).line.width
    assert [note.text for note in figure.layout.annotations][1] == "⚑ tavoite 10 % (2023)"


def test_on_a_phone_the_levels_have_short_names() -> None:
    figure = large_figure(time_chart(*TWO, lines=(BASELINE, GOAL)), width=350)
    names = [note.text.replace("\u00a0", " ") for note in figure.layout.annotations]
    assert names == ["lähtötila 22", "⚑ 10 %"]


def test_without_levels_nothing_but_the_series_and_its_values_is_drawn() -> None:
    figure = large_figure(time_chart(*TWO))
    assert [trace.mode for trace in figure.data] == ["lines+markers", "text"]
    assert not figure.layout.shapes
    assert not figure.layout.annotations


def test_points_are_joined_only_where_the_view_says_so() -> None:
    assert series(large_figure(time_chart(*TWO))).mode == "lines+markers"
    assert series(large_figure(time_chart(*TWO, is_joined=False))).mode == "markers"


def test_a_gap_is_a_gap() -> None:
    gap = point(2020, None, description="ei mitattu", period="")
    trace = series(large_figure(time_chart(TWO[0], gap, TWO[1])))
    assert trace.connectgaps is False
    assert list(trace.y) == [22.0, None, 12.4]


def test_few_points_are_named_by_their_periods_and_values_and_many_by_years() -> None:
    few = large_figure(time_chart(*TWO, lines=(BASELINE,)))
    assert list(few.layout.xaxis.ticktext) == ["syksy 2019", "syksy 2021"]
    assert list(few.data[1].text) == ["12,4"]  # the baseline is named by its level
    many = large_figure(time_chart(*(point(year, 1.0) for year in range(2010, 2020))))
    assert many.layout.xaxis.ticktext is None
    assert many.layout.xaxis.tickformat == "%Y"
    assert len(many.data) == 1


@pytest.mark.parametrize(
    ("values", "low"), [((22.0, 2.4), 0.0), ((120.0, 121.0), None), ((-15.0, -30.0), None), ((-5.0, 5.0), None)]
)
def test_the_axis_of_values_holds_every_value_and_zero_where_it_is_near(
    values: tuple[float, float], low: float | None
) -> None:
    start, end = large_figure(time_chart(point(2019, values[0]), point(2021, values[1]))).layout.yaxis.range
    assert start <= min(values)
    assert (start == 0.0) is (low == 0.0)
    assert end > max(values)


def test_the_axis_holds_the_levels_too() -> None:
    far = Line(value=90.0, label="tavoite", role=Role.TARGET)
    assert large_figure(time_chart(*TWO, lines=(far,))).layout.yaxis.range[1] > 90.0


def test_points_are_told_in_words_when_pointed_at() -> None:
    trace = series(large_figure(time_chart(*TWO)))
    assert trace.hovertemplate == "%{customdata}<extra></extra>"
    assert list(trace.customdata) == ["22.0 % (2019)", "12.4 % (2021)"]


def test_usual_variation_is_a_band_with_dotted_edges_and_its_mean() -> None:
    band = Band(
        start=date(2019, 12, 31),
        end=date(2021, 12, 31),
        used_from=date(2019, 12, 31),
        used_to=date(2021, 12, 31),
        mean=15.0,
        lower=5.0,
        upper=25.0,
        is_trial=True,
    )
    figure = large_figure(time_chart(*TWO, bands=(band,)))
    fill, *lines = figure.layout.shapes
    assert (fill.y0, fill.y1, fill.fillcolor) == (5.0, 25.0, palette().usual)
    assert [(line.y0, line.line.dash) for line in lines] == [(5.0, "dot"), (25.0, "dot"), (15.0, None)]
    names = [note.text.replace("\u00a0", " ") for note in figure.layout.annotations]
    assert names == ["yläraja 25 %", "keskiarvo 15 %", "alaraja 5 %"]


@pytest.mark.parametrize(
    ("tone", "symbol"), [(Tone.GOOD, "circle"), (Tone.CONCERN, "diamond-open"), (Tone.NEUTRAL, "square-open")]
)
def test_a_signal_has_the_shape_of_what_it_means_and_the_name_of_its_rule(tone: Tone, symbol: str) -> None:
    signal = Signal(when=date(2021, 12, 31), value=12.4, rule=Rule.OUTSIDE, tone=tone)
    (mark,) = [one for one in large_figure(time_chart(*TWO, signals=(signal,))).data if one.mode == "markers"]
    assert mark.marker.symbol == symbol
    assert list(mark.customdata) == ["rajojen ulkopuolella"]


def test_an_action_is_a_dotted_line_with_its_number() -> None:
    marker = Marker(when=date(2020, 6, 1), title="Uusi toimintatapa")
    figure = large_figure(time_chart(*TWO, markers=(marker,)))
    (line,) = figure.layout.shapes
    assert (line.x0, line.line.dash) == (date(2020, 6, 1), "dot")
    (note,) = figure.layout.annotations
    assert (note.text, note.hovertext) == ("1", "Uusi toimintatapa")


def test_text_from_data_is_never_markup_in_a_time_figure() -> None:
    chart = time_chart(
        point(2019, 22.0, label=number_text(22.0, NASTY, NASTY), description=NASTY, period=NASTY),
        point(2021, 12.0, label=number_text(12.0, NASTY, NASTY), description=NASTY, period=NASTY),
        lines=(BASELINE.model_copy(update={"label": NASTY}), GOAL.model_copy(update={"label": NASTY})),
        signals=(Signal(when=date(2021, 12, 31), value=12.0, rule=Rule.OUTSIDE, tone=Tone.CONCERN),),
        markers=(Marker(when=date(2020, 6, 1), title=NASTY),),
    )
    drawn = texts(large_figure(chart))
    assert "&lt;b&gt;" in drawn
    assert "<b>" not in drawn
    assert "<a" not in drawn


# Bars


def groups(*values: float, name: str = "Hyvinkää") -> BarChart:
    made = tuple(
        Bar(name=f"{name} {n}", value=v, label=number_text(v, "", " %"), description=f"{v} % (n = 9)")
        for n, v in enumerate(values)
    )
    return BarChart(title="Osuus", region="Keski-Uusimaa", unit="%", period="2020–2021", bars=made, alt="Osuus.")


def test_groups_are_bars_of_one_length_scale_from_zero_in_the_colour_of_the_region() -> None:
    figure = group_figure(groups(40.0, 38.0, 64.0))
    (drawn,) = figure.data
    assert drawn.orientation == "h"
    assert list(drawn.x) == [40.0, 38.0, 64.0]
    assert list(drawn.text) == ["40 %", "38 %", "64 %"]
    assert set(drawn.marker.color) == {region_style("keski-uusimaa").colour}
    assert figure.layout.xaxis.range[0] == 0
    assert figure.layout.xaxis.range[1] > 64.0
    assert figure.layout.xaxis.type is None or figure.layout.xaxis.type == "linear"


def test_the_first_group_stands_on_top() -> None:
    figure = group_figure(groups(40.0, 38.0))
    assert figure.layout.yaxis.autorange == "reversed"
    assert list(figure.layout.yaxis.ticktext) == ["Hyvinkää 0", "Hyvinkää 1"]


def test_negative_bars_go_left_from_zero() -> None:
    low, high = group_figure(groups(-30.0, 10.0)).layout.xaxis.range
    assert low < -30.0
    assert high > 10.0


def test_bars_of_nothing_but_zeros_are_drawn() -> None:
    low, high = group_figure(groups(0.0, 0.0)).layout.xaxis.range
    assert (low, high > 0) == (0, True)


def test_text_from_data_is_never_markup_in_bars() -> None:
    drawn = texts(bars([NASTY], [1.0], [NASTY], [NASTY], ["#000000"]))
    assert "&lt;b&gt;" in drawn
    assert "<b>" not in drawn
    assert "<a" not in drawn


# Statuses of process goals

STATUSES = StatusChart(
    regions=(("Kymenlaakso", 22), ("Keski-Uusimaa (Keusote)", 39)),
    parts=(
        StatusPart(status=ProcessStatus.DONE, counts=(0, 20)),
        StatusPart(status=ProcessStatus.NOT_DONE, counts=(0, 7)),
        StatusPart(status=ProcessStatus.NOT_ASSESSED, counts=(22, 0)),
        StatusPart(status=ProcessStatus.UNKNOWN, counts=(0, 12)),
    ),
    alt="Prosessitavoitteiden tila.",
)


def test_the_parts_of_a_status_figure_are_those_of_the_view() -> None:
    figure = status_figure(STATUSES)
    assert figure.layout.barmode == "stack"
    drawn = [(part.name, tuple(part.x)) for part in figure.data]
    assert drawn == [(part.status.value, part.counts) for part in STATUSES.parts]
    assert {tuple(part.y) for part in figure.data} == {("Kymenlaakso", "Keski-Uusimaa (Keusote)")}
    totals = [sum(part.x[at] for part in figure.data) for at in range(2)]
    assert totals == [total for _, total in STATUSES.regions]


def test_every_part_carries_its_number_and_nought_carries_none() -> None:
    figure = status_figure(STATUSES)
    assert [tuple(part.text) for part in figure.data] == [("", "20"), ("", "7"), ("22", ""), ("", "12")]
    assert figure.layout.showlegend is True


def every_status() -> go.Figure:
    parts = tuple(StatusPart(status=status, counts=(1,)) for status in ProcessStatus)
    return status_figure(StatusChart(regions=(("Kymenlaakso", 10),), parts=parts, alt=""))


def test_every_status_has_a_look_of_its_own_and_a_number_that_can_be_read() -> None:
    figure = every_status()
    looks = [(part.marker.color, part.marker.pattern.shape) for part in figure.data]
    assert len(set(looks)) == len(ProcessStatus)
    for part in figure.data:
        assert contrast(part.textfont.color, part.marker.color) >= 4.5, part.name


# What all share


@pytest.mark.parametrize(
    "figure",
    [large_figure(time_chart(*TWO)), group_figure(groups(1.0, 2.0)), status_figure(STATUSES)],
    ids=["aika", "ryhmät", "tilat"],
)
def test_numbers_are_finnish_and_a_chart_neither_moves_nor_needs_a_toolbar(figure: go.Figure) -> None:
    assert figure.layout.separators == ",\u00a0"
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange is True
    assert figure.layout.yaxis.fixedrange is True
    assert CONFIG["locale"] == "fi"
    assert CONFIG["displayModeBar"] is False


def test_every_region_has_a_look_of_its_own() -> None:
    looks = defaultdict(list)
    for region in load_catalogue().regions:
        looks[region_style(region.slug)].append(region.slug)
    assert [found for found in looks.values() if len(found) > 1] == []


def test_statuses_are_told_apart_in_grey() -> None:
    parts = tuple(StatusPart(status=status, counts=(1,)) for status in ProcessStatus)
    drawn = status_figure(StatusChart(regions=(("Kymenlaakso", 10),), parts=parts, alt="")).data
    alike = [
        (one.name, other.name)
        for one, other in combinations(drawn, 2)
        if one.marker.pattern.shape == other.marker.pattern.shape
        and contrast(one.marker.color, other.marker.color) < 1.5
    ]
    assert alike == []


def test_the_name_of_a_region_is_never_markup_in_a_status_figure() -> None:
    part = StatusPart(status=ProcessStatus.DONE, counts=(1,))
    drawn = status_figure(StatusChart(regions=(("<b>x</b>", 1),), parts=(part,), alt="")).to_json()
    assert "\\u003cb\\u003e" not in drawn and "<b>" not in drawn


# Toimenpiteet


def drawn(*regions: str) -> Timeline:
    return timeline(load_catalogue(), load_process_catalogue(), regions)


def test_the_time_line_is_one_figure_with_a_facet_a_region_on_one_axis() -> None:
    figure = timeline_figure(drawn("Kymenlaakso", "Päijät-Häme"))
    assert [note.text for note in figure.layout.annotations] == ["Kymenlaakso", "Päijät-Häme"]
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert {figure.layout.xaxis.type, figure.layout.xaxis2.type} == {"date"}


def test_every_toimenpide_has_a_marker_and_the_legend_names_each_kind_once() -> None:
    view = drawn("Kymenlaakso", "Päijät-Häme")
    figure = timeline_figure(view)
    starts = [when for trace in figure.data if trace.mode == "markers" for when in trace.x if when]
    assert len(starts) == sum(len(region.drawn) for region in view.regions) == 35
    named = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert sorted(named) == sorted({action.kind for region in view.regions for action in region.drawn})


def test_kinds_of_toimenpide_differ_in_their_marker() -> None:
    named = [trace for trace in timeline_figure(drawn("Etelä-Karjala")).data if trace.showlegend is not False]
    assert len({trace.marker.symbol for trace in named}) == len(named) == 5


def test_a_title_of_a_toimenpide_is_never_markup() -> None:
    view = drawn("Päijät-Häme")
    (region,) = view.regions
    nasty = region.drawn[0].model_copy(update={"told": NASTY})
    figure = timeline_figure(view.model_copy(update={"regions": (region.model_copy(update={"deeds": (nasty,)}),)}))
    told = [text for trace in figure.data if trace.customdata is not None for text in trace.customdata]
    assert told
    assert not any("<b>" in text or "<a" in text for text in told)
