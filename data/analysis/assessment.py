"""The assessment of an indicator: its status, with the change and the target behind it (rules of the numbers, 3)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from data.analysis.evidence import monthly_points
from data.analysis.marks import Mark, marks
from data.analysis.monthly import Level, MonthlySeries, monthly_series
from data.analysis.series import Series
from data.analysis.status import Status, Tone, change_word
from data.analysis.target import TargetFact, card_error, is_reached, target_of_latest, target_of_months, towards_target
from data.analysis.tested_change import TestedChange, tested_change
from data.model import Break, Direction, Indicator, Interval, Observation, Record
from data.settings import SETTINGS, Settings


class Reference(StrEnum):
    """What the newest value or level is held against."""

    BASELINE = "lähtötila"
    LEVEL_BEFORE = "edellinen taso"
    YEAR_BEFORE = "sama kuukausi vuotta aiemmin"


class ChangeFact(Record):
    """A change and the two numbers behind it.

    `word` is one of the statuses of change; `tested` is rule 5's interval where the data allows one.
    """

    word: Status
    reference: float
    latest: float
    against: Reference
    tested: TestedChange | None = None

    @property
    def difference(self) -> float:
        """Return the change in the unit of the values."""
        return round(self.latest - self.reference, 10)


class Assessment(Record):
    """A status with what it rests on, so that a reader can compute it again.

    `is_coloured` is False where the observations are too few for a colour, whatever the word. `breaks` are those
    between the baseline and the newest value.
    """

    status: Status
    reason: str = ""
    is_coloured: bool = False
    change: ChangeFact | None = None
    target: TargetFact | None = None
    level: Level | None = None
    marks: tuple[Mark, ...] = ()
    lacks_baseline: bool = False
    breaks: tuple[Break, ...] = ()

    @property
    def tone(self) -> Tone:
        """Return the tone in which the status may be shown: neutral where no colour is allowed."""
        return self.status.tone if self.is_coloured else Tone.NEUTRAL


def assess(indicator: Indicator, series: Series, now: date, *, settings: Settings = SETTINGS) -> Assessment:
    """Return the status of one series at `now`. A direction counts only when the card is complete."""
    latest = series.latest
    if latest is None:
        return Assessment(status=Status.UNKNOWN, reason="lukuja ei ole")
    if _is_stale(indicator, latest, now, settings):
        return Assessment(status=Status.STALE, reason=f"viimeisin tieto on jaksolta {latest.period.label}")
    direction = indicator.direction if indicator.is_complete else Direction.NOT_JUDGED
    months = monthly_series(indicator, series)
    if months and len(monthly_points(series)) >= settings.locked_points:
        if months.has_hidden:
            return Assessment(status=Status.UNKNOWN, reason="pieniä lukuja on peitetty, joten tasoa ei lasketa")
        return _of_level(series, months, direction, _breaks(indicator, series), settings)
    if months and _has_begun(indicator, series):
        return _begun(series, direction)
    return _of_latest(series, direction, _breaks(indicator, series), settings)


def assess_all(
    indicator: Indicator, members: Sequence[Series], now: date, *, settings: Settings = SETTINGS
) -> Assessment:
    """Return the status of an indicator from its series: of the whole, or of its groups where they agree."""
    whole = [series for series in members if not series.group and series.latest]
    assessments = [assess(indicator, series, now, settings=settings) for series in whole or members if series.latest]
    if not assessments:
        return Assessment(status=Status.UNKNOWN, reason="lukuja ei ole")
    if len({assessment.status for assessment in assessments}) > 1:
        return Assessment(status=Status.UNKNOWN, reason="ryhmien tilat eroavat")
    if len(assessments) == 1:
        return assessments[0]
    return Assessment(status=assessments[0].status, reason=assessments[0].reason)


def _is_stale(indicator: Indicator, latest: Observation, now: date, settings: Settings) -> bool:
    days = indicator.interval.days if indicator.interval else None
    if days is None or latest.period.end is None:
        return False
    return (now - latest.period.end).days > settings.stale_intervals * days


def _has_begun(indicator: Indicator, series: Series) -> bool:
    """Return whether a short series is one of months: collected monthly, or with several months already."""
    is_pair = series.baseline is not None and len(series.follow_ups) <= 1
    return not is_pair and (indicator.interval is Interval.MONTH or len(monthly_points(series)) > 1)


def _begun(series: Series, direction: Direction) -> Assessment:
    return Assessment(
        status=Status.STARTED,
        reason=f"{len(series.follow_ups)} kk",
        target=target_of_latest(series, direction),
        lacks_baseline=series.baseline is None,
    )


def _breaks(indicator: Indicator, series: Series) -> tuple[Break, ...]:
    """Return the declared breaks between the baseline and the newest value."""
    before, after = series.baseline, series.latest
    if before is None or after is None or before.period.end is None or after.period.end is None:
        return ()
    return tuple(gap for gap in indicator.breaks if before.period.end < gap.when <= after.period.end)


def _not_comparable(series: Series, breaks: Sequence[Break]) -> str:
    """Return why the newest value is not judged against the baseline, in Finnish; empty where it is."""
    reasons = [gap.reason for gap in breaks if not gap.is_of_organisation]
    return "; ".join(reasons) or (series.no_difference if series.baseline and series.follow_ups else "")


def _of_latest(series: Series, direction: Direction, breaks: tuple[Break, ...], settings: Settings) -> Assessment:
    """Return the status by the newest value against the baseline and the target."""
    baseline, latest = series.baseline, series.latest
    target = target_of_latest(series, direction)
    if latest is baseline or latest is None:
        return Assessment(status=Status.NO_FOLLOW_UP, breaks=breaks)
    if baseline is None:
        return _without_baseline(target, is_met=bool(target and target.is_met_now))
    if reason := _not_comparable(series, breaks):
        return Assessment(status=Status.NOT_COMPARABLE, reason=reason, target=target, breaks=breaks)
    if baseline.value is None or latest.value is None:
        return Assessment(status=Status.NOT_COMPARABLE, reason="arvot eivät ole tarkkoja lukuja", breaks=breaks)
    tested = tested_change(series, settings=settings)
    word = Status.NOT_DIFFERENT if tested and tested.may_be_chance else None
    change = ChangeFact(
        word=word or change_word(baseline.value, latest.value, direction),
        reference=baseline.value,
        latest=latest.value,
        against=Reference.BASELINE,
        tested=tested,
    )
    if target and (error := card_error(baseline, target, direction)):
        return Assessment(status=Status.UNKNOWN, reason=error, change=change, target=target, breaks=breaks)
    is_long = len(series.points) > 2
    if target is None or change.word is Status.NOT_DIFFERENT:
        return Assessment(status=change.word, is_coloured=is_long, change=change, target=target, breaks=breaks)
    status, target = towards_target(baseline.value, latest.value, target, series, direction, settings)
    return Assessment(status=status, is_coloured=is_long, change=change, target=target, breaks=breaks)


def _of_level(
    series: Series, months: MonthlySeries, direction: Direction, breaks: tuple[Break, ...], settings: Settings
) -> Assessment:
    """Return the status of twelve months or more: by the level, not by the last point."""
    baseline, not_comparable = series.baseline, _not_comparable(series, breaks)
    start = None if not_comparable or baseline is None else baseline.value
    target = target_of_months(series, months, direction, settings)
    change = _change_of_year(months, direction) if months.chart.is_seasonal else None
    if change is None:
        change = _change_of_level(series, months, start, direction)
    facts = Assessment(
        status=change.word if change else Status.NO_CHANGE,
        reason=_usual_variation(months, change),
        is_coloured=True,
        change=change,
        target=target,
        level=months.level,
        marks=marks(months, direction),
        lacks_baseline=baseline is None,
        breaks=breaks,
    )
    has_reached = target is not None and is_reached(months, target, direction, settings)
    if not_comparable and baseline:
        return _with(facts, Status.NOT_COMPARABLE, not_comparable)
    if start is None or baseline is None:
        return _with(facts, _without_baseline(target, is_met=has_reached).status)
    if target is None:
        return facts
    if error := card_error(baseline, target, direction):
        return _with(facts, Status.UNKNOWN, error)
    if has_reached:
        return _with(facts, Status.MET)
    status, target = towards_target(start, months.level.mean, target, series, direction, settings)
    facts = facts.model_copy(update={"target": target})
    if change and change.word is not Status.NO_CHANGE and not months.chart.is_seasonal:
        return _with(facts, status)
    if target.is_past_due:
        return _with(facts, Status.MISSED)
    return _with(facts, Status.MAINTAINED) if target.value == start else facts


def _with(facts: Assessment, status: Status, reason: str = "") -> Assessment:
    return facts.model_copy(update={"status": status, "reason": reason})


def _usual_variation(months: MonthlySeries, change: ChangeFact | None) -> str:
    if months.chart.is_seasonal:
        return "vaihtelu on kausittaista, joten verrataan vuoden takaiseen kuukauteen"
    return "vaihtelu on tavanomaista" if change is None or change.word is Status.NO_CHANGE else ""


def _change_of_level(
    series: Series, months: MonthlySeries, start: float | None, direction: Direction
) -> ChangeFact | None:
    """Return the change of the level against the baseline, else against the level before a shift; None without both."""
    level, chart, baseline = months.level, months.chart, series.baseline
    reference = level.before if start is None else start
    if reference is None:
        return None
    began = months.months[months.phase_starts[-1]] if months.phase_starts else None
    is_new_phase = began is not None and (
        baseline is None or baseline.period.end is None or baseline.period.end < began
    )
    phase = chart.latest
    is_outside = start is not None and phase is not None and not phase.lower <= start <= phase.upper
    word = change_word(reference, level.mean, direction) if chart.active or is_new_phase or is_outside else None
    return ChangeFact(
        word=Status.NO_CHANGE if word in (None, Status.UNCHANGED) else word,
        reference=reference,
        latest=level.mean,
        against=Reference.LEVEL_BEFORE if start is None else Reference.BASELINE,
    )


def _change_of_year(months: MonthlySeries, direction: Direction) -> ChangeFact | None:
    """Return the newest month against the same month a year before; its word has no side, since nothing is tested."""
    newest = max(at for at, value in enumerate(months.values) if value is not None)
    now, before = months.values[newest], months.values[newest - 12]
    if now is None or before is None:
        return None
    word = change_word(before, now, Direction.NOT_JUDGED)
    return ChangeFact(word=word, reference=before, latest=now, against=Reference.YEAR_BEFORE)


def _without_baseline(target: TargetFact | None, *, is_met: bool) -> Assessment:
    """Return the status where only the target can be spoken of."""
    if target is None:
        return Assessment(status=Status.NO_BASELINE, lacks_baseline=True)
    status = Status.MET if is_met else Status.MISSED if target.is_past_due else Status.TARGET_AHEAD
    return Assessment(status=status, target=target, lacks_baseline=True)
