"""The regions' own PowerPoint templates: .pptx files in a folder beside the store."""

import os
from pathlib import Path

from components.exports.powerpoint import check_template
from data.catalogue import slug
from data.store.connection import default_folder

_LONGEST = 60  # characters of a file's name


def folder() -> Path:
    """Where templates are: put a .pptx there, or choose one on the page."""
    return default_folder() / "pohjat"


def names() -> list[str]:
    """The templates that there are, by file name."""
    return sorted(path.name for path in folder().glob("*.pptx"))


def content(name: str) -> bytes:
    """The template with this file name. Raises FileNotFoundError where `names` does not tell of it."""
    if name not in names():
        raise FileNotFoundError(name)
    return (folder() / name).read_bytes()


def keep(file_name: str, template: bytes) -> str:
    """Keep a template that can be used and return its file name. Raises TemplateError for one that cannot."""
    check_template(template)
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{slug(Path(file_name).stem)[:_LONGEST] or 'pohja'}.pptx"
    unfinished = folder() / f".{name}.{os.getpid()}"
    unfinished.write_bytes(template)
    unfinished.replace(folder() / name)
    return name
