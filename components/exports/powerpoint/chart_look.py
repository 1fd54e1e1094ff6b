"""What charts of a presentation share: Finnish text, no title, labels and a place for the plot."""

from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml import parse_xml
from pptx.util import Pt

from components.exports.powerpoint.geometry import POINT, Box
from components.exports.powerpoint.slide_text import rgb

SMALL, NORMAL = 14, 16  # points: axes, labels
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
SYMBOLS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "triangle-down": XL_MARKER_STYLE.TRIANGLE,
    "cross": XL_MARKER_STYLE.PLUS,
    "pentagon": XL_MARKER_STYLE.CIRCLE,
    "hexagon": XL_MARKER_STYLE.DIAMOND,
    "star": XL_MARKER_STYLE.STAR,
    "x": XL_MARKER_STYLE.X,
    "hourglass": XL_MARKER_STYLE.SQUARE,
}
DASHES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID,
    "dash": MSO_LINE_DASH_STYLE.DASH,
    "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
    "dashdot": MSO_LINE_DASH_STYLE.DASH_DOT,
    "longdash": MSO_LINE_DASH_STYLE.LONG_DASH,
}


class Label(NamedTuple):
    """A label of one point: its number in a format, or a text. `shift` moves it down by a share of the chart."""

    at: int
    position: str  # t, b, r, l, ctr, outEnd
    format: str | None = None
    text: tuple[str, ...] = ()
    size: int = NORMAL
    bold: bool = False
    colour: str = ""
    shift: float = 0.0


class Plot(NamedTuple):
    """Room around the inner plot, in points."""

    left: float
    top: float
    right: float
    bottom: float


def prepare(chart: Any, box: Box, room: Plot) -> None:
    """Set language, font size and the place of the plot, and take title, legend and rounded corners away."""
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(SMALL)
    space = chart._chartSpace
    for element in space.xpath("c:roundedCorners | c:lang"):
        space.remove(element)
    at = 1 if space.xpath("c:date1904") else 0
    space.insert(at, parse_xml(f'<c:lang {_SPACES} val="fi-FI"/>'))
    space.insert(at + 1, parse_xml(f'<c:roundedCorners {_SPACES} val="0"/>'))
    for properties in space.xpath("c:txPr//a:defRPr | c:txPr//a:endParaRPr"):
        properties.set("lang", "fi-FI")
    for old in space.xpath("c:spPr"):
        space.remove(old)
    clear = f"<c:spPr {_SPACES}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    space.chart.addnext(parse_xml(clear))
    _place(chart, box, room)


def _place(chart: Any, box: Box, room: Plot) -> None:
    wide, high = box.width / POINT, box.height / POINT
    x, y = room.left / wide, room.top / high
    w, h = 1 - (room.left + room.right) / wide, 1 - (room.top + room.bottom) / high
    layout = (
        f'<c:layout {_SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{w:.4f}"/><c:h val="{h:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.chart.plotArea
    for old in area.xpath("c:layout"):
        area.remove(old)
    area.insert(0, parse_xml(layout))


def put_labels(series: Any, labels: list[Label]) -> None:
    """Put these labels and no others on a series."""
    element = series._element
    for old in element.xpath("c:dLbls"):
        element.remove(old)
    inner = "".join(map(_label_xml, sorted(labels, key=lambda label: label.at)))
    none = "".join(f'<c:{name} val="0"/>' for name in _SHOWS)
    element._insert_dLbls(parse_xml(f"<c:dLbls {_SPACES}>{inner}{none}</c:dLbls>"))


_SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def _label_xml(label: Label) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{label.colour[1:]}"/></a:solidFill>' if label.colour else ""
    look = f'lang="fi-FI" sz="{label.size * 100}" b="{int(label.bold)}"'
    shift = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{label.shift:.4f}"/></c:manualLayout></c:layout>'
        if label.shift
        else ""
    )
    align = {"r": "l", "l": "r"}.get(label.position, "ctr")
    if label.text:
        paragraphs = "".join(
            f'<a:p><a:pPr algn="{align}"><a:defRPr {look}>{fill}</a:defRPr></a:pPr>'
            f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(line)}</a:t></a:r></a:p>"
            for line in label.text
        )
        body = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'
        text = ""
    else:
        body = f'<c:numFmt formatCode={quoteattr(label.format or "General")} sourceLinked="0"/>'
        text = (
            f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr {look}>{fill}</a:defRPr></a:pPr>'
            '<a:endParaRPr lang="fi-FI"/></a:p></c:txPr>'
        )
    shows = "".join(f'<c:{name} val="{int(name == "showVal")}"/>' for name in _SHOWS)
    return (
        f'<c:dLbl><c:idx val="{label.at}"/>{shift}{body}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}'
        f'<c:dLblPos val="{label.position}"/>{shows}</c:dLbl>'
    )


def draw_line(series: Any, colour: str, points: float, dash: MSO_LINE_DASH_STYLE) -> None:
    """Draw straight lines without markers between the points of a series."""
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(points)
    series.format.line.dash_style = dash


def hide_line(series: Any) -> None:
    """Draw no lines between the points of a series."""
    series.smooth = False
    series.format.line.fill.background()


def calm(axis: Any) -> None:
    """Draw an axis in grey; its words keep the colour of the theme."""
    axis.format.line.color.rgb = rgb("#A6A6A6")
    axis.tick_labels.font.size = Pt(SMALL)


def faint(gridlines: Any) -> None:
    """Draw lines that are seen on a white and on a dark ground without standing out."""
    gridlines.format.line.color.rgb = rgb("#808080")
    gridlines.format.line.width = Pt(0.75)
    (colour,) = gridlines._xAx.xpath("c:majorGridlines/c:spPr/a:ln/a:solidFill/a:srgbClr")
    colour.append(parse_xml(f'<a:alpha {_SPACES} val="30000"/>'))
