"""The layouts of a presentation: those of the product's own, and which of a template's are used and where they have
room. Layouts are found by their placeholders, never by name."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.colours import BRAND_BLUE, INK
from components.exports.powerpoint.geometry import INCH, Box, box_between, free_of
from components.exports.powerpoint.template import TemplateError

_TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
_FURNITURE = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)
_CONTENT = (KIND.OBJECT, KIND.BODY)
_GAP = round(0.14 * INCH)
_EDGE = round(0.35 * INCH)
_INSET, _STRETCH = round(0.1 * INCH), 1.12  # a template's title may be in a wider font or in capitals
_GROUND = 0.3  # of the slide: what is larger is its ground
_LEAST_WIDTH, _LEAST_HEIGHT = 6 * INCH, round(2.4 * INCH)
_NO_LAYOUT = (
    "Pohjasta ei löydy diapohjaa, jossa on otsikko ja sen alla tilaa kaaviolle. Lisää pohjaan asettelu “Vain otsikko”."
)


class Content(NamedTuple):
    """A layout for a view: its title, its footer and number where it has them, and what stands on it already."""

    layout: Any
    slide: Box
    title: Box
    footer: Box | None
    number: Box | None
    obstacles: tuple[Box, ...]
    inset: int  # at each side of the title, between its box and its text
    stretch: float  # how much wider than Arial its font may be

    def body(self, title: Box) -> Box:
        """Return the room under a title that no placeholder or picture of the layout takes."""
        left, right = title.left, title.right
        if title.width < self.slide.width * 0.6:
            left, right = _EDGE, self.slide.width - _EDGE
        whole = box_between(left, title.bottom + _GAP, right, self.slide.height - _EDGE)
        return free_of(whole, self.obstacles, _GAP)

    def grown(self, height: int) -> Box:
        """Return the title's box at this height, or as high as what stands under it allows."""
        taller = self.title._replace(height=max(height, self.title.height))
        under = (box.top for box in self.obstacles if box.meets(taller) and box.top >= self.title.bottom)
        return box_between(taller.left, taller.top, taller.right, min(under, default=taller.bottom))

    @property
    def above(self) -> Box:
        """The room above the title, of no height where there is none."""
        height = round(0.36 * INCH)
        box = Box(self.title.left, self.title.top - height - round(0.04 * INCH), self.title.width, height)
        is_free = box.top >= round(0.15 * INCH) and not any(box.meets(obstacle) for obstacle in self.obstacles)
        return box if is_free else box._replace(height=0)


class Cover(NamedTuple):
    """The layout of the first slide: its title and, where there is one, its subtitle."""

    layout: Any
    title: Box
    subtitle: Box | None


def content_layout(presentation: Any, *, is_foreign: bool) -> Content:
    """Return the best layout for a view: a title alone, else a title with places for content.

    The fonts of a foreign presentation are not known. Raises TemplateError where no layout has room enough.
    """
    candidates = [(rank, layout) for layout in _layouts(presentation) if (rank := _rank(layout)) is not None]
    for _, layout in sorted(candidates, key=lambda pair: pair[0]):
        content = _content(presentation, layout, is_foreign=is_foreign)
        room = content.body(content.title)
        if content.slide.holds(content.title) and room.width >= _LEAST_WIDTH and room.height >= _LEAST_HEIGHT:
            return content
    raise TemplateError(_NO_LAYOUT)


def cover_layout(presentation: Any) -> Cover | None:
    """Return the layout with a title and a subtitle and nothing else to fill, if there is such a layout."""
    for layout in _layouts(presentation):
        kinds = {kind: box for kind, box in _placeholders(layout) if kind not in _FURNITURE}
        title = kinds.get(KIND.CENTER_TITLE, kinds.get(KIND.TITLE))
        slide = Box(0, 0, presentation.slide_width, presentation.slide_height)
        fits = title and slide.holds(title) and slide.holds(kinds.get(KIND.SUBTITLE, title))
        if title and fits and KIND.SUBTITLE in kinds and len(kinds) == 2:
            return Cover(layout, title, kinds[KIND.SUBTITLE])
    return None


def _layouts(presentation: Any) -> Iterable[Any]:
    for master in presentation.slide_masters:
        yield from master.slide_layouts


def _rank(layout: Any) -> int | None:
    """Return 0 for a title alone, 1 for a title and one place for content, more for others, None for what is no use.

    Places for content are taken from the slide, and what is drawn takes their room.
    """
    kinds = [kind for kind, _ in _placeholders(layout) if kind not in _FURNITURE]
    if sum(kind in _TITLES for kind in kinds) != 1 or layout._element.get("show") == "0":
        return None
    others = [kind for kind in kinds if kind not in _TITLES]
    if not others:
        return 0 if KIND.TITLE in kinds else 2
    if KIND.SUBTITLE in others:
        return None
    return 1 if len(others) == 1 and others[0] in _CONTENT else 2 + len(others)


