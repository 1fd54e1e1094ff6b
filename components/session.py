"""What pages ask the store for. The version is the cache key: a publication shows at once, nothing is ever cleared."""

from collections.abc import Sequence

import streamlit as st

from components.first_start import open_store
from data.analysis.views.overview import Evidence
from data.catalogue import Catalogue, load_catalogue
from data.export import export_csv as csv_of
from data.model import Observation, ProcessGoal
from data.store import Store


@st.cache_resource
def store() -> Store:
    """The store, opened and at first start filled, once for the whole process."""
    return open_store()


def catalogue() -> Catalogue:
    """The catalogue that the application came with."""
    return load_catalogue()


def data_regions() -> list[str]:
    """The regions that have their own indicators in the catalogue, in the order of the sources."""
    return list(dict.fromkeys(source.region for source in catalogue().sources))


def observations(regions: Sequence[str], indicators: Sequence[str] | None = None) -> tuple[Observation, ...]:
    """Current observations of these regions and indicators (None: all)."""
    chosen = None if indicators is None else tuple(sorted(indicators))
    return _observations(store().version, tuple(sorted(regions)), chosen)


@st.cache_data(max_entries=64, show_spinner=False)
def _observations(
    version: int, regions: tuple[str, ...], indicators: tuple[str, ...] | None
) -> tuple[Observation, ...]:
    return store().observations(version=version, regions=regions, indicators=indicators)


def process_goals(regions: Sequence[str]) -> tuple[ProcessGoal, ...]:
    """Current process goals of these regions."""
    return _process_goals(store().version, tuple(sorted(regions)))


@st.cache_data(max_entries=32, show_spinner=False)
def _process_goals(version: int, regions: tuple[str, ...]) -> tuple[ProcessGoal, ...]:
    return store().process_goals(version=version, regions=regions)


def evidence() -> tuple[Evidence, ...]:
    """How many numbers there are, as the database counts them."""
    return _evidence(store().version)


@st.cache_data(max_entries=8, show_spinner=False)
def _evidence(version: int) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(region=c.region, indicator=c.indicator, role=c.role, numeric=c.numeric)
        for c in store().counts(version=version)
    )


def export_csv() -> str:
    """All current data as one CSV file; made when it is asked for."""
    version = store().version
    return csv_of(catalogue(), store().observations(version=version), store().process_goals(version=version))
