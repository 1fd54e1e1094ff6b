"""What the app itself has written into a workbook: sheets that only explain, and template rows nobody has filled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.findings import Finding, finding
from loaders.layouts.table import Table
from loaders.read.sheets import Sheet

FINDINGS_SHEET, FINDINGS_TITLE = "Huomiot", "Seurannan huomiot"
GUIDE_SHEET, GUIDE_TITLE = "Ohje", "Seurannan pohjan ohje"
TEMPLATE_TITLE = "Seurannan pohja"

# What the template has filled beforehand; a row that has nothing else tells nothing.
_GIVEN = frozenset(
    {"region", "indicator", "unit", "group", "role", "id", "title", "work_package", "goal", "other_goals", "plan"}
)


def explains(sheet: Sheet) -> bool:
    """Whether the app wrote this sheet to be read by people: it has both the name and the title of one."""
    first = sheet.at(1, 1)
    told = (FINDINGS_SHEET, FINDINGS_TITLE), (GUIDE_SHEET, GUIDE_TITLE)
    return first is not None and any(sheet.name.startswith(name) and first.text == title for name, title in told)


def filled(tables: Sequence[Table]) -> tuple[list[Table], list[Finding]]:
    """The tables without the rows of a template that nobody has filled, and one finding that counts them.

    Rows of tables that are no template are all kept, empty ones too.
    """
    kept: list[Table] = []
    skipped = is_touched = 0
    for table in tables:
        rows = [row for row in table.rows if not is_template(table) or _is_touched(table, row)]
        skipped += len(table.rows) - len(rows)
        is_touched += bool(rows)
        kept.append(replace(table, rows=rows))
    return kept, list(_told(skipped, bool(is_touched)))


def is_template(table: Table) -> bool:
    """Whether a table stands under the title that the app writes over those of its template."""
    return table.title == TEMPLATE_TITLE


def _told(skipped: int, is_touched: bool) -> Iterator[Finding]:
    if skipped:
        yield finding("pohja-osin-täytetty" if is_touched else "pohja-täyttämättä", actual=str(skipped))


def _is_touched(table: Table, row: int) -> bool:
    given = {number for column, number in table.columns.items() if column in _GIVEN}
    vocabulary = table.layout.vocabulary
    derived = {number for number, cell in table.headings.items() if vocabulary.is_derived(cell.text)}
    return not table.sheet.rows[row].keys() <= given | derived
