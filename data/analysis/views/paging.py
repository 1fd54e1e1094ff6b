"""Tables that go on to a next slide where one would not hold them."""

from collections.abc import Iterable, Sequence
from math import ceil

from data.analysis.views.slides import Slide, SlideTable

_LINE = 104  # characters across a slide's table
_LINES = 13  # lines of text that a slide's table holds, its heading left out
_GAP = 0.45  # what the space between rows takes of a line
_NARROW, _WIDE = 8, 48  # a column's share grows with its longest text between these


def paged(headings: Sequence[str], rows: Sequence[Sequence[str]], lines: float = _LINES) -> tuple[SlideTable, ...]:
    """The rows in as many tables as it takes, in order, of about the same height; at least one row a table.

    No rows: no tables.
    """
    if not rows:
        return ()
    widths = _widths([headings, *rows])
    heights = [max(ceil(len(cell) / width) for cell, width in zip(row, widths, strict=True)) + _GAP for row in rows]
    needed = len(_filled(rows, heights, lines))
    even = sum(heights) / needed
    while len(found := _filled(rows, heights, min(even, lines))) > needed:
        even += _GAP
    return tuple(SlideTable(headings=tuple(headings), rows=tuple(map(tuple, part))) for part in found)


def _filled(rows: Sequence[Sequence[str]], heights: Sequence[float], lines: float) -> list[list[Sequence[str]]]:
    """The rows in parts of at most so many lines each."""
    made: list[list[Sequence[str]]] = [[]]
    left = lines
    for row, height in zip(rows, heights, strict=True):
        if made[-1] and height > left:
            made.append([])
            left = lines
        made[-1].append(row)
        left -= height
    return made


def on_slides(slide: Slide, tables: Sequence[SlideTable]) -> Iterable[Slide]:
    """The slide with each table in turn, its subject telling which of how many; without tables the slide alone."""
    if not tables:
        yield slide
    for number, table in enumerate(tables, 1):
        part = f" ({number}/{len(tables)})" if len(tables) > 1 else ""
        yield slide.model_copy(update={"table": table, "subject": slide.subject + part})


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Characters that each column holds: shares of the line by the longest text."""
    longest = [min(_WIDE, max(_NARROW, *map(len, column))) for column in zip(*rows, strict=True)]
    return [width * _LINE / sum(longest) for width in longest]
