"""What is noticed in a file: each finding with its place, what is wrong and how to mend it.

The words of every finding are in findings.csv, by its code.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from data.model import Record

FILE = Path(__file__).with_name("findings.csv")
SHOWN_LENGTH = 80  # characters of a cell's text that a finding repeats
MAX_ALIKE = 200  # findings of one code that are kept; the rest are only counted


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


@dataclass(frozen=True, slots=True)
class Words:
    """What every finding with one code says; {actual}, {expected} and the like are filled in."""

    severity: Severity
    text: str  # what is wrong
    mend: str  # how to mend it; may be empty


def _read_words() -> dict[str, Words]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {row["koodi"]: Words(Severity(row["vakavuus"]), row["teksti"], row["korjaus"]) for row in rows}


WORDS = _read_words()


class Unreadable(Exception):
    """The file cannot be read at all. `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Findings:
    """A growing list of findings. Of each code no more are kept than anyone reads, so that memory stays bounded."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding, or only count it."""
        self._counts[finding.code] += 1
        if self._counts[finding.code] <= MAX_ALIKE:
            self._kept.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add each of the findings."""
        for new in findings:
            self.add(new)

    def listed(self) -> tuple[Finding, ...]:
        """Return those kept, and for each code with more a finding that says how many."""
        severities = {kept.code: kept.severity for kept in self._kept}
        more = (
            finding("lisää-samoja", actual=code, expected=str(count - MAX_ALIKE)).model_copy(
                update={"severity": severities[code]}
            )
            for code, count in self._counts.items()
            if count > MAX_ALIKE
        )
        return (*self._kept, *more)


def finding(
    code: str, *, sheet: str = "", cell: str = "", actual: str = "", expected: str = "", **more: str
) -> Finding:
    """Return the finding with this code at this place, its words filled in. Raise KeyError for a code without words."""
    words = WORDS[code]
    values = {"actual": shorten(actual), "expected": expected} | more
    return Finding(
        code=code,
        severity=words.severity,
        sheet=sheet,
        cell=cell,
        actual=actual,
        expected=expected,
        text=words.text.format(**values),
        mend=words.mend.format(**values),
    )


def unreadable(code: str, actual: str = "", expected: str = "") -> Unreadable:
    """Return the error that refuses a whole file."""
    return Unreadable(finding(code, actual=actual, expected=expected))


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in the order of their severity."""
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))


def count_findings(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    counts = Counter(finding.severity for finding in findings)
    stops, warnings, notes = (counts[severity] for severity in Severity)
    return f"Esteitä {stops}, varoituksia {warnings}, tietoja {notes}"


def where(sheet: str, cell: str) -> str:
    """Return a place in words: "Taulukko Seuranta, solu B4", or for a text file "Rivi 4, solu B4"."""
    if sheet:
        return f"Taulukko {sheet}" + (f", solu {cell}" if cell else "")
    if not cell:
        return ""
    row = re.search(r"\d+", cell)
    return f"Rivi {row[0]}, solu {cell}" if row else f"Sarake {cell}"


def shorten(text: str) -> str:
    """Return a text as a finding repeats it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1].rstrip() + "…"
