"""What people have written and files have brought is drawn letter by letter on every page: never as Markdown."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from google.protobuf.message import Message
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from components.exports.__main__ import main
from components.process_goals.view_choice import VIEWS
from data.store import Store
from tests.hostile_texts import FORMULA, GOALS, INDICATORS, LIVE, REGION, fill, hostile
from tests.pages.opening import PAGES, open_page, sound, store_in

# Streamlit draws these letter by letter, and tables and links by themselves; everything else may be Markdown.
LETTERS = {
    "plotly_chart.alt",
    "dataframe.alt",
    "selectbox.options",
    "selectbox.raw_value",
    "multiselect.options",
    "text_input.default",
    "text_input.value",
    "text_area.default",
    "text_area.value",
    "code.code_text",
}
NAMES_OF_ELEMENTS = ("id", "form_id", "query_string")
ITEMS = [
    *(f"mittari:{REGION}:{identity}" for identity in INDICATORS),
    f"tavoite:1:{REGION}",
    f"vertailu:kaikki:{REGION},Keusote",
    f"prosessitavoitteet:kaikki:{REGION}",
    f"tietovajeet:{REGION}",
    f"muutokset:1:{REGION}",
    f"muutokset:2:{REGION}",
]
VISITS: list[tuple[str, dict[str, Any]]] = [
    *((page, {}) for page in PAGES),
    *((page, {"versio": "2", "alue": REGION}) for page in PAGES),
    *(("hyotytavoitteet", {"tavoite": number, "alue": REGION}) for number in "12"),
    *(("mittari", {"alue": REGION, "mittari": identity}) for identity in INDICATORS),
    *(("prosessitavoitteet", {"nakyma": view, "alue": REGION}) for view in VIEWS),
    *(("prosessitavoitteet", {"prosessitavoite": identity, "alue": REGION}) for identity in GOALS),
    ("prosessitavoitteet", {"rivit": "tyopaketti"}),
    ("ohjausryhma", {"kohta": ITEMS}),
    ("ohjausryhma", {"esitys": "paha"}),
    ("ohjausryhma", {"nayta": "tuloste", "alue": REGION}),
]
# A link of a figure to a page of the product: its path and the values of its query are ours or escaped.
OWN_LINK = re.compile(r'<a href="mittari\?[^"<>]*" target="_self" style="[^"<>]*">')
KEYS = ("alue", "tavoite", "mittari", "versio", "kohta", "esitys", "nakyma", "rajaus", "teema", "tyopaketti", "rivit")
KEYS += ("prosessitavoite", "nayta", "dia", "aineisto", "jakso", "muu")
SHOWN = {
    *("Publication.note", "Publication.author", "File.file_name", "SavedAgenda.name", "SavedAgenda.author"),
    *("Indicator.name", "Indicator.unit", "Indicator.definition", "Indicator.limits", "Indicator.owner"),
    *("Observation.unit", "Observation.group", "Observation.words", "Observation.note"),
    *("ProcessGoal.title", "ProcessGoal.wording", "ProcessGoal.continues", "ProcessGoal.continues_with"),
    *("ProcessGoal.work_package", "ProcessGoal.note", "Period.label", "Place.source", "Place.sheet", "Place.cell"),
}


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_in(tmp_path_factory.mktemp("hostile")) as store:
        fill(store)
        yield store


def texts(app: AppTest) -> Iterator[tuple[str, str]]:
    """Every text that the server sends of a page, with the kind and field of its element."""
    for node in _nodes(app._tree):
        proto = getattr(node, "proto", None)
        if node.type in ("table", "dataframe"):
            frame: pd.DataFrame = node.value
            yield from ((node.type, str(cell)) for cell in [*frame.columns, *frame.to_numpy().ravel()])
        elif isinstance(proto, Message):
            yield from _fields(proto, node.type)


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def _fields(message: Message, where: str) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        for part in value if field.is_repeated else [value]:
            if isinstance(part, str):
                yield f"{where}.{field.name}", part
            elif isinstance(part, Message):
                yield from _fields(part, f"{where}.{field.name}")


def live(app: AppTest) -> set[tuple[str, str]]:
    """Where a page would draw markup of the payload, with what stands there."""
    return {(where, hit) for where, text in texts(app) if where not in LETTERS for hit in _live(where, text)}


def _live(where: str, text: str) -> Iterator[str]:
    if where == "dataframe" or where.rpartition(".")[2] in NAMES_OF_ELEMENTS:
        return
    if where == "plotly_chart.spec":  # knows tags and no Markdown
        drawn = OWN_LINK.sub("", " ".join(_leaves(json.loads(text))))
        yield from re.findall(r"<(?:img|a)\b[^>]*paha.{20}", drawn)
    elif hit := LIVE.search(text):
        yield text[max(0, hit.start() - 60) : hit.end() + 20]


def _leaves(figure: Any) -> Iterator[str]:
    if isinstance(figure, str):
        yield figure
    elif isinstance(figure, (list, dict)):
        for part in figure.values() if isinstance(figure, dict) else figure:
            yield from _leaves(part)


def test_nothing_that_is_stored_is_markup_on_any_page() -> None:
    markup, seen = {}, set()
    for page, query in VISITS:
        app = open_page(page, **query)
        markup[page, str(query)] = live(app)
        seen |= {tag for _, text in texts(app) for tag in re.findall(r"[A-Z]\w+\.\w+", text.replace("\\", ""))}
    assert {visit: hits for visit, hits in markup.items() if hits} == {}
    assert SHOWN - seen == set()  # the pages have shown what this is about


def test_nothing_that_is_stored_is_markup_on_any_slide() -> None:
    links = [link.proto.label for link in open_page("ohjausryhma", kohta=ITEMS).get("page_link")]
    slides = [label.removeprefix("Esitä dia ") for label in links if label.startswith("Esitä dia ")]
    markup = {slide: live(open_page("ohjausryhma", kohta=ITEMS, nayta="esitys", dia=slide)) for slide in ["1", *slides]}
    assert len(slides) > len(ITEMS)
    assert {slide: hits for slide, hits in markup.items() if hits} == {}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_a_link_says_is_markup(page: str) -> None:
    assert live(open_page(page, **{key: hostile(key) for key in KEYS})) == set()
    for key in KEYS:
        assert live(open_page(page, **{key: hostile(key)})) == set(), key


def _file(*rows: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


HEADINGS = ("Alue", "Mittari", "Ryhmä", "Jakso", "Rooli", "Arvo", "Yksikkö", "Huomautus")
FILES = {
    "unknown headings": _file(*(tuple(hostile(f"{row}-{column}") for column in "abc") for row in range(3))),
    "hostile cells": _file(HEADINGS, tuple(map(hostile, HEADINGS))),
    "hostile region": _file(HEADINGS, (hostile("a"), INDICATORS[0], "", "2024", "seuranta", "5", "%", hostile("n"))),
    "new values": _file(
        HEADINGS, (REGION, INDICATORS[0], hostile("ryhmä"), "2024", "seuranta", "5", hostile("b"), hostile("n"))
    ),
    "new words": _file(HEADINGS, (REGION, hostile("uusi"), "", "2024", "seuranta", "5", "%", hostile("n"))),
    "words of one's own": _file(("Asia", "Kausi", "Lkm"), ("Omat **paha** asiakkaat", "4/2026", "13")),
    "no table": hostile("teksti").encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_a_file_that_is_checked_is_markup(name: str) -> None:
    app = open_page("lataus")
    sound(app.file_uploader[0].upload(f"{hostile('nimi').replace('/', '-')}.csv", FILES[name]).run())
    assert live(app) == set()
    assert len(app.error) + len(app.warning) + len(app.info) + len(app.metric) > 0


def test_nothing_of_a_new_indicator_its_publication_and_an_undoing_is_markup() -> None:
    app = open_page("lataus")
    sound(app.file_uploader[0].upload("oma.csv", FILES["new words"]).run())
    (question,) = [box for box in app.selectbox if str(box.key).startswith("answer-mittari-")]
    question.set_value("uusi mittari")
    sound(app.button(key="FormSubmitter:answers-Tarkista näillä vastauksilla").click().run())
    assert live(app) == set()
    (name,) = [box for box in app.text_input if str(box.key).startswith("new-name-")]
    name.set_value(hostile("nimi")[:200])
    (create,) = [button for button in app.button if "Luo mittari" in button.label]
    sound(create.click().run())
    assert live(app) == set()
    app.text_input[0].set_value("**paha**")
    for area in app.text_area:
        area.set_value(hostile("huomautus")[:1000])
    sound(app.button(key="FormSubmitter:publish-Julkaise").click().run())
    assert live(app) == set()
    assert "Julkaistu versiona 4." in [box.value for box in app.success]
    sound(app.button(key="undo-4").click().run())
    assert live(app) == set()


def test_process_goals_are_edited_as_letters() -> None:
    app = open_page("lataus")
    sound(app.segmented_control(key="upload_source").set_value("Prosessitavoitteet sivulla").run())
    sound(app.selectbox(key="goals_region").set_value(REGION).run())
    assert live(app) == set()


@pytest.mark.parametrize("kind", ["csv", "docx", "pptx", "xlsx"])
def test_nothing_that_is_stored_is_a_formula_a_field_or_a_link_in_a_file(kind: str, tmp_path: Path) -> None:
    out = tmp_path / f"viety.{kind}"
    assert main([kind, *([] if kind == "csv" else ["--alue", REGION]), "--out", str(out)]) == 0
    if kind == "csv":
        cells = [cell for row in csv.reader(io.StringIO(out.read_text()), delimiter=";") for cell in row]
        assert any(FORMULA in cell for cell in cells)
        assert [cell for cell in cells if cell.startswith(FORMULA[0])] == []
        return
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name).decode(errors="replace") for name in package.namelist()}
    assert any("paha.example" in part for part in parts.values())
    assert [name for name, part in parts.items() if re.search(r"TargetMode=.External", part)] == []
    active = re.compile(r"<(?:\w+:)?(?:f|instrText|fldSimple|hlinkClick)\b[^>]*>[^<]*cmd")
    assert [name for name, part in parts.items() if active.search(part)] == []
    if kind == "xlsx":
        cells = [cell for sheet in load_workbook(out) for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
