"""Statuses are told apart by their shape and word as well as by colour."""

import re

from components.badges import badge, process_badge, process_counts, process_legend
from data.analysis.status import Status
from data.model import ProcessStatus

PARTS = re.compile(r":(\w+)-badge\[(\S) (.+)\]")


def test_every_status_of_a_process_goal_has_its_own_shape_and_its_word() -> None:
    found = [PARTS.fullmatch(process_badge(status)) for status in ProcessStatus]
    assert all(found)
    assert len({one[2] for one in found if one}) == len(ProcessStatus)
    assert [one[3] for one in found if one] == [status.value for status in ProcessStatus]


def test_a_process_goal_never_looks_like_a_judged_number() -> None:
    def shapes(badges: list[str]) -> set[str]:
        return {one[2] for text in badges if (one := PARTS.fullmatch(text))}

    numbers = shapes([badge(status) for status in Status if status is not Status.UNKNOWN])
    goals = shapes([process_badge(status) for status in ProcessStatus if status is not ProcessStatus.UNKNOWN])
    assert not numbers & goals


def test_only_what_came_true_and_what_did_not_is_coloured_as_good_or_bad() -> None:
    coloured = {status: one[1] for status in ProcessStatus if (one := PARTS.fullmatch(process_badge(status)))}
    assert {status for status, colour in coloured.items() if colour in ("green", "red")} == {
        ProcessStatus.DONE,
        ProcessStatus.NOT_DONE,
    }


def test_a_count_has_the_shape_the_number_and_the_word() -> None:
    assert process_counts([(ProcessStatus.DONE, 2), (ProcessStatus.UNKNOWN, 1)]) == [
        ":green[✓ 2 toteutunut]",
        ":gray[? 1 ei tietoa]",
    ]


def test_the_legend_has_every_status_in_order() -> None:
    assert process_legend() == " ".join(process_badge(status) for status in ProcessStatus)
