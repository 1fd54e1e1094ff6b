"""Decks of the real views over the shipped data and the example, and what is in a presentation."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from openpyxl import load_workbook
from pptx import Presentation

from components.exports.powerpoint import powerpoint
from components.exports.powerpoint.geometry import Box
from data.analysis.small_numbers.suppression import protect
from data.catalogue import Catalogue, load_catalogue, load_example_catalogue
from data.model import Observation
from data.views.agenda import read_agenda
from data.views.card import Card, cards
from data.views.charts import Point, TimeChart
from data.views.comparison import comparison
from data.views.deck import deck as deck_of_agenda
from data.views.overview import status_chart
from data.views.slides import Chart, Deck, Slide, SlideTable
from tests.builders import example, number_text, shipped

FOUR = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme")
REGIONS = (*FOUR, "Keski-Suomi")
INDICATOR = "kymenlaakso-3.1-lastensuojelun-asiakkaat"


def deck(*slides: Slide, name: str = "Ohjausryhmä 12.12.2026") -> Deck:
    return Deck(name=name, slides=slides, version=3, published="22.11.2026")


def slides_of(card: Card) -> Iterator[Slide]:
    """A card as the slides that a meeting sees: each chart, else the number."""
    for chart in [one for one in (card.time_chart, card.bar_chart) if one] or [None]:
        yield Slide(
            subject=f"{card.theme} · {card.region_label} · {card.name}",
            title=card.sentence,
            region=card.region,
            chart=chart,
            number=card.headline if chart is None else None,
            facts=card.facts + card.gaps,
            sources=card.sources,
            notes=card.cautions,
        )


@cache
def real_cards() -> tuple[Card, ...]:
    known = load_catalogue()
    return cards(known, protect(shipped.observations(), known), shipped.TODAY)


@cache
def example_cards() -> tuple[Card, ...]:
    known = load_example_catalogue()
    return cards(known, protect(example.checked().observations, known), date(2026, 11, 22))


@cache
def charts() -> tuple[Chart, ...]:
    """Every chart of the shipped data and of the example: over time, of groups, on shared scales, of statuses."""
    found: list[Chart] = [
        chart
        for card in real_cards() + example_cards()
        for chart in (card.time_chart, card.bar_chart)
        if chart is not None
    ]
    known = load_catalogue()
    shown = protect(shipped.observations(), known)
    found += comparison(known, REGIONS, shown, shipped.TODAY, goal=None).shared
    found.append(status_chart(known, REGIONS, shipped.process_goals()))
    return tuple(found)


@cache
def whole() -> Deck:
    """Every card of the shipped data and of the example, a table of process goals, and the charts of regions."""
    goals = shipped.process_goals()
    table = SlideTable(
        headings=("Alue", "Prosessitavoite", "Tila", "Jatkuu"),
        rows=tuple((goal.region, goal.title, goal.status.value, goal.continues) for goal in goals),
    )
    slides = [slide for card in real_cards() + example_cards() for slide in slides_of(card)]
    slides += [
        Slide(subject="Vertailu", title=chart.alt, chart=chart, source_note="Raportit") for chart in charts()[-2:]
    ]
    slides.append(Slide(subject="Prosessitavoitteet", title="Kaikki.", table=table, source_note="Raportit"))
    return deck(*slides)


@cache
def whole_file() -> bytes:
    return powerpoint(whole())


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def made(*slides: Slide, template: bytes | None = None) -> Any:
    """The slides as a presentation, opened again."""
    return opened(powerpoint(deck(*slides), template=template))


def of_chart(chart: Chart) -> Slide:
    return Slide(subject="Aihe", title="Otsikko.", chart=chart, source_note="Raportti, rivi 1")


def drawn(chart: Chart) -> list[Any]:
    """The native charts that a view becomes, one a slide."""
    return [shape.chart for slide in made(of_chart(chart)).slides for shape in slide.shapes if shape.has_chart]


@cache
def natives() -> tuple[list[Any], ...]:
    """For each of `charts` the native charts that it becomes."""
    shown = [of_chart(chart).model_copy(update={"subject": str(at)}) for at, chart in enumerate(charts())]
    found: dict[str, list[Any]] = {}
    for slide in list(made(*shown).slides)[1:]:
        subject = next(shape.text_frame.text for shape in slide.shapes if shape.name == "Aihe")
        found.setdefault(subject, []).extend(shape.chart for shape in slide.shapes if shape.has_chart)
    return tuple(found[str(at)] for at in range(len(charts())))


def workbook_rows(chart: Any) -> list[tuple[Any, ...]]:
    """The cells of the workbook inside a chart."""
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [tuple(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def box(shape: Any) -> Box:
    return Box(shape.left, shape.top, shape.width, shape.height)


def parts(content: bytes) -> dict[str, bytes]:
    """Every part of a file, those of the workbooks inside it too."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            found[name] = package.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": part for inner, part in parts(found[name]).items()}
    return found


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def placed(observations: Sequence[Observation], known: Catalogue) -> tuple[Card, ...]:
    return cards(known, protect(observations, known), date(2026, 11, 22))


def shipped_deck(*texts: str) -> Deck:
    """The deck of an agenda over the shipped data."""
    known = load_catalogue()
    agenda = read_agenda(known, texts, "Kokous")
    assert agenda.notes == ()
    return deck_of_agenda(
        known, agenda, shipped.observations(), shipped.process_goals(), shipped.TODAY, 1, "22.11.2026"
    )


def point(year: int, value: float | None, before: str = "", after: str = "", period: str = "") -> Point:
    label = None if value is None else number_text(value, before, after)
    return Point(when=date(year, 12, 31), value=value, label=label, description="", period=period or str(year))


def time_chart(*points: Point, **fields: Any) -> TimeChart:
    made: dict[str, Any] = {
        "title": "Osuus",
        "region": "Kymenlaakso",
        "unit": "%",
        "is_joined": True,
        "lines": (),
        "alt": "Osuus laski.",
    }
    return TimeChart(points=points, **(made | fields))


TWO = (point(2019, 22.0, "", " %", "loppuvuosi 2019"), point(2021, 12.4, "noin ", " %", "kevät 2021"))
