"""What is declared rather than observed: goals, regions, sources, indicators with their cards, and actions."""

from datetime import date
from enum import StrEnum

from data.model.records import GoalNumber, Period, Place, Record, VersionedRecord


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
    old_code: int | None = None
    sotkanet: int
    sotkanet_old: int | None = None

    @property
    def familiar(self) -> str:
        """Return the name that people use, for links and narrow tables: Keusote of Keski-Uusimaa."""
        return self.short if self.slug == "keski-uusimaa" else self.name

    @property
    def label(self) -> str:
        """Return the name with the other name that is in use: "Keski-Uusimaa (Keusote)"."""
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


class Interval(StrEnum):
    """How often an indicator is collected."""

    MONTH = "kuukausi"
    QUARTER = "neljännesvuosi"
    HALF_YEAR = "puolivuosi"
    YEAR = "vuosi"
    TWO_YEARS = "kaksi vuotta"
    ONCE = "kertaluonteinen"
    NOT_TOLD = "ei kerrottu"  # no source gives it

    @property
    def days(self) -> int | None:
        """Return the length of the interval in days; None where nothing is expected again."""
        return _INTERVAL_DAYS.get(self)


_INTERVAL_DAYS = {
    Interval.MONTH: 31,
    Interval.QUARTER: 92,
    Interval.HALF_YEAR: 184,
    Interval.YEAR: 366,
    Interval.TWO_YEARS: 731,
}


class Break(Record):
    """A day from which an indicator's values are not what they were, and why.

    A break of organisation leaves the way of measuring as it was: it is named and does not stop a comparison.
    """

    when: date
    reason: str
    is_of_organisation: bool = False


class Indicator(VersionedRecord):
    """An indicator and its card (mittarikortti). An empty text is one that no source gives.

    `breaks` cut the series where the way of measuring changed; `level_shifts` start a new phase of its control chart.
    """

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
    interval: Interval | None = None
    owner: str = ""
    limits: str = ""
    small_number_rule: str = ""
    aliases: tuple[Alias, ...] = ()
    breaks: tuple[Break, ...] = ()
    level_shifts: tuple[Break, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Return its id."""
        return (self.id,)

    @property
    def is_complete(self) -> bool:
        """Return whether the card has all that a judgement rests on; without it nothing is called good or bad."""
        return all((self.definition, self.unit, self.direction_reason, self.data_source, self.interval, self.limits))

    @property
    def goals(self) -> tuple[int, ...]:
        """Return the primary goal and then the others."""
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
