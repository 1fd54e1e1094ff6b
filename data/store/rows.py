"""Records to database rows and back. A round trip gives an equal record."""

import json
from typing import Any

from sqlalchemy import RowMapping

from data.model import Indicator, Kept, Mapping, Observation, Period, Place, ProcessGoal

Row = dict[str, Any]


def _packed(items: tuple[Any, ...]) -> str:
    return json.dumps(items, ensure_ascii=False) if items else ""


def _unpacked(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text)) if text else ()


def key_of(record: Kept) -> str:
    """The record's key as one string, unambiguous whatever its parts hold."""
    return json.dumps(record.key, ensure_ascii=False)


def _shared(record: Observation | ProcessGoal) -> Row:
    return {
        "key": key_of(record),
        "region": record.region,
        "period_label": record.period.label,
        "period_start": record.period.start,
        "period_end": record.period.end,
        "source": record.place.source,
        "line": record.place.line,
        "other_lines": _packed(record.place.other_lines),
        "table_name": record.place.table,
        "sheet": record.place.sheet,
        "cell": record.place.cell,
        "as_printed": record.place.as_printed,
        "inferred": _packed(record.inferred),
        "conflict": record.conflict,
        "note": record.note,
        "accepted": record.accepted,
    }


def _shared_fields(row: RowMapping) -> Row:
    return {
        "region": row["region"],
        "period": Period(label=row["period_label"], start=row["period_start"], end=row["period_end"]),
        "place": Place(
            source=row["source"],
            line=row["line"],
            other_lines=_unpacked(row["other_lines"]),
            table=row["table_name"],
            sheet=row["sheet"],
            cell=row["cell"],
            as_printed=row["as_printed"],
        ),
        "inferred": _unpacked(row["inferred"]),
        "conflict": row["conflict"],
        "note": row["note"],
        "accepted": row["accepted"],
    }


def observation_row(observation: Observation) -> Row:
    """The columns of an observation, without its versions."""
    return _shared(observation) | {
        "indicator": observation.indicator,
        "group_name": observation.group,
        "role": observation.role.value,
        "value": observation.value,
        "lower": observation.lower,
        "upper": observation.upper,
        "qualifier": observation.qualifier and observation.qualifier.value,
        "unit": observation.unit,
        "n": observation.n,
        "missing": observation.missing and observation.missing.value,
        "words": observation.words,
    }


def observation(row: RowMapping) -> Observation:
    """The observation that a row holds."""
    plain = ("indicator", "role", "value", "lower", "upper", "qualifier", "unit", "n", "missing", "words")
    return Observation(**_shared_fields(row), **{name: row[name] for name in plain}, group=row["group_name"])


def process_goal_row(goal: ProcessGoal) -> Row:
    """The columns of a process goal, without its versions."""
    return _shared(goal) | {
        "goal_id": goal.id,
        "title": goal.title,
        "work_package": goal.work_package,
        "goal": goal.goal,
        "other_goals": _packed(goal.other_goals),
        "plan": goal.plan,
        "status": goal.status.value,
        "wording": goal.wording,
        "continues": goal.continues,
        "continues_with": goal.continues_with,
        "status_line": goal.status_line,
    }


def process_goal(row: RowMapping) -> ProcessGoal:
    """The process goal that a row holds."""
    plain = (
        "title",
        "work_package",
        "goal",
        "plan",
        "status",
        "wording",
        "continues",
        "continues_with",
        "status_line",
    )
    return ProcessGoal(
        **_shared_fields(row),
        **{name: row[name] for name in plain},
        id=row["goal_id"],
        other_goals=_unpacked(row["other_goals"]),
    )


def declared_row(record: Indicator | Mapping) -> Row:
    """The columns of what is declared, without its versions."""
    return {"key": key_of(record), "body": record.model_dump_json()}


def indicator(row: RowMapping) -> Indicator:
    """The indicator that a row holds."""
    return Indicator.model_validate_json(row["body"])


def mapping(row: RowMapping) -> Mapping:
    """The mapping that a row holds."""
    return Mapping.model_validate_json(row["body"])
