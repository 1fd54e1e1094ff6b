"""What a new release of the shipped data may change: the cells that still hold what the product itself put there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from data.model import LeftOutValue, Observation, ProcessGoal
from data.store import Delivery, Store

_Shipped = TypeVar("_Shipped", Observation, ProcessGoal)
_Records = dict[tuple[str, ...], Observation | ProcessGoal]


@dataclass(frozen=True, slots=True)
class Release:
    """What of a release is published, and what of it is not since people have corrected or removed the cell.

    `outdated` are values left out of earlier releases that this one replaces or takes back.
    """

    deliveries: list[Delivery]
    left_out: list[LeftOutValue]
    outdated: list[LeftOutValue]


def leave_corrections(store: Store, deliveries: Sequence[Delivery], author: str, version: int) -> Release:
    """Return the release without what would overwrite people's corrections or bring back what they have removed.

    `author` is who publishes the shipped data; the cells are compared as they hold at `version`. A cell holds the
    product's own value when it says what `author` last published of it, whoever put it back there.
    """
    observations = [record for delivery in deliveries for record in delivery.observations]
    goals = [record for delivery in deliveries for record in delivery.process_goals]
    regions = sorted({record.region for record in (*observations, *goals)})
    indicators = sorted({record.indicator for record in observations})
    current = _by_key(store.observations(version=version, regions=regions, indicators=indicators))
    current |= _by_key(store.process_goals(version=version, regions=regions))
    shipped = _by_key(store.published_by(author))
    released: list[Observation | ProcessGoal] = [*observations, *goals]
    left_out = {
        record.key: LeftOutValue(shipped=record)
        for record in released
        if _is_kept(record, current, shipped) and _is_new(record, current, shipped)
    }
    released_keys = {record.key for record in released}
    known = {value.key: value for value in store.left_out_values(version=version)}
    return Release(
        deliveries=[_published(delivery, current, shipped, left_out) for delivery in deliveries],
        left_out=[value for key, value in left_out.items() if key not in known or known[key].content != value.content],
        outdated=[value for key, value in known.items() if key not in left_out and key in released_keys],
    )


def _published(
    delivery: Delivery, current: _Records, shipped: _Records, left_out: dict[tuple[str, ...], LeftOutValue]
) -> Delivery:
    def open_to_release(records: Iterable[_Shipped]) -> tuple[_Shipped, ...]:
        return tuple(record for record in records if not _is_kept(record, current, shipped))

    records = (*delivery.observations, *delivery.process_goals)
    return delivery.model_copy(
        update={
            "observations": open_to_release(delivery.observations),
            "process_goals": open_to_release(delivery.process_goals),
            "left_out_values": tuple(left_out[record.key] for record in records if record.key in left_out),
        }
    )


def _is_kept(record: Observation | ProcessGoal, current: _Records, shipped: _Records) -> bool:
    """Return whether the cell of a shipped record stays as it is, since a person has corrected or removed it."""
    now, before = current.get(record.key), shipped.get(record.key)
    if now is None:
        return before is not None  # removed
    return before is None or now.content != before.content


def _is_new(record: Observation | ProcessGoal, current: _Records, shipped: _Records) -> bool:
    """Return whether a release says of a cell what neither an earlier one nor the cell itself says."""
    others = (current.get(record.key), shipped.get(record.key))
    return all(other is None or other.content != record.content for other in others)


def _by_key(records: Iterable[Observation | ProcessGoal]) -> _Records:
    return {record.key: record for record in records}
