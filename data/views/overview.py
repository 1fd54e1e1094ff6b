"""The front page: goals × regions as counts of what there is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from data import finnish
from data.analysis.status import Status, rolled_up
from data.catalogue import Catalogue
from data.model import Kind, ObservationCount, ProcessGoal, ProcessStatus, Record, Role
from data.views.process_goals.history import Counts, current_statuses, status_counts


class Cell(Record):
    """What there is for one goal in one region. Outcome indicators lead; outputs and context are counted apart."""

    region: str
    goal: int | None
    indicators: int
    with_number: int
    with_follow_up: int
    with_target: int
    other_indicators: int
    process_goals: int
    process_statuses: Counts = ()
    statuses: tuple[tuple[Status, int], ...]

    @property
    def headline(self) -> str:
        """Return how many outcome indicators have a number, of all that the region named for the goal."""
        return f"Lukuja {self.with_number}/{self.indicators}"

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the other counts, those that are nought left out."""
        counts = (
            ("tavoite asetettu", self.with_target),
            ("tuotos ja tausta", self.other_indicators),
        )
        return tuple(f"{what}: {count}" for what, count in counts if count)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing at all."""
        return not (self.indicators or self.other_indicators or self.process_goals)


class GoalRow(Record):
    """One goal with a cell per region. `goal` is None for what the reports assign to no goal."""

    goal: int | None
    name: str
    cells: tuple[Cell, ...]


class StatusPart(Record):
    """One status: how many process goals each region has in it, in the order of the regions."""

    status: ProcessStatus
    counts: tuple[int, ...]


class StatusChart(Record):
    """Process goals by status, a bar a region. `regions` are labels with the number of goals."""

    regions: tuple[tuple[str, int], ...]
    parts: tuple[StatusPart, ...]
    alt: str


class Overview(Record):
    """Everything on the front page."""

    regions: tuple[str, ...]
    rows: tuple[GoalRow, ...]
    totals: tuple[tuple[str, str], ...]
    status_chart: StatusChart


def overview(
    catalogue: Catalogue,
    regions: Sequence[str],
    counts: Sequence[ObservationCount],
    process_goals: Sequence[ProcessGoal],
    statuses: Mapping[tuple[str, str], Status],
) -> Overview:
    """Return counts of indicators, numbers, follow-ups, targets and process goals, recounted from what is given.

    `statuses` holds the status of each (region, indicator) that has observations.
    """
    roles: dict[tuple[str, str], set[Role]] = {}
    for count in counts:
        if count.numeric:
            roles.setdefault((count.region, count.indicator), set()).add(count.role)
    goals: list[int | None] = [goal.number for goal in catalogue.goals]
    current_of = current_statuses(catalogue, process_goals)
    rows = [_row(catalogue, goal, regions, roles, process_goals, current_of, statuses) for goal in [*goals, None]]
    numbers = sum(count.numeric for count in counts)
    followed = sum(_is_followed(known_roles) for known_roles in roles.values())
    return Overview(
        regions=tuple(regions),
        rows=tuple(row for row in rows if row.goal or not all(cell.is_empty for cell in row.cells)),
        totals=(
            ("Alueita", finnish.number(len(regions))),
            ("Mittareita", finnish.number(sum(i.region in regions for i in catalogue.indicators))),
            ("Lukuja lähteineen", finnish.number(numbers)),
            ("Seurattuja mittareita", finnish.number(followed)),
            ("Prosessitavoitteita", finnish.number(len({(g.region, g.id) for g in process_goals}))),
        ),
        status_chart=status_chart(catalogue, regions, process_goals),
    )


def _row(
    catalogue: Catalogue,
    goal: int | None,
    regions: Sequence[str],
    roles: dict[tuple[str, str], set[Role]],
    process_goals: Sequence[ProcessGoal],
    current_of: Mapping[tuple[str, str], Sequence[ProcessStatus]],
    statuses: Mapping[tuple[str, str], Status],
) -> GoalRow:
    cells = []
    for region in regions:
        of_region = [i for i in catalogue.indicators if i.region == region and i.goal == goal]
        outcomes = [roles.get((region, i.id), set()) for i in of_region if i.kind is Kind.OUTCOME]
        goal_ids = {g.id for g in process_goals if g.region == region and g.goal == goal}
        cells.append(
            Cell(
                region=region,
                goal=goal,
                indicators=len(outcomes),
                with_number=sum(bool(known_roles - {Role.TARGET, Role.COMPARISON}) for known_roles in outcomes),
                with_follow_up=sum(map(_is_followed, outcomes)),
                with_target=sum(Role.TARGET in known_roles for known_roles in outcomes),
                other_indicators=len(of_region) - len(outcomes),
                process_goals=len(goal_ids),
                process_statuses=status_counts(current_of[region, goal_id] for goal_id in goal_ids),
                statuses=rolled_up(
                    statuses.get((region, i.id), Status.UNKNOWN) for i in of_region if i.kind is Kind.OUTCOME
                ),
            )
        )
    name = catalogue.goal(goal).short if goal else "Ei hyötytavoitetta"
    return GoalRow(goal=goal, name=name, cells=tuple(cells))


def _is_followed(known_roles: set[Role]) -> bool:
    return {Role.BASELINE, Role.FOLLOW_UP} <= known_roles


def status_chart(catalogue: Catalogue, regions: Sequence[str], process_goals: Iterable[ProcessGoal]) -> StatusChart:
    """Return counts of current statuses; a goal with two conflicting statuses is counted by the first."""
    current = current_statuses(catalogue, process_goals)
    counts = Counter((region, statuses_of_goal[0]) for (region, _), statuses_of_goal in current.items())
    shown = [region for region in regions if any(place == region for place, _ in counts)]
    parts = tuple(
        StatusPart(status=status, counts=tuple(counts[region, status] for region in shown))
        for status in ProcessStatus
        if any(counts[region, status] for region in shown)
    )
    labels = tuple((catalogue.label(region), sum(n for (r, _), n in counts.items() if r == region)) for region in shown)
    texts = [
        f"{label}: {finnish.listed([f'{part.status.value} {part.counts[i]}' for part in parts if part.counts[i]])}"
        for i, (label, _) in enumerate(labels)
    ]
    return StatusChart(regions=labels, parts=parts, alt=f"Prosessitavoitteiden tila. {'. '.join(texts)}.")
