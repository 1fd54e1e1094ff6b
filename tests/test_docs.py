"""The papers keep up with the code: what they name is there, and what the code cites is in them."""

import re
from pathlib import Path

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
