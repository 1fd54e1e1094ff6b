"""A region's own template: looked through before it is parsed; its master, theme and layouts stay, its slides go."""

import io
import zipfile
import zlib
from typing import Any
from xml.parsers import expat

from pptx import Presentation
from pptx.exc import PythonPptxError

from loaders.read.safety import is_excessive, size_in_words

MAX_BYTES = 50_000_000  # the file as it is uploaded: pictures and all
_MAX_XML = 40_000_000  # bytes of XML unpacked: these are parsed into memory
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "ppt/presentation.xml"
_TYPES = "[Content_Types].xml"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_MACROS = "application/vnd.ms-powerpoint."
_TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte order marks and space
_HYPERLINK = "/hyperlink"
_SAFE_LINKS = ("http://", "https://", "mailto:")
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_PARSE_ERRORS = (*_ZIP_ERRORS, PythonPptxError, SyntaxError, LookupError, TypeError, AttributeError)

_ABOUT_SLIDES = ("/viewProps", "/thumbnail", "/extended-properties", "/printerSettings", "/comments")
_LINKS = tuple(
    f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{name}" for name in ("hlinkClick", "hlinkHover")
)
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NOT_PPTX = (
    "Pohja ei ole PowerPoint-esitys (.pptx). Tallenna pohja PowerPointissa muodossa “PowerPoint-esitys (.pptx)”."
)
_BROKEN = "Pohja on vioittunut tai jäänyt kesken. Avaa se PowerPointissa, tallenna uudelleen .pptx-muodossa ja kokeile."
_LOCKED = "Pohja on suojattu salasanalla tai vanhassa muodossa (.ppt). Tallenna se ilman salasanaa .pptx-muodossa."
_HUGE = "Pohja on liian suuri tai purkautuisi liian suureksi ({found}). Poista pohjasta esimerkkidiat ja suuret kuvat."
_HAS_MACROS = "Pohjassa on makroja tai ohjaimia (.pptm, .potm). Tallenna se .pptx-muodossa ilman niitä."
_IS_POTX = "Pohja on mallitiedosto (.potx). Avaa se PowerPointissa ja tallenna muodossa “PowerPoint-esitys (.pptx)”."
_FORBIDDEN = "Pohjan sisällä on rakenne, jota PowerPoint ei käytä ja jolla voi haitata palvelua. Pohjaa ei avattu."
_LINKED = (
    "Pohja hakee sisältöä tiedoston ulkopuolelta ({found}). Upota kuvat ja muu sisältö pohjaan ja poista linkitys."
)


class TemplateError(Exception):
    """The file cannot be a template. Its text says in Finnish why and what to do."""


def open_template(content: bytes) -> Any:
    """Open a template without its slides. Raises TemplateError where the file cannot be a template."""
    _check(content)
    try:
        presentation = Presentation(io.BytesIO(content))
        _remove_slides(presentation)
        bare = io.BytesIO()
        presentation.save(bare)
        bare.seek(0)
        return _read_whole(Presentation(bare))  # anew: names of parts are given by what is left
    except _PARSE_ERRORS as error:
        raise TemplateError(_BROKEN) from error


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


def _check(content: bytes) -> None:
    """Raise TemplateError unless the bytes are a .pptx of bounded size, without macros, entities or outside content.

    Links that a reader may press (web and mail addresses) are allowed: nothing is fetched by them.
    """
    if content.startswith(_OLE2):
        raise TemplateError(_LOCKED)
    if len(content) > MAX_BYTES:
        raise TemplateError(_HUGE.format(found=f"{len(content) // 1_000_000} Mt"))
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise TemplateError(_BROKEN if content.startswith(b"PK") else _NOT_PPTX) from error
    with package:
        try:
            _look_through(package, len(content))
        except (*_ZIP_ERRORS, expat.ExpatError) as error:
            raise TemplateError(_BROKEN) from error


def _look_through(package: zipfile.ZipFile, packed: int) -> None:
    parts = package.infolist()
    if is_excessive(package, packed):
        raise TemplateError(_HUGE.format(found=size_in_words(package)))
    if any(part.flag_bits & 1 for part in parts):
        raise TemplateError(_LOCKED)
    xml = [part for part in parts if _is_xml(package, part.filename)]
    if sum(part.file_size for part in xml) > _MAX_XML:
        raise TemplateError(_HUGE.format(found=size_in_words(package)))
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise TemplateError(_BROKEN)
    if _MAIN not in names or _TYPES not in names:
        raise TemplateError(_NOT_PPTX)
    if any("vbaproject" in name.lower() or "/activex/" in name.lower() for name in names):
        raise TemplateError(_HAS_MACROS)
    for part in xml:
        _PartReader(part.filename).read(package)


def _is_xml(package: zipfile.ZipFile, name: str) -> bool:
    """Return whether a part is XML, whatever it is called. Drawings (.svg) are only carried along, never parsed."""
    if name.lower().endswith((".xml", ".rels", ".vml")):
        return True
    with package.open(name) as part:
        return part.read(64).lstrip(_BEFORE_XML).startswith(b"<") and not name.lower().endswith(".svg")


class _PartReader:
    """One pass over a part. It refuses document types, a main part of another kind and content from outside."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self, package: zipfile.ZipFile) -> None:
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._element
        with package.open(self._name) as part:
            parser.ParseFile(part)

    def _refuse(self, *_: object) -> None:
        raise TemplateError(_FORBIDDEN)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if self._name == _TYPES and attributes.get("PartName", "").lower() == f"/{_MAIN}":
            _check_kind(attributes.get("ContentType", ""))
        if self._name.endswith(".rels") and attributes.get("TargetMode", "").lower() == "external":
            target = attributes.get("Target", "")
            is_link = attributes.get("Type", "").endswith(_HYPERLINK) and target.lower().startswith(_SAFE_LINKS)
            if not is_link:
                raise TemplateError(_LINKED.format(found=target[:80]))


def _check_kind(content_type: str) -> None:
    if content_type == _TEMPLATE:
        raise TemplateError(_IS_POTX)
    if content_type.startswith(_MACROS):
        raise TemplateError(_HAS_MACROS)
    if content_type != _PRESENTATION:
        raise TemplateError(_NOT_PPTX)
