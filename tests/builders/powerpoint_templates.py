"""Templates as regions may have them, and files that only pretend to be one."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
TITLE_SLIDE, TITLE_AND_CONTENT, TWO_CONTENT, TITLE_ONLY = 0, 1, 3, 5
SECRET = "Salainen esimerkkiteksti"


def saved(presentation: Any) -> bytes:
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def wide() -> Any:
    """A 16:9 presentation whose layouts fill it."""
    presentation = Presentation()
    ratio = Inches(13.333) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    owners = (presentation.slide_master, *presentation.slide_layouts)
    boxes = [(one, one.left, one.top, one.width, one.height) for owner in owners for one in owner.placeholders]
    for shape, left, top, width, height in boxes:  # all are asked first: a layout inherits from the master
        shape.left, shape.top, shape.width, shape.height = int(left * ratio), top, int(width * ratio), height
    return presentation


def with_logo(presentation: Any, left: float, top: float, width: float, height: float) -> Any:
    """A filled rectangle drawn on the master: where a template has its logo."""
    shape = parse_xml(
        f'<p:sp xmlns:p="{P}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
        '<p:cNvPr id="90" name="Logo"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{Inches(left)}" y="{Inches(top)}"/><a:ext cx="{Inches(width)}" cy="{Inches(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="7A0F5C"/></a:solidFill></p:spPr></p:sp>'
    )
    presentation.slide_master.shapes._spTree.append(shape)
    return presentation


def region_template() -> Any:
    """With a ground of its own, a logo, sample slides with a chart and notes, a section and a custom show."""
    presentation = with_logo(wide(), 12.2, 0.2, 0.9, 0.6)
    fill = presentation.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string("FFF7E6")
    for number in range(2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
        slide.shapes.title.text_frame.text = f"{SECRET} {number}"
        slide.notes_slide.notes_text_frame.text = SECRET
        data = CategoryChartData()
        data.categories = [SECRET]
        data.add_series(SECRET, [1])
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(2), Inches(2), data)
    first, second = presentation.slides._sldIdLst
    root = presentation._element
    root.append(
        parse_xml(
            f'<p:custShowLst xmlns:p="{P}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<p:custShow name="{SECRET}" id="0"><p:sldLst><p:sld r:id="{first.rId}"/></p:sldLst></p:custShow>'
            "</p:custShowLst>"
        )
    )
    root.append(
        parse_xml(
            f'<p:extLst xmlns:p="{P}"><p:ext uri="{SECTIONS}"><p14:sectionLst xmlns:p14="{P14}">'
            f'<p14:section name="{SECRET}" id="{{00000000-0000-0000-0000-000000000001}}"><p14:sldIdLst>'
            f'<p14:sldId id="{second.id}"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
        )
    )
    view = next(rel.target_part for rel in presentation.part.rels.values() if rel.reltype.endswith("/viewProps"))
    view.rels.get_or_add(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide", presentation.slides[0].part
    )
    _button(presentation)
    presentation.core_properties.author = SECRET
    presentation.core_properties.keywords = SECRET
    return presentation


def _button(presentation: Any) -> None:
    """A shape of the master that leads to the first sample slide."""
    master = presentation.slide_master
    relation = master.part.relate_to(
        presentation.slides[0].part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    )
    (properties,) = master._element.xpath(".//p:cNvPr[@name='Logo']")
    properties.append(
        parse_xml(
            '<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:id="{relation}" action="ppaction://hlinksldjump"/>'
        )
    )


def repacked(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed; a part that is not there is made of nothing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == part else source.read(name))
        if part not in source.namelist():
            target.writestr(part, change(b""))
    return packed.getvalue()


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return content.getvalue()
