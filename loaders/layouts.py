"""The declared layouts, and the recogniser that finds every table on a sheet and says what it took it for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from data.model import Finding
from loaders import goals, long, wide
from loaders.findings import finding
from loaders.sheets import Row, Sheet, address
from loaders.tables import Layout, Table, columns_of, lone_text

LAYOUTS = (long.LAYOUT, wide.LAYOUT, goals.LAYOUT)  # of those with one anchor, the first that fits wholly is taken

_SHOWN_HEADINGS = 8


@dataclass(slots=True)
class _Block:
    """Rows under one heading row, or before the first (heading 0). `lack` is what the heading row lacks, or ""."""

    heading: int = 0
    layouts: tuple[Layout, ...] = ()
    lack: str = ""
    rows: list[int] = field(default_factory=list)


def find_tables(sheet: Sheet) -> tuple[list[Table], list[Finding]]:
    """The tables of a sheet, and findings for all that is outside them.

    A table begins at a heading row that a layout knows and goes on until the next one; what its rows are is for the
    layout to tell. Lines of text right above a heading row are its title.
    """
    if not sheet.rows:
        return [], []
    blocks, findings = _blocks(sheet)
    if len(blocks) == 1:
        return [], [_unknown(sheet)]
    titles = [_take_title(sheet, above.rows, block.heading) for above, block in pairwise(blocks)]
    tables: list[Table] = []
    for block, title in zip(blocks[1:], titles, strict=True):
        if block.lack:
            findings.append(_lacking(sheet, block))
        else:
            tables += _tables(sheet, block, title)
    for table in tables:
        findings += _recognised(table)
    findings += (_outside(sheet, row) for row in blocks[0].rows)
    return tables, findings


def unknown_layout(found: str, sheet: str = "") -> Finding:
    """The finding for something that no layout knows, saying what each of them needs."""
    needs = "; ".join(f"{number}) {layout.needs}" for number, layout in enumerate(LAYOUTS, start=1))
    return finding("tuntematon-taulukko", sheet=sheet, found=found, expected=f"jokin näistä otsikkoriveistä: {needs}")


def _blocks(sheet: Sheet) -> tuple[list[_Block], list[Finding]]:
    blocks = [_Block()]
    repeated: list[Finding] = []
    for number, cells in sheet.rows.items():
        layouts, lack = _recognise(cells)
        if not layouts or _is_named(sheet, blocks[-1], cells):
            blocks[-1].rows.append(number)
        elif _repeats(sheet, blocks[-1], number):
            repeated.append(finding("toistuva-otsikko", sheet=sheet.name, cell=address(number, min(cells))))
        else:
            blocks.append(_Block(number, layouts, lack))
    return blocks, repeated


def _recognise(cells: Row) -> tuple[tuple[Layout, ...], str]:
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


def _is_named(sheet: Sheet, block: _Block, cells: Row) -> bool:
    """Whether a row has a name where the block's rows have theirs, and so is one of them whatever else it says."""
    headings = sheet.rows.get(block.heading, {})
    anchors = [columns_of(headings, layout.vocabulary).get(layout.anchor, 0) for layout in block.layouts]
    names = [cells[anchor].text for anchor in anchors if anchor in cells]
    return any(not any(layout.knows(name) for layout in LAYOUTS) for name in names)


def _repeats(sheet: Sheet, block: _Block, row: int) -> bool:
    """Whether a heading row only repeats the block's own in the midst of its rows, as on a new page of a print."""
    if not block.rows or block.rows[-1] != row - 1 or lone_text(sheet.rows[row - 1]):
        return False
    return bool(block.heading) and _texts(sheet.rows[block.heading]) == _texts(sheet.rows[row])


def _texts(cells: Row) -> dict[int, str]:
    return {number: cell.text for number, cell in cells.items()}


def _take_title(sheet: Sheet, rows: list[int], heading: int) -> str:
    """The lines of text right above a heading row, taken away from the rows of the block above.

    They are a title only if an empty row parts them from that block: else they belong to it.
    """
    start = len(rows)
    while start and lone_text(sheet.rows[rows[start - 1]]) and heading - rows[start - 1] <= len(rows) - start + 2:
        start -= 1
    if start and start < len(rows) and rows[start] - rows[start - 1] == 1:
        return ""
    title = " – ".join(lone_text(sheet.rows[row]) for row in rows[start:])
    del rows[start:]
    return title


def _tables(sheet: Sheet, block: _Block, title: str) -> Iterator[Table]:
    """One table for each layout of a heading row that has rows; a row belongs to the first whose anchor it fills.

    The app's own export has observations and process goals under one heading row.
    """
    headings = sheet.rows[block.heading]
    columns = [columns_of(headings, layout.vocabulary) for layout in block.layouts]
    anchors = [own[layout.anchor] for layout, own in zip(block.layouts, columns, strict=True)]
    rows: list[list[int]] = [[] for _ in block.layouts]
    for row in block.rows:
        filled = (index for index, anchor in enumerate(anchors) if sheet.shown_at(row, anchor))
        rows[next(filled, 0)].append(row)
    used = [index for index, own in enumerate(rows) if own] or [0]
    for index in used:
        others = [block.layouts[other] for other in used if other != index]
        shared = (number for number, cell in headings.items() if any(layout.knows(cell.text) for layout in others))
        theirs = frozenset(shared) - set(columns[index].values())
        yield Table(sheet, block.layouts[index], block.heading, rows[index], columns[index], title, theirs)


def _recognised(table: Table) -> Iterator[Finding]:
    place = {"sheet": table.sheet.name, "cell": address(table.heading, min(table.headings))}
    title = f" (otsikko “{table.title}”)" if table.title else ""
    yield finding("tunnistettu", found=table.area + title, expected=table.layout.explain(table), **place)
    if not table.rows:
        yield finding("tyhjä-taulukko", **place)


def _lacking(sheet: Sheet, block: _Block) -> Finding:
    cells = sheet.rows[block.heading]
    place = address(block.heading, min(cells))
    return finding("sarake-puuttuu", sheet=sheet.name, cell=place, found=_quoted(cells), expected=block.lack)


def _outside(sheet: Sheet, row: int) -> Finding:
    cells = sheet.rows[row]
    code = "selite" if lone_text(cells) else "ohitettu-rivi"
    shown = ", ".join(cell.text for cell in cells.values())
    return finding(code, sheet=sheet.name, cell=address(row, min(cells)), found=shown)


def _unknown(sheet: Sheet) -> Finding:
    first = next((cells for cells in sheet.rows.values() if not lone_text(cells)), None)
    if first is None:
        return finding("ohitettu-taulukko", sheet=sheet.name, found=f"rivejä {len(sheet.rows)}")
    return unknown_layout(_quoted(first), sheet.name)


def _quoted(cells: Row) -> str:
    shown = [f"“{cell.text}”" for cell in cells.values()]
    more = f" ja {len(shown) - _SHOWN_HEADINGS} muuta" if len(shown) > _SHOWN_HEADINGS else ""
    return ", ".join(shown[:_SHOWN_HEADINGS]) + more
