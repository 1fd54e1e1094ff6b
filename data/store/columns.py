"""Records to database rows and back. A round trip gives an equal record."""

import json
from enum import Enum
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import RowMapping, Table

from data.model import VersionedRecord

Row = dict[str, Any]
RecordType = TypeVar("RecordType", bound=VersionedRecord)

HISTORY = ("id", "from_version", "to_version")  # columns that say when a row holds
_WHOLE = "body"  # the column of a table that keeps each record whole, as JSON
_FIELDS = {  # the fields of columns that have another name
    "group_name": "group",
    "goal_id": "id",
    "period_label": "period.label",
    "period_start": "period.start",
    "period_end": "period.end",
    "source": "place.source",
    "line": "place.line",
    "other_lines": "place.other_lines",
    "table_name": "place.table",
    "sheet": "place.sheet",
    "cell": "place.cell",
    "as_printed": "place.as_printed",
}
_LISTS = {"inferred", "other_goals", "other_lines"}  # columns that hold a JSON list, or nothing for an empty one


def key_of(record: VersionedRecord) -> str:
    """Return the record's key as one string, unambiguous whatever its parts hold."""
    return json.dumps(record.key, ensure_ascii=False)


class Columns(Generic[RecordType]):
    """How the records of one type lie in the columns of a table: a field in each, or the whole record in one."""

    def __init__(self, table: Table, record_type: type[RecordType]) -> None:
        self._record_type = record_type
        self._names = [column.name for column in table.columns if column.name not in (*HISTORY, "key")]
        self._fields = [_FIELDS.get(name, name) for name in self._names]
        self._is_whole = self._names == [_WHOLE]

    def pack(self, record: RecordType) -> Row:
        """Return the row of a record, without its versions."""
        if self._is_whole:
            return {"key": key_of(record), _WHOLE: record.model_dump_json()}
        values = zip(self._names, attrgetter(*self._fields)(record), strict=True)
        return {"key": key_of(record), **{name: _stored(value) for name, value in values}}

    def unpack(self, row: RowMapping) -> RecordType:
        """Return the record that a row holds."""
        if self._is_whole:
            return self._record_type.model_validate_json(row[_WHOLE])
        nested: dict[str, Any] = {}
        for name, field in zip(self._names, self._fields, strict=True):
            holder, _, inner = field.rpartition(".")
            target = nested.setdefault(holder, {}) if holder else nested
            target[inner] = _loaded(row[name]) if name in _LISTS else row[name]
        return self._record_type.model_validate(nested)


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return value.value if isinstance(value, Enum) else value


def _loaded(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text)) if text else ()
