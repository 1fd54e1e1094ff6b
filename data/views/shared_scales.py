"""The newest values that areas share as bars on one axis: how a meeting sees a row of the comparison."""

from collections.abc import Sequence

from data.analysis.comparability import Value
from data.catalogue import Catalogue, slug
from data.finnish import area_text, listed
from data.model import Record, Role
from data.views.facts import NumberText, SourceReference, number_with_period, source_references

WHY = "Sama mittari, yksikkö, kohdejoukko ja jakso, joten luvut ovat samalla asteikolla."


class ScaleRow(Record):
    """One bar on a shared scale: a region, or the area that it is compared with. `label` has unit, period and n."""

    name: str
    region: str
    value: float
    label: NumberText
    is_comparison: bool
    sources: tuple[SourceReference, ...]


class SharedScale(Record):
    """Values that do compare: same measure, unit, population and period."""

    id: str
    title: str
    unit: str
    rows: tuple[ScaleRow, ...]
    why: str
    alt: str


def shared_scale(catalogue: Catalogue, group: Sequence[Value]) -> SharedScale:
    """Return values that compare with each other as bars, each area once."""
    indicator, first = group[0]
    rows = {
        (o.role is Role.COMPARISON and area_text(o.group)) or o.region: ScaleRow(
            name=area_text(o.group) if o.role is Role.COMPARISON else catalogue.label(o.region),
            region=o.region,
            value=o.value or 0.0,
            label=number_with_period(o),
            is_comparison=o.role is Role.COMPARISON,
            sources=source_references(catalogue, [o.place]),
        )
        for _, o in group
    }
    return SharedScale(
        id=f"{indicator.id}-{slug(first.group)}-{first.period.start}",
        title=indicator.name,
        unit=first.unit,
        rows=tuple(rows.values()),
        why=WHY,
        alt=f"{indicator.name}: {listed([f'{row.name} {row.label.text}' for row in rows.values()])}.",
    )
