"""What stands under a chart in words: its unit, its markers, and what may not be concluded from it."""

from collections.abc import Iterator, Sequence

from data.views.card import Fact
from data.views.charts import TimeChart
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale
from data.views.slides import Chart


def captions(chart: Chart, facts: Sequence[Fact] = ()) -> tuple[str, ...]:
    """Whole sentences, the most important first; what the facts beside the chart say already is left out."""
    if isinstance(chart, TimeChart):
        said = [fact.text for fact in facts]
        return (*_unit(chart.unit), *(told for key, told in _over_time(chart) if not any(key in text for text in said)))
    if isinstance(chart, BarChart):
        return (*_unit(chart.unit), *([f"Jakso: {chart.period}."] if chart.period else []))
    if isinstance(chart, SharedScale):
        hollow = any(row.is_comparison for row in chart.rows)
        told = ["Katkoviivalla reunustettu palkki on vertailualue."] if hollow else []
        return (*_unit(chart.unit), *told, chart.why)
    return ("Suluissa on alueen prosessitavoitteiden määrä.",)


def _over_time(chart: TimeChart) -> Iterator[tuple[str, str]]:
    """What is told of a chart, and the sentence that tells it."""
    if chart.caution:
        yield chart.caution, f"{chart.caution[0].upper()}{chart.caution[1:]}."
    if chart.outlook:
        yield chart.outlook, f"{chart.outlook}."
    if chart.signals:
        rules = "; ".join(_rules(chart))
        yield rules, f"Renkaalla merkityt poikkeamat: {rules}."
    if chart.rule_set:
        yield chart.rule_set, f"Ohjauskortti: {chart.rule_set}. Rajat ovat {chart.limits_in_words}."
    if chart.markers:
        named = "; ".join(f"{number} {marker.title}" for number, marker in enumerate(chart.markers, 1))
        yield named, f"Merkit, eivät syitä: {named}."


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
