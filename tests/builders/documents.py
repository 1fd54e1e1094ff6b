"""The documents of the shipped and the example data, each made once in a test run."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from components.exports.excel import excel
from components.exports.word import word
from data.analysis.small_numbers.suppression import protect
from data.catalogue import Catalogue, load_catalogue, load_example_catalogue
from data.model import Observation, ProcessGoal
from loaders.check import check
from loaders.first_start import EXAMPLE
from tests.builders import shipped

TODAY = date(2026, 11, 22)
EXAMPLE_NAME = "esimerkki"
REGIONS = list(dict.fromkeys(o.region for o in shipped.observations()))


class Material(NamedTuple):
    """What a document is made of."""

    catalogue: Catalogue
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...]
    regions: tuple[str, ...]


@cache
def material(name: str) -> Material:
    """The protected data of one shipped region, or all of the example's."""
    if name == EXAMPLE_NAME:
        known = load_example_catalogue()
        read = check(EXAMPLE.read_bytes(), EXAMPLE.name, known, today=TODAY)
        shown = protect(read.observations, known)
        return Material(known, shown, read.process_goals, tuple(dict.fromkeys(o.region for o in shown)))
    goals = tuple(goal for goal in shipped.process_goals() if goal.region == name)
    return Material(load_catalogue(), protect(shipped.of(name), load_catalogue()), goals, (name,))


def word_of(given: Material, goals: Sequence[int] = ()) -> bytes:
    return word(
        given.catalogue, given.observations, given.process_goals,
        regions=given.regions, goals=goals, today=TODAY, version=3, published="1.2.2026",
    )  # fmt: skip


def excel_of(given: Material, goals: Sequence[int] = ()) -> bytes:
    return excel(
        given.catalogue, given.observations, given.process_goals,
        regions=given.regions, goals=goals, today=TODAY, version=3, published="1.2.2026",
    )  # fmt: skip


@cache
def word_file(name: str) -> bytes:
    return word_of(material(name))


@cache
def excel_file(name: str) -> bytes:
    return excel_of(material(name))


def parts(content: bytes) -> dict[str, str]:
    """Every part of a document as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8", errors="replace") for name in package.namelist()}
