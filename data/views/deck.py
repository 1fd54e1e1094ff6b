"""An agenda as the slides that a meeting looks at, made from the very views that the pages draw."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.model import Observation, ProcessGoal
from data.views.agenda import Agenda, AgendaItem, ItemKind
from data.views.card import statuses
from data.views.changes_since import Earlier, since
from data.views.comparison import comparison
from data.views.deck_comparison import comparison_slides
from data.views.deck_indicators import goal_slides, indicator_slides
from data.views.deck_status import change_slides, gap_slides, process_slides
from data.views.gaps import region_gaps
from data.views.slides import Deck, Slide


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
    """The slides of an agenda in its order.

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


def item_slides(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    item: AgendaItem,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
    earlier: Mapping[int, Earlier],
) -> Iterable[Slide]:
    """The slides of one item; an item whose earlier version does not exist says so on its slide."""
    mine = [o for o in observations if o.region in item.regions]
    goals = [g for g in process_goals if g.region in item.regions]
    about = f"{item.goal} {catalogue.goal(item.goal).short}" if item.goal else "kaikki hyötytavoitteet"
    match item.kind:
        case ItemKind.GOAL:
            return goal_slides(catalogue, item.goal or 1, item.regions, mine, goals, today)
        case ItemKind.INDICATOR:
            return indicator_slides(catalogue, item.indicator, item.regions[0], mine, today)
        case ItemKind.COMPARISON:
            view = comparison(catalogue, item.regions, mine, today, goal=item.goal)
            return comparison_slides(catalogue, view, item.regions, about)
        case ItemKind.PROCESS_GOALS:
            return process_slides(catalogue, declared, item.regions, goals, item.goal, about)
        case ItemKind.GAPS:
            return gap_slides(region_gaps(catalogue, item.regions, mine, goals))
        case ItemKind.CHANGES:
            then = earlier.get(item.since or 0)
            if then is None:
                told = f"Versiota {item.since} ei ole tai se on uudempi kuin näytettävä, joten muutoksia ei voi laskea."
                return [Slide(subject="Muuttunut viime kokouksesta", title=told)]
            return change_slides(since(catalogue, then, item.regions, statuses(catalogue, mine, today), goals))
