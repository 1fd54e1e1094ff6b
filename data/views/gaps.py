"""What is missing (tietovajeet), as next actions per region."""

from collections.abc import Iterable, Sequence

from data.analysis.series import Series, series_by_indicator
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Observation, ProcessGoal, Record
from data.views.outcome_counts import indicators_of, numbers_of
from data.views.process_goals.choice import UNASSESSED, Concern
from data.views.process_goals.history import current_statuses


class Gap(Record):
    """One next action of a region: what to do, for how many, and for which."""

    action: str
    count: int
    names: tuple[str, ...]
    concern: str = ""  # of process goals: what the page of process goals is asked to show


class RegionGaps(Record):
    """A region's next actions, the largest first."""

    region: str
    label: str
    gaps: tuple[Gap, ...]


def region_gaps(
    catalogue: Catalogue,
    regions: Sequence[str],
    observations: Iterable[Observation],
    process_goals: Sequence[ProcessGoal],
) -> tuple[RegionGaps, ...]:
    """Next actions from outcome indicators and process goals; outputs and context are not asked to have targets."""
    series = series_by_indicator(observations)
    next_actions = []
    for region in regions:
        observed = {indicator for place, indicator in series if place == region}
        outcomes = [i for i in indicators_of(catalogue, region, observed) if i.kind is Kind.OUTCOME]
        with_series = [(i, series.get((region, i.id), [])) for i in outcomes]
        gaps = [*_indicator_gaps(with_series), *_goal_gaps(catalogue, [g for g in process_goals if g.region == region])]
        next_actions.append(
            RegionGaps(
                region=region,
                label=catalogue.label(region),
                gaps=tuple(sorted(gaps, key=lambda gap: -gap.count)),
            )
        )
    return tuple(next_actions)


def _indicator_gaps(outcomes: Sequence[tuple[Indicator, list[Series]]]) -> Iterable[Gap]:
    def has(members: list[Series], what: str) -> bool:
        return any(getattr(series, what) for series in members)

    with_number = [(i, s) for i, s in outcomes if numbers_of(s).has_number]
    rows = (
        ("Mittaa tai kirjaa ensimmäinen luku", [i for i, s in outcomes if not numbers_of(s).has_number]),
        ("Kirjaa lähtötila", [i for i, s in with_number if not has(s, "baselines")]),
        ("Kirjaa seurantatieto", [i for i, s in with_number if not has(s, "follow_ups")]),
        ("Aseta tavoite", [i for i, s in with_number if not has(s, "targets")]),
        ("Kirjaa vastaajien tai tapausten määrä (n)", [i for i, s in with_number if _lacks_n(s)]),
        ("Kerro yksikkö", [i for i, s in with_number if any(o.unit == "" for member in s for o in member.points)]),
        ("Nimeä mittarin omistaja", [i for i, _ in outcomes if not i.owner]),
        ("Täydennä mittarikortti", [i for i, _ in outcomes if not i.is_complete]),
    )
    for action, indicators in rows:
        if indicators:
            yield Gap(action=action, count=len(indicators), names=tuple(i.name for i in indicators))


def _lacks_n(members: list[Series]) -> bool:
    """Whether a share stands without the number of cases behind it."""
    return any(o.unit == "%" and o.n is None for series in members for o in series.points)


def _goal_gaps(catalogue: Catalogue, goals: Sequence[ProcessGoal]) -> Iterable[Gap]:
    """Goals whose newest status is no assessment; one that has been assessed since is no gap."""
    titles = {(g.region, g.id): g.title for g in goals}
    newest = current_statuses(catalogue, goals)
    names = tuple(title for key, title in titles.items() if set(newest[key]) <= UNASSESSED)
    if names:
        concern = Concern.UNASSESSED.value
        yield Gap(action="Arvioi prosessitavoitteen tila", count=len(names), names=names, concern=concern)
