"""Files that are small to send and large to read: python -m tests.loaders.gigantic prints what each of them costs.

Each is checked in a process of its own with limits on its memory and its processor time, and its peak is that
process's own.
"""

import io
import os
import resource
import sys
import time
from collections.abc import Callable
from random import Random

import xlsxwriter
from openpyxl.utils import get_column_letter

from loaders.findings import Unreadable
from tests.builders.packages import repacked
from tests.builders.spreadsheets import book, checked

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
MEMORY = 2_000_000_000  # bytes of addresses; what is really used is measured
# Of processor time, ten times what the slowest needs: work that grows as the square of these files would take hours.
SECONDS = 100
COLUMNS = [get_column_letter(number) for number in range(1, 201)]


def sheet_of(rows: str, columns: str = "") -> bytes:
    """A workbook whose sheet holds this XML under a heading row."""
    headings = '<row r="1"><c r="A1" t="inlineStr"><is><t>Mittari</t></is></c><c r="B1"><v>2025</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}">{columns}<sheetData>{headings}{rows}</sheetData></worksheet>'
    return repacked(book(["A"]), SHEET, lambda _: sheet.encode())


def noise(length: int) -> str:
    """A text that does not pack well."""
    return Random(1).randbytes(length // 2).hex()


def grid(rows: int, cell: str) -> str:
    """The XML of a full grid of 200 columns."""
    places = ("".join(cell.format(f"{column}{row}") for column in COLUMNS) for row in range(2, rows + 2))
    return "".join(f'<row r="{row}">{cells}</row>' for row, cells in enumerate(places, start=2))


def one_text_everywhere() -> bytes:
    """One long text that every cell refers to."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        workbook.add_worksheet().write("A1", "z" * 32_000)
    rows = grid(700, '<c r="{}" t="s"><v>0</v></c>')
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(content.getvalue(), SHEET, lambda _: sheet.encode())


def many_strings() -> bytes:
    """Shared strings that no cell uses."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        workbook.add_worksheet().write("A1", "Mittari")
    strings = "".join(f"<si><t>{number:x}</t></si>" for number in range(250_000))
    return repacked(
        content.getvalue(), "xl/sharedStrings.xml", lambda _: f'<sst xmlns="{MAIN}">{strings}</sst>'.encode()
    )


def deep(part: str, end: bytes) -> bytes:
    """A part with elements within elements."""
    return repacked(book(["A"]), part, lambda xml: xml.replace(end, b"<a>" * 200_000 + b"</a>" * 200_000 + end))


def merged_over_everything() -> bytes:
    """Merged ranges that cover each other and the whole sheet."""
    merges = b'<mergeCells count="50">' + b'<mergeCell ref="A1:XFD1048576"/>' * 50 + b"</mergeCells>"
    content = sheet_of('<row r="50000"><c r="A50000"><v>1</v></c></row>')
    return repacked(content, SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merges))


def long_row(value: str) -> bytes:
    """A text table of one long table whose one column repeats a text, never twice the same."""
    rows = (f"Käynnit;{number}{value};5" for number in range(4_000))
    return "\n".join(["Mittari;Jakso;Arvo", *rows]).encode()


GIGANTIC: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a cell of 10 MB": (
        "teksti-katkaistu",
        lambda: sheet_of(
            f'<row r="2"><c r="A2" t="inlineStr"><is><t>{noise(10_000_000)}</t></is></c><c r="B2"><v>5</v></c></row>'
        ),
    ),
    "a cell of 10 MB that packs well": (
        "zip-pommi",
        lambda: sheet_of(f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"x" * 10_000_000}</t></is></c></row>'),
    ),
    "a text table with a cell of 10 MB": ("liian-laaja", lambda: b"Mittari;2025\n" + b"x" * 10_000_000 + b";5\n"),
    "200 columns of formulas": ("liian-laaja", lambda: sheet_of(grid(5_000, '<c r="{}"><f>A1+1</f></c>'))),
    "as many formulas as are read": ("kaava-ilman-arvoa", lambda: sheet_of(grid(499, '<c r="{}"><f>A1+1</f></c>'))),
    "one long text in every cell": ("teksti-katkaistu", one_text_everywhere),
    "strings that no cell uses": ("ohitettu-taulukko", many_strings),
    "elements within elements": ("vioittunut", lambda: deep("xl/workbook.xml", b"</workbook>")),
    "elements within elements on a sheet": ("ohitettu-taulukko", lambda: deep(SHEET, b"</sheetData>")),
    "half a million empty rows": (
        "tyhjä-taulukko",
        lambda: sheet_of("".join(f'<row r="{row}" ht="15"/>' for row in range(2, 500_000))),
    ),
    "merged over everything": ("tyhjä-rivi", merged_over_everything),
    "16 000 columns": ("liian-laaja", lambda: (";".join(["A"] * 16_000) + "\n").encode() * 50),
    "five million separators": ("tyhjä-tiedosto", lambda: b";" * 5_000_000),
    "a quote that does not close": ("liian-laaja", lambda: b'Mittari;2025\n"' + b'""' * 5_000_000),
    "a NUL": ("ei-tekstiä", lambda: b"Mittari;2025\nK\0yk;5\n"),
    "dashes in a period": ("jakso-ei-tunnistu", lambda: long_row("-1" * 900)),
    "words in a period": ("jakso-ei-tunnistu", lambda: long_row(" a" * 900)),
    "heading rows alone": ("tyhjä-taulukko", lambda: b"Mittari;2025\nMittari;Jakso;Arvo\n" * 5_000),
    "titles alone": ("tunnistettu", lambda: b"otsikko\n" * 20_000 + b"Mittari;Jakso;Arvo\nA;3/2025;5\n"),
}


def cost(content: bytes) -> tuple[list[str], float, float]:
    """The codes of a file, its seconds of processor time and its megabytes at the peak, in a child of our own."""
    ready, told = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        started = time.process_time()
        try:
            findings = checked(content, "a.xlsx" if content.startswith(b"PK") else "a.csv").findings
            found = ",".join(dict.fromkeys(one.code for one in findings))
        except Unreadable as error:
            found = error.finding.code
        except BaseException as error:
            found = repr(error)[:80]
        os.write(told, f"{found} {time.process_time() - started}".encode())
        os._exit(0)
    os.close(told)
    with open(ready, "rb") as answer:  # noqa: PTH123 – a pipe has no path
        found, _, seconds = answer.read().decode().rpartition(" ")
    used = os.wait4(child, 0)[2].ru_maxrss / 1000
    return found.split(","), float(seconds or "inf"), used


if __name__ == "__main__":
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{'before any file':<45} {idle:6.0f} MB")
    for name, (_, made) in GIGANTIC.items():
        if not sys.argv[1:] or sys.argv[1] in name:
            content = made()
            codes, seconds, used = cost(content)
            print(
                f"{name:<45} {used:6.0f} MB {seconds:6.1f} s  {len(content) / 1e6:6.2f} MB sent  {' '.join(codes)}",
                flush=True,
            )
