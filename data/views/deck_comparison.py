"""Slides of regions side by side: a shared scale as a chart, everything else as a table with the reason why not."""

from collections.abc import Iterable

from data import finnish
from data.catalogue import Catalogue
from data.views.card_values import value_columns, value_sources, value_text
from data.views.comparison import Comparison, Subject
from data.views.facts import whole_sources
from data.views.slide_tables import on_slides, paged
from data.views.slides import Slide

_SHOWN = 2  # of a region's indicators on one subject, the best evidenced; the others are in the notes


def comparison_slides(catalogue: Catalogue, view: Comparison, regions: tuple[str, ...], about: str) -> Iterable[Slide]:
    """Shared scales first, then progress towards own targets, then subjects; `about` says of which goal."""
    labels = finnish.listed([catalogue.label(region) for region in regions])
    subject = f"Vertailu · {about}"
    if not view.between_regions:
        slide = Slide(
            subject=subject,
            title=(
                f"{labels}: yhtään lukua ei ole mitattu samalla mittarilla, yksiköllä, kohdejoukolla ja jakson "
                "pituudella, joten alueita ei piirretä samalle asteikolle."
            ),
            sources=value_sources(card for each in view.subjects for column in each.columns for card in column.cards),
            notes=(f"Aiheet, joista kertoo vain yksi valituista alueista: {view.alone}.",) if view.alone else (),
        )
        yield from on_slides(slide, paged(("Aihe", "Alueet, jotka kertovat"), [_telling(s) for s in view.subjects]))
    for scale in view.shared:
        yield Slide(
            subject=f"{subject} · {scale.title}",
            title=scale.alt,
            region=scale.rows[0].region if len({row.region for row in scale.rows}) == 1 else "",
            chart=scale,
            sources=whole_sources(reference for row in scale.rows for reference in row.sources),
            notes=(scale.why,),
        )
    rows = [
        (card.region_label, card.name, finnish.with_unit(finnish.number(round(100 * progress)), "%"))
        for card in view.progressed
        if card.assessment.target and (progress := card.assessment.target.progress) is not None
    ]
    if rows:
        slide = Slide(
            subject=f"{subject} · Eteneminen",
            title=f"Eteneminen omasta lähtötilasta omaan tavoitteeseen voidaan laskea {_indicators(len(rows))}.",
            sources=value_sources(view.progressed),
            notes=tuple(f"{card.region_label}: {card.sentence}" for card in view.progressed),
        )
        yield from on_slides(slide, paged(("Alue", "Mittari", "Eteneminen"), rows))
    for subject_view in view.subjects:
        yield from _subject_slides(catalogue, subject, subject_view)


def _subject_slides(catalogue: Catalogue, subject: str, subject_view: Subject) -> Iterable[Slide]:
    pairs = [(column, card) for column in subject_view.columns for card in column.cards[:_SHOWN]]
    silent = [column.region_label for column in subject_view.columns if not column.cards]
    others = [card.name for column in subject_view.columns for card in column.cards[_SHOWN:]]
    shown = [card for _, card in pairs]
    values = value_columns(shown)
    rows = [
        (catalogue.familiar(column.region), card.name, *(value_text(card, role, names_groups=True) for role in values))
        for column, card in pairs
    ]
    notes = [f"Ei vertailukelpoinen. {subject_view.reason}"]
    notes += [f"Ei mittaria tästä aiheesta: {finnish.listed(silent)}."] if silent else []
    notes += [card.sentence for card in shown]
    notes += [f"Lisäksi aiheesta kertovat: {finnish.listed(others).rstrip('.')}."] if others else []
    slide = Slide(
        subject=f"{subject} · {subject_view.name}",
        title=f"{subject_view.name}: luvut ovat rinnakkain, mutta ne eivät ole vertailukelpoisia.",
        sources=value_sources(shown),
        notes=tuple(notes),
    )
    yield from on_slides(slide, paged(("Alue", "Mittari", *values.values()), rows))


def _telling(subject_view: Subject) -> tuple[str, str]:
    return subject_view.name, finnish.listed([column.region_label for column in subject_view.columns if column.cards])


def _indicators(count: int) -> str:
    return "yhdestä mittarista" if count == 1 else f"{finnish.number(count)} mittarista"
