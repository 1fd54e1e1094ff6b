"""Pages run in the test's process, and what one that has been run says: its texts, numbers, charts and address."""

import functools
import re
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

KINDS = ("title", "header", "subheader", "markdown", "caption", "info", "warning")


def look_for_components_once() -> None:
    """Let AppTest look through the installed packages for Streamlit components once, and not at each opening.

    It takes most of the time in which a page opens, and what is installed does not change meanwhile.
    """
    scan = manifest_scanner.scan_component_manifests
    if not hasattr(scan, "cache_info"):
        manifest_scanner.scan_component_manifests = functools.cache(scan)


def spoken(text: str) -> str:
    """A text as a person would type it: ordinary spaces, without the backslashes that keep it plain."""
    return re.sub(r"\\(?=[^\w\s])", "", text).replace("\u00a0", " ").replace("\u2060", "")


def told(page: AppTest) -> str:
    """All text of a page, folded parts and tables too."""
    texts = [str(element.value) for kind in KINDS for element in getattr(page, kind)]
    texts += [str(part) for metric in page.metric for part in (metric.label, metric.value)]
    texts += [expander.label for expander in page.expander]
    texts += [table.value.to_csv(index=False) for table in page.table]
    return spoken("\n".join(texts))


def metrics(page: AppTest) -> list[tuple[str, str]]:
    return [(spoken(metric.label), spoken(metric.value)) for metric in page.metric]


def charts(page: AppTest) -> list[str]:
    """What the charts of a page say to a screen reader."""
    return [spoken(chart.proto.alt) for chart in page.get("plotly_chart")]


def link(page: AppTest) -> dict[str, Any]:
    """The query that the page's address has now."""
    return {key: page.query_params[key] for key in page.query_params}
