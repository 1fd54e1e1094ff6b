"""A deck as PowerPoint: opened again, it holds what the views hold, on slides where nothing runs together."""

import re
from datetime import date, datetime
from itertools import combinations
from typing import Any

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from components.colours import LEVEL, TARGET, region_style
from components.exports.powerpoint import powerpoint
from components.exports.powerpoint.geometry import Box
from data.analysis.status import Tone
from data.analysis.xmr import Rule
from data.catalogue import slug
from data.model import Period, ProcessStatus, Role
from data.views.charts import Band, Line, Marker, Point, Signal, TimeChart
from data.views.facts import Fact
from data.views.group_bars import Bar, BarChart
from data.views.overview import StatusChart, StatusPart
from data.views.shared_scales import ScaleRow, SharedScale
from data.views.slides import Slide, SlideTable
from tests.builders import catalogue, decks, indicator, number_text, observation
from tests.builders.decks import (
    TWO,
    box,
    deck,
    drawn,
    made,
    of_chart,
    opened,
    parts,
    point,
    texts,
    time_chart,
    workbook_rows,
)

NASTY = '=HYPERLINK("http://x","y") <b>&amp;'
LONG = (
    "Yhteisasiakkaiden kokemus palvelujen yhteensovittamisesta, Kymenlaakso: kaikki tiedot ovat tässä lauseessa; " * 9
)


BASELINE = Line(value=22.0, label="lähtötila 22 % (loppuvuosi 2019)", role=Role.BASELINE)
GOAL = Line(value=10.0, label="tavoite 10 % (2023)", role=Role.TARGET)
BARS = BarChart(
    title="Osuus",
    region="Keski-Uusimaa",
    unit="%",
    period="2021",
    bars=(
        Bar(name="Hyvinkää", value=40.5, label=number_text(40.5, "", " %"), description="40,5 %"),
        Bar(name="Tuusula", value=64.0, label=number_text(64.0, "yli ", " %"), description="yli 64 %"),
    ),
    alt="Hyvinkää 40,5 % ja Tuusula yli 64 %.",
)
STATUSES = StatusChart(
    regions=(("Kymenlaakso", 22), ("Päijät-Häme", 5)),
    parts=(
        StatusPart(status=ProcessStatus.DONE, counts=(0, 5)),
        StatusPart(status=ProcessStatus.NOT_ASSESSED, counts=(22, 0)),
    ),
    alt="Prosessitavoitteiden tila.",
)


def named(chart: Any) -> dict[str, Any]:
    return {series.name: series for series in chart.plots[0].series}


def stored(one: Point) -> datetime:
    """A day as a cell of a workbook holds it."""
    return datetime.combine(one.when, datetime.min.time())


def label_texts(series: Any) -> list[str]:
    """The custom texts of a series' labels."""
    rich = series._element.xpath("c:dLbls/c:dLbl/c:tx/c:rich")
    return [" ".join(run.text for run in one.xpath(".//a:t")) for one in rich]


def label_formats(series: Any) -> list[str]:
    return [one.get("formatCode") for one in series._element.xpath("c:dLbls/c:dLbl/c:numFmt")]


# The whole of the data


def test_the_whole_data_opens_again_and_every_view_has_its_slides() -> None:
    presentation = opened(decks.whole_file())
    assert (presentation.slide_width, presentation.slide_height) == (Pt(960), Pt(540))
    subjects = {text for slide in presentation.slides for text in texts(slide)}
    assert len(presentation.slides) > len(decks.whole().slides)
    assert {slide.title for slide in decks.whole().slides} <= subjects


def test_every_shape_of_every_slide_is_on_the_slide_and_none_meets_another() -> None:
    presentation = opened(decks.whole_file())
    page = Box(0, 0, presentation.slide_width, presentation.slide_height)
    for number, slide in enumerate(presentation.slides, 1):
        boxes = {shape.name: box(shape) for shape in slide.shapes}
        assert len(boxes) >= 2
        assert [name for name, one in boxes.items() if not page.holds(one)] == [], number
        found = [box(shape) for shape in slide.shapes]
        assert [pair for pair in combinations(found, 2) if pair[0].meets(pair[1])] == [], number


