"""The first start: the shipped files go into the store through the same loader as any upload."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import data
from data import finnish
from data.catalogue import EXAMPLE_FOLDER, Catalogue, DataSet, shipped_catalogue
from data.store import Conflict, Delivery, Store
from data.store.connection import connect, sqlite_url
from data.workspace import Workspace
from loaders.check import check
from loaders.shipped_release import leave_corrections

SHIPPED = Path(data.__path__[0]) / "seurantatiedot"
EXAMPLE = EXAMPLE_FOLDER / "esimerkki-kuukausiseuranta.xlsx"
AUTHOR = "Aineiston mukana"


class ShippedFileError(RuntimeError):
    """A shipped file does not pass the loader: the application is broken, not its user."""


def connected(data_set: DataSet) -> Store:
    """Return the store of a data set as it is; that of the example is a local file, whatever database is in use."""
    return Store(connect(sqlite_url("esimerkki.db") if data_set is DataSet.EXAMPLE else None))


def open_store(data_set: DataSet = DataSet.REPORTS) -> Store:
    """Return the store of a data set, filled with the shipped files at first start. Starting again changes nothing."""
    store, catalogue = connected(data_set), shipped_catalogue(data_set)
    if data_set is DataSet.EXAMPLE:
        _publish(store, catalogue, [EXAMPLE], note="Keksitty esimerkkiaineisto")
    else:
        fill(store, catalogue)
    return store


def open_workspace(data_set: DataSet = DataSet.REPORTS) -> Workspace:
    """Return the newest version of a data set, whose store is opened and filled as `open_store` does."""
    return Workspace(open_store(data_set), shipped_catalogue(data_set))


def fill(store: Store, catalogue: Catalogue, folder: Path = SHIPPED) -> None:
    """Publish the CSV files of a folder that the store does not know, all in one version."""
    _publish(store, catalogue, sorted(folder.rglob("*.csv")), note="Alueiden raporttien tiedot")


def _publish(store: Store, catalogue: Catalogue, files: Sequence[Path], note: str) -> None:
    """Publish the files that the store does not know, all in one version, over nothing that people have corrected."""
    deliveries = [Delivery(file_name=path.name, content=path.read_bytes()) for path in files]
    checked = [_checked(delivery, catalogue) for delivery in deliveries if not store.has_file(delivery.sha256)]
    while unknown := [delivery for delivery in checked if not store.has_file(delivery.sha256)]:
        version = store.version
        release = leave_corrections(store, unknown, AUTHOR, version)
        with suppress(Conflict):  # another process or person has published meanwhile: look again at what is unknown
            store.publish(
                release.deliveries,
                author=AUTHOR,
                note=_note(note, len(release.left_out)),
                previewed=version,
                removed=release.outdated,
            )


def _note(note: str, left_out: int) -> str:
    if not left_out:
        return note
    places = "yhdessä kohdassa" if left_out == 1 else f"{finnish.number(left_out)} kohdassa"
    return (
        f"{note}. Toimitetun aineiston uusi arvo jätettiin pois {places}, koska tieto on täällä korjattu tai "
        "poistettu. Ne luetellaan sivulla Tiedot."
    )


def _checked(delivery: Delivery, catalogue: Catalogue) -> Delivery:
    checked = check(delivery.content, delivery.file_name, catalogue, today=datetime.now(UTC).date())
    if checked.stops:
        reasons = "; ".join(f.message for f in checked.findings if f.severity == "este")
        raise ShippedFileError(f"{delivery.file_name}: {reasons}")
    return delivery.model_copy(update={"observations": checked.observations, "process_goals": checked.process_goals})
