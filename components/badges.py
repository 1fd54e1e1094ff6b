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


def badge(status: Status, count: int | None = None) -> str:
    """Markdown of a status, with a count before its word where one is given."""
    shape, colour = _LOOK[status]
    word = status.value if count is None else f"{count} {status.value}"
    return f":{colour}-badge[{shape} {word}]"


def legend() -> str:
    """All statuses in their order, as Markdown."""
    return " ".join(badge(status) for status in Status)
