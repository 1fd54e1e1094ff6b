"""The history of values as it may be shown, whatever version a page is kept at (rules of the numbers, 6)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

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

    hidden = hidden_among([at for at, revision in enumerate(revisions) if revision.to_version is None])
    for places in _replaced_subjects(revisions):
        if limits[values[places[0]].indicator] is None:
            continue
        newest, *earlier = _moments(revisions, places)
        hidden |= hidden_among(_known_before(revisions, places, newest))
        if hidden.intersection(places) or any(
            hidden_among(state)
            for moment in earlier
            for state in (_held_before(revisions, places, moment), _known_before(revisions, places, moment))
        ):
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


def _moments(revisions: Sequence[Revision], places: Sequence[int]) -> list[int]:
    """Return the versions before which something held for the last time, the newest first; first the one to come."""
    closings = {closing for at in places if (closing := revisions[at].to_version) is not None}
    to_come = 1 + max(closings | {revisions[at].from_version for at in places})
    return [to_come, *sorted(closings, reverse=True)]


def _held_before(revisions: Sequence[Revision], places: Sequence[int], version: int) -> list[int]:
    """Return the places of what held just before a version."""
    return [
        at for at in places if revisions[at].from_version < version and version <= (revisions[at].to_version or version)
    ]


def _known_before(revisions: Sequence[Revision], places: Sequence[int], version: int) -> list[int]:
    """Return the places of the last value of each cell before a version, also of cells that had been removed."""
    before = sorted(
        (at for at in places if revisions[at].from_version < version), key=lambda at: revisions[at].from_version
    )
    return sorted({revisions[at].observation.key: at for at in before}.values())
