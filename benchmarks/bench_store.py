"""What a page's questions to the store cost as the store grows, and what a view costs beside them."""

import tempfile
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from benchmarks import Ways
from data.catalogue import load_catalogue
from data.model import Observation, Period, Place, Role
from data.store import Delivery, Store
from data.store.connection import connect
from data.views.card import cards

_SIZES = (2_000, 20_000, 200_000)
_MONTHS = 36


def _store(size: int) -> Store:
    """Fill a store with so many monthly observations, 36 of each indicator of one region."""
    folder = Path(tempfile.mkdtemp(prefix="seuranta-bench-"))
    store = Store(connect(f"sqlite:///{folder / 'store.db'}"))
    observations = tuple(_observation(number) for number in range(size))
    store.publish([Delivery(file_name="bench", content=b"bench", observations=observations)], author="bench")
    return store


def _observation(number: int) -> Observation:
    month = number % _MONTHS
    when = date(2023 + month // 12, month % 12 + 1, 1)
    return Observation(
        region="Kymenlaakso",
        indicator=f"mittari-{number // _MONTHS}",
        role=Role.FOLLOW_UP,
        period=Period(label=f"{when.month}/{when.year}", start=when, end=when.replace(day=28)),
        value=float(number % 97),
        unit="%",
        place=Place(source="bench", line=number + 1),
    )


def bench_one_indicator() -> Ways:
    """Observations of one indicator, by the size of the store: a page costs the same however much there is."""
    stores = {size: _store(size) for size in _SIZES}
    return {
        f"{size} observations": partial(store.observations, regions=["Kymenlaakso"], indicators=["mittari-7"])
        for size, store in stores.items()
    }


def bench_reading_against_a_view() -> Ways:
    """Ten indicators: reading them, and making their cards from them."""
    store = _store(_SIZES[0])
    chosen = [f"mittari-{number}" for number in range(10)]
    observations = store.observations(indicators=chosen)
    catalogue, today = load_catalogue(), datetime.now(UTC).date()
    return {
        "read from the store": lambda: store.observations(indicators=chosen),
        "make the cards": lambda: cards(catalogue, observations, today),
    }
