"""What is known: observations, process goals, indicators and regions as frozen records. Names as in docs/sanasto.md.

The model knows no screen, no spreadsheet and no database. Zero, missing, not measured, not yet due and hidden are
different things: a record carries exactly one of a number, a range, words or a reason why there is none.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

GoalNumber = Annotated[int, Field(ge=1, le=5)]


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


class Kind(StrEnum):
    """What an indicator tells about: outcomes lead, the others are folded."""

    OUTCOME = "tulos"
    OUTPUT = "tuotos"
    CONTEXT = "tausta"


class Direction(StrEnum):
    """Which way is better for people; a doubtful direction is not judged."""

    HIGHER = "suurempi"
    LOWER = "pienempi"
    NOT_JUDGED = "ei arvioida"


class Record(BaseModel):
    """Base of every record: immutable, nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Period(Record):
    """A span of days with the label that the source uses; both ends included. Unknown ends are None."""

    label: str = ""
    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _ends_in_order(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("a period has both ends or neither")
        if self.start and self.end and self.start > self.end:
            raise ValueError("a period ends before it starts")
        return self


class Place(Record):
    """Where a record was read: report and line, or file, sheet and cell."""

    source: str
    line: int | None = None
    other_lines: tuple[int, ...] = ()
    table: str = ""
    sheet: str = ""
    cell: str = ""
    as_printed: str = ""


class Entry(Record):
    """What an observation and a process goal share: whose, when, read where, and what to know of it.

    `inferred` names what the source does not say outright; `conflict` links places that disagree ("x-r1:a", "x-r1:b").
    """

    region: str
    period: Period = Period()
    place: Place
    inferred: tuple[str, ...] = ()
    conflict: str = ""
    note: str = ""

    @property
    def content(self) -> Self:
        """What the entry says, apart from where it was read: two equal contents are no change."""
        return self.model_copy(update={"place": Place(source="")})

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
        """Whether there is a number or a range."""
        return self.value is not None or self.lower is not None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes this the same cell as another one, whatever it holds."""
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
        """What makes this the same status of the same goal."""
        return (self.region, self.id, *self._when(), self.conflict)


class Goal(Record):
    """One of the five national goals (hyötytavoite)."""

    number: GoalNumber
    name: str
    short: str
    aliases: tuple[str, ...] = ()


class Region(Record):
    """A wellbeing services county. `code` is the one since 2023; the older list used other numbers."""

    name: str
    short: str
    slug: str
    code: int
    old_code: int | None
    sotkanet: int
    sotkanet_old: int | None

    @property
    def familiar(self) -> str:
        """What people call it where space is short and in links: Keski-Uusimaa goes by Keusote."""
        return self.short if self.slug == "keski-uusimaa" else self.name

    @property
    def label(self) -> str:
        """Name on the screen, with the other name that is in use: "Keski-Uusimaa (Keusote)"."""
        return f"{self.name} ({self.familiar})" if self.familiar != self.name else self.name


class OutcomeGoal(Record):
    """A region's own goal under a national one (tulostavoite)."""

    region: str
    number: str
    name: str
    goal: GoalNumber
    source: str
    line: int


class Concept(Record):
    """Indicators of several regions that are alike but not comparable (samansuuntainen mittari)."""

    id: str
    name: str
    reason: str


class Source(Record):
    """A report or register that records are read from."""

    id: str
    title: str
    region: str
    published: str
    covers: Period
    kind: str
    note: str


class Alias(Record):
    """A spelling of an indicator in a source's table, and the group that it means ("(0-16v.)") if any."""

    text: str
    group: str = ""


class Break(Record):
    """A day from which an indicator's values are not what they were, and why."""

    when: date
    reason: str


class Indicator(Record):
    """An indicator and its card (mittarikortti). Empty text: not told. `breaks` cut the series where its
    way of measuring changed; `rebases` start a new phase of its control chart."""

    id: str
    name: str
    region: str
    kind: Kind
    unit: str
    direction: Direction
    direction_reason: str
    goal: GoalNumber | None = None
    other_goals: tuple[GoalNumber, ...] = ()
    inferred: tuple[str, ...] = ()
    outcome_goal: str = ""
    theme: str = ""
    concept: str = ""
    national_id: str = ""
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    population: str = ""
    data_source: str = ""
    collection: str = ""
    interval: str = ""
    owner: str = ""
    limits: str = ""
    small_number_rule: str = ""
    aliases: tuple[Alias, ...] = ()
    breaks: tuple[Break, ...] = ()
    rebases: tuple[Break, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether the card tells all that a judgement rests on; without it nothing is called good or bad."""
        return all((self.definition, self.unit, self.direction_reason, self.data_source, self.interval, self.limits))

    @property
    def goals(self) -> tuple[int, ...]:
        """The primary goal first, then the others."""
        return ((self.goal,) if self.goal else ()) + self.other_goals


class Action(Record):
    """A dated toimenpide: a marker on a chart, never a cause."""

    region: str
    id: str
    title: str
    kind: str
    period: Period
    goals: tuple[GoalNumber, ...] = ()
    indicators: tuple[str, ...] = ()
    place: Place
    inferred: tuple[str, ...] = ()


class Severity(StrEnum):
    """How a finding holds up a publication: it stops, must be accepted, or only tells."""

    STOPS = "este"
    WARNS = "varoitus"
    TELLS = "tieto"


class Finding(Record):
    """One thing noticed in a file, with its place and mend in `message`: whole, plain Finnish."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    message: str
