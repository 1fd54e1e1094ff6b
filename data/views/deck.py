"""An agenda as the slides that a meeting looks at, made from the very views that the pages draw."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.analysis.indicator_status import statuses
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.finnish import day_text
from data.model import Observation, ProcessGoal
from data.views.agenda import Agenda, AgendaItem, ItemKind, read_agenda
from data.views.changes_since import Earlier, earlier_state, since
from data.views.comparison import comparison
from data.views.deck_comparison import comparison_slides
from data.views.deck_indicators import goal_slides, indicator_slides
from data.views.deck_status import change_slides, gap_slides, process_slides
from data.views.gaps import region_gaps
from data.views.slides import Deck, Slide
from data.workspace import Workspace


def deck(
    catalogue: Catalogue,
    agenda: Agenda,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
    version: int,
    published: str,
    earlier: Mapping[int, Earlier] | None = None,
    declared: ProcessCatalogue | None = None,
) -> Deck:
    """Return the slides of an agenda in its order.

    `observations` and `process_goals` are all that hold at `version` in the agenda's regions, small numbers hidden;
    `earlier` has the state at each version that an item compares with. `declared` is what is declared about process
    goals (None: what is shipped).
    """
    declared = declared or load_process_catalogue()
    slides = [
        slide
        for item in agenda.items
        for slide in item_slides(catalogue, declared, item, observations, process_goals, today, earlier or {})
    ]
    return Deck(name=agenda.name or "Seuranta", slides=tuple(slides), version=version, published=published)


def meeting_deck(workspace: Workspace, name: str, items: Sequence[str]) -> Deck:
    """Return the slides of an agenda in a workspace; its items are given as links carry them."""
    agenda = read_agenda(workspace.catalogue, items, name)
    compared = [item.since for item in agenda.items if item.kind is ItemKind.CHANGES and item.since]
    states = {version: earlier_state(workspace, version, agenda.regions) for version in compared}
    return deck(
        workspace.catalogue,
        agenda,
        workspace.observations(agenda.regions),
        workspace.process_goals(agenda.regions),
        workspace.day,
        workspace.version,
        day_text(workspace.publication.created_at),
        {version: state for version, state in states.items() if state},
    )


def item_slides(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    item: AgendaItem,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
    earlier: Mapping[int, Earlier],
) -> Iterable[Slide]:
    """Return the slides of one item; an item whose earlier version does not exist says so on its slide."""
    in_regions = [o for o in observations if o.region in item.regions]
    goals = [g for g in process_goals if g.region in item.regions]
    about = f"{item.goal} {catalogue.goal(item.goal).short}" if item.goal else "kaikki hyötytavoitteet"
    match item.kind:
        case ItemKind.GOAL:
            return goal_slides(catalogue, item.goal or 1, item.regions, in_regions, goals, today)
        case ItemKind.INDICATOR:
            return indicator_slides(catalogue, item.indicator, item.regions[0], in_regions, today)
        case ItemKind.COMPARISON:
            view = comparison(catalogue, item.regions, in_regions, today, goal=item.goal)
            return comparison_slides(catalogue, view, item.regions, about)
        case ItemKind.PROCESS_GOALS:
            return process_slides(catalogue, declared, item.regions, goals, item.goal, about)
        case ItemKind.GAPS:
            return gap_slides(region_gaps(catalogue, item.regions, in_regions, goals))
        case ItemKind.CHANGES:
            then = earlier.get(item.since or 0)
            if then is None:
                missing = (
                    f"Versiota {item.since} ei ole tai se on uudempi kuin näytettävä, joten muutoksia ei voi laskea."
                )
                return [Slide(subject="Muuttunut viime kokouksesta", title=missing)]
            return change_slides(since(catalogue, then, item.regions, statuses(catalogue, in_regions, today), goals))
