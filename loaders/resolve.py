"""Names in a file → what the catalogue calls them."""

import re

from data.catalogue import Catalogue, normalise
from data.model import Indicator

_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?\s*[-–—.:]?\s+(?=\S)")


def find_indicators(text: str, region: str, catalogue: Catalogue) -> tuple[tuple[Indicator, str], ...]:
    """The indicators, each with the group meant, that a file calls `text`.

    "13.1 – Etävastaanotot" is looked for whole first, then without its number, which is an id and not a value.
    """
    whole = catalogue.indicators_called(text, region)
    return whole or catalogue.indicators_called(_NUMBERED.sub("", text, count=1), region)


def find_region(text: str, catalogue: Catalogue) -> str:
    """The official name of a region; an unknown one comes back as it is, to be reported."""
    known = catalogue.region(text)
    return known.name if known else " ".join(text.split())


def find_goal(text: str, catalogue: Catalogue) -> int | None:
    """The number of a national goal from "2", "2. Ehkäisevä työ", its name or an alias; None if unknown."""
    if found := re.fullmatch(r"([1-5])(?:[.:,]?\s.*|\.)?", text.strip()):
        return int(found[1])
    name = normalise(text)
    for goal in catalogue.goals:
        if name in map(normalise, (goal.name, goal.short, *goal.aliases)):
            return goal.number
    return None


def join_groups(*groups: str) -> str:
    """Several groups as one: "kunta: Hyvinkää | ikä: 0–16-vuotiaat"."""
    return " | ".join(group for group in groups if group)


def settle_unit(found: str, expected: str) -> tuple[str, bool]:
    """The unit of a value and whether it is inferred from what is expected.

    It is where the file tells none, or only "€" of "€/lapsi".
    """
    if expected and (not found or expected.startswith(f"{found}/")):
        return expected, True
    return found, False
