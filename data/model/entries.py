"""What the sources report: observations and process goals, each with its place in the source."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from data.model.records import GoalNumber, Period, Place, VersionedRecord


class Role(StrEnum):
    """What a value is to its indicator."""

    BASELINE = "lähtötila"
    FOLLOW_UP = "seuranta"
    COMPARISON = "vertailu"
    TARGET = "tavoite"
    CHANGE = "muutos"  # the source gives only a change; its two ends are never invented


class Missing(StrEnum):
    """Why there is no value. Zero is a value."""

    NOT_MEASURED = "ei mitattu"
    NOT_YET_DUE = "ei vielä"
    UNKNOWN = "ei tietoa"
    NOT_APPLICABLE = "ei sovellu"
    BLANK = "tyhjä"
    HIDDEN = "peitetty"


class Qualifier(StrEnum):
    """How exact the source says a number is."""

    ABOUT = "noin"
    OVER = "yli"
    UNDER = "alle"
    AT_LEAST = "vähintään"
    AT_MOST = "enintään"
    NEARLY = "lähes"


class ProcessStatus(StrEnum):
    """State of a process goal."""

    DONE = "toteutunut"
    PARTLY = "osittain"
    UNDER_WAY = "käynnissä"
    STARTING = "käynnistyy"
    PLANNED = "suunnitteilla"
    MOVED = "siirretty muualle"
    STOPPED = "keskeytetty"
    NOT_DONE = "ei toteutunut"
    NOT_ASSESSED = "ei arvioitu"
    UNKNOWN = "ei tietoa"


class Entry(VersionedRecord):
    """What an observation and a process goal share: region, period, place in the source, and remarks.

    `inferred` names what the source does not say outright; `conflict` links places that disagree ("x-r1:a", "x-r1:b");
    `accepted` is why a warning about it was accepted when it was published.
    """

    region: str
    period: Period = Period()
    place: Place
    inferred: tuple[str, ...] = ()
    conflict: str = ""
    note: str = ""
    accepted: str = ""

    @property
    def content(self) -> Self:
        """Return what the entry says, without where it was read, why it was accepted and how its days were spelt."""
        when = self.period.model_copy(update={"label": ""}) if self.period.start else self.period
        return self.model_copy(update={"place": Place(source=""), "accepted": "", "period": when})

    def _when(self) -> tuple[str, str]:
        return (str(self.period.start), str(self.period.end)) if self.period.start else (self.period.label, "")


class Observation(Entry):
    """One value of one indicator: region, group, period, role; a number, a range, words or a reason for none.

    `value`, `lower` and `upper` are in `unit`; `n` is the number of answers or cases behind the value.
    """

    indicator: str
    group: str = ""
    role: Role
    value: float | None = Field(default=None, allow_inf_nan=False)
    lower: float | None = Field(default=None, allow_inf_nan=False)
    upper: float | None = Field(default=None, allow_inf_nan=False)
    qualifier: Qualifier | None = None
    unit: str = ""
    n: int | None = Field(default=None, ge=0)
    missing: Missing | None = None
    words: str = ""

    @model_validator(mode="after")
    def _one_kind_of_content(self) -> Self:
        has_range = self.lower is not None or self.upper is not None
        contents = (self.value is not None) + has_range + (self.missing is not None)
        if contents > 1 or (contents == 0 and not self.words):
            raise ValueError("an observation has exactly one of a number, a range, words or a reason for none")
        if has_range and (self.lower is None or self.upper is None or self.lower > self.upper):
            raise ValueError("a range has both ends, the lower first")
        return self

    @property
    def is_numeric(self) -> bool:
        """Return whether there is a number or a range."""
        return self.value is not None or self.lower is not None

    @property
    def key(self) -> tuple[str, ...]:
        """Return what makes this the same cell as another one, whatever it holds."""
        return (self.region, self.indicator, self.group, *self._when(), self.role.value, self.conflict)


class ProcessGoal(Entry):
    """A process goal with its status at one time; several reporting rounds are several records of one `id`.

    `wording` is the source's phrase for the status; `continues` and `continues_with` are the structure and the unit in
    which the work goes on (siltaus).
    """

    id: str
    title: str
    work_package: str = ""
    goal: GoalNumber | None = None
    other_goals: tuple[GoalNumber, ...] = ()
    plan: str = ""
    status: ProcessStatus
    wording: str = ""
    continues: str = ""
    continues_with: str = ""
    status_line: int | None = None  # the report line of the status

    @property
    def key(self) -> tuple[str, ...]:
        """Return what makes this the same status of the same goal."""
        return (self.region, self.id, *self._when(), self.conflict)
