"""Command line of the store: python -m data tila."""

import argparse
import sys

from sqlalchemy.exc import SQLAlchemyError

from data.finnish import counted, time_text
from data.store import Store
from data.store.connection import address_of, connect, is_created

DONE, FAILED = 0, 1
_NO_STORE = "Tietovarastoa ei ole vielä. Se luodaan, kun sovellus käynnistetään ensimmäisen kerran."
_CLOSED = "Tietovarastoa ei voi avata. Tarkista DATABASE_URL, tietokannan ajuri ja se, että tietokanta on käynnissä."


def main(arguments: list[str] | None = None) -> int:
    """Print where the store is and what is in it. The exit code is 0, or 1 where there is no store to open."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Seurantatietojen tietovarasto")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("tila", help="missä tietovarasto on, uusin versio ja tietojen määrät")
    parser.parse_args(arguments)
    try:
        engine = connect()
        _print(f"Tietovarasto: {address_of(engine.url)}")
        lines = _state(Store(engine)) if is_created(engine) else []
    except (ImportError, SQLAlchemyError):
        print(_CLOSED, file=sys.stderr)
        return FAILED
    if not lines:
        print(_NO_STORE, file=sys.stderr)
        return FAILED
    _print("\n".join(lines))
    return DONE


def _state(store: Store) -> list[str]:
    """Return the newest version and the counts of what holds, a line each."""
    newest = next(iter(store.publications()), None)
    if newest is None:
        return ["Versioita ei ole vielä."]
    observations = sum(known.numeric + known.words_only + known.missing for known in store.counts())
    statuses = counted(len(store.process_goals()), "prosessitavoitteen tila", "prosessitavoitteen tilaa")
    return [
        f"Uusin versio: {newest.version}",
        f"Julkaistu: {time_text(newest.created_at)}",
        f"Julkaisija: {' '.join(newest.author.split())}",
        f"Voimassa: {counted(observations, 'havainto', 'havaintoa')}, {statuses}",
        f"Tallessa: {counted(len(store.files()), 'tiedosto', 'tiedostoa')}",
    ]


def _print(text: str) -> None:
    """Print as UTF-8 whatever the terminal is set to; captured output is taken as it is."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text)


if __name__ == "__main__":
    sys.exit(main())
