"""What a meeting sees, in its order. An item is a short text in links: "tavoite:2:Keusote,Kymenlaakso"."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from pydantic import model_validator

from data.catalogue import Catalogue, normalise
from data.finnish import listed
from data.model import GoalNumber, Record

MAX_ITEMS = 40
MAX_REGIONS = 5
ALL = "kaikki"


class ItemKind(StrEnum):
    """What one item of an agenda shows; the value is its word in links."""

    GOAL = "tavoite"
    INDICATOR = "mittari"
    COMPARISON = "vertailu"
    PROCESS_GOALS = "prosessitavoitteet"
    GAPS = "tietovajeet"
    CHANGES = "muutokset"


_HAS_GOAL = (ItemKind.GOAL, ItemKind.COMPARISON, ItemKind.PROCESS_GOALS)


class AgendaItem(Record):
    """One item: its kind, its regions by full name, and what the kind needs beside them.

    `goal` is None for all goals, `since` is the version of the earlier meeting.
    """

    kind: ItemKind
    regions: tuple[str, ...]
    goal: GoalNumber | None = None
    indicator: str = ""
    since: int | None = None

    @model_validator(mode="after")
    def _says_what_its_kind_needs(self) -> "AgendaItem":
        if not 1 <= len(self.regions) <= MAX_REGIONS or len(set(self.regions)) < len(self.regions):
            raise ValueError(f"an item has 1–{MAX_REGIONS} different regions")
        if self.kind is ItemKind.GOAL and self.goal is None:
            raise ValueError("a goal has its number")
        if self.kind not in _HAS_GOAL and self.goal is not None:
            raise ValueError("only goals, comparisons and process goals are of a goal")
        if (self.kind is ItemKind.INDICATOR) != bool(self.indicator):
            raise ValueError("an indicator has its id, and nothing else has one")
        if self.kind is ItemKind.INDICATOR and len(self.regions) > 1:
            raise ValueError("an indicator is of one region")
        if (self.kind is ItemKind.CHANGES) != (self.since is not None):
            raise ValueError("changes are since a version, and nothing else is")
        return self


class Agenda(Record):
    """The items of a meeting in order, and in `notes` what could not be understood of the texts it was read from."""

    name: str = ""
    items: tuple[AgendaItem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Every region of the items, in the order in which they come."""
        return tuple(dict.fromkeys(region for item in self.items for region in item.regions))

    def goals(self, catalogue: Catalogue) -> tuple[int, ...]:
        """Return the goals that the items are of; () where one of them is of all."""
        of_items = [_goals(catalogue, item) for item in self.items]
        return tuple(sorted({goal for goals in of_items for goal in goals})) if all(of_items) else ()


def _goals(catalogue: Catalogue, item: AgendaItem) -> tuple[int, ...]:
    indicator = catalogue.indicator(item.indicator)
    return indicator.goals if indicator else (item.goal,) if item.goal else ()


def item_text(catalogue: Catalogue, item: AgendaItem) -> str:
    """Return the item as links carry it; `read_item` gives the item back."""
    regions = ",".join(catalogue.familiar(region) for region in item.regions)
    if item.kind is ItemKind.INDICATOR:
        return f"{item.kind}:{regions}:{item.indicator}"
    if item.kind is ItemKind.CHANGES:
        return f"{item.kind}:{item.since}:{regions}"
    if item.kind in _HAS_GOAL:
        return f"{item.kind}:{item.goal or ALL}:{regions}"
    return f"{item.kind}:{regions}"


def item_title(catalogue: Catalogue, item: AgendaItem) -> str:
    """Return the item as people call it: "Hyötytavoite 2 Ehkäisevä työ: Kymenlaakso"."""
    regions = listed([catalogue.label(region) for region in item.regions])
    goal = f"{item.goal} {catalogue.goal(item.goal).short}" if item.goal else ""
    if item.kind is ItemKind.INDICATOR:
        indicator = catalogue.indicator(item.indicator)
        what = indicator.name if indicator else item.indicator
    else:
        what = {
            ItemKind.GOAL: f"Hyötytavoite {goal}",
            ItemKind.COMPARISON: f"Vertailu, {goal or 'kaikki hyötytavoitteet'}",
            ItemKind.PROCESS_GOALS: f"Prosessitavoitteet, {goal or 'kaikki hyötytavoitteet'}",
            ItemKind.GAPS: "Tietovajeet",
            ItemKind.CHANGES: f"Muuttunut version {item.since} jälkeen",
        }[item.kind]
    return f"{what}: {regions}"


