"""The observations of one indicator in one region, put in their places: baseline, follow-up, target, comparison."""

from collections.abc import Iterable
from itertools import groupby

from data.model import Missing, Observation, Qualifier, Record, Role
from data.settings import SETTINGS
from data.units import canonical, may_be_sum

_EXACT_ENOUGH = {None, Qualifier.ABOUT, Qualifier.NEARLY}


class Series(Record):
    """One indicator, region and group. Numeric lists are in time order; those without a number are in `gaps`.

    Where a source tells one fact in several ways, the first stands in its list and the others are `alternatives`.
    """

    region: str
    indicator: str
    group: str = ""
    baselines: tuple[Observation, ...] = ()
    follow_ups: tuple[Observation, ...] = ()
    targets: tuple[Observation, ...] = ()
    comparisons: tuple[Observation, ...] = ()
    changes: tuple[Observation, ...] = ()
    gaps: tuple[Observation, ...] = ()
    alternatives: tuple[Observation, ...] = ()

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
        """Latest follow-up minus baseline, in the unit of the two (percentage points for %); None: `no_difference`."""
        if self.no_difference or self.baseline is None:
            return None
        before, after = self.baseline.value, self.follow_ups[-1].value
        return None if before is None or after is None else round(after - before, 10)

    @property
    def no_difference(self) -> str:
        """Why the data does not carry a difference, in Finnish; empty when it does."""
        if not self.follow_ups:
            return "seurantatietoa ei ole"
        if self.baseline is None:
            return "lähtötila puuttuu"
        before, after = self.baseline, self.follow_ups[-1]
        if canonical(before.unit) != canonical(after.unit):
            return "yksikkö on vaihtunut"
        if before.value is None or after.value is None or not {before.qualifier, after.qualifier} <= _EXACT_ENOUGH:
            return "arvot eivät ole tarkkoja lukuja"
        are_sums = may_be_sum(before.value, before.unit) and may_be_sum(after.value, after.unit)
        if are_sums and _lengths_differ(before, after):
            return "jaksot ovat eripituiset"
        return ""


def newest_hidden(series: Series) -> Observation | None:
    """Return the newest follow-up where its small number is hidden, beside older ones that are shown; else None."""
    hidden = [gap for gap in series.gaps if gap.missing is Missing.HIDDEN and gap.role is Role.FOLLOW_UP]
    newest = max(hidden, key=_when, default=None)
    return newest if newest and series.latest and _when(newest) > _when(series.latest) else None


def is_alternative(observation: Observation) -> bool:
    """Whether this is a later telling of a fact that its source tells in several ways ("…-r1:b")."""
    letter = observation.conflict.rpartition(":")[2]
    return bool(observation.conflict) and letter != "a"


def _lengths_differ(before: Observation, after: Observation) -> bool:
    """Return whether two known spans differ by more than a month. A single day stands for a span that is not told."""
    spans = [(p.end - p.start).days for p in (before.period, after.period) if p.start and p.end and p.start != p.end]
    return len(spans) == 2 and abs(spans[0] - spans[1]) > SETTINGS.same_length_days


def _when(observation: Observation) -> tuple[bool, str, str]:
    period = observation.period
    return (period.end is not None, str(period.end), period.label)


def series_by_indicator(observations: Iterable[Observation]) -> dict[tuple[str, str], list[Series]]:
    """Return the series that some observations make, by region and indicator."""
    by_indicator: dict[tuple[str, str], list[Series]] = {}
    for series in series_of(observations):
        by_indicator.setdefault((series.region, series.indicator), []).append(series)
    return by_indicator


def series_of(observations: Iterable[Observation]) -> tuple[Series, ...]:
    """Return the series that some observations make, in the order of indicator, region and group.

    A comparison value belongs to the series of the whole region whatever group it names.
    """

    def place(observation: Observation) -> tuple[str, str, str]:
        is_comparison = observation.role is Role.COMPARISON
        return (observation.indicator, observation.region, "" if is_comparison else observation.group)

    series_found = []
    for (indicator, region, group), members in groupby(sorted(observations, key=place), key=place):
        everything = sorted(members, key=_when)
        ordered = [o for o in everything if not is_alternative(o)]

        def of(role: Role, ordered: list[Observation] = ordered) -> tuple[Observation, ...]:
            return tuple(o for o in ordered if o.role is role and o.is_numeric)

        series_found.append(
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
                alternatives=tuple(o for o in everything if is_alternative(o)),
            )
        )
    return tuple(series_found)
