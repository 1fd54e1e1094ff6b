"""What holds for the repository as a whole, whatever its code does."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import streamlit.config

from tests.builders.colours import contrast

ROOT = Path(__file__).parents[1]
PRODUCT = ("data", "loaders", "components", "pages")
MODULES = sorted(path for folder in PRODUCT for path in (ROOT / folder).rglob("*.py"))
LONGEST = 350
TEXTS = {".py", ".md", ".toml", ".txt", ".in", ".csv", ".json", ".css", ".yml", ".yaml", ""}
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def text_files() -> list[Path]:
    """The repository's own text files: not what `make` puts beside them."""
    ignored = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines()} | {".git"}
    files = (path for path in ROOT.rglob("*") if not ignored & set(path.relative_to(ROOT).parts))
    return [path for path in files if path.is_file() and path.suffix in TEXTS]


@pytest.mark.parametrize("path", [*MODULES, ROOT / "app.py"], ids=name)
def test_every_module_says_what_it_is(path: Path):
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_too_long(path: Path):
    assert len(path.read_text().splitlines()) <= LONGEST


def test_no_file_names_a_folder_of_somebodys_machine():
    folders = "|".join(("work", "root", "Users", "home"))
    somewhere = re.compile(rf"(?<![\w.~])/({folders})/\w")
    assert [name(path) for path in text_files() if somewhere.search(path.read_text())] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_and_hashes_every_package_and_names_no_index(lock: str):
    text = (ROOT / lock).read_text()
    requirements = re.findall(r"^[a-z].*(?:\n    --.*)*", text, flags=re.MULTILINE)
    assert requirements
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []
    assert not re.search(r"://|^-", text, flags=re.MULTILINE)


def test_both_locks_pin_the_same_versions():
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^[a-z]\S+==[^\\\n]+", (ROOT / lock).read_text(), flags=re.MULTILINE))

    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_streamlit_knows_every_setting():
    def settings(table: dict, prefix: str = "") -> Iterator[str]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from settings(value, f"{prefix}{key}.")
            else:
                yield prefix + key

    assert set(settings(CONFIG)) <= set(streamlit.config.get_config_options())


def faded(colour: str, ground: str, strength: float = 0.6) -> str:
    """The colour that shows where `colour` is drawn half-transparent, as Streamlit does for captions."""
    parts = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(front * strength + back * (1 - strength)):02X}" for front, back in parts)


@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_theme_has_contrast_enough(mode: str, ground: str):
    theme = CONFIG["theme"][mode]
    behind = theme[ground]
    assert contrast(faded(theme["textColor"], behind), behind) >= 4.5
    assert contrast(theme["linkColor"], behind) >= 4.5
    assert contrast(theme["borderColor"], behind) >= 3
    assert contrast(theme["primaryColor"], behind) >= 3
    assert contrast(theme["primaryColor"], "#FFFFFF") >= 4.5


def test_no_test_measures_time_or_gives_up_before_something_hangs():
    assert hypothesis.settings.default.deadline is None
    measured = re.compile(r"\bdeadline=|\bperf_counter\(|\btimeout=\d|\bwait_for_timeout\(|\bfrom time import\b")
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    assert [name(path) for path in tests if measured.search(path.read_text())] == []


def test_no_test_builds_on_another_or_on_private_names_of_a_helper():
    """What several tests need has a home: tests/builders, or a module beside them that is no test."""
    shared = re.compile(
        r"^\s*(?:from|import) tests\S*\.test_|^\s*from tests\S* import (?:.*, )?(?:_|test_)\w", re.MULTILINE
    )
    assert [name(path) for path in (ROOT / "tests").rglob("*.py") if shared.search(path.read_text())] == []
