"""docs/sanasto.md and the code say the same: every class of the model, every value, and where the code's words are."""

import re
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from data import model
from loaders import findings

GLOSSARY = (Path(__file__).parents[1] / "docs" / "sanasto.md").read_text(encoding="utf-8")
MODEL, _, CODE = GLOSSARY.partition("## Koodin omat sanat")


def rows(text: str) -> dict[str, list[str]]:
    cells = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return {code: [second, last] for code, second, last in cells}


def classes() -> dict[str, type]:
    return {"Finding": findings.Finding, "Severity": findings.Severity} | {
        name: known
        for name, known in vars(model).items()
        if isinstance(known, type) and known.__module__.startswith(model.__name__) and name != "Record"
    }


def test_every_class_of_the_model_is_in_the_glossary_and_nothing_else() -> None:
    assert set(rows(MODEL)) == set(classes())


def test_the_values_of_every_enumeration_are_those_of_the_glossary() -> None:
    for name, known in classes().items():
        if issubclass(known, StrEnum):
            assert [value.strip() for value in rows(MODEL)[name][1].split(",")] == [member.value for member in known]


@pytest.mark.parametrize("word", rows(CODE))
def test_a_word_of_the_code_is_where_the_glossary_says(word: str) -> None:
    module = rows(CODE)[word][0].strip("`")
    assert find_spec(f"{module}.{word}") if word.islower() else hasattr(import_module(module), word)
