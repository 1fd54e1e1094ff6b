"""The workbook, opened again: sheets, numbers with formats, native charts, and the way back without a difference."""

import io
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from components.exports.excel_sheets import number_format, sheet_name
from data.model import Observation, Period
from data.views.card import cards
from loaders.check import Checked, check
from loaders.compare import compare
from loaders.findings import Severity
from loaders.layouts.table_finder import FOR_READERS
from tests.builders import catalogue, indicator, observation, process_goal, year
from tests.builders.documents import (
    EXAMPLE_NAME,
    REGIONS,
    TODAY,
    Material,
    excel_file,
    excel_of,
    material,
    parts,
)

READING = ["Sisältö", "Tilat ja lauseet", "Kaaviot", "Mittarikortit", "Lähteet"]


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def rows(sheet: Any, top: int = 1) -> list[dict[str, Any]]:
    """The rows of a sheet by their headings, as cells."""
    names = [cell.value for cell in sheet[top]]
    return [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=top + 1)]


def again(content: bytes, given: Material, current: tuple[Observation, ...] = ()) -> Checked:
    return check(content, "vienti.xlsx", given.catalogue, today=TODAY, current=current)


# The way back


@pytest.mark.parametrize("name", [*REGIONS, EXAMPLE_NAME])
def test_uploaded_again_it_changes_nothing(name: str) -> None:
    known = material(name)
    read = again(excel_file(name), known, known.observations)
    assert {finding.code for finding in read.findings} <= {"tunnistettu", "lukijan-taulukko"}
    assert all(finding.severity is Severity.TELLS for finding in read.findings)
    assert set(read.observations) == set(known.observations)
    assert len(read.observations) == len(known.observations)
    assert set(read.process_goals) == set(known.process_goals)
    compared, compared_goals = (
        compare(read.observations, known.observations),
        compare(read.process_goals, known.process_goals),
    )
    assert compared.is_empty and compared_goals.is_empty and not compared.missing and not compared_goals.missing


def test_the_sheets_for_readers_are_told_and_not_read() -> None:
    read = again(excel_file("Kymenlaakso"), material("Kymenlaakso"))
    assert [one.sheet for one in read.findings if one.code == "lukijan-taulukko"] == READING


def test_a_mended_number_comes_back_as_one_change() -> None:
    known = material("Kymenlaakso")
    book = opened(excel_file("Kymenlaakso"))
    cell = next(row["Arvo"] for row in rows(book["2 Ehkäisevä työ"]) if row["Arvo"].value == 12.4)
    cell.value = 12.6
    file = io.BytesIO()
    book.save(file)
    compared = compare(again(file.getvalue(), known).observations, known.observations)
    ((old, new),) = compared.changed
    assert (old.value, new.value) == (12.4, 12.6) and not compared.new


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(lambda text: " ".join(text.split()))
VALUES = st.integers(-(10**9), 10**9).map(lambda number: number / 1000)


@settings(max_examples=25)
@given(value=VALUES, note=TEXTS, printed=TEXTS, n=st.none() | st.integers(5, 10**6))
def test_any_number_and_note_come_back(value: float, note: str, printed: str, n: int | None) -> None:
    known = catalogue(indicator(unit="pistettä"))
    one = observation(value, unit="pistettä", note=note, n=n)
    one = one.model_copy(update={"place": one.place.model_copy(update={"as_printed": printed})})
    read = again(excel_of(Material(known, (one,), (), ("Kymenlaakso",))), Material(known, (one,), (), ()))
    assert compare(read.observations, [one]).is_empty


def test_an_indicator_whose_name_means_several_goes_by_its_id() -> None:
    known = catalogue(indicator("a", name="Sama"), indicator("b", name="Sama"), indicator("c", name="Oma"))
    made = tuple(observation(value, indicator=name) for name, value in (("a", 1.0), ("b", 2.0), ("c", 3.0)))
    given = Material(known, made, (), ("Kymenlaakso",))
    content = excel_of(given)
    assert [row["Mittari"].value for row in rows(opened(content)["1 Saatavuus ja jatkuvuus"])] == ["a", "b", "Oma"]
    assert set(again(content, given).observations) == set(made)


# What a person sees