def test_every_chart_of_the_data_is_native_and_its_workbook_holds_the_values_of_the_view() -> None:
    for chart, natives in zip(decks.charts(), decks.natives(), strict=True):
        assert natives
        if isinstance(chart, TimeChart):
            (native,) = natives
            values = next(iter(native.plots[0].series))
            assert list(values.values) == [one.value for one in chart.points]
            count = len(chart.points)
            rows = workbook_rows(native)[1 : 1 + count]
            assert [(row[0].date(), row[1]) for row in rows] == [(one.when, one.value) for one in chart.points]
        elif isinstance(chart, StatusChart):
            assert sum(sum(row[1:]) for one in natives for row in workbook_rows(one)[1:]) == sum(
                total for _, total in chart.regions
            )
            found = [row[1:] for one in natives for row in workbook_rows(one)[1:]]
            assert found == list(zip(*(part.counts for part in chart.parts), strict=True))
        else:
            rows = chart.bars if isinstance(chart, BarChart) else chart.rows
            found = [row for one in natives for row in workbook_rows(one)[1:]]
            assert found == [(row.name, row.value) for row in rows]


def test_there_is_no_picture_and_no_foreign_name_in_the_file() -> None:
    found = parts(decks.whole_file())
    assert [name for name in found if name.startswith(("ppt/media", "docProps/thumbnail", "docProps/app"))] == []
    assert not any(b"Canny" in part or b"python-pptx" in part for part in found.values())


def test_every_text_of_every_slide_is_tagged_finnish_and_of_a_size_that_is_read_from_afar() -> None:
    for slide in opened(decks.whole_file()).slides:
        for shape in slide.shapes:
            runs = shape._element.xpath(".//a:r/a:rPr | .//a:fld/a:rPr")
            assert {run.get("lang") for run in runs} <= {"fi-FI"}
            if shape.name == "Tiedot":
                assert min(int(run.get("sz")) for run in runs) >= 1800
            elif runs and shape.has_text_frame:
                assert min(int(run.get("sz")) for run in runs) >= 1200


def test_every_chart_and_table_is_described_in_words() -> None:
    for slide in opened(decks.whole_file()).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 10


# Frame of a slide


def test_the_first_slide_tells_the_meeting_the_version_and_its_day() -> None:
    (cover,) = made().slides
    assert texts(cover) == ["Ohjausryhmä 12.12.2026", "Versio 3 · 22.11.2026"]


def test_a_slide_has_its_subject_title_source_version_and_number() -> None:
    slide = Slide(
        subject="1 Saatavuus · Kymenlaakso",
        title="Osuus laski.",
        number=Fact(label="", text="12 %"),
        source_note="Raportti, rivi 7",
    )
    page = made(slide).slides[1]
    assert page.shapes.title.text_frame.text == "Osuus laski."
    assert texts(page) == [
        "Osuus laski.",
        "1 Saatavuus · Kymenlaakso",
        "Raportti, rivi 7",
        "Ohjausryhmä 12.12.2026 · versio 3 · 22.11.2026",
        "2",
        "12 %",
    ]
    assert page.shapes[4]._element.xpath(".//a:fld/@type") == ["slidenum"]


def test_a_long_title_shrinks_then_is_cut_and_is_whole_in_the_notes() -> None:
    sizes = {}
    for count in (1, 2, 3, 9):
        title = "Kiireellisesti sijoitettujen lasten osuus laski vuodesta 2019, mutta tavoite jäi kauas. " * count
        page = made(Slide(subject="", title=title)).slides[1]
        run = page.shapes.title.text_frame.paragraphs[0].runs[0]
        sizes[count] = run.font.size.pt
        is_cut = run.text.endswith("…")
        assert is_cut is (count == 9)
        assert (title.strip() in page.notes_slide.notes_text_frame.text) is is_cut
    assert sizes[1] == 28
    assert sizes[3] < 28
    assert sizes[9] == 20


