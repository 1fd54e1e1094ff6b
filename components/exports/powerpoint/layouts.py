"""Which layouts of a presentation are used, and where on them there is room. Found by placeholders, never by name."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from components.exports.powerpoint.boxes import INCH, Box, between, free_of
from components.exports.powerpoint.packages import TemplateError

_TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
_FURNITURE = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)
_CONTENT = (KIND.OBJECT, KIND.BODY)
_GAP = round(0.14 * INCH)
_EDGE = round(0.35 * INCH)
_INSET, _STRETCH = round(0.1 * INCH), 1.12  # a template's title may be in a wider font or in capitals
_GROUND = 0.3  # of the slide: what is larger is its ground
_LEAST_WIDTH, _LEAST_HEIGHT = 6 * INCH, round(2.4 * INCH)
NO_LAYOUT = (
    "Pohjasta ei löydy diapohjaa, jossa on otsikko ja sen alla tilaa kaaviolle. Lisää pohjaan asettelu “Vain otsikko”."
)


class Content(NamedTuple):
    """A layout for a view: its title, its own footer and number where it has them, and what is in the way."""

    layout: Any
    slide: Box
    title: Box
    footer: Box | None
    number: Box | None
    obstacles: tuple[Box, ...]
    inset: int  # at each side of the title, between its box and its text
    stretch: float  # how much wider than Arial its font may be

    def body(self, title: Box) -> Box:
        """The room under a title that no placeholder or picture of the layout takes."""
        left, right = title.left, title.right
        if title.width < self.slide.width * 0.6:
            left, right = _EDGE, self.slide.width - _EDGE
        whole = between(left, title.bottom + _GAP, right, self.slide.height - _EDGE)
        return free_of(whole, self.obstacles, _GAP)

    def grown(self, height: int) -> Box:
        """The title's place, so high if nothing under it is in the way."""
        taller = self.title._replace(height=max(height, self.title.height))
        under = (box.top for box in self.obstacles if box.meets(taller) and box.top >= self.title.bottom)
        return between(taller.left, taller.top, taller.right, min(under, default=taller.bottom))

    @property
    def above(self) -> Box:
        """The room above the title, empty where there is none."""
        height = round(0.36 * INCH)
        box = Box(self.title.left, self.title.top - height - round(0.04 * INCH), self.title.width, height)
        is_free = box.top >= round(0.15 * INCH) and not any(box.meets(one) for one in self.obstacles)
        return box if is_free else box._replace(height=0)


class Cover(NamedTuple):
    """The layout of the first slide: its title and, where there is one, its subtitle."""

    layout: Any
    title: Box
    subtitle: Box | None


def content_layout(presentation: Any, *, is_foreign: bool) -> Content:
    """The best layout for a view: title only, else a title with places for content. Raises TemplateError.

    The fonts of a foreign presentation are not known.
    """
    candidates = [(rank, layout) for layout in _layouts(presentation) if (rank := _rank(layout)) is not None]
    for _, layout in sorted(candidates, key=lambda pair: pair[0]):
        found = _content(presentation, layout, is_foreign=is_foreign)
        room = found.body(found.title)
        if found.slide.holds(found.title) and room.width >= _LEAST_WIDTH and room.height >= _LEAST_HEIGHT:
            return found
    raise TemplateError(NO_LAYOUT)


def cover_layout(presentation: Any) -> Cover | None:
    """The layout with a title and a subtitle and nothing else to fill, if there is one."""
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
    """0 for a title alone, 1 for a title and one place for content, more for others; None for what is of no use.

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
    places = _placeholders(layout)
    title = next(box for kind, box in places if kind in _TITLES)
    found = dict(reversed(places))
    footer, number = found.get(KIND.FOOTER), found.get(KIND.SLIDE_NUMBER)
    in_way = [box for kind, box in places if kind in _FURNITURE]
    drawn = list(_drawn(layout))
    if layout._element.get("showMasterSp") != "0":
        drawn += _drawn(layout.slide_master)
    in_way += [box for box in drawn if box.area < slide.area * _GROUND]
    return Content(
        layout=layout,
        slide=slide,
        title=title,
        footer=footer if footer and slide.holds(footer) and footer.width >= 1.2 * INCH else None,
        number=number if number and slide.holds(number) else None,
        obstacles=tuple(box for box in in_way if box.area and box.meets(slide)),
        inset=_INSET if is_foreign else 0,
        stretch=_STRETCH if is_foreign else 1.0,
    )


def _placeholders(layout: Any) -> list[tuple[Any, Box]]:
    return [(shape.placeholder_format.type, _box(shape)) for shape in layout.placeholders]


def _drawn(owner: Any) -> list[Box]:
    """What a layout or a master draws itself: logos, lines, bands."""
    return [_box(shape) for shape in owner.shapes if not shape.is_placeholder]


def _box(shape: Any) -> Box:
    return Box(*(int(edge or 0) for edge in (shape.left, shape.top, shape.width, shape.height)))
