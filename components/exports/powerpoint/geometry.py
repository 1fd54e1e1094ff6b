"""Room on a slide: rectangles in EMU, how they are cut, and how much of them a text takes.

A text is measured by the widths of Arial, which other office fonts seldom exceed by more than a tenth. Nothing on a
server tells what fonts the reader has, so a text is measured with a margin and never fills its box.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

POINT = 12_700  # EMU
INCH = 914_400


class Box(NamedTuple):
    """A rectangle in EMU; its right and bottom edges are not part of it."""

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
        """Return whether the two share any area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Return whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def box_between(left: int, top: int, right: int, bottom: int) -> Box:
    """Return the box between these edges, never of negative size."""
    return Box(left, top, max(0, right - left), max(0, bottom - top))


def beside(box: Box, share: float, gap: int) -> tuple[Box, Box]:
    """Cut a box into a left one of `share` of its width and a right one, with a gap between them."""
    first = round((box.width - gap) * share)
    return box._replace(width=first), box_between(box.left + first + gap, box.top, box.right, box.bottom)


def above(box: Box, height: int, gap: int = 0) -> tuple[Box, Box]:
    """Cut a box into its top of this height and the rest of it under a gap."""
    height = min(height, box.height)
    return box._replace(height=height), box_between(box.left, box.top + height + gap, box.right, box.bottom)


def free_of(box: Box, obstacles: Iterable[Box], gap: int = 0) -> Box:
    """Return what is left of a box when each obstacle has cut it on the side that leaves most."""
    for obstacle in obstacles:
        if not box.meets(obstacle):
            continue
        cuts = (
            box_between(box.left, box.top, box.right, obstacle.top - gap),
            box_between(box.left, obstacle.bottom + gap, box.right, box.bottom),
            box_between(box.left, box.top, obstacle.left - gap, box.bottom),
            box_between(obstacle.right + gap, box.top, box.right, box.bottom),
        )
        box = max(cuts, key=lambda rest: rest.area)
    return box


LINE = 1.2  # line height to font size
_MARGIN = 1.06
_LOOSE = " ,;:–"  # what does not stand before an ellipsis
_BOLD = 1.08
_EM = 1000
_GROUPS = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[\\]ft·\u00a0",
    333: "()-`r{}“”",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–äöåéü",
    584: "+<=>−~^|",
    611: "FTZ",
    667: "&ABEKPSVXYÄÅ",
    722: "CDHNRUw",
    778: "GOQÖ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _GROUPS.items() for character in characters}


class Fitted(NamedTuple):
    """A text at the size in points at which it fits; `is_cut`: its end was left out."""

    text: str
    size: int
    lines: int
    is_cut: bool

    @property
    def height(self) -> float:
        """In points."""
        return self.lines * self.size * LINE


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line, in points."""
    units = sum(_WIDTHS.get(character, 600 if character < "\u2e80" else _EM) for character in text)
    return units * size / _EM * _MARGIN * (_BOLD if bold else 1)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text in `room` points; a word that is wider than that is broken."""
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines[-1] else word
        if width(candidate, size, bold=bold) <= room:
            lines[-1] = candidate
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and width(lines[-1] + character, size, bold=bold) > room:
                lines.append("")
            lines[-1] += character
    return lines


def fit(text: str, sizes: Sequence[int], room: float, height: float, *, bold: bool = False) -> Fitted:
    """Return the text at the first size at which it fits into room and height (points), cut at the last size."""
    for size in sizes:
        lines = wrapped(text, size, room, bold=bold)
        if len(lines) * size * LINE <= height:
            return Fitted(text, size, len(lines), is_cut=False)
    size = sizes[-1]
    most = max(1, int(height / (size * LINE)))
    return Fitted(cut(text, size, room, most, bold=bold), size, most, is_cut=True)


def fit_whole(text: str, sizes: Sequence[int], room: float, height: float, *, bold: bool = False) -> Fitted:
    """Fit a text as `fit` does, at sizes that break no word if there are any."""
    whole = [size for size in sizes if max(width(word, size, bold=bold) for word in text.split(" ")) <= room]
    return fit(text, whole or sizes[-1:], room, height, bold=bold)


def cut(text: str, size: float, room: float, lines: int, *, bold: bool = False) -> str:
    """Return as many whole words of a text as go on so many lines, with an ellipsis where any are left out."""
    written = wrapped(text, size, room, bold=bold)
    if len(written) <= lines:
        return text
    kept = " ".join(written[:lines]).rstrip(_LOOSE)
    while kept and len(wrapped(f"{kept}…", size, room, bold=bold)) > lines:
        kept = (kept.rpartition(" ")[0] or kept[:-1]).rstrip(_LOOSE)
    return f"{kept}…"


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return centres of texts of these heights, as near to the wanted places as fits between `low` and `high`.

    The order is kept: texts that would meet are moved evenly. Where all cannot fit, they start at `low`.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    groups: list[tuple[list[int], float]] = []  # members and top edge of texts that touch each other
    for at in order:
        members, top = [at], wanted[at] - heights[at] / 2
        while True:
            size = sum(heights[member] for member in members)
            top = max(low, min(top, high - size))
            if not groups or groups[-1][1] + sum(heights[member] for member in groups[-1][0]) <= top:
                break
            before, _ = groups.pop()
            members = before + members
            offset, tops = 0.0, []
            for member in members:
                tops.append(wanted[member] - heights[member] / 2 - offset)
                offset += heights[member]
            top = sum(tops) / len(tops)
        groups.append((members, top))
    centres = [0.0] * len(wanted)
    for members, top in groups:
        for member in members:
            centres[member] = top + heights[member] / 2
            top += heights[member]
    return centres
