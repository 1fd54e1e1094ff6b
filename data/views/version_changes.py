"""What a publication changed, as rows for a table."""

from collections.abc import Iterable

from data import finnish
from data.catalogue import Catalogue
from data.model import CellChange

Row = dict[str, str]


def change_rows(catalogue: Catalogue, changes: Iterable[CellChange]) -> list[Row]:
    """Return a row for each changed cell with its old and new value; new and removed ones say so."""
    rows = []
    for change in changes:
        shown = change.observation
        indicator = catalogue.indicator(shown.indicator)
        rows.append(
            {
                "Alue": shown.region,
                "Mittari": indicator.name if indicator else shown.indicator,
                "Ryhmä": shown.group,
                "Rooli": shown.role.value,
                "Jakso": finnish.period(shown.period),
                "Ennen": finnish.quantity(change.old) if change.old else "(uusi)",
                "Nyt": finnish.quantity(change.new) if change.new else "(poistettu)",
            }
        )
    return rows
