"""What pages ask the store for. The version is the cache key: a publication shows at once, nothing is ever cleared."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import streamlit as st

from components.exports.csv_export import export_csv as csv_of
from components.filters import example_is_chosen, pinned_version
from data.analysis.status import Status
from data.catalogue import Catalogue, load_catalogue, load_example_catalogue
from data.catalogue.process_catalogue import ProcessCatalogue, load_process_catalogue
from data.finnish import day_text
from data.model import Observation, ProcessGoal
from data.store import Publication, Store
from data.views.card import statuses as statuses_of
from data.views.changes_since import Earlier
from data.views.comparison import Comparison
from data.views.comparison import comparison as comparison_of
from data.views.process_goals.history import ProcessGoalHistory
from data.views.process_goals.history import process_goal_histories as histories_of
from data.workspace import Workspace
from loaders.first_start import open_example_store, open_store


def store() -> Store:
    """The store of the data set in use."""
    return _store(example_is_chosen())


@st.cache_resource(show_spinner="Avataan tietoja")
def _store(example: bool) -> Store:
    """The store, opened and at first start filled, once for the whole process."""
    return open_example_store() if example else open_store()


def workspace() -> Workspace:
    """Return the data set and version in use."""
    example, newest = example_is_chosen(), store().version
    return _workspace(example, newest, pinned_version(newest))


@st.cache_resource(max_entries=16, show_spinner=False)
def _workspace(example: bool, newest: int, pinned: int | None) -> Workspace:
    shipped = load_example_catalogue() if example else load_catalogue()
    return Workspace(_store(example), shipped, pinned, newest=newest)


def catalogue() -> Catalogue:
    """The catalogue of the data set and version in use."""
    return workspace().catalogue


def pinned() -> int | None:
    """The version that the reader has chosen to see; None: the newest."""
    return workspace().pinned


def version() -> int:
    """The version that every query asks for."""
    return workspace().version


def today() -> date:
    """The day at which data without a closed source is judged: today, or the day of the version that was chosen."""
    return workspace().day


def data_regions() -> list[str]:
    """The regions that have their own indicators in the catalogue, in the order of the sources."""
    return list(workspace().regions)


def observations(regions: Sequence[str], indicators: Sequence[str] | None = None) -> tuple[Observation, ...]:
    """Observations of these regions and indicators (None: all)."""
    chosen = None if indicators is None else tuple(sorted(indicators))
    known = workspace()
    return _observations(example_is_chosen(), known.newest, known.pinned, tuple(sorted(regions)), chosen)


@st.cache_resource(max_entries=64, show_spinner=False)
def _observations(
    example: bool, newest: int, pinned: int | None, regions: tuple[str, ...], indicators: tuple[str, ...] | None
) -> tuple[Observation, ...]:
    return _workspace(example, newest, pinned).observations(regions, indicators)


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


def comparison(regions: Sequence[str], goal: int | None) -> Comparison:
    """Return these regions side by side, in their order; of one goal, or of all (None)."""
    known = workspace()
    return _comparison(example_is_chosen(), known.newest, known.pinned, known.day, tuple(regions), goal)


@st.cache_resource(max_entries=64, show_spinner=False)
def _comparison(
    example: bool, newest: int, pinned: int | None, day: date, regions: tuple[str, ...], goal: int | None
) -> Comparison:
    known = _workspace(example, newest, pinned)
    held = _observations(example, newest, pinned, tuple(sorted(regions)), None)
    return comparison_of(known.catalogue, regions, held, day, goal=goal)


def export_csv() -> Callable[[], str]:
    """Makes all data of the data set and version in use into one CSV file when called, even outside the page's run."""
    return partial(_export_csv, workspace())


def file_name(name: str) -> str:
    """What a file that is taken along is called: one of the example or of a chosen version says so first."""
    chosen = pinned()
    name = f"versio-{chosen}-{name}" if chosen else name
    return f"esimerkki-{name}" if example_is_chosen() else name


def _export_csv(known: Workspace) -> str:
    return csv_of(known.catalogue, known.observations(), known.process_goals())


def statuses(regions: Sequence[str]) -> dict[tuple[str, str], Status]:
    """The status of each indicator of these regions that has observations."""
    return statuses_of(catalogue(), observations(regions), today())


def publication(number: int) -> Publication:
    """The publication of a version that exists."""
    return workspace().at(number).publication


def newest_publication() -> Publication:
    """The publication of the version in use."""
    return workspace().publication


def earlier(number: int, regions: Sequence[str]) -> Earlier | None:
    """The state of these regions at an earlier version and what differs from it in the version in use, small numbers
    hidden; None where there is no such version before the one in use."""
    now = workspace()
    if not 1 <= number <= now.version:
        return None
    then = now.at(number)
    judged = statuses_of(then.catalogue, then.observations(regions), then.day)
    return Earlier(
        version=number,
        published=day_text(then.publication.created_at),
        differences=now.differences(number, regions),
        statuses=tuple((region, indicator, status) for (region, indicator), status in judged.items()),
        process_goals=then.process_goals(regions),
    )
