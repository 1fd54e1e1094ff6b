"""The list for work: each goal with its status, date, short wording and source line."""

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record
from data.views.process_goals.choice import Concern, concerns, latest_plans
from data.views.process_goals.history import ProcessGoalHistory, ReportedStatus


class ListedGoal(Record):
    """One goal as a row; `reported` is one status, or each of the conflicting ones."""

    region: str
    id: str
    title: str
    about: str
    reported: tuple[ReportedStatus, ...]
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]


class ListedRegion(Record):
    """One region's rows. `also` serve the chosen national goal beside another that is their primary one."""

    region: str
    label: str
    goals: tuple[ListedGoal, ...]
    also: tuple[ListedGoal, ...]


def goal_list(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    histories: Sequence[ProcessGoalHistory],
    all_histories: Sequence[ProcessGoalHistory],
    *,
    goal: int | None = None,
) -> tuple[ListedRegion, ...]:
    """Return rows by region; of one national goal first those that a count of it counts.

    `everything` is all goals of the regions: it tells which plan is the newest.
    """
    plans = latest_plans(all_histories)

    def rows(region: str, *, primary: bool) -> tuple[ListedGoal, ...]:
        of_region = [
            history for history in histories if history.region == region and (goal in (None, history.goal)) == primary
        ]
        return tuple(_goal(declared, history, plans.get(region, "")) for history in of_region)

    by_region = (
        ListedRegion(
            region=region,
            label=catalogue.label(region),
            goals=rows(region, primary=True),
            also=rows(region, primary=False),
        )
        for region in regions
    )
    return tuple(region_goals for region_goals in by_region if region_goals.goals or region_goals.also)


def reasons(declared: ProcessCatalogue, history: ProcessGoalHistory) -> tuple[str, ...]:
    """Return what hinders the goal or why it was dropped, each with its line."""
    return tuple(
        f"{hindrance.reason} ({hindrance.place.source}, rivi {hindrance.place.line})"
        for hindrance in declared.hindrances
        if (hindrance.region, hindrance.id) == (history.region, history.id)
    )


def _goal(declared: ProcessCatalogue, history: ProcessGoalHistory, plan: str) -> ListedGoal:
    concerns_of_goal = concerns(declared, history, plan)
    why = reasons(declared, history)
    if Concern.DROPPED in concerns_of_goal and not why:
        why = ("Lähde ei kerro syytä.",)
    about = (
        ", ".join(declared.package_name(history.region, package) for package in history.packages),
        f"hyötytavoite {history.goal}" if history.goal else "",
        f"myös {', '.join(map(str, history.other_goals))}" if history.other_goals else "",
        f"suunnitelma {history.plan}" if history.plan else "",
    )
    return ListedGoal(
        region=history.region,
        id=history.id,
        title=history.title,
        about=" · ".join(filter(None, about)),
        reported=history.current,
        concerns=concerns_of_goal,
        reasons=why,
    )
