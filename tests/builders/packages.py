"""Workbooks as packages of parts, for what openpyxl does not write."""

import io
import zipfile
from collections.abc import Callable

TYPES = "[Content_Types].xml"


def repacked(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == part else source.read(name))
    return packed.getvalue()


def packed(**parts: bytes) -> bytes:
    """A zip file of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return content.getvalue()


def with_macros(content: bytes) -> bytes:
    """A workbook as Excel saves one with macros; what would be the macro's code is noise."""
    workbook, macro = (f"application/vnd.{kind}" for kind in ("ms-excel.sheet.macroEnabled.main+xml", "ms-office.vba"))

    def change(part: bytes) -> bytes:
        kind = f'<Default Extension="bin" ContentType="{macro}Project"/>'.encode()
        plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        return part.replace(plain, workbook.encode()).replace(b"</Types>", kind + b"</Types>")

    changed = repacked(content, TYPES, change)
    with io.BytesIO(changed) as file:
        with zipfile.ZipFile(file, "a") as package:
            package.writestr("xl/vbaProject.bin", bytes(range(256)) * 8)
        return file.getvalue()
