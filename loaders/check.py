"""Bytes of a spreadsheet → its records and everything there is to say about them. Nothing is stored."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, Record, TemplateWords, WordMeaning
from loaders.checks.catalogue_and_calendar import (
    indicator_findings,
    merge_duplicates,
    period_findings,
    region_findings,
    value_findings,
)
from loaders.checks.consistency import consistent
from loaders.checks.plausibility import plausible
from loaders.findings import Finding, Findings, Severity
from loaders.layouts import LAYOUTS, unknown_layout
from loaders.layouts.own_sheets import explains, filled
from loaders.layouts.table import Context, Located, Table
from loaders.layouts.table_finder import find_tables
from loaders.questions import Question, doubted, questions, templates
from loaders.read.sheets import Book
from loaders.read.spreadsheet import read
from loaders.template_words import explain_words, explained_findings, with_marks, with_names, with_units

Progress = Callable[[float], None]  # told how far the work is, 0–1

_READ, _PARSED = 0.3, 0.9  # how far a file is when its cells, and when its rows have been read
_TOLD_EVERY = 500  # records


class Checked(Record):
    """What a file holds. `layout` names its layouts, joined by ", "; "" if no table was recognised.

    `questions` are the words that a person can explain, `meanings` those that were already explained and used,
    `templates` the heading rows that such explanations are remembered by; `doubted` are the keys of records that a
    warning is about.
    """

    layout: str
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    meanings: tuple[WordMeaning, ...] = ()
    templates: tuple[tuple[str, ...], ...] = ()
    doubted: frozenset[tuple[str, ...]] = frozenset()

    @property
    def stops(self) -> bool:
        """Whether a finding keeps the file from being published."""
        return any(found.severity is Severity.STOPS for found in self.findings)


@dataclass(frozen=True)
class Parsed:
    """A file as it reads by itself, before it is held against what is published."""

    catalogue: Catalogue
    tables: tuple[Table, ...]
    observations: list[Located[Observation]]
    goals: list[Located[ProcessGoal]]
    findings: Findings
    questions: tuple[Question, ...]
    meanings: tuple[WordMeaning, ...]
    templates: tuple[tuple[str, ...], ...]


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
    """Read, recognise, normalise and validate one file. Raises Unreadable where it is no readable spreadsheet.

    `region` is the official name of the region that rows without one belong to. `current` are the observations that
    are published now: the new ones are compared with them. `template_words` explain the words of templates, later ones
    before earlier ones. Every row of a recognised table becomes a record or a finding.
    """
    return judge(
        parse(content, file_name, catalogue, region=region, today=today, template_words=template_words), current
    )


def parse(
    content: bytes,
    file_name: str,
    catalogue: Catalogue,
    *,
    region: str = "",
    today: date,
    template_words: Sequence[TemplateWords] = (),
    progress: Progress = lambda _: None,
) -> Parsed:
    """The first part of `check`: all that a file tells by itself."""
    original = read(content, file_name)
    progress(_READ)
    book, meanings = explain_words(original, template_words)
    known = with_names(catalogue, meanings)
    findings = Findings()
    findings.extend(book.findings)
    findings.extend(explained_findings(meanings))
    tables: list[Table] = []
    for sheet in (sheet for sheet in book.sheets if not explains(sheet)):
        found, told = find_tables(sheet)
        tables += found
        findings.extend(told)
    if not tables:
        findings.extend(_nothing_found(book, findings))
    tables, told = filled(with_marks(tables, original, meanings))
    findings.extend(told)
    observations, goals = _read(tables, Context(known, region, file_name), findings, progress)
    observations = with_units(observations, meanings)
    findings.extend(region_findings([*observations, *goals], known))
    findings.extend(indicator_findings(observations, known))
    findings.extend(value_findings(observations, known, today))
    observations, repeated = merge_duplicates(observations)
    goals, repeated_goals = merge_duplicates(goals)
    findings.extend([*repeated, *repeated_goals])
    progress(_PARSED)
    return Parsed(
        catalogue=known,
        tables=tuple(tables),
        observations=observations,
        goals=goals,
        findings=findings,
        questions=questions(original, tables, findings.listed(), known),
        meanings=meanings,
        templates=templates(original, tables),
    )


def judge(parsed: Parsed, current: Sequence[Observation], shown: Sequence[Observation] | None = None) -> Checked:
    """Check the file against what is published of its indicators now, the second part of `check`.

    `shown` are the same observations as they may be shown (None: as they are): no finding tells more of them.
    """
    visible = current if shown is None else shown
    findings = parsed.findings
    findings.extend(period_findings(parsed.observations, current))
    findings.extend(plausible(parsed.observations, current, visible, parsed.catalogue))
    findings.extend(consistent(parsed.observations, visible, parsed.catalogue))
    listed = findings.listed()
    return Checked(
        layout=", ".join(dict.fromkeys(table.layout.name for table in parsed.tables)),
        observations=tuple(located.record for located in parsed.observations),
        process_goals=tuple(located.record for located in parsed.goals),
        findings=listed,
        questions=parsed.questions,
        meanings=parsed.meanings,
        templates=parsed.templates,
        doubted=doubted([*parsed.observations, *parsed.goals], listed),
    )


def _nothing_found(book: Book, findings: Findings) -> Iterator[Finding]:
    """A file without a table stops, unless a finding that says why has stopped it already."""
    if not any(one.severity is Severity.STOPS for one in findings.listed()):
        has_text = any(sheet.rows for sheet in book.sheets)
        yield unknown_layout(
            "vain tekstiä ilman otsikkoriviä" if has_text else "vain tyhjiä tai piilotettuja taulukoita"
        )


def _read(
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
            if (done := len(observations) + len(goals)) % _TOLD_EVERY == 0:
                progress(_READ + (_PARSED - _READ) * min(done / rows, 1))
    return observations, goals
