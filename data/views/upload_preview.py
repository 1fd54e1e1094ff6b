"""What a publication would change of what is shown: an indicator's card before and after."""

from collections.abc import Sequence
from datetime import date

from data.analysis.small_numbers.suppression import protect
from data.catalogue import Catalogue
from data.model import Observation, Record
from data.views.card import Card, cards

MOST = 5_000  # observations; beyond it a preview would take longer than anyone waits


class Effect(Record):
    """One indicator of one region before and after; there is no `before` for what is new."""

    name: str
    region_label: str
    before: Card | None
    after: Card

    @property
    def changes_status(self) -> bool:
        """Whether the status would be another one."""
        return self.before is not None and self.before.status is not self.after.status


class Effects(Record):
    """Indicators whose card would change: those with another status first. `uncounted` were too much to go through."""

    shown: tuple[Effect, ...] = ()
    uncounted: int = 0


def effects(
    catalogue: Catalogue,
    before: Sequence[Observation],
    after: Sequence[Observation],
    brought: Sequence[Observation],
    today: date,
) -> Effects:
    """The cards that `brought` would change. All are as a page would show them: small numbers hidden."""
    touched = {(o.region, o.indicator) for o in brought}
    then = [o for o in after if (o.region, o.indicator) in touched]
    if len(then) > MOST:
        return Effects(uncounted=len(touched))
    now = [o for o in before if (o.region, o.indicator) in touched]
    old = {(c.region, c.indicator): c for c in cards(catalogue, protect(now, catalogue), today)}
    new = cards(catalogue, protect(then, catalogue), today)
    pairs = ((old.get((c.region, c.indicator)), c) for c in new)
    found = [
        Effect(name=card.name, region_label=card.region_label, before=was, after=card)
        for was, card in pairs
        if was != card
    ]
    return Effects(shown=tuple(sorted(found, key=lambda effect: (not effect.changes_status, effect.name))))
