"""The reporting calendar: rounds as columns, and a round without a report is seen as missing."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record, Round, Source
from data.views.process_goals.history import Counts, Told, Way, status_counts

NO_REPORT = "ei raportoitu"
NO_STATUS = "ei tilaa"


class RoundCell(Record):
    """What one region told in one round. No `report`: there is none of that round."""

    report: str
    counts: Counts


class RegionRounds(Record):
    """One region's cells in the order of the rounds, and its goals as table rows with a column per round."""

    region: str
    label: str
    cells: tuple[RoundCell, ...]
    rows: tuple[dict[str, str], ...]


class Calendar(Record):
    """The rounds as columns; `outside` is how many statuses fall on no round of the calendar."""

    rounds: tuple[Round, ...]
    regions: tuple[RegionRounds, ...]
    outside: int


def calendar(
    catalogue: Catalogue, declared: ProcessCatalogue, regions: Sequence[str], found: Sequence[Way]
) -> Calendar:
    """Statuses of these goals by round. A report belongs to the round of the last day that it covers."""
    return Calendar(
        rounds=declared.rounds,
        regions=tuple(
            _region(catalogue, declared, region, [way for way in found if way.region == region]) for region in regions
        ),
        outside=sum(one.round is None for way in found for one in way.told),
    )


def in_round(way: Way, when: Round) -> tuple[Told, ...]:
    """What is told of a goal in a round; the newest where an upload tells several times of one round."""
    return tuple(one for one in way.told if one.round == when)


def due(when: Round) -> str:
    """The day by which a round is reported: "15.11.2020"."""
    return day(when.due)


def day(when: date) -> str:
    """A day in Finnish: "15.11.2020"."""
    return f"{when.day}.{when.month}.{when.year}"


def _region(catalogue: Catalogue, declared: ProcessCatalogue, region: str, mine: list[Way]) -> RegionRounds:
    reports = {when.id: _report(catalogue, declared, region, when, mine) for when in declared.rounds}
    cells = tuple(
        RoundCell(
            report=reports[when.id],
            counts=status_counts(
                tuple(dict.fromkeys(one.status for one in told)) for way in mine if (told := in_round(way, when))
            ),
        )
        for when in declared.rounds
    )
    rows = tuple(
        {"Prosessitavoite": way.title}
        | {when.name: _words(in_round(way, when), reports[when.id]) for when in declared.rounds}
        for way in mine
    )
    return RegionRounds(region=region, label=catalogue.label(region), cells=cells, rows=rows)


def _words(told: Sequence[Told], report: str) -> str:
    if told:
        return " / ".join(dict.fromkeys(one.status.value for one in told))
    return NO_STATUS if report else NO_REPORT


def _report(catalogue: Catalogue, declared: ProcessCatalogue, region: str, when: Round, mine: Sequence[Way]) -> str:
    """The title of the region's report of a round, "ladattu taulukko" for an upload, or nothing."""
    titles = [s.title for s in catalogue.sources if s.region == region and _round_of(declared, s) == when]
    if titles:
        return titles[0]
    return "ladattu taulukko" if any(in_round(way, when) for way in mine) else ""


def _round_of(declared: ProcessCatalogue, source: Source) -> Round | None:
    return declared.round_of(source.covers.end) if source.covers.end else None
