"""Outcomes are counted alike on the front page, the goal's page, slides, in Word and on the printed page."""

import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from components.exports.powerpoint import powerpoint
from components.exports.word import word
from data.analysis.indicator_status import statuses
from data.analysis.series import series_of
from data.catalogue import Catalogue, load_catalogue, load_example_catalogue
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import Kind, Missing, Observation, ProcessGoal, Role
from data.views.agenda import Agenda, AgendaItem, ItemKind
from data.views.deck import deck
from data.views.gaps import region_gaps
from data.views.goal import region_goals
from data.views.handout import handout
from data.views.outcome_counts import OutcomeCounts, numbers_of
from data.views.overview import Overview, overview
from data.views.report import report
from tests.builders import catalogue, example, indicator, observation, shipped, year

GOALS = (1, 2, 3, 4, 5)


class Material(NamedTuple):
    """What the views are made of."""

    catalogue: Catalogue
    regions: tuple[str, ...]
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...] = ()
    today: date = date(2026, 11, 22)


def of_shipped() -> Material:
    known = load_catalogue()
    regions = tuple(dict.fromkeys(source.region for source in known.sources))
    return Material(known, regions, shipped.observations(), shipped.process_goals())


def of_example() -> Material:
    known = load_example_catalogue()
    regions = tuple(dict.fromkeys(indicator.region for indicator in known.indicators))
    return Material(known, regions, example.checked().observations)


MATERIALS: dict[str, Callable[[], Material]] = {"shipped": of_shipped, "example": of_example}


def front_page(given: Material) -> Overview:
    judged = statuses(given.catalogue, given.observations, given.today)
    return overview(given.catalogue, given.regions, given.observations, given.process_goals, judged)


def by_front_page(given: Material) -> dict[tuple[str, int | None], OutcomeCounts]:
    cells = [cell for row in front_page(given).rows for cell in row.cells]
    return {(cell.region, cell.goal): cell.outcomes for cell in cells}


def by_goal_page(given: Material) -> dict[tuple[str, int | None], OutcomeCounts]:
    known, regions, *rest = given
    return {(region, goal): region_goals(known, region, goal, *rest).counts for region in regions for goal in GOALS}


def by_word(given: Material) -> dict[tuple[str, int | None], OutcomeCounts]:
    known, regions, observations, process_goals, today = given
    written = report(known, observations, process_goals, regions=regions, today=today)
    return {(place.region, section.goal): section.counts for place in written.regions for section in place.sections}


def total(counts: Sequence[OutcomeCounts]) -> OutcomeCounts:
    added = Counter[object]()
    for part in counts:
        added.update(dict(part.statuses))
    return OutcomeCounts(
        indicators=sum(part.indicators for part in counts),
        with_number=sum(part.with_number for part in counts),
        followed=sum(part.followed for part in counts),
        with_target=sum(part.with_target for part in counts),
        statuses=tuple((status, added[status]) for status in Counter(added) if added[status]),
    )


def check_that_all_agree(given: Material) -> None:
    cells = by_front_page(given)
    for other in (by_goal_page(given), by_word(given)):
        assert {key: counts for key, counts in other.items() if cells.get(key, counts) != counts} == {}
        missing = {key: counts for key, counts in cells.items() if key not in other}
        assert all(key[1] is None or not counts.indicators for key, counts in missing.items())
    for region in given.regions:
        printed = handout(given.catalogue, load_process_catalogue(), region, *given[2:])
        of_region = total([counts for (place, _), counts in cells.items() if place == region])
        assert printed.counts.model_copy(update={"statuses": ()}) == of_region.model_copy(update={"statuses": ()})
        assert dict(printed.counts.statuses) == dict(of_region.statuses)
        whole = region_goals(given.catalogue, region, None, *given[2:]).counts
        assert whole == printed.counts
        (gaps,) = region_gaps(given.catalogue, [region], given.observations, given.process_goals)
        first = next((gap.count for gap in gaps.gaps if gap.action.startswith("Mittaa tai kirjaa")), 0)
        assert first == of_region.indicators - of_region.with_number
    totals = dict(front_page(given).totals)
    assert totals["Seurattuja tulosmittareita"] == str(sum(counts.followed for counts in cells.values()))
    for counts in cells.values():
        assert counts.followed <= counts.with_number <= counts.indicators
        assert sum(number for _, number in counts.statuses) == counts.with_number


@pytest.mark.parametrize("name", MATERIALS)
def test_every_view_counts_alike(name: str) -> None:
    material = MATERIALS[name]()
    check_that_all_agree(material)
    assert sum(counts.with_number for counts in by_front_page(material).values()) > 10


