"""The target of a series: whether it is met, by when it is due, and how much of the way is covered.

Rules of the numbers, 1 and 3; what the limits of a monthly series promise is from 7. The 10 % rule of change is that of
Healthy People 2020 and 2030.
"""

from datetime import date

from data.analysis.monthly import MonthlySeries
from data.analysis.progress import contradicts, expected, is_met, progress
from data.analysis.series import Series
from data.analysis.status import Status
from data.analysis.xmr import Assurance, assurance
from data.model import Direction, Observation, Record
from data.settings import Settings


class TargetFact(Record):
    """Where the target stands: whether the newest value meets it, and in how many of the newest months.

    `months_met` of `months` since `since` (None for a series that is not monthly); `assurance` is what the limits
    promise; `progress` and `expected` are shares of the way from baseline to target, covered and due by now.
    """

    target: Observation
    value: float
    is_met_now: bool
    due: date | None = None
    is_past_due: bool = False
    months_met: int | None = None
    months: int | None = None
    since: date | None = None
    assurance: Assurance | None = None
    progress: float | None = None
    expected: float | None = None


def target_of_latest(series: Series, direction: Direction) -> TargetFact | None:
    """Return where the newest value stands against the target; None without a target or a judged direction."""
    target, latest = _final_target(series), series.latest
    if target is None or target.value is None or latest is None or latest.value is None:
        return None
    met = is_met(target.value, latest.value, direction)
    if met is None:
        return None
    due, end = target.period.end, latest.period.end
    is_past = bool(due and end and end > due) and not met
    return TargetFact(target=target, value=target.value, is_met_now=met, due=due, is_past_due=is_past)


def target_of_months(
    series: Series, months: MonthlySeries, direction: Direction, settings: Settings
) -> TargetFact | None:
    """Return where the months of the level stand against the target, and what the limits promise."""
    target = target_of_latest(series, direction)
    if target is None:
        return None
    values = months.values_of_level()
    met = sum(bool(is_met(target.value, value, direction)) for value in values)
    facts = {"months_met": met, "months": len(values), "since": months.level.start}
    target = target.model_copy(update=facts | {"assurance": assurance(target.value, months.chart, direction)})
    is_past = bool(target.due and months.months[-1] > target.due) and not is_reached(
        months, target, direction, settings
    )
    return target.model_copy(update={"is_past_due": is_past})


def is_reached(months: MonthlySeries, target: TargetFact, direction: Direction, settings: Settings) -> bool:
    """Return whether the target is met for good: by what the limits promise, or by all of the newest points.

    As many points as make a run; of a season a whole year.
    """
    count = 12 if months.chart.is_seasonal else settings.run_length
    newest = [value for value in months.values if value is not None][-count:]
    is_met_lately = len(newest) == count and all(is_met(target.value, value, direction) for value in newest)
    return target.assurance is Assurance.MET or is_met_lately


def card_error(baseline: Observation, target: TargetFact, direction: Direction) -> str:
    """Return what is wrong on the indicator's card, in Finnish: no status is given by it. Empty: nothing is."""
    if baseline.value is not None and contradicts(baseline.value, target.value, direction):
        return "mittarin suunta ja tavoite ovat ristiriidassa"
    started = baseline.period.end
    return "tavoitteen määräaika on ennen lähtötilaa" if started and target.due and target.due <= started else ""


def towards_target(
    start: float,
    value: float,
    target: TargetFact,
    series: Series,
    direction: Direction,
    settings: Settings,
) -> tuple[Status, TargetFact]:
    """Return the word for the way from the baseline `start` to the target, with the shares covered and due.

    `value` is the newest value or the level, both in the unit of the series.
    """
    started, now = (point.period.end if point else None for point in (series.baseline, series.latest))
    due = target.due
    covered = progress(start, target.value, value)
    has_met = bool(is_met(target.value, value, direction))
    if covered is None:
        status = Status.MET if has_met else Status.MISSED if target.is_past_due else Status.WORSENED
        return status, target
    wanted = None
    if started and due and now:
        wanted = expected(started, due, now, _interim_shares(series, start, target.value))
    target = target.model_copy(update={"progress": covered, "expected": wanted})
    small = settings.hardly_any_change
    if -small < covered < small:
        return Status.HARDLY_CHANGED, target
    if covered <= -small:
        return Status.WORSENED, target
    if has_met:
        return Status.MET, target
    if target.is_past_due:
        return Status.MISSED, target
    if wanted is None:
        return Status.PROGRESSED, target
    return Status.ON_SCHEDULE if covered >= wanted - settings.on_schedule_margin else Status.BEHIND, target


def _interim_shares(series: Series, start: float, final: float) -> list[tuple[date, float]]:
    """Return the dated targets before the final one as shares of the way."""
    return [
        (target.period.end, share)
        for target in series.targets
        if target.period.end
        and target.value is not None
        and (share := progress(start, final, target.value)) is not None
    ]


def _final_target(series: Series) -> Observation | None:
    """Return the last target that is a number in the unit of the newest value."""
    unit = series.latest.unit if series.latest else ""
    targets = [t for t in series.targets if t.value is not None and t.unit == unit]
    return max(targets, key=lambda target: str(target.period.end or ""), default=None)
