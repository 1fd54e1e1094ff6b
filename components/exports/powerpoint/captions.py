"""What stands under a chart in words: its unit, its markers, and what may not be concluded from it."""

from collections.abc import Iterator, Sequence

from data.views.charts import TimeChart
from data.views.facts import Fact
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale
from data.views.slides import Chart


def captions(chart: Chart, facts: Sequence[Fact] = ()) -> tuple[str, ...]:
    """Whole sentences, the most important first; those of the chart's facts that stand beside it are left out."""
    if isinstance(chart, TimeChart):
        beside = (f"{fact.label}: {fact.text}." for fact in chart.facts if fact not in facts)
        return (*_unit(chart.unit), *_over_time(chart), *beside)
    if isinstance(chart, BarChart):
        return (*_unit(chart.unit), *([f"Jakso: {chart.period}."] if chart.period else []))
    if isinstance(chart, SharedScale):
        hollow = any(row.is_comparison for row in chart.rows)
        told = ["Katkoviivalla reunustettu palkki on vertailualue."] if hollow else []
        return (*_unit(chart.unit), *told, chart.why)
    return ("Suluissa on alueen prosessitavoitteiden määrä.",)


def _over_time(chart: TimeChart) -> Iterator[str]:
    """What may not be concluded, and what the rings mark."""
    if chart.caution:
        yield f"{chart.caution[0].upper()}{chart.caution[1:]}."
    if chart.signals:
        yield f"Renkaalla merkityt poikkeamat: {'; '.join(_rules(chart))}."


def _rules(chart: TimeChart) -> Iterator[str]:
    """Each rule with the periods that it marks: the only one, or from the first to the last and how many."""
    periods = {point.when: point.period for point in chart.points}
    marked: dict[str, list[str]] = {}
    for signal in sorted(chart.signals, key=lambda signal: signal.when):
        marked.setdefault(signal.rule, []).append(periods.get(signal.when, ""))
    for rule, found in marked.items():
        span = f"{found[0]}–{found[-1]}, {len(found)} pistettä" if len(found) > 1 else found[0]
        yield f"{rule} ({span})"


def _unit(unit: str) -> tuple[str, ...]:
    return (f"Yksikkö: {unit}.",) if unit and unit != "%" else ()
