"""Command line of the data: `python -m data export [--versio N] [--out FILE]`."""

import argparse
import sys
from pathlib import Path

from components.shown import shown_observations
from data.export import export_csv
from loaders.first_start import catalogue_of, open_store


def main(arguments: list[str] | None = None) -> int:
    """Write all observations and statuses of a version (none: the current one) as one CSV. Returns the exit code.

    Small numbers are hidden as on the screen.
    """
    parser = argparse.ArgumentParser(prog="python -m data", description="Seurantatietojen vienti")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="kaikki havainnot ja tilat yhtenä CSV-tiedostona")
    export.add_argument("--versio", type=int, metavar="N", help="aiempi versio; oletuksena voimassa oleva")
    export.add_argument("--out", type=Path, metavar="FILE", help="tiedosto; oletuksena tuloste")
    chosen = parser.parse_args(arguments)

    store = open_store()
    if chosen.versio is not None and not 1 <= chosen.versio <= store.version:
        print(f"Versiota {chosen.versio} ei ole. Uusin versio on {store.version}.", file=sys.stderr)
        return 2
    version = chosen.versio or store.version
    observations = shown_observations(store, example=False, version=version)
    catalogue = catalogue_of(store, example=False, version=version)
    text = export_csv(catalogue, observations, store.process_goals(version=version))
    if chosen.out:
        chosen.out.write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a real stream when run as a command
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
