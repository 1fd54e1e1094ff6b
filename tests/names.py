"""List the names in the product that say nothing of its field: python -m tests.names [folder or file …].

A name that needs its author ("told", "one", "found") is refused as the name of a module, function, class, parameter or
variable, and some words are refused for modules only. The whole name counts: `found` is refused, `found_rows` is not;
underscores around a name make no difference. Prints "file:line: kind name" for each. Exit codes: 0 none, 1 some.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKED = ("app.py", "pages", "components", "loaders", "data", "benchmarks")
WORDS = frozenset({"told", "one", "found", "made", "mine", "way", "past", "own", "apart", "shelves", "shelf"})
MODULE_WORDS = WORDS | {"between", "ladder", "parts", "lines", "remarks", "messages", "surroundings", "effects"}
MODULE_WORDS |= {"prologs", "shown", "cells"}


@dataclass(frozen=True, order=True)
class Name:
    """Where a refused name is bound. `path` as it was given, `line` from 1."""

    path: str
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind} {self.text}"


def refused_names(source: str, path: str) -> list[Name]:
    """Return the refused names that a module binds, in the order of its lines."""
    names = [Name(path, 1, "module", part) for part in Path(path).with_suffix("").parts if part in MODULE_WORDS]
    for node in ast.walk(ast.parse(source)):
        names += [Name(path, line, kind, text) for kind, text, line in _bound(node) if text.strip("_") in WORDS]
    return sorted(set(names))


def _bound(node: ast.AST) -> Iterator[tuple[str, str, int]]:
    """Give each name that the node itself binds, with its kind and line."""
    match node:
        case ast.FunctionDef(name=text) | ast.AsyncFunctionDef(name=text):
            yield "function", text, node.lineno
        case ast.ClassDef(name=text):
            yield "class", text, node.lineno
        case ast.arg(arg=text):
            yield "parameter", text, node.lineno
        case ast.Name(id=text, ctx=ast.Store()) | ast.Attribute(attr=text, ctx=ast.Store()):
            yield "variable", text, node.lineno
        case (
            ast.ExceptHandler(name=str(text))
            | ast.MatchAs(name=str(text))
            | ast.MatchStar(name=str(text))
            | ast.MatchMapping(rest=str(text))
        ):
            yield "variable", text, node.lineno
        case ast.alias(asname=str(text)):
            yield "import", text, node.lineno


def _modules(places: list[str]) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def main(*places: str) -> int:
    """Print the refused names in these folders and files; 1 if there are any."""
    modules = list(_modules(list(places or CHECKED)))
    names = [name for path in modules for name in refused_names(path.read_text(), path.relative_to(ROOT).as_posix())]
    print(*names, sep="\n", end="\n" if names else "")
    print(f"{len(names)} refused names in {len(modules)} modules." if names else "Every name is one of the field.")
    return bool(names)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
