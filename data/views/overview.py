"""The front page: goals × regions as counts of what there is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from data import finnish
from data.analysis.series import series_by_indicator
from data.analysis.status import Status
from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, ProcessStatus, Record
from data.views.outcome_counts import IndicatorNumbers, OutcomeCounts, count_outcomes, indicators_of, numbers_of
from data.views.process_goals.history import Counts, current_statuses, status_counts


class Cell(Record):
    """What there is for one goal in one region. Outcome indicators lead; outputs and context are counted apart."""

    region: str
    goal: int | None
    outcomes: OutcomeCounts
    other_indicators: int
    process_goals: int
    process_statuses: Counts = ()

    @property
    def headline(self) -> str:
        """Return how many outcome indicators have a number, of all that the region named for the goal."""
        return f"Lukuja {self.outcomes.with_number}/{self.outcomes.indicators}"

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the other counts, those that are nought left out."""
        counts = (
            ("tavoite asetettu", self.outcomes.with_target),
            ("tuotos ja tausta", self.other_indicators),
        )
        return tuple(f"{what}: {count}" for what, count in counts if count)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing at all."""
        return not (self.outcomes.indicators or self.other_indicators or self.process_goals)


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
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    statuses: Mapping[tuple[str, str], Status],
) -> Overview:
    """Return counts of indicators, numbers, follow-ups, targets and process goals, recounted from what is given.

    `observations` are those of the regions, small numbers hidden; `statuses` holds the status of each (region,
    indicator) that has observations.
    """
    numbers: dict[str, dict[str, IndicatorNumbers]] = {region: {} for region in regions}
    for (region, indicator), members in series_by_indicator(observations).items():
        numbers.setdefault(region, {})[indicator] = numbers_of(members)
    goals: list[int | None] = [goal.number for goal in catalogue.goals]
    current_of = current_statuses(catalogue, process_goals)
    rows = [_row(catalogue, goal, regions, numbers, process_goals, current_of, statuses) for goal in [*goals, None]]
    cells = [cell for row in rows for cell in row.cells]
    return Overview(
        regions=tuple(regions),
        rows=tuple(row for row in rows if row.goal or not all(cell.is_empty for cell in row.cells)),
        totals=(
            ("Alueita", finnish.number(len(regions))),
            ("Mittareita", finnish.number(sum(cell.outcomes.indicators + cell.other_indicators for cell in cells))),
            ("Lukuja lähteineen", finnish.number(sum(o.is_numeric for o in observations))),
            ("Seurattuja tulosmittareita", finnish.number(sum(cell.outcomes.followed for cell in cells))),
            ("Prosessitavoitteita", finnish.number(len({(g.region, g.id) for g in process_goals}))),
        ),
        status_chart=status_chart(catalogue, regions, process_goals),
    )


def _row(
    catalogue: Catalogue,
    goal: int | None,
    regions: Sequence[str],
    numbers: Mapping[str, Mapping[str, IndicatorNumbers]],
    process_goals: Sequence[ProcessGoal],
    current_of: Mapping[tuple[str, str], Sequence[ProcessStatus]],
    statuses: Mapping[tuple[str, str], Status],
) -> GoalRow:
    cells = []
    for region in regions:
        of_goal = [i for i in indicators_of(catalogue, region, numbers[region]) if i.goal == goal]
        statuses_here = {i.id: statuses.get((region, i.id), Status.UNKNOWN) for i in of_goal}
        outcomes = count_outcomes(of_goal, numbers[region], statuses_here)
        goal_ids = {g.id for g in process_goals if g.region == region and g.goal == goal}
        cells.append(
            Cell(
                region=region,
                goal=goal,
                outcomes=outcomes,
                other_indicators=len(of_goal) - outcomes.indicators,
                process_goals=len(goal_ids),
                process_statuses=status_counts(current_of[region, goal_id] for goal_id in goal_ids),
            )
        )
    name = catalogue.goal(goal).short if goal else "Ei hyötytavoitetta"
    return GoalRow(goal=goal, name=name, cells=tuple(cells))


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