def said(text: str) -> tuple[int, int]:
    """The counts of a goal's summary: with a number, and followed of them."""
    found = re.search(r"(\d+)\s+tulosmittari\w*, j\w+lla on luku(?:, niistä (\d+) seurattu)?", text)
    assert found, text
    return int(found[1]), int(found[2] or 0)


@pytest.mark.parametrize("name", MATERIALS)
def test_what_slides_and_files_say_in_words_is_what_the_front_page_counts(name: str) -> None:
    given = MATERIALS[name]()
    cells = by_front_page(given)
    for region in given.regions:
        expected = {goal: (cells[region, goal].with_number, cells[region, goal].followed) for goal in GOALS}
        items = [AgendaItem(kind=ItemKind.GOAL, regions=(region,), goal=goal) for goal in GOALS]
        slides = deck(given.catalogue, Agenda(items=tuple(items)), *given[2:], 1, "22.11.2026")
        titles = [slide.shapes.title.text for slide in Presentation(io.BytesIO(powerpoint(slides))).slides]
        told = {int(title[0]): said(title) for title in titles if "tulosmittari" in title}
        assert told == expected
        document = Document(
            io.BytesIO(
                word(
                    given.catalogue,
                    given.observations,
                    given.process_goals,
                    regions=[region],
                    goals=GOALS,
                    today=given.today,
                    version=1,
                    published="22.11.2026",
                )
            )
        )
        lines = [paragraph.text for paragraph in document.paragraphs if "lla on luku" in paragraph.text]
        assert sorted(map(said, lines)) == sorted(expected.values())


SHARED, OTHERS = "yhteinen", ("Kymenlaakso", "Keski-Uusimaa")
INDICATORS = st.lists(
    st.builds(
        indicator,
        st.sampled_from(["a", "b", "c", "d", SHARED]),
        region=st.sampled_from((*OTHERS, "")),
        goal=st.sampled_from([1, 2, None]),
        other_goals=st.sampled_from([(), (3,)]),
        kind=st.sampled_from(list(Kind)),
    ),
    unique_by=lambda one: one.id,
    max_size=5,
)
CONTENTS = st.one_of(
    st.integers(0, 50).map(lambda number: {"value": float(number)}),
    st.just({"missing": Missing.HIDDEN}),
    st.just({"missing": Missing.NOT_MEASURED}),
    st.just({"words": "vähenee", "unit": ""}),
    st.just({"lower": 1.0, "upper": 2.0}),
)
OBSERVATIONS = st.lists(
    st.builds(
        lambda content, **fields: observation(**content, **fields),
        CONTENTS,
        region=st.sampled_from(OTHERS),
        indicator=st.sampled_from(["a", "b", "c", "d", SHARED, "kortiton"]),
        role=st.sampled_from(list(Role)),
        group=st.sampled_from(["", "kunta: A", "kunta: B"]),
        period=st.integers(2018, 2023).map(year),
        conflict=st.sampled_from(["", "r:a", "r:b"]),
    ),
    unique_by=lambda one: one.key,
    max_size=14,
)


@given(INDICATORS, OBSERVATIONS)
def test_generated_data_is_counted_alike_everywhere(known: list, observations: list[Observation]) -> None:
    check_that_all_agree(Material(catalogue(*known), OTHERS, tuple(observations)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([{"value": 1.0}], (True, False, False)),
        ([{"value": 0.0, "role": Role.FOLLOW_UP}], (True, False, False)),
        ([{"lower": 1.0, "upper": 2.0, "role": Role.CHANGE}], (True, False, False)),
        ([{"value": 1.0, "role": Role.TARGET}], (False, False, True)),
        ([{"words": "vähenee", "role": Role.TARGET}], (False, False, True)),
        ([{"value": 1.0, "role": Role.COMPARISON}], (False, False, False)),
        ([{"missing": Missing.HIDDEN}], (False, False, False)),
        ([{"words": "vakiintunut"}], (False, False, False)),
        ([{"value": 1.0}, {"value": 2.0, "role": Role.FOLLOW_UP}], (True, True, False)),
        ([{"value": 1.0}, {"value": 2.0, "role": Role.FOLLOW_UP, "group": "kunta: A"}], (True, False, False)),
        ([{"value": 1.0}, {"words": "kasvaa", "role": Role.FOLLOW_UP}], (True, False, False)),
        ([{"value": 1.0, "conflict": "r:b"}], (True, False, False)),
        ([{"value": 1.0, "conflict": "r:b", "role": Role.TARGET}], (False, False, False)),
    ],
)
def test_what_is_a_number_a_follow_up_and_a_target(
    fields: list[dict[str, object]], expected: tuple[bool, bool, bool]
) -> None:
    numbers = numbers_of(series_of(observation(**one) for one in fields))
    assert (numbers.has_number, numbers.is_followed, numbers.has_target) == expected
