"""python -m loaders check | publish | template: the work of the page Lataus from the command line."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from data import finnish
from data.catalogue import Catalogue, load_catalogue
from data.store import Conflict
from loaders.check import Checked, check
from loaders.findings import Finding, Unreadable, count_findings, gravest_first, unreadable
from loaders.first_start import open_workspace
from loaders.publish import Upload, examine
from loaders.publish import publish as publish_upload
from loaders.record_fields import observation_fields, process_goal_fields
from loaders.sandbox import mark_in_sandbox
from loaders.workbooks.template import template

CLEAN, STOPPED, UNREADABLE, CHANGED_MEANWHILE = 0, 1, 2, 3


def main(arguments: list[str] | None = None) -> int:
    """Run the command. The exit code is 0 clean or done, 1 stopped by a finding, 2 unreadable or a wrong argument,
    3 changed by somebody else meanwhile."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except Unreadable as error:
        as_json = options.command == "check" and options.json
        _print(_json(None, [error.finding], load_catalogue()) if as_json else error.finding.message)
        return UNREADABLE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Tarkista tai julkaise taulukkotiedosto.")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="tarkista tiedosto tallentamatta mitään")
    checking.set_defaults(run=_check)
    checking.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    checking.add_argument("--merkitty", type=Path, metavar="XLSX", help="kirjoita työkirja, jossa solut on merkitty")
    publishing = commands.add_parser("publish", help="tarkista tiedosto ja julkaise sen tiedot uutena versiona")
    publishing.set_defaults(run=_publish)
    publishing.add_argument("--julkaisija", required=True, help="kuka julkaisee")
    publishing.add_argument("--huomautus", default="", help="huomautus julkaisuhistoriaan")
    publishing.add_argument("--hyvaksy", default="", metavar="SELITYS", help="miksi varoitukset hyväksytään")
    for command in (checking, publishing):
        command.add_argument("file", type=Path, help="tiedosto: .xlsx, .xlsm, .csv tai .tsv")
        command.add_argument("--alue", default="", help="hyvinvointialue, jos sitä ei ole tiedostossa")
    making = commands.add_parser("template", help="tee alueen täytettävä pohja")
    making.set_defaults(run=_template)
    making.add_argument("--alue", required=True, help="hyvinvointialue")
    making.add_argument("--out", required=True, type=Path, metavar="XLSX", help="kirjoitettava tiedosto")
    return parser


def _check(options: argparse.Namespace) -> int:
    catalogue = load_catalogue()
    region = _region(options.alue, catalogue)
    content = _content(options.file)
    checked = check(content, options.file.name, catalogue, region=region, today=finnish.today_in_finland())
    if options.merkitty:
        _write(options.merkitty, mark_in_sandbox(content, options.file.name, checked.findings))
    _print(_json(checked, checked.findings, catalogue) if options.json else _summary(checked))
    return STOPPED if checked.stops else CLEAN


def _publish(options: argparse.Namespace) -> int:
    region, content = _region(options.alue, load_catalogue()), _content(options.file)
    workspace = open_workspace()
    upload = examine(content, options.file.name, workspace, region=region, today=finnish.today_in_finland())
    _print(_list_findings(upload.findings))
    if upload.stops:
        return STOPPED
    if not upload.would_change:
        _print("Tiedosto ei muuttaisi mitään: samat tiedot ovat jo voimassa.")
        return CLEAN
    if upload.must_be_accepted and not options.hyvaksy:
        _print("Varoitukset pysäyttävät julkaisun. Kerro, miksi ne hyväksytään: --hyvaksy SELITYS.")
        return STOPPED
    note = " ".join(filter(None, (options.huomautus, options.hyvaksy)))
    try:
        version = publish_upload(upload, content, workspace.store, author=options.julkaisija, note=note)
    except Conflict as conflict:
        _print(f"Versio {conflict.version} muutti samoja tietoja tarkistuksen aikana. Mitään ei tallennettu.")
        return CHANGED_MEANWHILE
    _print(_published(upload, version))
    return CLEAN


def _template(options: argparse.Namespace) -> int:
    workspace = open_workspace()
    catalogue, today = workspace.catalogue, finnish.today_in_finland()
    region = _region(options.alue, catalogue)
    current, goals = workspace.observations([region]), workspace.process_goals([region])
    _write(options.out, template(catalogue, region, today=today, current=current, process_goals=goals))
    _print(f"Pohja kirjoitettiin tiedostoon {options.out}.")
    return CLEAN


def _region(name: str, catalogue: Catalogue) -> str:
    """Return the official name of a region; "" where none was named."""
    region = catalogue.region(name) if name else None
    if name and not region:
        raise unreadable("tuntematon-alue", name, ", ".join(known.name for known in catalogue.regions))
    return region.name if region else ""


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise unreadable("tiedosto-puuttuu", str(file)) from error


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise unreadable("ei-voi-kirjoittaa", str(target)) from error


def _published(upload: Upload, version: int) -> str:
    new = len(upload.observations.new) + len(upload.process_goals.new)
    changed = len(upload.observations.changed) + len(upload.process_goals.changed)
    return f"Julkaistu versiona {version}. Uusia {new}, muuttuneita {changed}."


def _json(checked: Checked | None, findings: Sequence[Finding], catalogue: Catalogue) -> str:
    observations, goals = (checked.observations, checked.process_goals) if checked else ((), ())
    content = {
        "layout": checked.layout if checked else "",
        "observations": [observation_fields(record, catalogue) for record in observations],
        "process_goals": [process_goal_fields(record, catalogue) for record in goals],
        "findings": [_finding_fields(finding) for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _finding_fields(finding: Finding) -> dict[str, str]:
    return finding.model_dump(mode="json", by_alias=True, exclude={"text", "mend"}) | {"message": finding.message}


def _summary(checked: Checked) -> str:
    return "\n".join(
        (
            f"Asettelu: {checked.layout or 'ei tunnistettu'}",
            f"Havaintoja: {len(checked.observations)}",
            f"Prosessitavoitteita: {len(checked.process_goals)}",
            _list_findings(checked.findings),
        )
    )


def _list_findings(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, and each of them, the gravest first."""
    listed = [f"{finding.severity.capitalize()}: {finding.message}" for finding in gravest_first(findings)]
    return "\n".join([count_findings(findings), *listed])


def _print(text: str) -> None:
    """Print as UTF-8 whatever the terminal is set to; captured output is taken as it is."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text)


if __name__ == "__main__":
    sys.exit(main())
