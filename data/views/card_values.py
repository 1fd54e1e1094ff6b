"""Cards side by side in a table, a column for each role: a baseline or a target is never taken for the newest value."""

from collections.abc import Iterable, Sequence

from data import finnish
from data.model import Role
from data.views.card import Card
from data.views.facts import SourceReference, whole_sources

NOTHING = "–"
COLUMNS = {
    Role.FOLLOW_UP: "Viimeisin",
    Role.BASELINE: "Lähtötila",
    Role.TARGET: "Tavoite",
    Role.CHANGE: "Ilmoitettu muutos",
    Role.COMPARISON: "Vertailu",
}
_LEADING = {Role.CHANGE, Role.COMPARISON}  # have a column only where a card leads with one


def value_columns(cards: Sequence[Card]) -> dict[Role, str]:
    """Return the roles that some of these cards has a value of, in the order of the columns, with their headings."""
    leading = {card.headline.role for card in cards} & _LEADING
    valued = {fact.role for card in cards for fact in card.values} - _LEADING
    return {role: heading for role, heading in COLUMNS.items() if role in leading | valued}


def value_text(card: Card, role: Role, *, names_groups: bool) -> str:
    """Return what a card has of one role, with period and n; of groups each by its name, or only that they are told."""
    facts = [fact for fact in card.values if fact.role is role]
    if card.is_by_group and facts and not names_groups:
        return "ryhmittäin"
    texts = [f"{fact.label} {fact.text}" if card.is_by_group else fact.text for fact in facts]
    return finnish.listed(texts) or NOTHING


def value_sources(cards: Iterable[Card]) -> tuple[SourceReference, ...]:
    """Return each source of the values of these cards once."""
    return whole_sources(reference for card in cards for fact in card.values for reference in fact.sources)
