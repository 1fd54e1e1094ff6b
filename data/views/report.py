"""The half-yearly oma-arviointi as texts: a table per goal with reporting rounds as columns, as the template has it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from data import finnish
from data.analysis.indicator_status import uncarded
from data.analysis.sentences import value_at
from data.analysis.series import Series, series_of
from data.analysis.status_explanation import explanation_text
from data.catalogue import Catalogue
from data.model import OTHER_AREA, Indicator, Kind, Observation, ProcessGoal, Record, Role, group_parts, join_parts
from data.views.card import Card, card, count_cards
from data.views.facts import Fact, source_references
from data.views.goal import summary
from data.views.outcome_counts import OutcomeCounts
from data.views.slides import SlideTable


class TitledTable(Record):
    """A table and the words above it."""

    title: str
    table: SlideTable


class GoalSection(Record):
    """One region under one goal. `goal` is None for what the source assigns to no goal.

    `sentences` has one fact per indicator: its status, its sentence and how the status was reached. `planned` are
    indicators without any data;
    `also` are those under another goal that serve this one too, with that goal.
    """

    goal: int | None
    title: str
    summary: str
    counts: OutcomeCounts
    tables: tuple[TitledTable, ...]
    sentences: tuple[Fact, ...]
    planned: tuple[str, ...]
    also: tuple[str, ...]
    process_goals: SlideTable | None


class RegionReport(Record):
    """One region's oma-arviointi, goals in their order; those that nothing is known of are left out."""

    region: str
    label: str
    sections: tuple[GoalSection, ...]


class Report(Record):
    """Everything in the report. `sources` tell what the data was read from."""

    regions: tuple[RegionReport, ...]
    sources: tuple[str, ...]


class _Round(NamedTuple):
    """A half-year of the national reporting, by the end of a period; `year` is 0 where the period is not known."""

    year: int
    half: int

    @property
    def label(self) -> str:
        return f"{('kevät', 'syksy')[self.half - 1]} {self.year}" if self.year else "jakso ei tiedossa"


_KINDS = {Kind.OUTCOME: "Tulosmittarit", Kind.OUTPUT: "Tuotokset", Kind.CONTEXT: "Taustatiedot"}
_WITHOUT_GOAL = "Mittarit ja prosessitavoitteet, joille lähde ei nimeä hyötytavoitetta"
_LEVELS = (Role.TARGET, Role.COMPARISON, Role.CHANGE)


def report(
    catalogue: Catalogue,
    observations: Sequence[Observation],
    process_goals: Sequence[ProcessGoal],
    *,
    regions: Sequence[str],
    goals: Sequence[int] = (),
    today: date,
) -> Report:
    """Return the report of these regions (official names) and goals; no goals: all, and what has no goal."""
    series = series_of(observations)
    wanted: Sequence[int | None] = goals or (*(goal.number for goal in catalogue.goals), None)
    reports = []
    for region in regions:
        of_region = _by_indicator(catalogue, [member for member in series if member.region == region])
        goals_of_region = [goal for goal in process_goals if goal.region == region]
        sections = (_section(catalogue, region, goal, of_region, goals_of_region, today) for goal in wanted)
        sections = (s for s in sections if s.tables or s.planned or s.also or s.process_goals)
        reports.append(RegionReport(region=region, label=catalogue.label(region), sections=tuple(sections)))
    entries = (entry for entry in (*observations, *process_goals) if entry.region in regions)
    references = source_references(catalogue, (entry.place for entry in entries))
    return Report(regions=tuple(reports), sources=tuple(reference.title for reference in references))


def _by_indicator(catalogue: Catalogue, series: Iterable[Series]) -> list[tuple[Indicator, list[Series]]]:
    """Return indicators with their series in the order of the catalogue; those without a card come last."""
    grouped: dict[str, list[Series]] = {}
    for member in series:
        grouped.setdefault(member.indicator, []).append(member)
    order = {indicator.id: at for at, indicator in enumerate(catalogue.indicators)}
    ids = sorted(grouped, key=lambda indicator_id: order.get(indicator_id, len(order)))
    return [(catalogue.indicator(i) or uncarded(i, grouped[i][0].region), grouped[i]) for i in ids]


def _section(
    catalogue: Catalogue,
    region: str,
    goal: int | None,
    known: Sequence[tuple[Indicator, list[Series]]],
    process_goals: Sequence[ProcessGoal],
    today: date,
) -> GoalSection:
    of_goal = [(indicator, members) for indicator, members in known if indicator.goal == goal]
    cards = {i.id: card(catalogue, i, region, members, today) for i, members in of_goal}
    goals_here = [process_goal for process_goal in process_goals if process_goal.goal == goal]
    seen = {indicator.id for indicator, _ in known}
    planned = [i for i in catalogue.indicators if (i.region, i.goal) == (region, goal) and i.id not in seen]
    serving = [(i, members) for i, members in known if goal in i.other_goals]
    serving = [(i, members) for i, members in serving if card(catalogue, i, region, members, today).has_number]
    counted = [catalogue.indicator(i.id) for i, _ in of_goal]  # what has no card is no outcome that anybody named
    counts = count_cards([*filter(None, counted), *planned], cards.values())
    return GoalSection(
        goal=goal,
        title=f"Hyötytavoite {goal}: {catalogue.goal(goal).name}" if goal else _WITHOUT_GOAL,
        summary=summary(counts, goals_here),
        counts=counts,
        tables=tuple(_tables(of_goal, cards)),
        sentences=tuple(Fact(label=c.status.value, text=_sentence(c)) for c in cards.values()),
        planned=tuple(indicator.name for indicator in planned),
        also=tuple(f"{i.name} (hyötytavoite {i.goal})" if i.goal else i.name for i, _ in serving),
        process_goals=_process_goals(goals_here),
    )


