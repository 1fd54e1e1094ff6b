"""Rectangles on a slide, in EMU (914 400 to an inch), and how one is cut into others."""

from collections.abc import Iterable
from typing import NamedTuple

POINT = 12_700
INCH = 914_400


class Box(NamedTuple):
    """A rectangle; its right and bottom edges are not part of it."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def area(self) -> int:
        return self.width * self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def between(left: int, top: int, right: int, bottom: int) -> Box:
    """The box between these edges, never of negative size."""
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def beside(box: Box, share: float, gap: int) -> tuple[Box, Box]:
    """A left box of `share` of the width and a right one, with a gap between them."""
    first = round((box.width - gap) * share)
    return (
        box._replace(width=first),
        between(box.left + first + gap, box.top, box.right, box.bottom),
    )


def above(box: Box, height: int, gap: int = 0) -> tuple[Box, Box]:
    """The top of a box, so high, and the rest of it under a gap."""
    height = min(height, box.height)
    return box._replace(height=height), between(box.left, box.top + height + gap, box.right, box.bottom)


def free_of(box: Box, obstacles: Iterable[Box], gap: int = 0) -> Box:
    """What is left of a box when each obstacle has cut it on the side that leaves most."""
    for found in obstacles:
        if not box.meets(found):
            continue
        cuts = (
            between(box.left, box.top, box.right, found.top - gap),
            between(box.left, found.bottom + gap, box.right, box.bottom),
            between(box.left, box.top, found.left - gap, box.bottom),
            between(found.right + gap, box.top, box.right, box.bottom),
        )
        box = max(cuts, key=lambda cut: cut.area)
    return box
