"""Text on a slide: in Finnish, without what XML cannot hold, and in words what a shape shows."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from components.exports.powerpoint.geometry import Box
from loaders.workbooks.xml_text import xml_text

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
