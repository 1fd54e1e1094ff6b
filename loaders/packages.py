"""The zip package of a workbook: whether it is safe to open, before anything parses it."""

import io
import zipfile

from loaders.findings import unreadable

MAX_UNPACKED = 150_000_000  # bytes; a sheet of 200 000 rows and 7 columns takes some 50 million
MAX_RATIO = 250  # unpacked to packed; worksheets of repeated text reach some 100
RATIO_MATTERS_FROM = 10_000_000  # bytes unpacked; a small file may be as dense as it likes
MAX_PARTS = 5_000

_WORKBOOK_PART = "xl/workbook.xml"


def open_package(content: bytes) -> zipfile.ZipFile:
    """The package of an .xlsx or .xlsm file. Raises Unreadable if it is broken, locked, a bomb or something else.

    The sizes that a package declares are binding: zipfile reads no part beyond them.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise unreadable("vioittunut", "pakattu sisältö ei avaudu") from error
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    is_dense = unpacked > RATIO_MATTERS_FROM and unpacked > MAX_RATIO * len(content)
    if unpacked > MAX_UNPACKED or is_dense or len(parts) > MAX_PARTS:
        raise unreadable("zip-pommi", f"{len(parts)} osaa, {unpacked // 1_000_000} Mt")
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable("salattu")
    names = {part.filename for part in parts}
    if "mimetype" in names and package.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
        raise unreadable("ei-taulukkotiedosto", "se on OpenDocument-tiedosto")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise unreadable("ei-taulukkotiedosto", "se on Word- tai PowerPoint-tiedosto")
    if "xl/workbook.bin" in names:
        raise unreadable("ei-taulukkotiedosto", "se on binaarinen työkirja (.xlsb)")
    if _WORKBOOK_PART not in names:
        raise unreadable("ei-taulukkotiedosto", "se on pakattu tiedosto, jossa ei ole työkirjaa")
    return package
