"""Whether two regions' values may stand on one scale, and in words why not (rules of the numbers, 4)."""

from data.model import Indicator, Observation
from data.settings import SETTINGS


def same_measure(former: Indicator, latter: Indicator) -> bool:
    """Whether two indicators are declared to be one and the same: by id or by a national id."""
    return former.id == latter.id or (bool(former.national_id) and former.national_id == latter.national_id)


def reasons_against(former: tuple[Indicator, Observation], latter: tuple[Indicator, Observation]) -> tuple[str, ...]:
    """Why two values do not compare, in Finnish; empty when they do.

    Comparable: same indicator or national id, unit, denominator, population and length of period (within a month).
    """
    (indicator, value), (other_indicator, other_value) = former, latter
    reasons = []
    if not same_measure(indicator, other_indicator):
        reasons.append("eri mittari")
    if value.unit != other_value.unit:
        reasons.append("eri yksikkö")
    if indicator.denominator != other_indicator.denominator:
        reasons.append("eri nimittäjä")
    if indicator.population != other_indicator.population:
        reasons.append("eri kohdejoukko")
    if value.group != other_value.group:
        reasons.append("eri ryhmä")
    length, other_length = _days(value), _days(other_value)
    if length is None or other_length is None:
        reasons.append("jakson pituus ei tiedossa")
    elif abs(length - other_length) > SETTINGS.same_length_days:
        reasons.append("eripituinen jakso")
    return tuple(reasons)


def _days(observation: Observation) -> int | None:
    start, end = observation.period.start, observation.period.end
    return (end - start).days if start and end else None
