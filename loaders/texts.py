"""Text of a cell as data: no control characters, no edge spaces, no endless length."""

import re

from loaders.findings import Findings, finding
from loaders.limits import MAX_TEXT, spaced
from loaders.sheets import address

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str, sheet: str, row: int, column: int, findings: Findings) -> str:
    """The text without control characters and edge spaces; one that is too long is cut and reported."""
    text = _CONTROL.sub("", text.replace("\x0b", " ").replace("\x0c", " ")).strip()
    if len(text) > MAX_TEXT:
        place = address(row, column)
        findings.add(
            finding(
                "teksti-katkaistu",
                sheet=sheet,
                cell=place,
                found=f"{spaced(len(text))} merkkiä",
                expected=f"{spaced(MAX_TEXT)} ensimmäistä merkkiä",
            )
        )
        text = text[:MAX_TEXT]
    return text
