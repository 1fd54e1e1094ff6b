"""A deck as an editable PowerPoint file, on a region's own template if one is given: a title slide, then each view on a
slide of its own, or on several where it is long."""

import io
from typing import Any

from components.exports.powerpoint.geometry import POINT, Box, fit
from components.exports.powerpoint.layouts import Content, content_layout, cover_layout, new_presentation
from components.exports.powerpoint.slide_charts import add_chart, captions
from components.exports.powerpoint.slide_frame import draw_frame
from components.exports.powerpoint.slide_pages import Page, pages
from components.exports.powerpoint.slide_text import Piece, add_text, clean, write
from components.exports.powerpoint.tables import add_table
from components.exports.powerpoint.template import TemplateError, forget, open_template
from data.views.slides import Deck, Slide

__all__ = ["TemplateError", "check_template", "powerpoint"]

LANGUAGE = "fi-FI"


def powerpoint(deck: Deck, *, template: bytes | None = None) -> bytes:
    """Return the deck as a .pptx file, on the template's master where one is given.

    Raises TemplateError, whose text is for the user, where the template is not a .pptx that can be used.
    """
    presentation = new_presentation() if template is None else open_template(template)
    forget(presentation, "/extended-properties", "/thumbnail", "/printerSettings")
    content = content_layout(presentation, is_foreign=template is not None)
    _cover(presentation, content, deck)
    number = 1
    for slide in deck.slides:
        for at, page in enumerate(pages(content, slide, deck)):
            number += 1
            drawn = _draw(presentation, content, page, slide, deck, number)
            _notes(drawn, slide if at == 0 else slide.model_copy(update={"notes": ()}), page)
    _properties(presentation, deck)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def check_template(template: bytes) -> None:
    """Raise TemplateError, whose text is for the user, where a file cannot be used as a template."""
    powerpoint(Deck(name="", slides=(), version=0, published=""), template=template)


def _cover(presentation: Any, content: Content, deck: Deck) -> None:
    cover = cover_layout(presentation)
    about = f"Versio {deck.version} · {clean(deck.published)}"
    page = presentation.slides.add_slide(cover.layout if cover else content.layout)
    box = cover.title if cover else content.title
    title = fit(
        clean(deck.name), (44, 40, 36, 32, 28, 24, 20), box.width / POINT * 0.85, box.height / POINT * 0.9, bold=True
    )
    write(page.shapes.title.text_frame, [Piece(title.text, title.size)])
    if cover and cover.subtitle:
        for shape in page.placeholders:
            if shape.placeholder_format.idx != page.shapes.title.placeholder_format.idx:
                write(shape.text_frame, [Piece(about, 24)])
    else:
        _remove_empty(page)
        body = content.body(content.title)
        add_text(page, body, [Piece(about, 24)], name="Versio")


def _draw(presentation: Any, content: Content, page: Page, slide: Slide, deck: Deck, number: int) -> Any:
    drawn = presentation.slides.add_slide(content.layout)
    _remove_empty(drawn)
    draw_frame(drawn, content, page.frame, slide, deck, number)
    if page.chart and slide.chart:
        add_chart(drawn, page.chart, slide.chart, slide.alt, page.first, page.last)
    if page.caption and page.caption_text:
        add_text(drawn, page.caption, [Piece(page.caption_text.text, page.caption_text.size)], name="Kaavion selite")
    if page.table and page.table_box:
        add_table(drawn, page.table_box, page.table, _table_alt(slide, page))
    for box, pieces in page.texts:
        add_text(drawn, box, pieces, name="Tiedot")
    return drawn


def _table_alt(slide: Slide, page: Page) -> str:
    rows = len(page.table.rows) if page.table else 0
    headings = ", ".join(slide.table.headings) if slide.table else ""
    return f"{slide.title} Taulukko, rivejä {rows}. Sarakkeet: {headings}."


def _remove_empty(page: Any) -> None:
    """Remove placeholders that the view does not fill: an empty placeholder would show its prompt."""
    for shape in list(page.placeholders):
        if shape._element is not page.shapes.title._element:
            shape._element.getparent().remove(shape._element)


def _notes(drawn: Any, slide: Slide, page: Page) -> None:
    """Write what the speaker needs: what did not fit on the slide, definition, limits of use, cautions."""
    texts = [slide.title] if page.frame.title_text.is_cut else []
    texts += [*page.notes, *slide.notes]
    if slide.chart:
        texts += [text for text in captions(slide.chart) if text not in texts]
    if page.frame.source_text.is_cut:
        texts.append(slide.source)
    notes = drawn.notes_slide
    pieces = [Piece(text) for text in map(clean, texts) if text]
    frame = notes.notes_text_frame
    if frame is not None:
        write(frame, pieces or [Piece("")])
    elif pieces:
        add_text(notes, Box(50 * POINT, 380 * POINT, 440 * POINT, 300 * POINT), pieces, name="Muistiinpanot")


def _properties(presentation: Any, deck: Deck) -> None:
    """Set title and language, and clear names and whatever the template says of the file it was made from."""
    properties = presentation.core_properties
    properties.title = clean(deck.name)[:255]
    properties.language = LANGUAGE
    for name in ("author", "last_modified_by", "subject", "keywords", "comments", "category", "content_status"):
        setattr(properties, name, "")
    properties.revision = 1
    for when in properties._element.xpath("dcterms:created | dcterms:modified | cp:lastPrinted"):
        properties._element.remove(when)
