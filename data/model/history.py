"""What the store knows of cells beside their values: how they have changed, how many they are, what was left out."""

from typing import Self

from data.model.entries import Observation, ProcessGoal, Role
from data.model.records import Record, VersionedRecord


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


class ObservationCount(Record):
    """How many observations there are of an indicator, region and role: with a number, in words only, with neither."""

    region: str
    indicator: str
    role: Role
    numeric: int
    words_only: int = 0
    missing: int = 0


class LeftOutValue(VersionedRecord):
    """What a release of the shipped data says of a cell that people have corrected or removed; it is not published."""

    shipped: Observation | ProcessGoal

    @property
    def key(self) -> tuple[str, ...]:
        """Return the key of the cell."""
        return self.shipped.key

    @property
    def content(self) -> Self:
        """Return what the release says of the cell, without where it was read."""
        return self.model_copy(update={"shipped": self.shipped.content})
