"""The texts of findings: every one is used, whole, and plain Finnish."""

import re
from pathlib import Path

import pytest

import loaders
from loaders.findings import finding, where
from loaders.findings.texts import TEXTS

SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in Path(loaders.__path__[0]).rglob("*.py") if path.parent.name != "texts"
)


@pytest.mark.parametrize("code", TEXTS)
def test_a_message_is_whole(code: str) -> None:
    message = finding(
        code, sheet="Seuranta", cell="B4", actual="löytö", expected="odotus", column="arvo", count="", there="rivi 2"
    ).message
    assert message.startswith("Taulukko Seuranta, solu B4: ") and message.endswith((".", "…"))
    assert not re.search(r"[{}]|  | [.,:](?!\w)|\.\.", message)
    assert re.match(r"[A-ZÄÖ“]", message.split(": ", 1)[1])


@pytest.mark.parametrize("code", TEXTS)
def test_every_message_is_used(code: str) -> None:
    assert f'"{code}"' in SOURCE


def test_a_place_in_words() -> None:
    assert where("Seuranta", "B4") == "Taulukko Seuranta, solu B4"
    assert where("Seuranta", "") == "Taulukko Seuranta"
    assert where("", "B4") == "Rivi 4, solu B4"
    assert where("", "") == ""


def test_a_long_text_is_repeated_only_in_part_and_braces_do_no_harm() -> None:
    message = finding("ei-luku", cell="B4", actual="{actual} " + "x" * 500, expected="5").message
    assert "{actual} xxx" in message and "…" in message and len(message) < 250
