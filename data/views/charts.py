"""Charts as values: everything that is drawn, ready, so that figures only draw and exports can draw the same."""

from collections.abc import Sequence
from datetime import date

from data import finnish
from data.analysis.assessment import Assessment
from data.analysis.evidence import evidence_of, monthly_points
from data.analysis.marks import tone_of
from data.analysis.monthly import MonthlySeries, monthly_series
from data.analysis.sentences import target_text, value_at
from data.analysis.series import Series
from data.analysis.status import Tone
from data.analysis.xmr import RULE_SET, Rule
from data.model import OTHER_AREA, Action, Direction, Indicator, Missing, Observation, Record, Role
from data.units import may_be_sum
from data.views.facts import Fact, NumberText, number_beside_point


class Point(Record):
    """One dated value; None is a gap, which has no `label` beside it.

    `description` is read out: the value with unit, period and n, or why there is none.
    """

    when: date
    value: float | None
    label: NumberText | None
    description: str
    period: str


class Line(Record):
    """A level drawn across a chart: a baseline or a target."""

    value: float
    label: str
    role: Role


class Band(Record):
    """A phase of a control chart: centre line and limits between two dates; trial limits are preliminary.

    `used_from` and `used_to` are the first days of the months whose numbers give the lines.
    """

    start: date
    end: date
    used_from: date
    used_to: date
    mean: float
    lower: float
    upper: float
    is_trial: bool


class Signal(Record):
    """A point that a named rule marks, and what its side means for people."""

    when: date
    value: float
    rule: Rule
    tone: Tone


class Marker(Record):
    """An action or a break on the time axis; never a cause."""

    when: date
    title: str


