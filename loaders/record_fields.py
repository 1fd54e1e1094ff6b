"""Records as flat rows of named fields: the columns of the exports and the keys of the loader's JSON.

The loader reads these names back, so an export that is uploaded unchanged changes nothing.
"""

from data.catalogue import Catalogue
from data.model import Observation, Period, Place, ProcessGoal

Field = str | int | float | None


def observation_fields(observation: Observation, catalogue: Catalogue) -> dict[str, Field]:
    """Return an observation as a flat row: dates as ISO text, enums as their Finnish values, None where nothing is."""
    indicator = catalogue.indicator(observation.indicator)
    return {
        "region": observation.region,
        "indicator": observation.indicator,
        "indicator_name": indicator.name if indicator else observation.indicator,
        "goal": indicator.goal if indicator else None,
        "other_goals": _joined(indicator.other_goals) if indicator else "",
        "group": observation.group,
        **_period_fields(observation.period),
        "role": observation.role.value,
        "value": observation.value,
        "lower": observation.lower,
        "upper": observation.upper,
        "qualifier": observation.qualifier.value if observation.qualifier else None,
        "n": observation.n,
        "unit": observation.unit,
        "missing": observation.missing.value if observation.missing else None,
        "words": observation.words,
        **_place_fields(observation.place),
        "inferred": ", ".join(observation.inferred),
        "conflict": observation.conflict,
        "note": observation.note,
        "accepted": observation.accepted,
    }


def process_goal_fields(goal: ProcessGoal, catalogue: Catalogue) -> dict[str, Field]:
    """Return a process goal with its status as a flat row; None where there is nothing."""
    return {
        "region": goal.region,
        "id": goal.id,
        "work_package": goal.work_package,
        "goal": goal.goal,
        "goal_name": catalogue.goal(goal.goal).short if goal.goal else None,
        "other_goals": _joined(goal.other_goals),
        "title": goal.title,
        "plan": goal.plan,
        **_period_fields(goal.period),
        "status": goal.status.value,
        "wording": goal.wording,
        "continues": goal.continues,
        "continues_with": goal.continues_with,
        **_place_fields(goal.place),
        "status_line": goal.status_line,
        "inferred": ", ".join(goal.inferred),
        "conflict": goal.conflict,
        "note": goal.note,
        "accepted": goal.accepted,
    }


def _period_fields(period: Period) -> dict[str, Field]:
    return {
        "period": period.label,
        "period_start": period.start.isoformat() if period.start else None,
        "period_end": period.end.isoformat() if period.end else None,
    }


def _place_fields(place: Place) -> dict[str, Field]:
    return {
        "source": place.source,
        "line": place.line,
        "other_lines": _joined(place.other_lines),
        "table": place.table,
        "sheet": place.sheet,
        "cell": place.cell,
        "as_printed": place.as_printed,
    }


def _joined(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
