"""What is declared about process goals, read from the CSV files of `process/`, with look-ups by region and goal."""

from datetime import date
from functools import cache, cached_property
from pathlib import Path

from data.catalogue import FOLDER, normalise
from data.catalogue.tables import rows, split
from data.model import (
    Handover,
    Hindrance,
    Place,
    Record,
    Round,
    Structure,
    SubGoal,
    Theme,
    ThemeGoal,
    WorkPackage,
)

PROCESS_FOLDER = FOLDER / "process"


class ProcessCatalogue(Record):
    """Rounds in order, themes in order, and what is declared of single goals.

    `structures` is keyed by the normalised text of a source; a text that is not there has no structure.
    """

    rounds: tuple[Round, ...]
    packages: tuple[WorkPackage, ...]
    themes: tuple[Theme, ...]
    theme_goals: tuple[ThemeGoal, ...]
    theme_actions: tuple[tuple[str, str], ...]
    sub_goals: tuple[SubGoal, ...]
    hindrances: tuple[Hindrance, ...]
    handovers: tuple[Handover, ...]
    structures: dict[str, tuple[Structure, ...]]

    @cached_property
    def _themes_by_goal(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for one in self.theme_goals:
            found[one.region, one.id] = (*found.get((one.region, one.id), ()), one.theme)
        return found

    def themes_of(self, region: str, goal_id: str) -> tuple[str, ...]:
        """The ids of the themes that a goal is declared to belong to."""
        return self._themes_by_goal.get((region, goal_id), ())

    def theme(self, theme_id: str) -> Theme | None:
        """The theme with this id."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def package_name(self, region: str, package: str) -> str:
        """A work package with its name: "TP 5 Perhekeskus"; the number alone where the source gives no name."""
        named = next((one for one in self.packages if (one.region, one.id) == (region, package)), None)
        return f"{package} {named.name}" if named else package

    def round_of(self, day: date) -> Round | None:
        """The round that tells of this day; None outside the calendar."""
        return next((one for one in self.rounds if one.start <= day <= one.end), None)

    def structures_of(self, continues: str) -> tuple[Structure, ...]:
        """The structures that a source's text means; empty for a text that nobody has mapped."""
        if not continues.strip():
            return (Structure.NOT_TOLD,)
        return self.structures.get(normalise(continues), ())


def _place(row: dict[str, str]) -> Place:
    return Place(source=row["lähde"], line=int(row["rivi"]))


def _structures(text: str) -> tuple[Structure, ...]:
    return tuple(Structure(part) for part in split(text, "|"))


def _round(row: dict[str, str]) -> Round:
    return Round(
        id=row["tunnus"],
        name=row["nimi"],
        due=row["raportoitava"],
        start=row["alku"],
        end=row["loppu"],
        place=_place(row),
    )


def _theme(row: dict[str, str]) -> Theme:
    return Theme(
        id=row["tunnus"],
        name=row["nimi"],
        indicator_themes=split(row["mittariteemat"], "|"),
        concept=row["samansuuntainen"],
        indicators=split(row["mittarit"], "|"),
    )


def _sub_goal(row: dict[str, str]) -> SubGoal:
    return SubGoal(
        region=row["alue"],
        id=row["tunnus"],
        title=row["osatavoite"],
        status=row["status"],
        wording=row["sanamuoto"],
        place=_place(row),
    )


def _handover(row: dict[str, str]) -> Handover:
    return Handover(
        region=row["alue"],
        title=row["aihe"],
        continues=row["jatkuu"],
        continues_with=row["jatkovastuu"],
        structures=_structures(row["rakenne"]),
        place=_place(row),
    )


@cache
def load_process_catalogue(folder: Path = PROCESS_FOLDER) -> ProcessCatalogue:
    """Everything declared about process goals. Raises ValueError where a file names what the model does not have."""
    return ProcessCatalogue(
        rounds=tuple(map(_round, rows(folder / "rounds.csv"))),
        packages=tuple(
            WorkPackage(region=row["alue"], id=row["tunnus"], name=row["nimi"], place=_place(row))
            for row in rows(folder / "packages.csv")
        ),
        themes=tuple(map(_theme, rows(folder / "themes.csv"))),
        theme_goals=tuple(
            ThemeGoal(region=row["alue"], id=row["tunnus"], theme=row["teema"], reason=row["perustelu"])
            for row in rows(folder / "theme_goals.csv")
        ),
        theme_actions=tuple((row["tunnus"], row["teema"]) for row in rows(folder / "theme_actions.csv")),
        sub_goals=tuple(map(_sub_goal, rows(folder / "sub_goals.csv"))),
        hindrances=tuple(
            Hindrance(
                region=row["alue"],
                id=row["tunnus"],
                dropped=row["laji"] == "pudonnut",
                reason=row["syy"],
                place=_place(row),
            )
            for row in rows(folder / "hindrances.csv")
        ),
        handovers=tuple(map(_handover, rows(folder / "other_continuations.csv"))),
        structures={normalise(row["jatkuu"]): _structures(row["rakenne"]) for row in rows(folder / "structures.csv")},
    )
