"""What is declared about process goals, read from the CSV files of `process/`, with look-ups by region and goal."""

from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from data.catalogue import FOLDER, normalise
from data.catalogue.csv_files import Column, Row, read_rows, records, several
from data.model import (
    Handover,
    Hindrance,
    ProcessStatus,
    Record,
    Round,
    Structure,
    SubGoal,
    Theme,
    ThemeGoal,
    WorkPackage,
)

PROCESS_FOLDER = FOLDER / "process"
WORDINGS_FILE = FOLDER / "wordings.csv"  # the reports' and the managers' own words for the status of a process goal


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
        themes: dict[tuple[str, str], tuple[str, ...]] = {}
        for goal in self.theme_goals:
            themes[goal.region, goal.id] = (*themes.get((goal.region, goal.id), ()), goal.theme)
        return themes

    def themes_of(self, region: str, goal_id: str) -> tuple[str, ...]:
        """Return the ids of the themes that a goal is declared to belong to."""
        return self._themes_by_goal.get((region, goal_id), ())

    def theme(self, theme_id: str) -> Theme | None:
        """Return the theme with this id."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def package_name(self, region: str, package: str) -> str:
        """Return a work package with its name: "TP 5 Perhekeskus"; the number alone where the source gives no name."""
        named = next((known for known in self.packages if (known.region, known.id) == (region, package)), None)
        return f"{package} {named.name}" if named else package

    def round_of(self, day: date) -> Round | None:
        """Return the round that reports on this day; None outside the calendar."""
        return next((known for known in self.rounds if known.start <= day <= known.end), None)

    def structures_of(self, continues: str) -> tuple[Structure, ...]:
        """Return the structures that a source's text means; empty for a text that nobody has mapped."""
        if not continues.strip():
            return (Structure.NOT_TOLD,)
        return self.structures.get(normalise(continues), ())


@cache
def load_process_catalogue(folder: Path = PROCESS_FOLDER) -> ProcessCatalogue:
    """Return what is declared about process goals. Raises ValueError where a file names what the model lacks."""

    def rows(name: str) -> Iterator[Row]:
        return read_rows(folder / f"{name}.csv")

    return ProcessCatalogue(
        rounds=records(Round, rows("rounds"), alku=Column("start"), loppu=Column("end")),
        packages=records(WorkPackage, rows("packages")),
        themes=records(Theme, rows("themes"), mittarit=Column("indicators", several("|"))),
        theme_goals=records(ThemeGoal, rows("theme_goals")),
        theme_actions=tuple((row["tunnus"], row["teema"]) for row in rows("theme_actions")),
        sub_goals=records(SubGoal, rows("sub_goals")),
        hindrances=records(Hindrance, rows("hindrances"), laji=Column("dropped", lambda text: text == "pudonnut")),
        handovers=records(Handover, rows("other_continuations")),
        structures={
            normalise(row["jatkuu"]): tuple(map(Structure, row["rakenne"].split("|"))) for row in rows("structures")
        },
    )


@cache
def status_wordings(file: Path = WORDINGS_FILE) -> dict[str, ProcessStatus]:
    """Return the status that each known wording means, by the normalised wording; each status names itself too.

    Raises ValueError where the file names a status that the model does not have.
    """
    listed = {normalise(row["sanamuoto"]): ProcessStatus(row["status"]) for row in read_rows(file)}
    return listed | {status.value: status for status in ProcessStatus}
