"""What the vertical axis of a comparison shows: the values, the change since the baseline, or the way to the target."""

from collections.abc import Callable
from enum import StrEnum

from data.analysis.status import Status
from data.finnish import change_unit
from data.model import Role
from data.views.card import Card
from data.views.charts import Line, TimeChart


class AxisMode(StrEnum):
    """A way to read the rows of a comparison; the value is what the address says."""

    VALUE = "arvo"
    CHANGE = "muutos"
    PROGRESS = "matka"


MODE_NAMES = {
    AxisMode.VALUE: "Arvo",
    AxisMode.CHANGE: "Muutos lähtötilasta",
    AxisMode.PROGRESS: "Matka tavoitteeseen",
}


def chart_in_mode(card: Card, mode: AxisMode) -> TimeChart | None:
    """Return the chart of a card as this mode shows it; None where the card has nothing for it (`missing_for`)."""
    chart = card.time_chart
    if chart is None or mode is AxisMode.VALUE:
        return chart
    start, target = _baseline(card), _target(card)
    if start is None or (mode is AxisMode.PROGRESS and (target in (None, start) or card.status is Status.UNKNOWN)):
        return None
    if mode is AxisMode.CHANGE or target is None:
        return _converted(chart, lambda value: round(value - start, 10), change_unit(chart.unit))
    return _converted(chart, lambda value: 100 * (value - start) / (target - start), "%")


def missing_for(card: Card, mode: AxisMode) -> str:
    """Return in Finnish what a card lacks for a mode."""
    if card.time_chart is None:
        return "yksi havainto" if card.headline.is_number else "ei lukuja"
    if _baseline(card) is None:
        return "lähtötila puuttuu"
    return "tavoite puuttuu" if _target(card) is None else card.assessment.reason or "tavoite on lähtötila"


def _baseline(card: Card) -> float | None:
    return _level(card, Role.BASELINE)


def _target(card: Card) -> float | None:
    return _level(card, Role.TARGET)


def _level(card: Card, role: Role) -> float | None:
    lines = card.time_chart.lines if card.time_chart else ()
    return next((line.value for line in reversed(lines) if line.role is role), None)


def _converted(chart: TimeChart, convert: Callable[[float], float], unit: str) -> TimeChart:
    def line(level: Line) -> Line:
        return level.model_copy(update={"value": convert(level.value)})

    points = [
        point if point.value is None else point.model_copy(update={"value": convert(point.value), "label": None})
        for point in chart.points
    ]
    return chart.model_copy(
        update={
            "points": tuple(points),
            "lines": tuple(map(line, chart.lines)),
            "unit": unit,
            "bands": (),
            "country": (),
        }
    )
