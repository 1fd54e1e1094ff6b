"""A region's own template: its master stays, its slides go, and a file that is none is refused in clear Finnish."""

import re
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from components.exports.powerpoint import TemplateError, powerpoint
from components.exports.powerpoint.geometry import Box
from components.exports.powerpoint.template import MAX_BYTES
from data.views.facts import Fact
from data.views.slides import Slide, SlideTable
from tests.builders import decks
from tests.builders.decks import box, deck, made, opened, parts, texts
from tests.builders.powerpoint_templates import (
    SECRET,
    TITLE_AND_CONTENT,
    TITLE_ONLY,
    TITLE_SLIDE,
    TWO_CONTENT,
    packed,
    region_template,
    repacked,
    saved,
    wide,
    with_logo,
)
from tests.builders.spreadsheets import book

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN_TYPE = b"openxmlformats-officedocument.presentationml.presentation.main+xml"
TABLE = SlideTable(headings=("A", "B", "C", "D"), rows=(("x", "y", "z", "å"),) * 9)


def slides() -> tuple[Slide, ...]:
    """One of each: every kind of chart, a table and a number, all with facts and a long title."""
    found = {type(chart): chart for chart in decks.charts()}
    title = "Kiireellisesti sijoitettujen lasten osuus laski vuodesta 2019, mutta tavoite jäi kauas; " * 2
    facts = (Fact(label="Lähtötila", text="22 % (2019)"), Fact(label="Tavoite", text="10 %"))
    views = [{"chart": chart} for chart in found.values()]
    views += [{"table": TABLE}, {"number": Fact(label="Seuranta 2021", text="12 %")}]
    return tuple(
        Slide(subject="1 Saatavuus · Kymenlaakso", title=title, facts=facts, source_note="Raportti, rivi 1", **view)
        for view in views
    )


def without_layouts(presentation: Any, *kept: int) -> Any:
    for at, layout in enumerate(list(presentation.slide_layouts)):
        if at not in kept:
            presentation.slide_layouts.remove(layout)
    return presentation


def without(presentation: Any, *kinds: str) -> Any:
    """The presentation with these kinds of placeholders taken from its layouts."""
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.element.xpath(".//p:ph/@type")[:1] in [[kind] for kind in kinds]:
                layout.shapes._spTree.remove(shape._element)
    return presentation


