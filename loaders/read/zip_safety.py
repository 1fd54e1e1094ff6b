"""The zip package of a workbook: whether it is safe to open, before anything else parses it.

A document type is refused in every part, whichever library would read the part and with whichever parser: entities
that expand into each other live in such a declaration, and Excel never writes one.
"""

import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from loaders.findings import unreadable

MAX_UNPACKED = 150_000_000  # bytes; a sheet of 200 000 rows and 7 columns takes some 50 million
MAX_RATIO = 250  # unpacked to packed; worksheets of repeated text reach some 100
RATIO_MATTERS_FROM = 10_000_000  # bytes unpacked; a small file may be as dense as it likes
MAX_PARTS = 5_000
MAX_PROLOG = 1_000_000  # bytes before the first element of a part; Excel writes some fifty

_WORKBOOK_PART = "xl/workbook.xml"
_XML = (".xml", ".rels")
_CUT_SHORT = {errors.codes[errors.XML_ERROR_NO_ELEMENTS], errors.codes[errors.XML_ERROR_UNCLOSED_TOKEN]}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ParseError, ValueError, LookupError)


def open_package(content: bytes) -> zipfile.ZipFile:
    """Return the package of an .xlsx or .xlsm file. Raise Unreadable if it is broken, locked, hostile or another kind.

    The sizes that a package declares are binding: zipfile reads no part beyond them.
    """
    try:
        package = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise unreadable("vioittunut", "pakattu sisältö ei avaudu") from error
    try:
        if is_excessive(package, len(content)):
            raise unreadable("zip-pommi", size_in_words(package))
        if any(part.flag_bits & 1 for part in package.infolist()):
            raise unreadable("salattu")
        if other_kind := _other_kind(package):
            raise unreadable("ei-taulukkotiedosto", other_kind)
        for name in package.namelist():
            _refuse_document_type(package, name)
    except _BROKEN as error:
        raise unreadable("vioittunut", "työkirjan sisältö ei ole eheä") from error
    return package


def is_excessive(package: zipfile.ZipFile, packed: int) -> bool:
    """Return whether a package would unpack into too much; `packed` is its size in bytes."""
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    is_dense = unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * packed
    return is_dense or unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS


def size_in_words(package: zipfile.ZipFile) -> str:
    """Return how much a package holds: "12 osaa, 150 Mt"."""
    parts = package.infolist()
    return f"{len(parts)} osaa, {sum(part.file_size for part in parts) // 1_000_000} Mt"


def _other_kind(package: zipfile.ZipFile) -> str:
    """Return what a package is instead of a workbook; "" for a workbook."""
    names = set(package.namelist())
    if "mimetype" in names and package.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        return "se on OpenDocument-tiedosto"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return "se on Word- tai PowerPoint-tiedosto"
    if "xl/workbook.bin" in names:
        return "se on binaarinen työkirja (.xlsb)"
    return "" if _WORKBOOK_PART in names else "se on pakattu tiedosto, jossa ei ole työkirjaa"


def _refuse_document_type(package: zipfile.ZipFile, name: str) -> None:
    """Raise Unreadable if a part declares a document type, ParseError if one that is named as XML is none.

    Parts of other kinds, like pictures, are let be.
    """
    with package.open(name) as part:
        prolog = part.read(MAX_PROLOG)
    try:
        next(iterparse(BytesIO(prolog), ("start",), forbid_dtd=True), None)
    except DefusedXmlException as error:
        raise unreadable("kielletty-rakenne") from error
    except ParseError as error:
        if error.code not in _CUT_SHORT and name.endswith(_XML):
            raise
        if error.code in _CUT_SHORT and len(prolog) == MAX_PROLOG:
            raise unreadable("kielletty-rakenne") from error
