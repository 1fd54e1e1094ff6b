"""Slides of where things stand: process goals and those that are stuck, what is missing, what has changed."""

from collections.abc import Iterable, Sequence

from data import finnish
from data.analysis.status import Status
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import ProcessGoal, ProcessStatus
from data.views.changes_since import Since
from data.views.facts import SourceReference, source_references, whole_sources
from data.views.gaps import Gap, RegionGaps
from data.views.overview import status_chart
from data.views.process_goals.choice import RULES, Choice, choose_goals
from data.views.process_goals.history import ProcessGoalHistory, process_goal_histories
from data.views.process_goals.standing_still import STANDING, counted_standing, standing_still
from data.views.process_goals.status_matrix import by_goal
from data.views.slide_tables import on_slides, paged
from data.views.slides import Slide

_APART = "Alueet raportoivat eri aikoina ja eri tarkkuudella, joten määrät eivät kerro paremmuudesta."
_SHOWN_CHANGES = 30  # rows on slides; a first publication of a region may change hundreds
_NAMED = 2  # of what a gap concerns; all of them are in the notes


def process_slides(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    process_goals: Sequence[ProcessGoal],
    goal: int | None,
    about: str,
) -> Iterable[Slide]:
    """Process goals by status, a bar a region; the matrix of national goals; each region's goals that stand still."""
    histories = choose_goals(declared, process_goal_histories(catalogue, declared, process_goals), Choice(goal=goal))
    kept = {(history.region, history.id) for history in histories}
    chart = status_chart(catalogue, regions, [g for g in process_goals if (g.region, g.id) in kept])
    slide = Slide(
        subject=f"Prosessitavoitteet · {about}",
        title=f"{finnish.listed([catalogue.label(region) for region in regions])}: prosessitavoitteita ei ole.",
        region=regions[0] if len(regions) == 1 else "",
        sources=_sources(catalogue, histories),
    )
    if not chart.parts:
        yield slide
        return
    done = next((part.counts for part in chart.parts if part.status is ProcessStatus.DONE), (0,) * len(chart.regions))
    shares = [f"{label} {count}/{total}" for (label, total), count in zip(chart.regions, done, strict=True)]
    title = f"Prosessitavoitteista on toteutunut: {finnish.listed(shares)}."
    yield slide.model_copy(update={"title": title, "chart": chart, "notes": (chart.alt, _APART)})
    if goal is None:
        yield from _matrix_slides(catalogue, regions, histories, slide)
    for region in regions:
        of_region = [history for history in histories if history.region == region]
        yield from _standing_slides(catalogue, declared, region, of_region, slide)


def _matrix_slides(
    catalogue: Catalogue, regions: Sequence[str], histories: Sequence[ProcessGoalHistory], slide: Slide
) -> Iterable[Slide]:
    """Goals × regions as how many are done of how many; all statuses are in the notes."""
    rows, notes = [], []
    for row in by_goal(catalogue, regions, histories):
        cells = [(dict(cell.counts).get(ProcessStatus.DONE, 0), cell.count) for cell in row.cells]
        rows.append((row.name, *(f"{done}/{count}" if count else "–" for done, count in cells)))
        for cell in row.cells:
            if cell.counts:
                statuses = finnish.listed([f"{status.value} {count}" for status, count in cell.counts])
                notes.append(f"{row.name}, {catalogue.familiar(cell.region)}: {statuses}.")
    matrix = slide.model_copy(
        update={
            "title": "Toteutuneet prosessitavoitteet kaikista, hyötytavoitteittain ja alueittain.",
            "notes": (*notes, _APART),
        }
    )
    yield from on_slides(matrix, paged(("Hyötytavoite", *map(catalogue.familiar, regions)), rows))


def _standing_slides(
    catalogue: Catalogue, declared: ProcessCatalogue, region: str, histories: Sequence[ProcessGoalHistory], slide: Slide
) -> Iterable[Slide]:
    still = standing_still(declared, histories)
    if not still:
        return
    label = catalogue.label(region)
    rows = [
        (goal.title, RULES[goal.concern].name, goal.status, finnish.listed(list(goal.reasons)) or "–") for goal in still
    ]
    standing = slide.model_copy(
        update={
            "subject": f"{slide.subject} · {label}",
            "title": f"{label}: {finnish.number(len(histories))} prosessitavoitteesta {counted_standing(still)}.",
            "region": region,
            "sources": _sources(catalogue, histories),
            "notes": (
                *(f"{RULES[concern].name}: {RULES[concern].meaning}" for concern in STANDING),
                *(f"{goal.title}: {'; '.join(goal.places)}" for goal in still if goal.places),
                *(f"{goal.title}, jatkuu: {goal.continues}" for goal in still if goal.continues),
            ),
        }
    )
    yield from on_slides(standing, paged(("Prosessitavoite", "Mikä", "Tila", "Syy"), rows))


def _sources(catalogue: Catalogue, histories: Iterable[ProcessGoalHistory]) -> tuple[SourceReference, ...]:
    """Return the sources of the newest statuses of these goals."""
    return whole_sources(source_references(catalogue, (history.place for history in histories)))


def gap_slides(regions: Sequence[RegionGaps]) -> Iterable[Slide]:
    """Return a slide per region: its next actions, the largest first."""
    for region in regions:
        count = finnish.counted(len(region.gaps), "seuraava teko", "seuraavaa tekoa")
        rows = [(gap.action, finnish.number(gap.count), _named(gap)) for gap in region.gaps]
        slide = Slide(
            subject=f"Tietovajeet · {region.label}",
            title=f"{region.label}: {count}, suurin: {_lower(region.gaps[0].action)} ({region.gaps[0].count})."
            if region.gaps
            else f"{region.label}: ei tietovajeita.",
            region=region.region,
            source_note="Laskettu tulosmittareista ja prosessitavoitteista",
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
    slide = Slide(subject="Muuttunut viime kokouksesta", title=since.summary, source_note=compared)
    rows = [
        (row.region, row.indicator, row.when, row.before, row.after, _moved(row.status_before, row.status_after))
        for row in since.rows[:_SHOWN_CHANGES]
    ]
    yield from on_slides(slide, paged(("Alue", "Mittari", "Jakso", "Ennen", "Nyt", "Tila"), rows))
    goals = [
        (goal.region, goal.title, _or(goal.before, "(uusi)"), _or(goal.after, "(poistettu)"))
        for goal in since.goals[:_SHOWN_CHANGES]
    ]
    if goals:
        table = paged(("Alue", "Prosessitavoite", "Ennen", "Nyt"), goals)
        yield from on_slides(slide.model_copy(update={"title": since.goals_summary}), table)


def _moved(before: Status | None, after: Status | None) -> str:
    """Return the status, and the earlier one where it was another."""
    return _or(after, "–") if before is after else f"{_or(before, '–')} → {_or(after, '–')}"


def _or(status: Status | ProcessStatus | None, nothing: str) -> str:
    return status.value if status else nothing
