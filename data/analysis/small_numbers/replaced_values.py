"""The history of values as it may be shown, whatever version a page is kept at (rules of the numbers, 6)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from data.analysis.small_numbers.suppression import find_hidden, limits_of, suppress, tells
from data.catalogue import Catalogue
from data.model import Revision, Role
from data.settings import SETTINGS, Settings

_ROLES = (Role.BASELINE, Role.FOLLOW_UP, Role.CHANGE)  # a target or a comparison gives no count of the region away


def protect_history(
    revisions: Sequence[Revision], catalogue: Catalogue, *, settings: Settings = SETTINGS
) -> tuple[Revision, ...]:
    """Return the revisions, in their order, as all pages, versions and files may show them together.

    Values that hold now are protected as they stand, and so that they give away nothing of what has been removed. A
    value that has been replaced or removed is shown only where nothing of its indicator in its region is hidden at any
    version: beside the values that hold, an old total would give a small count away. Every revision of an indicator in
    a region has to be given at once. `catalogue` is the newest one: what is hidden now was no freer before.
    """
    values = [revision.observation for revision in revisions]
    limits = limits_of(values, catalogue, settings)

    def hidden_among(places: Sequence[int]) -> set[int]:
        return {places[at] for at in find_hidden([values[at] for at in places], limits, catalogue)}

    replaced_subjects = list(_replaced_subjects(revisions))
    rest = set(range(len(revisions))).difference(*replaced_subjects)
    hidden = hidden_among(sorted(rest))
    for places in replaced_subjects:
        if limits[values[places[0]].indicator] is None:
            continue
        newest, *earlier = _states(revisions, places)
        for state in newest:
            hidden |= hidden_among(state)
        if hidden.intersection(places) or any(map(hidden_among, chain.from_iterable(earlier))):
            replaced = (at for at in places if revisions[at].to_version is not None)
            hidden.update(at for at in replaced if values[at].role in _ROLES and tells(values[at]))
    shown = suppress(values, hidden, limits)
    return tuple(
        revision if value is revision.observation else revision.model_copy(update={"observation": value})
        for revision, value in zip(revisions, shown, strict=True)
    )


def _replaced_subjects(revisions: Sequence[Revision]) -> Iterator[list[int]]:
    """Yield the places of each indicator and region of which something has been replaced or removed."""
    subjects: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, revision in enumerate(revisions):
        subjects[revision.observation.region, revision.observation.indicator].append(at)
    for places in subjects.values():
        if any(revisions[at].to_version is not None for at in places):
            yield places


def _states(revisions: Sequence[Revision], places: Sequence[int]) -> list[set[tuple[int, ...]]]:
    """Return the states in which something held for the last time, the newest first, as places of revisions.

    Each is twice there if they differ: what held, and the last value of every cell, also of those removed before.
    """
    ordered = sorted(places, key=lambda at: revisions[at].from_version)
    closings = {closing for at in places if (closing := revisions[at].to_version) is not None}
    to_come = 1 + max(closings | {revisions[at].from_version for at in places})
    states = []
    for version in sorted(closings | {to_come}, reverse=True):
        before = [at for at in ordered if revisions[at].from_version < version]
        held = [at for at in before if (revisions[at].to_version or to_come) >= version]
        known = {revisions[at].observation.key: at for at in before}
        states.append({tuple(sorted(held)), tuple(sorted(known.values()))})
    return states