def test_there_is_a_sheet_for_each_goal_and_those_for_readers() -> None:
    assert opened(excel_file("Kymenlaakso")).sheetnames == [
        "Sisältö", "1 Saatavuus ja jatkuvuus", "2 Ehkäisevä työ", "3 Laatu ja vaikuttavuus", "4 Monialaisuus",
        "5 Kustannukset", "Ei hyötytavoitetta", "Prosessitavoitteet", "Tilat ja lauseet", "Kaaviot", "Mittarikortit",
        "Lähteet",
    ]  # fmt: skip
    chosen = opened(excel_of(material("Kymenlaakso"), goals=[2])).sheetnames
    assert [name for name in chosen if name[0].isdecimal()] == ["2 Ehkäisevä työ"]


def test_numbers_are_numbers_with_their_units_and_dates_are_dates() -> None:
    sheet = opened(excel_file("Kymenlaakso"))["2 Ehkäisevä työ"]
    share = next(row for row in rows(sheet) if row["Arvo"].value == 12.4)
    assert (share["Arvo"].number_format, share["Yksikkö"].value) == ('#,##0.0" %"', "%")
    assert share["Jakso"].value == "kevät 2021" and share["Rooli"].value == "seuranta"
    assert share["Alku"].value.date() == date(2021, 1, 1) and share["Alku"].number_format == "d.m.yyyy"
    assert share["Lähde"].value == "kymenlaakso-2021" and isinstance(share["Rivi"].value, int)
    days = next(row for row in rows(sheet) if row["Arvo"].value == 24)
    assert days["Arvo"].number_format == '#,##0" pv"'
    missing = next(row for row in rows(sheet) if row["Puuttuu"].value)
    assert missing["Arvo"].value is None


@pytest.mark.parametrize("region", REGIONS)
def test_every_table_has_a_frozen_heading_row_and_filters(region: str) -> None:
    book = opened(excel_file(region))
    for sheet in book.worksheets:
        if sheet.title in ("Sisältö", "Kaaviot"):
            continue
        top = 2 if sheet.title in READING else 1
        assert sheet.freeze_panes == f"B{top + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{top}:")
        assert all(cell.font.bold for cell in sheet[top])
        assert (sheet["A1"].value == FOR_READERS) == (sheet.title in READING)


def test_the_properties_say_what_the_file_is() -> None:
    properties = opened(excel_file("Keski-Uusimaa")).properties
    assert properties.title == "Seurantatiedot, Keski-Uusimaa (Keusote)"
    assert properties.subject == "Versio 3, julkaistu 1.2.2026"


@pytest.mark.parametrize("region", REGIONS)
def test_statuses_and_sentences_are_those_of_the_cards(region: str) -> None:
    known = material(region)
    expected = {
        (card.name, card.status.value, card.headline.text or None, card.sentence)
        for card in cards(known.catalogue, known.observations, TODAY)
    }
    told = rows(opened(excel_file(region))["Tilat ja lauseet"], top=2)
    assert {
        (row["Mittari"].value, row["Tila"].value, row["Luku tai kuvaus"].value, row["Lause"].value) for row in told
    } == expected
    assert all(row["Näin tila laskettiin"].value.startswith("Sääntö: ") for row in told)


@pytest.mark.parametrize("region", REGIONS)
def test_every_indicator_has_its_definition_and_the_source_is_told(region: str) -> None:
    known, book = material(region), opened(excel_file(region))
    ids = {row["Tunnus"].value for row in rows(book["Mittarikortit"], top=2)}
    assert ids == {one.id for one in known.catalogue.indicators if one.region == region}
    (source,) = rows(book["Lähteet"], top=2)
    assert source["Lähde"].value == next(s.title for s in known.catalogue.sources if s.region == region)


# Charts


@pytest.mark.parametrize("name", [*REGIONS, EXAMPLE_NAME])
def test_every_chart_of_the_cards_is_a_chart_of_cells_that_hold_its_values(name: str) -> None:
    known = material(name)
    drawn = [
        chart
        for card in cards(known.catalogue, known.observations, TODAY)
        for chart in (card.time_chart, card.bar_chart)
        if chart
    ]
    book, package = opened(excel_file(name)), parts(excel_file(name))
    charts = [text for part, text in package.items() if re.fullmatch(r"xl/charts/chart\d+\.xml", part)]
    assert len(charts) == len(drawn)
    if not drawn:
        assert "Kaaviot" not in book.sheetnames
        return
    sheet = book["Kaaviot"]
    values = []
    for text in charts:
        first = re.search(r"<c:(?:yVal|val)>.*?<c:f>Kaaviot!([^<]+)</c:f>", text, re.DOTALL)
        assert first is not None
        cells = sheet[first[1].replace("$", "")]
        values.append(tuple(row[0].value for row in cells))
    expected = [
        tuple(p.value for p in chart.points) if hasattr(chart, "points") else tuple(bar.value for bar in chart.bars)
        for chart in drawn
    ]
    assert sorted(values, key=str) == sorted(expected, key=str)
    drawing = next(text for part, text in package.items() if part.startswith("xl/drawings/drawing"))
    assert drawing.count("descr=") == len(drawn)


