"""Every observation and process goal as a table row, down to its report line."""

from collections.abc import Iterable, Sequence

from data import finnish
from data.catalogue import Catalogue
from data.model import CellChange, Entry, Observation, Period, Place, ProcessGoal, Record
from data.views.facts import source_references

Row = dict[str, str | int | None]


class ConflictPlace(Record):
    """One of the places that disagree."""

    what: str
    text: str
    place: str
    note: str


def observation_rows(catalogue: Catalogue, observations: Iterable[Observation]) -> list[Row]:
    """Table rows of observations, values written in Finnish."""
    rows: list[Row] = []
    for o in observations:
        indicator = catalogue.indicator(o.indicator)
        rows.append(
            {
                "Alue": o.region,
                "Mittari": indicator.name if indicator else o.indicator,
                "Tavoite": indicator.goal if indicator else None,
                "Ryhmä": o.group,
                "Rooli": o.role.value,
                "Jakso": finnish.period(o.period),
                "Arvo": finnish.quantity(o),
                "n": finnish.number(o.n) if o.n is not None else "",
                "Lähde": o.place.source,
                "Rivi": _line(o.place.line),
                "Kohta": o.place.table or o.place.cell,
                "Lähteessä": o.place.as_printed,
                "Päätelty": ", ".join(o.inferred),
                "Huomautus": o.note,
                "Varoituksen selitys": o.accepted,
            }
        )
    return _without_empty(rows, "Varoituksen selitys")


def _without_empty(rows: list[Row], column: str) -> list[Row]:
    """Return the rows without the seldom filled column where none of them fills it."""
    is_told = any(row[column] for row in rows)
    return rows if is_told else [{name: text for name, text in row.items() if name != column} for row in rows]


def _line(number: int | None) -> str:
    return "" if number is None else str(number)


def process_goal_rows(process_goals: Iterable[ProcessGoal]) -> list[Row]:
    """Table rows of process goals with their status and where they continue."""
    return [
        {
            "Alue": g.region,
            "Prosessitavoite": g.title,
            "Tavoite": g.goal,
            "Työpaketti": g.work_package,
            "Tila": g.status.value,
            "Lähteen sanamuoto": g.wording,
            "Jatkuu": g.continues,
            "Vastuu": g.continues_with,
            "Lähde": g.place.source,
            "Rivi": _line(g.place.line),
            "Tilan rivi": _line(g.status_line),
            "Huomautus": g.note,
        }
        for g in process_goals
    ]


class SourceCard(Record):
    """A report or a file, and how much was read from it."""

    title: str
    covers: str
    counts: str
    note: str


def source_cards(
    catalogue: Catalogue, observations: Sequence[Observation], process_goals: Sequence[ProcessGoal]
) -> tuple[SourceCard, ...]:
    """Return the reports in the order of the catalogue, then the files that anything here was read from."""
    reports = {source.id: source for source in catalogue.sources}
    used = source_references(catalogue, (entry.place for entry in (*observations, *process_goals)))
    files = [reference.id for reference in used if reference.id not in reports]
    cards = []
    for identity in (*reports, *files):
        numbers = [o for o in observations if o.place.source == identity]
        goals = [g for g in process_goals if g.place.source == identity]
        report = reports.get(identity)
        cards.append(
            SourceCard(
                title=report.title if report else identity,
                covers=finnish.period(report.covers if report else _span([*numbers, *goals])),
                counts=_counts(numbers, goals),
                note=report.note if report else "Ladattu tiedosto.",
            )
        )
    return tuple(cards)


def _counts(observations: Sequence[Observation], process_goals: Iterable[ProcessGoal]) -> str:
    numeric = sum(o.is_numeric for o in observations)
    goals = {(g.region, g.id) for g in process_goals}
    return finnish.listed(
        [
            finnish.counted(numeric, "luku", "lukua"),
            finnish.counted(len(observations) - numeric, "tieto ilman lukua", "tietoa ilman lukua"),
            finnish.counted(len(goals), "prosessitavoite", "prosessitavoitetta"),
        ]
    )


def _span(entries: Iterable[Entry]) -> Period:
    """Return the days from the first period to the last one."""
    known = [entry.period for entry in entries if entry.period.start and entry.period.end]
    starts, ends = [when.start for when in known if when.start], [when.end for when in known if when.end]
    return Period(start=min(starts), end=max(ends)) if known else Period(label="ei kerrottu")


def conflicts(
    catalogue: Catalogue, observations: Sequence[Observation], process_goals: Sequence[ProcessGoal]
) -> list[list[ConflictPlace]]:
    """Facts that a source tells in several ways, each with all its places."""
    conflicting: dict[str, list[ConflictPlace]] = {}
    for o in observations:
        if o.conflict:
            indicator = catalogue.indicator(o.indicator)
            text = ", ".join(filter(None, (finnish.quantity(o), finnish.period(o.period))))
            what = f"{indicator.name if indicator else o.indicator}, {o.region}"
            conflicting.setdefault(_conflict_id(o.conflict), []).append(
                ConflictPlace(what=what, text=text, place=place_text(o.place), note=o.note)
            )
    for g in process_goals:
        if g.conflict:
            text = ": ".join(filter(None, (g.status.value, g.wording)))
            conflicting.setdefault(_conflict_id(g.conflict), []).append(
                ConflictPlace(what=f"{g.title}, {g.region}", text=text, place=place_text(g.place), note=g.note)
            )
    return list(conflicting.values())


def conflicts_between_sources(catalogue: Catalogue, changes: Iterable[CellChange]) -> list[list[ConflictPlace]]:
    """Return cells that different sources have told differently, from replaced values and those that replaced them."""
    cells: dict[tuple[str, ...], dict[str, ConflictPlace]] = {}
    for change in changes:
        if change.old and change.new and change.old.place.source != change.new.place.source:
            for o in (change.old, change.new):
                indicator = catalogue.indicator(o.indicator)
                what = f"{indicator.name if indicator else o.indicator}, {o.region}"
                text = ", ".join(filter(None, (finnish.quantity(o), finnish.period(o.period))))
                place = ConflictPlace(what=what, text=text, place=place_text(o.place), note=o.note)
                cells.setdefault(o.key, {})[f"{place.text} {place.place}"] = place
    return [list(places.values()) for places in cells.values()]


def _conflict_id(conflict: str) -> str:
    return conflict.rpartition(":")[0] or conflict


def place_text(place: Place) -> str:
    """Return a place in words: report and line, or file, sheet and cell."""
    where = f"rivi {place.line}" if place.line else " ".join(filter(None, (place.sheet, place.cell)))
    return ", ".join(filter(None, (place.source, where, place.table)))
