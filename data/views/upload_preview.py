"""What publishing a file would change, as the pages would show it afterwards: values and cards before and after."""

from collections.abc import Iterable, Sequence, Set
from datetime import date

from data.analysis.small_numbers.replaced_values import protect_history
from data.catalogue import Catalogue
from data.model import CellChange, Observation, Record, Revision
from data.views.card import Card, cards

SHOWN_ROWS = 500  # changed values, and values that the file lacks
_MOST = 5_000  # observations; beyond it cards before and after would take longer than anyone waits


class Effect(Record):
    """One indicator of one region before and after; there is no `before` for what is new."""

    name: str
    region_label: str
    before: Card | None
    after: Card

    @property
    def changes_status(self) -> bool:
        """Return whether the status would be another one."""
        return self.before is not None and self.before.status is not self.after.status


class UploadPreview(Record):
    """What a publication would change, small numbers hidden: values, and indicators with another status first.

    `changes` are the first of the changed and new values, `missing` the first of those that the file lacks.
    `uncounted` indicators are too much to make cards of.
    """

    changes: tuple[CellChange, ...] = ()
    missing: tuple[Observation, ...] = ()
    effects: tuple[Effect, ...] = ()
    uncounted: int = 0


def upload_preview(
    catalogue: Catalogue,
    history: Sequence[Revision],
    changes: Sequence[CellChange],
    missing: Sequence[Observation],
    *,
    version: int,
    today: date,
) -> UploadPreview:
    """Return the preview of the publication that would make these changes as this version.

    `history` holds every revision of the indicators and regions that the changes and the missing values are of. Small
    numbers are hidden as they will be after the publication, in the old values too, since both are seen side by side.
    """
    changed = {_subject(change.observation) for change in changes}
    is_countable = len(changes) + sum(_subject(known.observation) in changed for known in history) <= _MOST
    changes_shown, missing_shown = changes[:SHOWN_ROWS], missing[:SHOWN_ROWS]
    subjects = {_subject(o) for o in (*(change.observation for change in changes_shown), *missing_shown)}
    if is_countable:
        subjects |= changed
    shown = protect_history(_published(history, changes, subjects, version), catalogue)
    before = {r.observation.key: r.observation for r in shown if r.from_version < version and _holds_until(r, version)}
    after = {r.observation.key: r.observation for r in shown if r.to_version is None}
    return UploadPreview(
        changes=tuple(
            CellChange(
                old=before[change.observation.key] if change.old else None,
                new=after[change.observation.key] if change.new else None,
            )
            for change in changes_shown
        ),
        missing=tuple(before[o.key] for o in missing_shown),
        effects=_effects(catalogue, before.values(), after.values(), changed, today) if is_countable else (),
        uncounted=0 if is_countable else len(changed),
    )


def _subject(observation: Observation) -> tuple[str, str]:
    return observation.region, observation.indicator


def _holds_until(revision: Revision, version: int) -> bool:
    return revision.to_version is None or revision.to_version == version


def _published(
    history: Iterable[Revision], changes: Sequence[CellChange], subjects: Set[tuple[str, str]], version: int
) -> list[Revision]:
    """Return the history of these regions and indicators as the publication would leave it."""
    closed = {change.old.key for change in changes if change.old}
    made = [Revision(from_version=version, to_version=None, observation=c.new) for c in changes if c.new]
    kept = [
        known.model_copy(update={"to_version": version})
        if known.to_version is None and known.observation.key in closed
        else known
        for known in history
    ]
    return [revision for revision in (*kept, *made) if _subject(revision.observation) in subjects]


def _effects(
    catalogue: Catalogue,
    before: Iterable[Observation],
    after: Iterable[Observation],
    changed: Set[tuple[str, str]],
    today: date,
) -> tuple[Effect, ...]:
    """Return the indicators whose card would be another one, those with another status first."""

    def cards_of(observations: Iterable[Observation]) -> tuple[Card, ...]:
        return cards(catalogue, [o for o in observations if _subject(o) in changed], today)

    old = {(card.region, card.indicator): card for card in cards_of(before)}
    pairs = ((old.get((card.region, card.indicator)), card) for card in cards_of(after))
    found = [
        Effect(name=card.name, region_label=card.region_label, before=earlier, after=card)
        for earlier, card in pairs
        if earlier != card
    ]
    return tuple(sorted(found, key=lambda effect: (not effect.changes_status, effect.name)))
