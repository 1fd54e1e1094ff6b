"""A real table in a Word document: a marked and repeated header row, alternative text, widths that hold."""

from collections.abc import Iterable, Sequence
from math import sqrt

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, Twips
from docx.table import Table, _Cell, _Row

from components.exports.inert import inert
from data.views.slides import SlideTable

_FONT_SIZE, _SMALL = 9.0, 8.0  # points
_MANY = 9  # columns from which on the smaller one is used
_RULE = "BFC4CC"
_HEADER = "E4EDF7"
_LETTER = 7_500  # EMU a point: a bold letter of a broad font
_LONGEST_WORD = 26  # letters that a column gives room to
_TWIP = 635  # EMU; the unit that a file keeps widths in


def add_table(document: WordDocument, table: SlideTable, *, name: str, about: str, width: int) -> Table:
    """Add a table of this width (EMU) at the end. `name` and `about` are its alternative text."""
    made: Table = document.add_table(rows=1 + len(table.rows), cols=len(table.headings))
    made.autofit = False
    _describe(made, name, about)
    size = _SMALL if len(table.headings) >= _MANY else _FONT_SIZE
    widths = _widths(table, width, size)
    for column, column_width in zip(made.columns, widths, strict=True):
        column.width = column_width
    for at, (row, texts) in enumerate(zip(made.rows, (table.headings, *table.rows), strict=True)):
        _fill(row, texts, widths, size, is_header=at == 0)
    return made


def _widths(table: SlideTable, width: int, size: float) -> list[Length]:
    """Each column has room for its longest word, and the rest goes to those with longer texts.

    A text twice as long does not get twice the width, as its lines are broken.
    """
    columns = [[line for text in column for line in text.split("\n")] for column in _columns(table)]
    words = [max(len(word) for line in lines for word in line.split() or [""]) for lines in columns]
    least: list[float] = [(min(word, _LONGEST_WORD) + 2) * size * _LETTER for word in words]
    scale = min(1.0, width / sum(least))
    least = [one * scale for one in least]
    wants = [sqrt(max(map(len, lines))) for lines in columns]
    rest = width - sum(least)
    shares = [one + rest * want / sum(wants) for one, want in zip(least, wants, strict=True)]
    return [Twips(int(share / _TWIP)) for share in shares]


def _columns(table: SlideTable) -> Iterable[tuple[str, ...]]:
    return zip(table.headings, *table.rows, strict=True)


def _describe(table: Table, name: str, about: str) -> None:
    """Borders, the look that marks the first row and column as headings, and the alternative text."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for attribute, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{attribute}"), value)
        borders.append(line)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    layout = properties.find(qn("w:tblLayout"))
    (layout.addprevious if layout is not None else properties.append)(borders)
    look = OxmlElement("w:tblLook")
    for attribute, value in (("val", "00A0"), ("firstRow", "1"), ("firstColumn", "1"), ("noHBand", "1")):
        look.set(qn(f"w:{attribute}"), value)
    properties.append(look)
    for tag, text in (("w:tblCaption", name), ("w:tblDescription", about)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), inert(text))
        properties.append(element)


def _fill(row: _Row, texts: Sequence[str], widths: Sequence[Length], size: float, *, is_header: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    for at, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        _write(cell, text, size, is_bold=is_header or at == 0)
        if is_header:
            _shade(cell)


def _write(cell: _Cell, text: str, size: float, *, is_bold: bool) -> None:
    """One paragraph a line."""
    first, *others = inert(text).split("\n")
    for paragraph, line in [(cell.paragraphs[0], first), *((cell.add_paragraph(), line) for line in others)]:
        run = paragraph.add_run(line)
        run.font.size = Pt(size)
        run.bold = is_bold
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for attribute, value in (("val", "clear"), ("color", "auto"), ("fill", _HEADER)):
        shading.set(qn(f"w:{attribute}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
