"""The corpus: whole files with exactly what is expected of them, and what holds for each of them."""

import random
import re

import pytest

from data.model import Observation
from loaders.compare import compare
from loaders.findings import Unreadable
from loaders.read import read
from tests.builders import shipped
from tests.loaders.corpus.case import Case, told
from tests.loaders.corpus.cases import CASES
from tests.loaders.corpus.specification import SPECIFICATION

READ = [case for case in CASES if case.file().is_read]


def each(cases: list[Case]) -> pytest.MarkDecorator:
    """A test for each of these cases by its name; that of a million rows is slow."""
    marks = {"a_million_empty_rows": [pytest.mark.slow]}
    return pytest.mark.parametrize("case", [pytest.param(c, id=c.name, marks=marks.get(c.name, [])) for c in cases])


@each(CASES)
def test_a_file_holds_exactly_what_is_expected(case: Case) -> None:
    assert told(case.file()) == case.file().lines


def test_every_line_of_the_specification_has_its_case() -> None:
    shown = {key for case in CASES for key in case.covers}
    assert [line for key, line in SPECIFICATION.items() if key not in shown] == []


def test_every_case_says_why_it_is_there() -> None:
    assert len(CASES) >= 60 and len({case.name for case in CASES}) == len(CASES)
    assert [case.name for case in CASES if not (case.file.__doc__ or "").strip()] == []


@each(READ)
def test_every_row_is_told(case: Case) -> None:
    """A filled row of a visible sheet is a record, a finding, or within the headings and titles of a table."""
    file = case.file()
    checked = file.checked
    has_own_places = "export" in case.covers  # its records name the places of their sources
    places = [] if has_own_places else [(one.place.sheet, one.place.cell) for one in checked.observations]
    places += [(one.place.sheet, one.place.cell) for one in checked.process_goals]
    places += [(one.sheet, one.cell) for one in checked.findings]
    rows = {(sheet, int(found[0])) for sheet, cell in places if (found := re.search(r"[0-9]+", cell))}
    whole_sheets = {one.sheet for one in checked.findings if not one.cell and one.code.endswith("-taulukko")}
    titles = " ".join(one.message for one in checked.findings if one.code == "tunnistettu")
    for sheet in () if has_own_places else read(file.content, file.file_name).sheets:
        for row, cells in sheet.rows.items():
            is_heading = any((sheet.name, row - above) in rows for above in (0, 1))
            is_title = all(cell.text in titles for cell in cells.values())
            assert is_heading or is_title or sheet.name in whole_sheets, (sheet.name, row)


@each(CASES)
def test_every_message_says_what_to_do(case: Case) -> None:
    try:
        findings = case.file().checked.findings
    except Unreadable as error:
        findings = (error.finding,)
    for finding in findings:
        assert finding.code and len(finding.message) > 30 and finding.message.rstrip().endswith((".", "”"))
        assert not any(hole in finding.message for hole in ("{", "None", "“”", "()"))


@each([case for case in READ if not case.file().stops])
def test_what_was_published_from_a_file_is_no_change_the_next_time(case: Case) -> None:
    """In whatever order its records come."""
    file = case.file()
    checked = file.checked
    shuffled = random.Random(1).sample(checked.observations, len(checked.observations))
    assert compare(shuffled, checked.observations).is_empty
    assert compare(checked.process_goals[::-1], checked.process_goals).is_empty
    if "export" in case.covers:
        assert compare(shuffled, file.current).is_empty


def test_the_tables_of_kymenlaakso_say_what_the_records_of_its_report_say() -> None:
    """The national template as it is pasted, against the same numbers taken one by one from the report's lines."""

    def numbers(observations: tuple[Observation, ...] | list[Observation]) -> set[tuple[object, ...]]:
        return {
            (one.indicator, one.group, one.role, one.value, one.lower, one.upper, one.unit)
            for one in observations
            if one.is_numeric
        }

    pasted = shipped.checked(shipped.TABLES)
    assert len(numbers(pasted.observations)) > 20
    assert numbers(pasted.observations) <= numbers(shipped.of("Kymenlaakso"))
