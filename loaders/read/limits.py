"""How much one file may hold, so that a hostile or a careless one is refused within seconds and in bounded memory.

Texts of cells come through the `Cleaner`: no control characters, no edge spaces, no endless length.

The largest real material is some 36 000 rows: 5 regions, 200 indicators, 36 months.
"""

import re
from collections.abc import Callable

from loaders.findings import Findings, finding, unreadable
from loaders.read.sheets import address

MAX_ROWS = 210_000  # number of the last filled row on a sheet
MAX_COLUMNS = 300  # number of the last filled column on a sheet
MAX_CELLS = 3_000_000  # filled cells in a file
MAX_VALUES = 250_000  # cells under a period in the tables by periods, filled or not: each becomes an observation
MAX_SHEETS = 200
MAX_UNSAVED = 100_000  # formulas without a stored value: each is a finding, and nobody mends so many by hand
MAX_TEXT = 2_000  # characters read from one cell

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


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
    """Return a count with no-break spaces: 12345 → "12 345"."""
    return f"{count:,}".replace(",", "\u00a0")


class Cleaner:
    """Cleans the texts of a file, each long one once: a workbook may refer to one long text from every cell."""

    def __init__(self, findings: Findings, decode: Callable[[str], str] = str) -> None:
        self._findings, self._decode = findings, decode
        self._long_texts: dict[str, tuple[str, int]] = {}  # a long text → its beginning, and its whole length

    def clean(self, text: str, sheet: str, row: int, column: int) -> str:
        """Return a text without control characters and edge spaces; one that is too long is cut and reported."""
        if len(text) <= MAX_TEXT:
            return self._tidied(text)
        if text not in self._long_texts:
            whole = self._tidied(text)
            self._long_texts[text] = whole[:MAX_TEXT], len(whole)
        beginning, length = self._long_texts[text]
        if length > MAX_TEXT:
            place = {"sheet": sheet, "cell": address(row, column)}
            actual, expected = f"{spaced(length)} merkkiä", f"{spaced(MAX_TEXT)} ensimmäistä merkkiä"
            self._findings.add(finding("teksti-katkaistu", actual=actual, expected=expected, **place))
        return beginning

    def _tidied(self, text: str) -> str:
        return _CONTROL.sub("", self._decode(text).replace("\x0b", " ").replace("\x0c", " ")).strip()
