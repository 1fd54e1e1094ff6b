"""The observations of one indicator in one region, put in their places: baseline, follow-up, target, comparison."""

from collections.abc import Iterable
from itertools import groupby

from data.model import Observation, Qualifier, Record, Role

_EXACT_ENOUGH = (None, Qualifier.ABOUT, Qualifier.NEARLY)


class Series(Record):
    """One indicator, region and group. Numeric lists are in time order; those without a number are in `gaps`."""

    region: str
    indicator: str
    group: str = ""
    baselines: tuple[Observation, ...] = ()
    follow_ups: tuple[Observation, ...] = ()
    targets: tuple[Observation, ...] = ()
    comparisons: tuple[Observation, ...] = ()
    changes: tuple[Observation, ...] = ()
    gaps: tuple[Observation, ...] = ()

    @property
    def points(self) -> tuple[Observation, ...]:
        """Baselines and follow-ups with a number, in time order."""
        return tuple(sorted(self.baselines + self.follow_ups, key=_when))

    @property
    def baseline(self) -> Observation | None:
        """The baseline: the last one if the source tells several. The first follow-up is never taken for it."""
        return self.baselines[-1] if self.baselines else None

    @property
    def latest(self) -> Observation | None:
        """The newest number: a follow-up, or the baseline when there is nothing after it."""
        return self.follow_ups[-1] if self.follow_ups else self.baseline

    @property
    def difference(self) -> float | None:
        """Latest follow-up minus baseline, in the unit of the two (percentage points for %).

        None where the data does not carry it: no baseline or no follow-up, a range, "yli" or "alle", another unit.
        """
        if not self.follow_ups or self.baseline is None:
            return None
        before, after = self.baseline, self.follow_ups[-1]
        exact = before.qualifier in _EXACT_ENOUGH and after.qualifier in _EXACT_ENOUGH
        if before.value is None or after.value is None or before.unit != after.unit or not exact:
            return None
        return round(after.value - before.value, 10)


def _when(observation: Observation) -> tuple[bool, str, str]:
    period = observation.period
    return (period.end is not None, str(period.end), period.label)


def series_of(observations: Iterable[Observation]) -> tuple[Series, ...]:
    """The series that some observations make, in the order of indicator, region and group.

    A comparison value belongs to the series of the whole region whatever group it names.
    """

    def place(observation: Observation) -> tuple[str, str, str]:
        is_comparison = observation.role is Role.COMPARISON
        return (observation.indicator, observation.region, "" if is_comparison else observation.group)

    made = []
    for (indicator, region, group), members in groupby(sorted(observations, key=place), key=place):
        ordered = sorted(members, key=_when)

        def of(role: Role, ordered: list[Observation] = ordered) -> tuple[Observation, ...]:
            return tuple(o for o in ordered if o.role is role and o.is_numeric)

        made.append(
            Series(
                region=region,
                indicator=indicator,
                group=group,
                baselines=of(Role.BASELINE),
                follow_ups=of(Role.FOLLOW_UP),
                targets=tuple(o for o in ordered if o.role is Role.TARGET),
                comparisons=of(Role.COMPARISON),
                changes=of(Role.CHANGE),
                gaps=tuple(o for o in ordered if not o.is_numeric and o.role is not Role.TARGET),
            )
        )
    return tuple(made)
