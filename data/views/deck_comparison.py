"""Slides of regions side by side: a shared scale as a chart, everything else as a table with the reason why not."""

from collections.abc import Iterable

from data import finnish
from data.catalogue import Catalogue
from data.views.card import Card
from data.views.comparison import Comparison, Subject
from data.views.slide_tables import on_slides, paged
from data.views.slides import Slide

_SHOWN = 2  # of a region's indicators on one subject, the best evidenced; the others are in the notes
_HEADINGS = ("Alue", "Mittari", "Viimeisin", "Jakso ja n")


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
            source=_sources(catalogue, regions),
            notes=(f"Aiheet, joista kertoo vain yksi valituista alueista: {view.alone}.",) if view.alone else (),
        )
        yield from on_slides(slide, paged(("Aihe", "Alueet, jotka kertovat"), [_telling(s) for s in view.subjects]))
    for scale in view.shared:
        yield Slide(
            subject=f"{subject} · {scale.title}",
            title=scale.alt,
            region=scale.rows[0].region if len({row.region for row in scale.rows}) == 1 else "",
            chart=scale,
            source=_sources(catalogue, [row.region for row in scale.rows]),
            notes=(scale.why,),
        )
    rows = [
        (row.label, row.name, finnish.with_unit(finnish.number(round(100 * row.progress)), "%"))
        for row in view.progress
    ]
    if rows:
        slide = Slide(
            subject=f"{subject} · Eteneminen",
            title=f"Eteneminen omasta lähtötilasta omaan tavoitteeseen voidaan laskea {_indicators(len(rows))}.",
            source=_sources(catalogue, [row.region for row in view.progress]),
            notes=tuple(row.told for row in view.progress),
        )
        yield from on_slides(slide, paged(("Alue", "Mittari", "Eteneminen"), rows))
    for one in view.subjects:
        yield from _subject_slides(catalogue, subject, one)


def _subject_slides(catalogue: Catalogue, subject: str, one: Subject) -> Iterable[Slide]:
    told = [(column, card) for column in one.columns for card in column.cards[:_SHOWN]]
    silent = [column.region_label for column in one.columns if not column.cards]
    others = [card.name for column in one.columns for card in column.cards[_SHOWN:]]
    rows = [(catalogue.familiar(column.region), card.name, _latest(card), card.headline_about) for column, card in told]
    notes = [f"Ei vertailukelpoinen. {one.reason}"]
    notes += [f"Ei mittaria tästä aiheesta: {finnish.listed(silent)}."] if silent else []
    notes += [card.sentence for _, card in told]
    notes += [f"Lisäksi aiheesta kertovat: {finnish.listed(others).rstrip('.')}."] if others else []
    slide = Slide(
        subject=f"{subject} · {one.name}",
        title=f"{one.name}: luvut ovat rinnakkain, mutta ne eivät ole vertailukelpoisia.",
        source="; ".join(dict.fromkeys(card.source.partition(", riv")[0] for _, card in told if card.source)),
        notes=tuple(notes),
    )
    yield from on_slides(slide, paged(_HEADINGS, rows))


def _latest(card: Card) -> str:
    """The leading number, or the groups where they speak for themselves."""
    if card.headline:
        return card.headline
    if card.bar_chart:
        return finnish.listed([f"{bar.name} {bar.label}" for bar in card.bar_chart.bars])
    return finnish.listed([f"{fact.label} {fact.text}" for fact in card.facts])


def _telling(one: Subject) -> tuple[str, str]:
    return one.name, finnish.listed([column.region_label for column in one.columns if column.cards])


def _indicators(count: int) -> str:
    return "yhdestä mittarista" if count == 1 else f"{finnish.number(count)} mittarista"


def _sources(catalogue: Catalogue, regions: Iterable[str]) -> str:
    wanted = set(regions)
    return "; ".join(source.title for source in catalogue.sources if source.region in wanted)
