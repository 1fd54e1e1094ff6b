"""One region under one national goal or all of them: its indicators as rows, and what has no row."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.analysis.assessment import Reference
from data.analysis.sentences import rounded_level
from data.catalogue import Catalogue
from data.model import Kind, Observation, ProcessGoal, Record
from data.views.card import Card, cards, count_cards
from data.views.outcome_counts import OutcomeCounts, indicators_of
from data.views.process_goals.history import Counts, current_statuses, status_counts
from data.workspace import Workspace


class Fold(Record):
    """Cards that stay folded until they are asked for."""

    title: str
    cards: tuple[Card, ...]


class RegionGoals(Record):
    """One region under one goal, or under all (`goal` is None).

    `outcomes` and the cards of the folds have a number; `without_numbers` are cards without any, and `planned` the
    names of indicators that the source gives nothing of.
    """

    region: str
    label: str
    goal: int | None
    summary: str
    counts: OutcomeCounts
    process_statuses: Counts
    outcomes: tuple[Card, ...]
    folds: tuple[Fold, ...]
    without_numbers: tuple[Card, ...]
    planned: tuple[str, ...]


def region_goals(
    catalogue: Catalogue,
    region: str,
    goal: int | None,
    observations: Iterable[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
) -> RegionGoals:
    """Return the indicators of a region, the most worrying first; under a goal those that serve it second are folded.

    Under all goals there are also those that the source gives no goal.
    """
    known = [card for card in cards(catalogue, observations, today) if card.region == region]
    indicators = {i.id: i for i in indicators_of(catalogue, region, {card.indicator for card in known})}
    known = [card for card in known if card.indicator in indicators]
    primary = [card for card in known if goal in (None, indicators[card.indicator].goal)]
    secondary = [card for card in known if goal in indicators[card.indicator].other_goals and card.has_number]
    with_number = [card for card in primary if card.has_number]
    outcomes = tuple(card for card in with_number if card.kind is Kind.OUTCOME)
    folds = [
        ("Tuotokset", [card for card in with_number if card.kind is Kind.OUTPUT]),
        ("Taustatiedot", [card for card in with_number if card.kind is Kind.CONTEXT]),
        ("Palvelee myös tätä tavoitetta", secondary),
    ]
    seen = {card.indicator for card in primary}
    planned = [i for i in indicators.values() if goal in (None, i.goal) and i.id not in seen]
    goals = [g for g in process_goals if g.region == region and goal in (None, g.goal)]
    counts = count_cards([*(indicators[card.indicator] for card in primary), *planned], primary)
    return RegionGoals(
        region=region,
        label=catalogue.label(region),
        goal=goal,
        summary=summary(counts, goals),
        counts=counts,
        process_statuses=status_counts(current_statuses(catalogue, goals).values()),
        outcomes=outcomes,
        folds=tuple(Fold(title=title, cards=tuple(folded)) for title, folded in folds if folded),
        without_numbers=tuple(card for card in primary if not card.has_number),
        planned=tuple(i.name for i in planned),
    )


def goal_page(workspace: Workspace, region: str, goal: int | None) -> RegionGoals:
    """Return the page of a region and a goal, or of all goals, in a workspace."""
    observations, process_goals = workspace.observations([region]), workspace.process_goals([region])
    return region_goals(workspace.catalogue, region, goal, observations, process_goals, workspace.day)


def by_goal(catalogue: Catalogue, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return cards in the order of the national goals, those without a goal last; within a goal their order is kept."""
    indicators = {card.indicator: catalogue.indicator(card.indicator) for card in cards}

    def number(card: Card) -> int:
        indicator = indicators[card.indicator]
        return indicator.goal if indicator and indicator.goal else len(catalogue.goals) + 1

    return tuple(sorted(cards, key=number))


def change_text(card: Card) -> str:
    """Return the change behind the status with its unit: "taso +13,2 %-yksikköä", "−9,6 %-yksikköä"; "" without one."""
    change, unit = card.assessment.change, card.headline.unit
    if change is None or card.is_by_group:
        return ""
    of_level = change.against is not Reference.YEAR_BEFORE and card.assessment.level is not None
    difference = rounded_level(change.difference) if of_level else round(change.difference, 2)
    text = finnish.with_unit(finnish.signed(difference), finnish.change_unit(unit))
    if change.against is Reference.YEAR_BEFORE:
        return f"{text} vuodessa"
    return f"taso {text}" if of_level else text


def summary(counts: OutcomeCounts, process_goals: Sequence[ProcessGoal]) -> str:
    """Return what there is, in one line."""
    parts = [finnish.counted(counts.with_number, "tulosmittari, jolla on luku", "tulosmittaria, joilla on luku")]
    if counts.followed:
        parts.append(f"niistä {counts.followed} seurattu lähtötilasta")
    goals = {goal.id for goal in process_goals}
    if goals:
        parts.append(finnish.counted(len(goals), "prosessitavoite", "prosessitavoitetta"))
    return ", ".join(parts) + "."
