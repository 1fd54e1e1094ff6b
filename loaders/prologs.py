"""Where the XML parts of a package begin: a part that declares a document type is refused before anything parses it.

Entities that expand into each other live in such a declaration, and Excel never writes one. The parsers behind
openpyxl differ by what else is installed (lxml or Python's own) and not all of them refuse it, so it is sought here.
"""

from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from defusedxml.common import DTDForbidden

from loaders.findings import unreadable

MAX_PROLOG = 1_000_000  # bytes before the first element; Excel writes some fifty

_XML = (".xml", ".rels")
_CHUNK = 16_384


class _Begun(Exception):
    """The first element has been reached."""


def refuse_declarations(package: ZipFile) -> None:
    """Raise Unreadable if a part declares a document type, ExpatError or LookupError if one that is XML does not begin.

    What is no XML, like a picture or a macro, is let be.
    """
    for name in package.namelist():
        with package.open(name) as part:
            try:
                is_plain = _is_plain(part)
            except expat.ExpatError:
                if name.endswith(_XML):
                    raise
                continue
        if not is_plain:
            raise unreadable("kielletty-rakenne")


def refuse_dtd(name: str, system_id: str | None, public_id: str | None, _: bool) -> None:
    """The handler of a parser that meets such a declaration."""
    raise DTDForbidden(name, system_id, public_id)


def _is_plain(part: IO[bytes]) -> bool:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_dtd
    parser.StartElementHandler = _begin
    try:
        for _ in range(0, MAX_PROLOG, _CHUNK):
            if not (chunk := part.read(_CHUNK)):
                return True
            parser.Parse(chunk)
    except _Begun:
        return True
    except DTDForbidden:
        return False
    return False


def _begin(_name: str, _attributes: dict[str, str]) -> None:
    raise _Begun
