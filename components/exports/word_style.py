"""The look of Word documents: language, fonts of Word's own, pages and the footer with its page number."""

from datetime import UTC, date, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from components.exports.inert import inert

FONT = "Calibri"
ACCENT = RGBColor(0x0B, 0x5C, 0xAD)
LANGUAGE = "fi-FI"
MARGIN = Cm(1.8)
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


def new_document(title: str, subject: str, made: date) -> WordDocument:
    """An empty document in Finnish, A4, with its title, subject and day told."""
    document = Document()
    document.core_properties.title = inert(title)
    document.core_properties.subject = inert(subject)
    document.core_properties.language = LANGUAGE
    document.core_properties.author = "Seuranta"
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = datetime.combine(made, time(), UTC)
    _forget_the_template(document)
    for name, size in _SIZES.items():
        _set_style(document, name, size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(6)  # it mostly begins a page
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    set_page(document.sections[0], is_wide=False)
    return document


def _forget_the_template(document: WordDocument) -> None:
    """What the library's own empty document says of another language, an older Word and its own picture."""
    relationships = document.part.package.rels
    for name in [name for name, one in relationships.items() if one.reltype.endswith("/thumbnail")]:
        del relationships[name]
    settings = document.settings.element
    for tag, value in (("w:themeFontLang", LANGUAGE), ("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        for element in settings.iter(qn(tag)):
            element.set(qn("w:val"), value)
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")


def _set_style(document: WordDocument, name: str, size: float) -> None:
    style = document.styles[name]
    style.font.name = FONT
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]  # a theme's font would win over the named one
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    if name.startswith(("Heading", "Title", "Subtitle")):
        style.font.color.rgb = ACCENT
        style.paragraph_format.keep_with_next = True


def set_page(section: Section, *, is_wide: bool) -> None:
    """A4, standing or lying."""
    section.orientation = WD_ORIENTATION.LANDSCAPE if is_wide else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if is_wide else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def turn_page(document: WordDocument, *, is_wide: bool) -> None:
    """Begin a new page that stands or lies."""
    set_page(document.add_section(WD_SECTION.NEW_PAGE), is_wide=is_wide)


def text_width(section: Section) -> int:
    """The width between the margins, in EMU."""
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)


def set_footer(document: WordDocument, text: str) -> None:
    """The same footer on every page: the text and "sivu 2 / 7"."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{inert(text)} · sivu ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills in."""
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
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._r.append(shown)