def test_notes_hold_definition_limits_and_what_stands_under_the_chart() -> None:
    chart = time_chart(*TWO, markers=(Marker(when=date(2020, 5, 1), title="Malli otettiin käyttöön"),), caution="varo")
    slide = of_chart(chart).model_copy(update={"notes": ("Määritelmä: osuus kaikista.", "Ei alle 18-vuotiaita.")})
    told = made(slide).slides[1].notes_slide.notes_text_frame.text.split("\n")
    assert told[:2] == ["Määritelmä: osuus kaikista.", "Ei alle 18-vuotiaita."]
    assert "Pystyviivat, eivät syitä: 1 Malli otettiin käyttöön." in told
    assert "Varo." in told


def test_what_does_not_fit_is_in_the_notes_or_on_the_next_slide_and_never_lost() -> None:
    facts = tuple(
        Fact(label=f"Tieto {n}", text=f"arvo numero {n} ja pitkä selite siitä, mitä se on") for n in range(30)
    )
    beside = made(of_chart(BARS).model_copy(update={"facts": facts})).slides[1]
    shown = "\n".join(texts(beside)) + beside.notes_slide.notes_text_frame.text
    assert all(fact.text in shown for fact in facts)
    assert "Lisää muistiinpanoissa" in shown
    alone = made(Slide(subject="", title="Tiedot.", facts=facts)).slides
    assert len(alone) > 2
    assert alone[2].shapes.title.text_frame.text == "Tiedot. (jatkuu)"
    assert all(fact.text in "\n".join(text for page in alone for text in texts(page)) for fact in facts)


@pytest.mark.parametrize(
    "slide",
    [
        Slide(
            subject=LONG,
            title=LONG,
            number=Fact(label=LONG, text=LONG),
            source_note=LONG,
            facts=(Fact(label=LONG, text=LONG),),
        ),
        Slide(subject=LONG, title=LONG, chart=BARS, source_note=LONG, facts=(Fact(label=LONG, text=LONG),) * 3),
        Slide(
            subject=LONG,
            title=LONG,
            table=SlideTable(headings=(LONG[:60],) * 6, rows=((LONG,) * 6,) * 4),
            source_note=LONG,
            facts=(Fact(label=LONG, text=LONG),),
            number=Fact(label="", text="5 %"),
        ),
        Slide(
            subject="",
            title="",
            table=SlideTable(headings=("A", "B"), rows=(("x", "y"),)),
            number=Fact(label="", text="5"),
            facts=(),
        ),
        Slide(subject="", title="x" * 500, number=Fact(label="", text="9" * 80)),
        Slide(subject="", title=""),
    ],
)
def test_any_texts_stay_on_the_slide_and_apart(slide: Slide) -> None:
    presentation = made(slide)
    page = Box(0, 0, presentation.slide_width, presentation.slide_height)
    for one in presentation.slides:
        found = [box(shape) for shape in one.shapes]
        assert all(page.holds(shape) for shape in found)
        assert not any(first.meets(other) for first, other in combinations(found, 2))


def test_boxes_do_not_grow_by_themselves() -> None:
    page = made(of_chart(BARS)).slides[1]
    boxes = [shape for shape in page.shapes if shape.has_text_frame and not shape.is_placeholder]
    assert {shape.text_frame.auto_size for shape in boxes} == {MSO_AUTO_SIZE.NONE}


def test_properties_name_the_deck_and_no_one() -> None:
    found = made().core_properties
    assert (found.title, found.language) == ("Ohjausryhmä 12.12.2026", "fi-FI")
    assert (found.author, found.last_modified_by) == ("", "")


def test_the_same_deck_makes_the_same_parts() -> None:
    first, second = (parts(powerpoint(deck(of_chart(BARS), of_chart(time_chart(*TWO))))) for _ in range(2))
    assert {name: part for name, part in first.items() if not name.endswith(".xlsx")} == {
        name: part for name, part in second.items() if not name.endswith(".xlsx")
    }


# Over time


def test_a_series_is_an_xy_chart_with_dates_in_the_look_of_the_region() -> None:
    (native,) = drawn(time_chart(*TWO, lines=(BASELINE, GOAL)))
    assert native._chartSpace.xpath("c:chart/c:plotArea/*/c:ser[1]/parent::c:scatterChart")
    series = named(native)
    assert list(series) == ["Osuus", BASELINE.label, GOAL.label, "Jaksot"]
    style = region_style("kymenlaakso")
    assert str(series["Osuus"].format.line.color.rgb) == style.colour[1:]
    rows = workbook_rows(native)
    assert rows[0][1] == "Osuus"
    assert rows[1:3] == [(stored(TWO[0]), 22), (stored(TWO[1]), 12.4)]


