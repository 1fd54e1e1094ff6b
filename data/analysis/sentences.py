"""One plain Finnish sentence per indicator and region, and a short form of it (rules of the numbers, 8).

Both are made of the same facts as the chart. No causes; words of change only where the assessment carries them.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.analysis.assessment import Assessment, ChangeFact, Reference
from data.analysis.evidence import evidence_of
from data.analysis.marks import Mark
from data.analysis.monthly import Level
from data.analysis.series import Series, newest_hidden
from data.analysis.status import Status, Tone
from data.analysis.target import TargetFact
from data.analysis.tested_change import TestedChange, tested_change
from data.analysis.xmr import Assurance
from data.model import Indicator, Observation, Role
from data.settings import SETTINGS

PROMISES = {
    Assurance.MET: "nykyisellä tasolla se saavutetaan säännönmukaisesti",
    Assurance.NOT_MET: "nykyisellä tasolla sitä ei saavuteta",
    Assurance.VARIES: "nykyisellä tasolla täyttyminen vaihtelee kuukausittain",
}
_VERBS = {
    Status.IMPROVED: "parani",
    Status.WORSENED: "heikkeni",
    Status.RISEN: "nousi",
    Status.FALLEN: "laski",
}
_SIDES = {(Tone.GOOD, 1): "paremmalla", (Tone.GOOD, -1): "paremmalla", (Tone.CONCERN, 1): "huonommalla"}
_SIDES |= {(Tone.CONCERN, -1): "huonommalla", (Tone.NEUTRAL, 1): "ylemmällä", (Tone.NEUTRAL, -1): "alemmalla"}


def sentence(indicator: Indicator, region: str, series: Series, assessment: Assessment) -> str:
    """Return what, where, when, from what to what, against which target and with which caution.

    The most important fact comes first; there is as much as the data carries.
    """
    head = f"{indicator.name}, {region}"
    if series.group:
        head += f" ({series.group})"
    parts = [*_level(series, assessment), *_values(series, assessment), *_targets(series, assessment)]
    parts += [f"lähde kertoo myös: {value_at(other)}" for other in series.alternatives]
    parts += [f"vertailu, {finnish.area_text(other.group)}: {value_at(other)}" for other in series.comparisons]
    parts += [f"lähteen ilmoittama muutos {_reported_change(change)}" for change in series.changes]
    if series.latest:
        parts.append(evidence_of(series).caution)
    return f"{head}: {'; '.join(part for part in parts if part)}."


def short_form(series: Series, assessment: Assessment) -> str:
    """Return the finding in at most twelve words, without the name of the indicator: for titles and rows."""
    change, latest = assessment.change, series.latest
    if latest is None:
        return _without_number(series)
    unit = latest.unit
    if assessment.level and change:
        parts = [_short_level(assessment.level, change, unit)]
    elif change:
        parts = [f"{finnish.number(change.reference)} → {_quantity(change.latest, unit)}"]
    else:
        parts = [finnish.quantity(latest)]
        if latest is series.baseline:
            parts = [f"lähtötila {parts[0]}, seurantatietoa ei ole"]
        elif assessment.lacks_baseline and not assessment.target:
            parts.append("lähtötila puuttuu")
    if assessment.target:
        parts.append(_short_target(assessment.target, unit))
    return ", ".join([*_hidden(series), *parts])


def groups_sentence(indicator: Indicator, region: str, groups: Sequence[Series]) -> str:
    """Return the sentence of an indicator that is told by groups only: each one's newest value, none for the whole."""
    values = [f"{finnish.group_text(s.group)} {value_at(s.latest)}" for s in groups if s.latest]
    lacks_baseline = all(series.baseline is None for series in groups)
    tail = "; lähtötila puuttuu" if lacks_baseline else ""
    return f"{indicator.name}, {region}, ryhmittäin: {finnish.listed(values)}{tail}."


def value_at(observation: Observation) -> str:
    """Return a value with its period and n: "12,4 % (kevät 2021, n = 120)"."""
    return finnish.quantity(observation) + period_and_n(observation)


def period_and_n(observation: Observation) -> str:
    """Return what stands after a value: " (kevät 2021, n = 120)", or nothing."""
    about = ", ".join(filter(None, (finnish.period(observation.period), finnish.sample(observation.n))))
    return f" ({about})" if about else ""


