"""What keeps a hostile or a careless file from doing harm: it is refused within seconds and in bounded memory.

A package is looked at before anything else parses it. A document type is refused in every part, whichever library
would read the part and with whichever parser: entities that expand into each other live in such a declaration, and
Excel never writes one. Texts of cells come through the `Cleaner`: no control characters, no endless length.

The largest real material is some 36 000 rows: 5 regions, 200 indicators, 36 months.
"""

import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from loaders.findings import Findings, finding, unreadable
from loaders.read.sheets import address

MAX_ROWS = 210_000  # number of the last filled row on a sheet
MAX_COLUMNS = 300  # number of the last filled column on a sheet
MAX_CELLS = 3_000_000  # filled cells in a file
MAX_VALUES = 250_000  # cells under a period in the tables by periods, filled or not: each becomes an observation
MAX_SHEETS = 200
MAX_UNSAVED = 100_000  # formulas without a stored value: each is a finding, and nobody mends so many by hand
MAX_TEXT = 2_000  # characters read from one cell

MAX_UNPACKED = 150_000_000  # bytes; a sheet of 200 000 rows and 7 columns takes some 50 million
MAX_RATIO = 250  # unpacked to packed; worksheets of repeated text reach some 100
RATIO_MATTERS_FROM = 10_000_000  # bytes unpacked; a small file may be as dense as it likes
MAX_PARTS = 5_000
MAX_PROLOG = 1_000_000  # bytes before the first element of a part; Excel writes some fifty

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
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


def refuse_beyond(
    *, rows: int = 0, columns: int = 0, cells: int = 0, values: int = 0, sheets: int = 0, unsaved: int = 0
) -> None:
    """Raise Unreadable where a count is over its limit."""
    for count, limit, what, whats in (
        (rows, MAX_ROWS, "viimeinen täytetty rivi on", "riviä taulukossa"),
        (columns, MAX_COLUMNS, "viimeinen täytetty sarake on", "saraketta taulukossa"),
        (cells, MAX_CELLS, "täytettyjä soluja on ainakin", "täytettyä solua"),
        (values, MAX_VALUES, "soluja jaksojen alla on", "solua jaksojen alla"),
        (sheets, MAX_SHEETS, "taulukoita on", "taulukkoa"),
        (unsaved, MAX_UNSAVED, "kaavoja, joille ei ole tallennettu tulosta, on ainakin", "tällaista kaavaa"),
    ):
        if count > limit:
            raise unreadable("liian-laaja", f"{what} {spaced(count)}", f"{spaced(limit)} {whats}")


def spaced(count: int) -> str:
    """Return a count with no-break spaces: 12345 → "12 345"."""
    return f"{count:,}".replace(",", "\u00a0")


class Cleaner:
    """Cleans the texts of a file, each long one once: a workbook may refer to one long text from every cell."""

    def __init__(self, findings: Findings, decode: Callable[[str], str] = str) -> None:
        self._findings, self._decode = findings, decode
        self._long_texts: dict[str, tuple[str, int]] = {}  # a long text → its beginning, and its whole length

    def clean(self, text: str, sheet: str, row: int, column: int) -> str:
        """Return a text without control characters and edge spaces; one that is too long is cut and reported."""
        if len(text) <= MAX_TEXT:
            return self._tidied(text)
        if text not in self._long_texts:
            whole = self._tidied(text)
            self._long_texts[text] = whole[:MAX_TEXT], len(whole)
        beginning, length = self._long_texts[text]
        if length > MAX_TEXT:
            place = {"sheet": sheet, "cell": address(row, column)}
            actual, expected = f"{spaced(length)} merkkiä", f"{spaced(MAX_TEXT)} ensimmäistä merkkiä"
            self._findings.add(finding("teksti-katkaistu", actual=actual, expected=expected, **place))
        return beginning

    def _tidied(self, text: str) -> str:
        return _CONTROL.sub("", self._decode(text).replace("\x0b", " ").replace("\x0c", " ")).strip()
