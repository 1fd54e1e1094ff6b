"""One page of a region to print: how many are in each status, the main changes, what is stuck, what is missing."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.model import Kind, Observation, ProcessGoal, Record
from data.views.card import cards, count_cards
from data.views.facts import Fact, source_references, sources_text, whole_sources
from data.views.gaps import region_gaps
from data.views.outcome_counts import OutcomeCounts, indicators_of
from data.views.process_goals.choice import RULES
from data.views.process_goals.history import process_goal_histories
from data.views.process_goals.standing_still import standing_still
from data.workspace import Workspace

_CHANGES = 5
_LISTED = 6  # of what is stuck: the page is one


class Handout(Record):
    """A region on one page. `more_stuck` is how many of what is stuck did not fit."""

    region: str
    label: str
    counts: OutcomeCounts
    summary: str
    changes: tuple[str, ...]
    stuck: tuple[Fact, ...]
    more_stuck: int
    gaps: tuple[Fact, ...]
    sources: str


def handout(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    region: str,
    observations: Iterable[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
) -> Handout:
    """Return the page to print of one region."""
    of_region = [o for o in observations if o.region == region]
    goals = [g for g in process_goals if g.region == region]
    every_card = cards(catalogue, of_region, today)
    indicators = indicators_of(catalogue, region, {card.indicator for card in every_card})
    counts = count_cards(indicators, every_card)
    # The cards stand worst first, so the first changes matter most.
    with_number = [card for card in every_card if card.kind is Kind.OUTCOME and card.has_number]
    stuck = standing_still(declared, process_goal_histories(catalogue, declared, goals))
    (missing,) = region_gaps(catalogue, [region], of_region, goals)
    references = source_references(catalogue, (entry.place for entry in (*of_region, *goals)))
    return Handout(
        region=region,
        label=catalogue.label(region),
        counts=counts,
        summary=_summary(counts, goals),
        changes=tuple(card.sentence for card in with_number if card.difference)[:_CHANGES],
        stuck=tuple(
            Fact(label=goal.title, text=f"{RULES[goal.concern].name.lower()}, {goal.status}")
            for goal in stuck[:_LISTED]
        ),
        more_stuck=max(0, len(stuck) - _LISTED),
        gaps=tuple(Fact(label=gap.action, text=finnish.number(gap.count)) for gap in missing.gaps),
        sources=sources_text(whole_sources(references)),
    )


def handout_page(workspace: Workspace, region: str) -> Handout:
    """Return the page of a region in a workspace."""
    observations, process_goals = workspace.observations([region]), workspace.process_goals([region])
    declared = load_process_catalogue()
    return handout(workspace.catalogue, declared, region, observations, process_goals, workspace.day)


def _summary(counts: OutcomeCounts, goals: Sequence[ProcessGoal]) -> str:
    indicators = f"Tulosmittareita, joilla on luku: {counts.with_number}/{counts.indicators}"
    return f"{indicators}. Prosessitavoitteita: {len({goal.id for goal in goals})}."
