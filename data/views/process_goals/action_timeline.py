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


class Deed(Record):
    """One toimenpide: its real span, the lane that it is drawn in, and what is told of it."""

    title: str
    kind: str
    start: date
    end: date
    lane: int
    when: str
    place: str
    told: str


class RegionTimeline(Record):
    """One region's toimenpiteet by time. `undated` have no date in the report and stand in the table only."""

    region: str
    label: str
    deeds: tuple[Deed, ...]
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
    """Toimenpiteet of these regions; of one national goal or one theme where those are chosen."""
    made = tuple(
        _region(catalogue, region, [one for one in actions_of(catalogue, declared, region, theme) if _fits(one, goal)])
        for region in regions
    )
    made = tuple(one for one in made if one.rows)
    deeds = [deed for one in made for deed in one.deeds]
    told = [f"{one.label}: {finnish.counted(len(one.rows), 'toimenpide', 'toimenpidettä')}" for one in made]
    return Timeline(
        regions=made,
        start=min((deed.start for deed in deeds), default=None),
        end=max((deed.end for deed in deeds), default=None),
        alt=f"Toimenpiteet aikajanalla. {'. '.join(told)}." if told else "",
    )


def actions_of(catalogue: Catalogue, declared: ProcessCatalogue, region: str, theme: str = "") -> list[Action]:
    """A region's toimenpiteet by time, of one theme or of all ("")."""
    of_theme = {action for action, name in declared.theme_actions if name == theme}
    mine = [one for one in catalogue.actions if one.region == region and (not theme or one.id in of_theme)]
    return sorted(mine, key=lambda one: (one.period.start or date.max, one.period.end or date.max, one.title))


def _fits(action: Action, goal: int | None) -> bool:
    return goal is None or goal in action.goals


def _region(catalogue: Catalogue, region: str, actions: Sequence[Action]) -> RegionTimeline:
    ends: list[date] = []
    deeds = []
    for one in actions:
        start, end = one.period.start, one.period.end
        if start is None or end is None:
            continue
        lane = next((at for at, taken in enumerate(ends) if taken < start), len(ends))
        busy = max(end, start + _SHORTEST) + _GAP
        ends[lane : lane + 1] = [busy]
        deeds.append(
            Deed(
                title=one.title,
                kind=one.kind,
                start=start,
                end=end,
                lane=lane,
                when=finnish.period(one.period),
                place=place_text(one.place),
                told=f"{one.title}: {finnish.period(one.period)} ({one.kind})",
            )
        )
    return RegionTimeline(
        region=region,
        label=catalogue.label(region),
        deeds=tuple(deeds),
        lanes=len(ends),
        rows=tuple(_row(one) for one in actions),
    )


def _row(one: Action) -> Row:
    inferred = "päivät päätelty jakson nimestä" if "jakso" in one.inferred else ""
    return {
        "Ajankohta": finnish.period(one.period),
        "Toimenpide": one.title,
        "Laji": one.kind,
        "Lähde": one.place.source,
        "Rivi": "" if one.place.line is None else str(one.place.line),
        "Huomautus": inferred,
    }
