"""Charts as values: everything that is drawn, ready, so that figures only draw and exports can draw the same."""

from collections.abc import Sequence
from datetime import date, timedelta

from data import finnish
from data.analysis.evidence import evidence_of, monthly_points
from data.analysis.sentences import value_at
from data.analysis.series import Series
from data.analysis.xmr import RULE_SET, Rule, Xmr, outlook, xmr
from data.model import Action, Indicator, Missing, Observation, Record, Role
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
    """A phase of a control chart: centre line and limits between two dates; trial limits are not final."""

    start: date
    end: date
    mean: float
    lower: float
    upper: float
    is_trial: bool


class Signal(Record):
    """A point that a named rule marks."""

    when: date
    value: float
    rule: Rule


class Marker(Record):
    """An action or a break on the time axis; never a cause."""

    when: date
    title: str


class TimeChart(Record):
    """Values of one series over time, with what they are read against.

    `is_joined`: a line joins the points. There are `bands` and `signals` only where the evidence is enough for them.
    `caution` says what may not be concluded.
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
    rule_set: str = ""
    outlook: str = ""
    caution: str = ""
    alt: str

    @property
    def limits_in_words(self) -> str:
        """How final the limits of the newest phase are."""
        return "alustavat" if self.bands and self.bands[-1].is_trial else "lukitut"

    @property
    def limit_facts(self) -> tuple[Fact, ...]:
        """Return the rules of the limits and what they promise of the target, where there are limits."""
        rules = f"{self.rule_set}. Rajat ovat {self.limits_in_words}" if self.rule_set else ""
        texts = (("Ohjauskortti", rules), ("Nykyisellä vaihtelulla", self.outlook))
        return tuple(Fact(label=label, text=text) for label, text in texts if text)

    @property
    def marker_facts(self) -> tuple[Fact, ...]:
        """Return the titles of the numbered markers, where there are any."""
        named = "; ".join(f"{number} {marker.title}" for number, marker in enumerate(self.markers, 1))
        return (Fact(label="Merkit, eivät syitä", text=named),) if named else ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return what is told under a chart."""
        return self.limit_facts + self.marker_facts


_HIDDEN = "pieniä lukuja on peitetty, joten keskiviivaa ja rajoja ei lasketa"


def time_chart(indicator: Indicator, series: Series, told: str, actions: Sequence[Action] = ()) -> TimeChart | None:
    """The series as a chart when there is more than one dated point; `told` is its sentence."""
    unit = series.latest.unit if series.latest else indicator.unit
    shown = [
        o
        for o in series.points
        if o.period.end and o.value is not None and o.unit == unit and not _is_sum_of_others(o, series.points)
    ]
    if len({o.period.end for o in shown}) < 2:
        return None
    evidence = evidence_of(series)
    points = _by_month(monthly_points(series)) if evidence.draws_limits else _with_gaps(shown, series, indicator)
    has_hidden = any(gap.missing is Missing.HIDDEN for gap in series.gaps)
    control = _control(indicator, points) if evidence.draws_limits and not has_hidden else Xmr()
    return TimeChart(
        title=indicator.name,
        region=series.region,
        unit=unit,
        points=points,
        is_joined=evidence.joins_points,
        lines=_levels(series, unit),
        bands=_bands(control, points),
        signals=_signals(control, points) if evidence.marks_signals else (),
        markers=_markers(indicator, actions, points),
        rule_set=RULE_SET if control.phases else "",
        outlook=_outlook(indicator, series, control),
        caution=_HIDDEN if evidence.draws_limits and has_hidden else evidence.caution,
        alt=told,
    )


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
    holes += [(one.when, one.reason) for one in indicator.breaks if first < one.when < last]
    taken = {point.when for point in points}
    gaps = [(when, why) for when, why in holes if when not in taken]
    points += [Point(when=when, value=None, label=None, description=why, period="") for when, why in gaps]
    return tuple(sorted(points, key=lambda point: point.when))


def _by_month(shown: Sequence[Observation]) -> tuple[Point, ...]:
    """Every month from the first to the last; a month without a value is a gap."""
    by_month = {(o.period.end.year, o.period.end.month): _point(o) for o in shown if o.period.end}
    points = []
    year, month = min(by_month)
    while (year, month) <= max(by_month):
        empty = Point(
            when=_month_end(year, month), value=None, label=None, description="tieto puuttuu", period=f"{month}/{year}"
        )
        points.append(by_month.get((year, month), empty))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(points)


def _month_end(year: int, month: int) -> date:
    first_of_next = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return first_of_next - timedelta(days=1)


def _control(indicator: Indicator, points: Sequence[Point]) -> Xmr:
    """The control chart of a monthly series; a new phase starts only where one has been entered."""
    starts = [one.when for one in indicator.rebases]
    rebases = [next(at for at, p in enumerate(points) if p.when >= when) for when in starts if when <= points[-1].when]
    return xmr([point.value for point in points], rebases=rebases)


def _bands(control: Xmr, points: Sequence[Point]) -> tuple[Band, ...]:
    return tuple(
        Band(
            start=points[phase.start].when,
            end=points[phase.end].when,
            mean=phase.mean,
            lower=phase.lower,
            upper=phase.upper,
            is_trial=phase.is_trial,
        )
        for phase in control.phases
    )


def _signals(control: Xmr, points: Sequence[Point]) -> tuple[Signal, ...]:
    return tuple(
        Signal(when=points[signal.index].when, value=value, rule=signal.rule)
        for signal in control.signals
        if (value := points[signal.index].value) is not None
    )


def _outlook(indicator: Indicator, series: Series, control: Xmr) -> str:
    """Whether the newest phase meets the target as things vary now; only for locked limits and a judged direction."""
    target = next((t for t in reversed(series.targets) if t.value is not None), None)
    phase = control.latest
    if target is None or target.value is None or phase is None or phase.is_trial or not indicator.is_complete:
        return ""
    found = outlook(target.value, phase, indicator.direction)
    return f"Tavoite {value_at(target)}: {found.value}" if found else ""


def _levels(series: Series, unit: str) -> tuple[Line, ...]:
    levels = [(Role.BASELINE, series.baseline, "lähtötila")]
    levels += [(Role.TARGET, target, "tavoite") for target in series.targets]
    return tuple(
        Line(value=o.value, label=f"{word} {value_at(o)}", role=role)
        for role, o, word in levels
        if o is not None and o.value is not None and o.unit == unit
    )


def _markers(indicator: Indicator, actions: Sequence[Action], points: Sequence[Point]) -> tuple[Marker, ...]:
    dated = [(action.period.start, action.title) for action in actions if indicator.id in action.indicators]
    dated += [(one.when, one.reason) for one in (*indicator.breaks, *indicator.rebases)]
    first, last = points[0].when, points[-1].when
    return tuple(
        Marker(when=when, title=title)
        for when, title in sorted(dated, key=lambda one: str(one[0]))
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
