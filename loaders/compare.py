"""Compare: what publishing a file would do to the records in force: new, changed, unchanged, and missing from it."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from data.model import Missing, Observation, ProcessGoal, Record

_Entry = TypeVar("_Entry", Observation, ProcessGoal)


class Comparison(Record, Generic[_Entry]):
    """The records of a file against those in force. `changed` holds pairs of old and new.

    `missing` are records in force of the same indicators, goals and regions that the file does not have: they stay.
    """

    new: tuple[_Entry, ...] = ()
    changed: tuple[tuple[_Entry, _Entry], ...] = ()
    unchanged: tuple[_Entry, ...] = ()
    missing: tuple[_Entry, ...] = ()

    @property
    def to_publish(self) -> tuple[_Entry, ...]:
        """Return what a publication would write: the new records and the changed ones."""
        return self.new + tuple(new for _, new in self.changed)

    @property
    def is_empty(self) -> bool:
        """Return whether publishing would change nothing."""
        return not (self.new or self.changed)


def compare(incoming: Sequence[_Entry], current: Iterable[_Entry]) -> Comparison[_Entry]:
    """Compare a file's records with those in force; where a record was read makes no difference."""
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
    keys = {record.key for record in incoming}
    subjects = {_subject(record) for record in incoming}
    missing = [record for key, record in known.items() if key not in keys and _subject(record) in subjects]
    return Comparison(new=tuple(new), changed=tuple(changed), unchanged=tuple(unchanged), missing=tuple(missing))


def _is_hidden_copy(record: Observation | ProcessGoal, old: Observation | ProcessGoal) -> bool:
    """Return whether a value that an export hid comes back: the number that is published is not to be forgotten."""
    if not isinstance(record, Observation) or not isinstance(old, Observation):
        return False
    return record.missing is Missing.HIDDEN and old.is_numeric


def _subject(record: Observation | ProcessGoal) -> tuple[str, str]:
    return (record.region, record.indicator if isinstance(record, Observation) else "")
