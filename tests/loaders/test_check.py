"""The whole way from bytes to records and findings, and what holds for every file."""

import csv
import io
import random
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import data
from components.exports.record_rows import export_csv
from data.catalogue import load_catalogue
from data.model import Observation
from loaders.check import Checked, check
from loaders.compare import compare
from loaders.findings import Severity, Unreadable
from tests.builders.spreadsheets import CATALOGUE, TODAY, book, catalogue, checked, codes, lines, only

FOLDER = Path(data.__path__[0]) / "seurantatiedot"
SHIPPED = sorted(FOLDER.rglob("*.csv"))


# Against the catalogue


def test_a_file_without_a_region_stops_once() -> None:
    result = checked(lines("mittari;jakso;arvo", "Käynnit;2021;5", "Käynnit;2022;6"), region="")
    assert codes(result).count("alue-puuttuu") == 1 and result.stops
    assert [one.region for one in result.observations] == ["", ""]


def test_an_unknown_region_stops_once_for_each_name() -> None:
    rows = ("Kymi;Käynnit;2021;5", "Kymi;Käynnit;2022;5", "Savo;Käynnit;2021;5", "keusote;Jonotusaika;2021;5")
    result = checked(lines("alue;mittari;jakso;arvo", *rows), region="")
    assert [finding.actual for finding in result.findings if finding.code == "tuntematon-alue"] == ["Kymi", "Savo"]
    assert result.observations[3].region == "Keski-Uusimaa"


def test_a_chosen_region_fills_only_what_the_file_leaves_open() -> None:
    result = checked(lines("alue;mittari;jakso;arvo", ";Käynnit;2021;5", "Keusote;Jonotusaika;2021;5"))
    assert [one.region for one in result.observations] == ["Kymenlaakso", "Keski-Uusimaa"]


def test_an_unknown_indicator_is_warned_of_once_and_kept() -> None:
    result = checked(lines("mittari;jakso;arvo", "Uusi  mittari;2021;5", "Uusi mittari;2022;6"))
    assert [one.indicator for one in result.observations] == ["Uusi mittari", "Uusi mittari"]
    assert "(havaintoja 2)" in only(result, "tuntematon-mittari").message and not result.stops


def test_the_indicator_of_another_region_is_warned_of() -> None:
    result = checked(lines("mittari;jakso;arvo", "jonot;2021;5"))
    assert only(result, "toisen-alueen-mittari").expected == "Keski-Uusimaa"


def test_an_indicator_is_found_by_id_name_alias_and_numbered_name() -> None:
    names = ("kaynnit", "käynnit", "Hoidossa", "1.1 - Kiireelliset sijoitukset", "1.1. Kiireelliset sijoitukset")
    result = checked(lines("mittari;jakso;arvo", *[f"{name};{2000 + i};5" for i, name in enumerate(names)]))
    assert [one.indicator for one in result.observations] == [
        "kaynnit", "kaynnit", "hoito", "sijoitukset", "sijoitukset",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Käynnit;2021;seuranta;%;5", "yksikkö-poikkeaa"),
        ("Kiireelliset sijoitukset;2021;seuranta;%;101", "osuus-rajojen-ulkona"),
        ("Kiireelliset sijoitukset;2021;seuranta;%;-1", "osuus-rajojen-ulkona"),
        ("Kiireelliset sijoitukset;2021;seuranta;%;99–101", "osuus-rajojen-ulkona"),
        ("Käynnit;12/2026;seuranta;käyntiä;5", "tuleva-jakso"),
        ("Käynnit;2027;lähtötila;käyntiä;5", "tuleva-jakso"),
        ("Uusi;2021;seuranta;porkkanaa;5", "tuntematon-yksikkö"),
    ],
)
def test_what_is_unlikely_is_warned_of(row: str, code: str) -> None:
    finding = only(checked(lines("mittari;jakso;rooli;yksikkö;arvo", row)), code)
    assert finding.severity is Severity.WARNS and finding.cell == "E2"


@pytest.mark.parametrize(
    "row",
    [
        "Käynnit;2027;tavoite;käyntiä;5",
        "Käynnit;11/2026;seuranta;käyntiä;5",
        "Käynnit;2027;seuranta;käyntiä;-",
        "Kiireelliset sijoitukset;2021;muutos;%;-13",
        "Käynnit;2021;muutos;%;13",
        "Kiireelliset sijoitukset;2021;seuranta;%;0",
        "Kiireelliset sijoitukset;2021;seuranta;%;100",
    ],
)
def test_what_is_likely_is_not(row: str) -> None:
    assert codes(checked(lines("mittari;jakso;rooli;yksikkö;arvo", row))) == ["tunnistettu"]


