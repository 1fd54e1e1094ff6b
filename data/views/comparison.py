"""Regions side by side: on one scale where the values compare, otherwise next to each other with the reason."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations

from data.analysis.comparability import reasons_against
from data.analysis.indicator_status import uncarded
from data.analysis.series import Series, series_by_indicator, series_of
from data.catalogue import Catalogue
from data.finnish import listed
from data.model import Indicator, Kind, Observation, ProcessGoal, Record
from data.views.card import Card, card
from data.views.facts import SourceReference
from data.views.overview import StatusChart, status_chart
from data.views.shared_scales import SharedScale, shared_scales
from data.workspace import Workspace


class ProgressRow(Record):
    """How much of its own way one indicator has covered: 0 at the baseline, 1 at the target."""

    region: str
    label: str
    name: str
    progress: float
    description: str
    sources: tuple[SourceReference, ...]


class RegionColumn(Record):
    """What one region has on one subject."""

    region: str
    region_label: str
    cards: tuple[Card, ...]


class Subject(Record):
    """Alike but not comparable indicators of several regions, with the reason in words."""

    id: str
    name: str
    reason: str
    columns: tuple[RegionColumn, ...]


class Continuation(Record):
    """How many of a region's process goals the source tells to go on after the programme, and where each does."""

    region_label: str
    continued: int
    goals: int
    rows: tuple[tuple[str, str], ...]


class Comparison(Record):
    """Everything on the comparison page. `alone` names the subjects of which only one region tells."""

    shared: tuple[SharedScale, ...]
    between_regions: bool
    progress: tuple[ProgressRow, ...]
    subjects: tuple[Subject, ...]
    alone: str
    status_chart: StatusChart
    continuations: tuple[Continuation, ...]


def comparison(
    catalogue: Catalogue,
    regions: Sequence[str],
    observations: Iterable[Observation],
    process_goals: Iterable[ProcessGoal],
    today: date,
    *,
    goal: int | None = None,
) -> Comparison:
    """Shared scales first, then subjects (samansuuntaiset mittarit) with a column per region, in the chosen order;
    of one goal, or of all (None)."""

    def indicator_of(region: str, indicator_id: str) -> Indicator:
        return catalogue.indicator(indicator_id) or uncarded(indicator_id, region)

    def is_chosen(o: Observation) -> bool:
        return o.region in regions and (goal is None or goal in indicator_of(o.region, o.indicator).goals)

    chosen = [o for o in observations if is_chosen(o)]
    everything, by_indicator = series_of(chosen), series_by_indicator(chosen)

    subjects, alone = [], []
    for concept in catalogue.concepts:
        members = {
            key: own_series for key, own_series in by_indicator.items() if indicator_of(*key).concept == concept.id
        }
        columns = tuple(_column(catalogue, region, members, indicator_of, today) for region in regions)
        telling = sum(bool(column.cards) for column in columns)
        if telling == 1:
            alone.append(concept.name.lower())
        if telling >= 2:
            measures = [
                (indicator_of(*key), s.latest) for key, own_series in members.items() for s in own_series if s.latest
            ]
            reason = _reason(concept.reason, measures)
            subjects.append(Subject(id=concept.id, name=concept.name, reason=reason, columns=columns))
    shared = shared_scales(catalogue, regions, everything, indicator_of)
    goals = [g for g in process_goals if goal is None or goal in (g.goal, *g.other_goals)]
    return Comparison(
        shared=shared,
        between_regions=any(len({row.region for row in scale.rows}) > 1 for scale in shared),
        progress=_progress(catalogue, regions, by_indicator, indicator_of, today),
        subjects=tuple(subjects),
        alone=listed(alone),
        status_chart=status_chart(catalogue, regions, goals),
        continuations=tuple(_continuation(catalogue, region, goals) for region in regions),
    )


def comparison_page(workspace: Workspace, regions: Sequence[str], goal: int | None) -> Comparison:
    """Return the comparison of these regions in a workspace, by one goal or by all (None)."""
    observations, process_goals = workspace.observations(regions), workspace.process_goals(regions)
    return comparison(workspace.catalogue, regions, observations, process_goals, workspace.day, goal=goal)


def _column(
    catalogue: Catalogue,
    region: str,
    members: dict[tuple[str, str], list[Series]],
    indicator_of: Callable[[str, str], Indicator],
    today: date,
) -> RegionColumn:
    """Return one region's cards on a subject: outcomes and the best evidenced first, none that tell nothing."""
    all_cards = [
        card(catalogue, indicator_of(*key), region, own_series, today)
        for key, own_series in members.items()
        if key[0] == region
    ]
    cards = sorted((c for c in all_cards if c.extent), key=lambda c: (c.kind is not Kind.OUTCOME, -c.extent, c.name))
    return RegionColumn(region=region, region_label=catalogue.label(region), cards=tuple(cards))


def _continuation(catalogue: Catalogue, region: str, goals: Iterable[ProcessGoal]) -> Continuation:
    of_region = {g.id: g for g in goals if g.region == region}
    rows = [
        (g.title, ", ".join(filter(None, (g.continues, g.continues_with)))) for g in of_region.values() if g.continues
    ]
    return Continuation(
        region_label=catalogue.label(region), continued=len(rows), goals=len(of_region), rows=tuple(rows)
    )


def _progress(
    catalogue: Catalogue,
    regions: Sequence[str],
    by_indicator: dict[tuple[str, str], list[Series]],
    indicator_of: Callable[[str, str], Indicator],
    today: date,
) -> tuple[ProgressRow, ...]:
    """Return progress towards each one's own target, the one axis that indicators share, in the regions' order."""
    all_cards = [
        card(catalogue, indicator_of(*key), key[0], own_series, today) for key, own_series in by_indicator.items()
    ]
    rows = [
        ProgressRow(
            region=each.region,
            label=each.region_label,
            name=each.name,
            progress=each.assessment.target.progress,
            description=f"{each.region_label}: {each.sentence}",
            sources=tuple(reference for fact in each.values for reference in fact.sources),
        )
        for each in all_cards
        if each.assessment.target and each.assessment.target.progress is not None
    ]
    return tuple(sorted(rows, key=lambda row: (regions.index(row.region), row.name)))


def _reason(declared: str, measures: Sequence[tuple[Indicator, Observation]]) -> str:
    """Return the catalogue's reason and the differences that the numbers themselves show."""
    differences: dict[str, None] = {}
    for measure, other in combinations(measures, 2):
        if measure[1].region != other[1].region:
            differences.update(dict.fromkeys(reasons_against(measure, other)))
    return declared + (f" Lukujen erot: {listed(list(differences))}." if differences else "")
