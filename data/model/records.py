"""What every record is made of: immutable, with a period and a place."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

GoalNumber = Annotated[int, Field(ge=1, le=5)]


class Record(BaseModel):
    """Base of every record: immutable, nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class VersionedRecord(Record):
    """A record that the store keeps with its history: `key` tells which record it is, `content` what it says."""

    @property
    def key(self) -> tuple[str, ...]:
        """Return what makes this the same record as another one, whatever it says."""
        raise NotImplementedError

    @property
    def content(self) -> Self:
        """Return what counts when two records are compared: equal contents are no change."""
        return self


class Period(Record):
    """A span of days with the label that the source uses; both ends included. Unknown ends are None."""

    label: str = ""
    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("a period has both ends or neither")
        if self.start and self.end and self.start > self.end:
            raise ValueError("a period ends before it starts")
        return self


class Place(Record):
    """Where a record was read: report and line, or file, sheet and cell."""

    source: str
    line: int | None = None
    other_lines: tuple[int, ...] = ()
    table: str = ""
    sheet: str = ""
    cell: str = ""
    as_printed: str = ""
