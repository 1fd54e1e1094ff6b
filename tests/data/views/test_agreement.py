"""Nothing that is said of one series contradicts anything else: status, facts, sentence, short form and chart agree."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.analysis.evidence import Evidence, evidence_of
from data.analysis.series import series_of
from data.analysis.status import Status, Tone
from data.analysis.xmr import Rule
from data.finnish import NBSP
from data.model import Break, Direction, Missing, Observation, Period, Role
from data.views.card import Card, cards
from tests.builders import catalogue, indicator, month, observation, year

_COMPLETE = {"definition": "Määritelmä.", "data_source": "rekisteri", "limits": "Ei rajoitteita."}

levels = st.lists(st.tuples(st.integers(1, 20), st.integers(20, 80), st.integers(0, 4)), min_size=1, max_size=3)
noise = st.integers(-10, 10)


@st.composite
def stories(draw: st.DrawFn) -> Card:
    """Build the card of a monthly or yearly series of any kind: flat, shifted, gappy, hidden, with and without ends."""
    values: list[float | None] = []
    for length, level, spread in draw(levels):
        values += [level + spread * draw(noise) / 10 for _ in range(length)]
    for at in draw(st.sets(st.integers(0, len(values) - 1), max_size=3)):
        values[at] = None
    is_monthly = draw(st.booleans())
    periods = [month(at + 1, 2022) if is_monthly else year(1980 + at) for at in range(len(values))]
    hidden = draw(st.booleans()) and draw(st.booleans())
    records: list[Observation] = []
    for value, period in zip(values, periods, strict=True):
        reason = Missing.HIDDEN if hidden else Missing.NOT_MEASURED
        fields = {"value": value} if value is not None else {"missing": reason}
        records.append(observation(**fields, role=Role.FOLLOW_UP, period=period, unit="vrk"))
    if draw(st.booleans()):
        records.append(
            observation(draw(st.integers(20, 80)), period=year(1979 if not is_monthly else 2021), unit="vrk")
        )
    if draw(st.booleans()):
        due = draw(st.sampled_from([Period(), year(2023), year(2030)]))
        records.append(observation(draw(st.integers(20, 80)), role=Role.TARGET, period=due, unit="vrk"))
    shifts = ()
    if draw(st.booleans()) and len(values) > 1:
        start = periods[draw(st.integers(1, len(values) - 1))].start or date(2022, 1, 1)
        shifts = (Break(when=start, reason="uusi toimintatapa"),)
    which = indicator(
        direction=draw(st.sampled_from(Direction)),
        interval="kuukausi" if is_monthly else "vuosi",
        unit="vrk",
        level_shifts=shifts,
        **_COMPLETE,
    )
    newest = max((period.end for period in periods if period.end), default=date(2025, 1, 1))
    (card,) = cards(catalogue(which), records, newest)
    return card


@given(stories())
def test_the_sentence_and_the_short_form_say_what_the_status_says(card: Card) -> None:
    text, short, facts = card.sentence, card.short_form, card.assessment
    for words in (text, short):
        assert not ("parani" in words and "heikkeni" in words)
        assert not ("nousi" in words and "laski" in words)
    if "taso parani" in text:
        assert facts.change is not None and facts.change.word is Status.IMPROVED
        assert card.status not in (Status.WORSENED, Status.NO_CHANGE)
    if "taso heikkeni" in text:
        assert facts.change is not None and facts.change.word is Status.WORSENED
        assert card.status not in (Status.IMPROVED, Status.NO_CHANGE, Status.PROGRESSED, Status.ON_SCHEDULE)
    if card.status is Status.NO_CHANGE:
        assert "ei muutosta" in short
    if "lähtötila puuttuu" in text:
        assert facts.lacks_baseline or card.status in (Status.UNKNOWN, Status.STALE)
    assert len(short.replace(NBSP, " ").split()) <= 12


@given(stories())
def test_months_met_are_the_same_in_the_fact_the_sentence_and_under_the_chart(card: Card) -> None:
    target = card.assessment.target
    if target and target.months:
        count = f"{target.months_met}/{target.months}{NBSP}kk"
        assert count in card.sentence and count in card.short_form
        assert card.time_chart is None or count in card.time_chart.outlook
        if card.status is Status.MET:
            assert target.months_met
        if target.months_met == target.months >= 7:
            assert card.status in (Status.MET, Status.NOT_COMPARABLE, Status.NO_BASELINE)


@given(stories())
def test_colours_are_those_of_the_judgement(card: Card) -> None:
    tone = card.assessment.tone
    if tone is Tone.GOOD:
        assert card.status.tone is Tone.GOOD
    if tone is Tone.CONCERN:
        assert card.status.tone is Tone.CONCERN
    if card.time_chart:
        assert all(mark.tone in {signal.tone for signal in card.time_chart.signals} for mark in card.assessment.marks)


@given(stories())
def test_the_chart_draws_the_level_that_is_judged(card: Card) -> None:
    level, chart = card.assessment.level, card.time_chart
    if level is None or chart is None or not chart.bands:
        return
    is_run = any(mark.is_active and mark.start <= level.start for mark in card.assessment.marks)
    newest = chart.bands[-1]
    if newest.start <= level.start and not is_run and newest.used_to >= level.end:
        assert abs(newest.mean - level.mean) < 1e-9
    assert chart.points[-1].when >= level.end
    for shift in chart.shifts:
        assert any(band.start == shift.when for band in chart.bands) or len(chart.bands) == 1


@given(stories())
def test_a_run_that_goes_on_begins_where_the_level_begins(card: Card) -> None:
    level, active = card.assessment.level, [mark for mark in card.assessment.marks if mark.is_active]
    if level and active and active[0].rule is Rule.RUN:
        assert (active[0].start, active[0].points) == (level.start, level.count)


@given(stories())
def test_nothing_is_drawn_or_said_beyond_the_evidence(card: Card) -> None:
    chart = card.time_chart
    if chart and card.assessment.level is None:
        assert not card.assessment.marks
    if card.status in (Status.STARTED, Status.NO_BASELINE, Status.NO_FOLLOW_UP, Status.UNKNOWN, Status.STALE):
        assert card.assessment.tone is Tone.NEUTRAL
    assert "trendi" not in card.sentence


def test_the_generator_reaches_every_kind_of_evidence() -> None:
    """Hold the generator itself to its word: it builds control charts and single points alike."""
    series = {
        count: series_of(
            observation(1.0 + at % 2, role=Role.FOLLOW_UP, period=month(at + 1, 2022)) for at in range(count)
        )
        for count in (1, 3, 6, 14)
    }
    assert [evidence_of(one[0]) for one in series.values()] == [
        Evidence.ONE_VALUE,
        Evidence.FEW_POINTS,
        Evidence.RUN_CHART,
        Evidence.CONTROL_CHART,
    ]
