"""Toimenpiteet on a time axis, a facet a region: bars in lanes so that no two of them lie on each other."""

from collections.abc import Sequence
from datetime import date, timedelta

from data import finnish
from data.catalogue import Catalogue
from data.catalogue.process_catalogue import ProcessCatalogue
from data.model import Action, Record
from data.views.data_rows import Row, place_text

_SHORTEST = timedelta(days=31)  # a day's bar is drawn this long so that it can be seen; the text tells the day
_GAP = timedelta(days=20)


class TimelineAction(Record):
    """One toimenpide: its real span, the lane that it is drawn in, and what is read out of it as `hover`."""

    title: str
    kind: str
    start: date
    end: date
    lane: int
    when: str
    place: str
    hover: str


class RegionTimeline(Record):
    """One region's toimenpiteet by time. `undated` have no date in the report and stand in the table only."""

    region: str
    label: str
    drawn: tuple[TimelineAction, ...]
    lanes: int
    rows: tuple[Row, ...]


class Timeline(Record):
    """All regions on one axis from `start` to `end`."""

    regions: tuple[RegionTimeline, ...]
    start: date | None
    end: date | None
    alt: str


def timeline(
    catalogue: Catalogue,
    declared: ProcessCatalogue,
    regions: Sequence[str],
    *,
    goal: int | None = None,
    theme: str = "",
) -> Timeline:
    """Return the toimenpiteet of these regions; of one national goal or one theme where those are chosen."""
    timelines = tuple(
        _region(
            catalogue,
            region,
            [action for action in actions_of(catalogue, declared, region, theme) if _fits(action, goal)],
        )
        for region in regions
    )
    timelines = tuple(timeline for timeline in timelines if timeline.rows)
    drawn = [action for timeline in timelines for action in timeline.drawn]
    counts = [
        f"{timeline.label}: {finnish.counted(len(timeline.rows), 'toimenpide', 'toimenpidettä')}"
        for timeline in timelines
    ]
    return Timeline(
        regions=timelines,
        start=min((action.start for action in drawn), default=None),
        end=max((action.end for action in drawn), default=None),
        alt=f"Toimenpiteet aikajanalla. {'. '.join(counts)}." if counts else "",
    )


def actions_of(catalogue: Catalogue, declared: ProcessCatalogue, region: str, theme: str = "") -> list[Action]:
    """Return a region's toimenpiteet by time, of one theme or of all ("")."""
    of_theme = {action for action, name in declared.theme_actions if name == theme}
    of_region = [
        action for action in catalogue.actions if action.region == region and (not theme or action.id in of_theme)
    ]
    return sorted(
        of_region, key=lambda action: (action.period.start or date.max, action.period.end or date.max, action.title)
    )


def _fits(action: Action, goal: int | None) -> bool:
    return goal is None or goal in action.goals


def _region(catalogue: Catalogue, region: str, actions: Sequence[Action]) -> RegionTimeline:
    ends: list[date] = []
    drawn = []
    for action in actions:
        start, end = action.period.start, action.period.end
        if start is None or end is None:
            continue
        lane = next((at for at, taken in enumerate(ends) if taken < start), len(ends))
        busy = max(end, start + _SHORTEST) + _GAP
        ends[lane : lane + 1] = [busy]
        drawn.append(
            TimelineAction(
                title=action.title,
                kind=action.kind,
                start=start,
                end=end,
                lane=lane,
                when=finnish.period(action.period),
                place=place_text(action.place),
                hover=f"{action.title}: {finnish.period(action.period)} ({action.kind})",
            )
        )
    return RegionTimeline(
        region=region,
        label=catalogue.label(region),
        drawn=tuple(drawn),
        lanes=len(ends),
        rows=tuple(_row(action) for action in actions),
    )


def _row(action: Action) -> Row:
    inferred = "päivät päätelty jakson nimestä" if "jakso" in action.inferred else ""
    return {
        "Ajankohta": finnish.period(action.period),
        "Toimenpide": action.title,
        "Laji": action.kind,
        "Lähde": action.place.source,
        "Rivi": "" if action.place.line is None else str(action.place.line),
        "Huomautus": inferred,
    }
