"""What pages ask the store for. The version is the cache key: a publication shows at once, nothing is ever cleared."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import streamlit as st

from components.exports.csv_export import export_csv as csv_of
from components.filters import example_is_chosen, pinned_version
from components.shown import shown_observations
from data.analysis.small_numbers.replaced_values import protect_past
from data.analysis.status import Status
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.model import Observation, ProcessGoal
from data.store import Publication, Store
from data.views.card import statuses as statuses_of
from data.views.changes_since import Earlier
from data.views.indicator import Correction
from data.views.overview import Evidence
from data.views.process_goals.history import ProcessGoalHistory
from data.views.process_goals.history import process_goal_histories as histories_of
from data.views.version_changes import Difference
from loaders.first_start import catalogue_of, open_example_store, open_store

_FINLAND = ZoneInfo("Europe/Helsinki")


def store() -> Store:
    """The store of the data set in use."""
    return _store(example_is_chosen())


@st.cache_resource(show_spinner="Avataan tietoja")
def _store(example: bool) -> Store:
    """The store, opened and at first start filled, once for the whole process."""
    return open_example_store() if example else open_store()


def catalogue() -> Catalogue:
    """The catalogue of the data set and version in use."""
    return _catalogue(example_is_chosen(), version())


@st.cache_resource(max_entries=8, show_spinner=False)
def _catalogue(example: bool, version: int) -> Catalogue:
    return catalogue_of(_store(example), example, version)


def pinned() -> int | None:
    """The version that the reader has chosen to see; None: the newest."""
    return pinned_version(store().version)


def version() -> int:
    """The version that every query asks for."""
    return pinned() or store().version


def today() -> date:
    """The day at which data without a closed source is judged: today, or the day of the version that was chosen."""
    chosen = pinned()
    return local_day(publication(chosen).created_at) if chosen else datetime.now(_FINLAND).date()


def data_regions() -> list[str]:
    """The regions that have their own indicators in the catalogue, in the order of the sources."""
    known = catalogue()
    regions = [source.region for source in known.sources] + [indicator.region for indicator in known.indicators]
    return list(dict.fromkeys(filter(None, regions)))


def observations(regions: Sequence[str], indicators: Sequence[str] | None = None) -> tuple[Observation, ...]:
    """Observations of these regions and indicators (None: all)."""
    chosen = None if indicators is None else tuple(sorted(indicators))
    return _observations(example_is_chosen(), version(), store().version, tuple(sorted(regions)), chosen)


@st.cache_data(max_entries=64, show_spinner=False)
def _observations(
    example: bool, version: int, newest: int, regions: tuple[str, ...], indicators: tuple[str, ...] | None
) -> tuple[Observation, ...]:
    """`newest` is there for the key of the cache: what is hidden today depends on it."""
    return shown_observations(_store(example), example=example, version=version, regions=regions, indicators=indicators)


def process_goals(regions: Sequence[str]) -> tuple[ProcessGoal, ...]:
    """Process goals of these regions."""
    return _process_goals(example_is_chosen(), version(), tuple(sorted(regions)))


@st.cache_data(max_entries=32, show_spinner=False)
def _process_goals(example: bool, version: int, regions: tuple[str, ...]) -> tuple[ProcessGoal, ...]:
    return _store(example).process_goals(version=version, regions=regions)


def process_catalogue() -> ProcessCatalogue:
    """What is declared about process goals: rounds, work packages, themes, sub-goals, hindrances, continuations."""
    return load_process_catalogue()


def process_goal_histories(regions: Sequence[str]) -> tuple[ProcessGoalHistory, ...]:
    """The process goals of these regions, each with all its statuses, in the order of the regions."""
    found = histories_of(catalogue(), process_catalogue(), process_goals(regions))
    return tuple(sorted(found, key=lambda way: list(regions).index(way.region)))


def evidence() -> tuple[Evidence, ...]:
    """How many numbers there are, as the database counts them."""
    return _evidence(example_is_chosen(), version())


@st.cache_data(max_entries=8, show_spinner=False)
def _evidence(example: bool, version: int) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(region=c.region, indicator=c.indicator, role=c.role, numeric=c.numeric)
        for c in _store(example).counts(version=version)
    )


def export_csv() -> Callable[[], str]:
    """Makes all data of the data set and version in use into one CSV file when called, even outside the page's run."""
    return partial(_export_csv, example_is_chosen(), version())


