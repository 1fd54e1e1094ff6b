"""One process goal: its statuses over the rounds, its parts, its continuation, and related indicators and actions."""

from collections.abc import Sequence

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Indicator, ProcessStatus, Record, Round, Theme
from data.views.data_rows import place_text
from data.views.process_goals.action_timeline import actions_of
from data.views.process_goals.calendar import in_round
from data.views.process_goals.choice import OTHER_THEME, Concern, concerns, themes_of
from data.views.process_goals.continuation import structure_names
from data.views.process_goals.goal_list import reasons
from data.views.process_goals.history import ProcessGoalHistory, ReportedStatus


class Step(Record):
    """One round with the statuses that were reported then, if any."""

    round: Round
    reported: tuple[ReportedStatus, ...]


class Part(Record):
    """A sub-goal with the status that the source gives it."""

    title: str
    status: ProcessStatus
    wording: str
    place: str


class Tie(Record):
    """An indicator or a toimenpide of the same region and theme; `id` is an indicator's for its link."""

    id: str
    text: str
    theme: str
    place: str = ""


class GoalDetail(Record):
    """Everything on the page of one process goal."""

    history: ProcessGoalHistory
    region_label: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    outside: tuple[ReportedStatus, ...]
    parts: tuple[Part, ...]
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]
    structures: tuple[str, ...]
    indicators: tuple[Tie, ...]
    actions: tuple[Tie, ...]


def goal_detail(
    catalogue: Catalogue, declared: ProcessCatalogue, history: ProcessGoalHistory, *, latest_plan: str = ""
) -> GoalDetail:
    """Return the goal as its sources report it, with the indicators and toimenpiteet of its declared themes."""
    themes = [theme for name in themes_of(declared, history) if (theme := declared.theme(name))]
    return GoalDetail(
        history=history,
        region_label=catalogue.label(history.region),
        facts=tuple(_facts(catalogue, declared, history, [theme.name for theme in themes])),
        steps=tuple(Step(round=when, reported=in_round(history, when)) for when in declared.rounds),
        outside=tuple(reported for reported in history.reported if reported.round is None),
        parts=tuple(
            Part(title=part.title, status=part.status, wording=part.wording, place=place_text(part.place))
            for part in declared.sub_goals
            if (part.region, part.id) == (history.region, history.id)
        ),
        concerns=concerns(declared, history, latest_plan),
        reasons=reasons(declared, history),
        structures=structure_names(declared, history),
        indicators=_indicators(catalogue, history.region, themes),
        actions=_actions(catalogue, declared, history.region, themes),
    )


def _indicators(catalogue: Catalogue, region: str, themes: Sequence[Theme]) -> tuple[Tie, ...]:
    """Return the region's indicators of any of the themes, each once, in the order of the catalogue."""

    def theme_of(indicator: Indicator) -> Theme | None:
        return next((theme for theme in themes if _is_of(indicator, theme)), None)

    of_themes = [
        (indicator, theme)
        for indicator in catalogue.indicators
        if indicator.region == region and (theme := theme_of(indicator))
    ]
    return tuple(Tie(id=indicator.id, text=indicator.name, theme=theme.name) for indicator, theme in of_themes)


def _is_of(indicator: Indicator, theme: Theme) -> bool:
    by_concept = bool(theme.concept) and indicator.concept == theme.concept
    return by_concept or indicator.id in theme.indicators or indicator.theme in theme.indicator_themes


def _actions(catalogue: Catalogue, declared: ProcessCatalogue, region: str, themes: Sequence[Theme]) -> tuple[Tie, ...]:
    """Return the region's toimenpiteet of any of the themes, each once, by time."""
    of_theme = {
        action.id: theme.name for theme in themes for action in actions_of(catalogue, declared, region, theme.id)
    }
    return tuple(
        Tie(
            id=action.id,
            text=f"{finnish.period(action.period)}: {action.title}",
            place=place_text(action.place),
            theme=of_theme[action.id],
        )
        for action in actions_of(catalogue, declared, region)
        if action.id in of_theme
    )


def _facts(
    catalogue: Catalogue, declared: ProcessCatalogue, history: ProcessGoalHistory, themes: Sequence[str]
) -> list[tuple[str, str]]:
    goal = f"{history.goal} {catalogue.goal(history.goal).short}" if history.goal else "ei kerrottu"
    others = finnish.listed([f"{number} {catalogue.goal(number).short}" for number in history.other_goals])
    rows = [
        ("Ensisijainen hyötytavoite", goal),
        ("Palvelee myös", others),
        ("Työpaketti", ", ".join(declared.package_name(history.region, package) for package in history.packages)),
        ("Suunnitelma", history.plan or "lähde ei erittele"),
        ("Teema", finnish.listed(list(themes)) or OTHER_THEME),
        ("Tavoitteen paikka lähteessä", place_text(history.place)),
    ]
    return [(label, text) for label, text in rows if text]
