"""A series over time as a native XY chart: dates in true order, gaps as gaps, each level named at its right end.

The text under the axis belongs to a series named "Jaksot": an axis of dates can only write dates, and a report's period
is "kevät 2021".
"""

from typing import Any, NamedTuple

from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from components.colours import LEVEL, SIGNAL, TARGET, region_style
from components.exports.powerpoint.chart_data import (
    DATE_FORMAT,
    Scale,
    TimeData,
    from_zero,
    label_format,
    plain_format,
    serial,
)
from components.exports.powerpoint.chart_look import (
    DASHES,
    NORMAL,
    SMALL,
    SYMBOLS,
    Label,
    Plot,
    calm,
    draw_line,
    faint,
    hide_line,
    prepare,
    put_labels,
)
from components.exports.powerpoint.geometry import LINE, POINT, Box, spread, width, wrapped
from components.exports.powerpoint.slide_text import clean, rgb
from data import finnish
from data.model import Role
from data.views.charts import Band, Point, TimeChart

_FEW = 4  # up to so many values each is labelled by its number and its period
_SIDE = 150.0  # points at the right for the names of levels
_LEFT, _TOP, _BOTTOM = 62.0, 26.0, 44.0
_MARKER_STEP = 0.06  # of the axis, between the numbers of neighbouring markers


class _Level(NamedTuple):
    """A line across the chart: its name in the workbook, its ends, its look and its words at the right end."""

    name: str
    start: float
    end: float
    value: float
    colour: str
    dash: MSO_LINE_DASH_STYLE
    points: float
    words: str


def add_time_chart(slide: Any, box: Box, chart: TimeChart) -> Any:
    """Draw the chart in the box and return its graphic frame."""
    measured = [point for point in chart.points if point.value is not None]
    few = len(measured) <= _FEW
    days = [serial(point.when) for point in chart.points]
    margin = max(1.0, (days[-1] - days[0]) * (0.2 if few else 0.04))
    first, last = days[0] - margin, days[-1] + (margin if few else 3 * margin)  # room for the last number
    scale = _scale(chart)
    levels = _levels(chart, first, last)
    ticks = measured if few else [point for point in chart.points if point.period]

    data = TimeData()
    data.add(clean(chart.title), [(serial(point.when), point.value) for point in chart.points])
    for level in levels:
        data.add(level.name, [(level.start, level.value), (level.end, level.value)])
    for number, marker in enumerate(chart.markers, 1):
        top = scale.high - (scale.high - scale.low) * _MARKER_STEP * ((number - 1) % 3)
        data.add(f"Merkki {number}: {clean(marker.title)}", [(serial(marker.when), y) for y in (scale.low, top)])
    if chart.signals:
        data.add("Poikkeamat", [(serial(signal.when), signal.value) for signal in chart.signals])
    periods = _periods(ticks, first, last, box)
    data.add("Jaksot", [(serial(point.when), scale.low) for point, _ in periods])

    frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *box, data)
    drawn = frame.chart
    room = Plot(_LEFT, _TOP, _SIDE if any(level.words for level in levels) else 24.0, _BOTTOM)
    prepare(drawn, box, room)
    _axes(drawn, chart, scale, first, last)
    series = iter(drawn.plots[0].series)
    _values(next(series), chart, measured, few=few)
    for level, shift in zip(levels, _shifts(levels, scale, box, room), strict=True):
        _level(next(series), level, shift)
    for number in range(1, len(chart.markers) + 1):
        marker_line = next(series)
        draw_line(marker_line, LEVEL, 1, MSO_LINE_DASH_STYLE.ROUND_DOT)
        put_labels(marker_line, [Label(1, "t", text=(str(number),), size=SMALL)])
    if chart.signals:
        _rings(next(series))
    _name_periods(next(series), [name for _, name in periods])
    for element in drawn._chartSpace.xpath(".//c:xVal//c:formatCode"):
        element.text = DATE_FORMAT
    return frame


def _scale(chart: TimeChart) -> Scale:
    values = [point.value for point in chart.points if point.value is not None]
    values += [line.value for line in chart.lines]
    values += [end for band in chart.bands for end in (band.lower, band.upper)]
    return from_zero(values)


def _levels(chart: TimeChart, first: float, last: float) -> list[_Level]:
    levels = []
    for band in chart.bands:
        levels += _band(band, last, is_newest=band is chart.bands[-1], unit=chart.unit)
    for line in chart.lines:
        target = line.role is Role.TARGET
        dash = MSO_LINE_DASH_STYLE.SOLID if target else MSO_LINE_DASH_STYLE.DASH
        colour = TARGET if target else LEVEL
        name = clean(line.label)
        levels.append(_Level(name, first, last, line.value, colour, dash, 1.25 if target else 1.75, name))
    return levels


def _band(band: Band, last: float, *, is_newest: bool, unit: str) -> list[_Level]:
    """Return centre line and limits of a phase: trial limits dotted, those of the newest phase named."""
    limits = MSO_LINE_DASH_STYLE.ROUND_DOT if band.is_trial else MSO_LINE_DASH_STYLE.LONG_DASH
    parts = (
        ("keskiviiva", band.mean, MSO_LINE_DASH_STYLE.SOLID, 1.5),
        ("alaraja", band.lower, limits, 1.0),
        ("yläraja", band.upper, limits, 1.0),
    )
    start, end = serial(band.start), last if is_newest else serial(band.end)
    return [
        _Level(
            name=f"{what} {finnish.day(band.start)}–{finnish.day(band.end)}",
            start=start,
            end=end,
            value=value,
            colour=LEVEL,
            dash=dash,
            points=points,
            words=f"{what} {finnish.with_unit(finnish.number(round(value, 1)), '%' if unit == '%' else '')}"
            if is_newest
            else "",
        )
        for what, value, dash, points in parts
    ]