def file_name(name: str) -> str:
    """What a file that is taken along is called: one of the example or of a chosen version says so first."""
    chosen = pinned()
    name = f"versio-{chosen}-{name}" if chosen else name
    return f"esimerkki-{name}" if example_is_chosen() else name


def _export_csv(example: bool, version: int) -> str:
    source = _store(example)
    known = _catalogue(example, version)
    observations = shown_observations(source, example=example, version=version)
    return csv_of(known, observations, source.process_goals(version=version))


def corrections(region: str, indicator: str) -> tuple[Correction, ...]:
    """Values of an indicator that have been replaced, oldest first; what is hidden now was not any freer before."""
    newest = version()
    past = [
        one for one in store().history(region, indicator) if one.to_version is not None and one.to_version <= newest
    ]
    shown = protect_past((one.observation for one in past), observations([region], [indicator]), catalogue())
    return tuple(
        Correction(from_version=one.from_version, to_version=one.to_version, observation=observation)
        for one, observation in zip(past, shown, strict=True)
        if one.to_version is not None
    )


def statuses(regions: Sequence[str]) -> dict[tuple[str, str], Status]:
    """The status of each indicator of these regions that has observations."""
    return statuses_of(catalogue(), observations(regions), today())


def publication(number: int) -> Publication:
    """The publication of a version that exists."""
    return next(one for one in store().publications() if one.version == number)


def newest_publication() -> Publication:
    """The publication of the version in use."""
    return publication(version())


def changes(version: int) -> tuple[Difference, ...]:
    """What a version changed, small numbers hidden."""
    found = store().changes(version)
    touched = [one for change in found for one in (change.old, change.new) if one]
    current = observations(sorted({o.region for o in touched}), sorted({o.indicator for o in touched}))

    def shown(one: Observation | None) -> Observation | None:
        return protect_past([one], current, catalogue())[0] if one else None

    return tuple(Difference(old=shown(change.old), new=shown(change.new)) for change in found)


def earlier(number: int, regions: Sequence[str]) -> Earlier | None:
    """The state of these regions at an earlier version and what differs from it in the version in use, small numbers
    hidden; None where there is no such version before the one in use."""
    now = version()
    return (
        _earlier(example_is_chosen(), number, now, store().version, tuple(sorted(regions)))
        if 1 <= number <= now
        else None
    )


@st.cache_data(max_entries=16, show_spinner=False)
def _earlier(example: bool, then: int, now: int, newest: int, regions: tuple[str, ...]) -> Earlier:
    source, known = _store(example), _catalogue(example, newest)
    found = [one for one in source.differences(then, now) if one.observation.region in regions]
    before = _observations(example, then, newest, regions, None)
    shown = (*before, *_observations(example, now, newest, regions, None))
    old = iter(protect_past((one.old for one in found if one.old), shown, known))
    new = iter(protect_past((one.new for one in found if one.new), shown, known))
    when = next(one.created_at for one in source.publications() if one.version == then)
    judged = statuses_of(_catalogue(example, then), before, local_day(when))
    return Earlier(
        version=then,
        published=day_text(when),
        differences=tuple(
            Difference(old=next(old) if one.old else None, new=next(new) if one.new else None) for one in found
        ),
        statuses=tuple((region, indicator, status) for (region, indicator), status in judged.items()),
        process_goals=_process_goals(example, then, regions),
    )


def replaced_pairs() -> list[tuple[Observation, Observation]]:
    """Every replaced value with the one that replaced it, small numbers hidden, oldest first."""
    later = range(2, version() + 1)
    return [(one.old, one.new) for version in later for one in changes(version) if one.old and one.new]


def local_time(moment: datetime) -> str:
    """A moment as a Finnish clock shows it: "22.11.2026 klo 3.05"."""
    there = _there(moment)
    return f"{day_text(moment)} klo {there.hour}.{there.minute:02}"


def day_text(moment: datetime) -> str:
    """The day of a moment as it is written: "22.11.2026"."""
    there = _there(moment)
    return f"{there.day}.{there.month}.{there.year}"


def local_day(moment: datetime) -> date:
    """The day of a moment in Finland."""
    return _there(moment).date()


def _there(moment: datetime) -> datetime:
    if moment.tzinfo is None:  # SQLite keeps no time zone; what is stored is UTC
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(_FINLAND)
