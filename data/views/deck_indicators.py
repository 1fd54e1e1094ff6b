"""Slides of indicators: one alone, or all of a goal's after a table of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal
from data.views.card import Card, cards
from data.views.card_values import value_columns, value_sources, value_text
from data.views.facts import Fact
from data.views.goal import RegionGoals, region_goals
from data.views.indicator import CardField, description
from data.views.slide_tables import on_slides, paged
from data.views.slides import Slide

_SHOWN_FACTS = 6  # beside a chart or under a number; the others go to the notes
_SPOKEN = (CardField.DEFINITION, CardField.DIRECTION, CardField.DATA_SOURCE)  # that the one who speaks needs


def goal_slides(
    catalogue: Catalogue,
    goal: int,
    regions: Sequence[str],
    observations: Iterable[Observation],
    process_goals: Sequence[ProcessGoal],
    today: date,
) -> Iterable[Slide]:
    """For each region a table of the goal's indicators, the worst first, and a slide of each outcome with a number."""
    name, held = f"{goal} {catalogue.goal(goal).short}", tuple(observations)
    for region in regions:
        of_region = [o for o in held if o.region == region]
        view = region_goals(catalogue, region, goal, of_region, process_goals, today)
        yield from _overview(name, view)
        for card in view.outcomes:
            yield from card_slides(catalogue, card)


def indicator_slides(
    catalogue: Catalogue, indicator: str, region: str, observations: Iterable[Observation], today: date
) -> Iterable[Slide]:
    """Return the slides of one indicator in one region; where it has no observations, one that says so."""
    of_indicator = [o for o in observations if (o.region, o.indicator) == (region, indicator)]
    for card in cards(catalogue, of_indicator, today):
        yield from card_slides(catalogue, card)
    if not of_indicator:
        known = catalogue.indicator(indicator)
        name = known.name if known else indicator
        label = catalogue.label(region)
        title = f"{name}, {label}: lähde nimeää mittarin, mutta siitä ei ole yhtään havaintoa."
        yield Slide(subject=_subject(catalogue, indicator, label, name), title=title, region=region)


def card_slides(catalogue: Catalogue, card: Card) -> Iterable[Slide]:
    """Return a card as slides: its chart, else its number, else a table of its groups; then bars beside a series."""
    facts = [Fact(label="Tila", text=card.status.value)]
    chart = card.time_chart or card.bar_chart
    number = card.headline if card.headline.is_number and chart is None else None
    in_table = () if chart or number else paged(("Tieto", "Arvo"), [(fact.label, fact.text) for fact in card.facts])
    if card.headline.text and not number:
        facts.append(card.headline)
    if not in_table:
        facts += [*card.facts, *(card.time_chart.facts if card.time_chart else ())]
    slide = Slide(
        subject=_subject(catalogue, card.indicator, card.region_label, card.name),
        title=card.sentence,
        region=card.region,
        chart=chart,
        number=number,
        facts=tuple(facts[:_SHOWN_FACTS]),
        sources=card.sources,
        source_note=card.headline.label,
        notes=(*(f"{fact.label}: {fact.text}" for fact in facts[_SHOWN_FACTS:]), *_notes(catalogue, card)),
    )
    yield from on_slides(slide, in_table)
    if card.time_chart and card.bar_chart:
        bars = card.bar_chart
        yield slide.model_copy(update={"title": bars.alt, "chart": bars, "facts": ()})


def _notes(catalogue: Catalogue, card: Card) -> Iterable[str]:
    """Definition, reason of the status, gaps, limits of use and cautions."""
    if indicator := catalogue.indicator(card.indicator):
        rows = description(catalogue, indicator)
        yield from (f"{field.value}: {rows[field]}" for field in _SPOKEN)
    if card.assessment.reason:
        yield f"Tila {card.status.value}: {card.assessment.reason}"
    if card.time_chart and card.time_chart.caution:
        yield f"Kaavio: {card.time_chart.caution}"
    yield from (f"{gap.label}: {gap.text}" for gap in card.gaps)
    yield from card.cautions


def _overview(goal: str, region: RegionGoals) -> Iterable[Slide]:
    values = value_columns(region.outcomes)
    rows = [
        (card.name, *(value_text(card, role, names_groups=False) for role in values), card.status.value)
        for card in region.outcomes
    ]
    silent = [*(card.name for card in region.without_numbers), *region.planned]
    notes = [f"Ilman lukuja: {_all(silent)}"] if silent else []
    notes += [f"{fold.title}: {_all([card.name for card in fold.cards])}" for fold in region.folds]
    facts = (Fact(label="Ilman lukuja", text=finnish.counted(len(silent), "mittari", "mittaria")),) if silent else ()
    slide = Slide(
        subject=f"{goal} · {region.label}",
        title=f"{goal}, {region.label}: {region.summary}",
        region=region.region,
        facts=facts,
        sources=value_sources(region.outcomes),
        notes=tuple(notes),
    )
    yield from on_slides(slide, paged(("Mittari", *values.values(), "Tila"), rows))


def _all(names: list[str]) -> str:
    return finnish.listed(names).rstrip(".") + "."


def _subject(catalogue: Catalogue, indicator_id: str, region_label: str, name: str) -> str:
    indicator = catalogue.indicator(indicator_id)
    goal = f"{indicator.goal} {catalogue.goal(indicator.goal).short}" if indicator and indicator.goal else ""
    return " · ".join(filter(None, (goal, region_label, name)))
