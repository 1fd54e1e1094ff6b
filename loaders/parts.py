"""A workbook's package as its parts, to change some of them and carry the others over as they are.

Only relations of the kinds named here come along: no macros, links to other files, data connections or embedded
objects, whatever a package holds. XML is parsed without entities and without a document type.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from loaders.findings import unreadable
from loaders.read.zip_safety import open_package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = "xl/workbook.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_PRINTER_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"

_KEPT = frozenset({
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "worksheet", "chartsheet",
    "styles", "theme", "themeOverride", "sharedStrings", "table", "comments", "vmlDrawing", "hyperlink", "image",
    "drawing", "chart", "chartEx", "chartUserShapes", "chartStyle", "chartColorStyle", "printerSettings",
    "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "sheetMetadata", "xmlMaps",
    "rdRichValue", "rdRichValueStructure", "rdRichValueTypes", "richValueRel", "rdArray", "richStyles",
})  # fmt: skip
_PIVOTS = frozenset(["pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "slicer", "slicerCache"])

_LEFT_OUT = {  # kind of relation → what people call it; the others that are left out are not theirs to miss
    "vbaProject": "makrot",
    "xlMacrosheet": "makrotaulukot",
    "xlIntlMacrosheet": "makrotaulukot",
    "externalLink": "linkit toisiin työkirjoihin (kaavojen tilalla ovat niiden arvot)",
    "connections": "tietoyhteydet",
    "queryTable": "tietoyhteydet",
    "pivotTable": "pivot-taulukot",
    "control": "painikkeet ja muut ohjaimet",
    "ctrlProp": "painikkeet ja muut ohjaimet",
    "oleObject": "upotetut tiedostot",
    "package": "upotetut tiedostot",
    "threadedComment": "kommenttiketjut (tekstit ovat tavallisina kommentteina)",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one part to another, or to an address outside."""

    id: str
    type: str
    target: str
    is_outside: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: "worksheet"."""
        return self.type.rpartition("/")[2]


class Parts:
    """The parts of an .xlsx or .xlsm that come along. Raises Unreadable for a package that is not safe to open."""

    def __init__(self, content: bytes) -> None:
        self._package = open_package(content)
        self._names = set(self._package.namelist())
        self._changed: dict[str, bytes] = {}
        self._defaults, self._overrides = self._types()
        self.left_out: dict[str, None] = {}
        self._kept = _KEPT if "xl/connections.xml" in self._names else _KEPT | _PIVOTS
        self._relations: dict[str, list[Relation]] = {}
        for part in self._walk():
            self._drop(part)

    def read(self, part: str) -> bytes:
        """The bytes of a part as it is now."""
        return self._changed[part] if part in self._changed else self._package.read(part)

    def size(self, part: str) -> int:
        """How many bytes a part takes unpacked, without unpacking it."""
        return len(self._changed[part]) if part in self._changed else self._package.getinfo(part).file_size

    def tree(self, part: str) -> Any:
        """The root element of an XML part. Raises Unreadable if it is broken or has a document type."""
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
            root = etree.fromstring(self.read(part), parser)
        except etree.XMLSyntaxError as error:
            raise unreadable("vioittunut", "työkirjan sisältö ei ole eheä") from error
        if root.getroottree().docinfo.doctype:
            raise unreadable("kielletty-rakenne")
        return root

    def write(self, part: str, content: bytes | Any, content_type: str = "") -> None:
        """Set a part, given as bytes or as a root element."""
        if not isinstance(content, bytes):
            content = etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._changed[part] = content
        self._names.add(part)
        if content_type:
            self._overrides[part] = content_type

    def related(self, part: str, kind: str) -> list[Relation]:
        """The relations of one kind that a part has."""
        return [one for one in self._relations.get(part, ()) if one.kind == kind]

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another one; the id of the relation."""
        own = self._relations.setdefault(part, [])
        taken = {one.id for one in own}
        name = next(f"rIdS{number}" for number in range(1, len(taken) + 2) if f"rIdS{number}" not in taken)
        own.append(Relation(name, f"{RELATIONS}/{kind}", target))
        return name

    def unrelate(self, part: str, *kinds: str) -> None:
        """Take away the relations of these kinds, of all kinds if none is named."""
        self._relations[part] = [one for one in self._relations.get(part, ()) if kinds and one.kind not in kinds]

    def fresh(self, pattern: str) -> str:
        """A name that no part has: "xl/comments{}.xml" → "xl/comments3.xml"."""
        return next(name for number in range(1, 100_000) if (name := pattern.format(number)) not in self._names)

    def default(self, suffix: str, content_type: str) -> None:
        """Declare what files with this suffix are, unless it is declared."""
        self._defaults.setdefault(suffix, content_type)

    def save(self) -> bytes:
        """The package of the parts that can be reached."""
        content = io.BytesIO()
        parts = [part for part in self._walk() if part]
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
            target.writestr("[Content_Types].xml", self._types_xml(parts))
            for part in ("", *parts):
                if self._relations.get(part):
                    target.writestr(_relations_of(part), _relations_xml(part, self._relations[part]))
                if part:
                    target.writestr(part, self.read(part))
        return content.getvalue()

    def _walk(self) -> Iterator[str]:
        """Every part that is related to the package, "" (the package itself) first."""
        queue, met = [""], {""}
        while queue:
            part = queue.pop(0)
            if part not in self._relations:
                self._relations[part] = list(self._read_relations(part))
            yield part
            for one in self._relations[part]:
                if not one.is_outside and one.target not in met:
                    met.add(one.target)
                    queue.append(one.target)

    def _read_relations(self, part: str) -> Iterator[Relation]:
        if _relations_of(part) not in self._names:
            return
        for element in self.tree(_relations_of(part)):
            target, is_outside = element.get("Target", ""), element.get("TargetMode") == "External"
            if not is_outside:
                inside = target.lstrip("/") if target.startswith("/") else posixpath.join(_folder(part), target)
                target = posixpath.normpath(inside.partition("#")[0])
            yield Relation(element.get("Id", ""), element.get("Type", ""), target, is_outside)

    def _drop(self, part: str) -> None:
        """Drop the relations of a part that do not come along, and the elements that stand on them."""
        own = self._relations[part]
        kept = [one for one in own if self._comes_along(one)]
        dropped = {one.id for one in own} - {one.id for one in kept}
        for one in own:
            if one.id in dropped and one.kind in _LEFT_OUT:
                self.left_out[_LEFT_OUT[one.kind]] = None
        self._relations[part] = kept
        if part.endswith(".xml") and dropped:
            root = self.tree(part)
            for child in list(root):
                for element in [one for one in child if _stands_on(one, dropped)]:
                    child.remove(element)
                if _stands_on(child, dropped) or (not len(child) and child.tag.endswith(("}externalReferences",))):
                    root.remove(child)
            self.write(part, root)

    def _comes_along(self, one: Relation) -> bool:
        if one.is_outside:
            return one.kind == "hyperlink"
        return one.kind in self._kept and one.target in self._names

    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for element in self.tree("[Content_Types].xml"):
            declared = element.get("ContentType", "")
            if element.get("Extension"):
                defaults[element.get("Extension").casefold()] = _PRINTER_TYPE if "vba" in declared else declared
            elif element.get("PartName"):
                overrides[element.get("PartName").lstrip("/")] = declared
        return defaults, overrides | {WORKBOOK: _MAIN_TYPE}

    def _types_xml(self, parts: list[str]) -> bytes:
        lines = [f"<Default Extension={quoteattr(s)} ContentType={quoteattr(t)}/>" for s, t in self._defaults.items()]
        lines += [
            f"<Override PartName={quoteattr('/' + part)} ContentType={quoteattr(self._overrides[part])}/>"
            for part in parts
            if part in self._overrides
        ]
        return _xml(f'<Types xmlns="{_PACKAGE}/content-types">{"".join(lines)}</Types>')


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def plain_text(text: str) -> str:
    """A text as XML may hold it, its edge spaces kept by the reader."""
    text = re.sub(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _stands_on(element: Any, ids: set[str]) -> bool:
    return any(
        value in ids
        for one in element.iter()
        if isinstance(one.tag, str)
        for name, value in one.attrib.items()
        if name.startswith("{" + RELATIONS + "}")
    )


def _folder(part: str) -> str:
    return posixpath.dirname(part)


def _relations_of(part: str) -> str:
    return posixpath.join(_folder(part), "_rels", f"{posixpath.basename(part)}.rels")


def _relations_xml(part: str, relations: list[Relation]) -> bytes:
    lines = []
    for one in relations:
        target = one.target if one.is_outside else f"/{one.target}"
        mode = ' TargetMode="External"' if one.is_outside else ""
        lines.append(
            f"<Relationship Id={quoteattr(one.id)} Type={quoteattr(one.type)} Target={quoteattr(target)}{mode}/>"
        )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>')


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()
