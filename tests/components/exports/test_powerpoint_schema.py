"""The charts' XML keeps the order of elements that PowerPoint requires: it offers to repair a file that does not."""

import re
from itertools import pairwise
from typing import Any

from lxml import etree

from tests.builders import decks

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHOWS = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
    "txPr crossAx crosses crossesAt"
)
# ISO/IEC 29500-1, DrawingML charts (dml-chart.xsd)
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData",
    "chart": "title autoTitleDeleted pivotFmts view3D plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax",
    "plotArea": "layout barChart scatterChart catAx valAx dateAx serAx dTable spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "scatterChart": "scatterStyle varyColors ser dLbls axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val xVal yVal smooth shape",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "marker": "symbol size spPr",
    "dLbls": f"dLbl delete {_SHOWS}",
    "dLbl": f"idx delete layout tx {_SHOWS}",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
}


def test_elements_stand_in_the_order_that_the_standard_gives() -> None:
    found = {name: part for name, part in decks.parts(decks.whole_file()).items() if _is_chart(name)}
    assert len(found) > 30
    wrong = [(name, problem) for name, part in found.items() for problem in _problems(etree.fromstring(part))]
    assert wrong == []


def _is_chart(name: str) -> bool:
    return re.fullmatch(r"ppt/charts/chart\d+\.xml", name) is not None


def _problems(root: Any) -> list[str]:
    found = []
    for element in root.iter(*(C + name for name in ORDER)):
        own = element.tag.removeprefix(C)
        order = ORDER[own].split()
        children = [child.tag.removeprefix(C) for child in element]
        found += [f"{own}/{name}" for name in children if name not in order]
        places = [order.index(name) for name in children if name in order]
        found += [
            f"{own}: {order[after]} after {order[before]}" for before, after in pairwise(places) if after < before
        ]
    return found


def test_every_label_and_point_names_a_point_that_there_is() -> None:
    for name, part in decks.parts(decks.whole_file()).items():
        if _is_chart(name):
            for series in etree.fromstring(part).iter(f"{C}ser"):
                count = _count(series)
                indices = [int(one.get("val")) for one in series.findall(f"{C}dLbls/{C}dLbl/{C}idx")]
                assert indices == sorted(set(indices))
                assert all(at < count for at in indices)


def _count(series: Any) -> int:
    values = series.find(f"{C}val")
    return int((series.find(f"{C}yVal") if values is None else values).find(f".//{C}ptCount").get("val"))
