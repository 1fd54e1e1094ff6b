"""Counts since the turn of the year: which indicators are such, and what a month of one adds to the months before."""

from collections.abc import Iterable

from data.catalogue import Catalogue, normalise
from data.model import Missing, Observation

_WORDS = ("kumulatiiv", "kertymä", "vuoden alusta")

Key = tuple[str, ...]


def is_cumulative(one: Observation, catalogue: Catalogue) -> bool:
    """Whether the indicator's card, or the name of one without a card, says that it adds up over the year."""
    indicator = catalogue.indicator(one.indicator)
    text = normalise(f"{indicator.name} {indicator.definition}" if indicator else one.indicator)
    return any(word in text for word in _WORDS)


def bases(observations: Iterable[Observation], catalogue: Catalogue) -> dict[Key, float | None]:
    """Return what each cumulative number stood at before its period: 0 at the turn of the year, None where it is not
    known or hidden."""
    series: dict[tuple[object, ...], list[Observation]] = {}
    for one in observations:
        is_counted = one.value is not None or one.missing is Missing.HIDDEN
        if is_counted and one.period.start and is_cumulative(one, catalogue):
            year = one.period.start.year
            series.setdefault((one.region, one.indicator, one.group, one.unit, one.role, year), []).append(one)
    found: dict[Key, float | None] = {}
    for group in series.values():
        before: float | None = None
        for one in sorted(group, key=lambda one: str(one.period.start)):
            is_first = (one.period.start.month, one.period.start.day) == (1, 1) if one.period.start else False
            found[one.key] = 0.0 if is_first else before
            before = one.value
    return found
