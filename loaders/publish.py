"""From a file to a publication: examine it against what the store holds, publish it as a version."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from data.model import (
    CellChange,
    Indicator,
    Observation,
    ProcessGoal,
    Record,
    TemplateWords,
    WordKind,
    WordMeaning,
)
from data.store import Conflict as Conflict  # what a publication or an undo may raise
from data.store import Delivery, LaterChanges, Store
from data.views.upload_preview import UploadPreview, before_and_after, upload_preview
from data.workspace import Workspace
from loaders.check import Progress, check_history, read_records
from loaders.compare import Comparison, compare
from loaders.findings import Finding, Severity, Unreadable
from loaders.template_words import Question

_Entry = TypeVar("_Entry", Observation, ProcessGoal)

_CHECKED = 0.95  # how far the work is when the file has been checked


class Answers(Record):
    """What a person has answered on the page: what the words of the file mean, and indicators that are new."""

    template_words: tuple[TemplateWords, ...] = ()
    indicators: tuple[Indicator, ...] = ()


NO_ANSWERS = Answers()


class Upload(Record):
    """A file that has been read: what it holds and what publishing it would change against version `previewed`.

    `warned` are the keys of records that a warning is about. A file that cannot be read at all has one finding and
    nothing else.
    """

    file_name: str
    layout: str = ""
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    meanings: tuple[WordMeaning, ...] = ()
    templates: tuple[tuple[str, ...], ...] = ()
    warned: frozenset[tuple[str, ...]] = frozenset()
    indicators: tuple[Indicator, ...] = ()
    observations: Comparison[Observation] = Comparison()
    process_goals: Comparison[ProcessGoal] = Comparison()
    preview: UploadPreview = UploadPreview()
    previewed: int = 0
    is_known: bool = False

    @property
    def stops(self) -> bool:
        """Return whether a finding keeps the file from being published."""
        return any(finding.severity is Severity.STOPS for finding in self.findings)

    @property
    def would_change(self) -> bool:
        """Return whether the file has anything that the store does not already hold."""
        return not (self.observations.is_empty and self.process_goals.is_empty)

    @property
    def is_empty(self) -> bool:
        """Return whether no record was read from the file at all."""
        return not (self.would_change or self.observations.unchanged or self.process_goals.unchanged)

    @property
    def must_be_accepted(self) -> bool:
        """Return whether there are warnings that need a word of explanation."""
        return any(finding.severity is Severity.WARNS for finding in self.findings)

    @property
    def missing(self) -> tuple[Observation | ProcessGoal, ...]:
        """Return what the store has of the same indicators and goals but the file does not: it stays unless ticked."""
        return (*self.observations.missing, *self.process_goals.missing)

    @property
    def regions(self) -> frozenset[str]:
        """Return the regions that the file has records of."""
        observations = (*self.observations.to_publish, *self.observations.unchanged)
        goals = (*self.process_goals.to_publish, *self.process_goals.unchanged)
        return frozenset(record.region for record in (*observations, *goals))

    @property
    def headings(self) -> frozenset[tuple[str, ...]]:
        """Return the heading rows by which the file's templates are known, those that still raise questions too."""
        return frozenset((*self.templates, *(question.headings for question in self.questions))) - {()}

    def is_outdated(self, region: str, changes: LaterChanges) -> bool:
        """Return whether changes made since the examination touch what it read: then it is to be made anew.

        `region` is the one that rows without a region of their own belong to; "" without.
        """
        regions = self.regions | {region}
        declared = {indicator.region for indicator in changes.indicators}
        asks_for_indicators = any(question.kind is WordKind.INDICATOR for question in self.questions)
        return bool(
            regions & changes.regions
            or self.headings & changes.templates
            or declared & (regions | {""})  # a national one is everybody's
            or (declared and asks_for_indicators)
        )

    def count(self, severity: Severity) -> int:
        """Return how many findings are of a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


def examine(
    content: bytes,
    file_name: str,
    workspace: Workspace,
    *,
    region: str,
    today: date,
    answers: Answers = NO_ANSWERS,
    progress: Progress = lambda _: None,
) -> Upload:
    """Return the examined file. Nothing is stored."""
    # The version is asked first: what changes meanwhile makes the examination outdated.
    store, version = workspace.store, workspace.version
    known = workspace.catalogue.with_indicators(answers.indicators)
    words = (*store.template_words(), *answers.template_words)
    try:
        records = read_records(
            content, file_name, known, region=region, today=today, template_words=words, progress=progress
        )
    except Unreadable as error:
        return Upload(file_name=file_name, findings=(error.finding,))
    indicators = records.indicators
    history = store.history(version=version, regions=records.regions, indicators=indicators)
    current = [revision.observation for revision in history if revision.to_version is None]
    goals = store.process_goals(version=version, regions=records.regions) if records.process_goals else ()
    observations = compare([located.record for located in records.observations], current)
    changes = [CellChange(old=old, new=new) for old, new in observations.changed]
    changes += [CellChange(new=new) for new in observations.new]
    shown = before_and_after(known, history, changes, version + 1)
    checked = check_history(records, current, tuple(shown.before.values()))
    progress(_CHECKED)
    return Upload(
        file_name=file_name,
        layout=checked.layout,
        findings=checked.findings,
        questions=checked.questions,
        meanings=checked.meanings,
        templates=checked.templates,
        warned=checked.warned,
        indicators=tuple(indicator for indicator in answers.indicators if indicator.id in indicators),
        observations=observations,
        process_goals=compare(checked.process_goals, goals),
        preview=upload_preview(known, shown, changes, observations.missing, today),
        previewed=version,
        is_known=store.has_file(Delivery(file_name=file_name, content=content).sha256),
    )


def publish(
    upload: Upload,
    content: bytes,
    store: Store,
    *,
    author: str,
    note: str,
    removed: Sequence[Observation | ProcessGoal] = (),
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Publish an examined file and return the version. `note` is kept at every record that a warning is about.

    `progress` is called with how many observations have been written since the last call. Raises what Store.publish
    raises, and ValueError for a file that is stopped or would change nothing.
    """
    if upload.stops or not (upload.would_change or removed):
        raise ValueError("the file is stopped or would change nothing")
    delivery = Delivery(
        file_name=upload.file_name,
        content=content,
        observations=tuple(_accepted(record, upload, note) for record in upload.observations.to_publish),
        process_goals=tuple(_accepted(record, upload, note) for record in upload.process_goals.to_publish),
        indicators=upload.indicators,
        template_words=tuple(
            TemplateWords(headings=headings, meanings=upload.meanings) for headings in _explained(upload, store)
        ),
    )
    return store.publish(
        [delivery], author=author, note=note, previewed=upload.previewed, removed=removed, progress=progress
    )


def undo(workspace: Workspace, version: int) -> int:
    """Take a version back by a new version and return that one. Raises Conflict as Store.undo does."""
    return workspace.store.undo(version, author="Kumoaminen", note=f"Kumottu versio {version}.")


def _accepted(record: _Entry, upload: Upload, note: str) -> _Entry:
    return record.model_copy(update={"accepted": note}) if record.key in upload.warned else record


def _explained(upload: Upload, store: Store) -> list[tuple[str, ...]]:
    """Return the templates of the file whose words have been explained, now or earlier."""
    remembered = {words.headings for words in store.template_words()}
    return [headings for headings in upload.templates if headings and (upload.meanings or headings in remembered)]
