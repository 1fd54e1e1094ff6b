"""The shipped files as the real loader reads them. Each is read once in a test run."""

from datetime import date
from functools import cache
from pathlib import Path

from data.catalogue import load_catalogue
from data.model import Observation, ProcessGoal
from loaders.check import Checked, check
from loaders.first_start import SHIPPED

TODAY = date(2026, 11, 22)
TABLES = SHIPPED / "kymenlaakso-taulukot.xlsx"  # has no column for the region: it is Kymenlaakso's own report
FILES = sorted(path for path in SHIPPED.rglob("*") if path.suffix in {".csv", ".xlsx"})
RECORDS = [path for path in FILES if path.suffix == ".csv"]


@cache
def checked(path: Path) -> Checked:
    """A shipped file through the loader."""
    region = "Kymenlaakso" if path == TABLES else ""
    return check(path.read_bytes(), path.name, load_catalogue(), region=region, today=TODAY)


@cache
def observations() -> tuple[Observation, ...]:
    """Every shipped observation; the workbook repeats Kymenlaakso's tables and is left out."""
    return tuple(one for path in RECORDS for one in checked(path).observations)


@cache
def process_goals() -> tuple[ProcessGoal, ...]:
    """Every status of every shipped process goal."""
    return tuple(one for path in RECORDS for one in checked(path).process_goals)


def of(region: str) -> list[Observation]:
    """The shipped observations of one region."""
    return [one for one in observations() if one.region == region]
