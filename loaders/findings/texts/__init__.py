"""The text of every finding that the loader can make, by its code: its severity and plain Finnish.

Each says what was found, what was expected and how to mend it; the place is put before it when a finding is made.
"""

from loaders.findings.records import Text
from loaders.findings.texts.files import FILES
from loaders.findings.texts.knowledge import KNOWLEDGE
from loaders.findings.texts.rows import ROWS
from loaders.findings.texts.tables import TABLES

TEXTS: dict[str, Text] = FILES | TABLES | ROWS | KNOWLEDGE
