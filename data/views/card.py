"""A card: one indicator of one region with its numbers, chart and sentence."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.analysis.assessment import Assessment, assess, assess_all
from data.analysis.indicator_status import judged_at, uncarded
from data.analysis.sentences import difference, groups_sentence, sentence, short_form, value_at
from data.analysis.series import Series, newest_hidden, series_by_indicator
from data.analysis.status import Status
from data.analysis.status_explanation import ExplanationRow, groups_explanation, status_explanation
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Missing, Observation, Period, Record, Role
from data.views.charts import TimeChart, time_chart
from data.views.facts import Fact, SourceReference, observed_fact, source_references, sources_text
from data.views.group_bars import BarChart, bar_chart
from data.views.outcome_counts import IndicatorNumbers, OutcomeCounts, count_outcomes, numbers_of

NO_NUMBERS = "Ei lukuja"


class Card(Record):
    """An indicator of one region, ready to be drawn.

    The headline's label says what its text is. `values` has the baseline, the newest follow-up, the targets, and other
    areas' values and reported changes, or the baseline and the newest follow-up of each group where only groups are
    told. `extent` is how much there is to tell: 4 with baseline and follow-up, 0
    with nothing. `difference` is from the baseline to the newest follow-up, in the unit of the two. `explanation` tells
    how the status was reached.
    """

    indicator: str
    name: str
    region: str
    region_label: str
    kind: Kind
    theme: str
    headline: Fact
    values: tuple[Fact, ...]
    is_by_group: bool
    difference: float | None
    facts: tuple[Fact, ...]
    gaps: tuple[Fact, ...]
    sentence: str
    short_form: str
    cautions: tuple[str, ...]
    sources: tuple[SourceReference, ...]
    numbers: IndicatorNumbers
    extent: int
    assessment: Assessment
    explanation: tuple[ExplanationRow, ...]
    is_complete: bool
    time_chart: TimeChart | None = None
    bar_chart: BarChart | None = None

    @property
    def has_number(self) -> bool:
        """Return whether the source gives a number of the region itself."""
        return self.numbers.has_number

    @property
    def status(self) -> Status:
        """Return the word for the indicator."""
        return self.assessment.status

    @property
    def source(self) -> str:
        """Return the sources in words, with their lines."""
        return sources_text(self.sources)


_ORDER = {status: at for at, status in enumerate(Status)}


def cards(catalogue: Catalogue, observations: Iterable[Observation], today: date) -> tuple[Card, ...]:
    """One card per indicator and region: the worst status first, then the best evidenced."""
    all_cards = []
    for (region, indicator_id), members in series_by_indicator(observations).items():
        indicator = catalogue.indicator(indicator_id) or uncarded(indicator_id, region)
        all_cards.append(card(catalogue, indicator, region, members, today))
    return tuple(sorted(all_cards, key=lambda c: (_ORDER[c.status], -c.extent, c.name)))


def count_cards(indicators: Iterable[Indicator], cards_of_region: Iterable[Card]) -> OutcomeCounts:
    """Return the counts of the outcomes among some indicators of one region, from the cards of those observed."""
    known = {card.indicator: card for card in cards_of_region}
    return count_outcomes(
        indicators,
        {identity: card.numbers for identity, card in known.items()},
        {identity: card.status for identity, card in known.items()},
    )


def card(catalogue: Catalogue, indicator: Indicator, region: str, members: Sequence[Series], today: date) -> Card:
    """Return the card of one indicator in one region from all its series: the whole and its groups."""
    region_label = catalogue.label(region)
    main = main_series(members) or Series(region=region, indicator=indicator.id)
    groups = [s for s in members if s.group and s.latest]
    bars = bar_chart(indicator, region, groups, _headline_period(main))
    is_by_group = bool(main.group) and len(groups) > 1
    now = judged_at(catalogue, members, today)
    assessment = assess_all(indicator, members, now)
    of_main = assess(indicator, main, now)
    text = (
        groups_sentence(indicator, region_label, groups)
        if is_by_group
        else sentence(indicator, region_label, main, of_main)
    )
    if groups and (is_by_group or main.latest is None):
        judged = [(finnish.group_text(s.group), assess(indicator, s, now).status) for s in groups]
        explanation = groups_explanation(judged)
    else:
        explanation = status_explanation(indicator, main, of_main)
    return Card(
        indicator=indicator.id,
        name=indicator.name,
        region=region,
        region_label=region_label,
        kind=indicator.kind,
        theme=indicator.theme,
        headline=_headline(catalogue, main, groups),
        values=tuple(_values(catalogue, groups if is_by_group else [main])),
        is_by_group=is_by_group,
        difference=None if is_by_group else main.difference,
        facts=(*(() if is_by_group else _facts(catalogue, main)), *_group_facts(catalogue, groups, bars, main)),
        gaps=tuple(_gaps(main)),
        sentence=text,
        short_form="" if is_by_group else short_form(main, of_main),
        cautions=_cautions(indicator, members),
        sources=source_references(catalogue, (o.place for s in members for o in _all(s))),
        numbers=numbers_of(members),
        extent=_extent(members),
        assessment=assessment,
        explanation=explanation,
        is_complete=indicator.is_complete,
        time_chart=time_chart(indicator, main, of_main, text, catalogue.actions),
        bar_chart=bars,
    )


def main_series(members: Sequence[Series]) -> Series | None:
    """Return the series that stands for the indicator: that of everyone, where it has a number or is the only one."""
    whole = next((series for series in members if not series.group), None)
    return whole if whole and (whole.latest or len(members) == 1) else next(iter(members), None)


def _headline(catalogue: Catalogue, main: Series, groups: Sequence[Series]) -> Fact:
    """Return what a card leads with, under the words of what it is: a number, or what there is instead of one.

    One group's value never stands for the whole: where there are only groups, they speak for themselves.
    """
    latest = main.latest
    if (hidden := newest_hidden(main)) and (not main.group or len(groups) == 1):
        when = finnish.period(hidden.period)
        return observed_fact(catalogue, f"Seuranta · {when}", f"{when} peitetty", hidden)
    if latest is not None and (not main.group or len(groups) == 1):
        role = "Lähtötila" if latest is main.baseline else "Seuranta"
        return _leading(catalogue, role, latest, finnish.group_text(main.group))
    if groups:
        newest = groups[0].latest
        shared = newest if newest and all(s.latest and s.latest.period == newest.period for s in groups) else None
        units = {s.latest.unit for s in groups if s.latest}
        label = f"Luvut ryhmittäin ({', '.join(sorted(units))})" if all(units) else "Luvut ryhmittäin"
        return Fact(label=_about(label, shared) if shared else label, text="")
    candidates: list[tuple[str, tuple[Observation, ...]]] = [
        ("Tavoite", main.targets),
        ("Lähteen ilmoittama muutos", main.changes),
        ("Vertailu", main.comparisons),
        ("Kuvattu sanoin", tuple(gap for gap in main.gaps if gap.words)[:1]),
    ]
    for role, observations in candidates:
        if observations:
            return _leading(catalogue, role, observations[-1])
    return Fact(label=_reasons(main), text=NO_NUMBERS)


def _headline_period(main: Series) -> Period | None:
    """Return the period of the number that leads, hidden or not; None where no number of the whole leads."""
    newest = newest_hidden(main) or main.latest
    return newest.period if newest and not main.group else None


def _leading(catalogue: Catalogue, role: str, observation: Observation, group: str = "") -> Fact:
    return observed_fact(catalogue, _about(role, observation, group), finnish.quantity(observation), observation)


def _about(role: str, observation: Observation, group: str = "") -> str:
    parts = (role, finnish.period(observation.period), finnish.sample(observation.n), group)
    return " · ".join(filter(None, parts))


def _reasons(series: Series) -> str:
    """Why there are no numbers, each reason with its periods."""
    by_reason: dict[Missing, list[str]] = {}
    for gap in series.gaps:
        if gap.missing:
            when = "lähtötila" if gap.role is Role.BASELINE else finnish.period(gap.period)
            by_reason.setdefault(gap.missing, []).append(when)
    return "; ".join(f"{reason.value}: {finnish.listed(periods)}" for reason, periods in by_reason.items())


def _values(catalogue: Catalogue, members: Sequence[Series]) -> Iterable[Fact]:
    """Return the newest number of each role, of a group under the group's name."""
    for series in members:
        newest = [series.baseline, *series.follow_ups[-1:], *series.targets, *series.changes, *series.comparisons]
        for observation in newest:
            if observation is not None:
                label = finnish.group_text(series.group) or observation.role.value
                yield observed_fact(catalogue, label, value_at(observation), observation)


