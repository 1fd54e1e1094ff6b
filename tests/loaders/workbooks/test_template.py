"""The template of a region: what is in it, and that it comes back clean, filled or not."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import load_catalogue
from data.model import Missing, Observation, Period, Place, ProcessStatus, Qualifier, Role
from data.units import is_measure
from loaders.check import Checked, check
from loaders.findings import Severity
from loaders.layouts.table_finder import GUIDE_TITLE, TEMPLATE_TITLE
from loaders.workbooks.template import SPARE_ROWS, ordered, template
from tests.builders import observation, process_goal
from tests.builders.spreadsheets import TODAY, book, checked, codes, lines, only

CATALOGUE = load_catalogue()
REGIONS = sorted({one.region for one in CATALOGUE.indicators if one.region})
OCTOBER = Period(label="10/2026", start=date(2026, 10, 1), end=date(2026, 10, 31))

GOALS = (
    process_goal(id="kymenlaakso-a", title="Malli", goal=2, other_goals=(1, 4), work_package="TP 1"),
    process_goal(id="kymenlaakso-b", title="=HYPERLINK(1)", goal=1),
)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def headings(sheet: Worksheet) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[2]}


def put(sheet: Worksheet, row: int, **values: object) -> None:
    columns = {heading.casefold(): column for heading, column in headings(sheet).items()}
    for heading, value in values.items():
        sheet.cell(row, columns[heading.replace("_", " ")]).value = value


def read(content: bytes, region: str = "") -> Checked:
    return check(content, "pohja.xlsx", CATALOGUE, region=region, today=TODAY)


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """Indicator → its first row."""
    column = headings(sheet)["Mittari"]
    found = {sheet.cell(row, column).value: row for row in range(sheet.max_row, 2, -1)}
    return {name: row for name, row in found.items() if name}


@pytest.mark.slow
@pytest.mark.parametrize("region", REGIONS)
def test_a_filled_template_is_clean_and_exact(region: str) -> None:
    workbook = opened(template(CATALOGUE, region, today=TODAY))
    sheet = workbook["Havainnot"]
    wanted: dict[str, dict[str, object]] = {}
    for at, (name, row) in enumerate(rows_of(sheet).items()):
        unit = CATALOGUE.indicator(name).unit
        hidden: tuple[object, dict[str, object]] = ("<5", {"missing": Missing.HIDDEN})
        contents: list[tuple[object, dict[str, object]]] = [
            (12.5, {"value": 12.5}),
            ("0", {"value": 0}),
            ("10–15", {"lower": 10, "upper": 15}),
            ("-", {"missing": Missing.NOT_MEASURED}),
            ("...", {"missing": Missing.NOT_YET_DUE}),
            ("..", {"missing": Missing.UNKNOWN}),
            (".", {"missing": Missing.NOT_APPLICABLE}),
            hidden if not is_measure(unit) else ("noin 3,5", {"value": 3.5, "qualifier": Qualifier.ABOUT}),
        ]
        written, content = contents[at % len(contents)]
        put(sheet, row, jakso="10/2026", rooli="seuranta", arvo=written)
        wanted[name] = {"unit": unit} | content
    result = read(saved(workbook))
    assert [one.severity for one in result.findings] == [Severity.TELLS, Severity.TELLS]
    assert only(result, "pohja-osin-täytetty").actual == str(SPARE_ROWS)
    value = headings(sheet)["Arvo"]
    rows = rows_of(sheet)
    for one in result.observations:
        cell = sheet.cell(rows[one.indicator], value)
        shown = str(cell.value).replace(".", ",") if isinstance(cell.value, float) else cell.value
        place = Place(source="pohja.xlsx", sheet="Havainnot", cell=cell.coordinate, as_printed=shown)
        assert one == Observation(
            region=region,
            indicator=one.indicator,
            period=OCTOBER,
            role=Role.FOLLOW_UP,
            place=place,
            **wanted[one.indicator],
        )
    assert {one.indicator for one in result.observations} == wanted.keys()


@pytest.mark.slow
@pytest.mark.parametrize("region", [*REGIONS, "Lappi"])
def test_an_untouched_template_tells_nothing_but_that(region: str) -> None:
    goals = tuple(one.model_copy(update={"region": region}) for one in GOALS)
    result = read(template(CATALOGUE, region, today=TODAY, process_goals=goals))
    assert (result.observations, result.process_goals, result.stops) == ((), (), False)
    assert codes(result) == ["tunnistettu", "tunnistettu", "pohja-täyttämättä"]


def test_every_field_of_a_row_and_a_spare_row() -> None:
    workbook = opened(template(CATALOGUE, "Kymenlaakso", today=TODAY))
    sheet = workbook["Havainnot"]
    name, row = next((n, r) for n, r in rows_of(sheet).items() if CATALOGUE.indicator(n).unit == "%")
    put(sheet, row, jakso="kevät 2026", rooli="tavoite", ryhmä="ikä: 0–17", arvo=45, tarkenne="alle", n=120)
    put(sheet, row, sanoin="vähenee", huomautus="=ei kaava")
    sheet.cell(row, headings(sheet)["Huomautus"]).data_type = "s"
    spare = len(rows_of(sheet)) + 3
    put(sheet, spare, mittari=name, jakso="2025", puuttumisen_syy="ei mitattu")
    result = read(saved(workbook))
    assert {one.severity for one in result.findings} == {Severity.TELLS}
    first, second = result.observations
    assert (first.value, first.qualifier, first.n, first.role) == (45, Qualifier.UNDER, 120, Role.TARGET)
    assert (first.group, first.words, first.note, first.unit) == ("ikä: 0–17", "vähenee", "=ei kaava", "%")
    assert (second.indicator, second.region, second.missing) == (name, "Kymenlaakso", Missing.NOT_MEASURED)
    assert (second.role, second.inferred) == (Role.FOLLOW_UP, ("rooli",))


def test_a_row_with_anything_filled_is_read_or_told() -> None:
    workbook = opened(template(CATALOGUE, "Kymenlaakso", today=TODAY))
    sheet = workbook["Havainnot"]
    spare = len(rows_of(sheet)) + 3
    put(sheet, spare, jakso="2025", arvo=5)
    put(sheet, 3, jakso="2025")
    put(sheet, 4, arvo="viisi")
    result = read(saved(workbook))
    assert only(result, "nimetön-rivi").cell == f"A{spare}"
    assert only(result, "ei-luku").cell == "I4"
    (one,) = result.observations
    assert one.missing is Missing.BLANK


def test_indicators_that_are_told_by_groups_have_a_row_for_each() -> None:
    name = ordered(CATALOGUE, "Kymenlaakso")[0].id
    groups = ("ikä: 0–17", "ikä: 18–64")
    current = [observation(5, region="Kymenlaakso", indicator=name, group=group) for group in groups]
    elsewhere = observation(5, region="Lappi", indicator=name, group="muu")
    content = template(CATALOGUE, "Kymenlaakso", today=TODAY, current=[*current, elsewhere])
    sheet = opened(content)["Havainnot"]
    column = headings(sheet)
    told = [
        sheet.cell(row, column["Ryhmä"]).value for row in (3, 4) if sheet.cell(row, column["Mittari"]).value == name
    ]
    assert told == list(groups)
    assert codes(read(content)) == ["tunnistettu", "pohja-täyttämättä"]


def test_outcomes_come_first_by_national_goal() -> None:
    indicators = ordered(CATALOGUE, "Etelä-Karjala")
    kinds = [one.kind.value for one in indicators]
    assert len(indicators) > 100 and kinds == sorted(kinds, key=["tulos", "tuotos", "tausta"].index)
    goals = [one.goal or 9 for one in indicators if one.kind.value == "tulos"]
    assert goals == sorted(goals)
    sheet = opened(template(CATALOGUE, "Etelä-Karjala", today=TODAY))["Havainnot"]
    assert list(rows_of(sheet)) and [*reversed(rows_of(sheet))] == [one.id for one in indicators]


def test_process_goals_come_back_with_their_ids() -> None:
    workbook = opened(template(CATALOGUE, "Kymenlaakso", today=TODAY, process_goals=GOALS))
    sheet = workbook["Prosessitavoitteet"]
    assert [sheet.cell(row, 6).data_type for row in (3, 4)] == ["s", "s"]
    put(sheet, 4, status="osittain", päivä="15.10.2026", huomautus="etenee")
    result = read(saved(workbook))
    assert {one.severity for one in result.findings} == {Severity.TELLS}
    (goal,) = result.process_goals
    assert (goal.id, goal.title, goal.status, goal.note) == ("kymenlaakso-a", "Malli", ProcessStatus.PARTLY, "etenee")
    assert (goal.goal, goal.other_goals, goal.work_package) == (2, (1, 4), "TP 1")
    assert goal.period.start == goal.period.end == date(2026, 10, 15)


def test_only_what_is_to_be_filled_is_unlocked() -> None:
    workbook = opened(template(CATALOGUE, "Kymenlaakso", today=TODAY, process_goals=GOALS))
    assert workbook.sheetnames == ["Ohje", "Havainnot", "Prosessitavoitteet"]
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook)
    sheet = workbook["Havainnot"]
    open_ = {heading for heading, column in headings(sheet).items() if not sheet.cell(3, column).protection.locked}
    assert open_ == {
        *("Jakso", "Rooli", "Ryhmä", "Arvo", "Tarkenne", "n", "Puuttumisen syy", "Sanoin", "Huomautus"),
    }
    spare = len(rows_of(sheet)) + 3
    assert not sheet.cell(spare, headings(sheet)["Mittari"]).protection.locked
    assert sheet.cell(3, headings(sheet)["Jakso"]).number_format == "@"
    assert sheet.freeze_panes == "E3" and sheet.auto_filter.ref == f"A2:N{spare + SPARE_ROWS - 1}"


def test_drop_downs_offer_what_the_loader_knows() -> None:
    workbook = opened(template(CATALOGUE, "Kymenlaakso", today=TODAY, process_goals=GOALS))
    offered = {rule.formula1 for sheet in workbook for rule in sheet.data_validations.dataValidation if rule.formula1}
    assert f'"{",".join(role.value for role in Role)}"' in offered
    assert f'"{",".join(one.value for one in Qualifier)}"' in offered
    assert '"ei mitattu,ei vielä,ei tietoa,ei sovellu,peitetty"' in offered
    (reference,) = [one for one in offered if one.startswith("Ohje!")]
    first, last = (int(part.rpartition("$")[2]) for part in reference.removeprefix("Ohje!").split(":"))
    listed = [workbook["Ohje"].cell(row, 1).value for row in range(first, last + 1)]
    assert listed == [one.id for one in ordered(CATALOGUE, "Kymenlaakso")]
    assert workbook["Ohje"].cell(last + 1, 1).value is None


def test_the_same_day_gives_the_same_file() -> None:
    first, second = (template(CATALOGUE, "Kymenlaakso", today=TODAY) for _ in range(2))
    assert first == second


def test_only_under_the_template_s_title_are_empty_rows_nothing() -> None:
    rows = [["Mittari", "Yksikkö", "Jakso", "Arvo"], ["Käynnit", "käyntiä", None, None]]
    assert codes(checked(book([TEMPLATE_TITLE], *rows))) == ["tunnistettu", "pohja-täyttämättä"]
    (one,) = checked(book(["Seuranta"], *rows)).observations
    assert one.missing is Missing.BLANK


def _renamed(sheet: Worksheet) -> None:
    sheet.title = "Tiedot"


def _retitled(sheet: Worksheet) -> None:
    sheet["A1"] = "Ohjeita"


@pytest.mark.parametrize("change", [_renamed, _retitled])
def test_a_sheet_is_the_app_s_own_by_both_its_name_and_its_title(change: Callable[[Worksheet], None]) -> None:
    def fill(workbook: Workbook) -> None:
        sheet = workbook.create_sheet("Ohje")
        for row in ([GUIDE_TITLE], [], ["Mittari", "Jakso", "Arvo"], ["Käynnit", "2021", 5]):
            sheet.append(row)

    def fill_and_change(workbook: Workbook) -> None:
        fill(workbook)
        change(workbook["Ohje"])

    rows = (["Mittari", "Jakso", "Arvo"], ["Käynnit", "2020", 4])
    assert len(checked(book(*rows, fill=fill)).observations) == 1
    assert len(checked(book(*rows, fill=fill_and_change)).observations) == 2


def test_a_column_of_names_beside_the_ids_is_not_asked_about() -> None:
    result = checked(lines("mittari;nimi;hyötytavoite;jakso;arvo", "kaynnit;Käynnit;1;2021;5"))
    assert codes(result).count("tuntematon-sarake") == 0
