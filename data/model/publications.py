"""What the store says of its versions, of the files that they came from, and of agendas that have been saved."""

from datetime import datetime

from data.model.records import Record


class Publication(Record):
    """A published version: when, by whom, why; `undoes` is the version that it takes back, if it is an undo."""

    version: int
    created_at: datetime
    author: str
    note: str
    undoes: int | None = None


class File(Record):
    """A file that a version was published from, without its content, which `Store.content` gives."""

    id: int
    version: int
    file_name: str
    sha256: str
    observations: int
    process_goals: int


class SavedAgenda(Record):
    """A saved agenda: `slug` is its name in links, `items` are its items as texts of links, in order."""

    slug: str
    name: str
    saved_at: datetime
    author: str
    items: tuple[str, ...]
