"""Names in a file → what the catalogue calls them."""

import re

from data.catalogue import Catalogue, normalise
from data.model import Indicator, Region

_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?\s*[-–—.:]?\s+(?=\S)")

_NUMBER = re.compile(r"[0-9]{1,4}")
_BODY = re.compile(r"(?P<name>.+?) (hyvinvointialue|hva|hyvinvointikuntayhtymä|kaupunki)")
_GENITIVES = {  # those that do not only take an n at their end
    "uusimaa": "uudenmaan",
    "suomi": "suomen",
    "häme": "hämeen",
    "lappi": "lapin",
    "satakunta": "satakunnan",
    "helsinki": "helsingin",
    "vantaa ja kerava": "vantaan ja keravan",
}


def find_indicators(text: str, region: str, catalogue: Catalogue) -> tuple[tuple[Indicator, str], ...]:
    """Return the indicators that a file of the region calls `text`, each with the group that is meant.

    "13.1 – Etävastaanotot" is looked for whole first, then without its number, which is an id and not a value.
    """
    whole = catalogue.indicators_called(text, region)
    return whole or catalogue.indicators_called(_NUMBERED.sub("", text, count=1), region)


def region_called(text: str, catalogue: Catalogue) -> Region | None:
    """Return the region called "Kymenlaakso", "Keusote", "Kymenlaakson hyvinvointialue" or "Helsingin kaupunki"."""
    if known := catalogue.region(text):
        return known
    match = _BODY.fullmatch(normalise(text))
    if not match:
        return None
    return catalogue.region(match["name"]) or next(
        (region for region in catalogue.regions if _genitive(region.name) == match["name"]), None
    )


def regions_numbered(text: str, catalogue: Catalogue) -> tuple[Region, ...]:
    """Return the regions that a number may mean: a Sotkanet id means one, a code one or two.

    The code list of 2023 gave the old numbers to other regions: 6 is Satakunta now and was Kymenlaakso before.
    """
    if not _NUMBER.fullmatch(text):
        return ()
    number = int(text)
    return tuple(
        region
        for region in catalogue.regions
        if number in (region.sotkanet, region.sotkanet_old, region.code, region.old_code)
    )


def find_region(text: str, catalogue: Catalogue) -> str:
    """Return the official name of a region; an unknown text, or a code of two regions, comes back to be reported."""
    if known := region_called(text, catalogue):
        return known.name
    numbered = regions_numbered(text, catalogue)
    return numbered[0].name if len(numbered) == 1 else " ".join(text.split())


def _genitive(name: str) -> str:
    """Return the name of a region as it stands before "hyvinvointialue"."""
    name = normalise(name)
    return next((name.removesuffix(end) + bent for end, bent in _GENITIVES.items() if name.endswith(end)), f"{name}n")


def find_goal(text: str, catalogue: Catalogue) -> int | None:
    """Return the number of a national goal from "2", "2. Ehkäisevä työ", its name or an alias; None if unknown."""
    if match := re.fullmatch(r"([1-5])(?:[.:,]?\s.*|\.)?", text.strip()):
        return int(match[1])
    name = normalise(text)
    for goal in catalogue.goals:
        if name in map(normalise, (goal.name, goal.short, *goal.aliases)):
            return goal.number
    return None


def join_groups(*groups: str) -> str:
    """Return several groups as one text: "kunta: Hyvinkää | ikä: 0–16-vuotiaat"."""
    return " | ".join(group for group in groups if group)


def settle_unit(written: str, expected: str) -> tuple[str, bool]:
    """Return the unit of a value, and whether it is the expected one because the file writes none or only part of it.

    "€" is part of "€/lapsi".
    """
    if expected and (not written or expected.startswith(f"{written}/")):
        return expected, True
    return written, False
