"""What drawing a page again costs on the server: with the shipped data, and after a publication of 20 000 values."""

import os
import tempfile
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks import Ways
from data.model import Observation, Period, Place, Role
from data.store import Delivery
from loaders.first_start import open_store

_APP = Path(__file__).parents[1] / "app.py"
_MONTHS, _GROUPS, _INDICATORS = 36, 7, 80  # 20 160 values
_SHIPPED, _LARGE = "1", "3"  # versions


@cache
def _fill() -> None:
    """Open a store of its own: version 1 is shipped, 2 brings 20 000 values, and 3 changes them all."""
    os.environ["SEURANTA_DATA"] = tempfile.mkdtemp(prefix="seuranta-bench-")
    os.environ.pop("DATABASE_URL", None)
    store = open_store()
    for added in (0, 7):
        delivery = Delivery(file_name="bench", content=str(added).encode(), observations=_observations(added))
        store.publish([delivery], author="bench")


def _observations(added: int) -> tuple[Observation, ...]:
    return tuple(
        _observation(indicator, group, month, float(added + (indicator + group * 13 + month * 7) % 97))
        for indicator in range(_INDICATORS)
        for group in range(_GROUPS)
        for month in range(_MONTHS)
    )


def _observation(indicator: int, group: int, month: int, value: float) -> Observation:
    start = date(2023 + month // 12, month % 12 + 1, 1)
    return Observation(
        region="Kymenlaakso",
        indicator=f"mittari-{indicator}",
        group=f"kunta: {group}",
        role=Role.FOLLOW_UP,
        period=Period(start=start, end=start.replace(day=monthrange(start.year, start.month)[1])),
        value=value,
        unit="hlö",
        place=Place(source="bench"),
    )


def _drawn_again(page: str, version: str) -> Callable[[], object]:
    """Return what draws a page again that has been open for a while."""
    app = AppTest.from_file(_APP, default_timeout=600)
    app.query_params["versio"] = version
    app.switch_page(f"pages/{page}.py").run().run()
    return app.run


def bench_front_page() -> Ways:
    """Draw the front page again, as any press of a button does."""
    _fill()
    return {
        "shipped data": _drawn_again("yleiskuva", _SHIPPED),
        "20 000 values changed last": _drawn_again("yleiskuva", _LARGE),
    }


def bench_data_page() -> Ways:
    """Draw the page Tiedot again, with every observation in its table."""
    _fill()
    return {"shipped data": _drawn_again("tiedot", _SHIPPED), "20 000 observations": _drawn_again("tiedot", _LARGE)}
