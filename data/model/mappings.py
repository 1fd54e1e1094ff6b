"""What a person has told of the words of a spreadsheet template, so that next month's file is understood."""

from enum import StrEnum

from data.model.records import Kept, Record


class MeaningKind(StrEnum):
    """What kind of word a meaning explains."""

    COLUMN = "sarake"
    INDICATOR = "mittari"
    REGION = "alue"
    UNIT = "yksikkö"
    DECIMAL_MARK = "desimaalierotin"


class Meaning(Record):
    """A word of a template and what it stands for: a known heading, an indicator's id, a region's name, a unit.

    For a decimal mark `text` is the heading of its column, and the meaning "pilkku" or "piste".
    """

    kind: MeaningKind
    text: str
    meaning: str


class Mapping(Kept):
    """The meanings of one template, which is known by its heading row without periods."""

    headings: tuple[str, ...]
    meanings: tuple[Meaning, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Its headings."""
        return self.headings
