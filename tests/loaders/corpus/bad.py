"""Files that are refused whole, each with the one finding that says why and what to do."""

from loaders.read import MAX_BYTES
from tests.builders.packages import packed, repacked
from tests.builders.spreadsheets import book, lines
from tests.loaders.corpus.case import File, case

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@case("no-spreadsheet")
def a_document() -> File:
    """A PDF under a spreadsheet's name."""
    return File(b"%PDF-1.7 ...", "ei avattu: este ei-taulukkotiedosto", name="raportti.xlsx")


@case("no-spreadsheet xlsx")
def a_workbook_named_as_text() -> File:
    """Content and name differ."""
    return File(book(["Mittari"]), "ei avattu: este väärä-pääte", name="seuranta.csv")


@case("encrypted")
def a_locked_workbook() -> File:
    """As Excel stores a workbook with a password."""
    content = OLE2 + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    return File(content, "ei avattu: este salattu", name="seuranta.xlsx")


@case("old-formats")
def an_old_workbook() -> File:
    """Excel 97–2003."""
    return File(OLE2 + b"\0" * 600, "ei avattu: este vanha-xls", name="seuranta.xls")


@case("old-formats")
def an_open_document() -> File:
    """An .ods file, under its own name."""
    content = packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
    return File(content, "ei avattu: este ei-taulukkotiedosto", name="seuranta.ods")


@case("truncated")
def a_workbook_cut_short() -> File:
    """A copy that was broken off."""
    content = book(*[["Mittari", number] for number in range(100)])
    return File(content[: len(content) // 2], "ei avattu: este vioittunut")


@case("truncated csv")
def quotes_that_do_not_close() -> File:
    """A text table broken off within a quoted cell."""
    return File(lines("Mittari;Jakso;Arvo", 'Käynnit;3/2025;"5'), "ei avattu: este rikkinäinen-csv")


@case("zip-bomb")
def a_bomb() -> File:
    """Two hundred megabytes in some hundred kilobytes."""
    content = packed(**{"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"0" * 200_000_000})
    return File(content, "ei avattu: este zip-pommi")


@case("entities")
def a_billion_laughs() -> File:
    """Entities that expand into each other."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(part: bytes) -> bytes:
        head, end, rest = part.partition(b"?>")
        return head + end + laughs + rest if end else laughs + part

    return File(repacked(book(["A"]), "xl/workbook.xml", change), "ei avattu: este kielletty-rakenne")


@case("empty-million")
def a_million_empty_rows() -> File:
    """Rows that have only a height; the table among them is read."""

    def change(part: bytes) -> bytes:
        air = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % row for row in range(3, 1_000_000))
        return part.replace(b"</sheetData>", air + b"</sheetData>")

    content = repacked(book(["Mittari", "2025"], ["Käynnit", 5]), "xl/worksheets/sheet1.xml", change)
    return File(
        content,
        """
        B2 | kaynnit | seuranta 2025 = 2025-01-01–2025-12-31 | 5 käyntiä ~yksikkö
        tieto tunnistettu A1
        """,
    )


@case("too-large")
def too_many_bytes() -> File:
    """Over the limit of the file's size."""
    return File(b"A;B\n" * (MAX_BYTES // 4 + 1), "ei avattu: este liian-suuri")


@case("too-large")
def too_far_out() -> File:
    """A number in the last cell of the sheet."""

    def change(part: bytes) -> bytes:
        return part.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData>')

    return File(repacked(book(["A"]), "xl/worksheets/sheet1.xml", change), "ei avattu: este liian-laaja")


@case("no-spreadsheet")
def nothing_at_all() -> File:
    """An empty file, and one of separators only, are the same."""
    return File(b"\n;;\n", "ei avattu: este tyhjä-tiedosto")
