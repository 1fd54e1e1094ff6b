"""Observations and process goals as rows of files: of one CSV, and of a workbook with the loader's own headings."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from components.exports.excel_sheets import Amount, Column, Content
from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, Role
from loaders.layouts.headings import GOALS, LONG, Vocabulary
from loaders.parse.names import find_indicators
from loaders.record_fields import Field, observation_fields, process_goal_fields

_OBSERVATION = {
    "indicator": 46, "group": 24, "region": 16, "role": 11, "period": 18, "value": 14, "unit": 12, "n": 8,
    "qualifier": 10, "lower": 10, "upper": 10, "missing": 13, "words": 36, "note": 46, "accepted": 24,
    "inferred": 18, "conflict": 16, "start": 12, "end": 12, "source": 20, "line": 8, "other_lines": 12,
    "table": 36, "sheet": 18, "cell": 8, "as_printed": 30,
}  # fmt: skip
_PROCESS_GOAL = {
    "title": 56, "region": 16, "goal": 13, "other_goals": 13, "status": 16, "wording": 32, "period": 16,
    "work_package": 24, "plan": 20, "continues": 32, "continues_with": 28, "note": 46, "id": 24, "accepted": 24,
    "inferred": 18, "conflict": 16, "start": 12, "end": 12, "source": 20, "line": 8, "other_lines": 12,
    "status_line": 10, "table": 36, "sheet": 18, "cell": 8, "as_printed": 30,
}  # fmt: skip
PRINTED_OBSERVATIONS = list(_OBSERVATION).index("note") + 1  # columns; the rest is for uploading again
PRINTED_PROCESS_GOALS = list(_PROCESS_GOAL).index("note") + 1
_DATES = {"start": "period_start", "end": "period_end"}  # column of the loader → field of the record
_FORMULA = re.compile(r"[=+@\t\r]|-(?!(\d+([.,]\d+)?)?$)")  # what a spreadsheet might run; a negative number is not


def export_csv(catalogue: Catalogue, observations: Iterable[Observation], process_goals: Iterable[ProcessGoal]) -> str:
    """Return the text of the file: a row for each observation and each process goal; unused columns are empty."""
    rows = [observation_fields(observation, catalogue) for observation in observations]
    rows += [process_goal_fields(goal, catalogue) for goal in process_goals]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({name: _csv_cell(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def _csv_cell(value: Field) -> Field:
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n")  # a lone carriage return would end the row
        return f"'{value}" if _FORMULA.match(value) else value
    return value


def observation_columns() -> list[Column]:
    """Return the columns of observations."""
    return _columns(_OBSERVATION, LONG)


def process_goal_columns() -> list[Column]:
    """Return the columns of process goals."""
    return _columns(_PROCESS_GOAL, GOALS)


def observation_row(observation: Observation, catalogue: Catalogue) -> list[Content]:
    """Return an observation as cells, its indicator by a name that leads back to it."""
    fields = observation_fields(observation, catalogue)
    fields["indicator"] = _name(observation, catalogue)
    return [_content(column, fields, observation.unit) for column in _OBSERVATION]


def process_goal_row(goal: ProcessGoal, catalogue: Catalogue) -> list[Content]:
    """Return a process goal with its status as cells."""
    fields = process_goal_fields(goal, catalogue)
    return [_content(column, fields, "") for column in _PROCESS_GOAL]


def _columns(widths: dict[str, int], vocabulary: Vocabulary) -> list[Column]:
    return [Column(_heading(vocabulary.heading(name)), width) for name, width in widths.items()]


def _heading(text: str) -> str:
    return text if len(text) == 1 else text.capitalize()


def _name(observation: Observation, catalogue: Catalogue) -> str:
    """Return the indicator's name where it means this indicator and no group, else its id."""
    indicator = catalogue.indicator(observation.indicator)
    if indicator is None:
        return observation.indicator
    meanings = find_indicators(indicator.name, observation.region, catalogue)
    return indicator.name if meanings == ((indicator, ""),) else indicator.id


def _content(column: str, fields: dict[str, Field], unit: str) -> Content:
    value = fields[_DATES.get(column, column)]
    if column in _DATES:
        return date.fromisoformat(str(value)) if value else None
    return Amount(value, unit) if isinstance(value, float) else value


def ordered(observations: Sequence[Observation], regions: Sequence[str], catalogue: Catalogue) -> list[Observation]:
    """Sort observations as people look for them: by region, indicator, group, role and time."""
    places = {indicator.id: at for at, indicator in enumerate(catalogue.indicators)}
    roles = list(Role)

    def place(o: Observation) -> tuple[object, ...]:
        at = places.get(o.indicator, len(places))
        return (
            regions.index(o.region), at, o.indicator, o.group, roles.index(o.role), str(o.period.end), o.period.label
        )  # fmt: skip

    return sorted(observations, key=place)
