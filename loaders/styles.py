"""The styles of a workbook, added to and never changed: a cell's own format with another fill."""

from copy import deepcopy
from typing import Any

from lxml import etree

from loaders.findings import Severity
from loaders.parts import MAIN, WORKBOOK, Parts, local

FILLS = {Severity.STOPS: "FFFFB3B3", Severity.WARNS: "FFFFE08A", Severity.TELLS: "FFD6E6F5"}

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_EMPTY = f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>"""


class Styles:
    """The style sheet of a package; `save` writes it back."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        related = parts.related(WORKBOOK, "styles")
        self._part = related[0].target if related else parts.fresh("xl/seurantaStyles{}.xml")
        if not related:
            parts.relate(WORKBOOK, "styles", self._part)
            parts.write(self._part, _EMPTY.encode(), _STYLES_TYPE)
        self._root = parts.tree(self._part)
        self._made: dict[tuple[object, ...], int] = {}

    def forget_marks(self) -> None:
        """Take away the fills of an earlier marking from every cell that has one."""
        own = set()
        for number, fill in enumerate(self._list("fills")):
            colours = [one.get("rgb") for one in fill.iter() if local(one) == "fgColor"]
            if colours and colours[0] in FILLS.values():
                own.add(str(number))
        for xf in self._list("cellXfs"):
            if xf.get("fillId") in own:
                xf.set("fillId", "0")

    def filled(self, style: int, severity: Severity) -> int:
        """The number of a cell's style with the fill of a severity in place of its own."""
        key = ("filled", style, severity)
        if key not in self._made:
            formats = self._list("cellXfs")
            xf = deepcopy(formats[style if style < len(formats) else 0])
            xf.set("fillId", str(self._fill(FILLS[severity])))
            xf.set("applyFill", "1")
            self._made[key] = _append(formats, xf)
        return self._made[key]

    def text(self, *, bold: bool = False, size: int = 11, colour: str = "", fill: str = "") -> int:
        """The number of a style for wrapped text at the top of its cell."""
        key = ("text", bold, size, colour, fill)
        if key not in self._made:
            xf = self._new("xf", numFmtId="0", borderId="0", xfId="0", applyFont="1", applyFill="1", applyAlignment="1")
            xf.set("fontId", str(self._font(bold, size, colour)))
            xf.set("fillId", str(self._fill(fill) if fill else 0))
            xf.append(self._new("alignment", vertical="top", wrapText="1"))
            self._made[key] = _append(self._list("cellXfs"), xf)
        return self._made[key]

    def save(self) -> None:
        """Write the styles into the package."""
        self._parts.write(self._part, self._root)

    def _fill(self, colour: str) -> int:
        key = ("fill", colour)
        if key not in self._made:
            fill = self._new("fill")
            pattern = self._new("patternFill", patternType="solid")
            pattern.append(self._new("fgColor", rgb=colour))
            pattern.append(self._new("bgColor", indexed="64"))
            fill.append(pattern)
            self._made[key] = _append(self._list("fills"), fill)
        return self._made[key]

    def _font(self, bold: bool, size: int, colour: str) -> int:
        font = self._new("font")
        if bold:
            font.append(self._new("b"))
        if colour:
            font.append(self._new("u"))
        font.append(self._new("sz", val=str(size)))
        if colour:
            font.append(self._new("color", rgb=colour))
        font.append(self._new("name", val="Calibri"))
        return _append(self._list("fonts"), font)

    def _list(self, name: str) -> Any:
        return next(one for one in self._root if local(one) == name)

    def _new(self, name: str, **attributes: str) -> Any:
        return etree.Element(f"{{{etree.QName(self._root).namespace}}}{name}", **attributes)


def _append(elements: Any, one: Any) -> int:
    elements.append(one)
    elements.set("count", str(len(elements)))
    return len(elements) - 1
