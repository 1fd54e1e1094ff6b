"""One thing noticed in a file that comes in, and how it holds up a publication."""

import re
from enum import StrEnum

from pydantic import Field

from data.model import Record


class Severity(StrEnum):
    """How a finding holds up a publication: it stops it, must be accepted, or only informs."""

    STOPS = "este"
    WARNS = "varoitus"
    TELLS = "tieto"


class Finding(Record):
    """One thing noticed in a file: its place, what is wrong (`text`) and how to mend it (`mend`), in plain Finnish."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    actual: str = Field(default="", serialization_alias="found")  # its name in the JSON of the command line
    expected: str = ""
    text: str
    mend: str = ""

    @property
    def statement(self) -> str:
        """Return what is wrong and how to mend it, without the place."""
        return f"{self.text} {self.mend}".strip()

    @property
    def message(self) -> str:
        """Return the whole finding in words: its place, what is wrong and how to mend it."""
        place = where(self.sheet, self.cell)
        return f"{place}: {self.statement}" if place else self.statement


def where(sheet: str, cell: str) -> str:
    """Return a place in words: "Taulukko Seuranta, solu B4", or for a text file "Rivi 4, solu B4"."""
    if sheet:
        return f"Taulukko {sheet}" + (f", solu {cell}" if cell else "")
    if not cell:
        return ""
    row = re.search(r"\d+", cell)
    return f"Rivi {row[0]}, solu {cell}" if row else f"Sarake {cell}"