def test_the_baseline_is_grey_and_dashed_and_the_target_thin_and_whole_each_in_words() -> None:
    series = named(drawn(time_chart(*TWO, lines=(BASELINE, GOAL)))[0])
    baseline, goal = series[BASELINE.label], series[GOAL.label]
    assert str(baseline.format.line.color.rgb) == LEVEL[1:]
    assert baseline._element.xpath("c:spPr/a:ln/a:prstDash/@val") == ["dash"]
    assert str(goal.format.line.color.rgb) == TARGET[1:]
    assert goal._element.xpath("c:spPr/a:ln/a:prstDash/@val") == ["solid"]
    assert goal.format.line.width < series["Osuus"].format.line.width
    assert set(baseline.values) == {22.0}
    assert label_texts(baseline) == [BASELINE.label]
    assert label_texts(goal) == [GOAL.label]


def test_points_are_joined_only_where_the_view_says_so() -> None:
    for is_joined in (True, False):
        series = named(drawn(time_chart(*TWO, is_joined=is_joined))[0])["Osuus"]
        assert bool(series._element.xpath("c:spPr/a:ln/a:noFill")) is not is_joined


def test_a_gap_is_a_gap() -> None:
    (native,) = drawn(time_chart(TWO[0], point(2020, None), TWO[1]))
    assert list(named(native)["Osuus"].values) == [22.0, None, 12.4]
    assert native._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]
    assert workbook_rows(native)[2] == (stored(point(2020, None)), None)


def test_labels_are_live_numbers_in_finnish_and_periods_are_named() -> None:
    series = named(drawn(time_chart(*TWO))[0])
    assert label_texts(series["Osuus"]) == []
    first, last = label_formats(series["Osuus"])
    assert first.startswith('[$-40B]#,##0" %";')
    assert last.startswith('[$-40B]"noin "#,##0.0" %";')
    assert label_texts(series["Jaksot"]) == ["loppuvuosi 2019", "kevät 2021"]


def test_limits_signals_and_markers_are_series_of_their_own() -> None:
    points = tuple(point(2000 + n, 15.0 + n % 3, f"{15 + n % 3} %") for n in range(15))
    band = Band(
        start=points[0].when,
        end=points[-1].when,
        used_from=points[0].when,
        used_to=points[-1].when,
        mean=16.0,
        lower=12.5,
        upper=19.5,
        is_trial=True,
    )
    chart = time_chart(
        *points,
        bands=(band,),
        signals=(Signal(when=points[3].when, value=15.0, rule=Rule.OUTSIDE, tone=Tone.CONCERN),),
        markers=(Marker(when=date(2005, 3, 1), title="Muutos"), Marker(when=date(2005, 4, 1), title="Toinen")),
    )
    (native,) = drawn(chart)
    series = named(native)
    assert [name.partition(" ")[0] for name in series] == [
        *("Osuus", "keskiviiva", "alaraja", "yläraja", "Merkki", "Merkki", "Poikkeamat", "Jaksot")
    ]
    levels = [set(one.values) for name, one in series.items() if "raja" in name or "keski" in name]
    assert levels == [{16.0}, {12.5}, {19.5}]
    assert label_texts(series["Merkki 1: Muutos"]) == ["1"]
    assert list(series["Poikkeamat"].values) == [15.0]
    told = "\n".join(texts(made(of_chart(chart)).slides[1]))
    assert "rajojen ulkopuolella (2003)" in told
    assert "1 Muutos; 2 Toinen" in told


def test_words_of_levels_that_are_close_are_moved_apart() -> None:
    near = tuple(Line(value=22.0 + n / 10, label=f"tavoite {n} on tässä", role=Role.TARGET) for n in range(4))
    (native,) = drawn(time_chart(*TWO, lines=near))
    shifts = [float(one.get("val")) for one in native._chartSpace.xpath(".//c:dLbl/c:layout/c:manualLayout/c:y")]
    assert len(shifts) >= 3
    assert max(shifts) - min(shifts) > 0.1


# Bars


