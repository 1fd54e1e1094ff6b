"""Text of a cell as data: no control characters, no edge spaces, no endless length."""

import re
from collections.abc import Callable

from loaders.findings import Findings, finding
from loaders.read.limits import MAX_TEXT, spaced
from loaders.read.sheets import address

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


class Cleaner:
    """Cleans texts for the cells of one file, each text once: a workbook may refer to one long text from every cell."""

    def __init__(self, findings: Findings, decode: Callable[[str], str] = str) -> None:
        self._findings, self._decode = findings, decode
        self._met: dict[str, tuple[str, int]] = {}  # a long text → its beginning, and its whole length

    def clean(self, text: str, sheet: str, row: int, column: int) -> str:
        """The text without control characters and edge spaces; one that is too long is cut and reported."""
        if len(text) <= MAX_TEXT:
            return self._tidied(text)
        if text not in self._met:
            whole = self._tidied(text)
            self._met[text] = whole[:MAX_TEXT], len(whole)
        begun, length = self._met[text]
        if length > MAX_TEXT:
            place = {"sheet": sheet, "cell": address(row, column)}
            actual, expected = f"{spaced(length)} merkkiä", f"{spaced(MAX_TEXT)} ensimmäistä merkkiä"
            self._findings.add(finding("teksti-katkaistu", actual=actual, expected=expected, **place))
        return begun

    def _tidied(self, text: str) -> str:
        return _CONTROL.sub("", self._decode(text).replace("\x0b", " ").replace("\x0c", " ")).strip()
