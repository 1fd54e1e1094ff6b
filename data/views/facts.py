"""Facts of a view with their types: numbers with units, periods, roles and sources, and beside them how they read."""

from collections.abc import Iterable

from data import finnish
from data.analysis.sentences import period_and_n
from data.catalogue import Catalogue
from data.model import Observation, Period, Place, Record, Role


class SourceReference(Record):
    """A report, or a file, that something was read from: `lines` of the report, or `cells` ("Taul1 B5") of the file.

    `id` is that of the catalogue's source, or the name of the file.
    """

    id: str
    title: str
    lines: tuple[int, ...] = ()
    cells: tuple[str, ...] = ()


class NumberText(Record):
    """A number and what stands around it: "noin " 12.4 " %"."""

    value: float
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """Return all of it in Finnish: "noin 12,4 %"."""
        return self.before + finnish.number(self.value) + self.after


class Fact(Record):
    """A labelled fact: "Lähtötila" · "22 % (loppuvuosi 2019)".

    A fact of an observation has its role, its value or the ends of its range in `unit`, its period, group and sources.
    Any other fact has a label and a text: a difference, a status, a rule.
    """

    label: str
    text: str
    role: Role | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    unit: str = ""
    period: Period = Period()
    group: str = ""
    sources: tuple[SourceReference, ...] = ()

    @property
    def is_number(self) -> bool:
        """Return whether the fact is a number or a range, and not words or a reason for none."""
        return self.value is not None or self.lower is not None


def observed_fact(catalogue: Catalogue, label: str, text: str, observation: Observation) -> Fact:
    """Return the fact of an observation, which reads `text` under `label`."""
    return Fact(
        label=label,
        text=text,
        role=observation.role,
        value=observation.value,
        lower=observation.lower,
        upper=observation.upper,
        unit=observation.unit,
        period=observation.period,
        group=observation.group,
        sources=source_references(catalogue, [observation.place]),
    )


def number_beside_point(observation: Observation) -> NumberText:
    """Return a value as it stands beside its point or bar: with % where it is one; any other unit is told elsewhere."""
    return _number_text(observation, observation.unit if observation.unit == "%" else "")


def number_with_period(observation: Observation) -> NumberText:
    """Return a value as it stands alone, with unit, period and n."""
    return _number_text(observation, observation.unit, period_and_n(observation))


def _number_text(observation: Observation, unit: str, more: str = "") -> NumberText:
    if observation.value is None:
        raise ValueError("only a single value is drawn")
    qualifier = f"{observation.qualifier.value} " if observation.qualifier else ""
    return NumberText(value=observation.value, before=qualifier, after=finnish.with_unit("", unit) + more)


def source_references(catalogue: Catalogue, places: Iterable[Place]) -> tuple[SourceReference, ...]:
    """Return each source of these places once: reports in the order of the catalogue, then files by their names."""
    by_source: dict[str, list[Place]] = {}
    for place in places:
        by_source.setdefault(place.source, []).append(place)
    order = {source.id: at for at, source in enumerate(catalogue.sources)}
    return tuple(
        _reference(catalogue, identity, by_source[identity])
        for identity in sorted(by_source, key=lambda identity: (order.get(identity, len(order)), identity))
    )


def _reference(catalogue: Catalogue, identity: str, places: list[Place]) -> SourceReference:
    source = catalogue.source(identity)
    return SourceReference(
        id=identity,
        title=source.title if source else identity,
        lines=tuple(sorted({place.line for place in places if place.line})),
        cells=tuple(dict.fromkeys(f"{place.sheet} {place.cell}".strip() for place in places if place.cell)),
    )


def sources_text(references: Iterable[SourceReference]) -> str:
    """Return titles with the lines or the cell: "Raportti, rivit 12–30; seuranta.xlsx, Taul1 B5"."""
    return "; ".join(reference.title + _where(reference) for reference in references)


def whole_sources(references: Iterable[SourceReference]) -> tuple[SourceReference, ...]:
    """Return each source once, without its lines and cells, in the order in which they come."""
    titles = {reference.id: reference.title for reference in references}
    return tuple(SourceReference(id=identity, title=title) for identity, title in titles.items())


def _where(reference: SourceReference) -> str:
    lines, cells = reference.lines, reference.cells
    if lines:
        return f", rivi {lines[0]}" if len(lines) == 1 else f", rivit {lines[0]}–{lines[-1]}"
    return f", {cells[0]}" if len(cells) == 1 else ""
