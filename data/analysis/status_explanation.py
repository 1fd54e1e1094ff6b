"""How a status was reached: the rule and every number that went into it, for a reader who computes it again.

Rules of the numbers, 1, 3, 5 and 7.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.analysis.assessment import Assessment, Reference
from data.analysis.monthly import monthly_series
from data.analysis.sentences import PROMISES, level_number, mark_text, span_text, uncertainty, value_at
from data.analysis.series import Series
from data.analysis.status import Status
from data.analysis.status_rules import rule_text
from data.analysis.target import TargetFact
from data.model import Direction, Indicator, Record
from data.settings import SETTINGS, Settings

DIRECTIONS = {
    Direction.HIGHER: "suurempi arvo on parempi",
    Direction.LOWER: "pienempi arvo on parempi",
    Direction.NOT_JUDGED: "suuntaa ei arvioida",
}


class ExplanationRow(Record):
    """One number or rule behind a status, in words."""

    label: str
    value: str


def status_explanation(
    indicator: Indicator, series: Series, assessment: Assessment, *, settings: Settings = SETTINGS
) -> tuple[ExplanationRow, ...]:
    """Return the rule that gave the status of a series, then the numbers in the order in which they are used."""
    pairs = [("Sääntö", rule_text(assessment, settings)), ("Suunta", _direction(indicator))]
    if series.latest:
        pairs.append(("Lähtötila", value_at(series.baseline) if series.baseline else "puuttuu"))
    if series.follow_ups:
        pairs.append(("Viimeisin", value_at(series.follow_ups[-1])))
    pairs += [*_level(indicator, series, assessment, settings), *_change(series, assessment)]
    if assessment.target:
        pairs += _target(series, assessment, assessment.target)
    pairs += [("Katkos", f"{finnish.day(gap.when)} {gap.reason}") for gap in assessment.breaks]
    if assessment.status.tone is not assessment.tone:
        pairs.append(("Väri", f"ei väriä, koska lukuja on vasta {len(series.points)}"))
    return tuple(ExplanationRow(label=label, value=value) for label, value in pairs)


def groups_explanation(groups: Sequence[tuple[str, Status]]) -> tuple[ExplanationRow, ...]:
    """Return the explanation of an indicator that is told by groups: each group's name with its status."""
    rule = "Koko alueen lukua ei ole. Tila on ryhmien yhteinen, ja jos ryhmien tilat eroavat, tilaa ei anneta."
    pairs = [("Sääntö", rule), *((name, status.value) for name, status in groups)]
    return tuple(ExplanationRow(label=label, value=value) for label, value in pairs)


def explanation_text(rows: Iterable[ExplanationRow]) -> str:
    """Return an explanation on one line, for a cell of a file."""
    return "; ".join(f"{row.label}: {row.value.rstrip('.')}" for row in rows)


def _direction(indicator: Indicator) -> str:
    text = DIRECTIONS[indicator.direction]
    return text if indicator.is_complete else f"{text}; mittarikortti on puutteellinen, joten suuntaa ei käytetä"


def _level(
    indicator: Indicator, series: Series, assessment: Assessment, settings: Settings
) -> Iterable[tuple[str, str]]:
    """Yield the level of twelve months or more, the limits that it is read against, and the marks."""
    level, months = assessment.level, monthly_series(indicator, series)
    if level is None or months is None or series.latest is None:
        return
    count = f"{level.count}{finnish.NBSP}kk"
    mean = level_number(level.mean, series.latest.unit)
    yield "Taso", f"{mean}, keskiarvo {span_text(level.start, level.end)} ({count})"
    if level.before is not None:
        yield "Edellinen taso", level_number(level.before, series.latest.unit)
    if phase := months.chart.latest:
        spread = finnish.number(round((phase.upper - phase.mean) / settings.limit_factor, 2))
        ends = f"{_number(phase.lower)} … {_number(phase.upper)}"
        used = span_text(months.months[phase.first_used], months.months[phase.last_used])
        factor = finnish.number(settings.limit_factor)
        yield "Rajat", f"{ends} = {_number(phase.mean)} ± {factor} × liukuvan vaihtelun keskiarvo {spread}; {used}"
    for mark in assessment.marks:
        yield "Voimassa oleva merkki" if mark.is_active else "Merkki", mark_text(mark)


def _change(series: Series, assessment: Assessment) -> Iterable[tuple[str, str]]:
    change = assessment.change
    if change is None or series.latest is None:
        return
    unit = finnish.change_unit(series.latest.unit)
    difference = finnish.with_unit(finnish.signed(round(change.difference, 2)), unit)
    yield "Muutos", f"{_number(change.latest)} − {_number(change.reference)} ({change.against.value}) = {difference}"
    if change.tested:
        yield "Satunnaisvaihtelu", uncertainty(change.tested)
    elif assessment.level is None and change.against is Reference.BASELINE:
        yield "Satunnaisvaihtelu", "ei testattu, koska havaintojen määrä n ei ole tiedossa"


def _target(series: Series, assessment: Assessment, target: TargetFact) -> Iterable[tuple[str, str]]:
    """Yield the target, whether it is met, and the shares of the way that are covered and due."""
    yield "Tavoite", value_at(target.target)
    if target.months:
        since = f" {finnish.month(target.since)} alkaen" if target.since else ""
        yield "Tavoite täyttynyt", f"{target.months_met}/{target.months}{finnish.NBSP}kk{since}"
    if target.assurance:
        yield "Rajojen lupaus tavoitteesta", PROMISES[target.assurance]
    start, latest = series.baseline, series.latest
    now = assessment.level.mean if assessment.level else latest.value if latest else None
    if target.progress is None or now is None or start is None or start.value is None or latest is None:
        return
    shares = f"({_number(now)} − {_number(start.value)}) / ({_number(target.value)} − {_number(start.value)})"
    yield "Eteneminen", f"(nyt − lähtötila) / (tavoite − lähtötila) = {shares} = {_percent(target.progress)}"
    if target.expected is not None and start.period.end and target.due and latest.period.end:
        days = f"{_days(start.period.end, latest.period.end)} / {_days(start.period.end, target.due)} päivää"
        interim = ", välitavoitteet huomioiden" if len(series.targets) > 1 else ""
        yield "Aikataulun mukaan", f"{_percent(target.expected)} ({days} lähtötilasta{interim})"


def _days(start: date, end: date) -> str:
    return finnish.number((end - start).days)


def _number(value: float) -> str:
    return finnish.number(round(value, 2))


def _percent(share: float) -> str:
    return finnish.with_unit(finnish.number(round(100 * share)), "%")
