"""The messages of every finding that the loader can make: its code, its severity and plain Finnish.

Each says what was found, what was expected and how to mend it; `findings` puts the place before it.
"""

from loaders.messages.files import FILES
from loaders.messages.knowledge import KNOWLEDGE
from loaders.messages.rows import ROWS
from loaders.messages.severities import Message
from loaders.messages.tables import TABLES

MESSAGES: dict[str, Message] = FILES | TABLES | ROWS | KNOWLEDGE
