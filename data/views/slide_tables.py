"""Tables that go on to a next slide where one would not hold them."""

from collections.abc import Iterable, Sequence
from math import ceil

from data.views.slides import Slide, SlideTable

_LINE = 104  # characters across a slide's table
_LINES = 13  # lines of text that a slide's table holds, its heading left out
_GAP = 0.45  # what the space between rows takes of a line
_STEP = 0.25  # in which pages are made as high as each other
_NARROW, _WIDE = 8, 48  # a column's share grows with its longest text between these


def paged(headings: Sequence[str], rows: Sequence[Sequence[str]], lines: float = _LINES) -> tuple[SlideTable, ...]:
    """Return the rows in as few tables as it takes, in order and about as high as each other. No rows: no tables."""
    if not rows:
        return ()
    widths = _widths([headings, *rows])
    heights = [max(ceil(len(cell) / width) for cell, width in zip(row, widths, strict=True)) + _GAP for row in rows]
    pages = _filled(heights, lines)
    while len(lower := _filled(heights, lines - _STEP)) == len(pages) and lines > max(heights):
        pages, lines = lower, lines - _STEP
    return tuple(SlideTable(headings=tuple(headings), rows=tuple(tuple(rows[at]) for at in page)) for page in pages)


def _filled(heights: Sequence[float], lines: float) -> list[list[int]]:
    """Which rows stand on each page when every page is filled; at least one a page."""
    pages: list[list[int]] = [[]]
    left = lines
    for at, height in enumerate(heights):
        if pages[-1] and height > left:
            pages.append([])
            left = lines
        pages[-1].append(at)
        left -= height
    return pages


def on_slides(slide: Slide, tables: Sequence[SlideTable]) -> Iterable[Slide]:
    """Return a slide for each table, its subject telling which of how many; without tables the slide alone."""
    if not tables:
        yield slide
    for number, table in enumerate(tables, 1):
        part = f" ({number}/{len(tables)})" if len(tables) > 1 else ""
        yield slide.model_copy(update={"table": table, "subject": slide.subject + part})


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Characters that each column holds: shares of the line by the longest text."""
    longest = [min(_WIDE, max(_NARROW, *map(len, column))) for column in zip(*rows, strict=True)]
    return [width * _LINE / sum(longest) for width in longest]
