"""Regions side by side over time: indicators that they share as rows, then what does not compare, with the reason."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from data.analysis.comparability import Value, comparable_groups, reasons_against, values_to_compare
from data.analysis.indicator_status import uncarded
from data.analysis.series import Series, series_of
from data.catalogue import Catalogue, normalise, slug
from data.finnish import listed
from data.model import Concept, Direction, Indicator, Kind, Observation, Record, Role
from data.views.card import Card, card, main_series
from data.views.card_values import country_fact
from data.views.shared_scales import SharedScale, shared_scale
from data.workspace import Workspace

DIRECTIONS = {
    Direction.HIGHER: "suurempi on parempi",
    Direction.LOWER: "pienempi on parempi",
    Direction.NOT_JUDGED: "suuntaa ei arvioida",
}


class Facet(Record):
    """One region of a row: its card, None where it has no such indicator; those of one `scale` share an axis."""

    region: str
    label: str
    card: Card | None
    scale: int


class ComparisonRow(Record):
    """An indicator that several of the regions have; `reasons` say why not all of them share a scale."""

    id: str
    name: str
    unit: str
    direction: Direction
    goal: int
    facets: tuple[Facet, ...]
    reasons: tuple[str, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards of the regions that have one."""
        return tuple(facet.card for facet in self.facets if facet.card)

    @property
    def about(self) -> str:
        """Return unit and direction: "vrk, pienempi on parempi"."""
        return ", ".join(filter(None, (self.unit, DIRECTIONS[self.direction])))

    @property
    def is_shared(self) -> bool:
        """Return whether all the regions share a scale."""
        return len({facet.scale for facet in self.facets if facet.card}) == 1

    @property
    def scale_text(self) -> str:
        """Return whether the regions share a scale, and why not: "Oma asteikko: eri kohdejoukko"."""
        if self.is_shared:
            return "Sama asteikko"
        scales = [facet.scale for facet in self.facets if facet.card]
        sharing = [facet.label for facet in self.facets if facet.card and scales.count(facet.scale) > 1]
        shared = f"Sama asteikko: {listed(sharing)}. Muilla oma" if sharing else "Oma asteikko"
        return f"{shared}: {listed(list(self.reasons))}"

    @property
    def lacks_baseline(self) -> bool:
        """Return whether none of the regions has a baseline."""
        return not any(fact.role is Role.BASELINE for card in self.cards for fact in card.values)


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


class Comparison(Record):
    """Everything on the comparison page.

    `followed` are the cards with a baseline and a follow-up that are on no row, `alone` names the subjects of which
    only one region tells. `shared` are the values that do compare, and `progressed` the cards with a share of the way.
    """

    rows: tuple[ComparisonRow, ...]
    followed: tuple[Card, ...]
    subjects: tuple[Subject, ...]
    alone: str
    shared: tuple[SharedScale, ...]
    progressed: tuple[Card, ...]

    @property
    def between_regions(self) -> bool:
        """Return whether some value compares with that of another region."""
        return any(len({row.region for row in scale.rows}) > 1 for scale in self.shared)


class _Member(NamedTuple):
    indicator: Indicator
    series: Series
    card: Card


def comparison(
    catalogue: Catalogue, regions: Sequence[str], observations: Iterable[Observation], today: date, *, goal: int | None
) -> Comparison:
    """Return the comparison of these regions in their order, of one goal, or of all (None)."""
    members = [
        member
        for member in _members(catalogue, (o for o in observations if o.region in regions), today)
        if goal is None or goal in member.indicator.goals
    ]
    members.sort(key=lambda member: (regions.index(member.card.region), member.card.name))
    by_measure: dict[str, list[_Member]] = {}
    for member in members:
        by_measure.setdefault(member.indicator.national_id or normalise(member.indicator.name), []).append(member)
    rows, shared = [], []
    for measure, candidates in by_measure.items():
        numeric = _first_of_each_region(candidates)
        values = values_to_compare([member.series for member in numeric])
        pairs = [
            (member.indicator, value)
            for member, value in zip(numeric, values, strict=True)
            if value and value.value is not None
        ]
        beside = [(member.indicator, o) for member in numeric for o in member.series.comparisons if o.value is not None]
        groups = comparable_groups(pairs + beside)
        shared += [shared_scale(catalogue, group) for group in groups if len(group) > 1]
        if len(numeric) > 1:
            rows.append(_row(catalogue, regions, measure, numeric, groups))
    on_rows = {(card.region, card.indicator) for row in rows for card in row.cards}
    rest = [m for m in members if (m.card.region, m.card.indicator) not in on_rows]
    subjects = [_subject(catalogue, regions, concept, rest) for concept in catalogue.concepts]
    telling = {subject.id: sum(bool(column.cards) for column in subject.columns) for subject in subjects}
    return Comparison(
        rows=tuple(sorted(rows, key=lambda row: (-sum(card.extent for card in row.cards), row.goal))),
        followed=tuple(m.card for m in rest if m.card.difference is not None),
        subjects=tuple(subject for subject in subjects if telling[subject.id] > 1),
        alone=listed([subject.name.lower() for subject in subjects if telling[subject.id] == 1]),
        shared=tuple(shared),
        progressed=tuple(
            m.card for m in members if m.card.assessment.target and m.card.assessment.target.progress is not None
        ),
    )


