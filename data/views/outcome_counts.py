"""What is counted of a region's indicators: the same on every page, slide and file."""

from collections.abc import Collection, Iterable, Mapping

from data.analysis.series import Series
from data.analysis.status import Status, rolled_up
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Record, Role

_MEASURED = {Role.BASELINE, Role.FOLLOW_UP, Role.CHANGE}


class IndicatorNumbers(Record):
    """What there is of an indicator in a region.

    `has_number`: the source gives a number of the region itself: a baseline, a follow-up or a change. A target or
    another area's value alone says nothing of it. `is_followed`: a follow-up stands beside a baseline of the same
    group. `has_target`: a target is set, in numbers or in words.
    """

    has_number: bool = False
    is_followed: bool = False
    has_target: bool = False


class OutcomeCounts(Record):
    """How many outcome indicators a region has named, and of how many of them there is what.

    `statuses` are of those with a number, so they add up to `with_number`.
    """

    indicators: int
    with_number: int
    followed: int
    with_target: int
    statuses: tuple[tuple[Status, int], ...]


def numbers_of(members: Iterable[Series]) -> IndicatorNumbers:
    """Return what there is of an indicator in a region, from all its series: the whole and its groups."""
    known = tuple(members)
    alternatives = (o for series in known for o in series.alternatives)
    return IndicatorNumbers(
        has_number=any(series.latest or series.changes for series in known)
        or any(o.is_numeric and o.role in _MEASURED for o in alternatives),
        is_followed=any(series.baselines and series.follow_ups for series in known),
        has_target=any(series.targets for series in known),
    )


def indicators_of(catalogue: Catalogue, region: str, observed: Collection[str]) -> tuple[Indicator, ...]:
    """Return the indicators that are counted for a region: its own ones, and shared ones that it has observed."""
    return tuple(i for i in catalogue.indicators if i.region == region or i.id in observed)


def count_outcomes(
    indicators: Iterable[Indicator], numbers: Mapping[str, IndicatorNumbers], statuses: Mapping[str, Status]
) -> OutcomeCounts:
    """Return the counts of the outcomes among some indicators of one region, from what there is of each by id."""
    outcomes = [indicator.id for indicator in indicators if indicator.kind is Kind.OUTCOME]
    known = [numbers.get(identity, IndicatorNumbers()) for identity in outcomes]
    return OutcomeCounts(
        indicators=len(outcomes),
        with_number=sum(there.has_number for there in known),
        followed=sum(there.is_followed for there in known),
        with_target=sum(there.has_target for there in known),
        statuses=rolled_up(
            statuses.get(identity, Status.UNKNOWN)
            for identity, there in zip(outcomes, known, strict=True)
            if there.has_number
        ),
    )
