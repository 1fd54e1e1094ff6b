"""A process goal and its statuses over time, put together from one record for each round and each conflicting place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.model import Place, ProcessGoal, ProcessStatus, Record, Round
from data.views.data_rows import place_text
from data.workspace import Workspace

Counts = tuple[tuple[ProcessStatus, int], ...]


class ReportedStatus(Record):
    """One status as a source reports it: `when` is the date or span that the status is of, `round` the calendar's."""

    status: ProcessStatus
    wording: str
    when: str
    round: Round | None
    place: str
    note: str


class ProcessGoalHistory(Record):
    """One process goal. `reported` is every status, oldest first; `current` the newest, several where
    places disagree."""

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
    reported: tuple[ReportedStatus, ...]
    current: tuple[ReportedStatus, ...]
    conflicting: bool

    @property
    def goals(self) -> tuple[int, ...]:
        """Return the primary national goal and then the others."""
        return ((self.goal,) if self.goal else ()) + self.other_goals

    @property
    def statuses(self) -> tuple[ProcessStatus, ...]:
        """Return the current status, or each of the conflicting ones once."""
        return tuple(dict.fromkeys(status.status for status in self.current))


def process_goal_histories(
    catalogue: Catalogue, declared: ProcessCatalogue, process_goals: Iterable[ProcessGoal]
) -> tuple[ProcessGoalHistory, ...]:
    """Return each goal once, in the order of the records."""
    by_goal: dict[tuple[str, str], list[ProcessGoal]] = {}
    for record in process_goals:
        by_goal.setdefault((record.region, record.id), []).append(record)
    return tuple(_history(catalogue, declared, records) for records in by_goal.values())


def histories_of(workspace: Workspace, regions: Sequence[str]) -> tuple[ProcessGoalHistory, ...]:
    """Return the process goals of these regions in a workspace, in the order of the regions."""
    order = {region: at for at, region in enumerate(regions)}
    histories = process_goal_histories(workspace.catalogue, load_process_catalogue(), workspace.process_goals(regions))
    return tuple(sorted(histories, key=lambda history: order[history.region]))


def current_records(catalogue: Catalogue, records: Sequence[ProcessGoal]) -> list[ProcessGoal]:
    """Return the newest of one goal's records; several where the source tells the same time in several ways."""
    newest = max(_reported_until(catalogue, record) for record in records)
    return [record for record in records if _reported_until(catalogue, record) == newest]


def current_statuses(
    catalogue: Catalogue, process_goals: Iterable[ProcessGoal]
) -> dict[tuple[str, str], tuple[ProcessStatus, ...]]:
    """Return the current status of each (region, id), or each of the conflicting ones."""
    by_goal: dict[tuple[str, str], list[ProcessGoal]] = {}
    for record in process_goals:
        by_goal.setdefault((record.region, record.id), []).append(record)
    return {
        key: tuple(dict.fromkeys(record.status for record in current_records(catalogue, records)))
        for key, records in by_goal.items()
    }


def status_counts(statuses: Iterable[Sequence[ProcessStatus]]) -> Counts:
    """Return how many goals are in each status, in their order; a goal with two statuses counts in both."""
    counts = Counter(status for goal_statuses in statuses for status in goal_statuses)
    return tuple((status, counts[status]) for status in ProcessStatus if counts[status])


def reported_on(catalogue: Catalogue, place: Place, end: date | None) -> date | None:
    """Return the day that decides the round: the last that the report covers, else the end of the record's span."""
    source = catalogue.source(place.source)
    return (source.covers.end if source else None) or end


def _reported_until(catalogue: Catalogue, record: ProcessGoal) -> tuple[date, date]:
    end = record.period.end or date.min
    return reported_on(catalogue, record.place, record.period.end) or date.min, end


def _history(catalogue: Catalogue, declared: ProcessCatalogue, records: list[ProcessGoal]) -> ProcessGoalHistory:
    records = sorted(records, key=lambda record: _reported_until(catalogue, record))
    newest = current_records(catalogue, records)
    first = newest[0]
    return ProcessGoalHistory(
        region=first.region,
        id=first.id,
        title=first.title,
        packages=tuple(part.strip() for part in first.work_package.split(",") if part.strip()),
        goal=first.goal,
        other_goals=first.other_goals,
        plan=first.plan,
        continues=next((record.continues for record in newest if record.continues), ""),
        continues_with=next((record.continues_with for record in newest if record.continues_with), ""),
        table=first.place.table,
        place=first.place,
        reported=tuple(_reported(catalogue, declared, record) for record in records),
        current=tuple(_reported(catalogue, declared, record) for record in newest),
        conflicting=any(record.conflict for record in newest) or len({record.status for record in newest}) > 1,
    )


def _reported(catalogue: Catalogue, declared: ProcessCatalogue, record: ProcessGoal) -> ReportedStatus:
    day = reported_on(catalogue, record.place, record.period.end)
    place = record.place.model_copy(update={"line": record.status_line}) if record.status_line else record.place
    return ReportedStatus(
        status=record.status,
        wording=record.wording,
        when=finnish.period(record.period),
        round=declared.round_of(day) if day else None,
        place=place_text(place),
        note=record.note,
    )
