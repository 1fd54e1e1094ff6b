"""All observations and statuses as one CSV: UTF-8, `;`, ISO dates, decimal point."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from data.catalogue import Catalogue
from data.fields import OBSERVATION_FIELDS, PROCESS_GOAL_FIELDS, observation_fields, process_goal_fields
from data.model import Observation, ProcessGoal

_FORMULA = re.compile(r"^[=+@\t\r]|^-(?!\d|$)")  # what a spreadsheet might run; a negative number is not one


def export_csv(
    catalogue: Catalogue, observations: Iterable[Observation], process_goals: Iterable[ProcessGoal]
) -> str:
    """The text of the file. A row is an observation or a process goal with its status; unused columns are empty."""
    columns = list(dict.fromkeys((*OBSERVATION_FIELDS, *PROCESS_GOAL_FIELDS)))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n", restval="")
    writer.writeheader()
    for observation in observations:
        writer.writerow(_cells(observation_fields(observation, catalogue)))
    for goal in process_goals:
        writer.writerow(_cells(process_goal_fields(goal, catalogue)))
    return file.getvalue()


def _cells(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: _cell(value) for name, value in fields.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        value = ", ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
