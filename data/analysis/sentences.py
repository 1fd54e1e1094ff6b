"""One plain Finnish sentence per indicator and region, from the same facts as the chart. No causes, no trend words."""

from data.analysis import finnish
from data.analysis.series import Series
from data.model import Indicator, Observation, Role


def value_at(observation: Observation) -> str:
    """A value with its period and n: "12,4 % (kevät 2021, n = 120)"."""
    about = ", ".join(filter(None, (finnish.period(observation.period), finnish.sample(observation.n))))
    text = finnish.quantity(observation)
    return f"{text} ({about})" if about else text


def difference(series: Series) -> str:
    """The difference to the baseline with its sign and unit, or nothing."""
    change = series.difference
    if change is None or series.latest is None:
        return ""
    if change == 0:
        return "ei muutosta"
    return finnish.with_unit(finnish.signed(change), finnish.change_unit(series.latest.unit))


def sentence(indicator: Indicator, region: str, series: Series) -> str:
    """What, where, when, from what to what, against which target; as much as the observations carry."""
    head = f"{indicator.name}, {region}"
    if series.group:
        head += f" ({series.group})"
    latest, baseline = series.latest, series.baseline
    parts = []
    if latest is None:
        parts.append(_without_number(series))
    elif baseline is None:
        parts.append(f"{value_at(latest)}; lähtötila puuttuu")
    elif latest is baseline:
        parts.append(f"lähtötila {value_at(baseline)}; seurantatietoa ei ole")
    else:
        change = difference(series)
        parts.append(f"{value_at(latest)}, lähtötila {value_at(baseline)}")
        parts.append(f"ero lähtötilaan {change}" if change else f"eroa ei lasketa, koska {series.no_difference}")
    parts += [f"tavoite {value_at(target)}" for target in series.targets]
    parts += [f"vertailu, {_area(other)}: {value_at(other)}" for other in series.comparisons]
    parts += [f"lähteen ilmoittama muutos {_change(change)}" for change in series.changes]
    return f"{head}: {'; '.join(part for part in parts if part)}."


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


def _area(observation: Observation) -> str:
    return observation.group.partition(": ")[2] or observation.group or "muu alue"


def _change(observation: Observation) -> str:
    text = finnish.quantity(observation)
    return f"+{text}" if observation.value and observation.value > 0 and text[0].isdigit() else text
