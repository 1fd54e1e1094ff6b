"""Process goals chosen by national goal, work package, theme and concern."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from data.catalogue import slug
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import ProcessStatus, Record
from data.views.process_goals.history import ProcessGoalHistory

OTHER_THEME = "muu"
FINISHED = frozenset({ProcessStatus.DONE, ProcessStatus.MOVED, ProcessStatus.STOPPED, ProcessStatus.NOT_DONE})
UNASSESSED = frozenset({ProcessStatus.NOT_ASSESSED, ProcessStatus.UNKNOWN})
GIVEN_UP = frozenset({ProcessStatus.STOPPED, ProcessStatus.NOT_DONE})


class Concern(StrEnum):
    """A reason to look at a goal; the value is its key in links."""

    STUCK = "jumissa"
    DROPPED = "pudonnut"
    OUT_OF_PLAN = "pois-suunnitelmasta"
    UNASSESSED = "ilman-arviota"
    CONFLICTING = "ristiriitainen"


class Rule(Record):
    """A concern in words: its name, and what makes a goal one of its kind."""

    name: str
    meaning: str


RULES = {
    Concern.STUCK: Rule(
        name="Jumissa",
        meaning="Työ on kesken, ja lähde nimeää esteen tai tila on pysynyt samana kaksi raportoitua kierrosta.",
    ),
    Concern.DROPPED: Rule(name="Pudonnut", meaning="Tila on keskeytetty tai ei toteutunut."),
    Concern.OUT_OF_PLAN: Rule(
        name="Pois myöhemmästä suunnitelmasta", meaning="Tavoite on alueen aiemmassa suunnitelmassa, uusimmassa ei."
    ),
    Concern.UNASSESSED: Rule(name="Ilman arviota", meaning="Tila on ei arvioitu tai ei tietoa."),
    Concern.CONFLICTING: Rule(name="Ristiriitainen", meaning="Lähde kertoo tilan kahdella tavalla."),
}


class Choice(Record):
    """What has been chosen; None and "" mean all."""

    goal: int | None = None
    package: str = ""
    concern: str = ""
    theme: str = ""


def concerns(declared: ProcessCatalogue, history: ProcessGoalHistory, latest_plan: str = "") -> tuple[Concern, ...]:
    """Return the concerns of a goal. `latest_plan` is the newest plan that its region's goals name ("2021")."""
    applies = {
        Concern.STUCK: _is_stuck(declared, history),
        Concern.DROPPED: bool(GIVEN_UP & set(history.statuses)),
        Concern.OUT_OF_PLAN: bool(history.plan and latest_plan) and latest_plan not in history.plan,
        Concern.UNASSESSED: set(history.statuses) <= UNASSESSED,
        Concern.CONFLICTING: history.conflicting,
    }
    return tuple(concern for concern in Concern if applies[concern])


def _is_stuck(declared: ProcessCatalogue, history: ProcessGoalHistory) -> bool:
    if set(history.statuses) <= FINISHED:
        return False
    if any((h.region, h.id) == (history.region, history.id) and not h.dropped for h in declared.hindrances):
        return True
    by_round = {status.round.id: status.status for status in history.reported if status.round}
    last = list(by_round.values())[-2:]
    return len(last) == 2 and last[0] == last[1] and last[0] not in FINISHED | UNASSESSED


def latest_plans(histories: Iterable[ProcessGoalHistory]) -> dict[str, str]:
    """Return the newest plan year that each region's goals name."""
    latest: dict[str, str] = {}
    for history in histories:
        for year in history.plan.replace(" ja ", ",").split(","):
            latest[history.region] = max(latest.get(history.region, ""), year.strip())
    return latest


def package_key(region: str, package: str) -> str:
    """Return a work package as it stands in links, with its region, since numbers repeat between regions."""
    return f"{slug(region)}-{slug(package)}"


def packages(declared: ProcessCatalogue, histories: Iterable[ProcessGoalHistory]) -> dict[str, tuple[str, str]]:
    """Return the work packages of these goals: key → (region, name), in the order of the regions and numbers."""
    named: dict[str, tuple[str, str]] = {}
    order: dict[str, int] = {}
    for history in histories:
        order.setdefault(history.region, len(order))
        for package in history.packages:
            named[package_key(history.region, package)] = (
                history.region,
                declared.package_name(history.region, package),
            )
    return dict(sorted(named.items(), key=lambda item: (order[item[1][0]], item[1][1])))


def themes_of(declared: ProcessCatalogue, history: ProcessGoalHistory) -> tuple[str, ...]:
    """Return the themes of a goal; a goal that is listed under none has the theme "muu"."""
    return declared.themes_of(history.region, history.id) or (OTHER_THEME,)


def choose_goals(
    declared: ProcessCatalogue, histories: Sequence[ProcessGoalHistory], choice: Choice
) -> tuple[ProcessGoalHistory, ...]:
    """Return the goals that fit everything that has been chosen, in their order."""
    plans = latest_plans(histories)

    def fits(history: ProcessGoalHistory) -> bool:
        return (
            choice.goal in (None, *history.goals)
            and choice.package in ("", *(package_key(history.region, package) for package in history.packages))
            and choice.concern in ("", *concerns(declared, history, plans.get(history.region, "")))
            and choice.theme in ("", *themes_of(declared, history))
        )

    return tuple(filter(fits, histories))
