"""The versioned store: one mechanism for publication, history, an earlier state and undo.

A version never changes once it is published. Current = rows that are open. A page asks for just what it shows, so it
costs the same with two thousand and two million rows.
"""

import json
from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select, tuple_
from sqlalchemy.engine import Engine

from data.model import (
    CellChange,
    File,
    Indicator,
    LeftOutValue,
    Observation,
    ObservationCount,
    ProcessGoal,
    Publication,
    Revision,
    SavedAgenda,
    TemplateWords,
)
from data.store import agendas, schema, versions
from data.store.connection import create_folder, writing
from data.store.records import Delivery, LaterChanges
from data.store.versioned_table import (
    FIRST_PUBLISHED,
    INDICATORS,
    LEFT_OUT_VALUES,
    OBSERVATIONS,
    PROCESS_GOALS,
    TABLES,
    TEMPLATE_WORDS,
    Conflict,
    Progress,
    ignore_progress,
)

__all__ = ["Conflict", "Delivery", "LaterChanges", "Store"]

_ORDER = ("indicator", "region", "group_name", "period_start")  # in which observations are returned


class Store:
    """The store behind one database. Every method opens and closes its own connection."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        create_folder(engine)
        with writing(engine) as connection:  # alone, since several processes may start at once
            schema.bring_up_to_date(connection)

    @property
    def version(self) -> int:
        """Return the newest version; 0 in an empty store."""
        with self._engine.connect() as connection:
            return versions.newest(connection)

    def publications(self) -> tuple[Publication, ...]:
        """Return all versions, newest first."""
        with self._engine.connect() as connection:
            return versions.publications(connection)

    def files(self) -> tuple[File, ...]:
        """Return the files that the versions were published from, newest first."""
        with self._engine.connect() as connection:
            return versions.files(connection)

    def content(self, file_id: int) -> bytes:
        """Return a file as it came in. Raises KeyError for an id that no file has."""
        with self._engine.connect() as connection:
            return versions.content(connection, file_id)

    def has_file(self, sha256: str) -> bool:
        """Return whether a file with this content has been published."""
        with self._engine.connect() as connection:
            return versions.last_published(connection, [sha256]) > 0

    def observations(
        self,
        *,
        version: int | None = None,
        regions: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
    ) -> tuple[Observation, ...]:
        """Return the observations that hold at `version` (None: now), by indicator, region, group and period."""
        chosen = {"region": regions, "indicator": indicators}
        with self._engine.connect() as connection:
            return OBSERVATIONS.read(connection, version, chosen, (*_ORDER, "key"))

    def process_goals(
        self, *, version: int | None = None, regions: Sequence[str] | None = None
    ) -> tuple[ProcessGoal, ...]:
        """Return the process goals that hold at `version` (None: now), in the order of their first publication."""
        with self._engine.connect() as connection:
            return PROCESS_GOALS.read(connection, version, {"region": regions}, (FIRST_PUBLISHED,))

    def indicators(self, *, version: int | None = None) -> tuple[Indicator, ...]:
        """Return the indicators that publications have declared and that hold at `version` (None: now)."""
        with self._engine.connect() as connection:
            return INDICATORS.read(connection, version, {}, ("id",))

    def left_out_values(self, *, version: int | None = None) -> tuple[LeftOutValue, ...]:
        """Return what new releases of the shipped data say of corrected and removed cells, at `version` (None: now)."""
        with self._engine.connect() as connection:
            return LEFT_OUT_VALUES.read(connection, version, {}, ("id",))

    def published_by(self, author: str) -> tuple[Observation | ProcessGoal, ...]:
        """Return what an author has published: of each cell the newest value, whether or not it still holds."""
        with self._engine.connect() as connection:
            return (*OBSERVATIONS.published_by(connection, author), *PROCESS_GOALS.published_by(connection, author))

    def template_words(self) -> tuple[TemplateWords, ...]:
        """Return what is remembered of the words of spreadsheet templates."""
        with self._engine.connect() as connection:
            return TEMPLATE_WORDS.read(connection, None, {}, ("id",))

    def counts(self, *, version: int | None = None) -> tuple[ObservationCount, ...]:
        """Return how many observations there are of each indicator, region and role, counted by the database."""
        columns = schema.observations.c
        is_numeric = or_(columns.value.is_not(None), columns.lower.is_not(None))
        query = (
            select(
                columns.region,
                columns.indicator,
                columns.role,
                func.count().filter(is_numeric).label("numeric"),
                func.count().filter(and_(~is_numeric, columns.missing.is_(None))).label("words_only"),
                func.count().filter(columns.missing.is_not(None)).label("missing"),
            )
            .where(OBSERVATIONS.holds_at(version))
            .group_by(columns.region, columns.indicator, columns.role)
        )
        with self._engine.connect() as connection:
            return tuple(ObservationCount(**row) for row in connection.execute(query).mappings())

    def history(
        self,
        *,
        version: int | None = None,
        regions: Sequence[str] | None = None,
        indicators: Sequence[str] | None = None,
    ) -> tuple[Revision, ...]:
        """Return every value that cells have had until `version` (None: now), cell by cell, oldest first."""
        with self._engine.connect() as connection:
            rows = OBSERVATIONS.history(connection, version, {"region": regions, "indicator": indicators}, _ORDER)
        return tuple(Revision(from_version=start, to_version=end, observation=record) for start, end, record in rows)

    def indicators_printed_with(self, regions: Sequence[str] | None, indicators: Sequence[str]) -> tuple[str, ...]:
        """Return the other indicators of which a value of the same region has been read from the same printed text."""
        columns = schema.observations.c
        names = ("region", "source", "sheet", "cell", "as_printed")
        text = tuple_(*(columns[name] for name in names), func.coalesce(columns.line, -1))
        is_printed = [columns.as_printed != ""] + ([] if regions is None else [columns.region.in_(regions)])
        texts = select(*text.clauses).where(*is_printed, columns.indicator.in_(indicators))
        others = select(columns.indicator).distinct().where(*is_printed, columns.indicator.not_in(indicators))
        with self._engine.connect() as connection:
            return tuple(connection.execute(others.where(text.in_(texts))).scalars())

    def changes(self, version: int, *, limit: int | None = None) -> tuple[CellChange, ...]:
        """Return what a version changed in the observations, in their order: all of it, or so many first cells."""
        with self._engine.connect() as connection:
            pairs = OBSERVATIONS.changes(connection, version, _ORDER, limit)
        return tuple(CellChange(old=old, new=new) for old, new in pairs)

    def count_changes(self, version: int) -> int:
        """Return how many observations a version changed, brought or removed."""
        query = select(func.count(schema.observations.c.key.distinct())).where(OBSERVATIONS.is_touched_by(version))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def cells_from_several_sources(
        self, *, version: int | None = None, regions: Sequence[str] | None = None
    ) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return region, indicator and key of the observations that several sources have given until `version`."""
        columns = schema.observations.c
        where = [] if version is None else [columns.from_version <= version]
        where += [] if regions is None else [columns.region.in_(regions)]
        query = (
            select(columns.region, columns.indicator, columns.key)
            .where(*where)
            .group_by(columns.region, columns.indicator, columns.key)
            .having(func.count(columns.source.distinct()) > 1)
            .order_by(columns.indicator, columns.region, columns.key)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query)
            return tuple((region, indicator, tuple(json.loads(key))) for region, indicator, key in rows)

    def differences(self, earlier: int, later: int, *, regions: Sequence[str] | None = None) -> tuple[CellChange, ...]:
        """Return the observations that differ between two versions, in the order of `observations`."""
        with self._engine.connect() as connection:
            pairs = OBSERVATIONS.differences(connection, earlier, later, {"region": regions}, (*_ORDER, "id"))
        return tuple(CellChange(old=old, new=new) for old, new in pairs)

    def later_changes(self, version: int) -> LaterChanges:
        """Return what versions after `version` have opened or closed."""
        with self._engine.connect() as connection:
            regions = [table.touched_values(connection, version, "region") for table in (OBSERVATIONS, PROCESS_GOALS)]
            return LaterChanges(
                regions=frozenset().union(*regions),
                indicators=INDICATORS.touched_records(connection, version),
                templates=frozenset(words.headings for words in TEMPLATE_WORDS.touched_records(connection, version)),
            )

    def agendas(self, slug: str | None = None) -> tuple[SavedAgenda, ...]:
        """Return the saved agendas, the last saved first; with a slug the newest of that name alone."""
        with self._engine.connect() as connection:
            return agendas.current(connection, slug)

    def save_agenda(self, slug: str, name: str, author: str, items: Sequence[str]) -> None:
        """Save the items of an agenda under a name. Raises ValueError without a slug."""
        with writing(self._engine) as connection:
            agendas.save(connection, slug, name, author, items)

    def publish(
        self,
        deliveries: Sequence[Delivery],
        *,
        author: str,
        note: str = "",
        previewed: int | None = None,
        removed: Sequence[Observation | ProcessGoal | LeftOutValue] = (),
        progress: Progress = ignore_progress,
    ) -> int:
        """Publish the records of some files as one new version, in one transaction, and return its number.

        New keys are opened, changed ones closed and opened anew, equal ones left alone, `removed` ones closed; keys
        that no record touches stay. Raises Conflict when a touched key has changed, or one of the files has been
        published, after version `previewed` (None: there was no preview).
        """
        removed_observations = [record for record in removed if isinstance(record, Observation)]
        removed_goals = [record for record in removed if isinstance(record, ProcessGoal)]
        removed_left_out = [record for record in removed if isinstance(record, LeftOutValue)]
        with writing(self._engine) as connection:
            versions.refuse_published(connection, deliveries, previewed)
            version = versions.open_version(connection, author, note)
            observations = (o for d in deliveries for o in d.observations)
            OBSERVATIONS.put(connection, observations, version, previewed, progress)
            PROCESS_GOALS.put(connection, (g for d in deliveries for g in d.process_goals), version, previewed)
            OBSERVATIONS.remove(connection, removed_observations, version, previewed)
            PROCESS_GOALS.remove(connection, removed_goals, version, previewed)
            INDICATORS.put(connection, (i for d in deliveries for i in d.indicators), version, previewed)
            LEFT_OUT_VALUES.remove(connection, removed_left_out, version, previewed)
            LEFT_OUT_VALUES.put(connection, (v for d in deliveries for v in d.left_out_values), version, previewed)
            TEMPLATE_WORDS.put(connection, (w for d in deliveries for w in d.template_words), version)
            versions.add_files(connection, deliveries, version)
        return version

    def undo(self, undone: int, *, author: str, note: str = "") -> int:
        """Publish a new version that takes back all that version `undone` did, and return its number.

        Raises Conflict when a later version has changed the same: that one is to be undone first.
        """
        with writing(self._engine) as connection:
            version = versions.open_version(connection, author, note, undoes=undone)
            for table in TABLES:
                table.undo(connection, undone, version)
        return version
