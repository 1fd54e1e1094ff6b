"""Which process goals are looked at: by national goal, work package, theme, and what is the matter with them."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from data.catalogue import slug
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import ProcessStatus, Record
from data.views.process_goals.history import Way

OTHER_THEME = "muu"
FINISHED = frozenset({ProcessStatus.DONE, ProcessStatus.MOVED, ProcessStatus.STOPPED, ProcessStatus.NOT_DONE})
UNASSESSED = frozenset({ProcessStatus.NOT_ASSESSED, ProcessStatus.UNKNOWN})
GIVEN_UP = frozenset({ProcessStatus.STOPPED, ProcessStatus.NOT_DONE})


class Concern(StrEnum):
    """What may be the matter with a goal; the value is its key in links."""

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


def concerns(declared: ProcessCatalogue, way: Way, latest_plan: str = "") -> tuple[Concern, ...]:
    """What is the matter with a goal. `latest_plan` is the newest plan that its region's goals name ("2021")."""
    found = {
        Concern.STUCK: _is_stuck(declared, way),
        Concern.DROPPED: bool(GIVEN_UP & set(way.statuses)),
        Concern.OUT_OF_PLAN: bool(way.plan and latest_plan) and latest_plan not in way.plan,
        Concern.UNASSESSED: set(way.statuses) <= UNASSESSED,
        Concern.CONFLICTING: way.conflicting,
    }
    return tuple(one for one in Concern if found[one])


def _is_stuck(declared: ProcessCatalogue, way: Way) -> bool:
    if set(way.statuses) <= FINISHED:
        return False
    if any((h.region, h.id) == (way.region, way.id) and not h.dropped for h in declared.hindrances):
        return True
    by_round = {one.round.id: one.status for one in way.told if one.round}
    last = list(by_round.values())[-2:]
    return len(last) == 2 and last[0] == last[1] and last[0] not in FINISHED | UNASSESSED


def latest_plans(found: Iterable[Way]) -> dict[str, str]:
    """The newest plan year that each region's goals name."""
    latest: dict[str, str] = {}
    for way in found:
        for year in way.plan.replace(" ja ", ",").split(","):
            latest[way.region] = max(latest.get(way.region, ""), year.strip())
    return latest


def package_key(region: str, package: str) -> str:
    """A work package in links: the same number is another package in another region ("keski-uusimaa-tpk-2")."""
    return f"{slug(region)}-{slug(package)}"


def packages(declared: ProcessCatalogue, found: Iterable[Way]) -> dict[str, tuple[str, str]]:
    """The work packages of these goals: key → (region, name), in the order of the regions and numbers."""
    named: dict[str, tuple[str, str]] = {}
    order: dict[str, int] = {}
    for way in found:
        order.setdefault(way.region, len(order))
        for package in way.packages:
            named[package_key(way.region, package)] = (way.region, declared.package_name(way.region, package))
    return dict(sorted(named.items(), key=lambda item: (order[item[1][0]], item[1][1])))


def themes_of(declared: ProcessCatalogue, way: Way) -> tuple[str, ...]:
    """The themes of a goal; one that is listed under none is of another theme ("muu")."""
    return declared.themes_of(way.region, way.id) or (OTHER_THEME,)


def chosen(declared: ProcessCatalogue, found: Sequence[Way], choice: Choice) -> tuple[Way, ...]:
    """The goals that fit everything that has been chosen, in their order."""
    plans = latest_plans(found)

    def fits(way: Way) -> bool:
        return (
            choice.goal in (None, *way.goals)
            and choice.package in ("", *(package_key(way.region, one) for one in way.packages))
            and choice.concern in ("", *concerns(declared, way, plans.get(way.region, "")))
            and choice.theme in ("", *themes_of(declared, way))
        )

    return tuple(filter(fits, found))
