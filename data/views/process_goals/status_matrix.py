"""The meeting's matrix: regions × national goals, and each region's own work packages, as counts of statuses."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.choice import package_key
from data.views.process_goals.history import Counts, ProcessGoalHistory, status_counts


class StatusCell(Record):
    """How many goals, and how many in each status; `key` is the link's value for the row."""

    region: str
    key: str
    count: int
    counts: Counts


class StatusRow(Record):
    """One national goal with a cell for each region; `goal` is None for goals that serve none."""

    goal: int | None
    name: str
    cells: tuple[StatusCell, ...]


class PackageColumn(Record):
    """One region's work packages: the name and the cell of each."""

    region: str
    label: str
    packages: tuple[tuple[str, StatusCell], ...]


def by_goal(
    catalogue: Catalogue, regions: Sequence[str], histories: Sequence[ProcessGoalHistory]
) -> tuple[StatusRow, ...]:
    """Return goals by their primary national goal, each once, without the rows that are empty for every region."""
    rows = []
    for goal in [*(goal.number for goal in catalogue.goals), None]:
        cells = tuple(
            _cell(
                region,
                str(goal or ""),
                [history for history in histories if (history.region, history.goal) == (region, goal)],
            )
            for region in regions
        )
        name = f"{goal} {catalogue.goal(goal).short}" if goal else "Ei hyötytavoitetta"
        if any(cell.count for cell in cells):
            rows.append(StatusRow(goal=goal, name=name, cells=cells))
    return tuple(rows)


def by_package(
    catalogue: Catalogue, declared: ProcessCatalogue, regions: Sequence[str], histories: Sequence[ProcessGoalHistory]
) -> tuple[PackageColumn, ...]:
    """Return a column a region: work packages have no common numbering. A goal of two packages counts in both."""
    columns = []
    for region in regions:
        of_region = [history for history in histories if history.region == region]
        rows = [
            (
                declared.package_name(region, package),
                _cell(
                    region,
                    package_key(region, package),
                    [history for history in of_region if package in history.packages],
                ),
            )
            for package in sorted({package for history in of_region for package in history.packages})
        ]
        bare = [history for history in of_region if not history.packages]
        if bare:
            rows.append(("Ei työpakettia", _cell(region, "", bare)))
        columns.append(PackageColumn(region=region, label=catalogue.label(region), packages=tuple(rows)))
    return tuple(columns)


def _cell(region: str, key: str, histories: Sequence[ProcessGoalHistory]) -> StatusCell:
    return StatusCell(
        region=region, key=key, count=len(histories), counts=status_counts(history.statuses for history in histories)
    )
