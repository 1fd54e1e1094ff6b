"""Records against the catalogue, against each other and against the calendar: findings, and duplicates merged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from data import finnish
from data.catalogue import Catalogue, normalise
from data.model import Observation, Period, ProcessGoal, Region, Role
from data.units import UNITS, is_known
from loaders.checks import numbers_of, record_text
from loaders.findings import Finding, finding, where
from loaders.layouts.table import Located, R
from loaders.parse.names import regions_numbered
from loaders.parse.periods import EXAMPLES

_EXAMPLE = "esimerkki"  # how the ids and names of the invented example begin
_COMMON_UNITS = ", ".join(list(UNITS)[:8])


def region_findings(
    records: Sequence[Located[Observation] | Located[ProcessGoal]], catalogue: Catalogue
) -> Iterator[Finding]:
    """Yield a finding if a record has no region, and one for each region that nobody knows or that may be two."""
    first: dict[str, Located[Observation] | Located[ProcessGoal]] = {}
    for located in records:
        first.setdefault(located.record.region, located)
    known = {region.name for region in catalogue.regions}
    for name, located in first.items():
        if not name:
            yield finding("alue-puuttuu")
        elif len(meant := regions_numbered(name, catalogue)) > 1:
            options = " vai ".join(_with_code(region, int(name)) for region in meant)
            yield located.finding("moniselitteinen-aluekoodi", name, options)
        elif name not in known:
            yield located.finding("tuntematon-alue", name, "Keski-Uusimaa")


def _with_code(region: Region, code: int) -> str:
    return f"{region.name} ({'koodi vuodesta 2023' if region.code == code else 'koodi ennen vuotta 2023'})"


def indicator_findings(observations: Sequence[Located[Observation]], catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each indicator that the catalogue does not have, or has for another region."""
    groups: dict[tuple[str, str], list[Located[Observation]]] = {}
    for located in observations:
        groups.setdefault((located.record.indicator, located.record.region), []).append(located)
    is_real = not any(indicator.id.startswith(_EXAMPLE) for indicator in catalogue.indicators)
    for (name, region), group in groups.items():
        indicator = catalogue.indicator(name)
        if indicator is None and is_real and normalise(name).startswith(_EXAMPLE):
            yield group[0].finding("esimerkin-mittari", name)
        elif indicator is None:
            count = f" (havaintoja {len(group)})" if len(group) > 1 else ""
            yield group[0].finding("tuntematon-mittari", name, "mittarin tunnus tai nimi", count=count)
        elif indicator.region and region and indicator.region != region:
            yield group[0].finding("toisen-alueen-mittari", name, indicator.region)


def value_findings(
    observations: Sequence[Located[Observation]], catalogue: Catalogue, today: date
) -> Iterator[Finding]:
    """Yield findings for units that differ, shares outside 0–100 and periods that have not begun."""
    strange_units: set[str] = set()
    for located in observations:
        observation = located.record
        if not observation.is_numeric:
            continue
        start = observation.period.start
        is_measured = observation.role in (Role.BASELINE, Role.FOLLOW_UP, Role.CHANGE)
        if is_measured and start and start > today:
            label = observation.period.label or str(start)
            yield located.finding("tuleva-jakso", label, finnish.day(today))
        if observation.role is Role.CHANGE:
            continue
        indicator = catalogue.indicator(observation.indicator)
        unit, expected = observation.unit, indicator.unit if indicator else ""
        if unit and expected and unit != expected:
            yield located.finding("yksikkö-poikkeaa", unit, expected)
        elif unit and not expected and not is_known(unit) and unit not in strange_units:
            strange_units.add(unit)
            yield located.finding("tuntematon-yksikkö", unit, _COMMON_UNITS)
        if unit == "%" and not all(0 <= number <= 100 for number in numbers_of(observation)):
            yield located.finding("osuus-rajojen-ulkona", record_text(observation), "0–100 %")


def period_findings(observations: Sequence[Located[Observation]], current: Sequence[Observation]) -> Iterator[Finding]:
    """Yield findings for follow-ups without a period, which have no place in time, but not for those published so."""
    published = {observation.key: observation.content for observation in current}
    for located in observations:
        observation = located.record
        is_follow_up = observation.role is Role.FOLLOW_UP and observation.missing is None
        if is_follow_up and observation.period == Period() and published.get(observation.key) != observation.content:
            yield located.finding("jakso-puuttuu", expected=EXAMPLES)


def merge_duplicates(records: Sequence[Located[R]]) -> tuple[list[Located[R]], list[Finding]]:
    """Return each record once, and findings: a repetition of the same content, or the same cell with another content.

    Of two that only differ in what the file says outright and what is inferred, the one that says more is kept.
    """
    by_key: dict[tuple[str, ...], dict[str, Located[R]]] = {}
    findings: list[Finding] = []
    for located in records:
        contents = by_key.setdefault(located.record.key, {})
        first = next(iter(contents.values()), located)
        content = _content(located.record)
        same = contents.setdefault(content, located)
        if same is not located:
            contents[content] = _less_inferred(same, located)
            findings.append(located.finding("sama-tieto-kahdesti", expected=_place_of(same)))
        elif first is not located:
            texts = record_text(located.record), record_text(first.record)
            findings.append(located.finding("sama-kohta-kahdesti", *texts, there=_place_of(first)))
    return [located for contents in by_key.values() for located in contents.values()], findings


def _less_inferred(first: Located[R], second: Located[R]) -> Located[R]:
    """Return the record that infers less, or whose period comes first in the alphabet, at the place of the first."""
    record = min(
        first.record, second.record, key=lambda entry: (len(entry.inferred), entry.inferred, entry.period.label)
    )
    return replace(first, record=record.model_copy(update={"place": first.record.place}))


def _place_of(located: Located[R]) -> str:
    """Return a place as it stands in the middle of a sentence."""
    place = where(located.sheet, located.cell)
    return place[0].lower() + place[1:]


def _content(record: Observation | ProcessGoal) -> str:
    """Return all of a record but where it was read, what of it is inferred and how a period of known days is called."""
    label = {"label"} if record.period.start else set()
    return record.model_dump_json(exclude={"place": True, "status_line": True, "inferred": True, "period": label})
