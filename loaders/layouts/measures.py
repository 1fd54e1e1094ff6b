"""Which indicators a row of a wide table is about, and which of a cell's numbers belongs to which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.model import Indicator
from loaders.parse.numbers import Quantity


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator that a row is about: its id, or its name if the catalogue has none, with group and unit."""

    indicator: str
    group: str = ""
    unit: str = ""

    @property
    def is_share(self) -> bool:
        return self.unit == "%"


def measures_called(
    name: str, known: Sequence[tuple[Indicator, str]], cells: Iterable[tuple[Quantity, ...] | None]
) -> tuple[Measure, ...]:
    """The measures of a row called `name`; `known` are the catalogue's, `cells` what the row's cells hold.

    Where a cell holds a number and a share, and the catalogue knows one indicator or none, the other of the two
    becomes an indicator of its own, named after the row.
    """
    measures = tuple(Measure(indicator.id, group, indicator.unit) for indicator, group in known)
    pair = next(
        (cell for cell in cells if cell and [_is_share(q) for q in cell] in ([False, True], [True, False])), None
    )
    if len(measures) > 1 or not pair:
        return measures or (Measure(name),)
    own = measures[0] if measures else Measure(name, unit=pair[0].unit)
    other = next(quantity for quantity in pair if _is_share(quantity) != own.is_share)
    suffix = "osuus" if _is_share(other) else other.unit or "luku"
    return own, Measure(f"{name} ({suffix})", own.group, other.unit)


def are_apart(measures: Sequence[Measure]) -> bool:
    """Whether a number can be told to belong to one of the measures: there is one, or a share and something else."""
    return len(measures) == 1 or sorted(measure.is_share for measure in measures) == [False, True]


def assign(
    quantities: tuple[Quantity, ...], measures: tuple[Measure, ...]
) -> tuple[tuple[Measure, Quantity], ...] | None:
    """Each quantity with its measure, told apart by whether they are shares; None where that does not tell.

    A reason for no number concerns every measure of the row.
    """
    if len(quantities) == 1 and quantities[0].missing:
        return tuple((measure, quantities[0]) for measure in measures)
    if len(measures) == 1:
        return ((measures[0], quantities[0]),) if len(quantities) == 1 else None
    pairs = tuple(
        (measure, quantity)
        for quantity in quantities
        for measure in measures
        if measure.is_share == _is_share(quantity)
    )
    return pairs if len({measure for measure, _ in pairs}) == len(quantities) else None


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == "%"
