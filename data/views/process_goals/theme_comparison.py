"""Side by side: the regions' process goals on the same theme with their statuses."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.action_timeline import actions_of
from data.views.process_goals.choice import OTHER_THEME, themes_of
from data.views.process_goals.history import ProcessGoalHistory


class ThemeColumn(Record):
    """One region's goals on a theme, and how many toimenpiteet of the theme it tells of."""

    region: str
    label: str
    goals: tuple[ProcessGoalHistory, ...]
    actions: int


class ThemeRow(Record):
    """One theme with a column per region."""

    id: str
    name: str
    columns: tuple[ThemeColumn, ...]


class Themes(Record):
    """The themes that some region tells of, and how many goals of each region are of another theme."""

    rows: tuple[ThemeRow, ...]
    others: tuple[tuple[str, str, int], ...]


def side_by_side(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    histories: Sequence[ProcessGoalHistory],
    *,
    only: str = "",
) -> Themes:
    """Return every theme in the catalogue's order, or `only` one. A goal of two themes stands in both.

    `others` holds the region, its label and the number of its goals that are listed under no theme.
    """
    rows = []
    for theme in declared.themes:
        if only not in ("", theme.id):
            continue
        columns = tuple(
            ThemeColumn(
                region=region,
                label=catalogue.label(region),
                goals=tuple(
                    history
                    for history in histories
                    if history.region == region and theme.id in themes_of(declared, history)
                ),
                actions=len(actions_of(catalogue, declared, region, theme.id)),
            )
            for region in regions
        )
        if any(column.goals for column in columns):
            rows.append(ThemeRow(id=theme.id, name=theme.name, columns=columns))
    others = tuple(
        (region, catalogue.label(region), count)
        for region in regions
        if (
            count := sum(
                history.region == region and OTHER_THEME in themes_of(declared, history) for history in histories
            )
        )
    )
    return Themes(rows=tuple(rows), others=others)
