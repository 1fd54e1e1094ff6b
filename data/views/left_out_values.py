"""What new releases of the shipped data say of cells that people have corrected or removed, as rows of a table."""

from collections.abc import Iterable

from data import finnish
from data.catalogue import Catalogue
from data.model import CellChange, Entry, ProcessGoal
from data.views.data_rows import place_text

Row = dict[str, str]

EXPLANATION = (
    "Toimitetun aineiston uusi arvo jätettiin pois, koska tieto on täällä korjattu tai poistettu. Jos uusi arvo on "
    "oikea, tuo se tiedostossa sivulla Lataus."
)


def left_out_rows(
    catalogue: Catalogue, changes: Iterable[CellChange], goals: Iterable[tuple[ProcessGoal | None, ProcessGoal]]
) -> list[Row]:
    """Return a row for each value left out, beside what holds.

    `changes` and `goals` have first what holds (None: it was removed) and then what the release says; small numbers
    are hidden in both already.
    """
    rows = []
    for change in changes:
        cell = change.observation
        indicator = catalogue.indicator(cell.indicator)
        name = indicator.name if indicator else cell.indicator
        when = (cell.role.value, finnish.period(cell.period), finnish.group_text(cell.group))
        texts = [finnish.quantity(value) if value else None for value in (change.old, change.new)]
        rows.append(
            {
                "Alue": catalogue.familiar(cell.region),
                "Mittari tai prosessitavoite": name,
                "Jakso": ", ".join(filter(None, when)),
                **_columns(texts, (change.old, change.new)),
            }
        )
    for current, shipped in goals:
        rows.append(
            {
                "Alue": catalogue.familiar(shipped.region),
                "Mittari tai prosessitavoite": shipped.title,
                "Jakso": finnish.period(shipped.period),
                **_columns([current.status.value if current else None, shipped.status.value], (current, shipped)),
            }
        )
    return rows


def _columns(texts: Iterable[str | None], entries: Iterable[Entry | None]) -> Row:
    """Return what holds and what was shipped, each with its place in the source."""
    held, shipped = (text or "(poistettu)" for text in texts)
    held_at, shipped_at = (place_text(entry.place) if entry else "" for entry in entries)
    return {"Voimassa": held, "Voimassa olevan kohta": held_at, "Toimitettu": shipped, "Toimitetun kohta": shipped_at}
