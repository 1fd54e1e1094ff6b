"""What is noticed in a file: each finding with its place, its text and how to mend it."""

import re
from collections import Counter
from collections.abc import Iterable

from loaders.findings.records import Finding, Severity
from loaders.findings.texts import TEXTS

__all__ = ["Finding", "Findings", "Severity", "Unreadable", "finding", "shorten", "unreadable", "where"]

SHOWN_LENGTH = 80  # characters of a cell's text that a message repeats
MAX_ALIKE = 200  # findings of one code that are kept; the rest are only counted


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
    """Return the finding with this code at this place, its message whole. Raises KeyError for a code without a text."""
    severity, template = TEXTS[code]
    message = template.format(actual=shorten(actual), expected=expected, **more)
    place = where(sheet, cell)
    return Finding(
        code=code,
        severity=severity,
        sheet=sheet,
        cell=cell,
        actual=actual,
        expected=expected,
        message=f"{place}: {message}" if place else message,
    )


def unreadable(code: str, actual: str = "", expected: str = "") -> Unreadable:
    """Return the error that refuses a whole file."""
    return Unreadable(finding(code, actual=actual, expected=expected))


def where(sheet: str, cell: str) -> str:
    """Return a place in words: "Taulukko Seuranta, solu B4", or for a text file "Rivi 4, solu B4"."""
    if sheet:
        return f"Taulukko {sheet}" + (f", solu {cell}" if cell else "")
    if not cell:
        return ""
    row = re.search(r"\d+", cell)
    return f"Rivi {row[0]}, solu {cell}" if row else f"Sarake {cell}"


def shorten(text: str) -> str:
    """Return a text as a message repeats it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1].rstrip() + "…"
