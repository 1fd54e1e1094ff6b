"""Statuses as shape + word + colour: told apart in grey as well as in colour."""

from collections.abc import Iterable

from data.analysis.status import Status, Tone
from data.model import ProcessStatus
from data.views.card import Card

# Shape and the theme's own colour name: blue is good, orange is of concern, grey is no judgement.
_SHAPES = {
    Status.MET: "★",
    Status.ON_SCHEDULE: "●",
    Status.IMPROVED: "▲",
    Status.PROGRESSED: "△",
    Status.MAINTAINED: "▬",
    Status.BEHIND: "◆",
    Status.MISSED: "■",
    Status.WORSENED: "▼",
    Status.HARDLY_CHANGED: "≈",
    Status.NOT_DIFFERENT: "≈",
    Status.NO_CHANGE: "=",
    Status.UNCHANGED: "=",
    Status.TARGET_AHEAD: "⚑",
    Status.RISEN: "↑",
    Status.FALLEN: "↓",
    Status.STARTED: "◦",
    Status.NOT_COMPARABLE: "≠",
    Status.STALE: "◔",
    Status.NO_BASELINE: "◌",
    Status.NO_FOLLOW_UP: "○",
    Status.UNKNOWN: "?",
}
_COLOURS = {Tone.GOOD: "blue", Tone.CONCERN: "orange", Tone.NEUTRAL: "gray"}

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


def badge(status: Status, tone: Tone | None = None) -> str:
    """Return Markdown of a status in the tone that its observations allow (None: its own)."""
    return f":{_COLOURS[tone or status.tone]}-badge[{_SHAPES[status]} {status.value}]"


def status_shape(status: Status) -> str:
    """Return the shape of a status, which never stands without its word."""
    return _SHAPES[status]


def card_badge(card: Card) -> str:
    """Return Markdown of the status of a card, in the tone that its observations allow."""
    return badge(card.status, card.assessment.tone)


def status_words(card: Card) -> str:
    """Return Markdown of the status of a card for a label: shape in the tone that its observations allow, and word."""
    return f":{_COLOURS[card.assessment.tone]}[{_SHAPES[card.status]}] {card.status.value}"


def compact(status: Status, count: int) -> str:
    """Return Markdown of a count of a status where a badge does not fit: the same shape, word and colour."""
    return f":{_COLOURS[status.tone]}[{_SHAPES[status]} {count} {status.value}]"


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
