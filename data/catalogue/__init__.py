"""The catalogue: goals, regions, sources, concepts and indicators, read from CSV files that a manager can open."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from data.catalogue.catalogue import Catalogue
from data.catalogue.csv_files import Column, Row, read_rows, records, several
from data.catalogue.names import normalise, slug
from data.model import Action, Concept, Goal, Indicator, OutcomeGoal, Region, Source

__all__ = [
    "EXAMPLE_FOLDER",
    "FOLDER",
    "Catalogue",
    "DataSet",
    "load_catalogue",
    "load_example_catalogue",
    "normalise",
    "shipped_catalogue",
    "slug",
]

FOLDER = Path(__file__).parent
EXAMPLE_FOLDER = FOLDER.parent / "esimerkit"


class DataSet(StrEnum):
    """The data that one store holds: of the regions' reports, or invented as an example. The values stand in links."""

    REPORTS = "raportit"
    EXAMPLE = "esimerkki"


def shipped_catalogue(data_set: DataSet) -> Catalogue:
    """Return the catalogue of a data set as it ships."""
    return load_example_catalogue() if data_set is DataSet.EXAMPLE else load_catalogue()


@cache
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """Return the catalogue as its CSV files declare it. Raises ValidationError where a file breaks the model."""
    goals, outcome_goals = read_rows(folder / "goals.csv"), read_rows(folder / "outcome_goals.csv")
    return Catalogue(
        goals=records(Goal, goals, aliakset=Column("aliases", several("|"))),
        regions=records(Region, map(_with_slug, read_rows(folder / "regions.csv")), alue=Column("name")),
        sources=_sources(folder / "sources.csv"),
        concepts=records(Concept, read_rows(folder / "concepts.csv")),
        outcome_goals=records(OutcomeGoal, outcome_goals, lähde=Column("source"), rivi=Column("line")),
        indicators=records(Indicator, read_rows(folder / "indicators")),
        actions=_actions(folder / "actions"),
    )


@cache
def load_example_catalogue(folder: Path = EXAMPLE_FOLDER) -> Catalogue:
    """Return the catalogue of the invented example: its own indicators, actions and source, the real rest."""
    real = load_catalogue()
    return Catalogue(
        goals=real.goals,
        regions=real.regions,
        sources=_sources(folder / "lahteet.csv"),
        concepts=real.concepts,
        outcome_goals=(),
        indicators=records(Indicator, read_rows(folder / "mittarit.csv")),
        actions=_actions(folder / "toimenpiteet.csv"),
    )


def _with_slug(row: Row) -> Row:
    return {**row, "slug": slug(row["alue"])}


def _sources(path: Path) -> tuple[Source, ...]:
    period = {"jakso": Column("covers.label"), "alku": Column("covers.start"), "loppu": Column("covers.end")}
    return records(Source, read_rows(path), nimi=Column("title"), **period)


def _actions(path: Path) -> tuple[Action, ...]:
    return records(Action, read_rows(path), hyötytavoite=Column("goals", several(",")))
