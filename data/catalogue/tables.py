"""Rows of the catalogue's CSV files, and the fields that several of them have."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data.model import Period


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Each row of a file by its headings."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def rows_of_folder(path: Path) -> Iterator[dict[str, str]]:
    """Each row of every file of a folder, in the order of their names."""
    for file in sorted(path.glob("*.csv")):
        yield from rows(file)


def split(text: str, separator: str = ",") -> tuple[str, ...]:
    """The parts of a cell that holds several."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of a cell that holds several."""
    return tuple(int(part) for part in split(text))


def period(row: dict[str, str]) -> Period:
    """The period of a row that has its label and its ends."""

    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return Period(label=row["jakso"], start=day(row["alku"]), end=day(row["loppu"]))
