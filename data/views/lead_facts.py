"""The five facts that an indicator's page leads with: each a number with what it is and one note."""

from collections import Counter
from datetime import date

from data import finnish
from data.analysis.sentences import level_number, span_text, target_text
from data.analysis.series import Series, newest_hidden
from data.analysis.status import Tone
from data.analysis.status_explanation import DIRECTIONS
from data.analysis.xmr import Rule
from data.model import Indicator, Observation, Record
from data.views.card import Card
from data.views.goal import change_text

_NOTHING = "–"
_SIDES = {Tone.GOOD: "parempaan", Tone.CONCERN: "huonompaan", Tone.NEUTRAL: "suuntaa ei arvioida"}


class LeadFact(Record):
    """A number with what it is above it and a note under it; `tones` has counts of marked points in its place."""

    label: str
    number: str
    note: str
    tones: tuple[tuple[Tone, int], ...] = ()


def lead_facts(indicator: Indicator, series: Series, card: Card) -> tuple[LeadFact, ...]:
    """Return newest number, baseline, target, and of twelve months or more the level and the marks.

    There are none where no number of the whole region leads.
    """
    if card.is_by_group or series.latest is None:
        return ()
    return (_newest(indicator, series, series.latest), _baseline(series, card), _target(series, card), *_level(card))


def shifted_since(card: Card) -> date | None:
    """Return from which month a run goes on at the newest one: the level has shifted, and nobody has entered it."""
    level, marks = card.assessment.level, card.assessment.marks
    return level.start if level and any(mark.is_active and mark.rule is Rule.RUN for mark in marks) else None


def _newest(indicator: Indicator, series: Series, latest: Observation) -> LeadFact:
    note = DIRECTIONS[indicator.direction] if indicator.is_complete else "suuntaa ei arvioida"
    if hidden := newest_hidden(series):
        shown = f"viimeksi näkyvä {finnish.quantity(latest)} ({finnish.period(latest.period)})"
        return LeadFact(label="Nyt", number=f"{finnish.period(hidden.period)} peitetty", note=shown)
    if latest is series.baseline:
        return LeadFact(label="Nyt", number=_NOTHING, note="seurantatietoa ei ole")
    note = ", ".join(filter(None, (finnish.sample(latest.n), note)))
    return LeadFact(label=_dated("Nyt", latest), number=finnish.quantity(latest), note=note)


def _baseline(series: Series, card: Card) -> LeadFact:
    if series.baseline is None:
        return LeadFact(label="Lähtötila", number=_NOTHING, note="puuttuu")
    change = change_text(card)
    note = f"muutos: {change}" if change else series.no_difference or "muutosta ei arvioida"
    return LeadFact(label=_dated("Lähtötila", series.baseline), number=finnish.quantity(series.baseline), note=note)


def _target(series: Series, card: Card) -> LeadFact:
    fact = card.assessment.target
    target = fact.target if fact else next(iter(series.targets), None)
    if target is None:
        return LeadFact(label="Tavoite", number=_NOTHING, note="ei asetettu")
    if not target.is_numeric:
        return LeadFact(label=_dated("Tavoite", target), number=_NOTHING, note=finnish.quantity(target))
    note = target_text(fact).removeprefix("tavoite ") if fact else "ei arvioida"
    return LeadFact(label=_dated("Tavoite", target), number=f"⚑ {finnish.quantity(target)}", note=note)


def _level(card: Card) -> tuple[LeadFact, ...]:
    level, chart = card.assessment.level, card.time_chart
    if level is None or chart is None:
        return ()
    name = "Taso" if level.is_shifted else "Keskiarvo"
    number = level_number(level.mean, chart.unit)
    mean = LeadFact(label=f"{name} {span_text(level.start, level.end)}", number=number, note=_limits(card))
    counts = Counter(signal.tone for signal in chart.signals)
    tones = tuple((tone, counts[tone]) for tone in Tone if counts[tone])
    months = f"Merkit, {len(chart.points)}{finnish.NBSP}kk"
    if not tones:
        return mean, LeadFact(label=months, number="ei merkkejä", note=card.assessment.reason)
    note = finnish.listed([_SIDES[tone] for tone, _ in tones])
    return mean, LeadFact(label=months, number="", note=note, tones=tones)


def _limits(card: Card) -> str:
    bands = card.time_chart.bands if card.time_chart else ()
    if not bands:
        return "rajoja ei lasketa"
    lower, upper = (finnish.number(round(end, 1)) for end in (bands[-1].lower, bands[-1].upper))
    return f"rajat {lower} … {upper}"


def _dated(label: str, observation: Observation) -> str:
    return ", ".join(filter(None, (label, finnish.period(observation.period))))
