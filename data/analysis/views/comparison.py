"""Regions side by side: on one scale where the values compare, otherwise next to each other with the reason."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations

from data.analysis.comparability import reasons_against
from data.analysis.finnish import listed
from data.analysis.sentences import value_at
from data.analysis.series import Series, series_of
from data.analysis.views.card import Card, card, uncarded
from data.analysis.views.overview import StatusChart, status_chart
from data.catalogue import Catalogue, slug
from data.model import Indicator, Kind, Observation, ProcessGoal, Record, Role


class ScaleRow(Record):
    """One bar on a shared scale: a region, or the area that it is compared with."""

    name: str
    region: str
    value: float
    label: str
    is_comparison: bool


class SharedScale(Record):
    """Values that do compare: same measure, unit, population and length of period."""

    id: str
    title: str
    unit: str
    rows: tuple[ScaleRow, ...]
    why: str
    alt: str


class ProgressRow(Record):
    """How much of its own way one indicator has covered: 0 at the baseline, 1 at the target."""

    region: str
    label: str
    name: str
    progress: float
    told: str


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
    told: int
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

    everything = series_of(filter(is_chosen, observations))
    by_indicator: dict[tuple[str, str], list[Series]] = {}
    for series in everything:
        by_indicator.setdefault((series.region, series.indicator), []).append(series)

    subjects, alone = [], []
    for concept in catalogue.concepts:
        members = {key: found for key, found in by_indicator.items() if indicator_of(*key).concept == concept.id}
        columns = tuple(_column(catalogue, region, members, indicator_of, today) for region in regions)
        telling = sum(bool(column.cards) for column in columns)
        if telling == 1:
            alone.append(concept.name.lower())
        if telling >= 2:
            measures = [(indicator_of(*key), s.latest) for key, found in members.items() for s in found if s.latest]
            reason = _reason(concept.reason, measures)
            subjects.append(Subject(id=concept.id, name=concept.name, reason=reason, columns=columns))
    shared = _shared_scales(catalogue, regions, everything, indicator_of)
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


def _column(
    catalogue: Catalogue,
    region: str,
    members: dict[tuple[str, str], list[Series]],
    indicator_of: Callable[[str, str], Indicator],
    today: date,
) -> RegionColumn:
    """One region's cards on a subject: outcomes first, the best evidenced first; those that tell nothing left out."""
    made = [
        card(catalogue, indicator_of(*key), region, found, today) for key, found in members.items() if key[0] == region
    ]
    cards = sorted((c for c in made if c.evidence), key=lambda c: (c.kind is not Kind.OUTCOME, -c.evidence, c.name))
    return RegionColumn(region=region, region_label=_label(catalogue, region), cards=tuple(cards))


def _continuation(catalogue: Catalogue, region: str, goals: Iterable[ProcessGoal]) -> Continuation:
    mine = {g.id: g for g in goals if g.region == region}
    rows = [(g.title, ", ".join(filter(None, (g.continues, g.continues_with)))) for g in mine.values() if g.continues]
    return Continuation(region_label=_label(catalogue, region), told=len(rows), goals=len(mine), rows=tuple(rows))


def _progress(
    catalogue: Catalogue,
    regions: Sequence[str],
    by_indicator: dict[tuple[str, str], list[Series]],
    indicator_of: Callable[[str, str], Indicator],
    today: date,
) -> tuple[ProgressRow, ...]:
    """Progress towards each one's own target, the one axis that different indicators share; in the regions' order."""
    made = [card(catalogue, indicator_of(*key), key[0], found, today) for key, found in by_indicator.items()]
    rows = [
        ProgressRow(
            region=one.region,
            label=one.region_label,
            name=one.name,
            progress=one.progress,
            told=f"{one.region_label}: {one.sentence}",
        )
        for one in made
        if one.progress is not None
    ]
    return tuple(sorted(rows, key=lambda row: (regions.index(row.region), row.name)))


def _label(catalogue: Catalogue, region: str) -> str:
    known = catalogue.region(region)
    return known.label if known else region


def _shared_scales(
    catalogue: Catalogue,
    regions: Sequence[str],
    everything: Iterable[Series],
    indicator_of: Callable[[str, str], Indicator],
) -> tuple[SharedScale, ...]:
    """Every measure that at least two areas share: regions with each other, or a region with its comparison area."""
    candidates: dict[tuple[str, str], list[tuple[Indicator, Observation]]] = {}
    for series in everything:
        indicator = indicator_of(series.region, series.indicator)
        for observation in (series.latest, *series.comparisons):
            if observation is not None and observation.value is not None:
                measure = indicator.national_id or indicator.id
                candidates.setdefault((measure, series.group), []).append((indicator, observation))
    scales = []
    for found in candidates.values():
        for same in _comparable(found):
            in_order = sorted(same, key=lambda pair: regions.index(pair[1].region))
            scales.append(_scale(catalogue, in_order))
    return tuple(scales)


def _comparable(
    found: Sequence[tuple[Indicator, Observation]],
) -> list[list[tuple[Indicator, Observation]]]:
    """Groups of at least two in which everyone compares with everyone: a candidate joins the first that takes it."""
    groups: list[list[tuple[Indicator, Observation]]] = []
    for candidate in found:
        for group in groups:
            if not any(reasons_against(member, _as_group(candidate, member[1])) for member in group):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    return [group for group in groups if len(group) >= 2]


def _as_group(candidate: tuple[Indicator, Observation], reference: Observation) -> tuple[Indicator, Observation]:
    """A comparison value names its area in the group: that is who it is of, not another group of people."""
    indicator, observation = candidate
    is_comparison = observation.role is Role.COMPARISON
    return indicator, observation.model_copy(update={"group": reference.group}) if is_comparison else observation


def _scale(catalogue: Catalogue, same: Sequence[tuple[Indicator, Observation]]) -> SharedScale:
    indicator = same[0][0]
    rows = tuple(
        ScaleRow(
            name=_area(o) if o.role is Role.COMPARISON else _label(catalogue, o.region),
            region=o.region,
            value=o.value or 0.0,
            label=value_at(o),
            is_comparison=o.role is Role.COMPARISON,
        )
        for _, o in same
    )
    return SharedScale(
        id=f"{indicator.id}-{slug(same[0][1].group)}-{same[0][1].period.start}",
        title=indicator.name,
        unit=same[0][1].unit,
        rows=rows,
        why="Sama mittari, yksikkö, kohdejoukko ja jakson pituus, joten luvut ovat samalla asteikolla.",
        alt=f"{indicator.name}: {listed([f'{row.name} {row.label}' for row in rows])}.",
    )


def _area(observation: Observation) -> str:
    return observation.group.rpartition(": ")[2]


def _reason(declared: str, measures: Sequence[tuple[Indicator, Observation]]) -> str:
    """The catalogue's reason and the differences that the numbers themselves show."""
    found: dict[str, None] = {}
    for one, other in combinations(measures, 2):
        if one[1].region != other[1].region:
            found.update(dict.fromkeys(reasons_against(one, other)))
    return declared + (f" Lukujen erot: {listed(list(found))}." if found else "")
