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
    own_names: tuple[tuple[str, str], ...] = ()  # what one file calls an indicator or a region → its id or name

    def with_indicators(self, added: Iterable[Indicator]) -> "Catalogue":
        """The same catalogue with indicators that have been declared since; a new card replaces an older one."""
        merged = {one.id: one for one in (*self.indicators, *added)}
        return self._with(indicators=tuple(merged.values()))

    def naming(self, names: Iterable[tuple[str, str]]) -> "Catalogue":
        """The same catalogue that also knows a file's own names: of indicators → id, of regions → official name."""
        return self._with(own_names=tuple(names))

    def _with(self, **changed: object) -> "Catalogue":
        # Made anew, not copied: a copy would keep the look-ups of this one.
        return Catalogue(**({name: getattr(self, name) for name in Catalogue.model_fields} | changed))

    @cached_property
    def _own(self) -> dict[str, str]:
        return {normalise(name): meant for name, meant in self.own_names}

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
        """The national goal with this number, 1–5."""
        return self.goals[number - 1]

    def region(self, text: str) -> Region | None:
        """The region that is called so: full name, short name or slug, in any case."""
        name = normalise(text)
        return self._regions.get(name) or self._regions.get(normalise(self._own.get(name, "")))

    def label(self, region: str) -> str:
        """What the screen calls a region; the name itself when it is not known."""
        known = self.region(region)
        return known.label if known else region

    def familiar(self, region: str) -> str:
        """What links and narrow tables call a region (Keusote); the name itself when it is not known."""
        known = self.region(region)
        return known.familiar if known else region

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator with this id."""
        return self._indicators.get(indicator_id)

    def indicators_called(self, text: str, region: str = "") -> tuple[tuple[Indicator, str], ...]:
        """The indicators, each with the group meant, that a table calls `text`: the region's own before national ones.

        Several come back where one row of a table holds several measures ("€ / lapsi ja osuus").
        """
        meant = self._indicators.get(self._own.get(normalise(text), ""))
        if meant and (not region or meant.region in ("", region)):
            return ((meant, ""),)
        found = self._spellings.get(normalise(text), [])
        own = [pair for pair in found if region and pair[0].region == region]
        return tuple(own or [pair for pair in found if not region or not pair[0].region])

    def source(self, source_id: str) -> Source | None:
        """The report or register with this id."""
        return next((s for s in self.sources if s.id == source_id), None)
