"""Values of several groups as bars, ready to be drawn."""

from collections.abc import Sequence

from data import finnish
from data.analysis.series import Series
from data.model import Indicator, Observation, Period, Record, group_parts, join_parts
from data.views.facts import NumberText, number_beside_point


class Bar(Record):
    """One group's value. `label` stands at its end, `description` is read out with unit and n."""

    name: str
    value: float
    label: NumberText
    description: str


class BarChart(Record):
    """Values of several groups of one indicator at one time, on one axis from zero."""

    title: str
    region: str
    unit: str
    period: str
    bars: tuple[Bar, ...]
    alt: str


def bar_chart(
    indicator: Indicator, region: str, groups: Sequence[Series], period: Period | None = None
) -> BarChart | None:
    """Return the values of several groups as bars, when they share dimension, unit and period.

    They are those of `period`, which is that of the whole's newest number; without it each group's latest.
    """
    latest = [o for series in groups if (o := _value_of(series, period)) and o.value is not None]
    shared = {(_dimensions(o), o.unit, o.period) for o in latest}
    if len(latest) < 2 or len(shared) != 1:
        return None
    names = _distinct_names([o.group for o in latest])
    bars = tuple(
        Bar(
            name=name,
            value=o.value,
            label=number_beside_point(o),
            description=" ".join(filter(None, (finnish.quantity(o), _n(o)))),
        )
        for name, o in zip(names, latest, strict=True)
        if o.value is not None
    )
    when = finnish.period(latest[0].period)
    listed_bars = finnish.listed([f"{bar.name} {bar.description}" for bar in bars])
    return BarChart(
        title=indicator.name,
        region=region,
        unit=latest[0].unit,
        period=when,
        bars=bars,
        alt=f"{indicator.name}{f' ({when})' if when else ''}: {listed_bars}.",
    )


def _value_of(series: Series, period: Period | None) -> Observation | None:
    if period is None:
        return series.latest
    return next((point for point in reversed(series.points) if point.period == period), None)


def _n(observation: Observation) -> str:
    return f"({finnish.sample(observation.n)})" if observation.n is not None else ""


def _distinct_names(groups: Sequence[str]) -> list[str]:
    """Return groups by what tells them apart: a part that all of them share is left out."""
    split = [group_parts(group) for group in groups]
    shared = set(split[0]).intersection(*split[1:])
    return [finnish.group_text(join_parts(part for part in parts if part not in shared)) for parts in split]


def _dimensions(observation: Observation) -> tuple[str, ...]:
    return tuple(part.dimension or part.name for part in group_parts(observation.group))
