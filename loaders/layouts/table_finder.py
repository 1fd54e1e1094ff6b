"""The finder of tables: every table of a file, with what it was taken for, and all that is outside them.

What the app itself has written is known by its titles: sheets for people, and rows of a template that nobody filled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.findings import Finding, Severity, finding
from loaders.layouts import unknown_layout
from loaders.layouts.heading_rows import HeadingRow, heading_row_at
from loaders.layouts.sheet_defaults import defaults_in
from loaders.layouts.table import LACKS_PERIOD, Table, columns_of, lone_text
from loaders.read.sheets import Book, Row, Sheet, address

FOR_READERS = "Tämä taulukko on lukijaa varten: sitä ei lueta, kun tiedosto ladataan takaisin."
FINDINGS_SHEET, FINDINGS_TITLE = "Huomiot", "Seurannan huomiot"
GUIDE_SHEET, GUIDE_TITLE = "Ohje", "Seurannan pohjan ohje"
TEMPLATE_TITLE = "Seurannan pohja"

# What a template has filled beforehand; a row that has nothing else holds nothing.
_GIVEN = frozenset(
    {"region", "indicator", "unit", "group", "role", "id", "title", "work_package", "goal", "other_goals", "plan"}
)

_SHOWN_HEADINGS = 8


@dataclass(slots=True)
class _Block:
    """Rows under one heading row; those of the first block stand before any."""

    heading: HeadingRow | None = None
    rows: list[int] = field(default_factory=list)


def find_tables(book: Book) -> tuple[list[Table], list[Finding]]:
    """Return the tables of a file, and findings for all that is outside them.

    A table begins at a heading row that a layout knows and goes on until the next one; what its rows are is for the
    layout to decide. Lines of text right above a heading row are its title. A file without a table stops, unless a
    finding that says why has stopped it already.
    """
    tables: list[Table] = []
    findings: list[Finding] = []
    for sheet in book.sheets:
        if sheet.rows and not _is_for_people(sheet):
            sheet_tables, sheet_findings = _tables_on(sheet)
            tables += sheet_tables
            findings += sheet_findings
    if not tables and not any(finding.severity is Severity.STOPS for finding in (*book.findings, *findings)):
        has_text = any(sheet.rows for sheet in book.sheets)
        text = "vain tekstiä ilman otsikkoriviä" if has_text else "vain tyhjiä tai piilotettuja taulukoita"
        findings.append(unknown_layout(text))
    tables, template_findings = _without_unfilled_rows(tables)
    return tables, [*findings, *template_findings]


def _is_for_people(sheet: Sheet) -> bool:
    """Return whether the app wrote this sheet to be read by people: it has both the name and the title of one."""
    first = sheet.at(1, 1)
    titles = ((FINDINGS_SHEET, FINDINGS_TITLE), (GUIDE_SHEET, GUIDE_TITLE))
    return first is not None and any(sheet.name.startswith(name) and first.text == title for name, title in titles)


def _without_unfilled_rows(tables: Sequence[Table]) -> tuple[list[Table], list[Finding]]:
    """Return the tables without the rows of a template that nobody has filled, and a finding that counts them.

    Rows of tables that are no template are all kept, empty ones too.
    """
    filled = [
        replace(table, rows=[row for row in table.rows if _is_filled(table, row)])
        if table.title == TEMPLATE_TITLE
        else table
        for table in tables
    ]
    skipped = sum(len(table.rows) for table in tables) - sum(len(table.rows) for table in filled)
    if not skipped:
        return filled, []
    code = "pohja-osin-täytetty" if any(table.rows for table in filled) else "pohja-täyttämättä"
    return filled, [finding(code, actual=str(skipped))]


def _is_filled(table: Table, row: int) -> bool:
    given = {number for column, number in table.columns.items() if column in _GIVEN}
    vocabulary = table.layout.vocabulary
    derived = {number for number, cell in table.headings.items() if vocabulary.is_derived(cell.text)}
    return not table.sheet.rows[row].keys() <= given | derived


def _tables_on(sheet: Sheet) -> tuple[list[Table], list[Finding]]:
    """Return the tables of a sheet, and findings for all that is outside them.

    A sheet of the app's own export that says first that it is for readers is not read.
    """
    if lone_text(next(iter(sheet.rows.values()))) == FOR_READERS:
        return [], [finding("lukijan-taulukko", sheet=sheet.name)]
    blocks, findings = _blocks(sheet)
    if len(blocks) == 1:
        return [], [_unknown(sheet)]
    tables: list[Table] = []
    titles = [_take_title(sheet, above.rows, block.heading) for above, block in pairwise(blocks)]
    for block, title in zip(blocks[1:], titles, strict=True):
        if block.heading and block.heading.lack and not _is_in_sheet_name(sheet, block.heading, title):
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
        above, heading = blocks[-1].heading, heading_row_at(sheet, row)
        if not heading or (above and above.names_row(cells)):
            blocks[-1].rows.append(row)
            continue
        read_until = heading.last
        if _repeats(sheet, blocks[-1], heading):
            repeated.append(finding("toistuva-otsikko", sheet=sheet.name, cell=address(row, min(cells))))
        else:
            blocks.append(_Block(heading))
    return blocks, repeated


def _repeats(sheet: Sheet, block: _Block, heading: HeadingRow) -> bool:
    """Return whether a heading row only repeats the block's in the midst of its rows, as on a new page of a print."""
    above = heading.first - 1
    if not block.heading or not block.rows or block.rows[-1] != above or lone_text(sheet.rows[above]):
        return False
    return block.heading.has_texts_of(heading)


