"""Small numbers: what may leave the analysis layer, and what is hidden first (rules of the numbers, 6).

A count from 1 to k − 1 is hidden, and with it every value that would give it away. Zero is shown. k is on the
indicator's card: "julkinen" (published already: nothing is hidden), a whole number, or empty for the setting.

Not guarded against: a value of another indicator (one that is the numerator, the denominator or the difference of two
others), free text of the observations that are shown, and what was seen before a correction.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import TypeGuard

from data.analysis.disclosure import Cell, Edge, People, hidden_beside
from data.analysis.series import is_count
from data.analysis.settings import SETTINGS, Settings
from data.catalogue import Catalogue
from data.model import Indicator, Missing, Observation, Period, Role

PUBLIC = "julkinen"
MEASURES = frozenset({"%", "%-yks.", "€", "milj. €", "1 000 €", "pistettä", "min", "h", "vrk", "pv", "vk", "kk", "v"})
_OWN = (Role.BASELINE, Role.FOLLOW_UP)  # a target counts nobody, and other areas' values are published by others
_NOTHING = {
    "value": None, "lower": None, "upper": None, "qualifier": None, "n": None, "words": "", "note": "",
    "missing": Missing.HIDDEN,
}  # fmt: skip


def protect(
    observations: Iterable[Observation], catalogue: Catalogue, *, settings: Settings = SETTINGS
) -> tuple[Observation, ...]:
    """The observations that may be shown, cached and exported, in the order given.

    A hidden one comes back with `Missing.HIDDEN` and without its numbers, words, note and printed text; whatever was
    read from the same printed text comes back without that. All observations of an indicator in a region have to be
    given together. Protecting again changes nothing. Raises ValueError when a card's k is not a whole number.
    """
    given = tuple(observations)
    limits = {o.indicator: threshold(catalogue.indicator(o.indicator), settings) for o in given}
    members: dict[tuple[str, str], dict[int, Observation]] = defaultdict(dict)
    for at, o in enumerate(given):
        members[o.region, o.indicator][at] = o
    hidden: set[int] = set()
    for (_, indicator_id), own in members.items():
        card, k = catalogue.indicator(indicator_id), limits[indicator_id]
        if k is not None:
            hidden |= _hidden_of_one(own, card.unit if card else "", k)
    printed = {given[at].place for at in hidden if given[at].place.as_printed}
    made = []
    for at, o in enumerate(given):
        if at in hidden:
            made.append(hide(o))
        elif o.place in printed and limits[o.indicator] is not None:
            made.append(_without_print(o))
        else:
            made.append(o)
    return tuple(made)


def protect_past(
    past: Iterable[Observation], current: Iterable[Observation], catalogue: Catalogue
) -> tuple[Observation, ...]:
    """Replaced or changed values as they may be shown beside `current`, which is protected already, in their order."""
    closed = {o.key for o in current if o.missing is Missing.HIDDEN}
    alone = (protect([o], catalogue)[0] for o in past)
    return tuple(hide(o) if o.key in closed else o for o in alone)


def threshold(indicator: Indicator | None, settings: Settings = SETTINGS) -> int | None:
    """k of an indicator, whose counts from 1 to k − 1 are hidden. None: its numbers are public."""
    rule = indicator.small_number_rule if indicator else ""
    return None if rule == PUBLIC else int(rule or settings.small_count)


def hide(observation: Observation) -> Observation:
    """The observation with everything taken away that tells its value."""
    return _without_print(observation).model_copy(update=_NOTHING)


def _without_print(observation: Observation) -> Observation:
    return observation.model_copy(update={"place": observation.place.model_copy(update={"as_printed": ""})})


def _hidden_of_one(own: Mapping[int, Observation], card_unit: str, k: int) -> set[int]:
    """Which observations of one indicator in one region are hidden: its tables, one a unit, and then its changes."""
    tables: dict[str, dict[int, Observation]] = defaultdict(dict)
    for at, o in own.items():
        if o.role in _OWN:
            tables[o.unit or card_unit][at] = o
    found, hidden, shown = set(), set(), set()
    for unit, table in tables.items():
        closed, still = _split(table.values(), unit, k)
        found |= {at for at, o in table.items() if _cell(o) in closed and _tells(o)}
        hidden |= closed
        shown |= still
    changes = {at: o for at, o in own.items() if o.role is Role.CHANGE and _tells(o)}
    return found | {at for at, o in changes.items() if _is_small(o, k) or _involves(o, hidden, shown - hidden)}


def _split(table: Iterable[Observation], unit: str, k: int) -> tuple[set[Cell], set[Cell]]:
    """The hidden and the shown cells of a table. Values that disagree about one cell are hidden or shown together."""
    small: set[Cell] = set()
    counts: dict[Cell, People] = {}
    for o in table:
        people = _people(o, unit)
        if o.missing is Missing.HIDDEN or _is_small(o, k) or any(one.any_small(k) for one in people):
            small.add(_cell(o))
        elif people:
            counts[_cell(o)] = people[0]
    shown = {cell: people for cell, people in counts.items() if cell not in small}
    closed = hidden_beside(shown, small, k)
    return closed, shown.keys() - closed


def _people(observation: Observation, unit: str) -> list[People]:
    """The counts behind a value, or behind both ends of a range; none behind a measure whose n is not told."""
    n, found = observation.n, []
    for value in filter(_is_told, (observation.value, observation.lower, observation.upper)):
        if _counts_people(value, unit):
            found.append(People(counted=value, asked=n, size=value))
        elif n is not None:
            counted = round(value * n / 100) if unit == "%" else None
            found.append(People(counted=counted, asked=n, size=n))
    return found


def _counts_people(value: float, unit: str) -> bool:
    """Whether a value is a count: in a unit of counting, or a whole number in a unit that is not known to measure.

    An unknown unit ("lasta") counts for sure rather than for likely: showing too much cannot be undone.
    """
    return is_count(unit) or (unit not in MEASURES and "/" not in unit and value.is_integer())


def _is_told(value: float | None) -> TypeGuard[float]:
    return value is not None


def _is_small(observation: Observation, k: int) -> bool:
    """Whether so few are behind the value that it is hidden whole."""
    return observation.n is not None and 1 <= observation.n < k


def _tells(observation: Observation) -> bool:
    return observation.is_numeric or bool(observation.words) or observation.missing is Missing.HIDDEN


def _involves(change: Observation, hidden: Iterable[Cell], shown: Set[Cell]) -> bool:
    """Whether a reported change may give a hidden count away: it tells of its own group in the period of a hidden count
    what is not shown there. The source does not name its ends, so every period counts that is not after it."""
    own = _cell(change)
    return any(
        cell._replace(parts=own.parts) not in shown
        for cell in hidden
        if not (cell.start[0] == own.end[0] == "" and cell.start >= own.end)
    )


def _cell(observation: Observation) -> Cell:
    parts = tuple(sorted(part.strip() for part in observation.group.split("|") if part.strip()))
    return Cell(parts, *_edges(observation.period))


def _edges(period: Period) -> tuple[Edge, Edge]:
    if period.start and period.end:
        return ("", period.start.toordinal()), ("", period.end.toordinal() + 1)
    return (f"jakso {period.label}", 0), (f"jakso {period.label}", 1)
