"""Files to take along, made from views: PowerPoint, Word, Excel and CSV."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises OSError where it cannot be written."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.kesken")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
