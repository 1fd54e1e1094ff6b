"""The papers keep up with the code: what they name is there, and what the code cites is in them."""

import re
import tomllib
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("app.py", "pages", "components", "loaders", "data", "benchmarks", "tests")
CITATION = re.compile(r"[Rr]ules of the numbers[ ,(]+(\d+(?:(?:, | and )\d+)*)|\brule (\d+)\b")


def modules() -> list[Path]:
    return [
        path for place in CODE for path in ([ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"))
    ]


def test_every_rule_that_the_code_cites_is_written_down() -> None:
    rules = set(re.findall(r"^## (\d+)\. ", (ROOT / "docs/rules.md").read_text(), flags=re.MULTILINE))
    cited = {
        (path.relative_to(ROOT).as_posix(), number)
        for path in modules()
        for groups in CITATION.findall(path.read_text())
        for number in re.findall(r"\d+", " ".join(groups))
    }
    assert {number for _, number in cited} >= {"1", "2", "3", "4", "5", "6", "7"}
    assert [where for where in sorted(cited) if where[1] not in rules] == []


PAPERS = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/rules.md", "docs/paatokset.md")
PLACES = re.compile(
    r"`((?:app\.py|pyproject\.toml|Makefile|(?:pages|components|loaders|data|tests|docs|benchmarks|\.streamlit)/)[^`\s]*)`"
)


def rows_of(table: str) -> list[list[str]]:
    """The cells of a Markdown table's rows, its heading and rule left out."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def is_there(path: Path) -> bool:
    """A file, or a folder with files of its own and not only what Python left of those that have gone."""
    return path.is_file() or any(is_there(p) for p in path.iterdir() if p.name != "__pycache__")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_place_that_a_paper_names_is_there(paper: str) -> None:
    places = PLACES.findall((ROOT / paper).read_text())
    assert places
    assert [place for place in places if not any(map(is_there, ROOT.glob(place.rstrip("/"))))] == []


def test_every_answer_of_where_is_names_what_stands_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text()
    rows = [row for row in rows_of(text.partition("## Where is")[2]) if row[1]]
    assert len(rows) > 50 and len({question for question, *_ in rows}) == len(rows)
    assert all(PLACES.findall(files) for _, files, _ in rows)
    for question, files, there in rows:
        paths = [ROOT / place for place in PLACES.findall(files)]
        assert len({*paths}) == len(paths)
        content = "".join(
            path.read_text() if path.is_file() else " ".join(p.stem for p in path.iterdir()) for path in paths
        )
        for name in re.findall(r"`([^`]+)`", there):
            assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", content), (question, name)


def may_import(contract: dict[str, Any]) -> dict[str, set[str]]:
    """What each module of a contract may import, from the top: the layers below it, and its neighbours after ":"."""
    ordered = [[name.strip(" ()") for name in re.split("[:|]", layer)] for layer in contract["layers"]]
    return {
        name: {*chain.from_iterable(ordered[at + 1 :])}
        | ({*names} - {name} if ":" in contract["layers"][at] else set())
        for at, names in enumerate(ordered)
        for name in names
    }


def test_the_table_of_layers_says_what_import_linter_holds() -> None:
    """Modules that a contract lets be missing, in (brackets), are held to where the table has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    whole, inside = (c for c in contracts if c["type"] == "layers" and "streamlit" not in str(c))
    held = may_import(whole) | {f"data/{name}": below for name, below in may_import(inside).items()}
    table = (ROOT / "README.md").read_text().partition("## The house")[2].partition("##")[0]
    rows = {
        place.removesuffix("/").removesuffix(".py"): imports
        for places, _, imports, _ in rows_of(table)
        for place in PLACES.findall(places)
    }
    must_be_there = {name for name in re.findall(r"[\w.]+", str(inside["layers"])) if f"({name})" not in str(inside)}
    assert {f"data/{name}" for name in must_be_there} | {"pages", "components", "loaders"} <= rows.keys()
    ranks = {place: len(below) for place, below in held.items()}
    order = [ranks[place] for place in rows if place.startswith("data/") and place in ranks]
    assert order == sorted(order, reverse=True)
    for place in rows.keys() & held.keys():
        known = {name for name in held[place] if name in ("data", "loaders", "components") or f"data/{name}" in rows}
        assert set(re.findall(r"\w+", rows[place])) - {"nothing"} == known, place


def test_decisions_are_numbered_and_dated_newest_last() -> None:
    text = (ROOT / "docs/paatokset.md").read_text()
    headings = re.findall(r"^## .*$", text, flags=re.MULTILINE)
    decisions = re.findall(r"^## (\d+)\. .+\n\n\*(\d+)\.(\d+)\.(\d{4})\*\n\n", text, flags=re.MULTILINE)
    assert [int(number) for number, *_ in decisions] == list(range(1, len(headings) + 1))
    days = [date(int(year), int(month), int(day)) for _, day, month, year in decisions]
    assert days == sorted(days)
