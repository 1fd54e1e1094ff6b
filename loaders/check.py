"""Bytes of a spreadsheet → its records and everything there is to say about them. Nothing is stored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from data.catalogue import Catalogue
from data.model import Finding, Observation, ProcessGoal, Record, Severity
from loaders.findings import finding
from loaders.layouts import LAYOUTS, find_tables, unknown_layout
from loaders.read import read
from loaders.tables import Context, Located, Table
from loaders.validate import indicator_findings, merge_duplicates, region_findings, value_findings

MAX_ALIKE = 200  # findings of one code that are told one by one


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


def check(content: bytes, file_name: str, catalogue: Catalogue, *, region: str = "", today: date) -> Checked:
    """Read, recognise, normalise and validate one file. Raises Unreadable where it is no readable spreadsheet.

    `region` is the official name of the region that rows without one belong to. Every row of a recognised table
    becomes a record or a finding.
    """
    book = read(content, file_name)
    tables: list[Table] = []
    findings = list(book.findings)
    for sheet in book.sheets:
        found, told = find_tables(sheet)
        tables += found
        findings += told
    if not tables and not any(one.severity is Severity.STOPS for one in findings):
        findings.append(unknown_layout("vain tekstiä ilman otsikkoriviä"))
    observations, goals, told = _read(tables, Context(catalogue, region, file_name))
    findings += told
    findings += region_findings([*observations, *goals], catalogue)
    findings += indicator_findings(observations, catalogue)
    findings += value_findings(observations, catalogue, today)
    observations, repeated = merge_duplicates(observations)
    goals, repeated_goals = merge_duplicates(goals)
    return Checked(
        layout=", ".join(dict.fromkeys(table.layout.name for table in tables)),
        observations=tuple(located.record for located in observations),
        process_goals=tuple(located.record for located in goals),
        findings=tuple(_bounded([*findings, *repeated, *repeated_goals])),
    )


def _read(
    tables: Sequence[Table], context: Context
) -> tuple[list[Located[Observation]], list[Located[ProcessGoal]], list[Finding]]:
    observations: list[Located[Observation]] = []
    goals: list[Located[ProcessGoal]] = []
    findings: list[Finding] = []
    for layout in LAYOUTS:
        for item in layout.read([table for table in tables if table.layout is layout], context):
            if isinstance(item, Finding):
                findings.append(item)
            elif isinstance(item.record, Observation):
                observations.append(item)
            else:
                goals.append(item)
    return observations, goals, findings


def _bounded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, of each code no more than anyone reads; the rest are counted."""
    met: Counter[str] = Counter()
    for one in findings:
        met[one.code] += 1
        if met[one.code] <= MAX_ALIKE:
            yield one
    for code, count in met.items():
        if count > MAX_ALIKE:
            last = next(one for one in findings if one.code == code)
            more = finding("lisää-samoja", found=code, expected=str(count - MAX_ALIKE))
            yield more.model_copy(update={"severity": last.severity})
