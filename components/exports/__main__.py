"""python -m components.exports csv [--versio N] [--out FILE], or {pptx,docx,xlsx} with regions, as `--help` tells."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from components.exports import write_whole
from components.exports.csv_export import export_csv
from components.exports.excel import excel
from components.exports.powerpoint import powerpoint
from components.exports.word import word
from data.catalogue import Catalogue, load_catalogue
from data.finnish import day_text
from data.model import Observation, ProcessGoal
from data.views.agenda import MAX_REGIONS, Agenda, AgendaItem, ItemKind
from data.views.deck import deck
from data.workspace import Workspace
from loaders.first_start import open_store

DONE, FAILED, WRONG_ARGUMENT = 0, 1, 2


class Refused(Exception):
    """The command cannot do what it was asked; the text is for the user."""

    def __init__(self, text: str, code: int = WRONG_ARGUMENT) -> None:
        super().__init__(text)
        self.code = code


class Chosen(NamedTuple):
    """What goes into the file, as it holds at one version. No goals: all of them."""

    catalogue: Catalogue
    observations: tuple[Observation, ...]
    process_goals: tuple[ProcessGoal, ...]
    regions: tuple[str, ...]
    goals: tuple[int, ...]
    today: date
    version: int
    published: str


def main(arguments: list[str] | None = None) -> int:
    """Write the file. The exit code is 0 written, 1 nothing to write or no place for it, 2 a wrong argument."""
    options = _parser().parse_args(arguments)
    try:
        if options.kind == "csv":
            _write_csv(options)
        else:
            shipped = load_catalogue()
            regions, goals = _regions(options.alue, shipped), _goals(options.tavoite, shipped)
            chosen = _chosen(_workspace(options.versio), regions, goals)
            write(options.out, _MAKERS[options.kind](chosen))
    except Refused as error:
        print(error, file=sys.stderr)
        return error.code
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m components.exports", description="Seurantatiedot tiedostoksi")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="{csv,docx,pptx,xlsx}", help="tiedoston laji")
    versions = argparse.ArgumentParser(add_help=False)
    versions.add_argument("--versio", metavar="N", help="aiempi versio; oletuksena voimassa oleva")
    csv = kinds.add_parser("csv", parents=[versions], help="kaikkien alueiden kaikki havainnot ja tilat")
    csv.add_argument("--out", type=Path, metavar="FILE", help="tiedosto, johon kirjoitetaan; oletuksena tuloste")
    for kind in _MAKERS:
        chosen = kinds.add_parser(kind, parents=[versions], help="valittujen alueiden tiedot")
        chosen.add_argument(
            "--alue", nargs="+", action="extend", required=True, metavar="NAME", help="hyvinvointialueet"
        )
        chosen.add_argument(
            "--tavoite", nargs="+", action="extend", default=[], metavar="N", help="hyötytavoitteet; oletuksena kaikki"
        )
        chosen.add_argument("--out", type=Path, required=True, metavar="FILE", help="tiedosto, johon kirjoitetaan")
    return parser


def _write_csv(options: argparse.Namespace) -> None:
    """Write all observations and statuses of a version into a file, or print them. Small numbers are hidden."""
    workspace = _workspace(options.versio)
    text = export_csv(workspace.catalogue, workspace.observations(), workspace.process_goals())
    if options.out:
        write(options.out, text.encode())
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stream when run as a command
        sys.stdout.write(text)


def _regions(names: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    regions = {name: catalogue.region(name) for name in names}
    unknown = [name for name, region in regions.items() if region is None]
    if unknown:
        known = ", ".join(region.name for region in catalogue.regions)
        raise Refused(f"Aluetta ”{unknown[0]}” ei tunneta. Tunnetut alueet: {known}.")
    return tuple(dict.fromkeys(region.name for region in regions.values() if region))


def _goals(texts: Sequence[str], catalogue: Catalogue) -> tuple[int, ...]:
    known = [str(goal.number) for goal in catalogue.goals]
    unknown = [text for text in texts if text not in known]
    if unknown:
        raise Refused(f"Hyötytavoitetta ”{unknown[0]}” ei ole. Hyötytavoitteet ovat {known[0]}–{known[-1]}.")
    return tuple(sorted({int(text) for text in texts}))


def _chosen(workspace: Workspace, regions: tuple[str, ...], goals: tuple[int, ...]) -> Chosen:
    """Return the data of the regions as the screen shows it."""
    observations, process_goals = workspace.observations(regions), workspace.process_goals(regions)
    known_goals = {goal.goal for goal in process_goals}
    known_goals |= {_goal_of(observation.indicator, workspace.catalogue) for observation in observations}
    if not known_goals.intersection(goals or known_goals):
        raise Refused("Valituista alueista ja hyötytavoitteista ei ole tietoja, joten tiedostoa ei tehty.", FAILED)
    return Chosen(
        catalogue=workspace.catalogue,
        observations=observations,
        process_goals=process_goals,
        regions=regions,
        goals=goals,
        today=workspace.day,
        version=workspace.version,
        published=day_text(workspace.publication.created_at),
    )


def _workspace(asked: str | None) -> Workspace:
    """Return the real data at the version that is asked for (None: the newest). Raises Refused for one there is not."""
    workspace = Workspace(open_store(), load_catalogue())
    if asked is None:
        return workspace
    try:
        return workspace.at(int(asked) if asked.isascii() and asked.isdecimal() else 0)
    except ValueError as error:
        raise Refused(f"Versiota {asked} ei ole. Uusin versio on {workspace.newest}.") from error


def _goal_of(indicator_id: str, catalogue: Catalogue) -> int | None:
    indicator = catalogue.indicator(indicator_id)
    return indicator.goal if indicator else None


def _word(chosen: Chosen) -> bytes:
    return word(**chosen._asdict())


def _excel(chosen: Chosen) -> bytes:
    return excel(**chosen._asdict())


def _powerpoint(chosen: Chosen) -> bytes:
    """Return slides of the chosen goals; without a choice of all, with the process goals and what is missing."""
    if len(chosen.regions) > MAX_REGIONS:
        raise Refused(f"PowerPoint-esityksessä on enintään {MAX_REGIONS} aluetta.")
    goals = chosen.goals or tuple(goal.number for goal in chosen.catalogue.goals)
    items = [AgendaItem(kind=ItemKind.GOAL, regions=chosen.regions, goal=goal) for goal in goals]
    if not chosen.goals:
        items += [AgendaItem(kind=kind, regions=chosen.regions) for kind in (ItemKind.PROCESS_GOALS, ItemKind.GAPS)]
    slides = deck(
        chosen.catalogue,
        Agenda(items=tuple(items)),
        chosen.observations,
        chosen.process_goals,
        chosen.today,
        chosen.version,
        chosen.published,
    )
    return powerpoint(slides)


_MAKERS = {"pptx": _powerpoint, "docx": _word, "xlsx": _excel}


def write(path: Path, content: bytes) -> None:
    """Write the file. Raises Refused where it cannot be written."""
    try:
        write_whole(path, content)
    except OSError as error:
        advice = "Tarkista, että kansio on olemassa ja että siihen saa kirjoittaa."
        raise Refused(f"Tiedostoa {path} ei voitu kirjoittaa. {advice}", FAILED) from error


if __name__ == "__main__":
    sys.exit(main())
