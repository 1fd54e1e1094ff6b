"""The reporting calendar: rounds as columns, and a round without a report shown as missing."""

from collections.abc import Sequence

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Record, Round, Source
from data.views.process_goals.history import Counts, ProcessGoalHistory, ReportedStatus, status_counts

NO_REPORT = "ei raportoitu"
NO_STATUS = "ei tilaa"


class RoundCell(Record):
    """One region in one round. An empty `report`: the region has none of that round."""

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
    catalogue: Catalogue, declared: ProcessCatalogue, regions: Sequence[str], histories: Sequence[ProcessGoalHistory]
) -> Calendar:
    """Return the statuses of these goals by round. A report belongs to the round of the last day that it covers."""
    return Calendar(
        rounds=declared.rounds,
        regions=tuple(
            _region(catalogue, declared, region, [history for history in histories if history.region == region])
            for region in regions
        ),
        outside=sum(status.round is None for history in histories for status in history.reported),
    )


def in_round(history: ProcessGoalHistory, when: Round) -> tuple[ReportedStatus, ...]:
    """Return the statuses of a goal in a round; the newest where an upload has several times of one round."""
    return tuple(status for status in history.reported if status.round == when)


def due(when: Round) -> str:
    """Return the day by which a round is reported: "15.11.2020"."""
    return finnish.day(when.due)


def _region(
    catalogue: Catalogue, declared: ProcessCatalogue, region: str, of_region: list[ProcessGoalHistory]
) -> RegionRounds:
    reports = {when.id: _report(catalogue, declared, region, when, of_region) for when in declared.rounds}
    cells = tuple(
        RoundCell(
            report=reports[when.id],
            counts=status_counts(
                tuple(dict.fromkeys(status.status for status in reported))
                for history in of_region
                if (reported := in_round(history, when))
            ),
        )
        for when in declared.rounds
    )
    rows = tuple(
        {"Prosessitavoite": history.title}
        | {when.name: _words(in_round(history, when), reports[when.id]) for when in declared.rounds}
        for history in of_region
    )
    return RegionRounds(region=region, label=catalogue.label(region), cells=cells, rows=rows)


def _words(reported: Sequence[ReportedStatus], report: str) -> str:
    if reported:
        return " / ".join(dict.fromkeys(status.status.value for status in reported))
    return NO_STATUS if report else NO_REPORT


def _report(
    catalogue: Catalogue, declared: ProcessCatalogue, region: str, when: Round, of_region: Sequence[ProcessGoalHistory]
) -> str:
    """Return the title of the region's report of a round, "ladattu taulukko" for an upload, or nothing."""
    titles = [s.title for s in catalogue.sources if s.region == region and _round_of(declared, s) == when]
    if titles:
        return titles[0]
    return "ladattu taulukko" if any(in_round(history, when) for history in of_region) else ""


def _round_of(declared: ProcessCatalogue, source: Source) -> Round | None:
    return declared.round_of(source.covers.end) if source.covers.end else None
