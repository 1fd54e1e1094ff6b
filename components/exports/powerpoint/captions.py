"""What stands under a chart in words: its unit, its markers, and what may not be concluded from it."""

from collections.abc import Iterator

from data.analysis.views.bars import BarChart
from data.analysis.views.charts import TimeChart
from data.analysis.views.scales import SharedScale
from data.analysis.views.slides import Chart


def captions(chart: Chart) -> tuple[str, ...]:
    """Whole sentences, the most important first."""
    if isinstance(chart, TimeChart):
        return tuple(_over_time(chart))
    if isinstance(chart, BarChart):
        return (*_unit(chart.unit), *([f"Jakso: {chart.period}."] if chart.period else []))
    if isinstance(chart, SharedScale):
        hollow = any(row.is_comparison for row in chart.rows)
        return (
            *_unit(chart.unit),
            *(["Katkoviivalla reunustettu palkki on vertailualue."] if hollow else []),
            chart.why,
        )
    return ("Suluissa on alueen prosessitavoitteiden määrä.",)


def _over_time(chart: TimeChart) -> list[str]:
    told = list(_unit(chart.unit))
    if chart.caution:
        told.append(f"{chart.caution[0].upper()}{chart.caution[1:]}.")
    if chart.outlook:
        told.append(f"{chart.outlook}.")
    if chart.signals:
        told.append(f"Renkaalla merkityt poikkeamat: {'; '.join(_rules(chart))}.")
    if chart.rule_set:
        told.append(f"Ohjauskortti: {chart.rule_set}. Rajat ovat {chart.limits_in_words}.")
    if chart.markers:
        named = [f"{number} {marker.title}" for number, marker in enumerate(chart.markers, 1)]
        told.append(f"Merkit, eivät syitä: {'; '.join(named)}.")
    return told


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
