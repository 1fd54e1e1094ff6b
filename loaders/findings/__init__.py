"""Findings: one thing noticed in a file, with its place, its message and how to mend it."""

import re
from collections import Counter
from collections.abc import Iterable

from data.model import Finding
from loaders.messages import MESSAGES

SHOWN_LENGTH = 80  # characters of a cell's text that a message repeats
MAX_ALIKE = 200  # findings of one code that are kept; the rest are only counted


class Unreadable(Exception):
    """The file cannot be read at all. `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Findings:
    """Findings as they are made. Of each code no more are kept than anyone reads, so that memory stays bounded."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._met: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding, or only count it."""
        self._met[finding.code] += 1
        if self._met[finding.code] <= MAX_ALIKE:
            self._kept.append(finding)

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add one by one."""
        for one in findings:
            self.add(one)

    def listed(self) -> tuple[Finding, ...]:
        """Those kept, and for each code with more a finding that tells how many."""
        severities = {one.code: one.severity for one in self._kept}
        more = (
            finding("lisää-samoja", found=code, expected=str(count - MAX_ALIKE)).model_copy(
                update={"severity": severities[code]}
            )
            for code, count in self._met.items()
            if count > MAX_ALIKE
        )
        return (*self._kept, *more)


def finding(code: str, *, sheet: str = "", cell: str = "", found: str = "", expected: str = "", **more: str) -> Finding:
    """The finding with this code at this place, its message whole. Raises KeyError for a code that has no message."""
    severity, template = MESSAGES[code]
    message = template.format(found=shorten(found), expected=expected, **more)
    place = where(sheet, cell)
    return Finding(
        code=code,
        severity=severity,
        sheet=sheet,
        cell=cell,
        found=found,
        expected=expected,
        message=f"{place}: {message}" if place else message,
    )


def unreadable(code: str, found: str = "", expected: str = "") -> Unreadable:
    """The error that refuses a whole file."""
    return Unreadable(finding(code, found=found, expected=expected))


def where(sheet: str, cell: str) -> str:
    """A place in words: "Taulukko Seuranta, solu B4", or for a text file "Rivi 4, solu B4"."""
    if sheet:
        return f"Taulukko {sheet}" + (f", solu {cell}" if cell else "")
    if not cell:
        return ""
    row = re.search(r"\d+", cell)
    return f"Rivi {row[0]}, solu {cell}" if row else f"Sarake {cell}"


def shorten(text: str) -> str:
    """A text as a message repeats it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1].rstrip() + "…"
