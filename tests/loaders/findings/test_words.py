"""The words of findings: every one is used, whole, plain Finnish, and filled by what the code passes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import loaders
from loaders.findings import FILE, WORDS, finding, where

FOLDER = Path(loaders.__path__[0])
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]

# What the arguments of each function fill in, in their order; a row also fills in the heading of the field's column.
# A table fills in the text of the cell that is its place.
ARGUMENTS = {
    "finding": ("code",),
    "unreadable": ("code", "actual", "expected"),
    "add_finding": ("code", "column", "actual", "expected"),
    "table.finding": ("code", "actual", "actual", "expected"),
    "located.finding": ("code", "actual", "expected"),
    "new.finding": ("code", "actual", "expected"),
    "group[0].finding": ("code", "actual", "expected"),
    "value_heading_findings": ("actual", "actual", "code", "expected"),
}
KEYWORDS = {"text": "actual", "place": "actual"}


def texts(code: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it."""
    return WORDS[code].text, WORDS[code].mend


def placeholders(code: str) -> set[str]:
    return {name for text in texts(code) for _, name, _, _ in Formatter().parse(text) if name is not None}


def calls() -> Iterator[tuple[set[str], set[str]]]:
    """The codes that a call may have, and the names that it fills in."""
    for tree in TREES:
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args):
                arguments = ARGUMENTS.get(called(call), ())
                at = arguments.index("code") if arguments else 0
                if len(call.args) > at and arguments and (codes := strings(call.args[at], function)):
                    unpacked = {ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg is None}
                    assert unpacked <= {"place"}, ast.unparse(call)
                    keywords = {KEYWORDS.get(keyword.arg, keyword.arg) for keyword in call.keywords if keyword.arg}
                    is_unpacked = any(isinstance(argument, ast.Starred) for argument in call.args)
                    yield codes, {*(arguments if is_unpacked else arguments[: len(call.args)]), *keywords}


def called(call: ast.Call) -> str:
    """Return the name of a function, of a method "finding" with what it belongs to."""
    *owner, name = ast.unparse(call.func).split(".")
    return f"{owner[-1]}.{name}" if owner and name == "finding" else name


def strings(code: ast.expr, function: ast.FunctionDef) -> set[str]:
    """Return the texts that a code may be: itself, either of two, or what the function sets a variable to."""
    if isinstance(code, ast.IfExp):
        return strings(code.body, function) | strings(code.orelse, function)
    if isinstance(code, ast.Name):
        assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
        values = [node.value for node in assigned if ast.unparse(node.targets[0]) == code.id]
        return set().union(*(strings(value, function) for value in values))
    return {code.value} if isinstance(code, ast.Constant) else set()


def test_each_code_stands_once() -> None:
    codes = [line.partition(";")[0] for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert codes == ["koodi", *WORDS]


def test_every_code_that_is_used_has_its_words_and_every_code_with_words_is_used() -> None:
    assert set().union(*(codes for codes, _ in calls())) == set(WORDS)


def test_a_call_fills_in_all_that_the_words_leave_open() -> None:
    for codes, names in calls():
        for code in codes:
            assert placeholders(code) <= names, code


@pytest.mark.parametrize("code", WORDS)
def test_a_message_is_whole(code: str) -> None:
    message = finding(
        code, sheet="Seuranta", cell="B4", actual="löytö", expected="odotus", column="arvo", count="", there="rivi 2"
    ).message
    assert message.startswith("Taulukko Seuranta, solu B4: ") and message.endswith((".", "…"))
    assert not re.search(r"[{}]|  | [.,:](?!\w)|\.\.", message)
    assert re.match(r"[A-ZÄÖ“]", message.split(": ", 1)[1])


@pytest.mark.parametrize("code", WORDS)
def test_what_is_wrong_and_how_to_mend_it_are_whole_sentences(code: str) -> None:
    for text in filter(None, texts(code)):
        assert re.match(r"[A-ZÄÖ“]", text) and text.endswith(".") and text == text.strip()
    assert WORDS[code].text


def test_a_place_in_words() -> None:
    assert where("Seuranta", "B4") == "Taulukko Seuranta, solu B4"
    assert where("Seuranta", "") == "Taulukko Seuranta"
    assert where("", "B4") == "Rivi 4, solu B4"
    assert where("", "") == ""


def test_a_long_text_is_repeated_only_in_part_and_braces_do_no_harm() -> None:
    message = finding("ei-luku", cell="B4", actual="{actual} " + "x" * 500, expected="5").message
    assert "{actual} xxx" in message and "…" in message and len(message) < 250
