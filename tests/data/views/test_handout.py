"""One page of a region: counts, main changes, what is stuck, what is missing."""

from datetime import date

import pytest

from data.analysis.status import Status
from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import ProcessStatus, Role
from data.views.gaps import region_gaps
from data.views.handout import handout
from tests.builders import catalogue, indicator, observation, process_goal, shipped, year

DECLARED = load_process_catalogue()


def test_the_page_counts_statuses_and_tells_changes_the_worst_first() -> None:
    known = catalogue(*(indicator(f"m{number}") for number in range(8)))
    before = [observation(20.0, indicator=f"m{number}") for number in range(8)]
    after = [
        observation(20.0 - number, indicator=f"m{number}", role=Role.FOLLOW_UP, period=year(2020))
        for number in range(1, 7)
    ]
    after.append(observation(20.0, indicator="m0", role=Role.FOLLOW_UP, period=year(2020)))
    view = handout(known, DECLARED, "Kymenlaakso", [*before, *after], [], date(2021, 1, 1))
    assert view.counts.statuses == ((Status.UNCHANGED, 1), (Status.FALLEN, 6), (Status.NO_FOLLOW_UP, 1))
    assert len(view.changes) == 5
    assert all("ero lähtötilaan −" in sentence for sentence in view.changes)
    assert view.summary == "Tulosmittareita, joilla on luku: 8/8. Prosessitavoitteita: 0."


def test_what_is_stuck_is_listed_as_far_as_it_fits() -> None:
    goals = [process_goal(ProcessStatus.NOT_DONE, id=str(n), title=f"Tavoite {n}") for n in range(8)]
    view = handout(
        catalogue(indicator()), DECLARED, "Kymenlaakso", [], [*goals, process_goal(id="x")], date(2021, 1, 1)
    )
    assert [fact.label for fact in view.stuck] == [f"Tavoite {n}" for n in range(6)]
    assert {fact.text for fact in view.stuck} == {"pudonnut, ei toteutunut"}
    assert view.more_stuck == 2


@pytest.mark.parametrize("region", ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme", "Keski-Suomi"])
def test_the_page_of_a_region_says_what_the_front_page_says_is_missing(region: str) -> None:
    known = load_catalogue()
    view = handout(known, DECLARED, region, shipped.observations(), shipped.process_goals(), shipped.TODAY)
    (missing,) = region_gaps(known, [region], shipped.observations(), shipped.process_goals())
    assert [(fact.label, fact.text) for fact in view.gaps] == [(gap.action, str(gap.count)) for gap in missing.gaps]
    assert view.label == known.label(region)
    assert view.sources
