"""A cell of a value column → its measures, or the finding that says why it has none."""

from loaders.findings import Finding, finding
from loaders.layouts.table import Table
from loaders.parse.numbers import DecimalMark, Marking, Quantity, decide_marking, parse
from loaders.read.sheets import Cell, address

NUMBER_EXAMPLES = "12,5 tai 45 % tai 1 723 €"


def read_amounts(cell: Cell | None, mark: DecimalMark, unit: str = "") -> tuple[Quantity, ...] | None:
    """The measures of a cell; a missing one is blank; None where the cell holds no number."""
    if cell is None:
        return parse("")
    if cell.number is not None:
        return (Quantity(value=cell.number, unit=cell.unit),)
    return None if cell.day else parse(cell.text, mark, unit)


def not_a_number(cell: Cell, sheet: str) -> Finding:
    """The finding for a cell that should hold a number."""
    code = "päivämäärä-lukuna" if cell.day else "ei-luku"
    return finding(code, sheet=sheet, cell=cell.address, actual=cell.text, expected=NUMBER_EXAMPLES)


def fraction_read(cell: Cell, sheet: str, quantity: Quantity) -> Finding:
    """The finding that tells how "2/3" was read."""
    expected = f"luku on {quantity.value:.0f} ja n on {quantity.n}"
    return finding("osamäärä", sheet=sheet, cell=cell.address, actual=cell.text, expected=expected)


def marking_of(table: Table, column: int, *, has_point: bool = False) -> Marking:
    """How a column writes its decimals: as a person has told, else as its texts show.

    Numbers that the file stores as numbers do not count.

    A column that a program has written with a point (`has_point`) has it, unless someone has edited commas into it.
    """
    if told := table.marks.get(column):
        return Marking(told)
    cells = (table.sheet.at(row, column) for row in table.rows)
    texts = [cell.text for cell in cells if cell and cell.number is None and cell.day is None]
    if has_point and not any("," in text for text in texts):
        return Marking(".")
    return decide_marking(texts)


def doubt(marking: Marking, sheet: str, heading: Cell) -> list[Finding]:
    """The one question about a column whose decimal mark does not show."""
    if not marking.doubtful:
        return []
    shown = ", ".join(dict.fromkeys(marking.doubtful[:3]))
    first = address(heading.row, heading.column)
    return [finding("moniselitteinen", sheet=sheet, cell=first, actual=shown)]