def _facts(catalogue: Catalogue, series: Series) -> Iterable[Fact]:
    def fact(label: str, observation: Observation) -> Fact:
        return observed_fact(catalogue, label, value_at(observation), observation)

    if series.baseline and series.latest is not series.baseline:
        yield fact("Lähtötila", series.baseline)
    if series.latest and series.latest is not series.baseline and not series.baseline:
        yield Fact(label="Lähtötila", text="puuttuu")
    if change := difference(series):
        yield Fact(label="Ero lähtötilaan", text=change)
    elif series.baseline and series.follow_ups:
        yield Fact(label="Ero lähtötilaan", text=f"ei lasketa: {series.no_difference}")
    if series.latest or series.changes:
        yield from (fact("Tavoite", target) for target in series.targets)
    yield from (fact("Lähde kertoo myös", other) for other in series.alternatives)
    for other in series.comparisons:
        yield fact(f"Vertailu: {finnish.area_text(other.group)}", other)
    yield from (fact("Ilmoitettu muutos", reported) for reported in series.changes)


def _gaps(series: Series) -> Iterable[Fact]:
    """Periods without a value, each with its reason, and what the source says in words beside its numbers."""
    if series.latest and (reasons := _reasons(series)):
        yield Fact(label="Ilman arvoa", text=reasons)
    for gap in series.gaps:
        if gap.words and series.latest:
            yield Fact(label=_when_and_what(gap), text=gap.words)


