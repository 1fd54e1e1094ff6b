"""A chart of a view as a native chart of a presentation: how high it is, what stands under it, how it is drawn."""

from collections.abc import Iterator, Sequence
from typing import Any

from components.exports.powerpoint.bar_charts import add_bars, add_statuses, bars_of
from components.exports.powerpoint.geometry import POINT, Box
from components.exports.powerpoint.slide_text import describe
from components.exports.powerpoint.time_chart import add_time_chart
from data.views.charts import TimeChart
from data.views.facts import Fact
from data.views.group_bars import BarChart
from data.views.overview import StatusChart
from data.views.shared_scales import SharedScale
from data.views.slides import Chart

_ROW = 34 * POINT  # height of a bar with its gap, at the least
_THICK = 84 * POINT
_LEGEND = 72 * POINT


def rows_of(chart: Chart) -> int:
    """Return how many bars a chart has; a chart over time counts as one and is never divided."""
    if isinstance(chart, TimeChart):
        return 1
    return len(chart.regions) if isinstance(chart, StatusChart) else len(bars_of(chart))


def rows_fitting(chart: Chart, height: int) -> int:
    """Return how many bars of a chart go into a height in EMU."""
    room = height - _LEGEND if isinstance(chart, StatusChart) else height
    return max(1, room // _ROW)


def wanted_height(chart: Chart, rows: int, height: int) -> int:
    """Return the height in EMU that a chart is drawn in: few bars do not grow thick."""
    if isinstance(chart, TimeChart):
        return height
    return min(height, rows * _THICK + (_LEGEND if isinstance(chart, StatusChart) else 0))


def add_chart(slide: Any, box: Box, chart: Chart, alt: str, first: int, last: int) -> None:
    """Draw the chart, or its bars from `first` up to `last`, in the box, with its alternative text."""
    if isinstance(chart, TimeChart):
        frame = add_time_chart(slide, box, chart)
    elif isinstance(chart, StatusChart):
        frame = add_statuses(slide, box, chart, first, last)
    else:
        rows = bars_of(chart)
        frame = add_bars(slide, box, chart.title, rows[first:last], rows)
    describe(frame, "Kaavio", alt)


def captions(chart: Chart, facts: Sequence[Fact] = ()) -> tuple[str, ...]:
    """Return what stands under a chart, in sentences; those of the chart's facts that stand beside it are left out."""
    if isinstance(chart, TimeChart):
        beside = (f"{fact.label}: {fact.text}." for fact in chart.facts if fact not in facts)
        return (*_unit(chart.unit), *_over_time(chart), *beside)
    if isinstance(chart, BarChart):
        return (*_unit(chart.unit), *([f"Jakso: {chart.period}."] if chart.period else []))
    if isinstance(chart, SharedScale):
        hollow = any(row.is_comparison for row in chart.rows)
        note = ["Katkoviivalla reunustettu palkki on vertailualue."] if hollow else []
        return (*_unit(chart.unit), *note, chart.why)
    return ("Suluissa on alueen prosessitavoitteiden määrä.",)


def _over_time(chart: TimeChart) -> Iterator[str]:
    """Give what may not be concluded, and what the rings mark."""
    if chart.caution:
        yield f"{chart.caution[0].upper()}{chart.caution[1:]}."
    if chart.signals:
        yield f"Renkaalla merkityt poikkeamat: {'; '.join(_rules(chart))}."


def _rules(chart: TimeChart) -> Iterator[str]:
    """Give each rule with the periods that it marks: the only one, or from the first to the last and how many."""
    periods = {point.when: point.period for point in chart.points}
    marked: dict[str, list[str]] = {}
    for signal in sorted(chart.signals, key=lambda signal: signal.when):
        marked.setdefault(signal.rule, []).append(periods.get(signal.when, ""))
    for rule, marks in marked.items():
        span = f"{marks[0]}–{marks[-1]}, {len(marks)} pistettä" if len(marks) > 1 else marks[0]
        yield f"{rule} ({span})"


def _unit(unit: str) -> tuple[str, ...]:
    return (f"Yksikkö: {unit}.",) if unit and unit != "%" else ()