TEMPLATES = {
    "a region's own": region_template,
    "4:3": Presentation,
    "no title only": lambda: without_layouts(wide(), TITLE_SLIDE, TITLE_AND_CONTENT),
    "two places for content": lambda: without_layouts(wide(), TITLE_SLIDE, TWO_CONTENT),
    "no title slide": lambda: without_layouts(wide(), TITLE_ONLY),
    "no footers": lambda: without(wide(), "ftr", "sldNum", "dt"),
    "a band at the left": lambda: with_logo(wide(), 0, 1.5, 2, 6),
    "a logo in the middle of the bottom": lambda: with_logo(wide(), 5.5, 6.0, 2, 1.4),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_on_any_template_everything_is_on_the_slide_and_apart_from_all_else(name: str) -> None:
    template = saved(TEMPLATES[name]())
    presentation = made(*slides(), template=template)
    page = Box(0, 0, presentation.slide_width, presentation.slide_height)
    assert len(presentation.slides) > len(slides())
    for slide in list(presentation.slides)[1:]:
        found = [box(shape) for shape in slide.shapes]
        own = [box(shape) for shape in slide.slide_layout.placeholders if not _is_content(shape)]
        drawn = [box(shape) for shape in slide.slide_layout.slide_master.shapes if not shape.is_placeholder]
        ours = [box(shape) for shape in slide.shapes if not shape.is_placeholder]
        assert all(page.holds(one) for one in found)
        assert not any(first.meets(other) for first, other in combinations(found, 2))
        assert not any(one.meets(other) for one in ours for other in own + drawn)


def _is_content(shape: Any) -> bool:
    """The place for content, which what is drawn takes; its kind is not said in the file."""
    return not shape.element.xpath(".//p:ph/@type")


def test_the_master_the_theme_and_the_size_stay() -> None:
    template = saved(region_template())
    before, after = parts(template), parts(powerpoint(deck(*slides()), template=template))
    kept = ("ppt/theme/theme1.xml", "ppt/slideLayouts/slideLayout6.xml")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert b"FFF7E6" in after["ppt/slideMasters/slideMaster1.xml"]
    presentation = made(template=template)
    assert presentation.slide_width == Inches(13.333)
    assert len(presentation.slide_layouts) == 11


def test_slides_stand_on_the_layouts_for_a_title_slide_and_for_a_title_alone() -> None:
    names = [slide.slide_layout.name for slide in made(*slides(), template=saved(region_template())).slides]
    assert names == ["Title Slide", *["Title Only"] * (len(names) - 1)]


def test_layouts_are_found_by_what_they_hold_and_not_by_their_names() -> None:
    presentation = wide()
    for number, layout in enumerate(presentation.slide_layouts):
        layout.name = f"Asettelu {number}"
    names = [slide.slide_layout.name for slide in made(*slides(), template=saved(presentation)).slides]
    assert set(names) == {"Asettelu 0", "Asettelu 5"}


def test_sample_slides_are_gone_with_all_that_spoke_of_them() -> None:
    template = saved(region_template())
    assert any(SECRET.encode() in part for part in parts(template).values())
    content = powerpoint(deck(Slide(subject="", title="Oma.", number=Fact(label="", text="5 %"))), template=template)
    found = parts(content)
    assert [name for name, part in found.items() if SECRET.encode() in part] == []
    assert sorted(name for name in found if re.fullmatch(r"ppt/slides/[^/]+", name)) == [
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
    ]
    assert not any(name.startswith(("ppt/charts", "ppt/embeddings")) for name in found)
    main = found["ppt/presentation.xml"]
    assert b"sectionLst" not in main and b"custShow" not in main
    assert b"hlinkClick" not in found["ppt/slideMasters/slideMaster1.xml"]
    assert "ppt/viewProps.xml" not in found


def test_every_relation_of_the_file_leads_to_a_part() -> None:
    content = powerpoint(deck(*slides()), template=saved(region_template()))
    found = parts(content)
    for name, part in found.items():
        if name.endswith(".rels") and "!" not in name:
            folder = name.split("_rels/")[0]
            for target in re.findall(rb'Target="([^"]+)"', part):
                path = target.decode()
                whole = path.lstrip("/") if path.startswith("/") else _joined(folder, path)
                assert whole in found, (name, path)


def _joined(folder: str, path: str) -> str:
    found = folder.rstrip("/").split("/") if folder else []
    for step in path.split("/"):
        found = found[:-1] if step == ".." else [*found, step]
    return "/".join(found)


def test_a_template_without_footers_still_gets_version_and_number() -> None:
    page = made(*slides()[:1], template=saved(TEMPLATES["no footers"]())).slides[1]
    told = "\n".join(texts(page))
    assert "Raportti, rivi 1" in told
    assert "versio 3" in told
    assert page._element.xpath(".//a:fld[@type='slidenum']")


def test_using_a_template_twice_is_using_it_once() -> None:
    once = powerpoint(deck(*slides()), template=saved(region_template()))
    twice = powerpoint(deck(*slides()), template=once)
    assert len(opened(twice).slides) == len(opened(once).slides)
    assert sorted(parts(twice)) == sorted(parts(once))


# Refused


def refusal(content: bytes) -> str:
    with pytest.raises(TemplateError) as error:
        powerpoint(deck(), template=content)
    return str(error.value)


def test_what_is_no_presentation_is_refused() -> None:
    assert "ei ole PowerPoint-esitys" in refusal(b"")
    assert "ei ole PowerPoint-esitys" in refusal(b"%PDF-1.7")
    assert "ei ole PowerPoint-esitys" in refusal(book(["A"]))
    assert "salasanalla" in refusal(OLE2 + b"\0" * 600)
    assert "vioittunut" in refusal(b"PK\x03\x04" + b"x" * 200)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_template_is_refused(share: float) -> None:
    content = saved(wide())
    assert "vioittunut" in refusal(content[: int(len(content) * share)])


def test_changed_bytes_are_refused_or_read_but_never_break() -> None:
    content = saved(wide())
    for place in range(0, len(content), 499):
        changed = content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :]
        try:
            powerpoint(deck(), template=changed)
        except TemplateError as error:
            assert str(error).startswith("Pohja")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (b"ms-powerpoint.presentation.macroEnabled.main+xml", "makroja"),
        (b"ms-powerpoint.template.macroEnabled.main+xml", "makroja"),
        (b"openxmlformats-officedocument.presentationml.template.main+xml", ".potx"),
        (b"openxmlformats-officedocument.presentationml.slideshow.main+xml", "ei ole PowerPoint-esitys"),
    ],
)
def test_other_kinds_of_presentations_are_refused(kind: bytes, told: str) -> None:
    content = repacked(saved(wide()), "[Content_Types].xml", lambda part: part.replace(MAIN_TYPE, kind))
    assert told in refusal(content)


