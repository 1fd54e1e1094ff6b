"""Process goals that stand still: what a meeting may have to decide on."""

from collections.abc import Iterable

from data.model import ProcessGoal, ProcessStatus

STUCK = (ProcessStatus.NOT_DONE, ProcessStatus.STOPPED, ProcessStatus.PLANNED)


def stuck(process_goals: Iterable[ProcessGoal]) -> tuple[ProcessGoal, ...]:
    """Goals not done, stopped or still only planned, in that order; a goal told in two ways is taken once."""
    first: dict[tuple[str, str], ProcessGoal] = {}
    for goal in process_goals:
        first.setdefault((goal.region, goal.id), goal)
    return tuple(sorted((g for g in first.values() if g.status in STUCK), key=lambda g: STUCK.index(g.status)))
