"""One text in every encoding that spreadsheets write."""

from tests.builders.spreadsheets import lines
from tests.loaders.corpus.case import File, case

TEXT = ("Mittari;Jakso;Arvo;Huomautus", "Käynnit;kesä 2025;5;Päivystys – yöaika")

READ = "C2 | kaynnit | seuranta kesä 2025 = 2025-06-01–2025-06-30 | 5 käyntiä ~rooli,yksikkö"
SEEN = "tieto tunnistettu A1"


@case("utf-8")
def utf_8() -> File:
    """As programs write it."""
    return File(lines(*TEXT), f"{READ}\n{SEEN}")


@case("utf-8-bom")
def utf_8_with_a_mark() -> File:
    """As Excel writes "CSV UTF-8"."""
    return File(lines(*TEXT, encoding="utf-8-sig"), f"{READ}\n{SEEN}")


@case("cp1252")
def windows_1252() -> File:
    """As Excel writes "CSV"; the dash is a byte that latin-1 has not."""
    return File(lines(*TEXT, encoding="cp1252"), f"{READ}\ntieto merkistö\n{SEEN}")


@case("latin-1")
def latin_1() -> File:
    """A byte that cp1252 has not; nobody sees it."""
    text = (TEXT[0], TEXT[1].replace("–", "\x81"))
    return File(lines(*text, encoding="latin-1"), f"{READ}\ntieto merkistö\n{SEEN}")


@case("utf-16")
def utf_16_with_a_mark() -> File:
    """As Excel writes "Unicode text", with tabs."""
    text = "\r\n".join(TEXT).replace(";", "\t")
    return File(text.encode("utf-16"), f"{READ}\n{SEEN}", name="seuranta.txt")


@case("utf-16")
def utf_16_big_endian_with_a_mark() -> File:
    """The other byte order."""
    return File(b"\xfe\xff" + lines(*TEXT, encoding="utf-16-be"), f"{READ}\n{SEEN}")


@case("utf-16")
def utf_16_little_endian_bare() -> File:
    """Without a byte order mark."""
    return File(lines(*TEXT, encoding="utf-16-le"), f"{READ}\n{SEEN}")


@case("utf-16")
def utf_16_big_endian_bare() -> File:
    """Without a byte order mark, the other byte order."""
    return File(lines(*TEXT, encoding="utf-16-be"), f"{READ}\n{SEEN}")


@case("utf-8 finding")
def letters_that_were_broken_before() -> File:
    """UTF-8 that something has read as cp1252: the names are not found, and the reason is told."""
    broken = "\n".join(TEXT).encode().decode("cp1252")
    return File(
        broken.encode(),
        """
        varoitus merkistövirhe
        tieto tunnistettu A1
        este jakso-ei-tunnistu B2
        """,
    )


@case("csv")
def separator_that_excel_declares() -> File:
    """A first line `sep=,`, quoted texts with separators and line breaks in them."""
    return File(
        b'sep=,\r\nMittari,Jakso,Arvo,Huomautus\r\n"K\xc3\xa4ynnit",3/2025,"12,5","a, b\r\nc"\r\n',
        """
        C2 | kaynnit | seuranta 3/2025 = 2025-03-01–2025-03-31 | 12,5 käyntiä ~rooli,yksikkö
        tieto tunnistettu A1
        """,
    )
