"""What goes into the store."""

import hashlib

from data.model import Indicator, LeftOutValue, Observation, ProcessGoal, Record, TemplateWords


class Delivery(Record):
    """A file as it came in and the records read from it, with what is declared for the first time along with them.

    Its sha256 is how the same file is known again. `left_out_values` are remembered, not published.
    """

    file_name: str
    content: bytes
    observations: tuple[Observation, ...] = ()
    process_goals: tuple[ProcessGoal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    template_words: tuple[TemplateWords, ...] = ()
    left_out_values: tuple[LeftOutValue, ...] = ()

    @property
    def sha256(self) -> str:
        """Return the hash of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


class LaterChanges(Record):
    """What versions after one have changed: the records of these regions, these indicators, these templates' words."""

    regions: frozenset[str]
    indicators: tuple[Indicator, ...]
    templates: frozenset[tuple[str, ...]]
