"""What of a view goes on which slide: what does not fit goes on in the next one, and nothing is squeezed."""

from collections.abc import Iterator
from typing import NamedTuple

from components.exports.powerpoint import tables
from components.exports.powerpoint.boxes import INCH, POINT, Box, above, beside
from components.exports.powerpoint.captions import captions
from components.exports.powerpoint.charts import rows_fitting, rows_of, wanted_height
from components.exports.powerpoint.facts import filled, leading
from components.exports.powerpoint.fitting import LINE, Fitted, fit
from components.exports.powerpoint.frames import Frame, frame_of
from components.exports.powerpoint.layouts import Content
from components.exports.powerpoint.writing import Piece, clean
from data.analysis.views.slides import Deck, Slide

CONTINUES = " (jatkuu)"
MOST_TABLES = 12  # slides that one table may take; what is left out then is said
_GAP = round(0.35 * INCH)
_SHARE = 0.66  # of the width for a chart that has facts beside it
_CAPTION = 14
_NARROW = 3  # columns of a table that still has facts beside it


class Page(NamedTuple):
    """One slide: its places and what goes into them. Bars are those from `first` up to `last`."""

    frame: Frame
    chart: Box | None = None
    first: int = 0
    last: int = 0
    caption: Box | None = None
    caption_told: Fitted | None = None
    table: tables.Part | None = None
    table_box: Box | None = None
    texts: tuple[tuple[Box, tuple[Piece, ...]], ...] = ()
    left_out: str = ""


def pages(content: Content, slide: Slide, deck: Deck) -> Iterator[Page]:
    """The slides that one view takes, at least one."""
    head = frame_of(content, slide, slide.title, deck)
    rest = frame_of(content, slide, slide.title + CONTINUES, deck)
    facts = slide.facts
    if slide.chart:
        told = 0
        for page, told_here in _charts(head, rest, slide):
            told += told_here
            yield page
        facts = facts[told:]
    elif slide.table:
        is_narrow = len(slide.table.headings) <= _NARROW and bool(facts or slide.number)
        for at, (page, told) in enumerate(_tables(head, rest, slide, is_narrow=is_narrow)):
            facts = facts[told:] if at == 0 else facts
            yield page
    else:
        page, told = _number(head, slide)
        facts = facts[told:]
        yield page
    while facts:
        pieces, told = filled(facts, rest.room)
        facts = facts[told:]
        yield Page(rest, texts=((rest.room, tuple(pieces)),))


def _side(slide: Slide, box: Box) -> tuple[tuple[tuple[Box, tuple[Piece, ...]], ...], int]:
    """Number and facts beside a chart or a table, and how many facts they are."""
    texts = []
    if slide.number:
        pieces, below = leading(slide.number, slide.number_about, box, (44, 40, 36, 32, 28, 24))
        texts.append((box._replace(height=below.top - box.top), tuple(pieces)))
        box = below
    if not slide.facts or box.height < 2 * 18 * LINE * POINT:
        return tuple(texts), 0
    pieces, told = filled(slide.facts, box)
    return (*texts, (box, tuple(pieces))), told


def _charts(head: Frame, rest: Frame, slide: Slide) -> Iterator[tuple[Page, int]]:
    chart = slide.chart
    if chart is None:
        return
    has_side = bool(slide.facts or slide.number)
    first, everything = 0, rows_of(chart)
    while first < everything:
        frame = rest if first else head
        box, side = beside(frame.room, _SHARE, _GAP) if has_side and not first else (frame.room, None)
        told = fit_caption(slide, box.width)
        caption_height = round((told.height + 4) * POINT) if told.text else 0
        last = min(everything, first + rows_fitting(chart, box.height - caption_height))
        area, under = above(box, wanted_height(chart, last - first, box.height - caption_height))
        caption, _ = above(under, caption_height)
        texts, facts = _side(slide, side) if side else ((), 0)
        yield Page(frame, area, first, last, caption if told.text else None, told, texts=texts), facts
        first = last


def fit_caption(slide: Slide, width: int) -> Fitted:
    """The words under a chart on up to four lines."""
    text = " ".join(map(clean, captions(slide.chart, slide.facts))) if slide.chart else ""
    return fit(text, (_CAPTION,), width / POINT, 4 * _CAPTION * LINE)


def _tables(head: Frame, rest: Frame, slide: Slide, *, is_narrow: bool) -> Iterator[tuple[Page, int]]:
    table = slide.table
    if table is None:
        return
    box, side = beside(head.room, _SHARE, _GAP) if is_narrow else (head.room, None)
    texts, told = _side(slide, side) if side else ((), 0)
    if slide.number and not is_narrow:
        texts, box = _number_over(slide, box)
    later = rest.room._replace(width=box.width)
    found = tables.parts(table, [box, later])
    shown = sum(len(part.rows) for part in found[:MOST_TABLES])
    left_out = f"Taulukon {len(table.rows)} rivistä esitetään {shown} ensimmäistä." if shown < len(table.rows) else ""
    for at, part in enumerate(found[:MOST_TABLES]):
        is_last = at == min(len(found), MOST_TABLES) - 1
        yield (
            Page(
                rest if at else head,
                table=part,
                table_box=later if at else box,
                texts=() if at else texts,
                left_out=left_out if is_last else "",
            ),
            0 if at else told,
        )


def _number_over(slide: Slide, box: Box) -> tuple[tuple[tuple[Box, tuple[Piece, ...]], ...], Box]:
    top, _ = above(box, box.height // 3)
    pieces, below = leading(slide.number, slide.number_about, top, (44, 40, 36, 32, 28, 24))
    taken = top._replace(height=below.top - top.top)
    return ((taken, tuple(pieces)),), Box(box.left, below.top, box.width, box.bottom - below.top)


def _number(frame: Frame, slide: Slide) -> tuple[Page, int]:
    """A leading number with its facts beside it, or facts alone."""
    if not slide.number:
        pieces, told = filled(slide.facts, frame.room)
        return Page(frame, texts=((frame.room, tuple(pieces)),) if pieces else ()), told
    box, side = beside(frame.room, 0.5, _GAP) if slide.facts else (frame.room, None)
    number, below = leading(slide.number, slide.number_about, box, (96, 80, 66, 54, 44, 36, 28, 24))
    texts = [(box._replace(height=below.top - box.top), tuple(number))]
    if side is None:
        return Page(frame, texts=tuple(texts)), 0
    pieces, told = filled(slide.facts, side)
    return Page(frame, texts=(*texts, (side, tuple(pieces)))), told
