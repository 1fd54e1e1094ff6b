"""The check of names sees every place where Python binds a name, and nothing else."""

from pathlib import Path

import pytest

from tests import names
from tests.names import MODULE_WORDS, WORDS, refused_names


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("def told(): ...", "function"),
        ("async def told(): ...", "function"),
        ("def _told(): ...", "function"),
        ("class told: ...", "class"),
        ("def read(told): ...", "parameter"),
        ("def read(*, told=1): ...", "parameter"),
        ("def read(*told): ...", "parameter"),
        ("def read(**told): ...", "parameter"),
        ("sorted(rows, key=lambda told: told.key)", "parameter"),
        ("told = 1", "variable"),
        ("told: int = 1", "variable"),
        ("told += 1", "variable"),
        ("class Row:\n told: str", "variable"),
        ("rows[0].told = 1", "variable"),
        ("first, (second, *told) = rows", "variable"),
        ("for told in rows: ...", "variable"),
        ("[told for told in rows]", "variable"),
        ("{key: told for key, told in rows}", "variable"),
        ("any((told := row) for row in rows)", "variable"),
        ("with opened() as told: ...", "variable"),
        ("try: ...\nexcept OSError as told: ...", "variable"),
        ("match row:\n case told: ...", "variable"),
        ("match row:\n case [*told]: ...", "variable"),
        ("match row:\n case {**told}: ...", "variable"),
        ("import pandas as told", "import"),
        ("from data import model as told", "import"),
    ],
)
def test_a_refused_word_is_seen_wherever_it_is_bound(source: str, kind: str) -> None:
    assert {name.kind for name in refused_names(source, "data/series.py")} == {kind}


@pytest.mark.parametrize(
    "source",
    [
        "untold = found_rows = past_values = ones = 1",
        "'told'",
        "# told",
        '"""What is told."""',
        "print(told)",
        "row.told",
        "Told = 1",
        "cells = lines = messages = parts = 1",
    ],
)
def test_another_name_a_text_and_a_use_are_left_alone(source: str) -> None:
    assert refused_names(source, "data/series.py") == []


@pytest.mark.parametrize("path", ["data/store/shelves.py", "loaders/lines.py", "loaders/messages/sheet.py"])
def test_a_module_or_its_folder_is_not_named_by_a_refused_word(path: str) -> None:
    assert [name.kind for name in refused_names("", path)] == ["module"]


def test_every_name_is_told_with_its_line() -> None:
    bound = refused_names("rows = []\nfor one in rows:\n    told = one\n", "data/series.py")
    assert [str(name) for name in bound] == ["data/series.py:2: variable one", "data/series.py:3: variable told"]
    assert WORDS < MODULE_WORDS


def test_the_command_fails_where_there_is_a_refused_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(names, "ROOT", tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data/series.py").write_text("rows = []\n")
    assert names.main("data") == 0
    (tmp_path / "data/lines.py").write_text("found = 1\n")
    assert names.main("data") == 1
    assert "data/lines.py:1: module lines\ndata/lines.py:1: variable found\n" in capsys.readouterr().out
