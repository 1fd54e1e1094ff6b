"""Slides of where things stand: process goals and those that are stuck, what is missing, what has changed."""

from collections.abc import Iterable, Mapping, Sequence

from data.analysis import finnish
from data.analysis.views.gaps import Gap, RegionGaps
from data.analysis.views.overview import status_chart
from data.analysis.views.paging import on_slides, paged
from data.analysis.views.since import Since
from data.analysis.views.slides import Slide
from data.analysis.views.stuck import stuck
from data.catalogue import Catalogue
from data.model import ProcessGoal, ProcessStatus

_SHOWN_CHANGES = 30  # rows on slides; a first publication of a region may change hundreds
_CELLS = ("Alue", "Mittari", "Jakso", "Ennen", "Nyt")
_GOALS = ("Alue", "Prosessitavoite", "Ennen", "Nyt")
_NAMED = 2  # of what a gap concerns; all of them are in the notes


def process_slides(
    catalogue: Catalogue, regions: Sequence[str], process_goals: Sequence[ProcessGoal], about: str
) -> Iterable[Slide]:
    """Process goals by status, a bar a region, then each region's goals that stand still."""
    chart = status_chart(catalogue, regions, process_goals)
    subject = f"Prosessitavoitteet · {about}"
    source = "; ".join(source.title for source in catalogue.sources if source.region in regions)
    if not chart.parts:
        labels = finnish.listed([catalogue.label(region) for region in regions])
        yield Slide(subject=subject, title=f"{labels}: prosessitavoitteita ei ole.", source=source)
        return
    done = next((part.counts for part in chart.parts if part.status is ProcessStatus.DONE), (0,) * len(chart.regions))
    shares = [f"{label} {count}/{total}" for (label, total), count in zip(chart.regions, done, strict=True)]
    yield Slide(
        subject=subject,
        title=f"Prosessitavoitteista on toteutunut: {finnish.listed(shares)}.",
        region=regions[0] if len(regions) == 1 else "",
        chart=chart,
        source=source,
        notes=(
            chart.alt,
            "Alueet raportoivat eri aikoina ja eri tarkkuudella, joten määrät eivät kerro paremmuudesta.",
        ),
    )
    for region in regions:
        yield from _stuck_slides(catalogue, region, [g for g in process_goals if g.region == region], subject)


def _stuck_slides(
    catalogue: Catalogue, region: str, process_goals: Sequence[ProcessGoal], subject: str
) -> Iterable[Slide]:
    found = stuck(process_goals)
    label = catalogue.label(region)
    count = finnish.counted(len(found), "prosessitavoite on pysähdyksissä", "prosessitavoitetta on pysähdyksissä")
    rows = [(goal.title, goal.status.value, goal.continues or "–") for goal in found]
    if rows:
        slide = Slide(
            subject=f"{subject} · {label}",
            title=f"{label}: {count}.",
            region=region,
            source="; ".join(source.title for source in catalogue.sources if source.region == region),
            notes=(
                "Pysähdyksissä: ei toteutunut, keskeytetty tai vasta suunnitteilla.",
                *(f"{goal.title}: {text}" for goal in found if (text := goal.note or goal.wording)),
            ),
        )
        yield from on_slides(slide, paged(("Prosessitavoite", "Tila", "Jatkuu"), rows))


def gap_slides(found: Sequence[RegionGaps]) -> Iterable[Slide]:
    """A slide per region: its next actions, the largest first."""
    for region in found:
        count = finnish.counted(len(region.gaps), "seuraava teko", "seuraavaa tekoa")
        rows = [(gap.action, finnish.number(gap.count), _named(gap)) for gap in region.gaps]
        slide = Slide(
            subject=f"Tietovajeet · {region.label}",
            title=f"{region.label}: {count}, suurin: {_lower(region.gaps[0].action)} ({region.gaps[0].count})."
            if region.gaps
            else f"{region.label}: ei tietovajeita.",
            region=region.region,
            source="Laskettu tulosmittareista ja prosessitavoitteista",
            notes=tuple(f"{gap.action}: {finnish.listed(list(gap.names))}." for gap in region.gaps),
        )
        yield from on_slides(slide, paged(("Seuraava teko", "Määrä", "Koskee"), rows))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _named(gap: Gap) -> str:
    more = len(gap.names) - _NAMED
    return finnish.listed([*gap.names[:_NAMED], *([f"{more} muuta"] if more > 0 else [])])


def change_slides(since: Since) -> Iterable[Slide]:
    """Values that differ from the earlier meeting, with the indicator's status then and now; then process goals."""
    more = len(since.rows) - _SHOWN_CHANGES
    compared = since.compared + (f" · näytetään {_SHOWN_CHANGES}, lisäksi {more} muuta" if more > 0 else "")
    slide = Slide(subject="Muuttunut viime kokouksesta", title=since.told, source=compared)
    rows = [(*(row[name] for name in _CELLS), _status(row)) for row in since.rows[:_SHOWN_CHANGES]]
    yield from on_slides(slide, paged((*_CELLS, "Tila"), rows))
    goals = [tuple(row[name] for name in _GOALS) for row in since.goals[:_SHOWN_CHANGES]]
    if goals:
        yield from on_slides(slide.model_copy(update={"title": since.goals_told}), paged(_GOALS, goals))


def _status(row: Mapping[str, str]) -> str:
    """The status, and the earlier one where it was another."""
    then, now = row["Tila ennen"], row["Tila nyt"]
    return now if then == now else f"{then} → {now}"