def _when_and_what(observation: Observation) -> str:
    if observation.role is Role.COMPARISON:
        return f"Vertailu: {finnish.area_text(observation.group)}"
    return finnish.period(observation.period) or "Sanallisesti"


def _group_facts(catalogue: Catalogue, groups: Sequence[Series], bars: BarChart | None, main: Series) -> Iterable[Fact]:
    """Return groups as text where they do not make a chart."""
    if bars is None:
        for series in groups:
            if series.latest and not (series is main and len(groups) == 1):
                label = finnish.group_text(series.group)
                yield observed_fact(catalogue, label, value_at(series.latest), series.latest)


def _cautions(indicator: Indicator, members: Sequence[Series]) -> tuple[str, ...]:
    observations = [o for s in members for o in _all(s)]
    notes = list(dict.fromkeys(o.note for o in observations if o.note))
    if any(o.conflict for o in observations):
        notes.insert(0, "Lähde on ristiriitainen: molemmat tiedot näytetään.")
    inferred = sorted({name for o in observations for name in o.inferred if o.is_numeric})
    if inferred:
        notes.append(f"Päätelty, ei sanottu lähteessä: {finnish.listed(inferred)}.")
    return tuple(([indicator.limits] if indicator.limits else []) + notes)


def _all(series: Series) -> tuple[Observation, ...]:
    return series.points + series.targets + series.comparisons + series.changes + series.gaps + series.alternatives


def _extent(members: Sequence[Series]) -> int:
    """How much there is to tell: 4 baseline and follow-up, 3 value and target, 2 a value, 1 words or target, 0 none."""
    if any(s.baselines and s.follow_ups for s in members):
        return 4
    if any(s.latest and s.targets for s in members):
        return 3
    if any(s.latest for s in members):
        return 2
    return int(any(s.targets or s.changes or s.comparisons or any(g.words for g in s.gaps) for s in members))