def _members(catalogue: Catalogue, observations: Iterable[Observation], today: date) -> Iterable[_Member]:
    """Yield each indicator of each region with its main series and its card."""
    by_indicator: dict[tuple[str, str], list[Series]] = {}
    for series in series_of(observations):
        by_indicator.setdefault((series.region, series.indicator), []).append(series)
    for (region, indicator_id), members in by_indicator.items():
        indicator = catalogue.indicator(indicator_id) or uncarded(indicator_id, region)
        main = main_series(members) or members[0]
        yield _Member(indicator, main, card(catalogue, indicator, region, members, today))


def _first_of_each_region(candidates: Iterable[_Member]) -> list[_Member]:
    """Return the members that have an observed number, one of each region; the newest month may be hidden."""
    by_region: dict[str, _Member] = {}
    for member in candidates:
        if member.series.latest is not None:
            by_region.setdefault(member.card.region, member)
    return list(by_region.values())


def _leads_with_number(card: Card) -> bool:
    return card.headline.is_number and card.headline.role in (Role.BASELINE, Role.FOLLOW_UP)


def _row(
    catalogue: Catalogue,
    regions: Sequence[str],
    measure: str,
    members: Sequence[_Member],
    groups: Sequence[Sequence[Value]],
) -> ComparisonRow:
    scales = {o.region: at for at, group in enumerate(groups) for _, o in group if o.role is not Role.COMPARISON}
    own_scales = {member.card.region: len(groups) + at for at, member in enumerate(members)}  # ranges compare with none
    cards = {member.card.region: member.card for member in members}
    first = members[0]
    unit = first.card.headline.unit
    values = [value for group in groups for value in group if value[1].role is not Role.COMPARISON]
    reasons = [reason for pair in combinations(values, 2) for reason in reasons_against(*pair)]
    reasons += ["luku on vaihteluväli"] * any(region not in scales for region in cards)
    return ComparisonRow(
        id=slug(measure),
        name=first.card.name,
        unit=unit,
        direction=first.indicator.direction,
        goal=first.indicator.goal or len(catalogue.goals) + 1,
        facets=tuple(
            Facet(
                region=region,
                label=catalogue.familiar(region),
                card=cards.get(region),
                scale=(own_scales | scales).get(region, 0),
            )
            for region in regions
        ),
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _subject(catalogue: Catalogue, regions: Sequence[str], concept: Concept, members: Sequence[_Member]) -> Subject:
    """Return a subject with a column of each region: what compares with the country first, then numbers."""
    cards = [m.card for m in members if m.indicator.concept == concept.id and m.card.extent]
    cards.sort(
        key=lambda card: (
            country_fact(card) is None,
            not _leads_with_number(card),
            card.kind is not Kind.OUTCOME,
            -card.extent,
            card.name,
        )
    )
    return Subject(
        id=concept.id,
        name=concept.name,
        reason=concept.reason,
        columns=tuple(
            RegionColumn(
                region=region,
                region_label=catalogue.label(region),
                cards=tuple(card for card in cards if card.region == region),
            )
            for region in regions
        ),
    )


def comparison_page(workspace: Workspace, regions: Sequence[str], goal: int | None) -> Comparison:
    """Return the comparison of these regions in a workspace, by one goal or by all (None)."""
    observations = workspace.observations(regions)
    return comparison(workspace.catalogue, regions, observations, workspace.day, goal=goal)
