"""The group that a value is of, as it is stored: "kunta: Hyvinkää | ikä: 0–6"."""

from collections.abc import Iterable
from typing import NamedTuple

OTHER_AREA = "vertailualue"  # the dimension that names the area of a comparison
_BETWEEN = " | "


class GroupPart(NamedTuple):
    """What a group is cut by, "" where that is not told, and the part of it."""

    dimension: str
    name: str

    @property
    def text(self) -> str:
        """Return the part as it is stored."""
        return f"{self.dimension}: {self.name}" if self.dimension else self.name


def group_parts(group: str) -> tuple[GroupPart, ...]:
    """Return the parts of a group in its order; everyone ("") has none."""
    split = (part.rpartition(": ") for part in group.split(_BETWEEN) if part)
    return tuple(GroupPart(dimension, name) for dimension, _, name in split)


def join_parts(parts: Iterable[GroupPart]) -> str:
    """Return the group that these parts make, as it is stored."""
    return _BETWEEN.join(part.text for part in parts)
