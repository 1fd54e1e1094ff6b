"""Statuses as shape + word + colour: told apart in grey as well as in colour."""

from data.analysis.status import Status

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


def badge(status: Status) -> str:
    """Markdown of a status."""
    shape, colour = _LOOK[status]
    return f":{colour}-badge[{shape} {status.value}]"


def compact(status: Status, count: int) -> str:
    """Markdown of a count of a status where a badge does not fit: the same shape, word and colour as running text."""
    shape, colour = _LOOK[status]
    return f":{colour}[{shape} {count} {status.value}]"


def legend() -> str:
    """All statuses in their order, as Markdown."""
    return " ".join(badge(status) for status in Status)
