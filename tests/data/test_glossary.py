"""docs/sanasto.md and the model say the same: every class, every value."""

import re
from enum import StrEnum
from pathlib import Path

from data import model

GLOSSARY = Path(__file__).parents[2] / "docs" / "sanasto.md"


def rows() -> dict[str, list[str]]:
    found = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return {code: [finnish, last] for code, finnish, last in found}


def classes() -> dict[str, type]:
    return {
        name: found
        for name, found in vars(model).items()
        if isinstance(found, type) and found.__module__.startswith(model.__name__) and name != "Record"
    }


def test_every_class_of_the_model_is_in_the_glossary_and_nothing_else() -> None:
    assert set(rows()) == set(classes())


def test_the_values_of_every_enumeration_are_those_of_the_glossary() -> None:
    for name, found in classes().items():
        if issubclass(found, StrEnum):
            assert [value.strip() for value in rows()[name][1].split(",")] == [member.value for member in found]
