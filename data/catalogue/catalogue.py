"""Everything that is declared rather than observed, with look-ups by any known spelling."""

from collections.abc import Iterable
from functools import cached_property

from data.catalogue.names import normalise
from data.model import Action, Alias, Concept, Goal, Indicator, OutcomeGoal, Record, Region, Source


class Catalogue(Record):
    """Everything that is declared rather than observed, with look-ups by any known spelling."""

    goals: tuple[Goal, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    concepts: tuple[Concept, ...]
    outcome_goals: tuple[OutcomeGoal, ...]
    indicators: tuple[Indicator, ...]
    actions: tuple[Action, ...]
    file_names: tuple[tuple[str, str], ...] = ()  # what a file calls an indicator or a region → its id or name

    def with_indicators(self, added: Iterable[Indicator]) -> "Catalogue":
        """Return the same catalogue with indicators that have been declared since; a new card replaces an older one."""
        merged = {indicator.id: indicator for indicator in (*self.indicators, *added)}
        return self._with(indicators=tuple(merged.values()))

    def naming(self, names: Iterable[tuple[str, str]]) -> "Catalogue":
        """Return a catalogue that also knows the names of a file: of indicators → id, of regions → official name."""
        return self._with(file_names=tuple(names))

    def _with(self, **changed: object) -> "Catalogue":
        # Made anew, not copied: a copy would keep the look-ups of this one.
        return Catalogue(**({name: getattr(self, name) for name in Catalogue.model_fields} | changed))

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {normalise(name): meaning for name, meaning in self.file_names}

    @cached_property
    def _regions(self) -> dict[str, Region]:
        return {normalise(name): r for r in self.regions for name in (r.name, r.short, r.slug, r.label) if name}

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {i.id: i for i in self.indicators}

    @cached_property
    def _spellings(self) -> dict[str, list[tuple[Indicator, str]]]:
        known: dict[str, list[tuple[Indicator, str]]] = {}
        for indicator in self.indicators:
            spellings = [Alias(text=indicator.id), Alias(text=indicator.name), *indicator.aliases]
            for key, group in {(normalise(alias.text), alias.group) for alias in spellings}:
                known.setdefault(key, []).append((indicator, group))
        return known

    def goal(self, number: int) -> Goal:
        """Return the national goal with this number, 1–5."""
        return self.goals[number - 1]

    def region(self, text: str) -> Region | None:
        """Return the region that is called so: full name, short name or slug, in any case."""
        name = normalise(text)
        return self._regions.get(name) or self._regions.get(normalise(self._meanings.get(name, "")))

    def label(self, region: str) -> str:
        """Return what the screen calls a region; the name itself when it is not known."""
        known = self.region(region)
        return known.label if known else region

    def familiar(self, region: str) -> str:
        """Return what links and narrow tables call a region (Keusote); the name itself when it is not known."""
        known = self.region(region)
        return known.familiar if known else region

    def indicator(self, indicator_id: str) -> Indicator | None:
        """Return the indicator with this id."""
        return self._indicators.get(indicator_id)

    def indicators_called(self, text: str, region: str = "") -> tuple[tuple[Indicator, str], ...]:
        """Return the indicators that a table calls `text`, each with the group meant: own before national ones.

        Several come back where one row of a table holds several measures ("€ / lapsi ja osuus").
        """
        meant = self._indicators.get(self._meanings.get(normalise(text), ""))
        if meant and (not region or meant.region in ("", region)):
            return ((meant, ""),)
        pairs = self._spellings.get(normalise(text), [])
        of_region = [pair for pair in pairs if region and pair[0].region == region]
        return tuple(of_region or [pair for pair in pairs if not region or not pair[0].region])

    def source(self, source_id: str) -> Source | None:
        """Return the report or register with this id."""
        return next((s for s in self.sources if s.id == source_id), None)
