"""All observations and statuses as one CSV: UTF-8, `;`, ISO dates, decimal point."""

import csv
import io
import re
from collections.abc import Iterable

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal
from loaders.record_fields import Field, observation_fields, process_goal_fields

_FORMULA = re.compile(r"[=+@\t\r]|-(?!(\d+([.,]\d+)?)?$)")  # what a spreadsheet might run; a negative number is not


def export_csv(catalogue: Catalogue, observations: Iterable[Observation], process_goals: Iterable[ProcessGoal]) -> str:
    """Return the text of the file: a row for each observation and each process goal; unused columns are empty."""
    rows = [observation_fields(observation, catalogue) for observation in observations]
    rows += [process_goal_fields(goal, catalogue) for goal in process_goals]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def _cell(value: Field) -> Field:
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n")  # a lone carriage return would end the row
        return f"'{value}" if _FORMULA.match(value) else value
    return value
