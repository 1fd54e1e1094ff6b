"""Text on a slide: in Finnish, without what XML cannot hold; facts and a leading number as far as a box holds them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from components.exports.powerpoint.geometry import LINE, POINT, Box, Fitted, above, cut, fit, fit_whole, width, wrapped
from data.views.facts import Fact
from loaders.workbooks import xml_text

SIZE = 18  # points of facts
_FACT_SPACE = 9.0  # points before each fact
_TEXT_ROOM = 2.0  # points kept free at the bottom
_SPACE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")


class Piece(NamedTuple):
    """A paragraph: its text, size in points and look."""

    text: str
    size: int | None = None
    bold: bool | None = None
    lead: str = ""  # words before the text, never bold
    space_before: float = 0


def clean(text: str) -> str:
    """Return a text on one line without characters that no XML file may hold."""
    return xml_text(_SPACE.sub(" ", text)).strip(" ")


def rgb(colour: str) -> RGBColor:
    """Return "#0B5CAD" as a colour of the library."""
    return RGBColor.from_string(colour.removeprefix("#"))


def write(frame: Any, pieces: Iterable[Piece]) -> None:
    """Write paragraphs into a text frame instead of what was there."""
    for at, piece in enumerate(pieces):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        for run in list(paragraph.runs):
            paragraph._p.remove(run._r)
        if piece.space_before:
            paragraph.space_before = Pt(piece.space_before)
        if piece.lead:
            _run(paragraph, f"{clean(piece.lead)} ", piece.size, bold=False)
        _run(paragraph, clean(piece.text), piece.size, bold=piece.bold)


def _run(paragraph: Any, text: str, size: int | None, *, bold: bool | None) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.language_id = MSO_LANGUAGE_ID.FINNISH
    if size is not None:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold


def add_text(slide: Any, box: Box, pieces: Iterable[Piece], *, name: str, anchor: str = "top") -> Any:
    """Add a text box that is exactly the box: without insets, never growing."""
    shape = slide.shapes.add_textbox(*box)
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}[anchor]
    write(frame, pieces)
    return shape


def describe(shape: Any, name: str, alt: str) -> None:
    """Set the name of a shape and what it shows in words."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", clean(alt))


def filled(facts: Sequence[Fact], box: Box) -> tuple[list[Piece], int]:
    """Return the facts that go into the box, as paragraphs, and how many they are; the first goes in at any length."""
    room, space = box.width / POINT, box.height / POINT - _TEXT_ROOM
    pieces: list[Piece] = []
    used, count = 0.0, 0
    for fact in facts:
        before = _FACT_SPACE if pieces else 0.0
        paragraphs, lines = _fact(fact, room, before)
        if used + before + lines * SIZE * LINE > space:
            if pieces:
                break
            paragraphs, lines = _cut_fact(fact, room, int(space / (SIZE * LINE)))
        pieces += paragraphs
        used, count = used + before + lines * SIZE * LINE, count + 1
    return pieces, count


def inline(facts: Sequence[Fact], room: float) -> Fitted:
    """Return all facts in running text, on at most two lines of `room` points."""
    text = "; ".join(f"{clean(fact.label)}: {clean(fact.text)}" for fact in facts)
    return fit(text, (SIZE,), room, 2 * SIZE * LINE)


def _fact(fact: Fact, room: float, before: float) -> tuple[list[Piece], int]:
    """Return a fact on one line if it goes, else its label on a line of its own; and how many lines it takes."""
    label, text = clean(fact.label), clean(fact.text)
    if width(f"{label}: ", SIZE) + width(text, SIZE, bold=True) <= room:
        return [Piece(text, SIZE, bold=True, lead=f"{label}:", space_before=before)], 1
    lines = len(wrapped(label, SIZE, room)) + len(wrapped(text, SIZE, room, bold=True))
    return [Piece(label, SIZE, space_before=before), Piece(text, SIZE, bold=True)], lines


def _cut_fact(fact: Fact, room: float, lines: int) -> tuple[list[Piece], int]:
    label, text = clean(fact.label), clean(fact.text)
    most = max(1, lines - 1)
    return [
        Piece(cut(label, SIZE, room, 1), SIZE),
        Piece(cut(text, SIZE, room, most, bold=True), SIZE, bold=True),
    ], 1 + most


def leading(fact: Fact, box: Box, sizes: Sequence[int]) -> tuple[list[Piece], Box]:
    """Return a number in large type with what it is under it, and the room that is left below them."""
    room = box.width / POINT
    big = fit_whole(clean(fact.text), sizes, room, box.height / POINT * 0.55, bold=True)
    small = fit(clean(fact.label), (20, SIZE), room, max(SIZE * LINE, box.height / POINT - big.height - 8))
    pieces = [Piece(big.text, big.size, bold=True)]
    height = big.height
    if small.text:
        pieces.append(Piece(small.text, small.size, space_before=4))
        height += small.height + 4
    return pieces, above(box, round((height + 14) * POINT))[1]
