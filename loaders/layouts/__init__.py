"""Recognise and parse: the tables of a sheet and their layouts, each layout with the reading of its rows.

A new layout is a module with a `Layout` and its place in `LAYOUTS`.
"""

from loaders.findings import Finding, finding
from loaders.layouts import by_region, long, process_goals, sotkanet, wide

# Of those with one anchor, the first that fits wholly is taken.
LAYOUTS = (sotkanet.LAYOUT, long.LAYOUT, wide.LAYOUT, by_region.LAYOUT, process_goals.LAYOUT)


def is_heading(text: str) -> bool:
    """Return whether a text is a heading in any layout."""
    return any(layout.knows(text) for layout in LAYOUTS)


def unknown_layout(text: str, sheet: str = "") -> Finding:
    """Return the finding for something that no layout knows, saying what each of them needs."""
    needs = "; ".join(f"{number}) {layout.needs}" for number, layout in enumerate(LAYOUTS, start=1))
    return finding("tuntematon-taulukko", sheet=sheet, actual=text, expected=f"jokin näistä otsikkoriveistä: {needs}")
