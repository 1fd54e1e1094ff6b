"""What stands before the first element of an XML part. A document type is refused there, whoever parses the rest.

Excel writes none; entities are declared in one, and with them a file of some bytes can grow without bounds.
"""

from typing import IO
from xml.parsers import expat

_CHUNK = 4_096  # bytes


class _FirstElement(Exception):
    """The prolog has ended."""


class _DocumentType(Exception):
    """The prolog declares a document type."""


def declares_document_type(part: IO[bytes]) -> bool:
    """Whether an XML part has a document type. A part that is no XML at all has none; its reader will say so."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _stop_at_document_type
    parser.StartElementHandler = _stop_at_element
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk)
    except _DocumentType:
        return True
    except (_FirstElement, expat.ExpatError):
        return False
    return False


def _stop_at_document_type(*_: object) -> None:
    raise _DocumentType


def _stop_at_element(*_: object) -> None:
    raise _FirstElement