def _axes(drawn: Any, chart: TimeChart, scale: Scale, first: float, last: float) -> None:
    values, dates = drawn.value_axis, drawn.category_axis
    dates.minimum_scale, dates.maximum_scale = first, last
    dates.has_major_gridlines = False
    dates.tick_labels.number_format, dates.tick_labels.number_format_is_linked = DATE_FORMAT, False
    calm(dates)
    dates.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    dates.major_tick_mark = XL_TICK_MARK.NONE
    values.minimum_scale, values.maximum_scale, values.major_unit = scale
    values.has_major_gridlines = True
    faint(values.major_gridlines)
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.tick_labels.number_format = plain_format(scale.decimals, chart.unit)
    values.tick_labels.number_format_is_linked = False
    calm(values)
    values.format.line.fill.background()
    for axis in (values, dates):  # the axis of dates stands at the bottom, the other at the left
        for crosses in axis._element.xpath("c:crosses"):
            crosses.set("val", "min")


def _values(series: Any, chart: TimeChart, measured: list[Point], *, few: bool) -> None:
    style = region_style(chart.region)
    draw_line(series, style.colour, 2.5, DASHES["solid" if chart.bands else style.dash])
    if not chart.is_joined:
        series.format.line.fill.background()
    series.marker.style = SYMBOLS[style.marker]
    series.marker.size = 6 if chart.bands else 11
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(style.colour)
    series.marker.format.line.color.rgb = rgb(style.colour)
    baseline = next((line.value for line in chart.lines if line.role is Role.BASELINE), None)
    labels = []
    for at, point in enumerate(chart.points):
        is_named = point.value is not None and (few or point is measured[-1])
        if point.value is None or point.label is None or not is_named or (at == 0 and point.value == baseline):
            continue
        below = baseline is not None and point.value < baseline
        code = label_format(point.label)
        text = () if code else (clean(point.label.text),)
        labels.append(Label(at, "b" if below else "t", code, text, NORMAL, bold=True))
    put_labels(series, labels)


def _level(series: Any, level: _Level, shift: float) -> None:
    draw_line(series, level.colour, level.points, level.dash)
    text = tuple(_words(level))
    put_labels(series, [Label(1, "r", text=text, size=SMALL, shift=shift)] if text else [])


def _words(level: _Level) -> list[str]:
    return wrapped(level.words, SMALL, _SIDE - 16) if level.words else []


def _shifts(levels: list[_Level], scale: Scale, box: Box, room: Plot) -> list[float]:
    """Return how far down each level's words are moved from their line, as a share of the chart, so that none meet."""
    high = box.height / POINT
    plot = high - room.top - room.bottom
    wanted = [room.top + plot * (scale.high - level.value) / (scale.high - scale.low) for level in levels]
    named = [at for at, level in enumerate(levels) if level.words]
    heights = [len(_words(levels[at])) * SMALL * LINE + 4 for at in named]
    centres = spread([wanted[at] for at in named], heights, 2.0, high - room.bottom + 12)
    moved = dict(zip(named, centres, strict=True))
    return [(moved[at] - wanted[at]) / high if at in moved else 0.0 for at in range(len(levels))]


def _rings(series: Any) -> None:
    """Ring the signals: they have a shape and not only a colour."""
    hide_line(series)
    series.marker.style = XL_MARKER_STYLE.CIRCLE
    series.marker.size = 11
    series.marker.format.fill.background()
    series.marker.format.line.color.rgb = rgb(SIGNAL)
    series.marker.format.line.width = Pt(1.5)


def _periods(ticks: list[Point], first: float, last: float, box: Box) -> list[tuple[Point, tuple[str, ...]]]:
    """Return the points whose periods are named under the axis, on one or two lines: the last point, and every point
    before it whose name meets neither the next name nor the numbers of the other axis."""
    per_day = (box.width / POINT - _LEFT - _SIDE) / (last - first)
    named: list[tuple[Point, tuple[str, ...]]] = []
    edge = float("inf")  # where the next label begins, in points from the left end of the axis
    for at, point in reversed(list(enumerate(ticks))):
        place = (serial(point.when) - first) * per_day
        before = (serial(ticks[at - 1].when) - first) * per_day if at else -place
        half = min(edge - place, max(place - before, 40.0) / 2 if at else place + 4)
        name = clean(point.period) or finnish.day(point.when)
        lines = tuple([name] if width(name, SMALL) <= 2 * half else wrapped(name, SMALL, max(2 * half, 72.0))[:2])
        reach = max(width(line, SMALL) for line in lines) / 2
        if place + reach <= edge and (place - reach >= -8 or len(ticks) <= _FEW):
            named.append((point, lines))
            edge = place - reach - 8
    return named[::-1]


def _name_periods(series: Any, names: list[tuple[str, ...]]) -> None:
    hide_line(series)
    series.marker.style = XL_MARKER_STYLE.NONE
    put_labels(series, [Label(at, "b", text=lines, size=SMALL) for at, lines in enumerate(names)])
