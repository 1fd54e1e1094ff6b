"""Bytes of a spreadsheet → its records and everything there is to say about them. Nothing is stored."""

from collections.abc import Iterator, Sequence
from datetime import date

from data.catalogue import Catalogue
from data.model import Finding, Observation, ProcessGoal, Record, Severity
from loaders.consistency import consistent
from loaders.finder import find_tables
from loaders.findings import Findings
from loaders.layouts import LAYOUTS, unknown_layout
from loaders.plausibility import history_of, plausible
from loaders.read import read
from loaders.sheets import Book
from loaders.tables import Context, Located, Table
from loaders.validate import indicator_findings, merge_duplicates, period_findings, region_findings, value_findings


class Checked(Record):
    """What a file holds. `layout` names its layouts, joined by ", "; "" if no table was recognised."""

    layout: str
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...]
    findings: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether a finding keeps the file from being published."""
        return any(found.severity is Severity.STOPS for found in self.findings)


def check(
    content: bytes,
    file_name: str,
    catalogue: Catalogue,
    *,
    region: str = "",
    today: date,
    current: Sequence[Observation] = (),
) -> Checked:
    """Read, recognise, normalise and validate one file. Raises Unreadable where it is no readable spreadsheet.

    `region` is the official name of the region that rows without one belong to. `current` are the observations that
    are published now: the new ones are compared with them. Every row of a recognised table becomes a record or a
    finding.
    """
    book = read(content, file_name)
    findings = Findings()
    findings.extend(book.findings)
    tables: list[Table] = []
    for sheet in book.sheets:
        found, told = find_tables(sheet)
        tables += found
        findings.extend(told)
    if not tables:
        findings.extend(_nothing_found(book, findings))
    observations, goals = _read(tables, Context(catalogue, region, file_name), findings)
    findings.extend(region_findings([*observations, *goals], catalogue))
    findings.extend(indicator_findings(observations, catalogue))
    findings.extend(value_findings(observations, catalogue, today))
    findings.extend(period_findings(observations, current))
    observations, repeated = merge_duplicates(observations)
    goals, repeated_goals = merge_duplicates(goals)
    findings.extend([*repeated, *repeated_goals])
    findings.extend(plausible(observations, history_of(current), catalogue))
    findings.extend(consistent(observations, current, catalogue))
    return Checked(
        layout=", ".join(dict.fromkeys(table.layout.name for table in tables)),
        observations=tuple(located.record for located in observations),
        process_goals=tuple(located.record for located in goals),
        findings=findings.listed(),
    )


def _nothing_found(book: Book, findings: Findings) -> Iterator[Finding]:
    """A file without a table stops, unless a finding that says why has stopped it already."""
    if not any(one.severity is Severity.STOPS for one in findings.listed()):
        has_text = any(sheet.rows for sheet in book.sheets)
        yield unknown_layout(
            "vain tekstiä ilman otsikkoriviä" if has_text else "vain tyhjiä tai piilotettuja taulukoita"
        )


def _read(
    tables: Sequence[Table], context: Context, findings: Findings
) -> tuple[list[Located[Observation]], list[Located[ProcessGoal]]]:
    observations: list[Located[Observation]] = []
    goals: list[Located[ProcessGoal]] = []
    for layout in LAYOUTS:
        for item in layout.read([table for table in tables if table.layout is layout], context):
            if isinstance(item, Finding):
                findings.add(item)
            elif isinstance(item.record, Observation):
                observations.append(item)
            else:
                goals.append(item)
    return observations, goals
