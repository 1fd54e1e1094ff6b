"""One process goal: its way over the rounds, its parts, where it goes on, and what it is tied to."""

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
from data.views.process_goals.history import Told, Way


class Step(Record):
    """One round: what was told of the goal then, or nothing."""

    round: Round
    told: tuple[Told, ...]


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


class OneGoal(Record):
    """Everything on the page of one process goal."""

    way: Way
    region_label: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    outside: tuple[Told, ...]
    parts: tuple[Part, ...]
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]
    structures: tuple[str, ...]
    indicators: tuple[Tie, ...]
    actions: tuple[Tie, ...]


def one_goal(catalogue: Catalogue, declared: ProcessCatalogue, way: Way, *, latest_plan: str = "") -> OneGoal:
    """The goal as its sources tell it. Ties are those of the declared themes; there is none beside them."""
    themes = [theme for name in themes_of(declared, way) if (theme := declared.theme(name))]
    return OneGoal(
        way=way,
        region_label=catalogue.label(way.region),
        facts=tuple(_facts(catalogue, declared, way, [theme.name for theme in themes])),
        steps=tuple(Step(round=when, told=in_round(way, when)) for when in declared.rounds),
        outside=tuple(one for one in way.told if one.round is None),
        parts=tuple(
            Part(title=part.title, status=part.status, wording=part.wording, place=place_text(part.place))
            for part in declared.sub_goals
            if (part.region, part.id) == (way.region, way.id)
        ),
        concerns=concerns(declared, way, latest_plan),
        reasons=reasons(declared, way),
        structures=structure_names(declared, way),
        indicators=_indicators(catalogue, way.region, themes),
        actions=_actions(catalogue, declared, way.region, themes),
    )


def _indicators(catalogue: Catalogue, region: str, themes: Sequence[Theme]) -> tuple[Tie, ...]:
    """The region's indicators of any of the themes, each once, in the order of the catalogue."""

    def theme_of(indicator: Indicator) -> Theme | None:
        return next((theme for theme in themes if _is_of(indicator, theme)), None)

    mine = [(one, theme) for one in catalogue.indicators if one.region == region and (theme := theme_of(one))]
    return tuple(Tie(id=one.id, text=one.name, theme=theme.name) for one, theme in mine)


def _is_of(indicator: Indicator, theme: Theme) -> bool:
    by_concept = bool(theme.concept) and indicator.concept == theme.concept
    return by_concept or indicator.id in theme.indicators or indicator.theme in theme.indicator_themes


def _actions(catalogue: Catalogue, declared: ProcessCatalogue, region: str, themes: Sequence[Theme]) -> tuple[Tie, ...]:
    """The region's toimenpiteet of any of the themes, each once, by time."""
    of_theme = {one.id: theme.name for theme in themes for one in actions_of(catalogue, declared, region, theme.id)}
    return tuple(
        Tie(
            id=one.id,
            text=f"{finnish.period(one.period)}: {one.title}",
            place=place_text(one.place),
            theme=of_theme[one.id],
        )
        for one in actions_of(catalogue, declared, region)
        if one.id in of_theme
    )


def _facts(catalogue: Catalogue, declared: ProcessCatalogue, way: Way, themes: Sequence[str]) -> list[tuple[str, str]]:
    goal = f"{way.goal} {catalogue.goal(way.goal).short}" if way.goal else "ei kerrottu"
    others = finnish.listed([f"{number} {catalogue.goal(number).short}" for number in way.other_goals])
    rows = [
        ("Ensisijainen hyötytavoite", goal),
        ("Palvelee myös", others),
        ("Työpaketti", ", ".join(declared.package_name(way.region, one) for one in way.packages)),
        ("Suunnitelma", way.plan or "lähde ei erittele"),
        ("Teema", finnish.listed(list(themes)) or OTHER_THEME),
        ("Tavoitteen paikka lähteessä", place_text(way.place)),
    ]
    return [(label, text) for label, text in rows if text]
