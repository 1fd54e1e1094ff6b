"""Small numbers: what may leave the analysis layer, and what is hidden first (rules of the numbers, 6).

A count from 1 to k − 1 is hidden, and with it every value that would give it away. Zero is shown. k is on the
indicator's card: "julkinen" (published already: nothing is hidden), a whole number, or empty for the setting.

Not guarded against: what follows from other indicators (one may be the numerator, the denominator or the difference of
others), from free text of the observations that are shown, and from what was shown before a correction.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from math import nan

from data.analysis.small_numbers.count_table import Cell, Edge, People
from data.analysis.small_numbers.secondary_suppression import hidden_beside
from data.catalogue import Catalogue
from data.model import Indicator, Missing, Observation, Period, Place, Role
from data.settings import SETTINGS, Settings
from data.units import canonical, may_count

PUBLIC = "julkinen"
Limits = Mapping[
    str, int | None
]  # by indicator: counts from 1 to this minus one are hidden; None: its numbers are public
_MOST_PARTS = 6  # of a group that is taken apart: each one doubles the groups that it belongs to
_ROLES = (Role.BASELINE, Role.FOLLOW_UP)  # a target counts nobody, and a comparison is another area's published value


def protect(
    observations: Iterable[Observation], catalogue: Catalogue, *, settings: Settings = SETTINGS
) -> tuple[Observation, ...]:
    """Return the observations that may be shown, cached and exported, in the order given.

    A hidden one comes back with `Missing.HIDDEN` and without its numbers, words, note and printed text; what was read
    from the same printed text comes back without that. All that is known of an indicator in a region has to be given at
    once. Protecting again changes nothing. Raises ValueError where a card's k is not a whole number.
    """
    given = tuple(observations)
    limits = limits_of(given, catalogue, settings)
    return suppress(given, find_hidden(given, limits, catalogue), limits)


def limits_of(observations: Iterable[Observation], catalogue: Catalogue, settings: Settings = SETTINGS) -> Limits:
    """Return k of each indicator that the observations are of; None for one whose numbers are public."""
    return {o.indicator: threshold(catalogue.indicator(o.indicator), settings) for o in observations}


def suppress(observations: Sequence[Observation], hidden: Set[int], limits: Limits) -> tuple[Observation, ...]:
    """Return the observations with those at the places `hidden` hidden and their printed text taken from the others."""
    printed = {observations[at].place for at in hidden if observations[at].place.as_printed}

    def suppressed(at: int, o: Observation) -> Observation:
        if at in hidden:
            return hide(o)
        return _without_print(o) if o.place in printed and limits[o.indicator] is not None else o

    return tuple(suppressed(at, o) for at, o in enumerate(observations))


def threshold(indicator: Indicator | None, settings: Settings = SETTINGS) -> int | None:
    """k of an indicator, whose counts from 1 to k − 1 are hidden. None: its numbers are public."""
    rule = indicator.small_number_rule if indicator else ""
    return None if rule == PUBLIC else int(rule or settings.small_count)


def hide(observation: Observation) -> Observation:
    """Return the observation with everything taken away that tells its value."""
    numbers = dict.fromkeys(("value", "lower", "upper", "qualifier", "n"))
    texts = {"words": "", "note": "", "accepted": "", "place": _unprinted(observation)}
    return observation.model_copy(update={**numbers, **texts, "missing": Missing.HIDDEN})


def _without_print(observation: Observation) -> Observation:
    return observation.model_copy(update={"place": _unprinted(observation)})


def _unprinted(observation: Observation) -> Place:
    place = observation.place
    return place.model_copy(update={"as_printed": ""}) if place.as_printed else place


def find_hidden(given: Sequence[Observation], limits: Limits, catalogue: Catalogue) -> set[int]:
    """Return the places of the observations that have to be hidden when all of these are shown together."""
    members: dict[tuple[str, str], dict[int, Observation]] = defaultdict(dict)
    for at, o in enumerate(given):
        members[o.region, o.indicator][at] = o
    hidden: set[int] = set()
    for (_, indicator_id), of_indicator in members.items():
        card, k = catalogue.indicator(indicator_id), limits[indicator_id]
        if k is not None:
            hidden |= _hidden_of_indicator(of_indicator, card.unit if card else "", k)
    return hidden


def _hidden_of_indicator(observations: Mapping[int, Observation], card_unit: str, k: int) -> set[int]:
    """Where the hidden ones of one indicator in one region are: in its tables, one a unit, and then its changes."""
    tables: dict[str, dict[int, Observation]] = defaultdict(dict)
    for at, o in observations.items():
        if o.role in _ROLES:
            tables[canonical(o.unit or card_unit)][at] = o
    places: set[int] = set()
    hidden: set[Cell] = set()
    shown: set[Cell] = set()
    for unit, table in tables.items():
        cells = {at: _cell(o) for at, o in table.items()}
        closed, open_ = _split(((cells[at], o) for at, o in table.items()), unit, k)
        places |= {at for at, o in table.items() if cells[at] in closed and tells(o)}
        hidden |= closed
        shown |= open_
    changes = {at: o for at, o in observations.items() if o.role is Role.CHANGE and tells(o)}
    return places | {at for at, o in changes.items() if _is_small(o, "", k) or _involves(o, hidden, shown - hidden)}


def _split(table: Iterable[tuple[Cell, Observation]], unit: str, k: int) -> tuple[set[Cell], set[Cell]]:
    """Return the hidden and the shown cells of a table.

    Values that disagree about one cell are hidden or shown together.
    """
    small: set[Cell] = set()
    counts: dict[Cell, People] = {}
    for cell, o in table:
        if o.missing is Missing.HIDDEN or _is_small(o, unit, k):
            small.add(cell)
        elif people := _people(o, unit):
            counts[cell] = people[0]
    shown = {cell: people for cell, people in counts.items() if cell not in small}
    closed = hidden_beside(shown, small, k)
    return closed, shown.keys() - closed


def _is_small(observation: Observation, unit: str, k: int) -> bool:
    """Whether a count, or those asked behind any value, or those asked and not counted are from 1 to k − 1.

    A change counts nobody: only those asked behind it do.
    """
    is_change = observation.role is Role.CHANGE
    few_asked = observation.n is not None and 1 <= observation.n < k
    return few_asked or (not is_change and any(people.any_small(k) for people in _people(observation, unit)))


def _people(observation: Observation, unit: str) -> list[People]:
    """Return the counts behind a value, or behind both ends of a range; none behind a measure whose n is not told."""
    n = nan if observation.n is None else observation.n
    behind = []
    for value in (observation.value, observation.lower, observation.upper):
        if value is not None and may_count(value, unit):  # what is shown cannot be taken back
            behind.append(People(counted=value, asked=n, size=value))
        elif value is not None and observation.n is not None:
            counted = round(value * n / 100) if unit == "%" else nan
            behind.append(People(counted=counted, asked=n, size=n))
    return behind


def tells(observation: Observation) -> bool:
    """Return whether there is anything to hide: a number, words, a number of answers, or a value hidden already."""
    contents = (observation.is_numeric, observation.words, observation.n is not None)
    return any(contents) or observation.missing is Missing.HIDDEN


def _involves(change: Observation, hidden: Iterable[Cell], shown: Set[Cell]) -> bool:
    """Whether a reported change may give a hidden count away: in the period of one, its own group's value is not shown.

    The source does not name the ends of its change, so any period may be one that does not begin after it.
    """
    cell_of_change = _cell(change)
    return any(
        cell._replace(parts=cell_of_change.parts) not in shown
        for cell in hidden
        if not (cell.start[0] == cell_of_change.end[0] == "" and cell.start >= cell_of_change.end)
    )


def _cell(observation: Observation) -> Cell:
    parts = tuple(sorted(part.strip() for part in observation.group.split("|") if part.strip()))
    return Cell(parts if len(parts) <= _MOST_PARTS else (observation.group,), *_edges(observation.period))


def _edges(period: Period) -> tuple[Edge, Edge]:
    if period.start and period.end:
        return ("", period.start.toordinal()), ("", period.end.toordinal() + 1)
    return (f"jakso {period.label}", 0), (f"jakso {period.label}", 1)
