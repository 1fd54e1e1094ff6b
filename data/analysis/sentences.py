"""One plain Finnish sentence per indicator and region, from the same facts as the chart. No causes, no trend words."""

from collections.abc import Iterable, Sequence

from data import finnish
from data.analysis.evidence import evidence_of
from data.analysis.series import Series
from data.analysis.status import Assessment, Status
from data.analysis.tested_change import TestedChange, tested_change
from data.model import Indicator, Observation, Role


def value_at(observation: Observation) -> str:
    """A value with its period and n: "12,4 % (kevät 2021, n = 120)"."""
    return finnish.quantity(observation) + period_and_n(observation)


def period_and_n(observation: Observation) -> str:
    """What stands after a value: " (kevät 2021, n = 120)", or nothing."""
    about = ", ".join(filter(None, (finnish.period(observation.period), finnish.sample(observation.n))))
    return f" ({about})" if about else ""


def difference(series: Series) -> str:
    """The difference to the baseline with its sign and unit, or nothing."""
    change = series.difference
    if change is None or series.latest is None:
        return ""
    if change == 0:
        return "ei muutosta"
    return finnish.with_unit(finnish.signed(change), finnish.change_unit(series.latest.unit))


def sentence(indicator: Indicator, region: str, series: Series, assessment: Assessment) -> str:
    """What, where, when, from what to what, against which target, with which caution; as much as the data carries."""
    head = f"{indicator.name}, {region}"
    if series.group:
        head += f" ({series.group})"
    parts = [*_values(series), *_targets(series, assessment)]
    parts += [f"lähde kertoo myös: {value_at(told)}" for told in series.alternatives]
    parts += [f"vertailu, {finnish.area_text(other.group)}: {value_at(other)}" for other in series.comparisons]
    parts += [f"lähteen ilmoittama muutos {_change(change)}" for change in series.changes]
    if series.latest:
        parts.append(evidence_of(series).caution)
    return f"{head}: {'; '.join(part for part in parts if part)}."


def groups_sentence(indicator: Indicator, region: str, groups: Sequence[Series]) -> str:
    """One sentence of an indicator that is told by groups only: each group's latest value, none for the whole."""
    told = []
    for series in groups:
        if series.latest:
            told.append(f"{finnish.group_text(series.group)} {value_at(series.latest)}")
    lacks_baseline = all(series.baseline is None for series in groups)
    tail = "; lähtötila puuttuu" if lacks_baseline else ""
    return f"{indicator.name}, {region}, ryhmittäin: {finnish.listed(told)}{tail}."


def _values(series: Series) -> Iterable[str]:
    """The latest value against the baseline, and what the change may be said to be."""
    latest, baseline = series.latest, series.baseline
    if latest is None:
        yield _without_number(series)
    elif baseline is None:
        yield f"{value_at(latest)}; lähtötila puuttuu"
    elif latest is baseline:
        yield f"lähtötila {value_at(baseline)}; seurantatietoa ei ole"
    else:
        yield f"{value_at(latest)}, lähtötila {value_at(baseline)}"
        change = difference(series)
        if series.difference == 0:
            yield "ei muutosta lähtötilaan"
        else:
            yield f"ero lähtötilaan {change}" if change else f"eroa ei lasketa, koska {series.no_difference}"
        yield uncertainty(tested_change(series))


def uncertainty(change: TestedChange | None) -> str:
    """The 95 % interval of a tested change, and whether it may be chance; nothing when it was not tested."""
    if change is None:
        return ""
    low, high = (finnish.signed(round(end, 1)) for end in (change.lower, change.upper))
    if change.is_ratio:
        ratio, low, high = (finnish.number(round(end, 2)) for end in (change.estimate, change.lower, change.upper))
        told = f"suhde {ratio} (95 %:n luottamusväli {low} … {high})"
    else:
        told = f"95 %:n luottamusväli {low} … {high} %-yksikköä"
    return f"{told}; ero voi olla satunnaisvaihtelua" if change.may_be_chance else told


def _targets(series: Series, assessment: Assessment) -> Iterable[str]:
    """Each target, how far it is, and how much of the way has been covered against the calendar."""
    for target in series.targets:
        yield f"tavoite{'' if target.is_numeric else ':'} {value_at(target)}"
    if assessment.status is Status.MET:
        yield "tavoite on saavutettu"
    elif assessment.progress is not None and assessment.progress > 0:
        done = f"matkasta lähtötilasta tavoitteeseen on edetty {_percent(assessment.progress)}"
        if assessment.expected is not None:
            done += f", aikataulun mukaan osuus olisi {_percent(assessment.expected)}"
        yield done
    elif assessment.progress is not None:
        yield "lähtötilasta ei ole edetty kohti tavoitetta"


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


def _change(observation: Observation) -> str:
    is_bare = observation.value is not None and observation.qualifier is None
    return f"{'+' if is_bare and (observation.value or 0) > 0 else ''}{finnish.quantity(observation)}"