@pytest.mark.parametrize("part", ["ppt/vbaProject.bin", "ppt/activeX/activeX1.xml"])
def test_macros_and_controls_are_refused(part: str) -> None:
    assert "makroja" in refusal(repacked(saved(wide()), part, lambda _: b"<x/>"))


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    bomb = {"ppt/presentation.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}
    assert "liian suuri" in refusal(packed(**bomb, **{"ppt/media/image1.png": b"0" * 20_000_000}))
    assert "liian suuri" in refusal(packed(**bomb, **{f"ppt/{n}.bin": b"" for n in range(6000)}))
    assert "liian suuri" in refusal(b"PK" + b"0" * MAX_BYTES)


@pytest.mark.parametrize("part", ["ppt/presentation.xml", "ppt/theme/theme1.xml", "_rels/.rels", "docProps/core.xml"])
def test_entities_are_refused_in_every_part(part: str) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(content: bytes) -> bytes:
        head, end, rest = content.partition(b"?>")
        return head + end + laughs + rest

    assert "haitata" in refusal(repacked(saved(wide()), part, change))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.com/seuranta.png"),
        ("oleObject", "file:///etc/passwd"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "javascript:alert(1)"),
        ("attachedTemplate", "https://example.com/pohja.potx"),
    ],
)
@pytest.mark.parametrize("part", ["ppt/slideMasters/_rels/slideMaster1.xml.rels", "ppt/_rels/presentation.xml.rels"])
def test_content_from_outside_is_refused(kind: str, target: str, part: str) -> None:
    told = refusal(repacked(saved(wide()), part, lambda content: _linked(content, kind, target)))
    assert "ulkopuolelta" in told
    assert target in told


def _linked(content: bytes, kind: str, target: str) -> bytes:
    relation = (
        f'<Relationship Id="rId99" Target="{target}" TargetMode="External" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    )
    return content.replace(b"</Relationships>", relation.encode() + b"</Relationships>")


def test_a_link_that_a_reader_may_press_is_allowed() -> None:
    part = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    content = repacked(saved(wide()), part, lambda content: _linked(content, "hyperlink", "https://www.kymenhva.fi"))
    assert len(made(template=content).slides) == 1


def test_a_template_without_a_layout_for_a_view_says_which_one_to_add() -> None:
    assert "Vain otsikko" in refusal(saved(without_layouts(wide(), TITLE_SLIDE)))
    assert "Vain otsikko" in refusal(saved(without_layouts(wide())))


def test_a_layout_whose_room_is_taken_is_not_used() -> None:
    presentation = wide()
    for left in (0, 4.5, 9):
        with_logo(presentation, left, 1.6, 4.3, 4.7)
    assert "Vain otsikko" in refusal(saved(presentation))
