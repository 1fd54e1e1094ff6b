"""Plant and look: which faults are found, and which clean files are warned of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from loaders.check import Checked
from loaders.findings import Finding, Severity, Unreadable
from tests.faults.draft import Draft, cell_of
from tests.faults.planting import FAULTS, Planted

TRIES = 4_000  # places looked at for one that can hold the fault


@dataclass
class Score:
    """How many of a fault's plantings were found, and the files with those that were not."""

    planted: int = 0
    layouts: set[str] = field(default_factory=set)
    missed: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """Those whose cell a finding named."""
        return self.planted - len(self.missed)


def alarms(checked: Checked) -> list[Finding]:
    """The findings that stop or warn."""
    return [finding for finding in checked.findings if finding.severity is not Severity.TELLS]


def measure(drafts: Sequence[Draft], rounds: int, seed: int) -> dict[str, Score]:
    """Every fault planted `rounds` times at random, in files spread over the layouts that can have it."""
    return {name: _score(name, drafts, rounds, Random(f"{seed} {name}")) for name in FAULTS}


def _score(name: str, drafts: Sequence[Draft], rounds: int, chance: Random) -> Score:
    score = Score()
    layouts = list(dict.fromkeys(draft.layout for draft in drafts))
    for draft, planted in _plantings(name, drafts, layouts, rounds, chance):
        score.planted += 1
        score.layouts.add(draft.layout)
        if not is_found(planted):
            places = ", ".join("!".join(cell_of(place, planted.draft)) for place in planted.places[:2])
            score.missed.append(f"{draft.name} ({draft.layout}) {places}")
    return score


def _plantings(
    name: str, drafts: Sequence[Draft], layouts: Sequence[str], rounds: int, chance: Random
) -> Iterator[tuple[Draft, Planted]]:
    count = 0
    for _ in range(TRIES):
        layout = chance.choice(layouts)
        draft = chance.choice([draft for draft in drafts if draft.layout == layout])
        planted = FAULTS[name](draft, chance.choice(draft.spots), chance)
        if planted:
            count += 1
            yield draft, planted
        if count == rounds:
            return


def is_found(planted: Planted) -> bool:
    """Whether a finding of the fault's kind stands at its place."""
    try:
        findings = planted.draft.checked(planted.content).findings
    except Unreadable as error:
        return error.finding.code in planted.codes
    places = {cell_of(place, planted.draft) for place in planted.places}
    return any(
        finding.code in planted.codes and (not places or (finding.sheet, finding.cell) in places)
        for finding in findings
    )
