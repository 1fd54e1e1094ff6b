"""Cards side by side in a table, a column for each role: a baseline or a target is never taken for the newest value."""

from collections.abc import Iterable, Sequence

from data import finnish
from data.analysis.assessment import Reference
from data.analysis.sentences import level_number
from data.analysis.status import Status
from data.model import Role
from data.views.card import Card
from data.views.charts import WHOLE_COUNTRY
from data.views.facts import Fact, SourceReference, whole_sources

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


def country_fact(card: Card) -> Fact | None:
    """Return the value of the whole country that a card has beside its own."""
    return next((fact for fact in card.values if fact.role is Role.COMPARISON and fact.group == WHOLE_COUNTRY), None)


def change_text(card: Card, *, names_unit: bool = True) -> str:
    """Return the change that the status speaks of: of the level, in a year, since the baseline, or from the target.

    Without the name of its unit it stands beside a number that has it; percentage points are always named.
    """
    change, target = card.assessment.change, card.assessment.target
    unit = card.headline.unit if names_unit or card.headline.unit == "%" else ""
    if change and change.against is Reference.YEAR_BEFORE:
        return f"{_difference(change.difference, unit)} vuodessa"
    if change and card.assessment.level:
        is_moved = change.word is not Status.NO_CHANGE
        return f"taso {_difference(change.difference, unit) if is_moved else level_number(change.latest, unit)}"
    if card.difference is not None:
        return _difference(card.difference, unit)
    value = card.headline.value
    if target is None or value is None or value == target.value:
        return ""
    side = "yli" if value > target.value else "alle"
    return f"{_difference(abs(value - target.value), unit).removeprefix('+')} {side} tavoitteen"


def is_against_year_before(card: Card) -> bool:
    """Return whether the status speaks of the same month a year before."""
    change = card.assessment.change
    return change is not None and change.against is Reference.YEAR_BEFORE


def _difference(value: float, unit: str) -> str:
    return finnish.with_unit(finnish.signed(round(value, 1 if abs(value) >= 10 else 2)), finnish.change_unit(unit))
