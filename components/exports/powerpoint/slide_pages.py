"""What of a view goes on which slide: what does not fit continues on the next slide, and nothing is squeezed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from components.exports.powerpoint.geometry import INCH, LINE, POINT, Box, Fitted, above, beside, box_between, fit
from components.exports.powerpoint.layouts import Content
from components.exports.powerpoint.slide_charts import captions, rows_fitting, rows_of, wanted_height
from components.exports.powerpoint.slide_frame import Frame, frame_of
from components.exports.powerpoint.slide_text import Piece, clean, filled, inline, leading
from components.exports.powerpoint.tables import TablePart, divide_table
from data.views.facts import Fact
from data.views.slides import Chart, Deck, Slide, SlideTable

CONTINUES = " (jatkuu)"
MOST_TABLES = 12  # slides that one table may take; what is left out then is said
_GAP = round(0.35 * INCH)
_SHARE = 0.66  # of the width for a chart that has facts beside it
_CAPTION = 14
_LARGE, _SMALLER = (96, 80, 66, 54, 44, 36, 28, 24), (44, 40, 36, 32, 28, 24)
_LEAST_FACTS = round(2.5 * 18 * LINE * POINT)
_MORE = round(36 * POINT)  # for the line that says that there is more
_LONG_FACT = 200
_NARROW = 3  # columns of a table that still has facts beside it


Texts = tuple[tuple[Box, tuple[Piece, ...]], ...]


class Page(NamedTuple):
    """One slide: its places and what goes into them.

    Of the chart's bars those from `first` up to `last` are drawn; `notes` is what of the view did not go on the slide.
    """

    frame: Frame
    chart: Box | None = None
    first: int = 0
    last: int = 0
    caption: Box | None = None
    caption_text: Fitted | None = None
    table: TablePart | None = None
    table_box: Box | None = None
    texts: Texts = ()
    notes: tuple[str, ...] = ()


def pages(content: Content, slide: Slide, deck: Deck) -> Iterator[Page]:
    """Give the slides that a view takes, at least one."""
    head = frame_of(content, slide, slide.title, deck)
    rest = frame_of(content, slide, slide.title + CONTINUES, deck)
    if slide.chart:
        yield from _charts(head, rest, slide, slide.chart)
    elif slide.table:
        yield from _tables(head, rest, slide, slide.table)
    else:
        yield from _words(head, rest, slide)


def _charts(head: Frame, rest: Frame, slide: Slide, chart: Chart) -> Iterator[Page]:
    """Give the chart with its facts beside it; bars that are too many continue, on the same axis."""
    has_side = bool(slide.facts or slide.number)
    words = " ".join(map(clean, captions(chart, slide.facts)))
    first, everything = 0, rows_of(chart)
    while first < everything:
        frame = rest if first else head
        box, side = beside(frame.room, _SHARE, _GAP) if has_side and not first else (frame.room, None)
        fitted = fit(words, (_CAPTION,), box.width / POINT, 4 * _CAPTION * LINE)
        caption_height = round((fitted.height + 4) * POINT) if fitted.text else 0
        last = min(everything, first + rows_fitting(chart, box.height - caption_height))
        area, under = above(box, wanted_height(chart, last - first, box.height - caption_height))
        caption = above(under, caption_height)[0] if fitted.text else None
        texts, notes = _beside(slide, side) if side else ((), ())
        notes = (*notes, words) if fitted.is_cut else notes
        yield Page(frame, area, first, last, caption, fitted, texts=texts, notes=notes)
        first = last


def _tables(head: Frame, rest: Frame, slide: Slide, table: SlideTable) -> Iterator[Page]:
    """Give the table with its facts beside it, or under it where it is wide; rows that are too many continue."""
    box, later = head.room, rest.room
    texts: Texts = ()
    notes: tuple[str, ...] = ()
    if len(table.headings) <= _NARROW and (slide.facts or slide.number):
        box, side = beside(head.room, _SHARE, _GAP)
        later = rest.room._replace(width=box.width)
        texts, notes = _beside(slide, side)
    else:
        texts, notes, box = _around(slide, box)
    parts = divide_table(table, [box, later])
    under = later
    if len(parts) > MOST_TABLES:
        later, under = above(later, later.height - _MORE)
        parts = divide_table(table, [box, later])
    shown = parts[:MOST_TABLES]
    rows = sum(len(part.rows) for part in shown)
    for at, part in enumerate(shown):
        unshown = list(notes) if at == 0 else []
        unshown += [" · ".join(row) for row in part.whole]
        more: Texts = ()
        if part is shown[-1] and rows < len(table.rows):
            unshown.append(f"Taulukon {len(table.rows)} rivistä esitetään {rows} ensimmäistä.")
            more = ((under, (Piece(unshown[-1], 18),)),)
        yield Page(
            rest if at else head,
            table=part,
            table_box=later if at else box,
            texts=more if at else texts,
            notes=tuple(unshown),
        )


def _words(head: Frame, rest: Frame, slide: Slide) -> Iterator[Page]:
    """Give a leading number with its facts beside it, or facts alone; facts that are too many continue."""
    facts, texts, side = slide.facts, [], head.room
    if slide.number:
        box, side = beside(head.room, 0.5, _GAP) if facts else (head.room, head.room)
        number, below = leading(slide.number, box, _LARGE)
        texts.append((box._replace(height=below.top - box.top), tuple(number)))
    if facts:
        pieces, count = filled(facts, side)
        texts.append((side, tuple(pieces)))
        facts = facts[count:]
    yield Page(head, texts=tuple(texts), notes=_long(slide.facts))
    while facts:
        pieces, count = filled(facts, rest.room)
        facts = facts[count:]
        yield Page(rest, texts=((rest.room, tuple(pieces)),))


def _beside(slide: Slide, box: Box) -> tuple[Texts, tuple[str, ...]]:
    """Return number and facts beside a chart or a table, and the facts that did not go there."""
    texts: Texts = ()
    if slide.number:
        pieces, below = leading(slide.number, box, _SMALLER)
        texts = ((box._replace(height=below.top - box.top), tuple(pieces)),)
        box = below
    if not slide.facts or box.height < _LEAST_FACTS:
        return texts, tuple(map(_in_words, slide.facts))
    pieces, count = filled(slide.facts, box)
    if count < len(slide.facts):
        pieces, count = filled(slide.facts, box._replace(height=box.height - _MORE))
        pieces.append(Piece("Lisää muistiinpanoissa", 18, space_before=9))
    return (*texts, (box, tuple(pieces))), (*map(_in_words, slide.facts[count:]), *_long(slide.facts[:count]))


def _around(slide: Slide, box: Box) -> tuple[Texts, tuple[str, ...], Box]:
    """Return a number over a wide table and facts under it, what of them is cut, and the room left for the table."""
    texts: Texts = ()
    notes: tuple[str, ...] = ()
    if slide.number:
        top, _ = above(box, box.height // 3)
        pieces, below = leading(slide.number, top, _SMALLER)
        texts = ((top._replace(height=below.top - top.top), tuple(pieces)),)
        box = box_between(box.left, below.top, box.right, box.bottom)
    if slide.facts:
        running = inline(slide.facts, box.width / POINT)
        height = round((running.height + 2) * POINT)
        strip = box_between(box.left, box.bottom - height, box.right, box.bottom)
        box = box._replace(height=box.height - height - _GAP // 3)
        texts = (*texts, (strip, (Piece(running.text, running.size),)))
        notes = tuple(map(_in_words, slide.facts)) if running.is_cut else ()
    return texts, notes, box


def _in_words(fact: Fact) -> str:
    return f"{fact.label}: {fact.text}"


def _long(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Return facts that may have been cut on the slide."""
    return tuple(_in_words(fact) for fact in facts if len(fact.text) > _LONG_FACT)