# Duplicates


def test_a_repetition_is_merged_and_told() -> None:
    result = checked(lines("mittari;jakso;arvo", "Käynnit;2021;5", "kaynnit;2021;5,0"))
    assert len(result.observations) == 1 and not result.stops
    assert only(result, "sama-tieto-kahdesti").expected == "rivi 2, solu C2"


def test_a_repetition_in_other_words_is_merged_too() -> None:
    """The one that tells more outright is kept, whichever comes first."""
    rows = ("Käynnit;1/2025;;5", "kaynnit;tammikuu 2025;seuranta;5 käyntiä")
    for order in (rows, rows[::-1]):
        result = checked(lines("mittari;jakso;rooli;arvo", *order))
        assert [(one.inferred, one.place.cell) for one in result.observations] == [((), "D2")]
        assert only(result, "sama-tieto-kahdesti").cell == "D3" and not result.stops


def test_a_contradiction_stops_and_shows_both_places() -> None:
    result = checked(lines("mittari;jakso;arvo", "Käynnit;2021;5", "kaynnit;2021;6"))
    finding = only(result, "sama-kohta-kahdesti")
    assert result.stops and finding.cell == "C3"
    assert finding.message == (
        "Rivi 3, solu C3: Sama tieto on tiedostossa kahdesti, mutta sisältö eroaa: tässä on 6 käyntiä, ja toisessa "
        "kohdassa (rivi 2, solu C2) on 5 käyntiä. Jätä vain oikea."
    )


def test_a_declared_contradiction_is_two_records() -> None:
    result = checked(lines("mittari;jakso;arvo;ristiriita", "Käynnit;2021;5;x:a", "Käynnit;2021;6;x:b"))
    assert len(result.observations) == 2 and not result.stops


def test_contradictions_between_process_goals_stop() -> None:
    result = checked(lines("Prosessitavoite;Status", "Malli;valmis", "Malli;kesken", "Toinen;kesken", "Toinen;kesken"))
    assert Counter(codes(result)) == {"tunnistettu": 1, "sama-kohta-kahdesti": 1, "sama-tieto-kahdesti": 1}


# The shipped files and the app's own export


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_has_a_record_for_each_row_and_nothing_stops_it(path: Path) -> None:
    result = check(path.read_bytes(), path.name, load_catalogue(), today=TODAY)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    records = [*result.observations, *result.process_goals]
    assert len(records) == len(rows) and not result.stops
    assert [(one.place.source, one.place.line) for one in records] == [(row["lähde"], int(row["rivi"])) for row in rows]
    assert {finding.code for finding in result.findings} <= {"tunnistettu", "jakso-puuttuu"}


def test_the_templates_of_kymenlaakso_load_from_a_workbook() -> None:
    path = FOLDER / "kymenlaakso-taulukot.xlsx"
    result = check(path.read_bytes(), path.name, load_catalogue(), region="Kymenlaakso", today=TODAY)
    assert not result.stops and set(codes(result)) == {"tunnistettu"}
    by_cell: dict[str, list[Observation]] = {}
    for one in result.observations:
        by_cell.setdefault(one.place.as_printed, []).append(one)
    assert [(one.value, one.unit) for one in by_cell["1 723 € (69%)"]] == [(1723, "€/lapsi"), (69, "%")]
    assert [(one.lower, one.upper) for one in by_cell["-30 - -45"]] == [(-45, -30)]
    assert [one.value for one in by_cell["1,493"]] == [1.493]


@pytest.mark.slow
def test_the_export_reads_back_as_the_same_records() -> None:
    shipped = load_catalogue()
    results = [check(path.read_bytes(), path.name, shipped, today=TODAY) for path in SHIPPED]
    observations = [one for result in results for one in result.observations]
    goals = [one for result in results for one in result.process_goals]
    exported = export_csv(shipped, observations, goals).encode()
    again = check(exported, "vienti.csv", shipped, today=TODAY)
    assert list(again.observations) == observations
    assert list(again.process_goals) == goals
    assert {finding.code for finding in again.findings} <= {"tunnistettu", "jakso-puuttuu"}


@pytest.mark.parametrize("value", [1.493, 1493.0, 0.5, -45.0, 1234567.891])
def test_one_exported_number_reads_back_though_its_column_tells_no_mark(value: float) -> None:
    (one,) = checked(lines("mittari;jakso;rooli;arvo", "Uusi;2021;seuranta;5")).observations
    exported = export_csv(CATALOGUE, [one.model_copy(update={"value": value})], []).encode()
    assert [again.value for again in checked(exported).observations] == [value]


