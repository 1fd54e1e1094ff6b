"""Named agendas of meetings. Saving again under a name adds a row: the newest of a name holds, none is overwritten."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, func, insert, select

from data.model import SavedAgenda
from data.store import schema


def save(connection: Connection, slug: str, name: str, author: str, items: Sequence[str]) -> None:
    """Save the items under a name. Raises ValueError without a slug."""
    if not slug:
        raise ValueError("an agenda has a name that links can carry")
    row = {"slug": slug, "name": name, "author": author, "items": json.dumps(list(items), ensure_ascii=False)}
    connection.execute(insert(schema.agendas).values(saved_at=datetime.now(UTC), **row))


def current(connection: Connection, slug: str | None = None) -> tuple[SavedAgenda, ...]:
    """Return the newest of each name (or of this one), the last saved first."""
    columns = schema.agendas.c
    newest = select(func.max(columns.id)).group_by(columns.slug)
    query = select(schema.agendas).where(columns.id.in_(newest)).order_by(columns.id.desc())
    if slug is not None:
        query = query.where(columns.slug == slug)
    return tuple(map(_agenda, connection.execute(query).mappings()))


def _agenda(row: RowMapping) -> SavedAgenda:
    fields = {name: row[name] for name in ("slug", "name", "saved_at", "author")}
    return SavedAgenda(**fields, items=tuple(json.loads(row["items"])))
