"""Tables on slides: columns as wide as their texts need, as many rows as fit, headings on every part."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from components.exports.powerpoint.geometry import LINE, POINT, Box, cut, width, wrapped
from components.exports.powerpoint.slide_text import Piece, clean, describe, write
from data.views.slides import SlideTable

_SIZES = (18, 16, 14)
_SIDE, _TOP = 6.0, 4.0  # points inside a cell
_LEAST = 46.0  # points, the narrowest column


class TablePart(NamedTuple):
    """Rows of a table that go on one slide, with their look: heights and widths in points."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: int
    whole: tuple[tuple[str, ...], ...]  # the rows that had to be cut short, in full


def divide_table(table: SlideTable, boxes: Sequence[Box]) -> list[TablePart]:
    """Divide a table into parts, one for each box; the last box serves all further parts.

    A row that is higher than its box is cut short.
    """
    room = boxes[0].width / POINT
    headings = tuple(clean(text) or " " for text in table.headings)
    rows = [tuple(clean(text) for text in _as_wide(row, len(headings))) for row in table.rows]
    size, widths = _columns([headings, *rows], room)
    head = _height(headings, widths, size, bold=True)
    divided: list[TablePart] = []
    at = 0
    while at < len(rows) or not divided:
        space = boxes[min(len(divided), len(boxes) - 1)].height / POINT - head
        kept, heights, whole = _fill(rows[at:], widths, size, space)
        divided.append(TablePart(headings, tuple(kept), widths, (head, *heights), size, tuple(whole)))
        at += len(kept)
    return divided


def add_table(slide: Any, box: Box, part: TablePart, alt: str) -> None:
    """Add a native table with a heading row in the theme's look."""
    rows = [part.headings, *part.rows]
    frame = slide.shapes.add_table(
        len(rows), len(part.headings), box.left, box.top, box.width, round(sum(part.heights) * POINT)
    )
    table = frame.table
    edges = [0, *(round(edge * POINT) for edge in accumulate(part.widths))]
    for column, (start, end) in zip(table.columns, pairwise(edges), strict=True):
        column.width = Emu(end - start)
    for at, (texts, height) in enumerate(zip(rows, part.heights, strict=True)):
        table.rows[at].height = Emu(int(height * POINT))
        for column, text in enumerate(texts):
            cell = table.cell(at, column)
            cell.margin_left = cell.margin_right = Emu(round(_SIDE * POINT))
            cell.margin_top = cell.margin_bottom = Emu(round(_TOP * POINT))
            cell.vertical_anchor = MSO_ANCHOR.TOP
            write(cell.text_frame, [Piece(text, part.size, bold=at == 0)])
    describe(frame, "Taulukko", alt)


def _as_wide(row: Sequence[str], columns: int) -> list[str]:
    return [*row, *[""] * columns][:columns]


def _columns(rows: Sequence[Sequence[str]], room: float) -> tuple[int, tuple[float, ...]]:
    """Return the largest size at which no word is broken, and widths by how much there is to read in each column."""
    count = len(rows[0])
    for size in _SIZES:
        longest = [_LEAST] * count
        whole = [_LEAST] * count
        for row in rows:
            for at, text in enumerate(row):
                words = max((width(word, size, bold=True) for word in text.split(" ")), default=0.0)
                longest[at] = max(longest[at], words + 2 * _SIDE + 2)
                whole[at] = max(whole[at], width(text, size, bold=True) + 2 * _SIDE + 2)
        if sum(longest) <= room or size == _SIZES[-1]:
            break
    if sum(longest) > room:
        return size, tuple(room * least / sum(longest) for least in longest)
    wished = [max(least, min(full, 4 * least + 80)) for least, full in zip(longest, whole, strict=True)]
    extra = room - sum(longest)
    wishes = [wish - least for wish, least in zip(wished, longest, strict=True)]
    if sum(wishes) <= extra:
        return size, tuple(wish * room / sum(wished) for wish in wished)
    shares = [extra * wish / sum(wishes) for wish in wishes]
    return size, tuple(least + share for least, share in zip(longest, shares, strict=True))


def _height(row: Sequence[str], widths: Sequence[float], size: int, *, bold: bool = False) -> float:
    lines = max(len(wrapped(text, size, wide - 2 * _SIDE, bold=bold)) for text, wide in zip(row, widths, strict=True))
    return lines * size * LINE + 2 * _TOP


def _fill(
    rows: Sequence[tuple[str, ...]], widths: Sequence[float], size: int, space: float
) -> tuple[list[tuple[str, ...]], list[float], list[tuple[str, ...]]]:
    kept: list[tuple[str, ...]] = []
    heights: list[float] = []
    for row in rows:
        height = _height(row, widths, size)
        if sum(heights) + height > space:
            break
        kept.append(row)
        heights.append(height)
    if kept or not rows:
        return kept, heights, []
    lines = max(1, int((space - 2 * _TOP) / (size * LINE)))
    short = tuple(cut(text, size, wide - 2 * _SIDE, lines) for text, wide in zip(rows[0], widths, strict=True))
    return [short], [lines * size * LINE + 2 * _TOP], [rows[0]]
