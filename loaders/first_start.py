"""The first start and later releases: the shipped files go into the store through the same loader as any upload.

A release changes only the cells that still hold what the product itself put there.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import data
from data import finnish
from data.catalogue import EXAMPLE_FOLDER, Catalogue, DataSet, shipped_catalogue
from data.model import LeftOutValue, Observation, ProcessGoal
from data.store import Conflict, Delivery, Store
from data.store.connection import connect, sqlite_url
from data.workspace import Workspace
from loaders.check import check

SHIPPED = Path(data.__path__[0]) / "seurantatiedot"
EXAMPLE = EXAMPLE_FOLDER / "esimerkki-kuukausiseuranta.xlsx"
AUTHOR = "Aineiston mukana"


_Shipped = TypeVar("_Shipped", Observation, ProcessGoal)
_Records = dict[tuple[str, ...], Observation | ProcessGoal]


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


@dataclass(frozen=True, slots=True)
class Release:
    """What of a release is published, and what of it is not since people have corrected or removed the cell.

    `outdated` are values left out of earlier releases that this one replaces or takes back.
    """

    deliveries: list[Delivery]
    left_out: list[LeftOutValue]
    outdated: list[LeftOutValue]


def leave_corrections(store: Store, deliveries: Sequence[Delivery], author: str, version: int) -> Release:
    """Return the release without what would overwrite people's corrections or bring back what they have removed.

    `author` is who publishes the shipped data; the cells are compared as they hold at `version`. A cell holds the
    product's own value when it says what `author` last published of it, whoever put it back there.
    """
    observations = [record for delivery in deliveries for record in delivery.observations]
    goals = [record for delivery in deliveries for record in delivery.process_goals]
    regions = sorted({record.region for record in (*observations, *goals)})
    indicators = sorted({record.indicator for record in observations})
    current = _by_key(store.observations(version=version, regions=regions, indicators=indicators))
    current |= _by_key(store.process_goals(version=version, regions=regions))
    shipped = _by_key(store.published_by(author))
    released: list[Observation | ProcessGoal] = [*observations, *goals]
    left_out = {
        record.key: LeftOutValue(shipped=record)
        for record in released
        if _is_kept(record, current, shipped) and _is_new(record, current, shipped)
    }
    released_keys = {record.key for record in released}
    known = {value.key: value for value in store.left_out_values(version=version)}
    return Release(
        deliveries=[_published(delivery, current, shipped, left_out) for delivery in deliveries],
        left_out=[value for key, value in left_out.items() if key not in known or known[key].content != value.content],
        outdated=[value for key, value in known.items() if key not in left_out and key in released_keys],
    )


def _published(
    delivery: Delivery, current: _Records, shipped: _Records, left_out: dict[tuple[str, ...], LeftOutValue]
) -> Delivery:
    def open_to_release(records: Iterable[_Shipped]) -> tuple[_Shipped, ...]:
        return tuple(record for record in records if not _is_kept(record, current, shipped))

    records = (*delivery.observations, *delivery.process_goals)
    return delivery.model_copy(
        update={
            "observations": open_to_release(delivery.observations),
            "process_goals": open_to_release(delivery.process_goals),
            "left_out_values": tuple(left_out[record.key] for record in records if record.key in left_out),
        }
    )


def _is_kept(record: Observation | ProcessGoal, current: _Records, shipped: _Records) -> bool:
    """Return whether the cell of a shipped record stays as it is, since a person has corrected or removed it."""
    now, before = current.get(record.key), shipped.get(record.key)
    if now is None:
        return before is not None  # removed
    return before is None or now.content != before.content


def _is_new(record: Observation | ProcessGoal, current: _Records, shipped: _Records) -> bool:
    """Return whether a release says of a cell what neither an earlier one nor the cell itself says."""
    others = (current.get(record.key), shipped.get(record.key))
    return all(other is None or other.content != record.content for other in others)


def _by_key(records: Iterable[Observation | ProcessGoal]) -> _Records:
    return {record.key: record for record in records}
