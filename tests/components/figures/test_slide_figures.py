"""Charts of slides: the same figures as on the pages, with type that is read from the back of a room."""

import pytest

from components.figures.bar_figures import group_figure, scale_figure, status_figure
from components.figures.large_chart import large_figure
from components.figures.slide_figures import slide_figure
from data.views.charts import TimeChart
from data.views.group_bars import BarChart
from data.views.shared_scales import SharedScale
from data.views.slides import Chart
from tests.builders.decks import FOUR, INDICATOR, shipped_deck

PAGE = {BarChart: group_figure, TimeChart: large_figure, SharedScale: scale_figure}


def charts() -> list[Chart]:
    four = ",".join(FOUR)
    texts = (f"mittari:Kymenlaakso:{INDICATOR}", "tavoite:2:Kymenlaakso", f"vertailu:kaikki:{four}")
    slides = shipped_deck(*texts, f"prosessitavoitteet:kaikki:{four}").slides
    one_of_each = {type(slide.chart): slide.chart for slide in slides if slide.chart}
    assert len(one_of_each) == 4
    return list(one_of_each.values())


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_a_slide_draws_the_same_values_as_the_page(chart: Chart) -> None:
    slide, page = slide_figure(chart), PAGE.get(type(chart), status_figure)(chart)
    assert [(list(one.x), list(one.y)) for one in slide.data] == [(list(one.x), list(one.y)) for one in page.data]
    assert [one.text for one in slide.layout.annotations] == [one.text for one in page.layout.annotations]


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: type(chart).__name__)
def test_type_is_large_and_grows_with_the_screen(chart: Chart) -> None:
    def sizes(times: float) -> list[float]:
        figure = slide_figure(chart, times=times)
        found = [figure.layout.font.size, figure.layout.xaxis.tickfont.size, figure.layout.height]
        found += [one.font.size for one in figure.layout.annotations]
        return found + [one.textfont.size for one in figure.data if one.textfont.size]

    assert min(sizes(1)) >= 18
    assert sizes(1.5) == pytest.approx([1.5 * size for size in sizes(1)])
