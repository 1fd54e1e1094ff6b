"""What of a view goes on which slide: what does not fit goes on in the next one, and nothing is squeezed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from components.exports.powerpoint import tables
from components.exports.powerpoint.captions import captions
from components.exports.powerpoint.facts import filled, inline, leading
from components.exports.powerpoint.geometry import INCH, LINE, POINT, Box, Fitted, above, beside, box_between, fit
from components.exports.powerpoint.layouts import Content
from components.exports.powerpoint.slide_charts import rows_fitting, rows_of, wanted_height
from components.exports.powerpoint.slide_frame import Frame, frame_of
from components.exports.powerpoint.slide_text import Piece, clean
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
    """One slide: its places and what goes into them. Bars are those from `first` up to `last`; `notes` is what of the
    view did not go on the slide."""

    frame: Frame
    chart: Box | None = None
    first: int = 0
    last: int = 0
    caption: Box | None = None
    caption_told: Fitted | None = None
    table: tables.Part | None = None
    table_box: Box | None = None
    texts: Texts = ()
    notes: tuple[str, ...] = ()


def pages(content: Content, slide: Slide, deck: Deck) -> Iterator[Page]:
    """The slides that one view takes, at least one."""
    head = frame_of(content, slide, slide.title, deck)
    rest = frame_of(content, slide, slide.title + CONTINUES, deck)
    if slide.chart:
        yield from _charts(head, rest, slide, slide.chart)
    elif slide.table:
        yield from _tables(head, rest, slide, slide.table)
    else:
        yield from _words(head, rest, slide)


def _charts(head: Frame, rest: Frame, slide: Slide, chart: Chart) -> Iterator[Page]:
    """The chart with its facts beside it; bars that are too many go on, with the same axis."""
    has_side = bool(slide.facts or slide.number)
    words = " ".join(map(clean, captions(chart, slide.facts)))
    first, everything = 0, rows_of(chart)
    while first < everything:
        frame = rest if first else head
        box, side = beside(frame.room, _SHARE, _GAP) if has_side and not first else (frame.room, None)
        told = fit(words, (_CAPTION,), box.width / POINT, 4 * _CAPTION * LINE)
        caption_height = round((told.height + 4) * POINT) if told.text else 0
        last = min(everything, first + rows_fitting(chart, box.height - caption_height))
        area, under = above(box, wanted_height(chart, last - first, box.height - caption_height))
        caption = above(under, caption_height)[0] if told.text else None
        texts, notes = _beside(slide, side) if side else ((), ())
        yield Page(
            frame, area, first, last, caption, told, texts=texts, notes=(*notes, *([words] if told.is_cut else []))
        )
        first = last


def _tables(head: Frame, rest: Frame, slide: Slide, table: SlideTable) -> Iterator[Page]:
    """The table with its facts beside it, or under it where it is wide; rows that are too many go on."""
    box, later = head.room, rest.room
    texts: Texts = ()
    notes: tuple[str, ...] = ()
    if len(table.headings) <= _NARROW and (slide.facts or slide.number):
        box, side = beside(head.room, _SHARE, _GAP)
        later = rest.room._replace(width=box.width)
        texts, notes = _beside(slide, side)
    else:
        texts, notes, box = _around(slide, box)
    found = tables.parts(table, [box, later])
    under = later
    if len(found) > MOST_TABLES:
        later, under = above(later, later.height - _MORE)
        found = tables.parts(table, [box, later])
    shown = found[:MOST_TABLES]
    rows = sum(len(part.rows) for part in shown)
    for at, part in enumerate(shown):
        told = list(notes) if at == 0 else []
        told += [" · ".join(row) for row in part.whole]
        more: Texts = ()
        if part is shown[-1] and rows < len(table.rows):
            told.append(f"Taulukon {len(table.rows)} rivistä esitetään {rows} ensimmäistä.")
            more = ((under, (Piece(told[-1], 18),)),)
        yield Page(
            rest if at else head,
            table=part,
            table_box=later if at else box,
            texts=more if at else texts,
            notes=tuple(told),
        )


def _words(head: Frame, rest: Frame, slide: Slide) -> Iterator[Page]:
    """A leading number with its facts beside it, or facts alone; facts that are too many go on."""
    facts, texts, side = slide.facts, [], head.room
    if slide.number:
        box, side = beside(head.room, 0.5, _GAP) if facts else (head.room, head.room)
        number, below = leading(slide.number, box, _LARGE)
        texts.append((box._replace(height=below.top - box.top), tuple(number)))
    if facts:
        pieces, told = filled(facts, side)
        texts.append((side, tuple(pieces)))
        facts = facts[told:]
    yield Page(head, texts=tuple(texts), notes=_long(slide.facts))
    while facts:
        pieces, told = filled(facts, rest.room)
        facts = facts[told:]
        yield Page(rest, texts=((rest.room, tuple(pieces)),))


def _beside(slide: Slide, box: Box) -> tuple[Texts, tuple[str, ...]]:
    """Number and facts beside a chart or a table, and the facts that did not go there."""
    texts: Texts = ()
    if slide.number:
        pieces, below = leading(slide.number, box, _SMALLER)
        texts = ((box._replace(height=below.top - box.top), tuple(pieces)),)
        box = below
    if not slide.facts or box.height < _LEAST_FACTS:
        return texts, tuple(map(_told, slide.facts))
    pieces, told = filled(slide.facts, box)
    if told < len(slide.facts):
        pieces, told = filled(slide.facts, box._replace(height=box.height - _MORE))
        pieces.append(Piece("Lisää muistiinpanoissa", 18, space_before=9))
    return (*texts, (box, tuple(pieces))), (*map(_told, slide.facts[told:]), *_long(slide.facts[:told]))


def _around(slide: Slide, box: Box) -> tuple[Texts, tuple[str, ...], Box]:
    """A number over a wide table and facts under it, and the room that is left for the table."""
    texts: Texts = ()
    notes: tuple[str, ...] = ()
    if slide.number:
        top, _ = above(box, box.height // 3)
        pieces, below = leading(slide.number, top, _SMALLER)
        texts = ((top._replace(height=below.top - top.top), tuple(pieces)),)
        box = box_between(box.left, below.top, box.right, box.bottom)
    if slide.facts:
        told = inline(slide.facts, box.width / POINT)
        height = round((told.height + 2) * POINT)
        strip = box_between(box.left, box.bottom - height, box.right, box.bottom)
        box = box._replace(height=box.height - height - _GAP // 3)
        texts = (*texts, (strip, (Piece(told.text, told.size),)))
        notes = tuple(map(_told, slide.facts)) if told.is_cut else ()
    return texts, notes, box


def _told(fact: Fact) -> str:
    return f"{fact.label}: {fact.text}"


def _long(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Facts that may have been cut on the slide."""
    return tuple(_told(fact) for fact in facts if len(fact.text) > _LONG_FACT)
