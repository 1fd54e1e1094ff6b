"""What publishing a file would do: new, changed, unchanged, and what the store has but the file does not tell."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from data.model import Missing, Observation, ProcessGoal, Record

_Kept = TypeVar("_Kept", bound=Observation | ProcessGoal)


class Staged(Record, Generic[_Kept]):
    """A difference against what is current. `changed` holds pairs of old and new.

    `missing` are current records of the same indicators, goals and regions that the file says nothing of: they stay.
    """

    new: tuple[_Kept, ...] = ()
    changed: tuple[tuple[_Kept, _Kept], ...] = ()
    unchanged: tuple[_Kept, ...] = ()
    missing: tuple[_Kept, ...] = ()

    @property
    def brought(self) -> tuple[_Kept, ...]:
        """What a publication brings: the new and the changed ones."""
        return self.new + tuple(new for _, new in self.changed)

    def applied_to(self, current: Iterable[_Kept]) -> tuple[_Kept, ...]:
        """What would be current after publishing, in no particular order."""
        replaced = {old.key for old, _ in self.changed}
        return (*(record for record in current if record.key not in replaced), *self.brought)

    @property
    def is_empty(self) -> bool:
        """Whether publishing would change nothing."""
        return not (self.new or self.changed)


def stage(incoming: Sequence[_Kept], current: Iterable[_Kept]) -> Staged[_Kept]:
    """The difference of a file's records against the current ones; where a record was read is no difference."""
    known = {record.key: record for record in current}
    new, changed, unchanged = [], [], []
    for record in incoming:
        old = known.get(record.key)
        if old is None:
            new.append(record)
        elif old.content != record.content and not _is_hidden_copy(record, old):
            changed.append((old, record))
        else:
            unchanged.append(record)
    told = {record.key for record in incoming}
    touched = {_subject(record) for record in incoming}
    missing = [record for key, record in known.items() if key not in told and _subject(record) in touched]
    return Staged(new=tuple(new), changed=tuple(changed), unchanged=tuple(unchanged), missing=tuple(missing))


def _is_hidden_copy(record: Observation | ProcessGoal, old: Observation | ProcessGoal) -> bool:
    """Whether a value that an export hid comes back: what the store knows of it is not to be forgotten."""
    if not isinstance(record, Observation) or not isinstance(old, Observation):
        return False
    return record.missing is Missing.HIDDEN and old.is_numeric


def _subject(record: Observation | ProcessGoal) -> tuple[str, str]:
    return (record.region, record.indicator if isinstance(record, Observation) else "")
