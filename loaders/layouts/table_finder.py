"""The finder of tables: every table on a sheet, with what it was taken for, and all that is outside them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.findings import Finding, finding
from loaders.layouts.declared import HeadingRow, heading_row_at, is_heading, unknown_layout
from loaders.layouts.sheet_defaults import lent_by
from loaders.layouts.table import LACKS_PERIOD, Table, columns_of, lone_text
from loaders.read.sheets import Row, Sheet, address

FOR_READERS = "Tämä taulukko on lukijaa varten: sitä ei lueta, kun tiedosto ladataan takaisin."

_SHOWN_HEADINGS = 8


@dataclass(slots=True)
class _Block:
    """Rows under one heading row; those of the first block stand before any."""

    heading: HeadingRow | None = None
    rows: list[int] = field(default_factory=list)


def find_tables(sheet: Sheet) -> tuple[list[Table], list[Finding]]:
    """The tables of a sheet, and findings for all that is outside them.

    A table begins at a heading row that a layout knows and goes on until the next one; what its rows are is for the
    layout to tell. Lines of text right above a heading row are its title. A sheet of the app's own export that says
    first that it is for readers is not read.
    """
    if not sheet.rows:
        return [], []
    if lone_text(next(iter(sheet.rows.values()))) == FOR_READERS:
        return [], [finding("lukijan-taulukko", sheet=sheet.name)]
    blocks, findings = _blocks(sheet)
    if len(blocks) == 1:
        return [], [_unknown(sheet)]
    tables: list[Table] = []
    titles = [_take_title(sheet, above.rows, block.heading) for above, block in pairwise(blocks)]
    for block, title in zip(blocks[1:], titles, strict=True):
        if block.heading and block.heading.lack and not _is_lent(sheet, block.heading, title):
            findings.append(_lacking(sheet, block.heading))
        elif block.heading:
            tables += _tables(sheet, block.heading, block.rows, title)
    for table in tables:
        findings += _recognised(table)
    findings += (_outside(sheet, row) for row in blocks[0].rows)
    return tables, findings


def _blocks(sheet: Sheet) -> tuple[list[_Block], list[Finding]]:
    blocks = [_Block()]
    repeated: list[Finding] = []
    read_until = 0
    for row, cells in sheet.rows.items():
        if row <= read_until:
            continue
        heading = heading_row_at(sheet, row)
        if not heading or _is_named(blocks[-1].heading, cells):
            blocks[-1].rows.append(row)
            continue
        read_until = heading.last
        if _repeats(sheet, blocks[-1], heading):
            repeated.append(finding("toistuva-otsikko", sheet=sheet.name, cell=address(row, min(cells))))
        else:
            blocks.append(_Block(heading))
    return blocks, repeated


def _is_named(heading: HeadingRow | None, cells: Row) -> bool:
    """Whether a row has a name where the rows under this heading have theirs, and so is one of them."""
    layouts = heading.layouts if heading else ()
    anchors = (columns_of(heading.cells, layout.vocabulary)[layout.anchor] for layout in layouts if heading)
    return any(anchor in cells and not is_heading(cells[anchor].text) for anchor in anchors)


def _repeats(sheet: Sheet, block: _Block, heading: HeadingRow) -> bool:
    """Whether a heading row only repeats the block's own in the midst of its rows, as on a new page of a print."""
    above = heading.first - 1
    if not block.heading or not block.rows or block.rows[-1] != above or lone_text(sheet.rows[above]):
        return False
    return _texts(block.heading.cells) == _texts(heading.cells)


def _texts(cells: Row) -> dict[int, str]:
    return {number: cell.text for number, cell in cells.items()}


def _take_title(sheet: Sheet, rows: list[int], heading: HeadingRow | None) -> str:
    """The lines of text right above a heading row, taken away from the rows of the block above.

    They are a title only if an empty row parts them from that block: else they belong to it.
    """
    below = heading.first if heading else 0
    start = len(rows)
    while start and lone_text(sheet.rows[rows[start - 1]]) and below - rows[start - 1] <= len(rows) - start + 2:
        start -= 1
    if start and start < len(rows) and rows[start] - rows[start - 1] == 1:
        return ""
    title = " – ".join(lone_text(sheet.rows[row]) for row in rows[start:])
    del rows[start:]
    return title


def _tables(sheet: Sheet, heading: HeadingRow, rows: list[int], title: str) -> Iterator[Table]:
    """One table for each layout of a heading row that has rows; a row belongs to the first whose anchor it fills.

    The app's own export has observations and process goals under one heading row.
    """
    columns = [columns_of(heading.cells, layout.vocabulary) for layout in heading.layouts]
    anchors = [own[layout.anchor] for layout, own in zip(heading.layouts, columns, strict=True)]
    parted: list[list[int]] = [[] for _ in anchors]
    for row in rows:
        filled = (index for index, anchor in enumerate(anchors) if sheet.shown_at(row, anchor))
        parted[next(filled, 0)].append(row)
    used = [index for index, own in enumerate(parted) if own] or [0]
    for index in used:
        others = [heading.layouts[other] for other in used if other != index]
        shared = {n for n, cell in heading.cells.items() if any(layout.knows(cell.text) for layout in others)}
        theirs = frozenset(shared - set(columns[index].values()))
        yield Table(sheet, heading.layouts[index], heading.cells, parted[index], columns[index], title, theirs)


def _recognised(table: Table) -> Iterator[Finding]:
    title = f" (otsikko “{table.title}”)" if table.title else ""
    place = {"sheet": table.sheet.name, "cell": table.area.partition(":")[0]}
    yield finding("tunnistettu", actual=table.area + title, expected=table.layout.explain(table), **place)
    if not table.rows:
        yield finding("tyhjä-taulukko", **place)


def _is_lent(sheet: Sheet, heading: HeadingRow, title: str) -> bool:
    """Whether what a heading row lacks is told by the name of the sheet."""
    return heading.lack == LACKS_PERIOD and lent_by(sheet.name, title).period is not None


def _lacking(sheet: Sheet, heading: HeadingRow) -> Finding:
    place = address(heading.first, min(heading.cells))
    return finding("sarake-puuttuu", sheet=sheet.name, cell=place, actual=_quoted(heading.cells), expected=heading.lack)


def _outside(sheet: Sheet, row: int) -> Finding:
    cells = sheet.rows[row]
    code = "selite" if lone_text(cells) else "ohitettu-rivi"
    shown = ", ".join(cell.text for cell in cells.values())
    return finding(code, sheet=sheet.name, cell=address(row, min(cells)), actual=shown)


def _unknown(sheet: Sheet) -> Finding:
    first = next((cells for cells in sheet.rows.values() if not lone_text(cells)), None)
    if first is None:
        return finding("ohitettu-taulukko", sheet=sheet.name, actual=f"rivejä {len(sheet.rows)}")
    return unknown_layout(_quoted(first), sheet.name)


def _quoted(cells: Row) -> str:
    shown = [f"“{cell.text}”" for cell in cells.values()]
    more = f" ja {len(shown) - _SHOWN_HEADINGS} muuta" if len(shown) > _SHOWN_HEADINGS else ""
    return ", ".join(shown[:_SHOWN_HEADINGS]) + more
