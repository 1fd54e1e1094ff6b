"""Process goals that stand still: those that are stuck, then those that were dropped, each with its reason."""

from collections.abc import Iterable

from data import finnish
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.choice import Concern, concerns
from data.views.process_goals.goal_list import reasons
from data.views.process_goals.history import Way

STANDING = (Concern.STUCK, Concern.DROPPED)


class Standing(Record):
    """A goal that stands still: its status in words, why (with the line), and where it goes on."""

    title: str
    concern: Concern
    status: str
    reasons: tuple[str, ...]
    places: tuple[str, ...]
    continues: str


def standing_still(declared: ProcessCatalogue, found: Iterable[Way]) -> tuple[Standing, ...]:
    """The stuck and the dropped of these goals; the rules are those of the page of process goals."""
    made = []
    for way in found:
        told = concerns(declared, way)
        concern = next((one for one in STANDING if one in told), None)
        if concern:
            why = [one.reason for one in declared.hindrances if (one.region, one.id) == (way.region, way.id)]
            made.append(
                Standing(
                    title=way.title,
                    concern=concern,
                    status=finnish.listed([status.value for status in way.statuses]),
                    reasons=tuple(why),
                    places=reasons(declared, way),
                    continues=way.continues,
                )
            )
    return tuple(sorted(made, key=lambda one: STANDING.index(one.concern)))


def counted_standing(found: Iterable[Standing]) -> str:
    """How many stand still: "3 jumissa, 7 pudonnut"; nothing where none does."""
    told = [one.concern for one in found]
    counts = ((told.count(Concern.STUCK), "jumissa"), (told.count(Concern.DROPPED), "pudonnut"))
    return finnish.listed([f"{count} on {word}" for count, word in counts if count])
