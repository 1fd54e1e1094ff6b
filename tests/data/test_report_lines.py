"""Every shipped number and status taken back to its line in the report that it was read from.

The reports are no part of the repository. These tests run where they stand beside it (../shared/raportit).
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import WORDINGS_FILE as WORDINGS
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import Alias, Observation, ProcessGoal, Qualifier, Record, Role
from tests.builders.shipped import observations, process_goals

REPORTS = Path(__file__).parents[2].parent / "shared" / "raportit"
SOURCES = [source.id for source in load_catalogue().sources]
LONGEST_RUN = 8  # as many words in a row as a name of a thing may share with a report

pytestmark = pytest.mark.skipif(
    not REPORTS.is_dir(), reason="the reports do not stand beside the repository (../shared/raportit)"
)

# What the reports write in words, by how the word begins; the first that fits is taken. Half is half of the unit,
# and 50 where the unit is per cent.
IN_WORDS: tuple[tuple[str, float], ...] = (
    *(("24/7", 24), ("sata", 100), ("kahtatoista", 12), ("kahdeksa", 8), ("kuude", 6), ("kuusi", 6)),
    ("kuu-", 6),  # "kuusi", divided at the end of the line
    *(("viisi", 5), ("viidesti", 5), ("neljä", 4), ("neli", 4)),
    ("kolmannen", 1),  # a third person: one more
    *(("kolm", 3), ("kaksi", 2), ("kahde", 2), ("kahte", 2), ("molem", 2)),
    ("toisen", 1),  # one of the two
    *(("yksi", 1), ("yhde", 1), ("yhte", 1), ("kerran", 1), ("puol", 0.5)),
    *(("viikon", 1), ("viikkoon", 1), ("viikoittain", 1), ("päivän", 1), ("vuoden", 1)),  # a week, a day, a year
)
FALLS = re.compile(r"vähen|lask|piene|alene", re.IGNORECASE)
# A minus is a sign after a space or at the start; between two numbers it is a range.
DIGITS = re.compile(r"(?:(?<![^\s(])[-−–])?\d+(?: \d{3})*(?:,\d+)?")


def tidy(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


@cache
def lines(source: str) -> list[str]:
    """The lines of a report; the first is number 1, as in every reference to it."""
    return ["", *(REPORTS / f"{source}.txt").read_text(encoding="utf-8").split("\n")]


def exists(source: str, number: int) -> bool:
    return 0 < number < len(lines(source)) and bool(lines(source)[number].strip())


def numbers(printed: str, unit: str = "") -> list[float]:
    """The numbers of a printed text: its digits, or if there are none the number that it says in words."""
    printed = tidy(printed).casefold()
    if "24/7" not in printed and (digits := DIGITS.findall(printed)):
        return [float(re.sub("[−–]", "-", text).replace(" ", "").replace(",", ".")) for text in digits]
    said = (number for word in printed.split() for start, number in IN_WORDS if word.startswith(start))
    first = next(said, None)
    if first is None:
        return []
    return [100 * first if first < 1 and unit == "%" else float(first)]


def ends(observation: Observation) -> list[float]:
    """The value, or both ends of the range."""
    return [end for end in (observation.value, observation.lower, observation.upper) if end is not None]


def printed_lines(observation: Observation) -> Iterator[str]:
    for number in (observation.place.line, *observation.place.other_lines):
        if number is not None and exists(observation.place.source, number):
            yield lines(observation.place.source)[number]


def of_report(source: str) -> list[Observation]:
    return [one for one in observations() if one.place.source == source]


def name(one: Observation | ProcessGoal) -> str:
    what = one.indicator if isinstance(one, Observation) else one.id
    return f"{what}, rivi {one.place.line}: {one.place.as_printed!r}"


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("1 073", "", [1073.0]),
        ("12,4 %", "%", [12.4]),
        ("-30 - -45", "", [-30.0, -45.0]),
        ("2–8", "", [2.0, 8.0]),
        ("64-119", "", [64.0, 119.0]),
        ("93henkilöä/kk", "", [93.0]),
        ("(69%)", "%", [69.0]),
        ("n. 300", "", [300.0]),
        ("24/7", "h", [24.0]),
        ("kahtatoista", "", [12.0]),
        ("Kaksipäiväiset", "pv", [2.0]),
        ("kahden viikon", "vk", [2.0]),
        ("Noin puolet", "%", [50.0]),
        ("puoli vuotta", "v", [0.5]),
        ("väheni", "", []),
    ],
)
def test_printed_numbers_are_read_as_a_person_reads_them(printed: str, unit: str, expected: list[float]) -> None:
    assert numbers(printed, unit) == expected


@pytest.mark.parametrize("source", SOURCES)
def test_every_line_that_an_observation_names_exists(source: str) -> None:
    missing = [
        (name(one), number)
        for one in of_report(source)
        for number in (one.place.line or 0, *one.place.other_lines)
        if not exists(source, number)
    ]
    assert missing == []


@pytest.mark.parametrize("source", SOURCES)
def test_what_was_printed_stands_on_its_line(source: str) -> None:
    numeric = [one for one in of_report(source) if one.is_numeric]
    assert numeric
    assert [name(one) for one in numeric if not one.place.as_printed] == []
    printed = [one for one in of_report(source) if one.place.as_printed]
    strays = [name(one) for one in printed if tidy(one.place.as_printed) not in tidy(next(printed_lines(one), ""))]
    assert strays == []


@pytest.mark.parametrize("source", SOURCES)
def test_the_number_printed_is_the_number_of_the_observation(source: str) -> None:
    wrong = []
    for one in of_report(source):
        if not one.is_numeric:
            continue
        printed = numbers(one.place.as_printed, one.unit)
        beside = [number for line in list(printed_lines(one))[1:] for number in numbers(line)]
        sign = -1 if one.role is Role.CHANGE and (one.value or 0) < 0 and printed and printed[0] > 0 else 1
        told = [sign * number for number in printed]
        if not told or not set(told) <= set(ends(one)) or not set(ends(one)) <= {*told, *beside}:
            wrong.append((name(one), printed, ends(one)))
        elif sign < 0 and not FALLS.search(around(one)):
            wrong.append((name(one), "nothing falls there", ends(one)))
    assert wrong == []


def around(one: Observation) -> str:
    """The line of an observation with the two lines on each side."""
    number = one.place.line or 0
    return " ".join(lines(one.place.source)[max(0, number - 2) : number + 3])


@pytest.mark.parametrize("source", SOURCES)
def test_a_printed_qualifier_is_kept(source: str) -> None:
    spellings = {"n.": Qualifier.ABOUT} | {qualifier.value: qualifier for qualifier in Qualifier}
    lost = []
    for one in of_report(source):
        first = one.place.as_printed.casefold().split(" ")[0]
        if one.is_numeric and first in spellings and one.qualifier is not spellings[first]:
            lost.append(name(one))
    assert lost == []


def test_every_line_that_a_process_goal_names_exists() -> None:
    missing = [
        name(goal)
        for goal in process_goals()
        for number in (goal.place.line or 0, goal.status_line)
        if number is not None and not exists(goal.place.source, number)
    ]
    assert missing == []


def stands_at(wording: str, source: str, number: int) -> bool:
    """Every word of it within a few lines, and at least one on the line itself; words may be divided between lines."""
    near = tidy(" ".join(lines(source)[number - 2 : number + 6])).casefold()
    near += " " + re.sub(r"(?<=\w)-\s+(?=\w)", "", near) + " " + re.sub(r"(?<=\w)-\s+(?=\w)", "-", near)
    found = re.findall(r"\w+", wording.casefold())
    own_line = lines(source)[number].casefold()
    return all(word in near for word in found) and any(word in own_line for word in found)


def test_the_wording_of_a_status_stands_at_its_line() -> None:
    told = [(goal.id, goal.wording, goal.place.source, goal.status_line) for goal in process_goals()]
    told += [(part.id, part.wording, part.place.source, part.place.line) for part in load_process_catalogue().sub_goals]
    assert [one for one in told if one[3] is not None and not stands_at(one[1], one[2], one[3])] == []


def test_a_status_without_a_line_is_one_that_the_source_does_not_give() -> None:
    silent = {goal.status.value for goal in process_goals() if goal.status_line is None}
    assert silent == {"ei arvioitu", "ei tietoa"}


def test_a_wording_of_a_report_stands_at_the_line_that_the_list_names() -> None:
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        listed = [row for row in csv.DictReader(file, delimiter=";") if row["lähde"]]
    assert len(listed) > 85
    assert [row for row in listed if not stands_at(row["sanamuoto"], row["lähde"], int(row["rivi"]))] == []


def test_everything_declared_about_process_goals_stands_on_a_line() -> None:
    declared = load_process_catalogue()
    records = (*declared.rounds, *declared.packages, *declared.hindrances, *declared.handovers)
    assert [one for one in records if not exists(one.place.source, one.place.line or 0)] == []


def test_a_round_and_a_work_package_stand_on_their_line_by_name() -> None:
    declared = load_process_catalogue()
    for one in declared.rounds:
        assert lines(one.place.source)[one.place.line or 0].startswith(f"{one.due.day}.{one.due.month}.{one.due.year}")
    for package in declared.packages:
        printed = lines(package.place.source)[package.place.line or 0].casefold()
        assert any(word[:7] in printed for word in words(package.name) if len(word) > 7), package.name


def test_actions_and_outcome_goals_stand_on_a_line() -> None:
    catalogue = load_catalogue()
    places = [(action.place.source, action.place.line or 0, action.id) for action in catalogue.actions]
    places += [(goal.source, goal.line, f"{goal.region} {goal.number}") for goal in catalogue.outcome_goals]
    assert [place for place in places if not exists(place[0], place[1])] == []


# No copied sentences


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words that is one longer than the longest allowed."""
    found = words(text)
    length = LONGEST_RUN + 1
    return (tuple(found[start : start + length]) for start in range(len(found) - length + 1))


def texts(held: object) -> Iterator[str]:
    """Every text in a record and in what it holds. Aliases are left out: they are the sources' own spellings."""
    if isinstance(held, Record) and not isinstance(held, Alias):
        for field in type(held).model_fields:
            if field != "aliases":
                yield from texts(getattr(held, field))
    elif isinstance(held, tuple):
        for one in held:
            yield from texts(one)
    elif isinstance(held, str):
        yield held


def test_no_sentence_of_a_report_is_copied() -> None:
    printed: set[tuple[str, ...]] = set()
    for source in SOURCES:
        text = "\n".join(lines(source))
        printed.update(runs(text), runs(re.sub(r"(?<=\w)-\s+(?=\w)", "", text)))
    everything: tuple[Any, ...] = (*observations(), *process_goals(), load_catalogue(), load_process_catalogue())
    shipped = {text for record in everything for text in texts(record)}
    assert len(shipped) > 1000
    assert sorted(text for text in shipped if not printed.isdisjoint(runs(text))) == []
