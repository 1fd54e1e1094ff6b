"""Whether a file may be opened as a template: measured and looked through before any library parses it."""

import io
import zipfile
import zlib
from xml.parsers import expat

from loaders.read.zip_safety import is_excessive, size_in_words

MAX_BYTES = 50_000_000  # the file as it is uploaded: pictures and all
MAX_XML = 40_000_000  # bytes of XML unpacked: these are parsed into memory
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "ppt/presentation.xml"
_TYPES = "[Content_Types].xml"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_MACROS = "application/vnd.ms-powerpoint."
_TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte order marks and space
_HYPERLINK = "/hyperlink"
_SAFE_LINKS = ("http://", "https://", "mailto:")


class TemplateError(Exception):
    """The file cannot be a template. Its text says in Finnish why and what to do."""


NOT_PPTX = "Pohja ei ole PowerPoint-esitys (.pptx). Tallenna pohja PowerPointissa muodossa “PowerPoint-esitys (.pptx)”."
BROKEN = "Pohja on vioittunut tai jäänyt kesken. Avaa se PowerPointissa, tallenna uudelleen .pptx-muodossa ja kokeile."
_LOCKED = "Pohja on suojattu salasanalla tai vanhassa muodossa (.ppt). Tallenna se ilman salasanaa .pptx-muodossa."
_HUGE = "Pohja on liian suuri tai purkautuisi liian suureksi ({found}). Poista pohjasta esimerkkidiat ja suuret kuvat."
_HAS_MACROS = "Pohjassa on makroja tai ohjaimia (.pptm, .potm). Tallenna se .pptx-muodossa ilman niitä."
_IS_POTX = "Pohja on mallitiedosto (.potx). Avaa se PowerPointissa ja tallenna muodossa “PowerPoint-esitys (.pptx)”."
_FORBIDDEN = "Pohjan sisällä on rakenne, jota PowerPoint ei käytä ja jolla voi haitata palvelua. Pohjaa ei avattu."
_LINKED = (
    "Pohja hakee sisältöä tiedoston ulkopuolelta ({found}). Upota kuvat ja muu sisältö pohjaan ja poista linkitys."
)


def measure(content: bytes) -> None:
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
        raise TemplateError(BROKEN if content.startswith(b"PK") else NOT_PPTX) from error
    with package:
        try:
            _look_through(package, len(content))
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise TemplateError(BROKEN) from error
        except expat.ExpatError as error:
            raise TemplateError(BROKEN) from error


def _look_through(package: zipfile.ZipFile, packed: int) -> None:
    parts = package.infolist()
    if is_excessive(package, packed):
        raise TemplateError(_HUGE.format(found=size_in_words(package)))
    if any(part.flag_bits & 1 for part in parts):
        raise TemplateError(_LOCKED)
    xml = [part for part in parts if _is_xml(package, part.filename)]
    if sum(part.file_size for part in xml) > MAX_XML:
        raise TemplateError(_HUGE.format(found=size_in_words(package)))
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise TemplateError(BROKEN)
    if _MAIN not in names or _TYPES not in names:
        raise TemplateError(NOT_PPTX)
    if any("vbaproject" in name.lower() or "/activex/" in name.lower() for name in names):
        raise TemplateError(_HAS_MACROS)
    for part in xml:
        _Reading(part.filename).read(package)


def _is_xml(package: zipfile.ZipFile, name: str) -> bool:
    """Whether a part is XML, whatever it is called. Drawings (.svg) are only carried along, never parsed."""
    if name.lower().endswith((".xml", ".rels", ".vml")):
        return True
    with package.open(name) as part:
        return part.read(64).lstrip(_BEFORE_XML).startswith(b"<") and not name.lower().endswith(".svg")


class _Reading:
    """One pass over a part: no document types, no main part of another kind, nothing from outside."""

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
        raise TemplateError(NOT_PPTX)
