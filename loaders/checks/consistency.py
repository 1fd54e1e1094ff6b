"""Numbers against each other: a part against its whole, parts against their sum, a cumulative against earlier ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from data.catalogue import Catalogue, normalise
from data.model import Missing, Observation, Role, group_parts
from data.units import PERSONS, may_count
from loaders.checks import record_text
from loaders.findings import Finding
from loaders.layouts.table import Located

Key = tuple[str, ...]

_GENDERS = frozenset({"naiset", "miehet"})
_CUMULATIVE = ("kumulatiiv", "kertymä", "vuoden alusta")

_Whole = tuple[str, ...]  # region, indicator, unit, role, period: all but the group
_Parts = dict[str, Observation]  # name of a part → its observation


def consistency_findings(
    observations: Sequence[Located[Observation]], visible: Sequence[Observation], catalogue: Catalogue
) -> Iterator[Finding]:
    """Yield what does not fit together among these observations and the published ones that they do not replace.

    `visible` are the published ones as they may be shown.
    """
    located = {new.record.key: new for new in observations}
    indicators = {new.record.indicator for new in observations}
    kept = [old for old in visible if old.indicator in indicators and old.key not in located]
    points = [*(new.record for new in observations), *kept]
    yield from _shares_above_whole(observations)
    yield from _wrong_sums(points, located)
    yield from _falling_cumulatives(points, located, catalogue)


def _is_counted(observation: Observation) -> bool:
    """Return whether it is an exact count. A number without a unit is left alone."""
    value, unit = observation.value, observation.unit
    return value is not None and not observation.qualifier and bool(unit) and may_count(value, unit)


def _shares_above_whole(observations: Sequence[Located[Observation]]) -> Iterator[Finding]:
    for located in observations:
        value, n = located.record.value, located.record.n
        if n is not None and value is not None and located.record.unit in PERSONS and value > n:
            yield located.finding("osoittaja-yli-nimittäjän", record_text(located.record), str(n))


def _wrong_sums(points: Iterable[Observation], located: Mapping[Key, Located[Observation]]) -> Iterator[Finding]:
    """Yield parts of a count whose sum is not the whole: women and men, or parts that make it up in another period."""
    wholes: dict[_Whole, Observation] = {}
    parts_of: dict[tuple[_Whole, str], _Parts] = {}
    hidden: set[tuple[_Whole, str]] = set()
    for point in points:
        whole = (point.region, point.indicator, point.unit, *point.key[3:])
        cuts = group_parts(point.group)
        if point.missing is Missing.HIDDEN and len(cuts) == 1:
            hidden.add((whole, cuts[0].dimension))
        if not _is_counted(point):
            continue
        if not cuts:
            wholes[whole] = point
        elif len(cuts) == 1 and cuts[0].dimension:
            parts_of.setdefault((whole, cuts[0].dimension), {})[cuts[0].name] = point
    complete = {
        _make_up(whole, dimension, parts)
        for (whole, dimension), parts in parts_of.items()
        if whole in wholes and len(parts) > 1 and _sum(parts) == wholes[whole].value
    }
    for (whole, dimension), parts in parts_of.items():
        total = wholes.get(whole)
        is_whole = parts.keys() == _GENDERS or _make_up(whole, dimension, parts) in complete
        if not total or not is_whole or _sum(parts) == total.value or (whole, dimension) in hidden:
            continue  # with a hidden part the sum is not known
        if new := next((located[point.key] for point in (total, *parts.values()) if point.key in located), None):
            texts = record_text(total.model_copy(update={"value": _sum(parts)})), record_text(total)
            yield new.finding("osat-eivät-täsmää", *texts, there=", ".join(sorted(parts)))


def _make_up(whole: _Whole, dimension: str, parts: _Parts) -> tuple[str, ...]:
    """Return what is cut into which parts, whatever the period."""
    return (*whole[:3], dimension, *sorted(parts))


def _sum(parts: _Parts) -> float:
    return round(sum(part.value or 0 for part in parts.values()), 6)


def _falling_cumulatives(
    points: Iterable[Observation], located: Mapping[Key, Located[Observation]], catalogue: Catalogue
) -> Iterator[Finding]:
    """Yield counts since one day that are lower at a later day; also those that their cards call cumulative."""
    series: dict[tuple[object, ...], list[Observation]] = {}
    for point in points:
        start, end = point.period.start, point.period.end
        if _is_counted(point) and point.role is Role.FOLLOW_UP and start and end:
            since = date(start.year, 1, 1) if is_cumulative(point, catalogue) else start
            key = (point.region, point.indicator, point.group, point.unit, since, end.year)
            series.setdefault(key, []).append(point)
    for group in series.values():
        for before, after in pairwise(sorted(group, key=lambda point: point.period.end or date.min)):
            new = located.get(after.key) or located.get(before.key)
            if new and (after.value or 0) < (before.value or 0) and after.period.end != before.period.end:
                texts = record_text(after), record_text(before)
                yield new.finding("kertymä-laskee", *texts, there=before.period.label)


def is_cumulative(observation: Observation, catalogue: Catalogue) -> bool:
    """Return whether the indicator's card, or the name of one without a card, says that it adds up over the year."""
    indicator = catalogue.indicator(observation.indicator)
    text = normalise(f"{indicator.name} {indicator.definition}" if indicator else observation.indicator)
    return any(word in text for word in _CUMULATIVE)
