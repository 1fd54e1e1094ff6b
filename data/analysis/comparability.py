"""Whether two regions' values may stand on one scale, and in words why not (rules of the numbers, 4)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from data.analysis.series import Series
from data.model import OTHER_AREA, Indicator, Observation, Role, group_parts, join_parts
from data.settings import SETTINGS

Value = tuple[Indicator, Observation]


def same_measure(former: Indicator, latter: Indicator) -> bool:
    """Return whether two indicators are declared to be one and the same: by id or by a national id."""
    return former.id == latter.id or (bool(former.national_id) and former.national_id == latter.national_id)


def reasons_against(former: Value, latter: Value) -> tuple[str, ...]:
    """Return why two values do not compare, in Finnish; empty when they do.

    Comparable: same indicator or national id, unit, denominator, population, length of period (within a month) and
    period, and both indicators have a card.
    """
    (indicator, value), (other_indicator, other_value) = former, latter
    reasons = []
    if not (_has_card(indicator) and _has_card(other_indicator)):
        reasons.append("mittarikortti puuttuu")
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
    elif _span(value) != _span(other_value):
        reasons.append("eri ajankohta")
    return tuple(reasons)


def comparable_groups(values: Sequence[Value]) -> list[list[Value]]:
    """Return the values in groups in which everyone compares with everyone: each joins the first that takes it."""
    groups: list[list[Value]] = []
    for value in values:
        for group in groups:
            if not any(reasons_against(member, _as_group(value, member[1])) for member in group):
                group.append(value)
                break
        else:
            groups.append([value])
    return groups


def values_to_compare(series: Sequence[Series]) -> list[Observation | None]:
    """Return the value of each series at the latest period that most of them have, or else its newest number."""
    spans = Counter(span for each in series for span in {_span(o) for o in each.points if o.value is not None})
    common = max(spans, key=lambda span: (spans[span], span[1] or date.min), default=None)
    at_common = [next((o for o in each.points if _span(o) == common and o.value is not None), None) for each in series]
    return [value or each.latest for value, each in zip(at_common, series, strict=True)]


def _as_group(value: Value, reference: Observation) -> Value:
    """Return a comparison value with the group of people that it is of: the reference's where it names only an area."""
    indicator, observation = value
    if observation.role is not Role.COMPARISON:
        return value
    people = join_parts(part for part in group_parts(observation.group) if part.dimension != OTHER_AREA)
    is_area = OTHER_AREA in {part.dimension for part in group_parts(observation.group)}
    group = people if people and is_area else reference.group
    return indicator, observation.model_copy(update={"group": group})


def _has_card(indicator: Indicator) -> bool:
    """Return whether there is a card: the stand-in for one tells neither a definition nor a unit."""
    return bool(indicator.definition or indicator.unit)


def _span(observation: Observation) -> tuple[date | None, date | None]:
    return observation.period.start, observation.period.end


def _days(observation: Observation) -> int | None:
    start, end = _span(observation)
    return (end - start).days if start and end else None
