"""The stages that the bytes of a file go through, by their names: read, recognise, parse, check. Nothing is stored.

`check` goes through all of them. An upload (publish.py) compares the records of `read_records` with what the store has
of their regions and indicators before it lets `check_history` check them against that.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, TemplateWords, WordMeaning
from loaders.checks.catalogue_and_calendar import (
    indicator_findings,
    merge_duplicates,
    period_findings,
    region_findings,
    value_findings,
)
from loaders.checks.consistency import consistency_findings
from loaders.checks.plausibility import plausibility_findings
from loaders.findings import Finding, Findings, Severity
from loaders.layouts import LAYOUTS
from loaders.layouts.table import Context, Located, Table
from loaders.layouts.table_finder import find_tables
from loaders.read import read
from loaders.read.sheets import Book, row_of
from loaders.template_words import (
    Question,
    explain_words,
    explained_findings,
    questions,
    templates_of,
    units_of,
    with_marks,
    with_names,
)

Progress = Callable[[float], None]  # called with how far the work is, 0–1

_READ, _PARSED = 0.3, 0.9  # how far a file is when its cells, and when its rows have been read
_RECORDS_BETWEEN_CALLS = 500


@dataclass(frozen=True)
class FileRecords:
    """A file as it reads by itself, before it is checked against what is published. `original` is as it came."""

    original: Book
    meanings: tuple[WordMeaning, ...]
    catalogue: Catalogue
    tables: list[Table]
    observations: list[Located[Observation]]
    process_goals: list[Located[ProcessGoal]]
    findings: Findings

    @property
    def regions(self) -> list[str]:
        """Return the regions that the records are of, in order."""
        regions = {located.record.region for located in self.observations}
        return sorted(regions | {located.record.region for located in self.process_goals})

    @property
    def indicators(self) -> list[str]:
        """Return the indicators that the observations are of, in order."""
        return sorted({located.record.indicator for located in self.observations})


@dataclass(frozen=True)
class Checked:
    """What a file holds. `layout` names its layouts, joined by ", "; "" if no table was recognised.

    `questions` are the words that a person can explain, `meanings` those that were already explained and used,
    `templates` the heading rows that such explanations are remembered by; `warned` are the keys of records that a
    warning is about.
    """

    layout: str
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    meanings: tuple[WordMeaning, ...]
    templates: tuple[tuple[str, ...], ...]
    warned: frozenset[tuple[str, ...]]

    @property
    def stops(self) -> bool:
        """Return whether a finding keeps the file from being published."""
        return any(finding.severity is Severity.STOPS for finding in self.findings)


def check(
    content: bytes,
    file_name: str,
    catalogue: Catalogue,
    *,
    region: str = "",
    today: date,
    current: Sequence[Observation] = (),
    template_words: Sequence[TemplateWords] = (),
) -> Checked:
    """Return what a file holds, against the observations that are published now. Raises Unreadable.

    `region` is the official name of the region that rows without one belong to. `template_words` explain the words of
    templates, later ones before earlier ones. Every row of a recognised table becomes a record or a finding.
    """
    records = read_records(content, file_name, catalogue, region=region, today=today, template_words=template_words)
    return check_history(records, current)


def read_records(
    content: bytes,
    file_name: str,
    catalogue: Catalogue,
    *,
    region: str,
    today: date,
    template_words: Sequence[TemplateWords] = (),
    progress: Progress = lambda _: None,
) -> FileRecords:
    """Return the records of a file, checked against the catalogue and each other. Raises Unreadable."""
    findings = Findings()
    # Read.
    original = read(content, file_name)
    progress(_READ)
    # Recognise.
    book, meanings = explain_words(original, template_words)
    tables, table_findings = find_tables(book)
    tables = with_marks(tables, original, meanings)
    findings.extend([*book.findings, *explained_findings(meanings), *table_findings])
    # Parse.
    known = with_names(catalogue, meanings)
    context = Context(known, region, file_name, units_of(meanings))
    observations, goals = _parse(tables, context, findings, progress)
    # Check.
    findings.extend(region_findings([*observations, *goals], known))
    findings.extend(indicator_findings(observations, known))
    findings.extend(value_findings(observations, known, today))
    observations, repeated = merge_duplicates(observations)
    goals, repeated_goals = merge_duplicates(goals)
    findings.extend([*repeated, *repeated_goals])
    progress(_PARSED)
    return FileRecords(original, meanings, known, tables, observations, goals, findings)


def check_history(
    records: FileRecords, current: Sequence[Observation], visible: Sequence[Observation] | None = None
) -> Checked:
    """Check the records of a file against the observations that are published of their regions and indicators.

    `visible` are the same observations as they may be shown (None: as they are): no finding gives away more of them.
    """
    observations, goals, findings = records.observations, records.process_goals, records.findings
    visible = current if visible is None else visible
    findings.extend(period_findings(observations, current))
    findings.extend(plausibility_findings(observations, current, visible, records.catalogue))
    findings.extend(consistency_findings(observations, visible, records.catalogue))
    listed = findings.listed()
    return Checked(
        layout=", ".join(dict.fromkeys(table.layout.name for table in records.tables)),
        observations=tuple(located.record for located in observations),
        process_goals=tuple(located.record for located in goals),
        findings=listed,
        questions=questions(records.original, records.tables, listed, records.catalogue),
        meanings=records.meanings,
        templates=templates_of(records.tables, records.original),
        warned=_warned([*observations, *goals], listed),
    )


def _parse(
    tables: Sequence[Table], context: Context, findings: Findings, progress: Progress
) -> tuple[list[Located[Observation]], list[Located[ProcessGoal]]]:
    observations: list[Located[Observation]] = []
    goals: list[Located[ProcessGoal]] = []
    rows = sum(len(table.rows) for table in tables) or 1
    for layout in LAYOUTS:
        for item in layout.read([table for table in tables if table.layout is layout], context):
            if isinstance(item, Finding):
                findings.add(item)
            elif isinstance(item.record, Observation):
                observations.append(item)
            else:
                goals.append(item)
            if (done := len(observations) + len(goals)) % _RECORDS_BETWEEN_CALLS == 0:
                progress(_READ + (_PARSED - _READ) * min(done / rows, 1))
    return observations, goals


def _warned(
    records: Sequence[Located[Observation] | Located[ProcessGoal]], findings: Sequence[Finding]
) -> frozenset[tuple[str, ...]]:
    """Return the keys of the records that a warning is about: those of its cell, else those of its row."""
    at_cell: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    in_row: dict[tuple[str, int], list[tuple[str, ...]]] = {}
    for located in records:
        at_cell.setdefault((located.sheet, located.cell), []).append(located.record.key)
        in_row.setdefault((located.sheet, row_of(located.cell)), []).append(located.record.key)
    keys: set[tuple[str, ...]] = set()
    for finding in findings:
        if finding.severity is Severity.WARNS and finding.cell:
            row_keys = in_row.get((finding.sheet, row_of(finding.cell)), [])
            keys.update(at_cell.get((finding.sheet, finding.cell), row_keys))
    return frozenset(keys)
