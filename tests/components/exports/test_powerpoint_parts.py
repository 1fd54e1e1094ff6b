"""The parts that slides are made of: boxes, fitted texts, scales, labels that keep apart, number formats."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports.powerpoint.chart_data import from_zero, label_format, plain_format
from components.exports.powerpoint.geometry import (
    LINE,
    POINT,
    Box,
    above,
    beside,
    cut,
    fit,
    fit_whole,
    free_of,
    spread,
    width,
    wrapped,
)
from components.exports.powerpoint.slide_charts import captions
from components.exports.powerpoint.slide_text import filled
from components.exports.powerpoint.tables import divide_table
from data.views.charts import Band
from data.views.facts import Fact
from data.views.slides import SlideTable
from tests.builders import number_text
from tests.builders.decks import TWO, time_chart

WORDS = st.lists(st.text("aäiklmnostW0 –,%", min_size=1, max_size=25), min_size=1, max_size=40).map(" ".join)
ROOM = st.floats(60, 900)


# Boxes


def test_a_box_is_cut_in_two_with_a_gap() -> None:
    assert beside(Box(0, 0, 110, 50), 0.6, 10) == (Box(0, 0, 60, 50), Box(70, 0, 40, 50))
    assert above(Box(0, 0, 100, 50), 20, 5) == (Box(0, 0, 100, 20), Box(0, 25, 100, 25))
    assert above(Box(0, 0, 100, 50), 80) == (Box(0, 0, 100, 50), Box(0, 50, 100, 0))


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 10, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 10, 10))


def test_an_obstacle_takes_the_side_that_costs_least() -> None:
    assert free_of(Box(0, 0, 100, 100), [Box(0, 90, 100, 10)]) == Box(0, 0, 100, 90)
    assert free_of(Box(0, 0, 100, 100), [Box(0, 0, 20, 100)], 5) == Box(25, 0, 75, 100)
    assert free_of(Box(0, 0, 100, 100), [Box(200, 0, 20, 100)]) == Box(0, 0, 100, 100)


BOXES = st.builds(Box, st.integers(0, 90), st.integers(0, 90), st.integers(1, 100), st.integers(1, 100))


@given(st.lists(BOXES, max_size=5))
def test_what_is_left_of_a_box_meets_no_obstacle(obstacles: list[Box]) -> None:
    whole = Box(0, 0, 200, 200)
    left = free_of(whole, obstacles)
    assert whole.holds(left)
    assert not any(left.meets(one) for one in obstacles)


# Texts


@given(WORDS, st.sampled_from([12, 18, 28]), ROOM)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, size: int, room: float) -> None:
    lines = wrapped(text, size, room)
    assert all(width(line, size) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(WORDS, ROOM, st.floats(40, 300))
def test_a_fitted_text_is_never_higher_than_its_box(text: str, room: float, height: float) -> None:
    found = fit(text, (28, 24, 20), room, height)
    assert len(wrapped(found.text, found.size, room)) * found.size * LINE <= height
    assert found.is_cut or found.text == text


def test_a_text_is_set_at_the_largest_size_that_fits() -> None:
    assert fit("Osuus laski", (28, 20), 400, 40).size == 28
    assert fit("Osuus laski", (28, 20), 400, 30).size == 20
    assert fit("Osuus laski paljon", (28, 20), 90, 30).text == "Osuus…"


def test_a_number_and_its_unit_shrink_before_they_are_broken() -> None:
    number = "2\u00a0158\u00a0€/asukas"
    assert fit(number, (80, 40, 24), 300, 400).size == 80
    found = fit_whole(number, (80, 40, 24), 300, 400)
    assert (found.size, found.lines) == (24, 1) or width(number, 40) <= 300
    assert fit_whole("enintään 1 kpl", (80, 40), 300, 400).size == 40


def test_a_cut_text_ends_in_an_ellipsis_after_a_whole_word() -> None:
    assert cut("Odotusaika, perheneuvolaan lyheni", 20, 150, 1) == "Odotusaika…"
    assert cut("lyhyt", 20, 400, 1) == "lyhyt"


@given(st.lists(st.builds(Fact, label=WORDS, text=WORDS), min_size=1, max_size=12), st.integers(150, 900))
def test_facts_never_run_over_their_box(facts: list[Fact], height: int) -> None:
    box = Box(0, 0, 300 * POINT, height * POINT)
    pieces, count = filled(facts, box)
    assert 1 <= count <= len(facts)
    used = sum(piece.space_before for piece in pieces)
    for piece in pieces:
        text = f"{piece.lead} {piece.text}".strip()
        used += len(wrapped(text, 18, 300 if not piece.lead else 330, bold=bool(piece.bold))) * 18 * LINE
    assert used <= height


# Tables

CELLS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=0, max_size=12)


@given(CELLS)
def test_a_table_in_parts_fits_its_boxes_and_loses_no_row(rows: list[tuple[str, str, str]]) -> None:
    boxes = [Box(0, 0, 800 * POINT, 200 * POINT), Box(0, 0, 800 * POINT, 300 * POINT)]
    found = divide_table(SlideTable(headings=("Alue", "Mittari", "Tila"), rows=tuple(rows)), boxes)
    assert sum(len(part.rows) for part in found) == len(rows)
    for part, box in zip(found, boxes + boxes[-1:] * len(found), strict=False):
        assert sum(part.heights) * POINT <= box.height + 1
        assert sum(part.widths) * POINT <= box.width + 1
    assert [row for part in found for row in (part.whole or part.rows)] == [
        tuple(cell.strip(" ") if cell.strip(" ") else "" for cell in _one_spaced(row)) for row in rows
    ]


def _one_spaced(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split(" ")).replace("  ", " ") if "  " not in cell else _squeezed(cell) for cell in row)


def _squeezed(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)


# Scales and labels


@given(st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=1, max_size=8))
def test_an_axis_holds_zero_and_every_value_on_round_numbers(values: list[float]) -> None:
    scale = from_zero(values)
    assert scale.low <= min(0.0, *values)
    assert scale.high > max(0.0, *values)
    assert (scale.low == 0) is (min(values) >= 0)
    assert 2 <= round((scale.high - scale.low) / scale.step) <= 12


@pytest.mark.parametrize(
    ("values", "expected"), [((22.0, 12.4), (0, 25, 5)), ((0.36,), (0, 0.4, 0.1)), ((15330.0,), (0, 20000, 5000))]
)
def test_axes_end_where_people_would_end_them(values: tuple[float, ...], expected: tuple[float, ...]) -> None:
    assert from_zero(values) == pytest.approx(expected)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 40)), max_size=7))
def test_labels_keep_apart_in_their_order_and_inside(given_: list[tuple[float, float]]) -> None:
    wanted, heights = [one for one, _ in given_], [height for _, height in given_]
    found = spread(wanted, heights, 0, 300)
    edges = sorted((place - height / 2, place + height / 2) for place, height in zip(found, heights, strict=True))
    assert all(before[1] <= after[0] + 1e-6 for before, after in pairwise(edges))
    assert all(low >= -1e-6 and high <= 300 + 1e-6 for low, high in edges)
    for (one, here), (other, there) in combinations(zip(wanted, found, strict=True), 2):
        assert (one < other) <= (here <= there)


def test_labels_that_are_apart_stay_where_they_are() -> None:
    assert spread([50.0, 200.0], [20.0, 20.0], 0, 300) == [50.0, 200.0]
    assert spread([100.0, 100.0], [20.0, 20.0], 0, 300) == [90.0, 110.0]


# Number formats


def test_a_format_writes_the_number_as_its_label_does() -> None:
    assert (
        label_format(number_text(12.4, "noin ", "\u00a0%"))
        == '[$-40B]"noin "#,##0.0"\u00a0%";[$-40B]"noin −"#,##0.0"\u00a0%"'
    )
    assert label_format(number_text(15280.0)) == '[$-40B]#,##0;[$-40B]"−"#,##0'
    assert label_format(number_text(-0.45)) == '[$-40B]#,##0.00;[$-40B]"−"#,##0.00'


def test_a_label_that_no_format_can_write_stays_text() -> None:
    assert label_format(number_text(5.0, 'noin "', '"')) is None
    assert label_format(number_text(5.0, "", " " + "x" * 300)) is None


def test_an_axis_of_percentages_has_the_sign() -> None:
    assert plain_format(0, "%") == '[$-40B]#,##0"\u00a0%";[$-40B]"−"#,##0"\u00a0%"'
    assert plain_format(1, "vrk") == '[$-40B]#,##0.0;[$-40B]"−"#,##0.0'


@given(st.floats(-1e6, 1e6).map(lambda value: round(value, 4)))
def test_every_number_that_is_written_in_finnish_has_its_format(value: float) -> None:
    code = label_format(number_text(value))
    assert code is not None
    assert len(code) <= 255


# Captions


def test_a_caption_says_what_the_facts_do_not() -> None:
    months = {"start": date(2023, 1, 1), "end": date(2025, 6, 1), "used_from": date(2023, 1, 1)}
    band = Band(**months, used_to=date(2024, 6, 1), mean=12, lower=9, upper=15, is_trial=False)
    outlook = "tavoite täyttynyt 3/12 kk, nykyisellä vaihtelulla vaihtelee"
    chart = time_chart(*TWO, rule_set="XmR", bands=(band,), outlook=outlook, unit="vrk")
    limits = "Ohjauskortti: XmR, rajat 1/2023–6/2024."
    assert captions(chart) == ("Yksikkö: vrk.", limits, f"Tavoitteen täyttyminen: {outlook}.")
    facts = (Fact(label="Tavoitteen täyttyminen", text=outlook),)
    assert captions(chart, facts) == ("Yksikkö: vrk.", limits)
