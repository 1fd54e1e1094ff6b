"""Records from the catalogue's CSV files: one map tells which field each Finnish column holds."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from data.model import Record

Row = dict[str, str]
_AnyRecord = TypeVar("_AnyRecord", bound=Record)


class Column(NamedTuple):
    """The field that a column holds, as `period.start` where it is one of a record within, and how a cell is read."""

    field: str
    read: Callable[[str], object] = str


def several(separator: str, read: Callable[[str], object] = str) -> Callable[[str], tuple[object, ...]]:
    """Return what reads a cell that holds several, each of them by `read`."""
    return lambda text: tuple(read(part.strip()) for part in text.split(separator) if part.strip())


def _alias(text: str) -> dict[str, str]:
    spelling, _, group = text.partition("=>")
    return {"text": spelling.strip(), "group": group.strip()}


def _break(text: str) -> dict[str, str | bool]:
    """Return a break: "2023-01-01 reason", or "2023-01-01 organisaatio: reason" where only the organisation changed."""
    day, _, reason = text.partition(" ")
    kind, _, rest = reason.partition(": ")
    if kind == "organisaatio":
        return {"when": day, "reason": rest.strip(), "is_of_organisation": True}
    return {"when": day, "reason": reason.strip()}


COLUMNS = {
    "aihe": Column("title"),
    "aliakset": Column("aliases", several("|", _alias)),
    "alku": Column("period.start"),
    "alue": Column("region"),
    "huomautus": Column("note"),
    "hyötytavoite": Column("goal"),
    "id": Column("id"),
    "jakso": Column("period.label"),
    "jatkovastuu": Column("continues_with"),
    "jatkuu": Column("continues"),
    "julkaistu": Column("published"),
    "kansallinen_tunnus": Column("national_id"),
    "katkokset": Column("breaks", several("|", _break)),
    "keruutapa": Column("collection"),
    "koodi_2023": Column("code"),
    "koodi_ennen_2023": Column("old_code"),
    "laji": Column("kind"),
    "loppu": Column("period.end"),
    "lyhenne": Column("short"),
    "lyhyt": Column("short"),
    "lähde": Column("place.source"),
    "miksi_ei_vertailla": Column("reason"),
    "mittarit": Column("indicators", several(",")),
    "mittariteemat": Column("indicator_themes", several("|")),
    "muut_hyötytavoitteet": Column("other_goals", several(",")),
    "määritelmä": Column("definition"),
    "nimi": Column("name"),
    "nimittäjä": Column("denominator"),
    "numero": Column("number"),
    "omistaja": Column("owner"),
    "osatavoite": Column("title"),
    "osoittaja": Column("numerator"),
    "otsikko": Column("title"),
    "perustelu": Column("reason"),
    "pienten_lukujen_raja": Column("small_number_rule"),
    "päätelty": Column("inferred", several(",")),
    "rajoitteet": Column("limits"),
    "rakenne": Column("structures", several("|")),
    "raportoitava": Column("due"),
    "rivi": Column("place.line"),
    "samansuuntainen": Column("concept"),
    "sanamuoto": Column("wording"),
    "slug": Column("slug"),
    "sotkanet_id": Column("sotkanet"),
    "sotkanet_id_ennen_2023": Column("sotkanet_old"),
    "status": Column("status"),
    "suunnan_perustelu": Column("direction_reason"),
    "suunta": Column("direction"),
    "syy": Column("reason"),
    "teema": Column("theme"),
    "tietolähde": Column("data_source"),
    "tulostavoite": Column("outcome_goal"),
    "tunnus": Column("id"),
    "uudet_tasot": Column("level_shifts", several("|", _break)),
    "väestö": Column("population"),
    "väli": Column("interval"),
    "yksikkö": Column("unit"),
}


def read_rows(path: Path) -> Iterator[Row]:
    """Yield each row of a file, or of every file of a folder in the order of their names, by its headings."""
    for file_path in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
        with file_path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter=";")


def records(record_type: type[_AnyRecord], rows: Iterable[Row], **special: Column) -> tuple[_AnyRecord, ...]:
    """Return a record for each row; `special` are columns that hold something else here than elsewhere.

    Raises ValidationError, which is a ValueError, for a row that breaks the model and KeyError for an unknown column.
    """
    columns = COLUMNS | special
    return tuple(record_type.model_validate(_fields_of(record_type, row, columns)) for row in rows)


def _fields_of(record_type: type[Record], row: Row, columns: dict[str, Column]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, text in row.items():
        holder, _, inner = columns[name].field.rpartition(".")
        is_left_out = not text and (holder or not record_type.model_fields[inner].is_required())
        if not is_left_out:
            (fields.setdefault(holder, {}) if holder else fields)[inner] = columns[name].read(text)
    return fields
