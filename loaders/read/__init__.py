"""Read: bytes and a file name in, a book of cells out, or a clear refusal."""

from pathlib import PurePath

from loaders.findings import unreadable
from loaders.read import delimited_text, workbook
from loaders.read.sheets import Book

MAX_BYTES = 20_000_000

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})

_ZIP, _OLE2 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"%PDF": "se on PDF-tiedosto",
    b"\x89PNG": "se on kuva",
    b"\xff\xd8\xff": "se on kuva",
    b"{\\rtf": "se on tekstiasiakirja",
}


def read(content: bytes, file_name: str) -> Book:
    """Return the cells of a workbook (.xlsx, .xlsm) or a text table (.csv, .tsv). Raise Unreadable with its finding.

    The content decides what a file is; a name that says otherwise is refused, since it was not meant to be so.
    """
    if not content:
        raise unreadable("tyhjä-tiedosto")
    if len(content) > MAX_BYTES:
        raise unreadable("liian-suuri", _megabytes(len(content)), _megabytes(MAX_BYTES))
    suffix = PurePath(file_name).suffix.casefold()
    if content.startswith(_OLE2):
        raise unreadable("salattu" if _ENCRYPTED in content else "vanha-xls")
    for start, what in _OTHERS.items():
        if content.startswith(start):
            raise unreadable("ei-taulukkotiedosto", what)
    is_zip = content.startswith(_ZIP)
    if suffix in WORKBOOKS:
        if not is_zip:
            raise unreadable("väärä-pääte", f"pääte on {suffix}, mutta sisältö ei ole Excel-työkirja", ".xlsx")
        book = workbook.read_workbook(content)
    elif suffix in TEXTS:
        if is_zip:
            raise unreadable("väärä-pääte", f"pääte on {suffix}, mutta sisältö on pakattu tiedosto", ".csv tai .xlsx")
        book = delimited_text.read_separated(content, suffix)
    else:
        raise unreadable("ei-taulukkotiedosto", f"pääte on “{suffix}”" if suffix else "nimestä puuttuu pääte")
    if not book.findings and not any(sheet.rows for sheet in book.sheets):
        raise unreadable("tyhjä-tiedosto")
    return book


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", ",") + " Mt"
