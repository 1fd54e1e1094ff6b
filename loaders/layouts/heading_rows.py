"""Heading rows: whether a row, or two together, head a table, and of which layouts."""

from dataclasses import dataclass, replace

from loaders.layouts import LAYOUTS, is_heading
from loaders.layouts.headings import plain
from loaders.layouts.table import Layout, columns_of
from loaders.parse import periods
from loaders.read.sheets import Row, Sheet

_ANCHORS = frozenset(plain(name) for layout in LAYOUTS for name in layout.vocabulary.names[layout.anchor])


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading row, or two joined: its cells, the layouts it heads (one for each anchor), and what it lacks."""

    cells: Row
    layouts: tuple[Layout, ...]
    lack: str
    first: int
    last: int

    def names_row(self, cells: Row) -> bool:
        """Return whether a row below has a name where rows under this heading have theirs, and so is one of them."""
        anchors = (columns_of(self.cells, layout.vocabulary)[layout.anchor] for layout in self.layouts)
        return any(anchor in cells and not is_heading(cells[anchor].text) for anchor in anchors)

    def has_texts_of(self, other: "HeadingRow") -> bool:
        """Return whether two heading rows have the same texts in the same columns."""
        return _texts(self.cells) == _texts(other.cells)


def heading_row_at(sheet: Sheet, row: int) -> HeadingRow | None:
    """Return the heading row that begins at this row, if one does."""
    joined = _joined(sheet, row)
    layouts, lack = _fitting(joined)
    if layouts and not lack:
        return HeadingRow(joined, layouts, "", row, row + 1)
    layouts, lack = _fitting(sheet.rows[row])
    return HeadingRow(sheet.rows[row], layouts, lack, row, row) if layouts else None


def _fitting(cells: Row) -> tuple[tuple[Layout, ...], str]:
    """Return the layouts whose heading row this is, one for each anchor, and what it lacks; none for any other row.

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
    """Return a heading that stands in two rows, year over months or season over year, as one; empty if it is none.

    Where both rows have a text, the two must make a period together that neither of them is in full.
    """
    upper, lower = sheet.rows[row], sheet.rows.get(row + 1, {})
    if not any(plain(cell.text) in _ANCHORS for cells in (upper, lower) for cell in cells.values()):
        return {}
    joined: Row = {}
    is_joined = False
    for column in sorted({*upper, *lower}):
        above, below = sheet.shown_at(row, column), sheet.shown_at(row + 1, column)
        if above and below and above is not below:
            texts = (f"{above.text} {below.text}", f"{below.text} {above.text}")
            text = next((text for text in texts if periods.parse(text)), "")
            if not text:
                return {}
            is_joined = True
            joined[column] = replace(above, column=column, text=text, number=None, day=None)
        elif cell := above or below:
            joined[column] = cell if cell.column == column else replace(cell, column=column)
    return joined if is_joined else {}


def _texts(cells: Row) -> dict[int, str]:
    return {number: cell.text for number, cell in cells.items()}