@pytest.mark.parametrize("is_joined", [False, True])
def test_points_are_joined_only_where_the_evidence_allows_it(is_joined: bool) -> None:
    further = [observation(10.0, role="seuranta", period=year(2022))] if is_joined else []
    values = (observation(22.0), observation(12.4, role="seuranta", period=year(2021)), *further)
    file = excel_of(Material(catalogue(indicator()), values, (), ("Kymenlaakso",)))
    (chart,) = [text for part, text in parts(file).items() if re.fullmatch(r"xl/charts/chart\d+\.xml", part)]
    own_line = re.search(r"<c:ser>.*?<a:ln\b.*?</a:ln>", chart, re.DOTALL)
    assert own_line is not None
    assert ("<a:noFill/>" in own_line[0]) is not is_joined


def test_a_series_has_its_baseline_and_target_beside_it() -> None:
    known = catalogue(indicator(name="Osuus"))
    made = (
        observation(22.0), observation(12.4, role="seuranta", period=year(2021)),
        observation(10.0, role="tavoite", period=year(2023)),
    )  # fmt: skip
    sheet = opened(excel_of(Material(known, made, (), ("Kymenlaakso",))))["Kaaviot"]
    block = [[cell.value for cell in row] for row in sheet["C4:H6"]]
    plain = [[str(value).replace("\u00a0", " ") for value in row] for row in block]
    assert plain == [
        ["Jakso", "Päivä", "Arvo", "Arvo sanoin", "lähtötila 22 % (2019)", "tavoite 10 % (2023)"],
        ["2019", "2019-12-31 00:00:00", "22", "22 % (2019)", "22", "10"],
        ["2021", "2021-12-31 00:00:00", "12.4", "12,4 % (2021)", "22", "10"],
    ]


# Text stays text


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "@SUM(A1)", "-2+3", "https://esimerkki.fi", "{=1}", "'=1"])
def test_text_that_looks_like_a_formula_or_a_link_is_neither(text: str) -> None:
    known = catalogue(indicator(name=text))
    given = Material(known, (observation(1.0, note=text),), (process_goal(title=text),), ("Kymenlaakso",))
    content = excel_of(given)
    book = opened(content)
    (row,) = rows(book["1 Saatavuus ja jatkuvuus"])
    (goal,) = rows(book["Prosessitavoitteet"])
    assert (row["Huomautus"].value, row["Huomautus"].data_type, row["Huomautus"].hyperlink) == (text, "s", None)
    assert (goal["Prosessitavoite"].value, goal["Prosessitavoite"].data_type) == (text, "s")
    sheets = [body for part, body in parts(content).items() if part.startswith("xl/worksheets/")]
    assert sheets and not any("<f>" in body for body in sheets)
    assert not any(
        part.startswith("xl/worksheets/_rels/") and "esimerkki.fi" in body for part, body in parts(content).items()
    )


def test_control_characters_are_left_out_and_the_file_opens() -> None:
    hostile = "a\x00\x01\x0b\x1f\ud800\ufffeb"
    known = catalogue(indicator(name=hostile, unit='"\x01%;'))
    made = observation(1.5, note=hostile, unit='"\x01%;', group=hostile, period=Period(label=hostile))
    book = opened(excel_of(Material(known, (made,), (process_goal(title=hostile),), ("Kymenlaakso",))))
    (row,) = rows(book["1 Saatavuus ja jatkuvuus"])
    assert (row["Huomautus"].value, row["Arvo"].value) == ("ab", 1.5)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (12.4, "%", '#,##0.0" %"'), (15280.0, "kpl", '#,##0" kpl"'), (0.0, "", "#,##0"),
        (-45.25, "€/lapsi", '#,##0.00" €/lapsi"'), (1.0, 'x"; y', "#,##0"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_decimals_and_unit_in_its_format(value: float, unit: str, expected: str) -> None:
    assert number_format(value, unit) == expected


def test_a_sheet_is_named_as_excel_allows() -> None:
    assert sheet_name("1 A/B: [c]*?\\" + "x" * 40) == "1 A B   c    " + "x" * 18
