"""Siltaus: what goes on after the programme, into which structure and under which unit, side by side by region."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Handover, Record, Structure
from data.views.data_rows import place_text
from data.views.process_goals.history import Way

NOT_MAPPED = "luokittelematta"


class Continuing(Record):
    """One thing that goes on or ends. `id` is empty for work outside the listed process goals."""

    region: str
    id: str
    title: str
    text: str
    unit: str
    place: str


class StructureCell(Record):
    """What one region takes into one structure."""

    region: str
    goals: tuple[Continuing, ...]
    others: tuple[Continuing, ...]


class StructureRow(Record):
    """One structure, None for what nobody has mapped to any, with a cell for each region."""

    structure: Structure | None
    name: str
    cells: tuple[StructureCell, ...]


class Bridges(Record):
    """The comparable view. `told`: for each region how many of its goals have a continuation told, and of how many."""

    labels: tuple[str, ...]
    told: tuple[tuple[int, int], ...]
    rows: tuple[StructureRow, ...]


def bridges(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    found: Sequence[Way],
    *,
    with_others: bool = True,
) -> Bridges:
    """Structures × regions. A goal that goes on in two structures stands in both rows.

    `with_others` takes along the work that is no listed goal: it has no goal, work package or theme to choose by.
    """
    structures = [*(one for one in Structure if one is not Structure.NOT_TOLD), None, Structure.NOT_TOLD]
    rows = []
    for structure in structures:
        cells = tuple(_cell(declared, region, structure, found, with_others=with_others) for region in regions)
        if any(cell.goals or cell.others for cell in cells):
            rows.append(StructureRow(structure=structure, name=_name(structure), cells=cells))
    return Bridges(
        labels=tuple(catalogue.label(region) for region in regions),
        told=tuple(_told([way for way in found if way.region == region]) for region in regions),
        rows=tuple(rows),
    )


def structures_of(declared: ProcessCatalogue, way: Way) -> tuple[Structure | None, ...]:
    """The structures that a goal goes on in; None for a text that nobody has mapped: nothing is guessed."""
    return tuple(declared.structures_of(way.continues)) or (None,)


def structure_names(declared: ProcessCatalogue, way: Way) -> tuple[str, ...]:
    """Return the names of the structures that a goal goes on in."""
    return tuple(map(_name, structures_of(declared, way)))


def _name(structure: Structure | None) -> str:
    return structure.value if structure else NOT_MAPPED


def _told(mine: Sequence[Way]) -> tuple[int, int]:
    return sum(bool(way.continues) for way in mine), len(mine)


def _cell(
    declared: ProcessCatalogue, region: str, structure: Structure | None, found: Sequence[Way], *, with_others: bool
) -> StructureCell:
    mine = [way for way in found if way.region == region and structure in structures_of(declared, way)]
    others = [h for h in declared.handovers if h.region == region and structure in h.structures] if with_others else []
    return StructureCell(region=region, goals=tuple(map(_goal, mine)), others=tuple(map(_other, others)))


def _goal(way: Way) -> Continuing:
    return Continuing(
        region=way.region,
        id=way.id,
        title=way.title,
        text=way.continues,
        unit=way.continues_with,
        place=way.current[0].place,
    )


def _other(one: Handover) -> Continuing:
    return Continuing(
        region=one.region,
        id="",
        title=one.title,
        text=one.continues,
        unit=one.continues_with,
        place=place_text(one.place),
    )
