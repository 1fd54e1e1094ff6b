"""The front page: goals and regions at a glance, what is missing, and what the newest publication changed."""

from data.analysis.indicator_status import statuses
from data.model import Publication, Record
from data.views.gaps import RegionGaps, region_gaps
from data.views.overview import Overview, overview
from data.views.version_changes import Row, change_rows
from data.workspace import Workspace

SHOWN_CHANGES = 200  # rows; a publication may change tens of thousands


class FrontPage(Record):
    """Everything on the front page. `changes` are the first of the `changed` observations; a first version has none."""

    overview: Overview
    gaps: tuple[RegionGaps, ...]
    publication: Publication
    changed: int
    changes: tuple[Row, ...]


def front_page(workspace: Workspace) -> FrontPage:
    """Return the front page of a workspace."""
    catalogue, regions = workspace.catalogue, workspace.regions
    observations, goals = workspace.observations(regions), workspace.process_goals(regions)
    judged = statuses(catalogue, observations, workspace.day)
    is_first = workspace.version == 1
    changes = () if is_first else workspace.changes(SHOWN_CHANGES)
    return FrontPage(
        overview=overview(catalogue, regions, observations, goals, judged),
        gaps=region_gaps(catalogue, regions, observations, goals),
        publication=workspace.publication,
        changed=0 if is_first else workspace.count_changes(),
        changes=tuple(change_rows(catalogue, changes)),
    )
