"""The list for work: each goal with its status, date, short wording and source line."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.choice import Concern, concerns, latest_plans
from data.views.process_goals.history import Told, Way


class ListedGoal(Record):
    """One goal as a row; `told` is one status, or each of the conflicting ones."""

    region: str
    id: str
    title: str
    about: str
    told: tuple[Told, ...]
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]


class ListedRegion(Record):
    """One region's rows. `also` serve the chosen national goal beside another that is their primary one."""

    region: str
    label: str
    goals: tuple[ListedGoal, ...]
    also: tuple[ListedGoal, ...]


def listing(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    found: Sequence[Way],
    everything: Sequence[Way],
    *,
    goal: int | None = None,
) -> tuple[ListedRegion, ...]:
    """Rows by region; of one national goal first those that a count of it counts.

    `everything` is all goals of the regions: it tells which plan is the newest.
    """
    plans = latest_plans(everything)

    def rows(region: str, *, primary: bool) -> tuple[ListedGoal, ...]:
        mine = [way for way in found if way.region == region and (goal in (None, way.goal)) == primary]
        return tuple(_goal(declared, way, plans.get(region, "")) for way in mine)

    made = (
        ListedRegion(
            region=region,
            label=catalogue.label(region),
            goals=rows(region, primary=True),
            also=rows(region, primary=False),
        )
        for region in regions
    )
    return tuple(one for one in made if one.goals or one.also)


def reasons(declared: ProcessCatalogue, way: Way) -> tuple[str, ...]:
    """What stands in the goal's way or why it was dropped, each with its line."""
    return tuple(
        f"{one.reason} ({one.place.source}, rivi {one.place.line})"
        for one in declared.hindrances
        if (one.region, one.id) == (way.region, way.id)
    )


def _goal(declared: ProcessCatalogue, way: Way, plan: str) -> ListedGoal:
    told = concerns(declared, way, plan)
    why = reasons(declared, way)
    if Concern.DROPPED in told and not why:
        why = ("Lähde ei kerro syytä.",)
    about = (
        ", ".join(declared.package_name(way.region, one) for one in way.packages),
        f"hyötytavoite {way.goal}" if way.goal else "",
        f"myös {', '.join(map(str, way.other_goals))}" if way.other_goals else "",
        f"suunnitelma {way.plan}" if way.plan else "",
    )
    return ListedGoal(
        region=way.region,
        id=way.id,
        title=way.title,
        about=" · ".join(filter(None, about)),
        told=way.current,
        concerns=told,
        reasons=why,
    )