def _take_title(sheet: Sheet, rows: list[int], heading: HeadingRow | None) -> str:
    """Take the lines of text right above a heading row away from the rows of the block above, and return them.

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
    """Yield a table for each layout of a heading row that has rows; a row belongs to the first whose anchor it fills.

    The app's own export has observations and process goals under one heading row.
    """
    columns = [columns_of(heading.cells, layout.vocabulary) for layout in heading.layouts]
    anchors = [known[layout.anchor] for layout, known in zip(heading.layouts, columns, strict=True)]
    rows_by_layout: list[list[int]] = [[] for _ in anchors]
    for row in rows:
        filled = (index for index, anchor in enumerate(anchors) if sheet.shown_at(row, anchor))
        rows_by_layout[next(filled, 0)].append(row)
    used = [index for index, layout_rows in enumerate(rows_by_layout) if layout_rows] or [0]
    for index in used:
        others = [heading.layouts[other] for other in used if other != index]
        shared = {n for n, cell in heading.cells.items() if any(layout.knows(cell.text) for layout in others)}
        theirs = frozenset(shared - set(columns[index].values()))
        yield Table(sheet, heading.layouts[index], heading.cells, rows_by_layout[index], columns[index], title, theirs)


def _recognised(table: Table) -> Iterator[Finding]:
    title = f" (otsikko “{table.title}”)" if table.title else ""
    yield table.finding("tunnistettu", text=table.area + title, expected=table.layout.explain(table))
    if not table.rows:
        yield table.finding("tyhjä-taulukko")


def _is_in_sheet_name(sheet: Sheet, heading: HeadingRow, title: str) -> bool:
    """Return whether the name of the sheet gives what a heading row lacks."""
    return heading.lack == LACKS_PERIOD and defaults_in(sheet.name, title).period is not None


def _lacking(sheet: Sheet, heading: HeadingRow) -> Finding:
    place = address(heading.first, min(heading.cells))
    return finding("sarake-puuttuu", sheet=sheet.name, cell=place, actual=_quoted(heading.cells), expected=heading.lack)


def _outside(sheet: Sheet, row: int) -> Finding:
    cells = sheet.rows[row]
    code = "selite" if lone_text(cells) else "ohitettu-rivi"
    text = ", ".join(cell.text for cell in cells.values())
    return finding(code, sheet=sheet.name, cell=address(row, min(cells)), actual=text)


def _unknown(sheet: Sheet) -> Finding:
    first = next((cells for cells in sheet.rows.values() if not lone_text(cells)), None)
    if first is None:
        return finding("ohitettu-taulukko", sheet=sheet.name, actual=f"rivejä {len(sheet.rows)}")
    return unknown_layout(_quoted(first), sheet.name)


def _quoted(cells: Row) -> str:
    texts = [f"“{cell.text}”" for cell in cells.values()]
    more = f" ja {len(texts) - _SHOWN_HEADINGS} muuta" if len(texts) > _SHOWN_HEADINGS else ""
    return ", ".join(texts[:_SHOWN_HEADINGS]) + more