def test_groups_are_bars_from_zero_with_their_own_labels() -> None:
    (native,) = drawn(BARS)
    assert native.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert native.value_axis.minimum_scale == 0
    assert native.value_axis.maximum_scale > 64
    assert native.category_axis.reverse_order is True
    series = native.plots[0].series[0]
    assert label_formats(series)[0].startswith('[$-40B]#,##0.0" %"')
    assert label_formats(series)[1].startswith('[$-40B]"yli "#,##0" %"')
    assert str(series.format.fill.fore_color.rgb) == region_style("keski-uusimaa").colour[1:]


def test_negative_bars_have_room_on_the_left() -> None:
    bars = (
        Bar(name="a", value=-30.0, label=number_text(-30.0), description=""),
        Bar(name="b", value=10.0, label=number_text(10.0), description=""),
    )
    (native,) = drawn(BARS.model_copy(update={"bars": bars, "unit": "pistettä"}))
    assert native.value_axis.minimum_scale < -30
    assert native.plots[0].series[0].values == (-30.0, 10.0)
    assert label_formats(native.plots[0].series[0])[0].endswith(';[$-40B]"−"#,##0')


def test_the_value_compared_with_is_a_hollow_bar() -> None:
    rows = tuple(
        ScaleRow(
            name=name,
            region="Kymenlaakso",
            value=value,
            label=number_text(value, "", " % (2019)"),
            is_comparison=name == "koko maa",
            sources=(),
        )
        for name, value in (("Kymenlaakso", 0.36), ("koko maa", 0.44))
    )
    (native,) = drawn(SharedScale(id="x", title="Osuus", unit="%", rows=rows, why="Sama mittari.", alt="Osuus."))
    (hollow,) = native._chartSpace.xpath(".//c:dPt")
    assert hollow.xpath("c:idx/@val") == ["1"]
    assert hollow.xpath("c:spPr/a:noFill")
    assert hollow.xpath("c:spPr/a:ln/a:prstDash/@val") == ["dash"]


def test_many_bars_go_on_to_the_next_slide_on_the_same_axis() -> None:
    bars = tuple(Bar(name=f"Kunta {n}", value=float(n), label=number_text(float(n)), description="") for n in range(40))
    natives = drawn(BARS.model_copy(update={"bars": bars, "unit": ""}))
    assert len(natives) > 1
    assert [row for one in natives for row in workbook_rows(one)[1:]] == [(f"Kunta {n}", n) for n in range(40)]
    assert len({one.value_axis.maximum_scale for one in natives}) == 1


def test_statuses_are_told_apart_by_pattern_and_number_too() -> None:
    (native,) = drawn(STATUSES)
    assert native.chart_type == XL_CHART_TYPE.BAR_STACKED
    assert [series.name for series in native.plots[0].series] == ["toteutunut", "ei arvioitu"]
    done, not_assessed = native.plots[0].series
    assert done._element.xpath("c:spPr/a:solidFill") and not_assessed._element.xpath("c:spPr/a:pattFill")
    assert [one.get("val") for one in done._element.xpath("c:dLbls/c:dLbl/c:idx")] == ["1"]  # nought has no label
    assert workbook_rows(native)[1:] == [("Kymenlaakso (22)", 0, 22), ("Päijät-Häme (5)", 5, 0)]
    assert native.has_legend


# Tables


def test_a_table_is_native_with_headings_on_every_slide_and_no_row_lost() -> None:
    rows = tuple((f"Alue {n}", "Pitkä prosessitavoitteen nimi " * (n % 4 + 1), "käynnissä") for n in range(60))
    pages = made(Slide(subject="A", title="T.", table=SlideTable(headings=("Alue", "Nimi", "Tila"), rows=rows))).slides
    tables = [shape.table for page in pages for shape in page.shapes if shape.has_table]
    assert len(tables) > 2
    assert all(table.first_row for table in tables)
    shown = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    assert shown == [[text.strip() for text in row] for row in rows]
    assert {table.cell(0, 1).text for table in tables} == {"Nimi"}


