"""What is declared about process goals: rounds, work packages, themes, sub-goals, and where the work goes on."""

from datetime import date
from enum import StrEnum

from data.model.entries import ProcessStatus
from data.model.records import Place, Record


class Structure(StrEnum):
    """Into which structure work goes on after the programme (siltaus)."""

    RRP = "Kestävä kasvu (RRP)"
    LINE = "linjaorganisaatio"
    ENDED = "lopetettu"
    OTHER = "muu"
    NOT_TOLD = "ei kerrottu"


class Round(Record):
    """A reporting round: what is due on a day tells of the span `start`–`end`, both ends included."""

    id: str
    name: str
    due: date
    start: date
    end: date
    place: Place


class WorkPackage(Record):
    """A region's own work package: the same number means another thing in another region."""

    region: str
    id: str
    name: str
    place: Place


class Theme(Record):
    """A subject that several regions work on, and the catalogue's indicators that are of it."""

    id: str
    name: str
    indicator_themes: tuple[str, ...] = ()
    concept: str = ""
    indicators: tuple[str, ...] = ()


class ThemeGoal(Record):
    """That a process goal belongs to a theme, and why."""

    region: str
    id: str
    theme: str
    reason: str


class SubGoal(Record):
    """A part of a process goal that the source gives a status of its own."""

    region: str
    id: str
    title: str
    status: ProcessStatus
    wording: str
    place: Place


class Hindrance(Record):
    """What the source says stands in a goal's way; `dropped`: why it was given up or did not come true."""

    region: str
    id: str
    dropped: bool
    reason: str
    place: Place


class Handover(Record):
    """Work outside the listed process goals that the source tells to go on: where, and under which unit."""

    region: str
    title: str
    continues: str
    continues_with: str
    structures: tuple[Structure, ...]
    place: Place
