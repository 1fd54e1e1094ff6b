"""An indicator's own page: chart by the evidence, groups, every observation, its card, actions and corrections."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from data import finnish
from data.analysis.evidence import Evidence, evidence_of
from data.analysis.indicator_status import uncarded
from data.analysis.series import series_of
from data.analysis.small_numbers.suppression import threshold
from data.analysis.status_explanation import DIRECTIONS
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Observation, Record, Revision
from data.views.card import Card, card, main_series
from data.views.data_rows import Row, observation_rows
from data.views.facts import Fact, source_references, sources_text
from data.views.lead_facts import LeadFact, lead_facts
from data.workspace import Workspace


class ActionRow(Record):
    """A dated action that the source ties to the indicator."""

    when: str
    title: str
    place: str


class IndicatorView(Record):
    """Everything on an indicator's page."""

    card: Card
    evidence: Evidence
    rows: tuple[Row, ...]
    description: tuple[Fact, ...]
    is_complete: bool
    actions: tuple[ActionRow, ...]
    corrections: tuple[Row, ...]
    lead: tuple[LeadFact, ...]


def indicator_view(
    catalogue: Catalogue,
    indicator_id: str,
    region: str,
    observations: Sequence[Observation],
    corrections: Iterable[Revision],
    today: date,
) -> IndicatorView:
    """Return the view of one indicator in one region; `observations` are all current ones of the two."""
    indicator = catalogue.indicator(indicator_id) or uncarded(indicator_id, region)
    members = series_of(observations)
    own_card = card(catalogue, indicator, region, members, today)
    main = main_series(members)
    return IndicatorView(
        card=own_card,
        evidence=evidence_of(main) if main else Evidence.NONE,
        rows=_observation_rows(catalogue, observations),
        description=tuple(
            Fact(label=field.value, text=text) for field, text in description(catalogue, indicator).items()
        ),
        is_complete=indicator.is_complete,
        actions=tuple(_actions(catalogue, indicator)),
        corrections=tuple(_correction_rows(catalogue, corrections)),
        lead=lead_facts(indicator, main, own_card) if main else (),
    )


def indicator_page(workspace: Workspace, region: str, indicator_id: str) -> IndicatorView:
    """Return the page of an indicator of a region in a workspace."""
    observations = workspace.observations([region], [indicator_id])
    corrections = workspace.corrections(region, indicator_id)
    return indicator_view(workspace.catalogue, indicator_id, region, observations, corrections, workspace.day)


_SAME_FOR_ALL = ("Alue", "Mittari", "Tavoite")
_FIRST = ("Jakso", "Arvo", "Rooli", "Ryhmä")


def _observation_rows(catalogue: Catalogue, observations: Sequence[Observation]) -> tuple[Row, ...]:
    """Return the observations as rows, the newest first, without columns that are the same or empty on all of them."""
    newest_first = sorted(observations, key=lambda o: str(o.period.end or ""), reverse=True)
    rows = observation_rows(catalogue, newest_first)
    names = [name for name in (rows[0] if rows else ()) if name not in _SAME_FOR_ALL and any(row[name] for row in rows)]
    names.sort(key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    return tuple({name: row[name] for name in names} for row in rows)


_KINDS = {Kind.OUTCOME: "tulosmittari", Kind.OUTPUT: "tuotosmittari", Kind.CONTEXT: "taustatieto"}
_NOT_TOLD = "ei kerrottu"


class CardField(StrEnum):
    """A row of a mittarikortti under its heading."""

    DEFINITION = "Määritelmä"
    KIND = "Laji"
    DIRECTION = "Suunta"
    UNIT = "Yksikkö"
    NUMERATOR = "Osoittaja"
    DENOMINATOR = "Nimittäjä"
    POPULATION = "Kohdejoukko"
    DATA_SOURCE = "Tietolähde"
    COLLECTION = "Keruutapa"
    INTERVAL = "Päivitysväli"
    OWNER = "Omistaja"
    GOALS = "Hyötytavoite"
    OUTCOME_GOAL = "Alueen oma tulostavoite"
    CONCEPT = "Samansuuntaiset mittarit"
    NATIONAL_ID = "Kansallinen mittari"
    SMALL_NUMBERS = "Pienet luvut"
    LIMITS = "Käytön rajoitteet"


_OPTIONAL = {CardField.OUTCOME_GOAL, CardField.CONCEPT, CardField.NATIONAL_ID}


def description(catalogue: Catalogue, indicator: Indicator) -> dict[CardField, str]:
    """Return the mittarikortti row by row; what the source does not tell is said to be so."""
    goals = finnish.listed([f"{number} {catalogue.goal(number).short}" for number in indicator.goals])
    if goals and "hyötytavoite" in indicator.inferred:
        goals += " (päätelty)"
    rows = {
        CardField.DEFINITION: indicator.definition,
        CardField.KIND: _KINDS[indicator.kind],
        CardField.DIRECTION: f"{DIRECTIONS[indicator.direction]}: {indicator.direction_reason}",
        CardField.UNIT: indicator.unit,
        CardField.NUMERATOR: indicator.numerator,
        CardField.DENOMINATOR: indicator.denominator,
        CardField.POPULATION: indicator.population,
        CardField.DATA_SOURCE: indicator.data_source,
        CardField.COLLECTION: indicator.collection,
        CardField.INTERVAL: indicator.interval,
        CardField.OWNER: indicator.owner,
        CardField.GOALS: goals or "lähde ei nimeä hyötytavoitetta",
        CardField.OUTCOME_GOAL: _outcome_goal(catalogue, indicator),
        CardField.CONCEPT: next((c.name for c in catalogue.concepts if c.id == indicator.concept), ""),
        CardField.NATIONAL_ID: indicator.national_id,
        CardField.SMALL_NUMBERS: "peitetään" if threshold(indicator) else "julkaistu raportissa, ei peitetä",
        CardField.LIMITS: indicator.limits,
    }
    return {field: text or _NOT_TOLD for field, text in rows.items() if text or field not in _OPTIONAL}


def _outcome_goal(catalogue: Catalogue, indicator: Indicator) -> str:
    goals = (g for g in catalogue.outcome_goals if (g.region, g.number) == (indicator.region, indicator.outcome_goal))
    return next((f"{goal.number} {goal.name}" for goal in goals), "")


def _actions(catalogue: Catalogue, indicator: Indicator) -> Iterable[ActionRow]:
    tied = [action for action in catalogue.actions if indicator.id in action.indicators]
    for action in sorted(tied, key=lambda a: str(a.period.start)):
        place = sources_text(source_references(catalogue, [action.place]))
        yield ActionRow(when=finnish.period(action.period), title=action.title, place=place)


def _correction_rows(catalogue: Catalogue, corrections: Iterable[Revision]) -> Iterable[Row]:
    for correction in corrections:
        (row,) = observation_rows(catalogue, [correction.observation])
        shown = ("Ryhmä", "Rooli", "Jakso", "Arvo", "Lähde")
        yield {
            **{name: row[name] for name in shown},
            "Voimassa versiosta": correction.from_version,
            "Korvattu versiossa": correction.to_version,
        }
