"""How a cell has changed from version to version."""

from data.model.entries import Observation
from data.model.records import Record


class Revision(Record):
    """A value that a cell holds or has held: from which version on, and which version closed it (None: it holds)."""

    from_version: int
    to_version: int | None
    observation: Observation


class CellChange(Record):
    """One cell before and after; None where there was or is nothing."""

    old: Observation | None = None
    new: Observation | None = None

    @property
    def observation(self) -> Observation:
        """Return the new value, or the old one where it was removed. Raises ValueError where there is neither."""
        value = self.new or self.old
        if value is None:
            raise ValueError("a change has an old or a new value")
        return value
