"""The declared layouts, and the recogniser that finds every table on a sheet and says what it took it for."""

from dataclasses import dataclass, field

from data.model import Finding
from loaders import goals, long, wide
from loaders.findings import finding
from loaders.sheets import Row, Sheet, address
from loaders.tables import Layout, Table, lone_text

LAYOUTS = (goals.LAYOUT, long.LAYOUT, wide.LAYOUT)  # the first that fits wholly is taken

_SHOWN_HEADINGS = 8


@dataclass(slots=True)
class _Block:
    """Rows under one heading row, or before the first (heading 0). `lack` is what the heading row lacks, or ""."""

    heading: int = 0
    layout: Layout | None = None
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
    if not any(block.heading for block in blocks):
        return [], [_unknown(sheet)]
    tables: list[Table] = []
    for above, block in zip([_Block(), *blocks], blocks, strict=False):
        title = _take_title(sheet, above.rows, block.heading) if block.heading else ""
        if block.layout and block.lack:
            findings.append(_lacking(sheet, block))
        elif block.layout:
            tables.append(Table(sheet, block.layout, block.heading, block.rows, title))
    findings += (_recognised(table) for table in tables)
    findings += (_outside(sheet, row) for block in blocks if not block.heading for row in block.rows)
    return tables, findings


def unknown_layout(found: str, sheet: str = "") -> Finding:
    """The finding for something that no layout knows, saying what each of them needs."""
    needs = "; ".join(f"{number}) {layout.needs}" for number, layout in enumerate(LAYOUTS, start=1))
    return finding("tuntematon-taulukko", sheet=sheet, found=found, expected=f"jokin näistä otsikkoriveistä: {needs}")


def _blocks(sheet: Sheet) -> tuple[list[_Block], list[Finding]]:
    blocks = [_Block()]
    repeated: list[Finding] = []
    for number, cells in sheet.rows.items():
        layout, lack = _recognise(cells)
        if not layout:
            blocks[-1].rows.append(number)
        elif _repeats(sheet, blocks[-1], number):
            repeated.append(finding("toistuva-otsikko", sheet=sheet.name, cell=address(number, min(cells))))
        else:
            blocks.append(_Block(number, layout, lack))
    return blocks, repeated


def _recognise(cells: Row) -> tuple[Layout | None, str]:
    """The layout whose heading row this is and what it still lacks; None for any other row.

    At least half of the cells must be headings that the layout knows: a row of data may well say "mittari" too.
    """
    fits = [
        (layout, lack)
        for layout in LAYOUTS
        if (lack := layout.lacks(cells)) is not None
        and 2 * sum(layout.knows(cell.text) for cell in cells.values()) >= len(cells)
    ]
    return min(fits, key=lambda fit: bool(fit[1]), default=(None, ""))


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


def _recognised(table: Table) -> Finding:
    title = f" (otsikko “{table.title}”)" if table.title else ""
    return finding(
        "tunnistettu",
        sheet=table.sheet.name,
        cell=address(table.heading, min(table.headings)),
        found=table.area + title,
        expected=table.layout.explain(table),
    )


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
