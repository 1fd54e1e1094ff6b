"""What a publication changed, as rows for a table."""

from collections.abc import Iterable

from data import finnish
from data.catalogue import Catalogue
from data.model import Observation, Record

Row = dict[str, str]


class Difference(Record):
    """One cell before and after a publication; None where there was or is nothing."""

    old: Observation | None
    new: Observation | None


def change_rows(catalogue: Catalogue, differences: Iterable[Difference]) -> list[Row]:
    """Changed cells with their old and new value; new and removed ones say so."""
    rows = []
    for difference in differences:
        shown = difference.new or difference.old
        if shown is None:
            continue
        indicator = catalogue.indicator(shown.indicator)
        rows.append(
            {
                "Alue": shown.region,
                "Mittari": indicator.name if indicator else shown.indicator,
                "Ryhmä": shown.group,
                "Rooli": shown.role.value,
                "Jakso": finnish.period(shown.period),
                "Ennen": finnish.quantity(difference.old) if difference.old else "(uusi)",
                "Nyt": finnish.quantity(difference.new) if difference.new else "(poistettu)",
            }
        )
    return rows
