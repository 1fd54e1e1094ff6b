"""A region's own template: its master, theme and layouts stay; its slides and all that speaks of them go."""

import io
import zlib
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PythonPptxError

from components.exports.powerpoint.packages import BROKEN, TemplateError, measure

_BROKEN = (
    PythonPptxError, BadZipFile, zlib.error, EOFError, OSError, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, RuntimeError,
)  # fmt: skip

_ABOUT_SLIDES = ("/viewProps", "/thumbnail", "/extended-properties", "/printerSettings", "/comments")
_LINKS = tuple(
    f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}" for name in ("hlinkClick", "hlinkHover")
)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def open_template(content: bytes) -> Any:
    """Open a template without its slides. Raises TemplateError where the file cannot be a template."""
    measure(content)
    try:
        presentation = Presentation(io.BytesIO(content))
        _remove_slides(presentation)
        bare = io.BytesIO()
        presentation.save(bare)
        bare.seek(0)
        return _read_whole(Presentation(bare))  # anew: names of parts are given by what is left
    except _BROKEN as error:
        raise TemplateError(BROKEN) from error


def _read_whole(presentation: Any) -> Any:
    """Read every layout of a presentation and return it: what is broken in a layout shows here."""
    for master in presentation.slide_masters:
        for owner in (master, *master.slide_layouts):
            for shape in owner.shapes:
                _ = (shape.left, shape.top, shape.width, shape.height, shape.is_placeholder, shape.name)
            _ = [placeholder.placeholder_format.type for placeholder in owner.placeholders]
    _ = (presentation.slide_width + presentation.slide_height, presentation.core_properties.title)
    return presentation


def forget(presentation: Any, *endings: str) -> None:
    """Drop the relations of these kinds from the package and its main part, and with them what only they reach."""
    for relations in (presentation.part.package._rels, presentation.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(endings):
                relations.pop(key)


def _remove_slides(presentation: Any) -> None:
    main = presentation.part
    slides = {main.related_part(slide.rId) for slide in presentation.slides._sldIdLst}
    root = presentation._element
    for element in root.xpath("p:sldIdLst/p:sldId | p:custShowLst"):
        element.getparent().remove(element)
    for element in root.xpath(f"p:extLst/p:ext[@uri='{_SECTIONS}']"):
        element.getparent().remove(element)
    forget(presentation, *_ABOUT_SLIDES)
    for part in list(main.package.iter_parts()):
        if part not in slides:
            _unlink(part, slides)


def _unlink(part: Any, slides: set[Any]) -> None:
    """Take away what leads from a part to a removed slide: the relation and the link that uses it."""
    for key, relation in list(part.rels.items()):
        if relation.is_external or relation.target_part not in slides:
            continue
        part.rels.pop(key)
        element = getattr(part, "_element", None)
        if element is None:
            continue
        for link in [link for link in element.iter(*_LINKS) if link.get(_ID) == key]:
            link.getparent().remove(link)
