"""Shared scales: several areas on one axis, where everyone compares with everyone (rules of the numbers, 4)."""

from collections.abc import Callable, Iterable, Sequence

from data.analysis.comparability import reasons_against
from data.analysis.series import Series
from data.catalogue import Catalogue, slug
from data.finnish import area_text, listed
from data.model import OTHER_AREA, Indicator, Observation, Record, Role, group_parts, join_parts
from data.views.facts import NumberText, SourceReference, number_with_period, source_references


class ScaleRow(Record):
    """One bar on a shared scale: a region, or the area that it is compared with. `label` has unit, period and n."""

    name: str
    region: str
    value: float
    label: NumberText
    is_comparison: bool
    sources: tuple[SourceReference, ...]


class SharedScale(Record):
    """Values that do compare: same measure, unit, population and length of period."""

    id: str
    title: str
    unit: str
    rows: tuple[ScaleRow, ...]
    why: str
    alt: str


def shared_scales(
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
    for values in candidates.values():
        for same in _comparable(values):
            in_order = sorted(same, key=lambda pair: regions.index(pair[1].region))
            scales.append(_scale(catalogue, in_order))
    return tuple(scales)


def _comparable(
    values: Sequence[tuple[Indicator, Observation]],
) -> list[list[tuple[Indicator, Observation]]]:
    """Group the values that all compare with each other, two or more; each joins the first group that takes it."""
    groups: list[list[tuple[Indicator, Observation]]] = []
    for candidate in values:
        for group in groups:
            if not any(reasons_against(member, _as_group(candidate, member[1])) for member in group):
                group.append(candidate)
                break
        else:
            groups.append([candidate])
    return [group for group in groups if len(group) >= 2]


def _as_group(candidate: tuple[Indicator, Observation], reference: Observation) -> tuple[Indicator, Observation]:
    """Return a comparison value with its group of people: that of the reference where its own only names an area."""
    indicator, observation = candidate
    if observation.role is not Role.COMPARISON:
        return candidate
    people = join_parts(part for part in group_parts(observation.group) if part.dimension != OTHER_AREA)
    is_area = OTHER_AREA in {part.dimension for part in group_parts(observation.group)}
    group = people if people and is_area else reference.group
    return indicator, observation.model_copy(update={"group": group})


def _scale(catalogue: Catalogue, same: Sequence[tuple[Indicator, Observation]]) -> SharedScale:
    indicator = same[0][0]
    rows = tuple(
        ScaleRow(
            name=area_text(o.group) if o.role is Role.COMPARISON else catalogue.label(o.region),
            region=o.region,
            value=o.value or 0.0,
            label=number_with_period(o),
            is_comparison=o.role is Role.COMPARISON,
            sources=source_references(catalogue, [o.place]),
        )
        for _, o in same
    )
    return SharedScale(
        id=f"{indicator.id}-{slug(same[0][1].group)}-{same[0][1].period.start}",
        title=indicator.name,
        unit=same[0][1].unit,
        rows=rows,
        why="Sama mittari, yksikkö, kohdejoukko ja jakson pituus, joten luvut ovat samalla asteikolla.",
        alt=f"{indicator.name}: {listed([f'{row.name} {row.label.text}' for row in rows])}.",
    )
