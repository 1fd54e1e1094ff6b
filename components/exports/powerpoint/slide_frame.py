"""What stands on every slide around its content: subject, title, source, version and number."""

from typing import Any, NamedTuple

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.exports.powerpoint.geometry import INCH, LINE, POINT, Box, Fitted, above, box_between, fit
from components.exports.powerpoint.layouts import Content
from components.exports.powerpoint.slide_text import Piece, add_text, clean, write
from data.views.slides import Deck, Slide

_TITLE_SIZES = (28, 26, 24, 22, 20)
_SUBJECT, _SOURCE = 18, 12
_GROWTH = 0.16  # of the slide's height, which a long title may take more than its placeholder has
_UPRIGHT = round(0.1 * INCH)  # above and under the text of a title
_NUMBER_WIDTH = round(0.9 * INCH)
_GAP = round(0.1 * INCH)
_NAMES = {"ftr": "Alatunniste", "sldNum": "Dian numero"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


class Frame(NamedTuple):
    """Where everything around the content of one slide goes, and the room that it leaves."""

    title: Box
    title_text: Fitted
    subject: Box
    source: Box
    source_text: Fitted
    number: Box | None
    room: Box


def frame_of(content: Content, slide: Slide, title: str, deck: Deck) -> Frame:
    """Return the places on a slide of this title; a title that is long for its place grows down, and is cut at last."""
    box, title_text = _title(content, title)
    room = content.body(box)
    subject = content.above
    if not subject.height:
        subject, room = above(room, round(_SUBJECT * LINE * POINT), _GAP // 2)
    texts = [clean(slide.source)] if content.footer else [clean(slide.source), *_versions(deck)[:1]]
    source = fit(" · ".join(filter(None, texts)), (_SOURCE,), _source_room(content, room) / POINT, 2 * _SOURCE * LINE)
    height = round((source.height if source.text else _SOURCE * LINE) * POINT)
    strip = box_between(room.left, room.bottom - height, room.right, room.bottom)
    number = None if content.number else box_between(room.right - _NUMBER_WIDTH, strip.top, room.right, strip.bottom)
    return Frame(
        title=box,
        title_text=title_text,
        subject=subject,
        source=strip._replace(width=_source_room(content, room)),
        source_text=source,
        number=number,
        room=box_between(room.left, room.top, room.right, strip.top - _GAP),
    )


def draw_frame(page: Any, content: Content, frame: Frame, slide: Slide, deck: Deck, number: int) -> None:
    """Write subject, title, source, footer and number onto a new slide."""
    shape = page.shapes.title
    if frame.title != content.title:
        shape.left, shape.top, shape.width, shape.height = frame.title
    shape.name = "Otsikko"
    write(shape.text_frame, [Piece(frame.title_text.text, frame.title_text.size)])
    subject = fit(clean(slide.subject), (_SUBJECT,), frame.subject.width / POINT, _SUBJECT * LINE)
    if subject.text:
        add_text(page, frame.subject, [Piece(subject.text, _SUBJECT)], name="Aihe", anchor="bottom")
    if frame.source_text.text:
        add_text(page, frame.source, [Piece(frame.source_text.text, _SOURCE)], name="Lähde", anchor="bottom")
    if content.footer:
        _footer(page, content, content.footer, deck)
    if frame.number:
        box = add_text(page, frame.number, [Piece("", _SOURCE)], name="Dian numero", anchor="bottom")
        _number(box, number)
    elif placeholder := _clone(page, "sldNum"):
        _number(placeholder, number)


def _title(content: Content, text: str) -> tuple[Box, Fitted]:
    wide = (content.title.width - 2 * content.inset) / POINT / content.stretch
    height = (content.title.height - _UPRIGHT) / POINT
    text = clean(text)
    fitted = fit(text, _TITLE_SIZES, wide, height, bold=True)
    if not fitted.is_cut:
        return content.title, fitted
    grown = round(content.slide.height * _GROWTH)
    taller = content.grown(content.title.height + grown)
    fitted = fit(text, _TITLE_SIZES[-1:], wide, (taller.height - _UPRIGHT) / POINT, bold=True)
    needed = round(fitted.height * POINT) + _UPRIGHT
    return content.grown(min(needed, taller.height)), fitted


def _source_room(content: Content, room: Box) -> int:
    return room.width if content.number else room.width - _NUMBER_WIDTH - _GAP


def _versions(deck: Deck) -> list[str]:
    """Return what a footer may say, the longest first."""
    version = f"Versio {deck.version}"
    return [
        f"{clean(deck.name)} · versio {deck.version} · {clean(deck.published)}",
        f"{version} · {clean(deck.published)}",
        version,
    ]


def _footer(page: Any, content: Content, box: Box, deck: Deck) -> None:
    room = (box.width - 2 * content.inset) / POINT / content.stretch
    options = [fit(text, (_SOURCE,), room, _SOURCE * LINE) for text in _versions(deck)]
    footer = next((option for option in options if not option.is_cut), options[-1])
    if shape := _clone(page, "ftr"):
        write(shape.text_frame, [Piece(footer.text, _SOURCE)])


def _clone(page: Any, kind: str) -> Any:
    """Copy the layout's placeholder of this kind onto the slide itself: only there it shows."""
    for placeholder in page.slide_layout.placeholders:
        if placeholder.element.xpath(f".//p:ph[@type='{kind}']"):
            page.shapes.clone_placeholder(placeholder)
            shape = page.shapes[-1]
            shape.name = _NAMES[kind]
            return shape
    return None


def _number(shape: Any, number: int) -> None:
    """Write the slide's number as a field, so that it follows when slides are moved."""
    paragraph = shape.text_frame.paragraphs[0]
    for child in list(paragraph._p):
        paragraph._p.remove(child)
    field = (
        f'<a:fld xmlns:a="{_DRAWING}" id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">'
        f'<a:rPr lang="{MSO_LANGUAGE_ID.FINNISH.xml_value}" sz="{Pt(_SOURCE).centipoints}"/><a:t>{number}</a:t></a:fld>'
    )
    paragraph._p.append(parse_xml(field))
    if not shape.is_placeholder:
        paragraph._p.get_or_add_pPr().set("algn", "r")