class TimeChart(Record):
    """Values of one series over time, with what they are read against.

    `is_joined`: a line joins the points. There are `bands` and `signals` only where the evidence is enough for them.
    `hidden` are the days of months or periods whose small numbers are hidden, `shifts` the level shifts that have been
    entered, `is_monthly` whether each point stands for a month.
    `caution` says what may not be concluded. `country` are the values of the whole country for the same periods.
    """

    title: str
    region: str
    unit: str
    points: tuple[Point, ...]
    is_joined: bool
    lines: tuple[Line, ...]
    bands: tuple[Band, ...] = ()
    signals: tuple[Signal, ...] = ()
    markers: tuple[Marker, ...] = ()
    shifts: tuple[Marker, ...] = ()
    hidden: tuple[date, ...] = ()
    is_monthly: bool = False
    rule_set: str = ""
    outlook: str = ""
    caution: str = ""
    country: tuple[Point, ...] = ()
    alt: str

    @property
    def limits_in_words(self) -> str:
        """Return from which months the limits of the newest phase come, and whether they are preliminary."""
        if not self.bands:
            return ""
        band = self.bands[-1]
        months = f"rajat {finnish.month(band.used_from)}–{finnish.month(band.used_to)}"
        return f"{months}, alustavat" if band.is_trial else months

    @property
    def limit_facts(self) -> tuple[Fact, ...]:
        """Return the rules of the limits and what they promise of the target, where there are limits."""
        rules = ", ".join(filter(None, (self.rule_set, self.limits_in_words)))
        texts = (("Ohjauskortti", rules), ("Tavoitteen täyttyminen", self.outlook))
        return tuple(Fact(label=label, text=text) for label, text in texts if text)

    @property
    def marker_facts(self) -> tuple[Fact, ...]:
        """Return the titles of the numbered markers, where there are any."""
        named = "; ".join(f"{number} {marker.title}" for number, marker in enumerate(self.markers, 1))
        return (Fact(label="Pystyviivat, eivät syitä", text=named),) if named else ()

    @property
    def shift_facts(self) -> tuple[Fact, ...]:
        """Return the months and reasons of the level shifts that have been entered, where there are any."""
        named = "; ".join(f"{finnish.month(shift.when)} {shift.title}" for shift in self.shifts)
        return (Fact(label="Tasonmuutos", text=named),) if named else ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return what is told under a chart."""
        return self.limit_facts + self.shift_facts + self.marker_facts


WHOLE_COUNTRY = f"{OTHER_AREA}: koko maa"
_HIDDEN = "pieniä lukuja on peitetty, joten keskiviivaa ja rajoja ei lasketa"


def time_chart(
    indicator: Indicator, series: Series, assessment: Assessment, alt: str, actions: Sequence[Action] = ()
) -> TimeChart | None:
    """Return the series as a chart when there is more than one dated point; `alt` is its sentence."""
    unit = series.latest.unit if series.latest else indicator.unit
    shown = [
        o
        for o in series.points
        if o.period.end and o.value is not None and o.unit == unit and not _is_sum_of_others(o, series.points)
    ]
    if len({o.period.end for o in shown}) < 2:
        return None
    evidence = evidence_of(series)
    months = monthly_series(indicator, series) if evidence.draws_limits else None
    points = _by_month(monthly_points(series), months.months) if months else _with_gaps(shown, series, indicator)
    chart = months.chart if months else None
    return TimeChart(
        title=indicator.name,
        region=series.region,
        unit=unit,
        points=points,
        is_joined=evidence.joins_points,
        lines=_levels(series, unit),
        bands=_bands(months) if months else (),
        signals=_signals(indicator, months) if months and evidence.marks_signals else (),
        markers=_markers(indicator, actions, points),
        shifts=_shifts(indicator, points),
        hidden=_hidden(series, is_monthly=months is not None),
        is_monthly=months is not None,
        rule_set=RULE_SET if chart and chart.phases else "",
        outlook=target_text(assessment.target) if assessment.target and assessment.level else "",
        country=_country(series, shown, is_monthly=months is not None),
        caution=_HIDDEN if months and months.has_hidden else evidence.caution,
        alt=alt,
    )


def _country(series: Series, shown: Sequence[Observation], *, is_monthly: bool) -> tuple[Point, ...]:
    """Return the values of the whole country for the shown periods, in time order and at the days of their points."""
    known = {(o.period.start, o.period.end, o.unit) for o in shown}
    values = [o for o in series.comparisons if o.group == WHOLE_COUNTRY and o.value is not None]
    by_day = {
        o.period.start if is_monthly else o.period.end: _point(o)
        for o in values
        if (o.period.start, o.period.end, o.unit) in known
    }
    return tuple(by_day[day].model_copy(update={"when": day}) for day in sorted(filter(None, by_day)))


def _point(observation: Observation) -> Point:
    return Point(
        when=observation.period.end or date.min,
        value=observation.value,
        label=number_beside_point(observation),
        description=value_at(observation),
        period=finnish.period(observation.period),
    )


def _with_gaps(shown: Sequence[Observation], series: Series, indicator: Indicator) -> tuple[Point, ...]:
    """Points in time order; a period that was not measured, and a break in the series, cut the line."""
    points = [_point(o) for o in shown]
    first, last = points[0].when, points[-1].when
    holes = [(o.period.end, finnish.quantity(o)) for o in series.gaps if o.period.end and first < o.period.end < last]
    holes += [(gap.when, gap.reason) for gap in indicator.breaks if first < gap.when < last]
    taken = {point.when for point in points}
    gaps = [(when, why) for when, why in holes if when not in taken]
    points += [Point(when=when, value=None, label=None, description=why, period="") for when, why in gaps]
    return tuple(sorted(points, key=lambda point: point.when))


def _by_month(shown: Sequence[Observation], months: Sequence[date]) -> tuple[Point, ...]:
    """Return every month from the first to the last, at its own first day; a month without a value is a gap."""
    by_month = {o.period.start: _point(o) for o in shown if o.period.start}
    return tuple(
        by_month[month].model_copy(update={"when": month})
        if month in by_month
        else Point(when=month, value=None, label=None, description="tieto puuttuu", period=finnish.month(month))
        for month in months
    )


def _bands(months: MonthlySeries) -> tuple[Band, ...]:
    return tuple(
        Band(
            start=months.months[phase.start],
            end=months.months[phase.end],
            used_from=months.months[phase.first_used],
            used_to=months.months[phase.last_used],
            mean=phase.mean,
            lower=phase.lower,
            upper=phase.upper,
            is_trial=phase.is_trial,
        )
        for phase in months.chart.phases
    )


def _signals(indicator: Indicator, months: MonthlySeries) -> tuple[Signal, ...]:
    direction = indicator.direction if indicator.is_complete else Direction.NOT_JUDGED
    return tuple(
        Signal(
            when=months.months[signal.index],
            value=value,
            rule=signal.rule,
            tone=tone_of(signal.side, direction),
        )
        for signal in months.chart.signals
        if (value := months.values[signal.index]) is not None
    )


def _levels(series: Series, unit: str) -> tuple[Line, ...]:
    levels = [(Role.BASELINE, series.baseline, "lähtötila")]
    levels += [(Role.TARGET, target, "tavoite") for target in series.targets]
    return tuple(
        Line(value=o.value, label=f"{word} {value_at(o)}", role=role)
        for role, o, word in levels
        if o is not None and o.value is not None and o.unit == unit
    )


def _shifts(indicator: Indicator, points: Sequence[Point]) -> tuple[Marker, ...]:
    """Return the level shifts that have been entered within the series."""
    first, last = points[0].when, points[-1].when
    return tuple(
        Marker(when=shift.when, title=shift.reason) for shift in indicator.level_shifts if first <= shift.when <= last
    )


def _hidden(series: Series, *, is_monthly: bool) -> tuple[date, ...]:
    periods = [gap.period for gap in series.gaps if gap.missing is Missing.HIDDEN]
    days = (period.start if is_monthly else period.end for period in periods)
    return tuple(sorted(day for day in days if day))


def _markers(indicator: Indicator, actions: Sequence[Action], points: Sequence[Point]) -> tuple[Marker, ...]:
    dated = [(action.period.start, action.title) for action in actions if indicator.id in action.indicators]
    dated += [(gap.when, gap.reason) for gap in indicator.breaks]
    first, last = points[0].when, points[-1].when
    return tuple(
        Marker(when=when, title=title)
        for when, title in sorted(dated, key=lambda mark: str(mark[0]))
        if when and first <= when <= last
    )


def _is_sum_of_others(observation: Observation, points: Sequence[Observation]) -> bool:
    """Whether a sum covers a span within which others of the same series fall: a total is not one more point."""
    start, end = observation.period.start, observation.period.end
    inside = [
        o
        for o in points
        if o is not observation
        and o.period.start
        and o.period.end
        and start
        and end
        and start <= o.period.start
        and o.period.end <= end
        and o.period != observation.period
    ]
    return observation.value is not None and may_be_sum(observation.value, observation.unit) and len(inside) >= 2