def difference(series: Series) -> str:
    """Return the difference of the newest value to the baseline with its sign and unit, or nothing."""
    change = series.difference
    if change is None or series.latest is None:
        return ""
    if change == 0:
        return "ei muutosta"
    return finnish.with_unit(finnish.signed(change), finnish.change_unit(series.latest.unit))


def uncertainty(change: TestedChange | None) -> str:
    """Return the 95 % interval of a tested change, and whether it may be chance; nothing when it was not tested."""
    if change is None:
        return ""
    low, high = (finnish.signed(round(end, 1)) for end in (change.lower, change.upper))
    if change.is_ratio:
        ratio, low, high = (finnish.number(round(end, 2)) for end in (change.estimate, change.lower, change.upper))
        text = f"suhde {ratio} (95 %:n luottamusväli {low} … {high})"
    else:
        text = f"95 %:n luottamusväli {low} … {high} %-yksikköä"
    return f"{text}; ero voi olla satunnaisvaihtelua" if change.may_be_chance else text


def mark_text(mark: Mark) -> str:
    """Return a mark in words: "paremmalla puolella 7/2024 alkaen, 18 kk", "8/2024 rajojen ulkopuolella"."""
    start, end = finnish.month(mark.start), finnish.month(mark.end)
    if mark.points >= SETTINGS.run_length:
        span = f"{start} alkaen" if mark.is_active else f"{start}–{end}"
        return f"{_SIDES[mark.tone, mark.side]} puolella {span}, {mark.points}{finnish.NBSP}kk"
    side = {Tone.GOOD: " parempaan", Tone.CONCERN: " huonompaan", Tone.NEUTRAL: ""}[mark.tone]
    return f"{start if start == end else f'{start}–{end}'} {mark.rule.value}{side}"


def level_number(value: float, unit: str) -> str:
    """Return a mean as it is written: two decimals below ten, else one, and the unit."""
    return _quantity(rounded_level(value), unit)


def rounded_level(value: float) -> float:
    """Return a mean, or a difference of means, with as many decimals as are written."""
    return round(value, 2 if abs(value) < 10 else 1)


def _quantity(value: float, unit: str) -> str:
    return finnish.with_unit(finnish.number(value), unit)


def _short_level(level: Level, change: ChangeFact, unit: str) -> str:
    if change.against is Reference.YEAR_BEFORE:
        year_before = _quantity(change.reference, unit)
        return f"{finnish.month(level.end)} {finnish.number(change.latest)}, vuotta aiemmin {year_before}"
    now = level_number(change.latest, unit)
    if change.word not in _VERBS:
        return f"ei muutosta, taso {now}"
    return f"taso {_VERBS[change.word]} {finnish.number(rounded_level(change.reference))} → {now}"


def _short_target(target: TargetFact, unit: str) -> str:
    aim = finnish.number(target.value)
    if target.months:
        word = "täyttynyt" if target.months_met else "ei täyttynyt"
        return f"tavoite {aim} {word} {target.months_met}/{target.months}{finnish.NBSP}kk"
    if target.is_met_now:
        return f"tavoite {_quantity(target.value, unit)} saavutettu"
    return f"tavoite {_quantity(target.value, unit)} {'jäi saavuttamatta' if target.is_past_due else 'edessä'}"


def _level(series: Series, assessment: Assessment) -> Iterable[str]:
    """Yield the change of the level of a monthly series, and its marks."""
    level, change = assessment.level, assessment.change
    if level is None or series.latest is None:
        return
    unit = series.latest.unit
    if change and change.against is Reference.YEAR_BEFORE:
        yield f"{assessment.reason}: {_short_level(level, change, unit)}"
    elif change:
        since = f", keskiarvo {span_text(level.start, level.end)} ({level.count}{finnish.NBSP}kk)"
        usual = "" if change.word in _VERBS else ", vaihtelu on tavanomaista"
        yield _short_level(level, change, unit) + since + usual
    yield from (mark_text(mark) for mark in assessment.marks)


def span_text(start: date, end: date) -> str:
    """Return the months from the first to the last: "7/2024–12/2025", or the one month."""
    return finnish.month(start) if start == end else f"{finnish.month(start)}–{finnish.month(end)}"


