"""What publishing a file would change, as the pages would show it afterwards: values and cards before and after."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data.analysis.small_numbers.replaced_values import protect_history
from data.catalogue import Catalogue
from data.model import CellChange, Observation, Record, Revision
from data.views.card import Card, cards

SHOWN_ROWS = 500  # changed values, and values that the file lacks
_MOST = 5_000  # observations; beyond it cards before and after would take longer than anyone waits

Key = tuple[str, ...]


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


class BeforeAndAfter(NamedTuple):
    """What holds before a publication and after it, by the key of each value, as it may be shown side by side."""

    before: Mapping[Key, Observation]
    after: Mapping[Key, Observation]


def before_and_after(
    catalogue: Catalogue, history: Iterable[Revision], changes: Iterable[CellChange], version: int
) -> BeforeAndAfter:
    """Return what a publication that makes these changes as this version would show, small numbers hidden.

    `history` holds every revision of the indicators and regions that the changes are of.
    """
    changed = tuple(changes)
    closed = {change.old.key for change in changed if change.old}
    kept = [
        revision.model_copy(update={"to_version": version})
        if revision.to_version is None and revision.observation.key in closed
        else revision
        for revision in history
    ]
    brought = [Revision(from_version=version, to_version=None, observation=c.new) for c in changed if c.new]
    shown = protect_history([*kept, *brought], catalogue)
    before = (r for r in shown if r.from_version < version and r.to_version in (None, version))
    after = (r for r in shown if r.to_version is None)
    return BeforeAndAfter(*({r.observation.key: r.observation for r in state} for state in (before, after)))


def upload_preview(
    catalogue: Catalogue,
    shown: BeforeAndAfter,
    changes: Sequence[CellChange],
    missing: Sequence[Observation],
    today: date,
) -> UploadPreview:
    """Return the preview of a publication that makes these changes and lacks the missing values."""
    changed = {_subject(change.observation) for change in changes}
    before, after = ([o for o in state.values() if _subject(o) in changed] for state in shown)
    is_countable = len(after) <= _MOST
    return UploadPreview(
        changes=tuple(
            CellChange(
                old=shown.before[change.observation.key] if change.old else None,
                new=shown.after[change.observation.key] if change.new else None,
            )
            for change in changes[:SHOWN_ROWS]
        ),
        missing=tuple(shown.before[o.key] for o in missing[:SHOWN_ROWS]),
        effects=_effects(cards(catalogue, before, today), cards(catalogue, after, today)) if is_countable else (),
        uncounted=0 if is_countable else len(changed),
    )


def _subject(observation: Observation) -> tuple[str, str]:
    return observation.region, observation.indicator


def _effects(before: Iterable[Card], after: Iterable[Card]) -> tuple[Effect, ...]:
    """Return the indicators whose card would be another one, those with another status first."""
    old = {(card.region, card.indicator): card for card in before}
    pairs = ((old.get((card.region, card.indicator)), card) for card in after)
    effects = [
        Effect(name=card.name, region_label=card.region_label, before=earlier, after=card)
        for earlier, card in pairs
        if earlier != card
    ]
    return tuple(sorted(effects, key=lambda effect: (not effect.changes_status, effect.name)))