def _content(presentation: Any, layout: Any, *, is_foreign: bool) -> Content:
    slide = Box(0, 0, presentation.slide_width, presentation.slide_height)
    placeholders = _placeholders(layout)
    title = next(box for kind, box in placeholders if kind in _TITLES)
    first_of_kind = dict(reversed(placeholders))
    footer, number = first_of_kind.get(KIND.FOOTER), first_of_kind.get(KIND.SLIDE_NUMBER)
    obstacles = [box for kind, box in placeholders if kind in _FURNITURE]
    drawn = list(_drawn(layout))
    if layout._element.get("showMasterSp") != "0":
        drawn += _drawn(layout.slide_master)
    obstacles += [box for box in drawn if box.area < slide.area * _GROUND]
    return Content(
        layout=layout,
        slide=slide,
        title=title,
        footer=footer if footer and slide.holds(footer) and footer.width >= 1.2 * INCH else None,
        number=number if number and slide.holds(number) else None,
        obstacles=tuple(box for box in obstacles if box.area and box.meets(slide)),
        inset=_INSET if is_foreign else 0,
        stretch=_STRETCH if is_foreign else 1.0,
    )


def _placeholders(layout: Any) -> list[tuple[Any, Box]]:
    return [(shape.placeholder_format.type, _box(shape)) for shape in layout.placeholders]


def _drawn(owner: Any) -> list[Box]:
    """Return the places of what a layout or a master draws itself: logos, lines, bands."""
    return [_box(shape) for shape in owner.shapes if not shape.is_placeholder]


def _box(shape: Any) -> Box:
    return Box(*(int(edge or 0) for edge in (shape.left, shape.top, shape.width, shape.height)))


_WIDTH, _HEIGHT = 12_192_000, 6_858_000
_FONT = "Arial"  # in every office, and metrically the same in LibreOffice
_SIDE = round(0.6 * INCH)
_BETWEEN_SIDES = _WIDTH - 2 * _SIDE
_NAMES = {0: "Otsikkodia", 5: "Otsikko ja sisältö"}
_FOOT = round(7.04 * INCH)
_PLACES = {
    KIND.TITLE: Box(_SIDE, round(0.72 * INCH), _BETWEEN_SIDES, round(1.06 * INCH)),
    KIND.BODY: Box(_SIDE, round(1.9 * INCH), _BETWEEN_SIDES, round(4.4 * INCH)),
    KIND.CENTER_TITLE: Box(_SIDE, round(2.0 * INCH), _BETWEEN_SIDES, round(1.7 * INCH)),
    KIND.SUBTITLE: Box(_SIDE, round(3.85 * INCH), _BETWEEN_SIDES, round(1.0 * INCH)),
    KIND.FOOTER: Box(_SIDE, _FOOT, round(10.4 * INCH), round(0.32 * INCH)),
    KIND.SLIDE_NUMBER: Box(_WIDTH - _SIDE - INCH, _FOOT, INCH, round(0.32 * INCH)),
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def new_presentation() -> Any:
    """Return a white 16:9 presentation without slides, with two layouts.

    It is made from the library's own bare presentation, so that no binary file lies in the repository.
    """
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = _WIDTH, _HEIGHT
    for at, layout in enumerate(list(presentation.slide_layouts)):
        if at in _NAMES:
            layout.name = _NAMES[at]
            _place(layout)
        else:
            presentation.slide_layouts.remove(layout)
    _place(presentation.slide_master)
    _style(presentation.slide_master)
    _set_theme(presentation.slide_master)
    return presentation


def _place(owner: Any) -> None:
    """Put placeholders into their places, without dates, insets or English prompts."""
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
        anchors = {KIND.CENTER_TITLE: "b", KIND.FOOTER: "ctr", KIND.SLIDE_NUMBER: "ctr"}
        shape._element.txBody.bodyPr.set("anchor", anchors.get(kind, "t"))
        alignment = {KIND.FOOTER: "l", KIND.SLIDE_NUMBER: "r", KIND.SUBTITLE: "l"}.get(kind)
        for level in shape._element.xpath(".//a:lstStyle/a:lvl1pPr") if alignment else ():
            level.set("algn", alignment)


def _style(master: Any) -> None:
    (title,) = master._element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr")
    title.set("algn", "l")
    look = title.find(f"{{{_DRAWING}}}defRPr")
    look.set("sz", str(Pt(28).centipoints))
    look.set("b", "1")


def _set_theme(master: Any) -> None:
    """Set our blue and ink, and a font that everyone has."""
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
