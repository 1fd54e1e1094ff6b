"""Statuses as shape + word + colour: told apart in grey as well as in colour."""

from collections.abc import Iterable

from data.analysis.status import Status
from data.model import ProcessStatus

# Shape and the theme's own colour name. Only judgements are green, orange or red.
_LOOK = {
    Status.MET: ("★", "green"),
    Status.ON_SCHEDULE: ("●", "green"),
    Status.IMPROVED: ("▲", "green"),
    Status.BEHIND: ("◆", "orange"),
    Status.NO_PROGRESS: ("■", "red"),
    Status.WORSENED: ("▼", "red"),
    Status.UNCHANGED: ("▬", "blue"),
    Status.RISEN: ("△", "blue"),
    Status.FALLEN: ("▽", "blue"),
    Status.STALE: ("◔", "gray"),
    Status.NO_BASELINE: ("◌", "gray"),
    Status.NO_FOLLOW_UP: ("○", "gray"),
    Status.UNKNOWN: ("?", "gray"),
}

# Other shapes than above: a process goal's status is no judgement of a number.
_PROCESS_LOOK = {
    ProcessStatus.DONE: ("✓", "green"),
    ProcessStatus.PARTLY: ("◐", "blue"),
    ProcessStatus.UNDER_WAY: ("►", "blue"),
    ProcessStatus.STARTING: ("▷", "blue"),
    ProcessStatus.PLANNED: ("◇", "gray"),
    ProcessStatus.MOVED: ("→", "violet"),
    ProcessStatus.STOPPED: ("‖", "orange"),
    ProcessStatus.NOT_DONE: ("✕", "red"),
    ProcessStatus.NOT_ASSESSED: ("☐", "gray"),
    ProcessStatus.UNKNOWN: ("?", "gray"),
}


def badge(status: Status) -> str:
    """Return a status as Markdown."""
    shape, colour = _LOOK[status]
    return f":{colour}-badge[{shape} {status.value}]"


def compact(status: Status, count: int) -> str:
    """Return a count of a status as Markdown for where a badge does not fit: shape, word and colour as running text."""
    shape, colour = _LOOK[status]
    return f":{colour}[{shape} {count} {status.value}]"


def legend() -> str:
    """Return all statuses in their order, as Markdown."""
    return " ".join(badge(status) for status in Status)


def process_badge(status: ProcessStatus) -> str:
    """Return the status of a process goal as Markdown."""
    shape, colour = _PROCESS_LOOK[status]
    return f":{colour}-badge[{shape} {status.value}]"


def process_badges(statuses: Iterable[ProcessStatus]) -> str:
    """Return a goal's status, or each of the statuses that its source gives, as Markdown."""
    return " ".join(map(process_badge, statuses))


def process_counts(counts: Iterable[tuple[ProcessStatus, int]]) -> list[str]:
    """Return counts of statuses as Markdown, a line each: shape, number, word and colour."""
    looks = ((_PROCESS_LOOK[status], status, count) for status, count in counts)
    return [f":{colour}[{shape} {count} {status.value}]" for (shape, colour), status, count in looks]


def process_legend() -> str:
    """Return all statuses of process goals in their order, as Markdown."""
    return process_badges(ProcessStatus)
