"""The catalogue: goals, regions, sources, concepts and indicators, read from CSV files that a manager can open."""

from datetime import date
from functools import cache
from pathlib import Path

from data.catalogue.catalogue import Catalogue
from data.catalogue.names import normalise, slug
from data.catalogue.tables import numbers, period, rows, rows_of_folder, split
from data.model import Action, Alias, Break, Concept, Goal, Indicator, OutcomeGoal, Place, Region, Source

__all__ = ["EXAMPLE_FOLDER", "FOLDER", "Catalogue", "load_catalogue", "load_example_catalogue", "normalise", "slug"]

FOLDER = Path(__file__).parent
EXAMPLE_FOLDER = FOLDER.parent / "esimerkit"


def _alias(text: str) -> Alias:
    spelling, _, group = text.partition("=>")
    return Alias(text=spelling.strip(), group=group.strip())


def _break(text: str) -> Break:
    day, _, reason = text.partition(" ")
    return Break(when=date.fromisoformat(day), reason=reason.strip())


def _goal(row: dict[str, str]) -> Goal:
    return Goal(number=int(row["numero"]), name=row["nimi"], short=row["lyhyt"], aliases=split(row["aliakset"], "|"))


def _region(row: dict[str, str]) -> Region:
    def number(text: str) -> int | None:
        return int(text) if text else None

    return Region(
        name=row["alue"],
        short=row["lyhenne"],
        slug=slug(row["alue"]),
        code=int(row["koodi_2023"]),
        old_code=number(row["koodi_ennen_2023"]),
        sotkanet=int(row["sotkanet_id"]),
        sotkanet_old=number(row["sotkanet_id_ennen_2023"]),
    )


def _source(row: dict[str, str]) -> Source:
    return Source(
        id=row["tunnus"],
        title=row["nimi"],
        region=row["alue"],
        published=row["julkaistu"],
        covers=period(row),
        kind=row["laji"],
        note=row["huomautus"],
    )


def _outcome_goal(row: dict[str, str]) -> OutcomeGoal:
    return OutcomeGoal(
        region=row["alue"],
        number=row["numero"],
        name=row["nimi"],
        goal=int(row["hyötytavoite"]),
        source=row["lähde"],
        line=int(row["rivi"]),
    )


def _indicator(row: dict[str, str]) -> Indicator:
    return Indicator(
        id=row["id"],
        name=row["nimi"],
        region=row["alue"],
        kind=row["laji"],
        unit=row["yksikkö"],
        direction=row["suunta"],
        direction_reason=row["suunnan_perustelu"],
        goal=int(row["hyötytavoite"]) if row["hyötytavoite"] else None,
        other_goals=numbers(row["muut_hyötytavoitteet"]),
        inferred=split(row["päätelty"]),
        outcome_goal=row["tulostavoite"],
        theme=row["teema"],
        concept=row["samansuuntainen"],
        national_id=row["kansallinen_tunnus"],
        definition=row["määritelmä"],
        numerator=row["osoittaja"],
        denominator=row["nimittäjä"],
        population=row["väestö"],
        data_source=row["tietolähde"],
        collection=row["keruutapa"],
        interval=row["väli"],
        owner=row["omistaja"],
        limits=row["rajoitteet"],
        small_number_rule=row["pienten_lukujen_raja"],
        aliases=tuple(map(_alias, split(row["aliakset"], "|"))),
        breaks=tuple(map(_break, split(row.get("katkokset", ""), "|"))),
        rebases=tuple(map(_break, split(row.get("uudet_tasot", ""), "|"))),
    )


def _action(row: dict[str, str]) -> Action:
    return Action(
        region=row["alue"],
        id=row["tunnus"],
        title=row["otsikko"],
        kind=row["laji"],
        period=period(row),
        goals=numbers(row["hyötytavoite"]),
        indicators=split(row["mittarit"]),
        place=Place(source=row["lähde"], line=int(row["rivi"]) if row["rivi"] else None),
        inferred=split(row["päätelty"]),
    )


@cache
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue as its CSV files declare it. Raises ValidationError where a file breaks the model."""
    return Catalogue(
        goals=tuple(map(_goal, rows(folder / "goals.csv"))),
        regions=tuple(map(_region, rows(folder / "regions.csv"))),
        sources=tuple(map(_source, rows(folder / "sources.csv"))),
        concepts=tuple(
            Concept(id=row["tunnus"], name=row["nimi"], reason=row["miksi_ei_vertailla"])
            for row in rows(folder / "concepts.csv")
        ),
        outcome_goals=tuple(map(_outcome_goal, rows(folder / "outcome_goals.csv"))),
        indicators=tuple(map(_indicator, rows_of_folder(folder / "indicators"))),
        actions=tuple(map(_action, rows_of_folder(folder / "actions"))),
    )


@cache
def load_example_catalogue(folder: Path = EXAMPLE_FOLDER) -> Catalogue:
    """The catalogue of the invented example: its indicators, actions and source under the real goals and regions."""
    real = load_catalogue()
    return Catalogue(
        goals=real.goals,
        regions=real.regions,
        sources=tuple(map(_source, rows(folder / "lahteet.csv"))),
        concepts=real.concepts,
        outcome_goals=(),
        indicators=tuple(map(_indicator, rows(folder / "mittarit.csv"))),
        actions=tuple(map(_action, rows(folder / "toimenpiteet.csv"))),
    )
