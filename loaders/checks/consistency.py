"""Numbers against each other: a part against its whole, parts against their sum, a cumulative against its past."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from data.catalogue import Catalogue
from data.model import Missing, Observation, Role, group_parts
from data.units import PERSONS, may_count
from loaders.checks.catalogue_and_calendar import shown
from loaders.checks.cumulatives import is_cumulative
from loaders.findings import Finding, finding
from loaders.layouts.table import Located

_GENDERS = frozenset({"naiset", "miehet"})

_Whole = tuple[str, ...]  # region, indicator, unit, role, period: all but the group
_Parts = dict[str, Observation]  # name of a part → its observation


def consistent(
    observations: Sequence[Located[Observation]], current: Sequence[Observation], catalogue: Catalogue
) -> Iterator[Finding]:
    """What does not fit together among these observations and the published ones that they do not replace."""
    keys = {located.record.key for located in observations}
    indicators = {located.record.indicator for located in observations}
    kept = [one for one in current if one.indicator in indicators and one.key not in keys]
    yield from _parts_above_whole(observations)
    yield from _wrong_sums(observations, kept)
    yield from _falling(observations, kept, catalogue)


def _is_counted(one: Observation) -> bool:
    """Whether it is an exact count. A number without a unit is left alone."""
    return one.value is not None and not one.qualifier and bool(one.unit) and may_count(one.value, one.unit)


def _parts_above_whole(observations: Sequence[Located[Observation]]) -> Iterator[Finding]:
    for located in observations:
        one = located.record
        if one.n is not None and one.value is not None and one.unit in PERSONS and one.value > one.n:
            place = {"sheet": located.sheet, "cell": located.cell}
            yield finding("osoittaja-yli-nimittäjän", actual=shown(one), expected=str(one.n), **place)


def _wrong_sums(observations: Sequence[Located[Observation]], kept: Sequence[Observation]) -> Iterator[Finding]:
    """Parts of a count whose sum is not the whole: women and men, or parts that make up the whole in another period."""
    places = {located.record.key: located for located in observations}
    wholes: dict[_Whole, Observation] = {}
    parts: dict[tuple[_Whole, str], _Parts] = {}
    hidden: set[tuple[_Whole, str]] = set()
    for one in (*(located.record for located in observations), *kept):
        whole = (one.region, one.indicator, one.unit, *one.key[3:])
        cuts = group_parts(one.group)
        if one.missing is Missing.HIDDEN and len(cuts) == 1:
            hidden.add((whole, cuts[0].dimension))
        if not _is_counted(one):
            continue
        if not cuts:
            wholes[whole] = one
        elif len(cuts) == 1 and cuts[0].dimension:
            parts.setdefault((whole, cuts[0].dimension), {})[cuts[0].name] = one
    complete = {
        _make_up(whole, dimension, named)
        for (whole, dimension), named in parts.items()
        if whole in wholes and len(named) > 1 and _sum(named) == wholes[whole].value
    }
    for (whole, dimension), named in parts.items():
        total = wholes.get(whole)
        is_whole = named.keys() == _GENDERS or _make_up(whole, dimension, named) in complete
        located = next((places[one.key] for one in (total, *named.values()) if one and one.key in places), None)
        if (whole, dimension) in hidden:  # the sum is not known
            continue
        if total and located and is_whole and _sum(named) != total.value:
            summed = total.model_copy(update={"value": _sum(named)})
            place = {"sheet": located.sheet, "cell": located.cell}
            there = ", ".join(sorted(named))
            yield finding("osat-eivät-täsmää", actual=shown(summed), expected=shown(total), there=there, **place)


def _make_up(whole: _Whole, dimension: str, named: Mapping[str, Observation]) -> tuple[str, ...]:
    """What is cut into which parts, whatever the period."""
    return (*whole[:3], dimension, *sorted(named))


def _sum(named: Mapping[str, Observation]) -> float:
    return round(sum(one.value or 0 for one in named.values()), 6)


def _falling(
    observations: Sequence[Located[Observation]], kept: Sequence[Observation], catalogue: Catalogue
) -> Iterator[Finding]:
    """A count since one day that is lower at a later day; also one that its card calls cumulative, month by month."""
    places = {located.record.key: located for located in observations}
    since: dict[tuple[object, ...], list[Observation]] = {}
    for one in (*(located.record for located in observations), *kept):
        if _is_counted(one) and one.role is Role.FOLLOW_UP and one.period.start and one.period.end:
            first = date(one.period.start.year, 1, 1) if is_cumulative(one, catalogue) else one.period.start
            since.setdefault((one.region, one.indicator, one.group, one.unit, first, one.period.end.year), []).append(
                one
            )
    for points in since.values():
        for before, after in pairwise(sorted(points, key=lambda one: one.period.end or date.min)):
            located = places.get(after.key) or places.get(before.key)
            if located and (after.value or 0) < (before.value or 0) and after.period.end != before.period.end:
                place = {"sheet": located.sheet, "cell": located.cell}
                there = before.period.label
                yield finding("kertymä-laskee", actual=shown(after), expected=shown(before), there=there, **place)