# What holds for every file

CELLS = st.sampled_from(
    [
        "", "", "5", "12,5", "1.234", "1 723 € (69%)", "-", "..", "alle 5", "noin 20 %", "viisi", "2/3", "-30 - -45",
        "45 % (n=120)", "3/2021", "#N/A", "alle 25-vuotiaat",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    ["Käynnit", "1.1 - Kiireelliset sijoitukset", "5.1 - Perheiden kulut ja osuus", "Uusi", "Yhteensä", "* huom", ""]
)
LABELS = st.sampled_from(["2021", "kevät 2021", "1–6/2021", "3/2022", "maaliskuu 2022", "2022-03", "joskus", ""])
ROLES = st.sampled_from(["seuranta", "lähtötila", "tavoite", "", "mikä"])
LONG_ROWS = st.lists(st.tuples(NAMES, LABELS, ROLES, CELLS), max_size=8)
WIDE_ROWS = st.lists(st.tuples(NAMES, CELLS, CELLS, CELLS), max_size=8)
PLACES = st.sampled_from(["967", "887", "Kymenlaakson hyvinvointialue", "Koko maa", "Kotka", "6", ""])
GENDERS = st.sampled_from(["total", "naiset", "male", "outo", ""])
SOTKANET_ROWS = st.lists(st.tuples(NAMES, PLACES, LABELS, GENDERS, CELLS), max_size=8)
GOAL_ROWS = st.lists(
    st.tuples(st.sampled_from(["Malli", "Toinen", ""]), st.sampled_from(["valmis", "kesken", "outo", ""]), LABELS),
    max_size=8,
)


def rows_told(result: Checked) -> set[int]:
    """The rows of the file that became a record or a finding."""
    places = [record.place.cell for record in (*result.observations, *result.process_goals)]
    places += [finding.cell for finding in result.findings if finding.code != "tunnistettu"]
    return {int(found[0]) for place in places if (found := re.search(r"\d+", place))}


def contents(result: Checked) -> Counter[str]:
    """Records and findings without their places."""
    records = [record.model_dump_json(exclude={"place"}) for record in (*result.observations, *result.process_goals)]
    return Counter(records)


@pytest.mark.slow
@given(LONG_ROWS, st.booleans())
def test_every_row_of_a_long_table_is_told(rows: list[tuple[str, ...]], as_text: bool) -> None:
    table = [("mittari", "jakso", "rooli", "arvo"), *rows]
    result = checked(lines(*map(";".join, table)) if as_text else book(*table))
    assert rows_told(result) >= {number for number, row in enumerate(rows, start=2) if any(row)}


@pytest.mark.slow
@given(WIDE_ROWS)
def test_every_cell_of_a_table_by_periods_is_told(rows: list[tuple[str, ...]]) -> None:
    result = checked(book(("Mittari", "Lähtötila", "kevät 2021", "syksy 2021"), *rows))
    assert rows_told(result) >= {number for number, row in enumerate(rows, start=2) if any(row)}
    cells = {record.place.cell for record in result.observations} | {finding.cell for finding in result.findings}
    for number, row in enumerate(rows, start=2):
        if row[0] in ("Käynnit", "Uusi", "1.1 - Kiireelliset sijoitukset", "5.1 - Perheiden kulut ja osuus") and any(
            row[1:]
        ):
            assert cells >= {f"{column}{number}" for column in "BCD"}


@pytest.mark.slow
@given(WIDE_ROWS)
def test_every_cell_of_a_table_by_regions_is_told(rows: list[tuple[str, ...]]) -> None:
    result = checked(book(["Seuranta 2021"], ("Mittari", "Kymenlaakso", "Keusote", "Lappi"), *rows))
    assert rows_told(result) >= {number for number, row in enumerate(rows, start=3) if any(row)}
    cells = {record.place.cell for record in result.observations} | {finding.cell for finding in result.findings}
    for number, row in enumerate(rows, start=3):
        if row[0] in ("Käynnit", "Uusi", "1.1 - Kiireelliset sijoitukset") and any(row[1:]):
            assert cells >= {f"{column}{number}" for column in "BCD"}


@given(SOTKANET_ROWS)
def test_every_row_of_sotkanet_is_told(rows: list[tuple[str, ...]]) -> None:
    result = checked(lines("indicator;region;year;gender;primary value", *map(";".join, rows)))
    assert rows_told(result) >= {number for number, row in enumerate(rows, start=2) if any(row)}


@pytest.mark.slow
@given(GOAL_ROWS)
def test_every_row_of_process_goals_is_told(rows: list[tuple[str, ...]]) -> None:
    result = checked(lines("Prosessitavoite;Status;Päivä", *map(";".join, rows)))
    assert rows_told(result) >= {number for number, row in enumerate(rows, start=2) if any(row)}


@pytest.mark.slow
@given(LONG_ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_record(rows: list[tuple[str, ...]], order: random.Random) -> None:
    def result(rows: list[tuple[str, ...]]) -> Checked:
        return checked(lines(*map(";".join, [("mittari", "jakso", "rooli", "arvo"), *rows])))

    shuffled = list(rows)
    order.shuffle(shuffled)
    assert contents(result(rows)) == contents(result(shuffled))
    assert result(rows).stops == result(shuffled).stops


@pytest.mark.slow
@given(WIDE_ROWS, st.permutations([1, 2, 3]))
def test_the_order_of_columns_and_rows_changes_no_record(rows: list[tuple[str, ...]], order: list[int]) -> None:
    table = [("Mittari", "Lähtötila", "kevät 2021", "syksy 2021"), *rows]
    moved = [(row[0], *(row[column] for column in order)) for row in table]
    assert contents(checked(book(*table))) == contents(checked(book(moved[0], *reversed(moved[1:]))))


TABLES = {
    "long": (("mittari", "jakso", "rooli", "arvo"), LONG_ROWS),
    "by regions": (("Mittari", "Kymenlaakso", "Keusote", "Jakso"), st.lists(st.tuples(NAMES, CELLS, CELLS, LABELS))),
    "by periods": (("Mittari", "2021", "kevät 2021", "3/2022"), WIDE_ROWS),
    "sotkanet": (("indicator", "region", "year", "gender", "primary value"), SOTKANET_ROWS),
    "goals": (("Prosessitavoite", "Status", "Päivä"), GOAL_ROWS),
}


@pytest.mark.slow
@pytest.mark.parametrize("layout", TABLES)
@settings(max_examples=60)
@given(st.data())
def test_permuted_rows_give_an_empty_difference(layout: str, data: st.DataObject) -> None:
    """Of files that could be published; and each row is a record or a finding in both."""
    headings, made = TABLES[layout]
    rows = data.draw(made)
    moved = data.draw(st.permutations(rows))
    first, second = (checked(lines(*map(";".join, [headings, *order]))) for order in (rows, moved))
    assert first.stops == second.stops
    if not first.stops:
        assert compare(first.observations, second.observations).is_empty
        assert compare(second.process_goals, first.process_goals).is_empty
        assert not compare(first.observations, second.observations).missing
    for result, order in ((first, rows), (second, moved)):
        assert rows_told(result) >= {number for number, row in enumerate(order, start=2) if any(row)}


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=6))
def test_any_text_table_is_checked_or_refused_but_never_breaks(rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([["Mittari", "Jakso", "Arvo", "2021"], *rows])
    try:
        result = checked(file.getvalue().encode("utf-8", "ignore"))
    except Unreadable as error:
        assert error.finding.message
    else:
        assert all(finding.message for finding in result.findings)


def test_today_is_an_argument_and_nothing_else_is() -> None:
    content = lines("mittari;jakso;arvo", "Käynnit;2026;5")
    assert "tuleva-jakso" in codes(checked(content, today=date(2025, 12, 31)))
    assert "tuleva-jakso" not in codes(checked(content, today=date(2026, 1, 1)))
    assert checked(content) == checked(content)


def test_a_catalogue_without_indicators_is_enough() -> None:
    empty = catalogue(CATALOGUE.indicators[0])
    assert len(checked(lines("mittari;jakso;arvo", "Käynnit;2021;5"), catalogue=empty).observations) == 1


@pytest.mark.slow
def test_numbers_of_the_invented_example_do_not_get_among_the_real_ones() -> None:
    from data.catalogue import load_catalogue, load_example_catalogue
    from loaders.first_start import EXAMPLE

    content, today = EXAMPLE.read_bytes(), date(2026, 11, 22)
    assert not check(content, EXAMPLE.name, load_example_catalogue(), today=today).stops
    real = check(content, EXAMPLE.name, load_catalogue(), today=today)
    assert real.stops
    assert "esimerkin-mittari" in {finding.code for finding in real.findings}
