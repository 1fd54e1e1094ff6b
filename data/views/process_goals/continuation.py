"""Siltaus: which work goes on after the programme, in which structure and under which unit, by region."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Handover, Record, Structure
from data.views.data_rows import place_text
from data.views.process_goals.history import ProcessGoalHistory

NOT_MAPPED = "luokittelematta"


class Continuation(Record):
    """Work that goes on or ends. `id` is empty for work outside the listed process goals."""

    region: str
    id: str
    title: str
    text: str
    unit: str
    place: str


class StructureCell(Record):
    """The work that one region takes into one structure."""

    region: str
    goals: tuple[Continuation, ...]
    others: tuple[Continuation, ...]


class StructureRow(Record):
    """One structure with a cell for each region; None: texts that are mapped to no structure."""

    structure: Structure | None
    name: str
    cells: tuple[StructureCell, ...]


class ContinuationTable(Record):
    """Structures × regions. `reported`: of how many goals each region tells a continuation, and how many it has."""

    labels: tuple[str, ...]
    reported: tuple[tuple[int, int], ...]
    rows: tuple[StructureRow, ...]


def continuation_table(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    histories: Sequence[ProcessGoalHistory],
    *,
    with_others: bool = True,
) -> ContinuationTable:
    """Return structures × regions. A goal that goes on in two structures stands in both rows.

    `with_others` takes along the work that is no listed goal: it has no goal, work package or theme to choose by.
    """
    structures = [
        *(structure for structure in Structure if structure is not Structure.NOT_TOLD),
        None,
        Structure.NOT_TOLD,
    ]
    rows = []
    for structure in structures:
        cells = tuple(_cell(declared, region, structure, histories, with_others=with_others) for region in regions)
        if any(cell.goals or cell.others for cell in cells):
            rows.append(StructureRow(structure=structure, name=_name(structure), cells=cells))
    return ContinuationTable(
        labels=tuple(catalogue.label(region) for region in regions),
        reported=tuple(_reported([history for history in histories if history.region == region]) for region in regions),
        rows=tuple(rows),
    )


def structures_of(declared: ProcessCatalogue, history: ProcessGoalHistory) -> tuple[Structure | None, ...]:
    """Return the structures that a goal goes on in; None for a text that is mapped to none."""
    return tuple(declared.structures_of(history.continues)) or (None,)


def structure_names(declared: ProcessCatalogue, history: ProcessGoalHistory) -> tuple[str, ...]:
    """Return the names of the structures that a goal goes on in."""
    return tuple(map(_name, structures_of(declared, history)))


def _name(structure: Structure | None) -> str:
    return structure.value if structure else NOT_MAPPED


def _reported(of_region: Sequence[ProcessGoalHistory]) -> tuple[int, int]:
    return sum(bool(history.continues) for history in of_region), len(of_region)


def _cell(
    declared: ProcessCatalogue,
    region: str,
    structure: Structure | None,
    histories: Sequence[ProcessGoalHistory],
    *,
    with_others: bool,
) -> StructureCell:
    of_region = [
        history for history in histories if history.region == region and structure in structures_of(declared, history)
    ]
    others = [h for h in declared.handovers if h.region == region and structure in h.structures] if with_others else []
    return StructureCell(region=region, goals=tuple(map(_goal, of_region)), others=tuple(map(_other, others)))


def _goal(history: ProcessGoalHistory) -> Continuation:
    return Continuation(
        region=history.region,
        id=history.id,
        title=history.title,
        text=history.continues,
        unit=history.continues_with,
        place=history.current[0].place,
    )


def _other(handover: Handover) -> Continuation:
    return Continuation(
        region=handover.region,
        id="",
        title=handover.title,
        text=handover.continues,
        unit=handover.continues_with,
        place=place_text(handover.place),
    )
