"""The page Tiedot: sources, conflicts between places, and what releases of the shipped data have left out."""

from collections.abc import Sequence

from data.model import Record
from data.views.data_rows import (
    ConflictPlace,
    SourceCard,
    conflicts,
    conflicts_between_sources,
    source_cards,
)
from data.views.left_out_values import Row, left_out_rows
from data.workspace import Workspace

SHOWN_CONFLICTS = 50  # observations that several sources have given; a file read anew may bring thousands


class DataPage(Record):
    """What the page says of some regions beside its tables. `more_conflicts` is how many are not listed."""

    conflicts: tuple[tuple[ConflictPlace, ...], ...]
    more_conflicts: int
    left_out: tuple[Row, ...]


def all_sources(workspace: Workspace) -> tuple[SourceCard, ...]:
    """Return the sources of everything in a workspace."""
    regions = workspace.regions
    return source_cards(workspace.catalogue, workspace.observations(regions), workspace.process_goals(regions))


def data_page(workspace: Workspace, regions: Sequence[str]) -> DataPage:
    """Return what the page says of these regions."""
    catalogue = workspace.catalogue
    replacements = workspace.replacements_of_several_sources(regions, SHOWN_CONFLICTS)
    within = conflicts(catalogue, workspace.observations(regions), workspace.process_goals(regions))
    between = conflicts_between_sources(catalogue, replacements)
    left_out = workspace.left_out_observations(regions), workspace.left_out_process_goals(regions)
    return DataPage(
        conflicts=tuple(map(tuple, within + between)),
        more_conflicts=max(0, workspace.count_cells_from_several_sources(regions) - SHOWN_CONFLICTS),
        left_out=tuple(left_out_rows(catalogue, *left_out)),
    )
