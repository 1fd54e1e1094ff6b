"""The catalogue: goals, regions, sources, concepts and indicators, read from CSV files that a manager can open."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from data.model import (
    Action,
    Alias,
    Break,
    Concept,
    Goal,
    Indicator,
    OutcomeGoal,
    Period,
    Place,
    Record,
    Region,
    Source,
)

FOLDER = Path(__file__).parent
EXAMPLE_FOLDER = FOLDER.parent / "esimerkit"


def normalise(text: str) -> str:
    """A name as it is compared: one kind of dash and space, no case, no full stop at the end."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[‐‑‒–—−]", "-", text).replace("’", "'")
    return re.sub(r"\s+", " ", text).strip().rstrip(".")


def slug(text: str) -> str:
    """A name as it stands in ids and links: "Etelä-Karjala" → "etela-karjala"."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Catalogue(Record):
    """Everything that is declared rather than observed, with look-ups by any known spelling."""

    goals: tuple[Goal, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    concepts: tuple[Concept, ...]
    outcome_goals: tuple[OutcomeGoal, ...]
    indicators: tuple[Indicator, ...]
    actions: tuple[Action, ...]
    own_names: tuple[tuple[str, str], ...] = ()  # what one file calls an indicator or a region → its id or name

    def with_indicators(self, added: Iterable[Indicator]) -> "Catalogue":
        """The same catalogue with indicators that have been declared since; a new card replaces an older one."""
        merged = {one.id: one for one in (*self.indicators, *added)}
        return self._with(indicators=tuple(merged.values()))

    def naming(self, names: Iterable[tuple[str, str]]) -> "Catalogue":
        """The same catalogue that also knows a file's own names: of indicators → id, of regions → official name."""
        return self._with(own_names=tuple(names))

    def _with(self, **changed: object) -> "Catalogue":
        # Made anew, not copied: a copy would keep the look-ups of this one.
        return Catalogue(**({name: getattr(self, name) for name in Catalogue.model_fields} | changed))

    @cached_property
    def _own(self) -> dict[str, str]:
        return {normalise(name): meant for name, meant in self.own_names}

    @cached_property
    def _regions(self) -> dict[str, Region]:
        return {normalise(name): r for r in self.regions for name in (r.name, r.short, r.slug, r.label) if name}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {i.id: i for i in self.indicators}

    @cached_property
    def _spellings(self) -> dict[str, list[tuple[Indicator, str]]]:
        known: dict[str, list[tuple[Indicator, str]]] = {}
        for indicator in self.indicators:
            spellings = [Alias(text=indicator.id), Alias(text=indicator.name), *indicator.aliases]
            for key, group in {(normalise(alias.text), alias.group) for alias in spellings}:
                known.setdefault(key, []).append((indicator, group))
        return known

    def goal(self, number: int) -> Goal:
        """The national goal with this number, 1–5."""
        return self.goals[number - 1]

    def region(self, text: str) -> Region | None:
        """The region that is called so: full name, short name or slug, in any case."""
        name = normalise(text)
        return self._regions.get(name) or self._regions.get(normalise(self._own.get(name, "")))

    def label(self, region: str) -> str:
        """What the screen calls a region; the name itself when it is not known."""
        known = self.region(region)
        return known.label if known else region

    def familiar(self, region: str) -> str:
        """What links and narrow tables call a region (Keusote); the name itself when it is not known."""
        known = self.region(region)
        return known.familiar if known else region

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator with this id."""
        return self._indicators.get(indicator_id)

    def indicators_called(self, text: str, region: str = "") -> tuple[tuple[Indicator, str], ...]:
        """The indicators, each with the group meant, that a table calls `text`: the region's own before national ones.

        Several come back where one row of a table holds several measures ("€ / lapsi ja osuus").
        """
        meant = self._indicators.get(self._own.get(normalise(text), ""))
        if meant and (not region or meant.region in ("", region)):
            return ((meant, ""),)
        found = self._spellings.get(normalise(text), [])
        own = [pair for pair in found if region and pair[0].region == region]
        return tuple(own or [pair for pair in found if not region or not pair[0].region])

    def source(self, source_id: str) -> Source | None:
        """The report or register with this id."""
        return next((s for s in self.sources if s.id == source_id), None)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def _rows_of_folder(path: Path) -> Iterator[dict[str, str]]:
    for file in sorted(path.glob("*.csv")):
        yield from _rows(file)


def _split(text: str, separator: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _split(text))


def _period(row: dict[str, str]) -> Period:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return Period(label=row["jakso"], start=day(row["alku"]), end=day(row["loppu"]))


def _alias(text: str) -> Alias:
    spelling, _, group = text.partition("=>")
    return Alias(text=spelling.strip(), group=group.strip())


def _break(text: str) -> Break:
    day, _, reason = text.partition(" ")
    return Break(when=date.fromisoformat(day), reason=reason.strip())


def _goal(row: dict[str, str]) -> Goal:
    return Goal(number=int(row["numero"]), name=row["nimi"], short=row["lyhyt"], aliases=_split(row["aliakset"], "|"))


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
        covers=_period(row),
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
        other_goals=_numbers(row["muut_hyötytavoitteet"]),
        inferred=_split(row["päätelty"]),
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
        aliases=tuple(map(_alias, _split(row["aliakset"], "|"))),
        breaks=tuple(map(_break, _split(row.get("katkokset", ""), "|"))),
        rebases=tuple(map(_break, _split(row.get("uudet_tasot", ""), "|"))),
    )


def _action(row: dict[str, str]) -> Action:
    return Action(
        region=row["alue"],
        id=row["tunnus"],
        title=row["otsikko"],
        kind=row["laji"],
        period=_period(row),
        goals=_numbers(row["hyötytavoite"]),
        indicators=_split(row["mittarit"]),
        place=Place(source=row["lähde"], line=int(row["rivi"]) if row["rivi"] else None),
        inferred=_split(row["päätelty"]),
    )


@cache
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue as its CSV files declare it. Raises ValidationError where a file breaks the model."""
    return Catalogue(
        goals=tuple(map(_goal, _rows(folder / "goals.csv"))),
        regions=tuple(map(_region, _rows(folder / "regions.csv"))),
        sources=tuple(map(_source, _rows(folder / "sources.csv"))),
        concepts=tuple(
            Concept(id=row["tunnus"], name=row["nimi"], reason=row["miksi_ei_vertailla"])
            for row in _rows(folder / "concepts.csv")
        ),
        outcome_goals=tuple(map(_outcome_goal, _rows(folder / "outcome_goals.csv"))),
        indicators=tuple(map(_indicator, _rows_of_folder(folder / "indicators"))),
        actions=tuple(map(_action, _rows_of_folder(folder / "actions"))),
    )


@cache
def load_example_catalogue(folder: Path = EXAMPLE_FOLDER) -> Catalogue:
    """The catalogue of the invented example: its indicators, actions and source under the real goals and regions."""
    real = load_catalogue()
    return Catalogue(
        goals=real.goals,
        regions=real.regions,
        sources=tuple(map(_source, _rows(folder / "lahteet.csv"))),
        concepts=real.concepts,
        outcome_goals=(),
        indicators=tuple(map(_indicator, _rows(folder / "mittarit.csv"))),
        actions=tuple(map(_action, _rows(folder / "toimenpiteet.csv"))),
    )
