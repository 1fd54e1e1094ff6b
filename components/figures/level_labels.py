"""Where the names of levels stand in a figure: on no line and on no other name.

A name is placed by search: left, right or middle of its level, above or below it, at once or a line further. The place
with the least overlap with the series is taken, and of equal ones the first.
"""

from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

CHARACTER = 0.56  # of the size of type: the mean width of a character of Source Sans
LINE = 1.3  # of the size of type: the height of a line


class Box(NamedTuple):
    """A rectangle in pixels from the upper left corner of the plot."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """Return the area that two boxes share, in square pixels."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


class Label(NamedTuple):
    """A name to be placed: its text and how far its level is from the top of the plot, in pixels."""

    text: str
    level: float


class Placed(NamedTuple):
    """A name with its box, and how it is anchored there: "left", "center" or "right"."""

    text: str
    box: Box
    anchor: str


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is in pixels."""
    return len(text) * CHARACTER * size


def place_labels(
    labels: Sequence[Label], points: Sequence[tuple[float, float]], width: float, height: float, size: float
) -> list[Placed]:
    """Return a place for each name in a plot of so many pixels; `points` are those of the series, joined in order."""
    obstacles = [_around(start, end) for start, end in pairwise(points)]
    placed: list[Placed] = []
    for label in labels:
        taken = [other.box for other in placed]
        candidates = _candidates(label, width, height, size)
        placed.append(min(candidates, key=lambda place: _cost(place.box, obstacles, taken)))
    return placed


def spread(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Return places near the wanted ones, in their order, at least `least` apart and between the ends.

    For names in the margin: pushed apart downwards, then back up where they run out of room.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    places = [0.0] * len(wanted)
    edge = low - least
    for at in order:
        edge = max(wanted[at], edge + least)
        places[at] = edge
    edge = high + least
    for at in reversed(order):
        edge = min(places[at], edge - least)
        places[at] = edge
    return places


def _around(start: tuple[float, float], end: tuple[float, float]) -> Box:
    (left, y), (right, other) = sorted((start, end))
    return Box(left, min(y, other) - 2, right, max(y, other) + 2)


def _candidates(label: Label, width: float, height: float, size: float) -> list[Placed]:
    wide, high = text_width(label.text, size), LINE * size
    places = []
    for further, anchor, above in product((0.0, high), ("left", "right", "center"), (True, False)):
        left = {"left": 0.0, "right": width - wide, "center": (width - wide) / 2}[anchor]
        top = label.level - high - 1 - further if above else label.level + 1 + further
        if top < 0 or top + high > height:
            continue
        places.append(Placed(label.text, Box(left, top, left + wide, top + high), anchor))
    inside = min(max(label.level - high - 1, 0.0), height - high)
    return places or [Placed(label.text, Box(0.0, inside, wide, inside + high), "left")]


def _cost(box: Box, obstacles: Sequence[Box], taken: Sequence[Box]) -> tuple[float, float]:
    """Return what stands against a place: first other names, then the line."""
    return sum(box.overlap(other) for other in taken), sum(box.overlap(other) for other in obstacles)
