"""The first start: the shipped files go into the store through the same loader as any upload."""

from datetime import UTC, datetime
from pathlib import Path

import data
from data.catalogue import Catalogue, load_catalogue
from data.store import AlreadyPublished, Delivery, Store
from data.store.connection import connect
from loaders.check import check

SHIPPED = Path(data.__path__[0]) / "seurantatiedot"
AUTHOR = "Aineiston mukana"


class ShippedFileError(RuntimeError):
    """A shipped file does not pass the loader: the application is broken, not its user."""


def open_store() -> Store:
    """The store, created and filled with the shipped files at first start. Starting again changes nothing."""
    store = Store(connect())
    fill(store, load_catalogue())
    return store


def fill(store: Store, catalogue: Catalogue, folder: Path = SHIPPED) -> None:
    """Publish the CSV files of a folder that the store does not know, all in one version."""
    files = [(path, path.read_bytes()) for path in sorted(folder.rglob("*.csv"))]
    deliveries = [Delivery(file_name=path.name, content=content) for path, content in files]
    fresh = [delivery for delivery in deliveries if not store.has_file(delivery.sha256)]
    if not fresh:
        return
    note = "Alueiden raporttien tiedot"
    try:
        store.publish([_checked(delivery, catalogue) for delivery in fresh], author=AUTHOR, note=note)
    except AlreadyPublished:  # another process started at the same moment and was first
        return


def _checked(delivery: Delivery, catalogue: Catalogue) -> Delivery:
    checked = check(delivery.content, delivery.file_name, catalogue, today=datetime.now(UTC).date())
    if checked.stops:
        reasons = "; ".join(f.message for f in checked.findings if f.severity == "este")
        raise ShippedFileError(f"{delivery.file_name}: {reasons}")
    return delivery.model_copy(update={"observations": checked.observations, "process_goals": checked.process_goals})
