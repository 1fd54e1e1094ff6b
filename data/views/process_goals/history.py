"""A process goal with all its statuses: one goal is several records, one for each round and each conflicting place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Place, ProcessGoal, ProcessStatus, Record, Round
from data.views.data_rows import place_text

Counts = tuple[tuple[ProcessStatus, int], ...]


class Told(Record):
    """One status as a source tells it: `when` is the date or span that the status is of, `round` the calendar's."""

    status: ProcessStatus
    wording: str
    when: str
    round: Round | None
    place: str
    note: str


class Way(Record):
    """One process goal. `told` is every status, oldest first; `current` the newest, several where places disagree."""

    region: str
    id: str
    title: str
    packages: tuple[str, ...]
    goal: int | None
    other_goals: tuple[int, ...]
    plan: str
    continues: str
    continues_with: str
    table: str
    place: Place
    told: tuple[Told, ...]
    current: tuple[Told, ...]
    conflicting: bool

    @property
    def goals(self) -> tuple[int, ...]:
        """The primary national goal first, then the others."""
        return ((self.goal,) if self.goal else ()) + self.other_goals

    @property
    def statuses(self) -> tuple[ProcessStatus, ...]:
        """The current status, or each of the conflicting ones once."""
        return tuple(dict.fromkeys(one.status for one in self.current))


def ways(catalogue: Catalogue, declared: ProcessCatalogue, process_goals: Iterable[ProcessGoal]) -> tuple[Way, ...]:
    """Each goal once, in the order of the records."""
    found: dict[tuple[str, str], list[ProcessGoal]] = {}
    for one in process_goals:
        found.setdefault((one.region, one.id), []).append(one)
    return tuple(_way(catalogue, declared, records) for records in found.values())


def current_records(catalogue: Catalogue, records: Sequence[ProcessGoal]) -> list[ProcessGoal]:
    """The newest of one goal's records; several where the source tells the same time in several ways."""
    newest = max(_time(catalogue, one) for one in records)
    return [one for one in records if _time(catalogue, one) == newest]


def current_statuses(
    catalogue: Catalogue, process_goals: Iterable[ProcessGoal]
) -> dict[tuple[str, str], tuple[ProcessStatus, ...]]:
    """The current status of each (region, id), or each of the conflicting ones."""
    found: dict[tuple[str, str], list[ProcessGoal]] = {}
    for one in process_goals:
        found.setdefault((one.region, one.id), []).append(one)
    return {
        key: tuple(dict.fromkeys(one.status for one in current_records(catalogue, records)))
        for key, records in found.items()
    }


def status_counts(statuses: Iterable[Sequence[ProcessStatus]]) -> Counts:
    """How many goals are in each status, in the order of the statuses; a goal told in two ways counts in both."""
    counts = Counter(status for told in statuses for status in told)
    return tuple((status, counts[status]) for status in ProcessStatus if counts[status])


def reported_on(catalogue: Catalogue, place: Place, end: date | None) -> date | None:
    """The day that decides the round: the last that the report covers, or of an upload the end of the record's span."""
    source = catalogue.source(place.source)
    return (source.covers.end if source else None) or end


def _time(catalogue: Catalogue, one: ProcessGoal) -> tuple[date, date]:
    end = one.period.end or date.min
    return reported_on(catalogue, one.place, one.period.end) or date.min, end


def _way(catalogue: Catalogue, declared: ProcessCatalogue, records: list[ProcessGoal]) -> Way:
    records = sorted(records, key=lambda one: _time(catalogue, one))
    newest = current_records(catalogue, records)
    first = newest[0]
    return Way(
        region=first.region,
        id=first.id,
        title=first.title,
        packages=tuple(part.strip() for part in first.work_package.split(",") if part.strip()),
        goal=first.goal,
        other_goals=first.other_goals,
        plan=first.plan,
        continues=next((one.continues for one in newest if one.continues), ""),
        continues_with=next((one.continues_with for one in newest if one.continues_with), ""),
        table=first.place.table,
        place=first.place,
        told=tuple(_told(catalogue, declared, one) for one in records),
        current=tuple(_told(catalogue, declared, one) for one in newest),
        conflicting=any(one.conflict for one in newest) or len({one.status for one in newest}) > 1,
    )


def _told(catalogue: Catalogue, declared: ProcessCatalogue, one: ProcessGoal) -> Told:
    day = reported_on(catalogue, one.place, one.period.end)
    place = one.place.model_copy(update={"line": one.status_line}) if one.status_line else one.place
    return Told(
        status=one.status,
        wording=one.wording,
        when=finnish.period(one.period),
        round=declared.round_of(day) if day else None,
        place=place_text(place),
        note=one.note,
    )