def read_agenda(catalogue: Catalogue, texts: Iterable[str], name: str = "") -> Agenda:
    """Return the agenda that some texts of links make. What is not understood is left out and told in `notes`."""
    items: list[AgendaItem] = []
    notes: list[str] = []
    for text in texts:
        if len(items) == MAX_ITEMS:
            notes.append(f"Esityksessä on enintään {MAX_ITEMS} kohtaa. Loput on jätetty pois.")
            break
        item, item_notes = read_item(catalogue, text)
        notes += item_notes
        if item is not None:
            items.append(item)
    return Agenda(name=name, items=tuple(items), notes=tuple(notes))


def read_item(catalogue: Catalogue, text: str) -> tuple[AgendaItem | None, tuple[str, ...]]:
    """Return the item that a text means (None: it means none) and Finnish notes on what was not understood of it.

    Any spelling of a region and any case will do; spaces beside the marks do not matter.
    """
    kind_text, *parts = [part.strip() for part in text.split(":")]
    kind = next((kind for kind in ItemKind if kind == normalise(kind_text)), None)
    if kind is None:
        return None, (f"Kohtaa ”{_short(text)}” ei tunneta, joten se on jätetty pois.",)
    needed = 1 if kind is ItemKind.GAPS else 2
    if len(parts) != needed or not all(parts):
        return None, (f"Kohta ”{_short(text)}” on vajaa, joten se on jätetty pois.",)
    names = parts[0] if kind is ItemKind.INDICATOR else parts[-1]
    regions, notes = _regions(catalogue, names.split(","), text)
    if not regions:
        return None, (f"Kohdassa ”{_short(text)}” ei ole tunnettua aluetta, joten se on jätetty pois.",)
    if kind is ItemKind.INDICATOR:
        return _read_indicator(catalogue, regions[0], parts[1], notes)
    if kind is ItemKind.GAPS:
        return AgendaItem(kind=kind, regions=regions), notes
    number = int(parts[0]) if parts[0].isascii() and parts[0].isdecimal() and len(parts[0]) < 7 else None
    if kind is ItemKind.CHANGES:
        if not number:
            return None, (f"Kohdan ”{_short(text)}” versiota ei tunneta, joten kohta on jätetty pois.",)
        return AgendaItem(kind=kind, regions=regions, since=number), notes
    is_all = normalise(parts[0]) == ALL and kind is not ItemKind.GOAL
    if not is_all and number not in [goal.number for goal in catalogue.goals]:
        return None, (f"Kohdan ”{_short(text)}” hyötytavoitetta ei tunneta, joten kohta on jätetty pois.",)
    return AgendaItem(kind=kind, regions=regions, goal=None if is_all else number), notes


def _read_indicator(
    catalogue: Catalogue, region: str, indicator_id: str, notes: tuple[str, ...]
) -> tuple[AgendaItem | None, tuple[str, ...]]:
    indicator = catalogue.indicator(indicator_id)
    if indicator is None or indicator.region not in ("", region):
        note = f"Mittaria ”{_short(indicator_id)}” ei ole alueella {region}, joten kohta on jätetty pois."
        return None, (note,)
    return AgendaItem(kind=ItemKind.INDICATOR, regions=(region,), indicator=indicator.id), notes


def _regions(catalogue: Catalogue, names: Sequence[str], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Known regions by full name, each once, and notes on the others."""
    by_name = {name.strip(): catalogue.region(name) for name in names if name.strip()}
    unknown = [_short(name) for name, region in by_name.items() if region is None]
    regions = tuple(dict.fromkeys(region.name for region in by_name.values() if region))
    notes = [f"Kohdan ”{_short(text)}” aluetta ”{name}” ei tunneta." for name in unknown[:MAX_REGIONS]]
    if len(regions) > MAX_REGIONS:
        notes.append(f"Kohdassa ”{_short(text)}” on yli {MAX_REGIONS} aluetta. Loput on jätetty pois.")
    return regions[:MAX_REGIONS], tuple(notes)


def _short(text: str) -> str:
    """Return a text of a link cut to a length that can be shown."""
    return text if len(text) <= 60 else f"{text[:60]}…"
