"""Comments in the cells of a worksheet: those that are there stay, the app's own come after them."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

from loaders.parts import MAIN, RELATIONS, Parts, local, plain_text

AUTHOR = "Seuranta"

_SEPARATOR = f"— {AUTHOR} —"
_LEGACY = "legacyDrawing"
_AFTER = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
}
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_WIDTH, _LINE_HEIGHT, _LINE_LENGTH, _MOST_LINES = 340, 17, 48, 24  # pixels and characters
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Told = tuple[str, str]  # the word that stands first, in bold, and the text after it


def comment(parts: Parts, part: str, sheet: Any, told: Mapping[str, Sequence[Told]]) -> None:
    """Put comments into a worksheet: address → what is told there. Those of an earlier marking go."""
    comments = _existing(parts, part)
    for address, lines in told.items():
        before = comments.get(address)
        runs = _runs(lines)
        if before is None:
            comments[address] = (AUTHOR, runs)
        else:
            comments[address] = (before[0], [*before[1], _run(f"\n{_SEPARATOR}\n"), *runs])
    parts.unrelate(part, "comments", "vmlDrawing" if not _has_pictures(sheet) else "comments")
    for old in [one for one in sheet if local(one) == _LEGACY]:
        sheet.remove(old)
    if not comments:
        return
    ordered = dict(sorted(comments.items(), key=lambda one: coordinate_to_tuple(one[0])))
    target = parts.fresh("xl/seurantaComments{}.xml")
    parts.write(target, _comments(ordered), _COMMENTS_TYPE)
    parts.relate(part, "comments", target)
    drawing = parts.fresh("xl/drawings/seurantaVml{}.vml")
    parts.default("vml", _VML_TYPE)
    parts.write(drawing, _drawing(ordered))
    legacy = etree.Element(f"{{{etree.QName(sheet).namespace}}}{_LEGACY}")
    legacy.set(f"{{{RELATIONS}}}id", parts.relate(part, "vmlDrawing", drawing))
    place = next((at for at, one in enumerate(sheet) if local(one) in _AFTER), len(sheet))
    sheet.insert(place, legacy)


def _has_pictures(sheet: Any) -> bool:
    """Whether the headers have pictures, which stand in a drawing of the same kind."""
    return any(local(one) == "legacyDrawingHF" for one in sheet)


def _existing(parts: Parts, part: str) -> dict[str, tuple[str, list[Any]]]:
    """Address → author and runs of text, without what an earlier marking told."""
    found: dict[str, tuple[str, list[Any]]] = {}
    for related in parts.related(part, "comments"):
        root = parts.tree(related.target)
        authors = [one.text or "" for one in root.iter() if local(one) == "author"]
        for one in (one for one in root.iter() if local(one) == "comment"):
            number = int(one.get("authorId", "0"))
            author = authors[number] if number < len(authors) else ""
            runs = _kept(one)
            if author != AUTHOR and runs:
                found[one.get("ref", "A1").replace("$", "")] = (author, runs)
    return found


def _kept(one: Any) -> list[Any]:
    """The runs of a comment as they are, up to where an earlier marking goes on."""
    runs: list[Any] = []
    for text in (text for text in one if local(text) == "text"):
        for part in text:
            words = "".join(leaf.text or "" for leaf in part.iter() if local(leaf) == "t")
            if local(part) not in ("t", "r"):
                continue
            if _SEPARATOR in words:
                if rest := words.partition(_SEPARATOR)[0].rstrip():
                    runs.append(_run(rest))
                return runs
            runs.append(part if local(part) == "r" else _run(words))
    return runs


def _runs(lines: Sequence[Told]) -> list[Any]:
    runs: list[Any] = []
    for at, (word, text) in enumerate(lines):
        runs += [_run(f"{word}: ", bold=True), _run(text + ("\n" if at < len(lines) - 1 else ""))]
    return runs


def _run(text: str, *, bold: bool = False) -> Any:
    run = etree.Element(f"{{{MAIN}}}r")
    properties = etree.SubElement(run, f"{{{MAIN}}}rPr")
    if bold:
        etree.SubElement(properties, f"{{{MAIN}}}b")
    etree.SubElement(properties, f"{{{MAIN}}}sz", val="10")
    etree.SubElement(properties, f"{{{MAIN}}}color", indexed="81")
    etree.SubElement(properties, f"{{{MAIN}}}rFont", val="Tahoma")
    leaf = etree.SubElement(run, f"{{{MAIN}}}t")
    leaf.text = plain_text(text)
    leaf.set(_SPACE, "preserve")
    return run


def _comments(comments: Mapping[str, tuple[str, list[Any]]]) -> Any:
    root = etree.Element(f"{{{MAIN}}}comments", nsmap={None: MAIN})
    authors = list(dict.fromkeys(author for author, _ in comments.values()))
    named = etree.SubElement(root, f"{{{MAIN}}}authors")
    for author in authors:
        etree.SubElement(named, f"{{{MAIN}}}author").text = author
    listed = etree.SubElement(root, f"{{{MAIN}}}commentList")
    for address, (author, runs) in comments.items():
        one = etree.SubElement(listed, f"{{{MAIN}}}comment", ref=address, authorId=str(authors.index(author)))
        etree.SubElement(one, f"{{{MAIN}}}text").extend(runs)
    return root


def _drawing(comments: Mapping[str, tuple[str, list[Any]]]) -> bytes:
    """The boxes of the comments, each large enough for its text."""
    shapes = []
    for number, (address, (_, runs)) in enumerate(comments.items(), start=1025):
        text = "".join(leaf.text or "" for run in runs for leaf in run.iter() if local(leaf) == "t")
        lines = sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))
        height = _LINE_HEIGHT * (min(lines, _MOST_LINES) + 1)
        row, column = coordinate_to_tuple(address)
        shapes.append(
            f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;'
            f'margin-top:1.5pt;width:{_WIDTH}px;height:{height}px;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
            'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/>'
            '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData>"
            "</v:shape>"
        )
    blocks = ",".join(str(block) for block in range(1, 2 + len(comments) // 1024))
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
        f'<o:idmap v:ext="edit" data="{escape(blocks)}"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
        '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{''.join(shapes)}</xml>"
    ).encode()