def _values(series: Series, assessment: Assessment) -> Iterable[str]:
    """Yield the newest value against the baseline, and what may be said of the difference."""
    latest, baseline = series.latest, series.baseline
    yield from _hidden(series)
    if latest is None:
        yield _without_number(series)
    elif baseline is None:
        yield f"{value_at(latest)}; lähtötila puuttuu"
    elif latest is baseline:
        yield f"lähtötila {value_at(baseline)}; seurantatietoa ei ole"
    elif assessment.level:
        yield f"viimeisin {value_at(latest)}, lähtötila {value_at(baseline)}"
        if assessment.status is Status.NOT_COMPARABLE:
            yield f"eroa ei lasketa, koska {assessment.reason}"
    else:
        yield f"{value_at(latest)}, lähtötila {value_at(baseline)}"
        yield from _difference(series, assessment)


def _hidden(series: Series) -> Iterable[str]:
    """Yield that the newest number is hidden, where it is: "12/2025 peitetty"."""
    if hidden := newest_hidden(series):
        yield f"{finnish.period(hidden.period)} peitetty"


def _difference(series: Series, assessment: Assessment) -> Iterable[str]:
    if series.difference == 0:
        yield "ei muutosta lähtötilaan"
    else:
        change = difference(series)
        yield f"ero lähtötilaan {change}" if change else f"eroa ei lasketa, koska {series.no_difference}"
    yield uncertainty(tested_change(series))
    if series.difference is not None and assessment.status is Status.NOT_COMPARABLE:
        yield f"eroa ei arvioida: {assessment.reason}"
    yield from (f"{finnish.day(gap.when)} {gap.reason}" for gap in assessment.breaks if gap.is_of_organisation)


def _targets(series: Series, assessment: Assessment) -> Iterable[str]:
    """Yield each target, whether it is met, and how much of the way has been covered against the calendar."""
    for target in series.targets:
        yield f"tavoite{'' if target.is_numeric else ':'} {value_at(target)}"
    fact = assessment.target
    if fact and (fact.months or fact.is_met_now or fact.is_past_due or fact.progress is None):
        yield target_text(fact)
    if fact and assessment.status is not Status.MET:
        yield _progress(fact)


def target_text(target: TargetFact) -> str:
    """Return whether a target is met: in how many months, by the newest value, and what the limits promise."""
    parts = []
    if target.months:
        months = f"{target.months_met}/{target.months}{finnish.NBSP}kk"
        parts.append(f"tavoite täyttynyt {months}{f' {finnish.month(target.since)} alkaen' if target.since else ''}")
        if target.is_met_now and target.months_met == 1:
            parts.append("viimeisin täyttää")
    else:
        parts.append("tavoite on saavutettu" if target.is_met_now else "tavoitetta ei ole saavutettu")
    if target.is_past_due:
        parts.append("se jäi saavuttamatta määräaikaan")
    if target.assurance:
        parts.append(PROMISES[target.assurance])
    return ", ".join(parts)


def _progress(target: TargetFact) -> str:
    if target.progress is None:
        return ""
    if target.progress <= 0:
        return "lähtötilasta ei ole edetty kohti tavoitetta"
    text = f"matkasta lähtötilasta tavoitteeseen on edetty {_percent(target.progress)}"
    if target.expected is None:
        return text
    return f"{text}, aikataulun mukaan osuus olisi {_percent(target.expected)}"


def _percent(share: float) -> str:
    return finnish.with_unit(finnish.number(round(100 * share)), "%")


def _without_number(series: Series) -> str:
    words = [gap.words for gap in series.gaps if gap.words]
    if words:
        return "; ".join(words)
    if series.targets or series.changes or series.comparisons:
        return ""
    reasons = [_gap(gap) for gap in series.gaps]
    return "; ".join(dict.fromkeys(reasons)) or "ei lukuja"


def _gap(observation: Observation) -> str:
    when = "lähtötila" if observation.role is Role.BASELINE else finnish.period(observation.period)
    return f"{when}: {observation.missing.value}" if observation.missing and when else "ei lukuja"


def _reported_change(observation: Observation) -> str:
    is_bare = observation.value is not None and observation.qualifier is None
    return f"{'+' if is_bare and (observation.value or 0) > 0 else ''}{finnish.quantity(observation)}"
