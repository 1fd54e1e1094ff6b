"""CSV and TSV bytes → cells: encoding and separator by declared order and checks, never by a statistical guess."""

import csv
import io
import re
from collections import Counter

from loaders.findings import Findings, finding, unreadable
from loaders.read.safety import MAX_TEXT, Cleaner, refuse_beyond, spaced
from loaders.read.sheets import Book, Cell, Row, Sheet

SEPARATORS = (";", "\t", ",")  # in order of preference where they fit equally well
PROBED_LINES = 200

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOJIBAKE = re.compile(r"Ã[¤¶¥„–…€]|â€[“”™]|√[§∂•Ññ]|\ufffd|(?<=[a-z])[„”†÷](?=[a-z])|(?<=[A-Za-z])\?(?=[a-z]+\b(?!=))")
_FOREIGN = re.compile(r"[õŠšŒ](?=[a-z])")  # what is left of ä, ö and å, in a text that has none of them
_OWN = re.compile(r"[äöåÄÖÅ]")
_GUARD = re.compile(r"^'(?=[=+@\t\r-])")  # the apostrophe that our export sets before what a spreadsheet might run
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_separated(content: bytes, suffix: str) -> Book:
    """Return the only sheet of a text table. Raise Unreadable for binary content and for quotes that do not close."""
    text, encoding = _decode(content)
    if encoding is None or _BINARY.search(text):
        raise unreadable("ei-tekstiä", suffix)
    findings = Findings()
    if encoding in ("cp1252", "latin-1"):
        findings.add(finding("merkistö", actual={"cp1252": "Windows-1252", "latin-1": "Latin-1"}[encoding]))
    if broken := _MOJIBAKE.search(text) or (None if _OWN.search(text) else _FOREIGN.search(text)):
        context = text[max(0, broken.start() - 15) : broken.end() + 15]
        findings.add(finding("merkistövirhe", actual=context))
    if declared := _SEPARATOR_LINE.match(text):
        text = text[declared.end() :]
    separator = declared[1] if declared else _separator(text)
    rows = _rows(text, separator, findings)
    return Book((Sheet("", rows),), findings.listed())


def _decode(content: bytes) -> tuple[str, str | None]:
    """Return the text by the first encoding that fits: a byte order mark, then UTF-8, then the single-byte ones."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        order = ["utf-16"]
    elif content[:200].count(0) > len(content[:200]) // 4:
        order = ["utf-16-le" if content[1:2] == b"\0" else "utf-16-be"]
    else:
        order = ["utf-8-sig", "cp1252", "latin-1"]
    for encoding in order:
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return "", None


def _separator(text: str) -> str:
    """Return the separator by which most of the first lines have equally many columns; a title line may differ."""

    def fit(separator: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in _probe(text, separator) if any(row))
        split = Counter({width: count for width, count in widths.items() if width > 1})
        if not split:
            return (0.0, 0)
        width, count = split.most_common(1)[0]
        return (count / widths.total(), width)

    return max(SEPARATORS, key=fit)


def _probe(text: str, separator: str) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            rows.append(row)
            if len(rows) == PROBED_LINES:
                break
    except csv.Error:
        pass  # the full reading says it with its line
    return rows


def _rows(text: str, separator: str, findings: Findings) -> dict[int, Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    cleaner = Cleaner(findings)
    rows: dict[int, Row] = {}
    count = 0
    lines_before = 0
    try:
        for number, values in enumerate(reader, start=1):
            lines_before = reader.line_num
            cells: Row = {}
            for column, value in enumerate(values, start=1):
                if value := cleaner.clean(_GUARD.sub("", value), "", number, column):
                    cells[column] = Cell(number, column, value)
            if cells:
                count += len(cells)
                refuse_beyond(rows=number, columns=max(cells), cells=count)
                rows[number] = cells
    except csv.Error as error:
        if "field limit" in str(error):
            row, limit = spaced(lines_before + 1), spaced(csv.field_size_limit())
            actual = f"riviltä {row} alkavassa solussa on yli {limit} merkkiä (lainausmerkki voi puuttua)"
            raise unreadable("liian-laaja", actual, f"{spaced(MAX_TEXT)} merkkiä solussa") from error
        raise unreadable("rikkinäinen-csv", str(lines_before + 1)) from error
    return rows
