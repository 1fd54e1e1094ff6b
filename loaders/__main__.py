"""python -m loaders check FILE [--alue NAME] [--json] [--merkitty OUT]: what a file holds, without storing anything.

python -m loaders template --alue NAME --out FILE: the template of a region.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.catalogue import Catalogue, load_catalogue
from data.fields import observation_fields, process_goal_fields
from data.model import Finding, Severity
from loaders.check import Checked, check
from loaders.findings import Unreadable, unreadable
from loaders.marked import marked
from loaders.template import template

CLEAN, STOPPED, UNREADABLE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is 0 clean, 1 stopped by a finding, 2 unreadable or a wrong argument."""
    options = _parser().parse_args(arguments)
    catalogue = load_catalogue()
    if options.command == "template":
        return _template(options.alue, Path(options.out), catalogue)
    try:
        checked = _check(Path(options.file), options.alue, catalogue)
        if options.merkitty:
            _mark(Path(options.file), checked, Path(options.merkitty))
    except Unreadable as error:
        _print(_json(None, [error.finding], catalogue) if options.json else error.finding.message)
        return UNREADABLE
    _print(_json(checked, checked.findings, catalogue) if options.json else _summary(checked))
    return STOPPED if checked.stops else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Tarkista taulukkotiedosto.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("check", help="tarkista tiedosto tallentamatta mitään")
    command.add_argument("file", help="tiedosto: .xlsx, .xlsm, .csv tai .tsv")
    command.add_argument("--alue", default="", help="hyvinvointialue, jos sitä ei ole tiedostossa")
    command.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    command.add_argument("--merkitty", default="", metavar="XLSX", help="kirjoita työkirja, jossa solut on merkitty")
    command = commands.add_parser("template", help="tee alueen täytettävä pohja")
    command.add_argument("--alue", required=True, help="hyvinvointialue")
    command.add_argument("--out", required=True, metavar="XLSX", help="kirjoitettava tiedosto")
    return parser


def _check(file: Path, region_name: str, catalogue: Catalogue) -> Checked:
    region = _region(region_name, catalogue) if region_name else ""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise unreadable("tiedosto-puuttuu", str(file)) from error
    return check(content, file.name, catalogue, region=region, today=_today())


def _mark(file: Path, checked: Checked, target: Path) -> None:
    _write(target, marked(file.read_bytes(), file.name, checked.findings))


def _template(region_name: str, target: Path, catalogue: Catalogue) -> int:
    try:
        region = _region(region_name, catalogue)
        _write(target, template(catalogue, region, today=_today()))
    except Unreadable as error:
        _print(error.finding.message)
        return UNREADABLE
    _print(f"Pohja kirjoitettiin tiedostoon {target}.")
    return CLEAN


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise unreadable("ei-voi-kirjoittaa", str(target)) from error


def _region(name: str, catalogue: Catalogue) -> str:
    if region := catalogue.region(name):
        return region.name
    raise unreadable("tuntematon-alue", name, ", ".join(one.name for one in catalogue.regions))


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Helsinki")).date()


def _json(checked: Checked | None, findings: Sequence[Finding], catalogue: Catalogue) -> str:
    content = {
        "layout": checked.layout if checked else "",
        "observations": [observation_fields(one, catalogue) for one in checked.observations] if checked else [],
        "process_goals": [process_goal_fields(one, catalogue) for one in checked.process_goals] if checked else [],
        "findings": [one.model_dump(mode="json") for one in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _summary(checked: Checked) -> str:
    counts = Counter(one.severity for one in checked.findings)
    lines = [
        f"Asettelu: {checked.layout or 'ei tunnistettu'}",
        f"Havaintoja: {len(checked.observations)}",
        f"Prosessitavoitteita: {len(checked.process_goals)}",
        f"Esteitä {counts[Severity.STOPS]}, varoituksia {counts[Severity.WARNS]}, tietoja {counts[Severity.TELLS]}",
    ]
    for severity in Severity:
        told = (one.message for one in checked.findings if one.severity is severity)
        lines += [f"{severity.value.capitalize()}: {message}" for message in told]
    return "\n".join(lines)


def _print(text: str) -> None:
    """Print as UTF-8 whatever the terminal is set to; captured output is taken as it is."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text)


if __name__ == "__main__":
    sys.exit(main())
