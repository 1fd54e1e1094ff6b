"""From a file to a publication: check it, stage it against what is current, publish it as a version."""

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
    WordMeaning,
)
from data.store import Conflict as Conflict  # what a publication or an undo may raise
from data.store import Delivery, Store
from data.views.upload_preview import UploadPreview, before_and_after, upload_preview
from data.workspace import Workspace
from loaders.check import judge, parse
from loaders.compare import Staged, stage
from loaders.findings import Finding, Severity, Unreadable
from loaders.questions import Question

_STAGED = 0.95  # how far the work is when the file has been checked


class Answers(Record):
    """What the person has told on the page: what the file's own words mean, and indicators that are new."""

    template_words: tuple[TemplateWords, ...] = ()
    indicators: tuple[Indicator, ...] = ()


NO_ANSWERS = Answers()


class Upload(Record):
    """A file that has been read: what it holds and what publishing it would change against version `previewed`.

    `doubted` are the keys of records that a warning is about. A file that cannot be read at all has one finding and
    nothing else.
    """

    file_name: str
    layout: str = ""
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    meanings: tuple[WordMeaning, ...] = ()
    templates: tuple[tuple[str, ...], ...] = ()
    doubted: frozenset[tuple[str, ...]] = frozenset()
    indicators: tuple[Indicator, ...] = ()
    observations: Staged[Observation] = Staged()
    process_goals: Staged[ProcessGoal] = Staged()
    preview: UploadPreview = UploadPreview()
    previewed: int = 0
    is_known: bool = False

    @property
    def stops(self) -> bool:
        """Whether a finding keeps the file from being published."""
        return any(finding.severity is Severity.STOPS for finding in self.findings)

    @property
    def can_be_published(self) -> bool:
        """Whether nothing stops it and it would change something."""
        return self.would_change and not self.stops

    @property
    def would_change(self) -> bool:
        """Whether the file tells anything that the store does not already hold."""
        return not (self.observations.is_empty and self.process_goals.is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether no record was read from it at all."""
        return not (self.would_change or self.observations.unchanged or self.process_goals.unchanged)

    @property
    def must_be_accepted(self) -> bool:
        """Whether there are warnings that need a word of explanation."""
        return any(finding.severity is Severity.WARNS for finding in self.findings)

    @property
    def missing(self) -> tuple[Observation | ProcessGoal, ...]:
        """What the store has of the same indicators and goals but the file does not tell: it stays unless ticked."""
        return (*self.observations.missing, *self.process_goals.missing)

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


def examine(
    content: bytes,
    file_name: str,
    workspace: Workspace,
    *,
    region: str,
    today: date,
    answers: Answers = NO_ANSWERS,
    progress: Callable[[float], None] = lambda _: None,
) -> Upload:
    """Return the examined file. Nothing is stored. `progress` is told how far the work is, 0–1."""
    store, version = workspace.store, workspace.version
    known = workspace.catalogue.with_indicators(answers.indicators)
    words = (*store.template_words(), *answers.template_words)
    try:
        parsed = parse(content, file_name, known, region=region, today=today, template_words=words, progress=progress)
    except Unreadable as error:
        return Upload(file_name=file_name, findings=(error.finding,))
    regions = sorted({one.record.region for one in parsed.observations} | {one.record.region for one in parsed.goals})
    indicators = sorted({one.record.indicator for one in parsed.observations})
    history = store.history(version=version, regions=regions, indicators=indicators)
    current = [revision.observation for revision in history if revision.to_version is None]
    observations = stage([located.record for located in parsed.observations], current)
    changes = [CellChange(old=old, new=new) for old, new in observations.changed]
    changes += [CellChange(new=new) for new in observations.new]
    shown = before_and_after(known, history, changes, version + 1)
    checked = judge(parsed, current, tuple(shown.before.values()))
    progress(_STAGED)
    goals = store.process_goals(version=version, regions=regions) if checked.process_goals else ()
    return Upload(
        file_name=file_name,
        layout=checked.layout,
        findings=checked.findings,
        questions=checked.questions,
        meanings=checked.meanings,
        templates=checked.templates,
        doubted=checked.doubted,
        indicators=_used(answers.indicators, checked.observations),
        observations=observations,
        process_goals=stage(checked.process_goals, goals),
        preview=upload_preview(known, shown, changes, observations.missing, today),
        previewed=version,
        is_known=store.has_file(Delivery(file_name=file_name, content=content).sha256),
    )


def _used(indicators: Sequence[Indicator], observations: Sequence[Observation]) -> tuple[Indicator, ...]:
    told = {observation.indicator for observation in observations}
    return tuple(one for one in indicators if one.id in told)


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

    `progress` is told how many observations have been written since it was last told. Raises what Store.publish
    raises, and ValueError for a file that is stopped or would change nothing.
    """
    if upload.stops or not (upload.would_change or removed):
        raise ValueError("the file is stopped or would change nothing")
    delivery = Delivery(
        file_name=upload.file_name,
        content=content,
        observations=tuple(_accepted(o, upload, note) for o in upload.observations.brought),
        process_goals=tuple(_accepted(g, upload, note) for g in upload.process_goals.brought),
        indicators=upload.indicators,
        template_words=tuple(
            TemplateWords(headings=headings, meanings=upload.meanings) for headings in _explained(upload, store)
        ),
    )
    return store.publish(
        [delivery], author=author, note=note, previewed=upload.previewed, removed=removed, progress=progress
    )


def undo(workspace: Workspace, version: int) -> int:
    """Take a version back by a new version and return the new one. Raises Conflict as Store.undo does."""
    return workspace.store.undo(version, author="Kumoaminen", note=f"Kumottu versio {version}.")


_Entry = TypeVar("_Entry", Observation, ProcessGoal)


def _accepted(record: _Entry, upload: Upload, note: str) -> _Entry:
    return record.model_copy(update={"accepted": note}) if record.key in upload.doubted else record


def _explained(upload: Upload, store: Store) -> list[tuple[str, ...]]:
    """The templates of the file whose words have been explained, now or earlier."""
    remembered = {mapping.headings for mapping in store.template_words()}
    return [headings for headings in upload.templates if headings and (upload.meanings or headings in remembered)]
