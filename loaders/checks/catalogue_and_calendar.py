"""Records against the catalogue, against each other and against the calendar: findings, and duplicates merged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from data import finnish
from data.catalogue import Catalogue, normalise
from data.model import Observation, Period, ProcessGoal, Region, Role
from data.units import UNITS, is_known
from loaders.findings import Finding, finding, where
from loaders.layouts.table import Located, R
from loaders.parse.names import regions_numbered
from loaders.parse.periods import EXAMPLES

_EXAMPLE = "esimerkki"  # how the ids and names of the invented example begin
_COMMON_UNITS = ", ".join(list(UNITS)[:8])


def region_findings(
    records: Sequence[Located[Observation] | Located[ProcessGoal]], catalogue: Catalogue
) -> Iterator[Finding]:
    """One finding if a record has no region, and one for each region that nobody knows or that may be two."""
    first: dict[str, Located[Observation] | Located[ProcessGoal]] = {}
    for located in records:
        first.setdefault(located.record.region, located)
    known = {region.name for region in catalogue.regions}
    for name, located in first.items():
        if not name:
            yield finding("alue-puuttuu")
        elif len(meant := regions_numbered(name, catalogue)) > 1:
            yield finding(
                "moniselitteinen-aluekoodi",
                sheet=located.sheet,
                cell=located.cell,
                actual=name,
                expected=" vai ".join(_coded(region, int(name)) for region in meant),
            )
        elif name not in known:
            yield finding(
                "tuntematon-alue",
                sheet=located.sheet,
                cell=located.cell,
                actual=name,
                expected="Keski-Uusimaa",
            )


def _coded(region: Region, code: int) -> str:
    return f"{region.name} ({'koodi vuodesta 2023' if region.code == code else 'koodi ennen vuotta 2023'})"


def indicator_findings(observations: Sequence[Located[Observation]], catalogue: Catalogue) -> Iterator[Finding]:
    """One finding for each indicator that the catalogue does not have, or has for another region."""
    met: dict[tuple[str, str], list[Located[Observation]]] = {}
    for located in observations:
        met.setdefault((located.record.indicator, located.record.region), []).append(located)
    is_real = not any(indicator.id.startswith(_EXAMPLE) for indicator in catalogue.indicators)
    for (name, region), group in met.items():
        indicator = catalogue.indicator(name)
        place = {"sheet": group[0].sheet, "cell": group[0].cell}
        if indicator is None and is_real and normalise(name).startswith(_EXAMPLE):
            yield finding("esimerkin-mittari", actual=name, **place)
        elif indicator is None:
            count = f" (havaintoja {len(group)})" if len(group) > 1 else ""
            yield finding("tuntematon-mittari", actual=name, expected="mittarin tunnus tai nimi", count=count, **place)
        elif indicator.region and region and indicator.region != region:
            yield finding("toisen-alueen-mittari", actual=name, expected=indicator.region, **place)


def value_findings(
    observations: Sequence[Located[Observation]], catalogue: Catalogue, today: date
) -> Iterator[Finding]:
    """Units that differ, shares outside 0–100 and periods that have not begun."""
    strange_units: set[str] = set()
    for located in observations:
        observation = located.record
        indicator = catalogue.indicator(observation.indicator)
        place = {"sheet": located.sheet, "cell": located.cell}
        start = observation.period.start
        is_past = observation.role in (Role.BASELINE, Role.FOLLOW_UP, Role.CHANGE)
        if observation.is_numeric and is_past and start and start > today:
            yield finding(
                "tuleva-jakso",
                actual=observation.period.label or str(start),
                expected=finnish.day(today),
                **place,
            )
        if not observation.is_numeric or observation.role is Role.CHANGE:
            continue
        unit, expected = observation.unit, indicator.unit if indicator else ""
        if unit and expected and unit != expected:
            yield finding("yksikkö-poikkeaa", actual=unit, expected=expected, **place)
        elif unit and not expected and not is_known(unit) and unit not in strange_units:
            strange_units.add(unit)
            yield finding("tuntematon-yksikkö", actual=unit, expected=_COMMON_UNITS, **place)
        if unit == "%" and not all(0 <= value <= 100 for value in _values(observation)):
            shown = " – ".join(f"{value:g}".replace(".", ",") for value in _values(observation))
            yield finding("osuus-rajojen-ulkona", actual=f"{shown} %", expected="0–100 %", **place)


def period_findings(observations: Sequence[Located[Observation]], current: Sequence[Observation]) -> Iterator[Finding]:
    """Follow-ups without a period, which have no place in time. One that is published so, unchanged, is not told."""
    published = {one.key: one.content for one in current}
    for located in observations:
        one = located.record
        is_told = one.role is Role.FOLLOW_UP and one.missing is None
        if is_told and one.period == Period() and published.get(one.key) != one.content:
            yield finding("jakso-puuttuu", sheet=located.sheet, cell=located.cell, expected=EXAMPLES)


def merge_duplicates(records: Sequence[Located[R]]) -> tuple[list[Located[R]], list[Finding]]:
    """Each record once. A repetition of the same content is told; the same cell with another content stops.

    Of two that only differ in what is told outright and what is inferred, the one that tells more is kept.
    """
    met: dict[tuple[str, ...], dict[str, Located[R]]] = {}
    findings: list[Finding] = []
    for located in records:
        contents = met.setdefault(located.record.key, {})
        first = next(iter(contents.values()), located)
        content = _content(located.record)
        same = contents.setdefault(content, located)
        place = {"sheet": located.sheet, "cell": located.cell}
        if same is not located:
            contents[content] = _more_telling(same, located)
            findings.append(finding("sama-tieto-kahdesti", expected=_there(same), **place))
        elif first is not located:
            there = _there(first)
            both = shown(located.record), shown(first.record)
            findings.append(finding("sama-kohta-kahdesti", actual=both[0], expected=both[1], there=there, **place))
    return [located for contents in met.values() for located in contents.values()], findings


def _more_telling(first: Located[R], second: Located[R]) -> Located[R]:
    """The record that infers less, or the one whose period comes first in the alphabet, at the place of the first."""
    record = min(first.record, second.record, key=lambda one: (len(one.inferred), one.inferred, one.period.label))
    return replace(first, record=record.model_copy(update={"place": first.record.place}))


def _there(located: Located[R]) -> str:
    """A place in the middle of a sentence."""
    place = where(located.sheet, located.cell)
    return place[0].lower() + place[1:]


def _content(record: Observation | ProcessGoal) -> str:
    """All of a record but where it was read, what of it is inferred and how a period of known days is called."""
    label = {"label"} if record.period.start else set()
    return record.model_dump_json(exclude={"place": True, "status_line": True, "inferred": True, "period": label})


def _values(observation: Observation) -> list[float]:
    return [v for v in (observation.value, observation.lower, observation.upper) if v is not None]


def shown(record: Observation | ProcessGoal) -> str:
    """What a record holds, as a message tells it."""
    if isinstance(record, ProcessGoal):
        return f"“{record.title}”: {record.wording or record.status}"
    told = " – ".join(f"{value:g}".replace(".", ",") for value in _values(record))
    return f"{told} {record.unit}".strip() if told else record.words or str(record.missing)