def test_an_endless_table_says_what_is_left_out() -> None:
    rows = tuple((str(n), "x") for n in range(2000))
    pages = made(Slide(subject="", title="T.", table=SlideTable(headings=("A", "B"), rows=rows))).slides
    assert len(pages) == 13
    shown = sum(len(shape.table.rows) - 1 for page in pages for shape in page.shapes if shape.has_table)
    left_out = f"Taulukon 2000 rivistä esitetään {shown} ensimmäistä."
    assert left_out in pages[12].notes_slide.notes_text_frame.text
    assert left_out in "\n".join(texts(pages[12]))


# Text from files


def test_text_is_never_a_formula_a_link_or_a_number_in_a_workbook() -> None:
    hostile = (NASTY, "=1+1", "@SUM(A1)", "http://x.fi", "12")
    bars = tuple(Bar(name=name, value=1.0, label=number_text(1.0), description="") for name in hostile)
    (native,) = drawn(BARS.model_copy(update={"bars": bars, "title": "=2+2"}))
    rows = workbook_rows(native)
    assert [row[0] for row in rows[1:]] == list(hostile)
    assert rows[0][1] == "=2+2"
    line = BASELINE.model_copy(update={"label": "=3+3"})
    found = parts(
        powerpoint(deck(of_chart(BARS.model_copy(update={"bars": bars})), of_chart(time_chart(*TWO, lines=(line,)))))
    )
    sheets = {name: part for name, part in found.items() if "!xl/worksheets/" in name}
    assert len(sheets) == 2
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in sheets.values())


def test_markup_and_letters_that_xml_cannot_hold_are_only_text() -> None:
    text = "a\x00\x0b\ud800\ufffe<b>&amp;\nc"
    chart = time_chart(*TWO, title=text, lines=(BASELINE.model_copy(update={"label": text}),), alt=text)
    slide = Slide(
        subject=text, title=text, chart=chart, facts=(Fact(label=text, text=text),), source_note=text, notes=(text,)
    )
    table = Slide(subject="", title="T.", table=SlideTable(headings=(text,), rows=((text,),)))
    presentation = made(slide, table, of_chart(BARS.model_copy(update={"title": text})))
    assert presentation.slides[1].shapes.title.text_frame.text == "a <b>&amp; c"
    assert presentation.slides[1].notes_slide.notes_text_frame.text.split("\n")[0] == "a <b>&amp; c"


# Small numbers


def test_a_hidden_number_is_in_no_part_of_the_file() -> None:
    def month(number: int, value: float) -> Any:
        period = Period(label=f"{number}/2025", start=date(2025, number, 1), end=date(2025, number, 28))
        return observation(value, period=period, unit="hlö", role=Role.FOLLOW_UP, note=f"jakso {number}")

    secret = 3.0
    known = catalogue(indicator(unit="hlö"))
    given = [month(n, 70701.0 + n) for n in range(1, 9)] + [month(9, secret), month(10, 70790.0)]
    hidden = month(11, 60606.0).model_copy(update={"n": 2, "words": "kolme 60606 henkilöä"})
    slides = [slide for card in decks.placed([*given, hidden], known) for slide in decks.slides_of(card)]
    assert slides[0].chart is not None
    found = parts(powerpoint(deck(*slides)))
    assert any(b"70790" in part for name, part in found.items() if "!xl/worksheets" in name)
    assert [name for name, part in found.items() if b"60606" in part] == []
    values = [
        row[1]
        for row in workbook_rows(
            next(s for s in opened(powerpoint(deck(*slides))).slides[1].shapes if s.has_chart).chart
        )
    ]
    assert secret not in values


def test_regions_keep_their_colours() -> None:
    for chart, natives in zip(decks.charts(), decks.natives(), strict=True):
        if isinstance(chart, TimeChart):
            (native,) = natives
            series = next(iter(native.plots[0].series))
            colour = region_style(slug(chart.region)).colour[1:]
            assert str(series.marker.format.fill.fore_color.rgb) == colour
            assert not chart.is_joined or str(series.format.line.color.rgb) == colour
    joined = named(drawn(time_chart(*TWO))[0])["Osuus"]
    assert str(joined.format.line.color.rgb) == region_style("kymenlaakso").colour[1:]


def test_no_relation_leads_out_of_the_file() -> None:
    rels = [part for name, part in parts(decks.whole_file()).items() if name.endswith(".rels")]
    assert not any(re.search(rb'TargetMode="External"', part) for part in rels)
