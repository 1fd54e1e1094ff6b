"""The export: nothing in it is run, and a row stays a row."""

import csv
import io

import pytest

from components.exports.record_rows import export_csv
from data.catalogue import load_catalogue
from tests.builders import observation


def note_of(text: str) -> str:
    told = export_csv(load_catalogue(), [observation(1.0, note=text)], [])
    (row,) = csv.DictReader(io.StringIO(told, newline=""), delimiter=";")
    return row["note"]


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "-30 - -45", "-1+1", "\tx"])
def test_text_that_a_spreadsheet_might_run_is_told_to_be_text(text: str) -> None:
    assert note_of(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-45", "-0,45", "kasvua 13 %", "", "n. 20 %"])
def test_numbers_dashes_and_plain_text_stay_as_they_are(text: str) -> None:
    assert note_of(text) == text


def test_a_lone_carriage_return_does_not_break_the_row() -> None:
    assert note_of("a\rb") == "a\nb"
