"""The look of Word documents: Finnish, A4 pages, fonts of Word's own, a numbered footer, and tables that read well."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from math import sqrt

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Pt, RGBColor, Twips
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from components.colours import BRAND_BLUE, HEADER_FILL
from data.views.slides import SlideTable
from loaders.workbooks import xml_text

_FONT = "Calibri"
_LANGUAGE = "fi-FI"
_MARGIN = Cm(1.8)
_SHORT, _LONG = Cm(21.0), Cm(29.7)
_SIZES = {
    "Normal": 10.5,
    "Title": 24,
    "Subtitle": 13,
    "Heading 1": 17,
    "Heading 2": 13.5,
    "Heading 3": 11.5,
    "Footer": 8.5,
}
_TABLE_SIZE, _SMALL_TABLE_SIZE = 9.0, 8.0  # points
_MANY_COLUMNS = 9  # from which on the smaller size is used
_RULE = "BFC4CC"  # the colour of a table's lines
_LETTER = 7_500  # EMU a point: a bold letter of a broad font
_LONGEST_WORD = 26  # letters that a column gives room to
_TWIP = 635  # EMU; the unit that a file keeps widths in


def new_document(title: str, subject: str, day: date) -> WordDocument:
    """Return an empty document in Finnish on A4, with its title, its subject and the day it is made."""
    document = Document()
    document.core_properties.title = xml_text(title)
    document.core_properties.subject = xml_text(subject)
    document.core_properties.language = _LANGUAGE
    document.core_properties.author = "Seuranta"
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime.combine(day, time(), UTC)
    _clear_library_defaults(document)
    for name, size in _SIZES.items():
        _set_style(document, name, size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(6)  # it mostly begins a page
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    _set_page(document.sections[0], is_wide=False)
    return document


def _clear_library_defaults(document: WordDocument) -> None:
    """Replace another language, an older Word and a picture that the library's empty document brings along."""
    relationships = document.part.package.rels
    for name in [name for name, relation in relationships.items() if relation.reltype.endswith("/thumbnail")]:
        del relationships[name]
    settings = document.settings.element
    for tag, value in (("w:themeFontLang", _LANGUAGE), ("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        for element in settings.iter(qn(tag)):
            element.set(qn("w:val"), value)
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")


def _set_style(document: WordDocument, name: str, size: float) -> None:
    """Set the font, its size in points and the colour of headings in one of the document's styles."""
    style = document.styles[name]
    style.font.name = _FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]  # a theme's font would win over the named font
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    if name.startswith(("Heading", "Title", "Subtitle")):
        style.font.color.rgb = RGBColor.from_string(BRAND_BLUE[1:])
        style.paragraph_format.keep_with_next = True


def _set_page(section: Section, *, is_wide: bool) -> None:
    section.orientation = WD_ORIENTATION.LANDSCAPE if is_wide else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if is_wide else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def turn_page(document: WordDocument, *, is_wide: bool) -> None:
    """Begin a new page, in landscape if it is wide."""
    _set_page(document.add_section(WD_SECTION.NEW_PAGE), is_wide=is_wide)


def set_footer(document: WordDocument, text: str) -> None:
    """Put the same footer on every page: the text and "sivu 2 / 7"."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{xml_text(text)} · sivu ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field that Word fills in when it opens the document."""
    run = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            code = OxmlElement("w:instrText")
            code.text = instruction
            run._r.append(code)
        if kind == "separate":
            text = OxmlElement("w:t")
            text.text = "1"
            run._r.append(text)


def add_table(document: WordDocument, content: SlideTable, *, name: str, description: str) -> None:
    """Add a table as wide as the text, its header row marked and repeated. Name and description are for those who do
    not see it."""
    table = document.add_table(rows=1 + len(content.rows), cols=len(content.headings))
    table.autofit = False
    _set_borders_and_alternative_text(table, name, description)
    size = _SMALL_TABLE_SIZE if len(content.headings) >= _MANY_COLUMNS else _TABLE_SIZE
    widths = _column_widths(content, _text_width(document.sections[-1]), size)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, (row, texts) in enumerate(zip(table.rows, (content.headings, *content.rows), strict=True)):
        _fill_row(row, texts, widths, size, is_header=at == 0)


def _text_width(section: Section) -> int:
    """Return the width between the margins, in EMU."""
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)


def _column_widths(content: SlideTable, width: int, size: float) -> list[Length]:
    """Give each column room for its longest word, and the rest of the width (EMU) to columns with longer texts.

    A text twice as long does not get twice the width, as its lines are broken.
    """
    columns = [
        [line for text in column for line in text.split("\n")]
        for column in zip(content.headings, *content.rows, strict=True)
    ]
    longest_words = [max(len(word) for line in lines for word in line.split() or [""]) for lines in columns]
    least = [(min(letters, _LONGEST_WORD) + 2) * size * _LETTER for letters in longest_words]
    scale = min(1.0, width / sum(least))
    least = [column_width * scale for column_width in least]
    wishes = [sqrt(max(map(len, lines))) for lines in columns]
    rest = width - sum(least)
    shares = [column_width + rest * wish / sum(wishes) for column_width, wish in zip(least, wishes, strict=True)]
    return [Twips(int(share / _TWIP)) for share in shares]


def _set_borders_and_alternative_text(table: Table, name: str, description: str) -> None:
    """Draw lines between rows, mark the first row and column as headings, and set the alternative text."""
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
    for tag, text in (("w:tblCaption", name), ("w:tblDescription", description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), xml_text(text))
        properties.append(element)


def _fill_row(row: _Row, texts: Sequence[str], widths: Sequence[Length], size: float, *, is_header: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))
    for at, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        _write_cell(cell, text, size, is_bold=is_header or at == 0)
        if is_header:
            _shade(cell)


def _write_cell(cell: _Cell, text: str, size: float, *, is_bold: bool) -> None:
    """Write each line of the text as a paragraph of its own."""
    first, *others = xml_text(text).split("\n")
    for paragraph, line in [(cell.paragraphs[0], first), *((cell.add_paragraph(), line) for line in others)]:
        run = paragraph.add_run(line)
        run.font.size = Pt(size)
        run.bold = is_bold
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.space_before = Pt(1)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for attribute, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER_FILL[1:])):
        shading.set(qn(f"w:{attribute}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
