"""How much one file may hold, so that a hostile or a careless one is refused within seconds and in bounded memory.

The largest real material is some 36 000 rows: 5 regions, 200 indicators, 36 months.
"""

from loaders.findings import unreadable

MAX_ROWS = 210_000  # number of the last filled row on a sheet
MAX_COLUMNS = 300  # number of the last filled column on a sheet
MAX_CELLS = 3_000_000  # filled cells in a file
MAX_VALUES = 250_000  # cells under a period in the tables by periods, filled or not: each becomes an observation
MAX_SHEETS = 200
MAX_UNSAVED = 100_000  # formulas without a stored value: each is a finding, and nobody mends so many by hand
MAX_TEXT = 2_000  # characters read from one cell


def refuse_beyond(
    *, rows: int = 0, columns: int = 0, cells: int = 0, values: int = 0, sheets: int = 0, unsaved: int = 0
) -> None:
    """Raise Unreadable where a count is over its limit."""
    for count, limit, what, whats in (
        (rows, MAX_ROWS, "viimeinen täytetty rivi on", "riviä taulukossa"),
        (columns, MAX_COLUMNS, "viimeinen täytetty sarake on", "saraketta taulukossa"),
        (cells, MAX_CELLS, "täytettyjä soluja on ainakin", "täytettyä solua"),
        (values, MAX_VALUES, "soluja jaksojen alla on", "solua jaksojen alla"),
        (sheets, MAX_SHEETS, "taulukoita on", "taulukkoa"),
        (unsaved, MAX_UNSAVED, "kaavoja, joille ei ole tallennettu tulosta, on ainakin", "tällaista kaavaa"),
    ):
        if count > limit:
            raise unreadable("liian-laaja", f"{what} {spaced(count)}", f"{spaced(limit)} {whats}")


def spaced(count: int) -> str:
    """12345 → "12 345" with a no-break space."""
    return f"{count:,}".replace(",", "\u00a0")
