"""What stands under a chart in words: its unit, its markers, and what may not be concluded from it."""

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
        periods = {point.when: point.period for point in chart.points}
        named = [f"{periods.get(signal.when, '')} {signal.rule}".strip() for signal in chart.signals]
        told.append(f"Renkaalla merkityt poikkeamat: {'; '.join(named)}.")
    if chart.rule_set:
        told.append(f"Ohjauskortti: {chart.rule_set}. Rajat ovat {chart.limits_in_words}.")
    if chart.markers:
        named = [f"{number} {marker.title}" for number, marker in enumerate(chart.markers, 1)]
        told.append(f"Merkit, eivät syitä: {'; '.join(named)}.")
    return told


def _unit(unit: str) -> tuple[str, ...]:
    return (f"Yksikkö: {unit}.",) if unit and unit != "%" else ()
