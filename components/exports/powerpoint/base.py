"""The presentation that a deck is made on where no template is given: 16:9, white, two layouts.

It is made from the library's own bare presentation, so that no binary file lies in the repository.
"""

from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.colours import BRAND_BLUE, INK
from components.exports.powerpoint.boxes import INCH, Box

WIDTH, HEIGHT = 12_192_000, 6_858_000
_FONT = "Arial"  # in every office, and metrically the same in LibreOffice
_MARGIN = round(0.6 * INCH)
_WIDE = WIDTH - 2 * _MARGIN
_NAMES = {0: "Otsikkodia", 5: "Otsikko ja sisältö"}
_FOOT = round(7.04 * INCH)
_PLACES = {
    PP_PLACEHOLDER.TITLE: Box(_MARGIN, round(0.72 * INCH), _WIDE, round(1.06 * INCH)),
    PP_PLACEHOLDER.BODY: Box(_MARGIN, round(1.9 * INCH), _WIDE, round(4.4 * INCH)),
    PP_PLACEHOLDER.CENTER_TITLE: Box(_MARGIN, round(2.0 * INCH), _WIDE, round(1.7 * INCH)),
    PP_PLACEHOLDER.SUBTITLE: Box(_MARGIN, round(3.85 * INCH), _WIDE, round(1.0 * INCH)),
    PP_PLACEHOLDER.FOOTER: Box(_MARGIN, _FOOT, round(10.4 * INCH), round(0.32 * INCH)),
    PP_PLACEHOLDER.SLIDE_NUMBER: Box(WIDTH - _MARGIN - INCH, _FOOT, INCH, round(0.32 * INCH)),
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def base() -> Any:
    """A presentation without slides."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    for at, layout in enumerate(list(presentation.slide_layouts)):
        if at in _NAMES:
            layout.name = _NAMES[at]
            _place(layout)
        else:
            presentation.slide_layouts.remove(layout)
    _place(presentation.slide_master)
    _style(presentation.slide_master)
    _theme(presentation.slide_master)
    return presentation


def _place(owner: Any) -> None:
    """Placeholders in their places, without dates, insets or English prompts."""
    for shape in list(owner.placeholders):
        kind = shape.placeholder_format.type
        if kind not in _PLACES:
            owner.shapes._spTree.remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = _PLACES[kind]
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = 0
        for properties in shape._element.xpath(".//a:rPr | .//a:endParaRPr"):
            properties.set("lang", "fi-FI")
        for text in shape._element.xpath(".//a:r/a:t"):
            text.text = ""
        for tint in shape._element.xpath(".//a:tint"):  # pale on a projector
            tint.getparent().remove(tint)
        body = shape._element.txBody.bodyPr
        body.set("anchor", "b" if kind == PP_PLACEHOLDER.CENTER_TITLE else "t")
        if kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            body.set("anchor", "ctr")
            for level in shape._element.xpath(".//a:lstStyle/a:lvl1pPr"):
                level.set("algn", "l" if kind == PP_PLACEHOLDER.FOOTER else "r")
        if kind == PP_PLACEHOLDER.SUBTITLE:
            for level in shape._element.xpath(".//a:lstStyle/a:lvl1pPr"):
                level.set("algn", "l")


def _style(master: Any) -> None:
    (title,) = master._element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr")
    title.set("algn", "l")
    look = title.find(f"{{{_DRAWING}}}defRPr")
    look.set("sz", str(Pt(28).centipoints))
    look.set("b", "1")


def _theme(master: Any) -> None:
    """Our blue and ink, and a font that everyone has."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    for name, colour in (("dk1", INK), ("accent1", BRAND_BLUE), ("dk2", BRAND_BLUE), ("hlink", BRAND_BLUE)):
        (old,) = theme.xpath(f".//a:clrScheme/a:{name}")
        for child in list(old):
            old.remove(child)
        old.append(parse_xml(f'<a:srgbClr xmlns:a="{_DRAWING}" val="{colour[1:]}"/>'))
    for font in theme.xpath(".//a:fontScheme/*/a:latin"):
        font.set("typeface", _FONT)
    theme.set("name", "Seuranta")
    part.blob = serialize_part_xml(theme)
