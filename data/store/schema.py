"""Tables of the versioned store.

Every row of a record carries `from_version` and `to_version`: it holds at version v when from <= v and (to is null
or to > v). `key` is what makes two rows the same cell; at most one open row has it, and the database sees to that.
Records that are few (indicators, words of templates, values left out) are kept whole, as JSON.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    text,
)
from sqlalchemy.schema import CreateColumn

metadata = MetaData()

versions = Table(
    "versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("author", String(200), nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Integer, nullable=True),
)

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", ForeignKey("versions.version"), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
    Column("observations", Integer, nullable=False),
    Column("process_goals", Integer, nullable=False),
)


def _history() -> list[Column[Any]]:
    """Return the columns that every versioned row has."""
    return [
        Column("id", Integer, primary_key=True),
        Column("from_version", ForeignKey("versions.version"), nullable=False),
        Column("to_version", ForeignKey("versions.version"), nullable=True),
        Column("key", Text, nullable=False),
    ]


def _record() -> list[Column[Any]]:
    """Return the columns that observations and process goals share: period, place and what is said about them."""
    return [
        Column("period_label", Text, nullable=False),
        Column("period_start", Date, nullable=True),
        Column("period_end", Date, nullable=True),
        Column("source", Text, nullable=False),
        Column("line", Integer, nullable=True),
        Column("other_lines", Text, nullable=False),
        Column("table_name", Text, nullable=False),
        Column("sheet", Text, nullable=False),
        Column("cell", Text, nullable=False),
        Column("as_printed", Text, nullable=False),
        Column("inferred", Text, nullable=False),
        Column("conflict", Text, nullable=False),
        Column("note", Text, nullable=False),
        Column("accepted", Text, nullable=False, server_default=""),
    ]


observations = Table(
    "observations",
    metadata,
    *_history(),
    Column("region", String(60), nullable=False),
    Column("indicator", String(200), nullable=False),
    Column("group_name", Text, nullable=False),
    Column("role", String(20), nullable=False),
    Column("value", Float, nullable=True),
    Column("lower", Float, nullable=True),
    Column("upper", Float, nullable=True),
    Column("qualifier", String(20), nullable=True),
    Column("unit", String(40), nullable=False),
    Column("n", Integer, nullable=True),
    Column("missing", String(20), nullable=True),
    Column("words", Text, nullable=False),
    *_record(),
    Index("ix_observations_cell", "region", "indicator"),
    Index("ix_observations_indicator", "indicator"),
)

process_goals = Table(
    "process_goals",
    metadata,
    *_history(),
    Column("region", String(60), nullable=False),
    Column("goal_id", String(200), nullable=False),
    Column("title", Text, nullable=False),
    Column("work_package", Text, nullable=False),
    Column("goal", Integer, nullable=True),
    Column("other_goals", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("status", String(30), nullable=False),
    Column("wording", Text, nullable=False),
    Column("continues", Text, nullable=False),
    Column("continues_with", Text, nullable=False),
    Column("status_line", Integer, nullable=True),
    *_record(),
    Index("ix_process_goals_region", "region"),
)

indicators = Table("indicators", metadata, *_history(), Column("body", Text, nullable=False))

agendas = Table(
    "agendas",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String(200), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Column("author", String(200), nullable=False),
    Column("items", Text, nullable=False),
)

left_out_values = Table("left_out_values", metadata, *_history(), Column("body", Text, nullable=False))

mappings = Table("mappings", metadata, *_history(), Column("body", Text, nullable=False))

for _table in (observations, process_goals, indicators, left_out_values, mappings):
    _is_open = _table.c.to_version.is_(None)
    Index(
        f"uq_{_table.name}_open_key",
        _table.c.key,
        unique=True,
        sqlite_where=_is_open,
        postgresql_where=_is_open,
    )
    Index(f"ix_{_table.name}_versions", _table.c.from_version, _table.c.to_version)


def bring_up_to_date(connection: Connection) -> None:
    """Create the tables that are not there, and the columns that a table from an earlier release lacks."""
    metadata.create_all(connection)
    for table in metadata.sorted_tables:
        existing = {column["name"] for column in inspect(connection).get_columns(table.name)}
        for column in table.columns:
            if column.name not in existing:
                declared = CreateColumn(column).compile(dialect=connection.dialect)
                connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {declared}"))
