"""What is known: observations, process goals, indicators and regions as frozen records. Names as in docs/sanasto.md.

The model knows no screen, no spreadsheet and no database. Zero, missing, not measured, not yet due and hidden are
different things: a record carries exactly one of a number, a range, words or a reason why there is none.
"""

from data.model.declared import (
    Action,
    Alias,
    Break,
    Concept,
    Direction,
    Goal,
    Indicator,
    Interval,
    Kind,
    OutcomeGoal,
    Region,
    Source,
)
from data.model.entries import Entry, Missing, Observation, ProcessGoal, ProcessStatus, Qualifier, Role
from data.model.groups import OTHER_AREA, group_parts, join_parts
from data.model.history import CellChange, LeftOutValue, ObservationCount, Revision
from data.model.process import Handover, Hindrance, Round, Structure, SubGoal, Theme, ThemeGoal, WorkPackage
from data.model.records import GoalNumber, Period, Place, Record, VersionedRecord
from data.model.template_words import TemplateWords, WordKind, WordMeaning

__all__ = [
    "OTHER_AREA",
    "Action",
    "Alias",
    "Break",
    "CellChange",
    "Concept",
    "Direction",
    "Entry",
    "Goal",
    "GoalNumber",
    "Handover",
    "Hindrance",
    "Indicator",
    "Interval",
    "Kind",
    "LeftOutValue",
    "Missing",
    "Observation",
    "ObservationCount",
    "OutcomeGoal",
    "Period",
    "Place",
    "ProcessGoal",
    "ProcessStatus",
    "Qualifier",
    "Record",
    "Region",
    "Revision",
    "Role",
    "Round",
    "Source",
    "Structure",
    "SubGoal",
    "TemplateWords",
    "Theme",
    "ThemeGoal",
    "VersionedRecord",
    "WordKind",
    "WordMeaning",
    "WorkPackage",
    "group_parts",
    "join_parts",
]
