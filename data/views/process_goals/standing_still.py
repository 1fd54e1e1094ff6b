"""Process goals that stand still: those that are stuck, then those that were dropped, each with its reason."""

from collections.abc import Iterable

from data import finnish
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.choice import Concern, concerns
from data.views.process_goals.goal_list import reasons
from data.views.process_goals.history import ProcessGoalHistory

STANDING = (Concern.STUCK, Concern.DROPPED)


class Standing(Record):
    """A goal that stands still: its status in words, why (with the line), and where it goes on."""

    title: str
    concern: Concern
    status: str
    reasons: tuple[str, ...]
    places: tuple[str, ...]
    continues: str


def standing_still(declared: ProcessCatalogue, histories: Iterable[ProcessGoalHistory]) -> tuple[Standing, ...]:
    """Return the stuck and the dropped of these goals; the rules are those of the page of process goals."""
    standing = []
    for history in histories:
        concerns_of_goal = concerns(declared, history)
        concern = next((concern for concern in STANDING if concern in concerns_of_goal), None)
        if concern:
            why = [
                concern.reason
                for concern in declared.hindrances
                if (concern.region, concern.id) == (history.region, history.id)
            ]
            standing.append(
                Standing(
                    title=history.title,
                    concern=concern,
                    status=finnish.listed([status.value for status in history.statuses]),
                    reasons=tuple(why),
                    places=reasons(declared, history),
                    continues=history.continues,
                )
            )
    return tuple(sorted(standing, key=lambda concern: STANDING.index(concern.concern)))


def counted_standing(standing: Iterable[Standing]) -> str:
    """Return how many stand still: "3 jumissa, 7 pudonnut"; nothing where none does."""
    concerns_of_goals = [goal.concern for goal in standing]
    counts = (
        (concerns_of_goals.count(Concern.STUCK), "jumissa"),
        (concerns_of_goals.count(Concern.DROPPED), "pudonnut"),
    )
    return finnish.listed([f"{count} on {word}" for count, word in counts if count])
