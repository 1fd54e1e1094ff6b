"""What may be shown of a store at a version: small numbers hidden, wherever it is shown or exported."""

from collections.abc import Sequence

from data.analysis.small_numbers.suppression import protect
from data.model import Observation
from data.store import Store
from loaders.first_start import catalogue_of


def shown_observations(
    store: Store,
    *,
    example: bool,
    version: int,
    regions: Sequence[str] | None = None,
    indicators: Sequence[str] | None = None,
) -> tuple[Observation, ...]:
    """The observations of these regions and indicators (None: all) that hold at a version.

    Small numbers are hidden by the cards of the version, and by those of today: what is hidden now was no freer then.
    """
    found = store.observations(version=version, regions=regions, indicators=indicators)
    shown = protect(found, catalogue_of(store, example, version))
    return shown if version == store.version else protect(shown, catalogue_of(store, example))
