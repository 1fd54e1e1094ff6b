"""An indicator's own page: chart by the evidence, groups, every observation, its card, actions and corrections."""

from collections.abc import Iterable, Sequence
from datetime import date

from data import finnish
from data.analysis.evidence import Rung, rung
from data.analysis.series import series_of
from data.catalogue import Catalogue
from data.model import Direction, Indicator, Kind, Observation, Record
from data.views.card import Card, Fact, card, main_series, uncarded
from data.views.data_rows import Row, observation_rows


class Correction(Record):
    """A value that has been replaced: from which version it held, and which one closed it."""

    from_version: int
    to_version: int
    observation: Observation


class ActionRow(Record):
    """A dated action that the source ties to the indicator."""

    when: str
    title: str
    place: str


class IndicatorView(Record):
    """Everything on an indicator's page."""

    card: Card
    rung: Rung
    rows: tuple[Row, ...]
    description: tuple[Fact, ...]
    is_complete: bool
    actions: tuple[ActionRow, ...]
    corrections: tuple[Row, ...]
    signals: tuple[Fact, ...]


def indicator_view(
    catalogue: Catalogue,
    indicator_id: str,
    region: str,
    observations: Sequence[Observation],
    corrections: Iterable[Correction],
    today: date,
) -> IndicatorView:
    """The view of one indicator in one region. `observations` are the region's current ones of this indicator."""
    indicator = catalogue.indicator(indicator_id) or uncarded(indicator_id, region)
    members = series_of(observations)
    made = card(catalogue, indicator, region, members, today)
    main = main_series(members)
    return IndicatorView(
        card=made,
        rung=rung(main) if main else Rung.NONE,
        rows=tuple(
            {name: text for name, text in row.items() if name not in _SAME_FOR_ALL}
            for row in observation_rows(catalogue, observations)
        ),
        description=tuple(description(catalogue, indicator)),
        is_complete=indicator.is_complete,
        actions=tuple(_actions(catalogue, indicator)),
        corrections=tuple(_correction_rows(catalogue, corrections)),
        signals=_signals(made),
    )


_SAME_FOR_ALL = ("Alue", "Mittari", "Tavoite")
_DIRECTIONS = {
    Direction.HIGHER: "suurempi arvo on parempi",
    Direction.LOWER: "pienempi arvo on parempi",
    Direction.NOT_JUDGED: "suuntaa ei arvioida",
}
_KINDS = {Kind.OUTCOME: "tulosmittari", Kind.OUTPUT: "tuotosmittari", Kind.CONTEXT: "taustatieto"}
_NOT_TOLD = "ei kerrottu"


def description(catalogue: Catalogue, indicator: Indicator) -> Iterable[Fact]:
    """The mittarikortti row by row; what the source does not tell is said to be so."""
    goals = finnish.listed([f"{number} {catalogue.goal(number).short}" for number in indicator.goals])
    if goals and "hyötytavoite" in indicator.inferred:
        goals += " (päätelty)"
    concept = next((c.name for c in catalogue.concepts if c.id == indicator.concept), "")
    public = indicator.small_number_rule == "julkinen"
    rows = (
        ("Määritelmä", indicator.definition),
        ("Laji", _KINDS[indicator.kind]),
        ("Suunta", f"{_DIRECTIONS[indicator.direction]}: {indicator.direction_reason}"),
        ("Yksikkö", indicator.unit),
        ("Osoittaja", indicator.numerator),
        ("Nimittäjä", indicator.denominator),
        ("Kohdejoukko", indicator.population),
        ("Tietolähde", indicator.data_source),
        ("Keruutapa", indicator.collection),
        ("Päivitysväli", indicator.interval),
        ("Omistaja", indicator.owner),
        ("Hyötytavoite", goals or "lähde ei nimeä hyötytavoitetta"),
        ("Alueen oma tulostavoite", _outcome_goal(catalogue, indicator)),
        ("Samansuuntaiset mittarit", concept),
        ("Kansallinen mittari", indicator.national_id),
        ("Pienet luvut", "julkaistu raportissa, ei peitetä" if public else "peitetään"),
        ("Käytön rajoitteet", indicator.limits),
    )
    optional = {"Alueen oma tulostavoite", "Samansuuntaiset mittarit", "Kansallinen mittari"}
    for label, text in rows:
        if text or label not in optional:
            yield Fact(label=label, text=text or _NOT_TOLD)


def _outcome_goal(catalogue: Catalogue, indicator: Indicator) -> str:
    found = (g for g in catalogue.outcome_goals if (g.region, g.number) == (indicator.region, indicator.outcome_goal))
    return next((f"{goal.number} {goal.name}" for goal in found), "")


def _actions(catalogue: Catalogue, indicator: Indicator) -> Iterable[ActionRow]:
    tied = [action for action in catalogue.actions if indicator.id in action.indicators]
    for action in sorted(tied, key=lambda a: str(a.period.start)):
        place = f"{action.place.source}, rivi {action.place.line}"
        yield ActionRow(when=finnish.period(action.period), title=action.title, place=place)


def _correction_rows(catalogue: Catalogue, corrections: Iterable[Correction]) -> Iterable[Row]:
    for one in corrections:
        (row,) = observation_rows(catalogue, [one.observation])
        shown = ("Ryhmä", "Rooli", "Jakso", "Arvo", "Lähde")
        yield {
            **{name: row[name] for name in shown},
            "Voimassa versiosta": one.from_version,
            "Korvattu versiossa": one.to_version,
        }


def _signals(made: Card) -> tuple[Fact, ...]:
    """Each rule with the months that it marks, consecutive months as a span."""
    if made.time_chart is None:
        return ()
    at = {point.when: index for index, point in enumerate(made.time_chart.points)}
    periods = [point.period for point in made.time_chart.points]
    spans: dict[str, list[tuple[int, int]]] = {}
    for signal in made.time_chart.signals:
        index, found = at[signal.when], spans.setdefault(signal.rule, [])
        if found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return tuple(
        Fact(
            label=rule.capitalize(),
            text=finnish.listed([periods[a] if a == b else f"{periods[a]}–{periods[b]}" for a, b in found]),
        )
        for rule, found in spans.items()
    )
