"""What the words of a spreadsheet template mean, so that next month's file is understood."""

from enum import StrEnum

from data.model.records import Record, VersionedRecord


class WordKind(StrEnum):
    """What a word of a template stands for."""

    COLUMN = "sarake"
    INDICATOR = "mittari"
    REGION = "alue"
    UNIT = "yksikkö"
    DECIMAL_MARK = "desimaalierotin"


class WordMeaning(Record):
    """A word of a template and what it stands for: a known heading, an indicator's id, a region's name, a unit.

    For a decimal mark `text` is the heading of its column, and the meaning "pilkku" or "piste".
    """

    kind: WordKind
    text: str
    meaning: str


class TemplateWords(VersionedRecord):
    """The words of one template with their meanings. A template is known by its heading row without periods."""

    headings: tuple[str, ...]
    meanings: tuple[WordMeaning, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Return the headings of the template."""
        return self.headings
