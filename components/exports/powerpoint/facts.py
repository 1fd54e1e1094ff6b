"""A leading number and labelled facts, as many as go into a box."""

from collections.abc import Sequence

from components.exports.powerpoint.geometry import (
    LINE,
    POINT,
    Box,
    Fitted,
    above,
    box_between,
    cut,
    fit,
    fit_whole,
    width,
    wrapped,
)
from components.exports.powerpoint.slide_text import Piece, clean
from data.views.facts import Fact

SIZE = 18
_SPACE = 9.0  # points before each fact
_TEXT_ROOM = 2.0  # points kept free at the bottom


def filled(facts: Sequence[Fact], box: Box) -> tuple[list[Piece], int]:
    """The facts that go into the box, as paragraphs, and how many they are; the first goes in whatever its length."""
    room, space = box.width / POINT, box.height / POINT - _TEXT_ROOM
    pieces: list[Piece] = []
    used, count = 0.0, 0
    for fact in facts:
        before = _SPACE if pieces else 0.0
        found, lines = _fact(fact, room, before)
        if used + before + lines * SIZE * LINE > space:
            if pieces:
                break
            found, lines = _cut(fact, room, int(space / (SIZE * LINE)))
        pieces += found
        used, count = used + before + lines * SIZE * LINE, count + 1
    return pieces, count


def inline(facts: Sequence[Fact], room: float) -> Fitted:
    """All facts in running text, on at most two lines of `room` points."""
    told = "; ".join(f"{clean(fact.label)}: {clean(fact.text)}" for fact in facts)
    return fit(told, (SIZE,), room, 2 * SIZE * LINE)


def _fact(fact: Fact, room: float, before: float) -> tuple[list[Piece], int]:
    """A fact on one line if it goes, else its label on a line of its own; and how many lines it takes."""
    label, text = clean(fact.label), clean(fact.text)
    if width(f"{label}: ", SIZE) + width(text, SIZE, bold=True) <= room:
        return [Piece(text, SIZE, bold=True, lead=f"{label}:", space_before=before)], 1
    lines = len(wrapped(label, SIZE, room)) + len(wrapped(text, SIZE, room, bold=True))
    return [Piece(label, SIZE, space_before=before), Piece(text, SIZE, bold=True)], lines


def _cut(fact: Fact, room: float, lines: int) -> tuple[list[Piece], int]:
    label, text = clean(fact.label), clean(fact.text)
    most = max(1, lines - 1)
    return [
        Piece(cut(label, SIZE, room, 1), SIZE),
        Piece(cut(text, SIZE, room, most, bold=True), SIZE, bold=True),
    ], 1 + most


def leading(fact: Fact, box: Box, sizes: Sequence[int]) -> tuple[list[Piece], Box]:
    """The number in large type and what it is under it, and the room that is left below them."""
    room = box.width / POINT
    big = fit_whole(clean(fact.text), sizes, room, box.height / POINT * 0.55, bold=True)
    small = fit(clean(fact.label), (20, SIZE), room, max(SIZE * LINE, box.height / POINT - big.height - 8))
    pieces = [Piece(big.text, big.size, bold=True)]
    height = big.height
    if small.text:
        pieces.append(Piece(small.text, small.size, space_before=4))
        height += small.height + 4
    return pieces, _under(box, height + 14)


def _under(box: Box, points: float) -> Box:
    taken, _ = above(box, round(points * POINT))
    return box_between(box.left, taken.bottom, box.right, box.bottom)
