"""A goal's page: for each region its indicators as cards, outcomes first, and what has no numbers."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.catalogue import Catalogue
from data.model import Kind, Observation, ProcessGoal, Record
from data.views.card import Card, cards
from data.views.process_goals.history import Counts, current_statuses, status_counts
from data.workspace import Workspace


class Fold(Record):
    """Cards that stay folded until they are asked for."""

    title: str
    cards: tuple[Card, ...]


class RegionGoal(Record):
    """One region under one goal."""

    region: str
    label: str
    summary: str
    process_statuses: Counts
    outcomes: tuple[Card, ...]
    folds: tuple[Fold, ...]
    without_numbers: tuple[tuple[str, str], ...]


class GoalView(Record):
    """Everything on a goal's page."""

    goal: int
    regions: tuple[RegionGoal, ...]


def goal_view(
    catalogue: Catalogue,
    goal: int,
    regions: Sequence[str],
    observations: Iterable[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
) -> GoalView:
    """Cards of the indicators whose primary goal this is; those that serve it secondarily are folded."""
    every_card = cards(catalogue, observations, today)
    return GoalView(
        goal=goal, regions=tuple(_region(catalogue, goal, region, every_card, process_goals) for region in regions)
    )


def goal_page(workspace: Workspace, goal: int, regions: Sequence[str]) -> GoalView:
    """Return the goal's page of these regions in a workspace."""
    observations, process_goals = workspace.observations(regions), workspace.process_goals(regions)
    return goal_view(workspace.catalogue, goal, regions, observations, process_goals, workspace.day)


def _region(
    catalogue: Catalogue, goal: int, region: str, every_card: Sequence[Card], process_goals: Sequence[ProcessGoal]
) -> RegionGoal:
    indicators = {i.id: i for i in catalogue.indicators}
    of_region = [card for card in every_card if card.region == region and card.indicator in indicators]
    primary = [card for card in of_region if indicators[card.indicator].goal == goal]
    secondary = [card for card in of_region if goal in indicators[card.indicator].other_goals and card.has_number]
    with_number = [card for card in primary if card.has_number]
    outcomes = tuple(card for card in with_number if card.kind is Kind.OUTCOME)
    folds = [
        ("Tuotokset", [card for card in with_number if card.kind is Kind.OUTPUT]),
        ("Taustatiedot", [card for card in with_number if card.kind is Kind.CONTEXT]),
        ("Palvelee myös tätä tavoitetta", secondary),
    ]
    seen = {card.indicator for card in primary}
    planned = [i for i in catalogue.indicators if i.region == region and i.goal == goal and i.id not in seen]
    goals = [g for g in process_goals if g.region == region and g.goal == goal]
    silent = [(card.name, _without_number(card)) for card in primary if not card.has_number]
    return RegionGoal(
        region=region,
        label=catalogue.label(region),
        summary=summary(outcomes, goals),
        process_statuses=status_counts(current_statuses(catalogue, goals).values()),
        outcomes=outcomes,
        folds=tuple(Fold(title=title, cards=tuple(folded)) for title, folded in folds if folded),
        without_numbers=(*silent, *((i.name, "– suunniteltu, ei lukuja lähteessä") for i in planned)),
    )


def _without_number(card: Card) -> str:
    """What there is instead of numbers: the words and what they are, or why there are none."""
    words = card.headline.text if card.headline.role else ""
    parts = (words, card.headline.label, *(f"{fact.label.lower()}: {fact.text}" for fact in card.facts))
    return f"– {'; '.join(filter(None, parts))}"


def summary(outcomes: Sequence[Card], process_goals: Sequence[ProcessGoal]) -> str:
    """What there is, in one line."""
    parts = [finnish.counted(len(outcomes), "tulosmittari, jolla on luku", "tulosmittaria, joilla on luku")]
    followed = sum(card.extent == 4 for card in outcomes)
    if followed:
        parts.append(f"niistä {followed} seurattu lähtötilasta")
    goals = {goal.id for goal in process_goals}
    if goals:
        parts.append(finnish.counted(len(goals), "prosessitavoite", "prosessitavoitetta"))
    return ", ".join(parts) + "."
