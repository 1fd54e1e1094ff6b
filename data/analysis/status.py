"""The words for an indicator, and what they mean for people (rules of the numbers, 3)."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from data.model import Direction


class Tone(StrEnum):
    """What a status means for people: it decides the colour together with `Assessment.is_coloured`."""

    GOOD = "parempi"
    CONCERN = "huoli"
    NEUTRAL = "ei arviota"


class Status(StrEnum):
    """The word for an indicator, worst known first. Those with a neutral tone are no judgement."""

    WORSENED = "heikentynyt"
    MISSED = "jäi saavuttamatta määräaikaan"
    BEHIND = "jäljessä"
    HARDLY_CHANGED = "ei juuri muutosta"
    TARGET_AHEAD = "tavoitteeseen matkaa"
    NOT_DIFFERENT = "ei eroa lähtötilasta"
    NO_CHANGE = "ei muutosta"
    UNCHANGED = "ennallaan"
    RISEN = "noussut"
    FALLEN = "laskenut"
    PROGRESSED = "edennyt"
    ON_SCHEDULE = "aikataulussa"
    IMPROVED = "parantunut"
    MAINTAINED = "pysynyt tasolla"
    MET = "tavoite saavutettu"
    STARTED = "seuranta alussa"
    NOT_COMPARABLE = "ei verrattavissa"
    STALE = "vanhentunut"
    NO_BASELINE = "lähtötila puuttuu"
    NO_FOLLOW_UP = "seuranta puuttuu"
    UNKNOWN = "ei tietoa"

    @property
    def tone(self) -> Tone:
        """Return whether the status is good, of concern, or no judgement."""
        return Tone.GOOD if self in _GOOD else Tone.CONCERN if self in _CONCERNS else Tone.NEUTRAL


_GOOD = frozenset({Status.PROGRESSED, Status.ON_SCHEDULE, Status.IMPROVED, Status.MAINTAINED, Status.MET})
_CONCERNS = frozenset({Status.WORSENED, Status.MISSED, Status.BEHIND})


def rolled_up(statuses: Iterable[Status]) -> tuple[tuple[Status, int], ...]:
    """Return counts of statuses in the order of the list; never an average."""
    counts = Counter(statuses)
    return tuple((status, counts[status]) for status in Status if counts[status])


def change_word(before: float, after: float, direction: Direction) -> Status:
    """Return the word for a change from one value to another; without a judged direction it has no side."""
    if after == before:
        return Status.UNCHANGED
    if direction is Direction.NOT_JUDGED:
        return Status.RISEN if after > before else Status.FALLEN
    return Status.IMPROVED if (after > before) == (direction is Direction.HIGHER) else Status.WORSENED
