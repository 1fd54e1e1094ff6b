"""One store at one version, as it may be shown: every number that leaves here has its small counts hidden."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from data.analysis.small_numbers.replaced_values import protect_history
from data.catalogue import Catalogue
from data.finnish import day_in_finland, today_in_finland
from data.model import CellChange, Observation, ProcessGoal, Publication, Revision
from data.store import Store

_Key = tuple[str, ...]


class Workspace:
    """A store at one version: the version `pinned`, else the newest one.

    `shipped` is the catalogue as it ships. `newest` is the newest version that is seen here (None: the newest there
    is): what is hidden at it is hidden at every earlier version, and what is published after it is not seen.
    """

    def __init__(
        self, store: Store, shipped: Catalogue, pinned: int | None = None, *, newest: int | None = None
    ) -> None:
        self.store = store
        self.pinned = pinned
        self.newest = store.version if newest is None else newest
        self.version = pinned or self.newest
        self._shipped = shipped
        self._recent: tuple[tuple[str, ...] | None, tuple[Revision, ...]] | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return the catalogue with the indicators that publications have declared until the version."""
        return self._catalogue_at(self.version)

    @cached_property
    def _newest_catalogue(self) -> Catalogue:
        return self.catalogue if self.version == self.newest else self._catalogue_at(self.newest)

    def _catalogue_at(self, version: int) -> Catalogue:
        declared = self.store.indicators(version=version)
        return self._shipped.with_indicators(declared) if declared else self._shipped

    def at(self, version: int) -> "Workspace":
        """Return the workspace kept at another version. Raises ValueError for a version that does not exist."""
        if not 1 <= version <= self.newest:
            raise ValueError(f"there is no version {version}")
        return Workspace(self.store, self._shipped, version, newest=self.newest)

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """Return all publications, newest first."""
        return tuple(known for known in self.store.publications() if known.version <= self.newest)

    @property
    def publication(self) -> Publication:
        """Return the publication of the version."""
        return next(known for known in self.publications if known.version == self.version)

    @property
    def day(self) -> date:
        """Return the day at which data is judged: today, or the day of the version that is pinned."""
        return day_in_finland(self.publication.created_at) if self.pinned else today_in_finland()

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Return the regions that have indicators of their own in the catalogue, in the order of the sources."""
        known = [source.region for source in self.catalogue.sources]
        known += [indicator.region for indicator in self.catalogue.indicators]
        return tuple(dict.fromkeys(filter(None, known)))

    def observations(
        self, regions: Sequence[str] | None = None, indicators: Sequence[str] | None = None
    ) -> tuple[Observation, ...]:
        """Return the observations of these regions and indicators (None: of all) that hold at the version."""
        return tuple(_values_at(self._history(regions, indicators), self.version).values())

    def process_goals(self, regions: Sequence[str] | None = None) -> tuple[ProcessGoal, ...]:
        """Return the process goals of these regions (None: of all) that hold at the version."""
        return self.store.process_goals(version=self.version, regions=regions)

    def count_changes(self) -> int:
        """Return how many observations the version changed, brought or removed."""
        return self.store.count_changes(self.version)

    def changes(self, limit: int | None = None) -> tuple[CellChange, ...]:
        """Return what the version changed in the observations: all of it, or so many first cells."""
        return self._shown(self.store.changes(self.version, limit=limit), self.version - 1)

    def differences(self, earlier: int, regions: Sequence[str] | None = None) -> tuple[CellChange, ...]:
        """Return how the observations of these regions (None: of all) differ from those of an earlier version."""
        return self._shown(self.store.differences(earlier, self.version, regions=regions), earlier)

    def corrections(self, region: str, indicator: str) -> tuple[Revision, ...]:
        """Return the values of an indicator in a region that had been replaced by the version, oldest first."""
        return tuple(
            revision
            for revision in self._history([region], [indicator])
            if revision.to_version is not None and revision.to_version <= self.version
        )

    def count_cells_from_several_sources(self, regions: Sequence[str]) -> int:
        """Return how many observations of these regions several sources have given by the version."""
        return len(self.store.cells_from_several_sources(version=self.version, regions=regions))

    def replacements_of_several_sources(self, regions: Sequence[str], limit: int) -> tuple[CellChange, ...]:
        """Return each replaced value and the next one, of so many first cells that several sources have given."""
        cells = self.store.cells_from_several_sources(version=self.version, regions=regions)[:limit]
        keys = {key for _, _, key in cells}
        history = self._history(*_chosen((region, indicator) for region, indicator, _ in cells)) if cells else ()
        revisions: dict[_Key, list[Revision]] = {}
        for revision in history:
            if revision.observation.key in keys and revision.from_version <= self.version:
                revisions.setdefault(revision.observation.key, []).append(revision)
        return tuple(
            CellChange(old=old.observation, new=new.observation)
            for cell in revisions.values()
            for old, new in pairwise(cell)
            if old.to_version == new.from_version
        )

    def left_out_observations(self, regions: Sequence[str]) -> tuple[CellChange, ...]:
        """Return what holds (None: it was removed) and what a release of the shipped data says instead of it."""
        values = [o for o in self._left_out(regions) if isinstance(o, Observation)]
        if not values:
            return ()
        chosen = _chosen((value.region, value.indicator) for value in values)
        # As if they were published and taken back at once after everything else: they give nothing hidden away either.
        later = self.newest + 1
        added = [Revision(from_version=later, to_version=later, observation=value) for value in values]
        history = self._history(*chosen, added)
        shown = {known.observation.key: known.observation for known in history if known.from_version == later}
        current = _values_at(history, self.version)
        stored = self.store.observations(version=self.version, regions=chosen[0], indicators=chosen[1])
        known = {observation.key: observation.content for observation in stored}
        return tuple(
            CellChange(old=current.get(value.key), new=shown[value.key])
            for value in values
            if known.get(value.key) != value.content
        )

    def left_out_process_goals(self, regions: Sequence[str]) -> tuple[tuple[ProcessGoal | None, ProcessGoal], ...]:
        """Return what holds (None: it was removed) and what a release of the shipped data says instead of it."""
        current = {goal.key: goal for goal in self.process_goals(regions)}
        pairs = ((current.get(goal.key), goal) for goal in self._left_out(regions) if isinstance(goal, ProcessGoal))
        return tuple((held, goal) for held, goal in pairs if not held or held.content != goal.content)

    def _left_out(self, regions: Sequence[str]) -> list[Observation | ProcessGoal]:
        values = self.store.left_out_values(version=self.version)
        return [value.shipped for value in values if value.shipped.region in regions]

    def _history(
        self, regions: Sequence[str] | None, indicators: Sequence[str] | None, added: Sequence[Revision] = ()
    ) -> tuple[Revision, ...]:
        """Return the whole history of these regions and indicators, and what is added, with its small counts hidden.

        That of whole regions is kept, the last one of them: a page reads it several times.
        """
        if indicators is not None or added:
            return self._read_history(regions, indicators, added)
        asked = None if regions is None else tuple(regions)
        recent = self._recent
        if recent is None or recent[0] != asked:
            recent = asked, self._read_history(regions, None, ())
            self._recent = recent
        return recent[1]

    def _read_history(
        self, regions: Sequence[str] | None, indicators: Sequence[str] | None, added: Sequence[Revision]
    ) -> tuple[Revision, ...]:
        printed_with = () if indicators is None else self.store.indicators_printed_with(regions, indicators)
        asked = None if indicators is None else [*indicators, *printed_with]
        history = self.store.history(version=self.newest, regions=regions, indicators=asked)
        shown = protect_history((*history, *added), self._newest_catalogue)
        return tuple(known for known in shown if known.observation.indicator not in printed_with)

    def _shown(self, changes: Sequence[CellChange], earlier: int) -> tuple[CellChange, ...]:
        """Return changes from an earlier version to this one as they may be shown."""
        if not changes:
            return ()
        history = self._history(*_chosen((c.observation.region, c.observation.indicator) for c in changes))
        before, after = _values_at(history, earlier), _values_at(history, self.version)
        return tuple(
            CellChange(
                old=before[change.observation.key] if change.old else None,
                new=after[change.observation.key] if change.new else None,
            )
            for change in changes
        )


def _chosen(subjects: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Return the regions and the indicators of pairs of a region and an indicator, each once."""
    pairs = set(subjects)
    return sorted({region for region, _ in pairs}), sorted({indicator for _, indicator in pairs})


def _values_at(history: Iterable[Revision], version: int) -> Mapping[_Key, Observation]:
    """Return what held at a version, by its key and in the order of the history."""
    return {
        revision.observation.key: revision.observation
        for revision in history
        if revision.from_version <= version and (revision.to_version is None or revision.to_version > version)
    }