def _sentence(card: Card) -> str:
    """Return the sentence of a card, and of one with a number how its status was reached."""
    if not card.has_number:
        return card.sentence
    return f"{card.sentence} Näin tila laskettiin: {explanation_text(card.explanation)}."


def _tables(of_goal: Sequence[tuple[Indicator, list[Series]]], cards: dict[str, Card]) -> Iterable[TitledTable]:
    """Return a table for each kind of indicators, outcomes first and by themselves."""
    for kind, title in _KINDS.items():
        rows = [
            (i, group, observations)
            for i, members in of_goal
            if i.kind is kind
            for group, observations in _groups(members)
        ]
        if rows:
            yield TitledTable(title=title, table=_table(rows, cards))


def _groups(members: Sequence[Series]) -> Iterable[tuple[str, list[Observation]]]:
    """Return the observations of an indicator by group; another area's value stands beside the group that it is of."""
    groups: dict[str, list[Observation]] = {}
    for series in members:
        everything = series.baselines + series.follow_ups + series.targets + series.changes
        everything += tuple(o for o in series.gaps + series.alternatives if o.role is not Role.COMPARISON)
        if everything:
            groups.setdefault(series.group, []).extend(everything)
    for other in (o for s in members for o in (*s.comparisons, *s.gaps, *s.alternatives) if o.role is Role.COMPARISON):
        people = join_parts(part for part in group_parts(other.group) if part.dimension != OTHER_AREA)
        groups.setdefault(people if people in groups else "", []).append(other)
    return groups.items()


def _table(rows: Sequence[tuple[Indicator, str, list[Observation]]], cards: dict[str, Card]) -> SlideTable:
    """Lähtötila, the rounds that anything is told of, and what the numbers are read against."""
    rounds = sorted({_round(o) for _, _, observations in rows for o in observations if o.role is Role.FOLLOW_UP})
    rounds = [r for r in rounds if r.year] + [r for r in rounds if not r.year]
    headings = ("Mittari", "Lähtötila", *(r.label for r in rounds), "Tavoite ja vertailu", "Mittarin tila")
    return SlideTable(
        headings=headings, rows=tuple(_row(i, g, observations, rounds, cards[i.id]) for i, g, observations in rows)
    )


def _row(
    indicator: Indicator,
    group: str,
    observations: Sequence[Observation],
    rounds: Sequence[_Round],
    indicator_card: Card,
) -> tuple[str, ...]:
    name = f"{indicator.name} ({finnish.group_text(group)})" if group else indicator.name
    ordered = sorted(observations, key=lambda o: (str(o.period.end), str(o.period.start)))
    follow_ups = [o for o in ordered if o.role is Role.FOLLOW_UP]
    cells = [_cell([o for o in follow_ups if _round(o) == r], r.label) for r in rounds]
    baseline = _cell([o for o in ordered if o.role is Role.BASELINE])
    against = "\n".join(_read_against(o) for role in _LEVELS for o in ordered if o.role is role)
    reason = f" ({indicator_card.assessment.reason})" if indicator_card.assessment.reason else ""
    return (name, baseline, *cells, against, f"{indicator_card.status.value}{reason}")


def _cell(observations: Sequence[Observation], column: str = "") -> str:
    """Several observations of a cell, one a line; the same reason for none is told once."""
    if observations and all(_is_reason(o) for o in observations):
        return "\n".join(dict.fromkeys(finnish.quantity(o) for o in observations))
    return "\n".join(_in_round(o, column) for o in observations)


def _is_reason(observation: Observation) -> bool:
    return not observation.is_numeric and not observation.words


def _round(observation: Observation) -> _Round:
    end = observation.period.end
    return _Round(end.year, 1 if end.month <= 6 else 2) if end else _Round(0, 1)


def _in_round(observation: Observation, column: str) -> str:
    """Return a value with its n, and with its own period where the name of the column does not tell it."""
    if observation.period.label != column:
        return value_at(observation)
    about = finnish.sample(observation.n)
    return finnish.quantity(observation) + (f" ({about})" if about else "")


def _read_against(observation: Observation) -> str:
    if observation.role is Role.TARGET:
        return f"tavoite: {value_at(observation)}"
    if observation.role is Role.CHANGE:
        return f"ilmoitettu muutos: {value_at(observation)}"
    return f"vertailu, {finnish.area_text(observation.group)}: {value_at(observation)}"


def _process_goals(process_goals: Sequence[ProcessGoal]) -> SlideTable | None:
    """Title, status, the source's wording and date; where the work continues, if it is told of any."""
    if not process_goals:
        return None
    rows = [(g.title, g.status.value, g.wording, finnish.period(g.period), _continuation(g)) for g in process_goals]
    headings = ("Prosessitavoite", "Tila", "Lähteen sanamuoto", "Ajankohta", "Jatkuu")
    width = len(headings) if any(row[-1] for row in rows) else len(headings) - 1
    return SlideTable(headings=headings[:width], rows=tuple(row[:width] for row in rows))


def _continuation(goal: ProcessGoal) -> str:
    return ": ".join(dict.fromkeys(filter(None, (goal.continues, goal.continues_with))))
