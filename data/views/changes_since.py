"""What has changed since an earlier meeting: values old and new, and each indicator's status then and now."""

from collections.abc import Iterable, Mapping, Sequence

from data import finnish
from data.analysis.indicator_status import statuses
from data.analysis.status import Status
from data.catalogue import Catalogue
from data.model import CellChange, ProcessGoal, ProcessStatus, Record
from data.workspace import Workspace

Statuses = Mapping[tuple[str, str], Status]

_NOTHING = "–"


class Earlier(Record):
    """The state at an earlier version: its day in words, what differs from it now, and the statuses of that time."""

    version: int
    published: str
    differences: tuple[CellChange, ...]
    statuses: tuple[tuple[str, str, Status], ...]
    process_goals: tuple[ProcessGoal, ...]


class ChangedValue(Record):
    """A value before and after in words, with its indicator's status then and now; None: there was or is none."""

    region: str
    indicator: str
    when: str
    before: str
    after: str
    status_before: Status | None
    status_after: Status | None


class ChangedGoal(Record):
    """A process goal whose status is another one; None where the goal is new or gone."""

    region: str
    title: str
    before: ProcessStatus | None
    after: ProcessStatus | None


class Since(Record):
    """Everything that is told of the changes."""

    summary: str
    goals_summary: str
    compared: str
    rows: tuple[ChangedValue, ...]
    goals: tuple[ChangedGoal, ...]


def earlier_state(workspace: Workspace, version: int, regions: Sequence[str]) -> Earlier | None:
    """Return the state of these regions at an earlier version; None where the workspace has no such version."""
    if not 1 <= version <= workspace.version:
        return None
    then = workspace.at(version)
    judged = statuses(then.catalogue, then.observations(regions), then.day)
    return Earlier(
        version=version,
        published=finnish.day_text(then.publication.created_at),
        differences=workspace.differences(version, regions),
        statuses=tuple((region, indicator, status) for (region, indicator), status in judged.items()),
        process_goals=then.process_goals(regions),
    )


def since(
    catalogue: Catalogue,
    earlier: Earlier,
    regions: Sequence[str],
    statuses: Statuses,
    process_goals: Iterable[ProcessGoal],
) -> Since:
    """Return changes of these regions between `earlier` and now, whose statuses and process goals are given.

    Changed values come first, then new and removed ones, each with its indicator's status then and now; then the
    indicators whose status alone is another one.
    """
    differences = sorted(
        (change for change in earlier.differences if change.observation.region in regions),
        key=lambda change: _interest(change, regions),
    )
    before = {(region, indicator): status for region, indicator, status in earlier.statuses if region in regions}
    rows = [_row(catalogue, change, before, statuses) for change in differences]
    touched = {(change.observation.region, change.observation.indicator) for change in differences}
    moved = [key for key in {**before, **statuses} if key[0] in regions and before.get(key) is not statuses.get(key)]
    rows += [_status_row(catalogue, key, before, statuses) for key in moved if key not in touched]
    goals = _goal_rows(catalogue, earlier.process_goals, process_goals, regions)
    when = f"version {earlier.version} ({earlier.published}) jälkeen"
    return Since(
        summary=_summary(len(differences), len(moved), when),
        goals_summary=f"Tila on muuttunut {_goals(len(goals))} {when}.",
        compared=f"Verrattu versioon {earlier.version}, {earlier.published}",
        rows=tuple(rows),
        goals=tuple(goals),
    )


def _summary(values: int, statuses: int, when: str) -> str:
    if not values and not statuses:
        return f"Mittarien arvot ja tilat eivät ole muuttuneet {when}."
    value = "yksi arvo" if values == 1 else f"{finnish.number(values)} arvoa" if values else "yksikään arvo ei"
    value += " ole muuttunut" if not values else " on muuttunut, lisätty tai poistettu"
    state = "yhden mittarin tila" if statuses == 1 else f"{finnish.number(statuses)} mittarin tila"
    state = f"ja {state} on toinen kuin silloin" if statuses else "mutta mittarien tilat ovat samat kuin silloin"
    return f"{when[:1].upper()}{when[1:]} {value}, {state}."


def _interest(difference: CellChange, regions: Sequence[str]) -> tuple[int, int]:
    kind = 0 if difference.old and difference.new else 1 if difference.new else 2
    return kind, regions.index(difference.observation.region)


def _goals(count: int) -> str:
    return "yhdessä prosessitavoitteessa" if count == 1 else f"{finnish.number(count)} prosessitavoitteessa"


def _row(catalogue: Catalogue, change: CellChange, before: Statuses, now: Statuses) -> ChangedValue:
    shown = change.observation
    group = finnish.group_text(shown.group)
    return _status_row(catalogue, (shown.region, shown.indicator), before, now).model_copy(
        update={
            "when": ", ".join(filter(None, (shown.role.value, finnish.period(shown.period), group))),
            "before": finnish.quantity(change.old) if change.old else "(uusi)",
            "after": finnish.quantity(change.new) if change.new else "(poistettu)",
        }
    )


def _status_row(catalogue: Catalogue, key: tuple[str, str], before: Statuses, now: Statuses) -> ChangedValue:
    indicator = catalogue.indicator(key[1])
    return ChangedValue(
        region=catalogue.familiar(key[0]),
        indicator=indicator.name if indicator else key[1],
        when=_NOTHING,
        before=_NOTHING,
        after=_NOTHING,
        status_before=before.get(key),
        status_after=now.get(key),
    )


def _goal_rows(
    catalogue: Catalogue, before: Iterable[ProcessGoal], now: Iterable[ProcessGoal], regions: Sequence[str]
) -> list[ChangedGoal]:
    """Process goals whose status is another one, is new or is gone."""
    old = {goal.key: goal for goal in before if goal.region in regions}
    new = {goal.key: goal for goal in now if goal.region in regions}
    rows = []
    for key in {**new, **old}:
        then, after = old.get(key), new.get(key)
        if (shown := after or then) and (then and then.status) is not (after and after.status):
            rows.append(
                ChangedGoal(
                    region=catalogue.familiar(shown.region),
                    title=shown.title,
                    before=then.status if then else None,
                    after=after.status if after else None,
                )
            )
    return rows
