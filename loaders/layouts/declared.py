"""The declared layouts, and which of them a heading row belongs to."""

from dataclasses import dataclass, replace

from loaders.findings import Finding, finding
from loaders.layouts import by_region, long, process_goals, sotkanet, wide
from loaders.layouts.headings import plain
from loaders.layouts.table import Layout
from loaders.parse import periods
from loaders.read.sheets import Cell, Row, Sheet

# Of those with one anchor, the first that fits wholly is taken.
LAYOUTS = (sotkanet.LAYOUT, long.LAYOUT, wide.LAYOUT, by_region.LAYOUT, process_goals.LAYOUT)

_ANCHORS = frozenset(plain(name) for layout in LAYOUTS for name in layout.vocabulary.names[layout.anchor])


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading row, or two joined: its cells, the layouts it heads (one for each anchor), and what it lacks."""

    cells: Row
    layouts: tuple[Layout, ...]
    lack: str
    first: int
    last: int


def heading_row_at(sheet: Sheet, row: int) -> HeadingRow | None:
    """The heading row that begins here, if one does."""
    joined = _joined(sheet, row)
    layouts, lack = _fitting(joined)
    if layouts and not lack:
        return HeadingRow(joined, layouts, "", row, row + 1)
    layouts, lack = _fitting(sheet.rows[row])
    return HeadingRow(sheet.rows[row], layouts, lack, row, row) if layouts else None


def is_heading(text: str) -> bool:
    """Whether a text is a heading in any layout."""
    return any(layout.knows(text) for layout in LAYOUTS)


def unknown_layout(headings: str, sheet: str = "") -> Finding:
    """The finding for something that no layout knows, saying what each of them needs."""
    needs = "; ".join(f"{number}) {layout.needs}" for number, layout in enumerate(LAYOUTS, start=1))
    return finding(
        "tuntematon-taulukko", sheet=sheet, actual=headings, expected=f"jokin näistä otsikkoriveistä: {needs}"
    )


def _fitting(cells: Row) -> tuple[tuple[Layout, ...], str]:
    """The layouts whose heading row this is, one for each anchor, and what it lacks; none for any other row.

    At least half of the cells must be known headings: a row of data may well say "mittari" too.
    """
    lacks = [(layout, lack) for layout in LAYOUTS if (lack := layout.lacks(cells)) is not None]
    known = sum(any(layout.knows(cell.text) for layout, _ in lacks) for cell in cells.values())
    if not lacks or 2 * known < len(cells):
        return (), ""
    whole = {layout.anchor: layout for layout, lack in reversed(lacks) if not lack}
    if whole:
        return tuple(layout for layout, _ in lacks if layout in whole.values()), ""
    layout, lack = lacks[0]
    return (layout,), lack


def _joined(sheet: Sheet, row: int) -> Row:
    """A heading that stands in two rows, year over months or season over year, as one; empty if it is none.

    Where both rows have a text, the two must make a period together that neither tells alone in full.
    """
    upper, lower = sheet.rows[row], sheet.rows.get(row + 1, {})
    if not any(plain(cell.text) in _ANCHORS for cells in (upper, lower) for cell in cells.values()):
        return {}
    joined: Row = {}
    periods_made = 0
    for column in sorted({*upper, *lower}):
        above, below = sheet.shown_at(row, column), sheet.shown_at(row + 1, column)
        if above and below and above is not below:
            texts = (f"{above.text} {below.text}", f"{below.text} {above.text}")
            text = next((text for text in texts if periods.parse(text)), "")
            if not text:
                return {}
            periods_made += 1
            joined[column] = replace(above, column=column, text=text, number=None, day=None)
        elif cell := above or below:
            joined[column] = _moved(cell, column)
    return joined if periods_made else {}


def _moved(cell: Cell, column: int) -> Cell:
    return cell if cell.column == column else replace(cell, column=column)
